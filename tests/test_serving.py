"""The live preview shows a changed string."""

from __future__ import annotations

import shutil
from pathlib import Path

from .real_content import ROOT
from .serving import served, wait_for, wait_for_message


def test_a_changed_string_shows_on_the_served_page(tmp_path: Path) -> None:
    for name in ("content_src", "docs", "hooks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    strings = tmp_path / "content_src" / "locales" / "en.yml"
    with served(tmp_path, "en") as address:
        wait_for(f"{address}/en/sw.js", "unregister")  # and nothing is saved on this device
        text = strings.read_text("utf-8")
        strings.write_text(text.replace("title: Ice\n", "title: Ice pack\n", 1), "utf-8")
        wait_for(f"{address}/en/steps/ice/", "Ice pack</h1>")
        strings.write_text(text.replace("title: Ice\n", "titel: Ice\n", 1), "utf-8")
        wait_for_message(tmp_path, "`steps.ice.titel`")  # a mistake is told, and stops nothing
        strings.write_text(text, "utf-8")
        wait_for(f"{address}/en/steps/ice/", "Ice</h1>")
