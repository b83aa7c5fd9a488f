"""What many tests need: the site as it is built, a server for it, a browser to read it with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from guide.host import HOST_VARIABLES
from playwright.sync_api import Browser

from .browser import NoBrowser, Visit, running_browser, visit
from .server import serve


def pytest_configure() -> None:
    """No test knows on which host it runs: each builds the site that has no address yet."""
    for name in (*HOST_VARIABLES, "SITE_URL", "REPO_URL"):
        os.environ.pop(name, None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def repo() -> Path:
    """The top folder of the project."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def site(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once, as `make build` builds it."""
    return built_once(repo, tmp_path_factory, "site")


@pytest.fixture(scope="session")
def pseudo_site(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in the pseudo-locales."""
    return built_once(repo, tmp_path_factory, "pseudo", LOCALES="en-XA,ar-XB")


def built_once(repo: Path, factory: pytest.TempPathFactory, name: str, **variables: str) -> Path:
    """A site that all workers of this run share: the first to ask for it builds it."""
    return shared_once(factory, name, lambda folder: built(repo, folder, **variables))


def shared_once(
    factory: pytest.TempPathFactory, name: str, write: Callable[[Path], object]
) -> Path:
    """A folder that all workers of this run share: the first to ask for it has it written."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / name / "site"
    with FileLock(shared / f"{name}.lock"):
        if not folder.exists():
            folder.parent.mkdir(exist_ok=True)
            write(folder)
    return folder


def built(repo: Path, folder: Path, engine: str = "mkdocs", **variables: str) -> Path:
    """`folder`, with the site that the project's own command builds into it."""
    command = ["build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", engine, *command],
        cwd=repo,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        pytest.fail(f"the site does not build:\n{done.stdout}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the site on this machine, without a slash at its end."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """A real browser. Where none can be had the test fails: it is never skipped."""
    capture = pytestconfig.pluginmanager.getplugin("capturemanager")
    with ExitStack() as stack:
        try:
            with capture.global_and_fixture_disabled():  # an installation says so
                running = stack.enter_context(running_browser())
        except NoBrowser as problem:
            raise pytest.fail.Exception(str(problem), pytrace=False) from None
        yield running


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """`open_page(url, width=360, height=640, scheme="light", javascript=True)`: see `visit`."""
    with ExitStack() as stack:

        def open_page(url: str, **options: Any) -> Visit:
            return stack.enter_context(visit(browser, url, **options))

        yield open_page
