"""The real content, loaded once: tests take their cases from it, so that each has a name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guide.catalog import Catalog
from guide.checks import check
from guide.content import Content
from guide.languages import catalogs
from guide.left_out import shown
from guide.model.section import Line, Section
from guide.problems import errors
from guide.report import as_text
from guide.translation import Publishing
from guide.views.menu import menu_addresses
from guide.views.page import Page

ROOT = Path(__file__).parents[1]


@cache
def content() -> Content:
    """What the site shows of `content_src/`: all that is not left out."""
    return shown(everything())


@cache
def everything() -> Content:
    """All of `content_src/`, which must be free of errors before anything else is tested."""
    found, problems = check(ROOT / "content_src", ROOT / "docs")
    assert found is not None and not errors(problems), as_text(problems)
    return found


@cache
def catalog(tag: str = "en") -> Catalog:
    """The texts of one language."""
    return catalogs(content(), [tag])[tag]


def tags() -> list[str]:
    """Every language of the guide."""
    return [locale.tag for locale in content().locales.model.locales]


def indexed() -> list[str]:
    """Every language that search engines may show: all but drafts."""
    return [tag for tag in tags() if catalog(tag).translation.publishing is not Publishing.DRAFT]


def published() -> list[str]:
    """The translations that are no drafts, as their ledgers say."""
    others = [tag for tag in tags() if not catalog(tag).translation.is_source]
    return [tag for tag in others if catalog(tag).translation.ledger.state != Publishing.DRAFT]


def addresses() -> list[str]:
    """Every page, without its language."""
    return list(menu_addresses(Page(catalog(), "home")))


def lines() -> list[tuple[str, Section, Line]]:
    """Every line with its page and section."""
    return [
        (address, section, line)
        for address, document in content().pages()
        for section in document.model.sections
        for line in section.lines
    ]


def carried(by: Content) -> set[str]:
    """The facts of the source that some line of the pages carries."""
    sections = (section for _, page in by.pages() for section in page.model.sections)
    return {fact for section in sections for line in section.lines for fact in line.source}
