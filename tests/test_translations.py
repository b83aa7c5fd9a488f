"""A language from one file: states, fallbacks, and what a reader is told of them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml
from babel import Locale
from guide import ledger
from guide.catalog import Catalog
from guide.commands import main
from guide.editor_schemas import FOLDER
from guide.languages import translations
from guide.ledger import fingerprint
from guide.plurals import babel_locale
from guide.problems import Severity, errors
from guide.site import Site
from guide.translation import Publishing, State, Translation

from .content_copy import ContentCopy
from .forks import new_languages
from .markup import having, parsed, text
from .real_content import ROOT, addresses, catalog, content

NEW, OTHER, *_ = new_languages()
SAFETY = "signs.chest-pain"


def run(copy: ContentCopy, command: str, *rest: str) -> int:
    """One command on the copy."""
    return main([command, "--content", str(copy.folder), *rest])


def begin(folder: Path) -> ContentCopy:
    """The content with a language just begun, two of its strings translated."""
    made = ContentCopy(folder)
    assert run(made, "locale", NEW) == 0
    made.set_string(NEW, "steps.ice.title", "IJs")
    made.set_string(NEW, SAFETY, "U heeft pijn op de borst bij de rugpijn.")
    return made


@pytest.fixture
def copy(tmp_path: Path) -> ContentCopy:
    """A language just begun, to change."""
    return begin(tmp_path)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with a language just begun, and the pseudo-locales."""
    return begin(tmp_path_factory.mktemp("begun")).build("en", NEW, "en-XA", "ar-XB")


def tree_of(site: Site, tag: str, address: str) -> Element:
    """One page of a site in memory."""
    pages = {(page.tag, page.page.address): page.html for page in site.pages}
    documents = {file.path: file.text for file in site.files}
    return parsed(pages.get((tag, address)) or documents[f"{tag}/{address}/index.html"])


def language(copy: ContentCopy, tag: str = NEW) -> Translation:
    found, _ = copy.check()
    assert found is not None
    return translations(found)[tag]


def state(copy: ContentCopy, name: str) -> State:
    return language(copy).states[tuple(name.split("."))]


class TestANewLanguage:
    def test_shows_what_is_translated_and_marks_the_rest_as_english(self, begun: Site) -> None:
        tree = tree_of(begun, NEW, "steps/ice")
        heading = next(tree.iter("h1"))
        assert text(heading) == "IJs" and heading.find("span") is None
        line = next(having(tree, "data-line", "bare-skin"))
        inner = line.find("span")
        assert inner is not None and inner.get("lang") == "en" and inner.get("dir") == "ltr"

    @pytest.mark.parametrize("address", addresses())
    def test_holds_no_english_sentence_that_is_not_marked(self, begun: Site, address: str) -> None:
        body = next(tree_of(begun, NEW, address).iter("body"))
        english = {
            str(catalog("en").text(*key))
            for key in catalog("en").translation.uses
            if "{" not in catalog("en").source.written[key]
        }
        for words in unmarked(body):
            assert words not in english or len(words.split()) < 4, words

    def test_needs_no_python_and_no_configuration(self, copy: ContentCopy) -> None:
        own_name = Locale(NEW).get_display_name().capitalize()
        registry = yaml.safe_load((copy.folder / "locales.yml").read_text("utf-8"))
        assert registry["locales"][-1] == {"tag": NEW, "name": own_name, "direction": "ltr"}
        assert any(page.tag == NEW for page in copy.build().pages)

    def test_begins_in_canonical_form(
        self, copy: ContentCopy, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shutil.copytree(ROOT / FOLDER, copy.folder.parent / FOLDER)
        assert run(copy, "locale", OTHER) == 0
        capsys.readouterr()
        assert run(copy, "format", "--dry-run") == 0
        assert f"{OTHER}.yml" not in capsys.readouterr().out

    def test_is_a_draft_that_is_not_indexed(self, copy: ContentCopy) -> None:
        site = copy.build()
        assert language(copy).publishing is Publishing.DRAFT
        assert NEW not in site.languages.indexed_tags
        files = {file.path: file.text for file in site.files}
        assert f"{NEW}/sitemap.xml" not in files and NEW not in files["sitemap.xml"]
        assert f'hreflang="{NEW}">' in files["index.html"], "it is listed, but nobody is forwarded"

    def test_tells_readers_that_parts_are_not_translated(self, copy: ContentCopy) -> None:
        assert "g-notice" in copy.page(NEW, "steps/ice")

    @pytest.mark.parametrize("tag", ["fil", "ckb", "sw", "es-419", "zh-Hant"])
    def test_can_be_any_that_has_a_tag(self, copy: ContentCopy, tag: str) -> None:
        name = [] if tag not in {"ckb"} else ["--name", "کوردیی ناوەندی"]
        assert run(copy, "locale", tag, *name) in ({0, 2} if tag == "sw" else {0})
        assert any(page.tag == tag for page in copy.build(tag).pages)

    @pytest.mark.parametrize(
        ("tag", "direction"),
        [("ps", "rtl"), ("pa-Arab", "rtl"), ("pa", "ltr"), ("sd-Deva", "ltr"), ("arc", "rtl")],
    )
    def test_reads_in_the_direction_of_its_script(
        self, copy: ContentCopy, tag: str, direction: str
    ) -> None:
        assert run(copy, "locale", tag, "--name", "yes: no") == 0
        registry = yaml.safe_load((copy.folder / "locales.yml").read_text("utf-8"))
        begun = {"tag": tag, "name": "yes: no", "direction": direction}
        assert registry["locales"][-1] == begun, "whatever its name is"

    def test_is_refused_with_a_reason_if_its_tag_is_none(
        self, copy: ContentCopy, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(copy, "locale", "Dutch") == 2
        assert "is no BCP 47 tag" in capsys.readouterr().err


class TestStates:
    def test_a_string_without_words_is_missing(self, copy: ContentCopy) -> None:
        assert state(copy, "steps.ice.lead") is State.MISSING

    def test_a_new_string_is_unreviewed(self, copy: ContentCopy) -> None:
        assert state(copy, "steps.ice.title") is State.UNREVIEWED

    def test_a_change_of_the_source_makes_that_string_stale_and_no_other(
        self, copy: ContentCopy
    ) -> None:
        assert run(copy, "record", NEW) == 0
        before = language(copy).states
        copy.set_string("en", "steps.ice.title", "Ice pack")
        after = language(copy).states
        assert {key for key in after if before[key] is not after[key]} == {
            ("steps", "ice", "title")
        }
        assert after["steps", "ice", "title"] is State.STALE

    def test_spaces_and_ways_of_writing_a_letter_change_nothing(self) -> None:
        assert fingerprint("caf\u00e9  noir ") == fingerprint("cafe\u0301 noir")

    def test_an_edit_of_another_string_does_not_clear_it(self, copy: ContentCopy) -> None:
        run(copy, "record", NEW)
        copy.set_string("en", "steps.ice.title", "Ice pack")
        copy.set_string(NEW, "steps.ice.lead", "Kou kan de pijn verlichten.")
        run(copy, "record", NEW)
        assert state(copy, "steps.ice.title") is State.STALE

    def test_a_new_translation_clears_it(self, copy: ContentCopy) -> None:
        run(copy, "record", NEW)
        copy.set_string("en", "steps.ice.title", "Ice pack")
        copy.set_string(NEW, "steps.ice.title", "IJspak")
        assert state(copy, "steps.ice.title") is State.UNREVIEWED

    def test_a_typo_in_the_source_can_be_declared_minor(self, copy: ContentCopy) -> None:
        run(copy, "record", NEW)
        copy.set_string("en", "steps.ice.title", "Icee")
        assert run(copy, "accept", NEW, "steps.ice.title", "--minor") == 0
        assert state(copy, "steps.ice.title") is State.UNREVIEWED

    def test_a_named_person_can_accept_it(self, copy: ContentCopy) -> None:
        run(copy, "record", NEW)
        accept = ["accept", NEW, "steps.ice.title", "--by", "A. Jansen", "--role", "nurse"]
        assert run(copy, *accept) == 0
        assert state(copy, "steps.ice.title") is State.REVIEWED
        review = language(copy).ledger.records["steps.ice.title"].review
        assert review is not None and (review.by, review.role) == ("A. Jansen", "nurse")

    def test_nobody_can_accept_without_a_name(self, copy: ContentCopy) -> None:
        assert run(copy, "accept", NEW, "steps.ice.title") == 2

    def test_a_string_of_safety_needs_its_back_translation(self, copy: ContentCopy) -> None:
        run(copy, "record", NEW)
        accept = ["accept", NEW, SAFETY, "--by", "A. Jansen", "--role", "nurse"]
        assert run(copy, *accept) == 2
        assert run(copy, *accept, "--back", "You have chest pain with the back pain.") == 0
        assert state(copy, SAFETY) is State.REVIEWED

    def test_a_string_that_loses_a_number_of_its_source_falls_back(self, copy: ContentCopy) -> None:
        copy.set_string(NEW, "steps.ice.do-not.over-limit", "Laat het er niet te lang op.")
        found, problems = copy.check()
        assert found is not None and state(copy, "steps.ice.do-not.over-limit") is State.MISSING
        mismatch = [p for p in problems if p.code == "placeholder-mismatch"]
        assert [p.severity for p in mismatch] == [Severity.WARNING]
        assert "20\u00a0minutes" in copy.page(NEW, "steps/ice")

    def test_a_build_of_one_language_is_not_kept_waiting_by_another(
        self, copy: ContentCopy
    ) -> None:
        copy.write(f"locales/{NEW}.yml", "steps: [")
        assert errors(copy.check()[1])
        assert not errors(copy.check("en")[1])

    def test_the_ledger_needs_no_history(self, copy: ContentCopy) -> None:
        run(copy, "record", NEW)
        data = json.loads(ledger.path_of(copy.folder, NEW).read_text("utf-8"))
        row = data["strings"]["steps.ice.title"]
        assert row["from"] == "Ice" and row["source"] == fingerprint("Ice")

    def test_the_old_source_is_shown_beside_the_new(
        self, copy: ContentCopy, capsys: pytest.CaptureFixture[str]
    ) -> None:
        run(copy, "record", NEW)
        copy.set_string("en", "steps.ice.title", "Ice pack")
        capsys.readouterr()
        assert run(copy, "status", NEW) == 0
        shown = capsys.readouterr().out
        assert "old source:  Ice\n" in shown and "source:      Ice pack\n" in shown


class TestPublishing:
    def filled(self, copy: ContentCopy) -> Translation:
        """The new language with every string, in placeholder-true nonsense."""
        found = language(copy)
        path = copy.folder / "locales" / f"{NEW}.yml"
        strings: dict[str, object] = {}
        for key in found.uses:
            here = strings
            for name in key[:-1]:
                here = here.setdefault(name, {})  # type: ignore[assignment]
            here[key[-1]] = f"~ {found.source_text(key)}"
        path.write_text(
            yaml.dump(strings, allow_unicode=True, sort_keys=False, width=10**6), "utf-8"
        )
        run(copy, "record", NEW)
        return language(copy)

    def test_a_language_with_every_string_is_listed(self, copy: ContentCopy) -> None:
        assert self.filled(copy).publishing is Publishing.LISTED
        assert NEW in copy.build().languages.indexed_tags

    @pytest.mark.parametrize("name", ["signs.accident", "steps.ice.title"])
    def test_one_that_loses_a_string_is_a_draft_again(self, copy: ContentCopy, name: str) -> None:
        self.filled(copy)
        copy.set_string(NEW, name, "")
        found, problems = copy.check()
        assert found is not None, "a translation never stops a build"
        assert language(copy).publishing is Publishing.DRAFT
        notes = [problem for problem in problems if problem.code == "publishing-state"]
        assert [note.severity for note in notes] == [Severity.NOTE]

    def test_it_is_reviewed_once_every_string_of_safety_is_accepted(
        self, copy: ContentCopy
    ) -> None:
        found = self.filled(copy)
        back = {
            ".".join(key): found.source_text(key) for key, use in found.uses.items() if use.safety
        }
        file = copy.folder.parent / "back.json"
        file.write_text(json.dumps(back), "utf-8")
        assert run(copy, "record", NEW, "--back", str(file)) == 0
        assert run(copy, "accept", NEW, *back, "--by", "A. Jansen", "--role", "nurse") == 0
        assert language(copy).publishing is Publishing.REVIEWED
        copy.set_string("en", "signs.accident", "It began after an accident.")
        assert language(copy).publishing is Publishing.LISTED

    def test_a_correction_in_english_is_never_blocked(self, copy: ContentCopy) -> None:
        self.filled(copy)
        copy.replace("steps/ice.yml", "never_over: {value: 20", "never_over: {value: 18")
        copy.set_string("en", "steps.ice.do-not.over-limit", "Do not leave it on for long.")
        found, _ = copy.check()
        assert found is not None


class TestSafety:
    def test_a_stale_sign_is_shown_marked_with_its_source_beside_it(
        self, copy: ContentCopy
    ) -> None:
        run(copy, "record", NEW)
        copy.set_string("en", SAFETY, "You have pain in the chest.")
        tree = parsed(copy.page(NEW, "help"))
        sign = next(having(tree, "data-sign", "chest-pain"))
        assert "U heeft pijn op de borst" in text(sign)
        beside = next(having(sign, "class", "g-beside"))
        assert text(beside) == "You have pain in the chest."
        assert next(having(beside, "lang")).get("lang") == "en"

    @pytest.mark.parametrize("step", content().steps)
    def test_a_stale_lead_of_a_step_has_its_source_beside_it(
        self, copy: ContentCopy, step: str
    ) -> None:
        copy.set_string(NEW, f"steps.{step}.lead", "Minuten tot uren, geen dagen.")
        run(copy, "record", NEW)
        copy.set_string("en", f"steps.{step}.lead", "Minutes only.")
        lead = next(having(parsed(copy.page(NEW, f"steps/{step}")), "class", "g-lead"))
        assert "geen dagen" in text(lead)
        assert text(next(having(lead, "class", "g-beside"))) == "Minutes only."

    def test_a_missing_sign_is_shown_in_the_source(self, copy: ContentCopy) -> None:
        tree = parsed(copy.page(NEW, "help"))
        sign = next(having(tree, "data-sign", "accident"))
        assert next(having(sign, "lang")).get("lang") == "en"

    def test_an_unreviewed_sign_has_its_original_in_reach(self, copy: ContentCopy) -> None:
        tree = parsed(copy.page(NEW, "help"))
        originals = [text(item) for item in having(tree, "class", "g-original")]
        assert any("You have chest pain with the back pain." in words for words in originals)

    def test_no_more_than_fifteen_strings_offer_their_original(self) -> None:
        from guide.originals import offered_originals

        assert 8 < len(offered_originals(content())) <= 15


class TestPseudoLocales:
    ALLOWED = re.compile(r"^[\s\d.,:;()/·×›«»–—*\u2060-]*$")

    @pytest.mark.parametrize("address", addresses())
    def test_no_words_stand_outside_the_brackets(self, begun: Site, address: str) -> None:
        body = next(tree_of(begun, "en-XA", address).iter("body"))
        data = no_strings(next(one.page.catalog for one in begun.pages if one.tag == "en-XA"))
        for words in unmarked(body, skip=frozenset({"bdi", "code", "script"})):
            outside = words
            while outside != (outside := re.sub(r"\[[^\[\]]*\]", "", outside)):
                pass
            assert self.ALLOWED.match(data.sub("", outside)), words

    def test_they_are_never_indexed(self, begun: Site) -> None:
        assert begun.languages.indexed_tags == ["en"]

    def test_the_mirrored_one_reads_from_right_to_left(self, begun: Site) -> None:
        pages = [page for page in begun.pages if page.tag == "ar-XB"]
        assert {page.page.catalog.locale.direction for page in pages} == {"rtl"}


def no_strings(catalog: Catalog) -> re.Pattern[str]:
    """What no translator writes: names of countries and of the source language, and days."""
    names = babel_locale(catalog.locale.tag).territories
    countries = [names[country.id] for country in catalog.content.emergency.model.countries]
    days = [catalog.day(change.on) for change in catalog.content.changes.model.changes]
    known = [*countries, catalog.source.locale.name, *days]
    return re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))


def unmarked(tree: Element, skip: frozenset[str] = frozenset()) -> list[str]:
    """The words of a page that are marked as of no other language than the page's."""
    found: list[str] = []

    def walk(element: Element) -> None:
        if not element.get("lang") and element.tag not in skip:
            found.append(element.text or "")
            for child in element:
                walk(child)
        found.append(element.tail or "")

    walk(tree)
    return [" ".join(words.split()) for words in found if words.strip()]
