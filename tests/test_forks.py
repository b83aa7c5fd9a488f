"""A fork makes the guide its own in YAML alone: each thing is done to a copy, and built."""

from __future__ import annotations

import json
import re
import shutil
from html import escape
from pathlib import Path

import pytest
from babel import Locale
from guide.commands import main
from guide.site import Site

from .conftest import built
from .content_copy import ContentCopy
from .forks import FORKS, new_country
from .markup import parse, text
from .real_content import content

Pages = dict[str, str]

NO_NAMES = (
    "site_name: Back Spasm Guide\n"
    "site_url: !ENV [SITE_URL, 'https://back-spasm.example/']\n"
    "repo_url: !ENV [REPO_URL, '']"
)


def pages_of(site: Site, tag: str = "en") -> Pages:
    """The HTML of each page by its address."""
    return {page.page.address: page.html for page in site.pages if page.tag == tag}


@pytest.fixture
def copy(tmp_path: Path) -> ContentCopy:
    return ContentCopy(tmp_path)


def test_without_the_causal_story(copy: ContentCopy) -> None:
    FORKS["without the causal story"](copy)
    site = copy.build("en", "ar")
    pages = pages_of(site)
    assert "why" not in pages and {"next", "evidence", "about"} <= set(pages)
    del pages["translation"]  # the words that translators keep to are those of all forks
    everything = "\n".join([*pages.values(), *(file.text for file in site.files)])
    assert "torsion" not in everything.lower()
    assert not re.search(r'href="[^"]*\bwhy/', everything)
    assert 'id="prevent"' in pages["next"] and 'id="torsion"' not in pages["next"]
    assert 'id="ice-first"' in pages["evidence"] and 'id="alignment"' not in pages["evidence"]
    data = json.loads(next(file.text for file in site.files if file.path == "en/guide.json"))
    assert "why" not in [article["id"] for article in data["articles"]]
    assert not [figure["id"] for figure in data["figures"] if figure["id"].startswith("chain")]


def test_a_picture_that_first_aid_shares_with_a_page_that_is_left_out_stays(
    copy: ContentCopy,
) -> None:
    figures = "    figures: [pelvis-level, pelvis-twisted]\n"
    copy.replace("explanation/why.yml", figures, figures.replace("[", "[walk, "))
    FORKS["without the causal story"](copy)
    assert 'data-figure="walk"' in pages_of(copy.build("en"))["steps/rest-then-move"]


def test_a_screen_does_without_words_of_a_page_that_is_left_out(copy: ContentCopy) -> None:
    path, gone = copy.folder / "now.yml", "articles.why.cause.find-out"
    text = path.read_text("utf-8")
    text = re.sub(r"(\n +after:) \S+", rf"\1 {gone}", text)
    text = re.sub(r"(figure: \S+\n +lines:\n)( +- )", rf"\1\2{gone}\n\2", text)
    assert text.count(gone) > 1
    path.write_text(text, "utf-8")
    FORKS["without the causal story"](copy)
    files = {file.path: file.text for file in copy.build("en").files}
    assert "data-timer" not in files["en/now/index.html"]


def test_a_page_leads_on_to_a_heading_of_another(copy: ContentCopy) -> None:
    copy.replace("explanation/about.yml", "\nlinks:\n", "\nlinks:\n  - help#numbers\n")
    about = pages_of(copy.build("en"))["about"]
    assert '<a class="g-card" href="../help/#numbers">' in about


def test_with_a_country(copy: ContentCopy) -> None:
    id_ = new_country(copy.folder)
    FORKS["with a country"](copy)
    site = copy.build("en", "de")
    for tag in ("en", "de"):
        name = escape(Locale(tag).territories[id_])
        assert f'<option value="{id_}">{name}</option>' in pages_of(site, tag)["help"]


@pytest.mark.parametrize(
    ("fork", "address", "kind"),
    [("with a position", "positions/beanbag", "position"),
     ("with a step", "steps/breathe", "step")],
)  # fmt: skip
def test_with_a_page_of_first_aid(copy: ContentCopy, fork: str, address: str, kind: str) -> None:
    FORKS[fork](copy)
    site = copy.build("en", "ar")
    id_ = address.rpartition("/")[2]
    for tag in ("en", "ar"):
        pages = pages_of(site, tag)
        assert f'href="{address}/"' in pages["home"] and f'data-{kind}="{id_}"' in pages["home"]
        assert f'href="../{address}/"' in pages["topics"]
    assert 'lang="en" dir="ltr"' in pages_of(site, "ar")[address]


def test_with_a_step_the_steps_are_counted_anew(copy: ContentCopy) -> None:
    FORKS["with a step"](copy)
    pages = pages_of(copy.build("en"))
    *_, last = steps = content().guide.model.steps
    count = len(steps) + 1
    assert f"Step 1 of {count}" in pages[f"steps/{steps[0]}"]
    assert f"Step {count} of {count}" in pages["steps/breathe"]
    assert 'rel="next" href="../../steps/breathe/"' in pages[f"steps/{last}"]


def test_with_a_second_topic(copy: ContentCopy) -> None:
    FORKS["with a second topic"](copy)
    site = copy.build("en", "ar")
    pages = pages_of(site)
    assert 'href="sprain/"' in pages["home"] and "1\u00a0to\u00a02\u00a0days" in pages["sprain"]
    assert 'data-figure="sprain-walk"' in pages["sprain"]
    assert 'id="sprain-rest"' in pages["evidence"]
    assert "Sprained ankles" in pages["evidence"]


def test_a_fork_that_does_all_of_it_builds_strictly(repo: Path, tmp_path: Path) -> None:
    fork = tmp_path / "fork"
    for name in ("docs", "hooks"):
        shutil.copytree(repo / name, fork / name)
    shutil.copy(repo / "mkdocs.yml", fork)
    copy = ContentCopy(fork)
    for change in FORKS.values():
        change(copy)
    site = built(fork, tmp_path / "site", LOCALES="en,ar")
    for address in ("positions/beanbag", "steps/breathe", "sprain", "sprain-help"):
        tree = parse(site / "ar" / address / "index.html")
        assert tree.get("lang") == "ar" and text(tree)
    assert not (site / "en" / "why").exists()


OURS = (
    ("README.md", r"\A# .*", "# Back Spasm Guide"),
    ("LICENSE", r"^(?:Copyright .*\n)+", "Copyright (c) 2026 the Back Spasm Guide\n"),
    ("mkdocs.yml", r"^site_name: .*\nsite_url: .*\nrepo_url: .*", NO_NAMES),
    ("pyproject.toml", r"^name = .*", 'name = "back-spasm-guide"'),
)
"""What a fork may have changed, and what stands there before it does."""


class TestForkCheck:
    @pytest.fixture
    def fork(self, repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ContentCopy:
        """A copy that is still named as the project is, and the folder that commands run in."""
        for name, own, ours in OURS:
            words = (repo / name).read_text("utf-8")
            (tmp_path / name).write_text(re.sub(own, ours, words, count=1, flags=re.M), "utf-8")
        shutil.copytree(repo / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("assets"))
        monkeypatch.chdir(tmp_path)
        copy = ContentCopy(tmp_path)
        copy.set_string("en", "site.name", "Back Spasm Guide")
        return copy

    def test_names_everything_that_is_still_the_projects(
        self, fork: ContentCopy, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["fork-check"]) == 1
        said = capsys.readouterr().out
        for name in ("content_src/locales/en.yml", "mkdocs.yml", "README.md", "LICENSE"):
            assert re.search(rf"^{re.escape(name)}:\d+: ", said, re.M), name
        assert "`checked`: somebody compared" in said and "no clinician has reviewed" in said

    def test_each_change_settles_one(
        self, fork: ContentCopy, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        main(["fork-check"])
        before = int(re.findall(r"(\d+) to change", capsys.readouterr().out)[0])
        fork.set_string("en", "site.name", "Sore Back")
        for name, old, new in (
            ("mkdocs.yml", "site_name: Back Spasm Guide", "site_name: Sore Back"),
            ("README.md", "# Back Spasm Guide", "# Sore Back"),
            ("pyproject.toml", '"back-spasm-guide"', '"sore-back"'),
            ("LICENSE", "Back Spasm Guide\n\n", "Back Spasm Guide\nCopyright (c) 2027 Ada\n\n"),
        ):
            path = Path(name)
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
            main(["fork-check"])
            left = int(re.findall(r"(\d+) to change", capsys.readouterr().out)[0])
            assert left < before, name
            before = left
        monkeypatch.setenv("GITHUB_REPOSITORY", "ada/sore-back")
        assert main(["fork-check"]) == 0
        assert "0 to change" in capsys.readouterr().out
