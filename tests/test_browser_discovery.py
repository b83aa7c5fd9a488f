"""Which browser the tests take, and what they say when there is none."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from . import browser
from .browser import NoBrowser, find_browser, provide_browser


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without any browser, on which we are not root."""
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(browser, "MACOS_APPLICATIONS", (tmp_path / "Chromium.app",))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run; all of them fail."""
    seen: list[list[str]] = []

    def run(command: list[str], **_: Any) -> SimpleNamespace:
        seen.append(command)
        return SimpleNamespace(returncode=1)

    monkeypatch.setattr(subprocess, "run", run)
    return seen


def program(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def playwright_with(executable: Path) -> Any:
    return SimpleNamespace(chromium=SimpleNamespace(executable_path=str(executable)))


def test_the_browser_that_CHROME_names_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin/chromium")
    mine = program(tmp_path / "my-chrome")
    monkeypatch.setenv("CHROME", str(mine))
    assert find_browser() == mine


def test_a_CHROME_that_cannot_be_run_is_named_and_no_other_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin/chromium")
    monkeypatch.setenv("CHROME", "/nowhere/chrome")
    with pytest.raises(NoBrowser, match="^CHROME names /nowhere/chrome, which cannot be run"):
        find_browser()


def test_chromium_is_taken_before_chrome(tmp_path: Path) -> None:
    program(tmp_path / "bin/google-chrome")
    chromium = program(tmp_path / "bin/chromium")
    assert find_browser() == chromium


def test_the_one_without_a_window_is_taken_before_all_others(tmp_path: Path) -> None:
    program(tmp_path / "bin/chromium")
    shell = program(tmp_path / "bin/chromium-headless-shell")
    assert find_browser() == shell


def test_the_applications_of_macos_are_looked_at_last(tmp_path: Path) -> None:
    application = program(tmp_path / "Chromium.app")
    assert find_browser() == application
    chrome = program(tmp_path / "bin/google-chrome")
    assert find_browser() == chrome


@pytest.mark.parametrize("offered", [{"chromium-headless-shell", "chromium"}, {"chromium"}])
def test_root_on_debian_installs_chromium(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    offered: set[str],
) -> None:
    commands = []

    def run(command: list[str], **_: Any) -> SimpleNamespace:
        commands.append(command)
        if "install" in command and command[-1] in offered:
            program(tmp_path / "bin" / command[-1])
        return SimpleNamespace(returncode="install" in command and command[-1] not in offered)

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: {"ID": "debian"})
    monkeypatch.setattr(subprocess, "run", run)
    found = provide_browser(playwright_with(tmp_path / "none"))
    assert found.name == max(offered, key=len) and found.name == commands[-1][-1]
    assert commands[0][2] == "update" and {command[2] for command in commands[1:]} == {"install"}
    assert "installing Chromium" in capsys.readouterr().out


def test_the_chromium_of_ubuntu_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    ubuntu = {"ID": "ubuntu", "ID_LIKE": "debian"}
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: ubuntu)
    with pytest.raises(NoBrowser):
        provide_browser(playwright_with(tmp_path / "none"))
    assert not any("apt-get" in command for command in commands)


def test_the_browser_of_playwright_is_taken_when_there_is_no_other(
    tmp_path: Path, commands: list[list[str]]
) -> None:
    own = program(tmp_path / "playwright/chrome")
    assert provide_browser(playwright_with(own)) == own
    assert not commands


def test_without_any_browser_one_line_tells_what_to_type(
    tmp_path: Path, commands: list[list[str]]
) -> None:
    with pytest.raises(NoBrowser) as problem:
        provide_browser(playwright_with(tmp_path / "none"))
    assert commands[-1][1:] == ["-m", "playwright", "install", "chromium"]
    assert "sudo apt install chromium" in str(problem.value)
    assert "\n" not in str(problem.value)
