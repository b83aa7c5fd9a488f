"""A build is the same wherever it runs, and the last good site outlives one that fails."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

import pytest
from guide.swap import put_in_place

from .real_content import ROOT

PARTS = ("content_src", "docs", "hooks", "mkdocs.yml")


def digests(folder: Path) -> dict[str, str]:
    """Every file of a folder with the digest of its bytes."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def project(folder: Path) -> Path:
    """A copy of all that a site is built from."""
    folder.mkdir(parents=True)
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    return folder


def start(folder: Path, engine: str = "mkdocs", **variables: str) -> subprocess.Popen[bytes]:
    """The build of the project in `folder`, into its `site/`, as `make build` runs it."""
    return subprocess.Popen(
        [sys.executable, "-m", engine, "build", "--strict", "--config-file", "mkdocs.yml"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "hooks"), **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def test_another_folder_zone_language_and_hash_seed_make_the_same_bytes(
    site: Path, tmp_path: Path
) -> None:
    there = project(tmp_path / "a folder élsewhere")
    elsewhere = {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "C"}
    assert start(there, PYTHONHASHSEED="4711", **elsewhere).wait() == 0
    here, other = digests(site), digests(there / "site")
    assert here.keys() == other.keys()
    assert [name for name in here if here[name] != other[name]] == []


@pytest.fixture(scope="module")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A project with a good site, and that site's digests; the next build would change it."""
    folder = project(tmp_path_factory.mktemp("killed") / "project")
    assert start(folder, LOCALES="en").wait() == 0
    good = digests(folder / "site")
    strings = folder / "content_src" / "locales" / "en.yml"
    text = strings.read_text("utf-8")
    changed = text.replace("name: Back Spasm Guide\n", "name: Guide to Spasms\n", 1)
    assert changed != text
    strings.write_text(changed, "utf-8")
    return folder, good


def count(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*")) if folder.exists() else 0


MOMENTS = {
    "before it has begun": lambda staged, whole: True,
    "at its first file": lambda staged, whole: count(staged) >= 1,
    "half way": lambda staged, whole: count(staged) >= whole // 2,
    "while it is completed": lambda staged, whole: (staged / "_headers").exists(),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_that_is_killed_leaves_the_last_good_site(
    built_project: tuple[Path, dict[str, str]], moment: str
) -> None:
    folder, good = built_project
    shutil.rmtree(folder / "site.new", ignore_errors=True)
    build = start(folder, LOCALES="en")
    while not MOMENTS[moment](folder / "site.new", len(good)):
        assert build.poll() is None, "the build ended before that moment"
        time.sleep(0.002)
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    assert digests(folder / "site") == good


@pytest.mark.parametrize(
    ("file", "words"),
    [
        pytest.param("content_src/steps/ice.yml", "kind: [", id="in the content"),
        pytest.param("docs/assets/guide.css", "@import 'x.css';", id="while it is completed"),
    ],
)
def test_a_build_that_fails_leaves_the_last_good_site_and_nothing_beside(
    built_project: tuple[Path, dict[str, str]], file: str, words: str
) -> None:
    folder, good = built_project
    shutil.rmtree(folder / "site.new", ignore_errors=True)  # of the builds that were killed
    path = folder / file
    text = path.read_text("utf-8")
    path.write_text(words + text, "utf-8")
    assert start(folder, LOCALES="en").wait() != 0
    path.write_text(text, "utf-8")
    assert digests(folder / "site") == good
    assert not (folder / "site.new").exists()


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_strict_build_that_warns_leaves_the_last_good_site(
    built_project: tuple[Path, dict[str, str]], engine: str
) -> None:
    folder, good = built_project
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(f"{text}\nextra_templates: [not-there.html]\n", "utf-8")
    assert start(folder, engine, LOCALES="en").wait() != 0
    settings.write_text(text, "utf-8")
    assert digests(folder / "site") == good
    assert not (folder / "site.new").exists()


def test_there_is_a_whole_site_at_every_moment_while_one_takes_the_place_of_another(
    tmp_path: Path,
) -> None:
    place, done, gaps = tmp_path / "site", Event(), []

    def folder(number: int) -> Path:
        made = tmp_path / f"new-{number}"
        made.mkdir()
        (made / "index.html").write_text(str(number))
        return made

    def read() -> None:
        while not done.is_set():
            try:
                (place / "index.html").read_text()
            except FileNotFoundError as gap:
                gaps.append(gap)

    put_in_place(folder(0), place)
    reader = Thread(target=read)
    reader.start()
    for number in range(1, 200):
        put_in_place(folder(number), place)
    done.set()
    reader.join()
    assert (place / "index.html").read_text() == "199" and [place] == list(tmp_path.iterdir())
    # A file can be removed between the opening of its folder and of itself; its folder cannot.
    assert len(gaps) <= 2, f"{len(gaps)} times there was no site"
