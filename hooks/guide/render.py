"""A page's components, rendered and joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .addresses import folder_of
from .headings import headings_of
from .repository import Repository
from .skeletons import Skeleton
from .templates import environment
from .views.evidence import claim_views, source_views
from .views.menu import menu
from .views.notice import notices
from .views.numbers import countries, groups, last_checked
from .views.page import Page
from .views.signs import sign_groups
from .views.translation import state_groups


@dataclass(frozen=True)
class Frame:
    """What a page knows of the site around it."""

    repository: Repository
    content_path: str
    """The folder of content as it is called in the repository."""
    printed: frozenset[str] = frozenset()
    """The tags of the languages whose cards are made as PDFs with it."""

    def strings_file(self, page: Page) -> str:
        """The file with the words of a page, as it is called in the repository."""
        return f"{self.content_path}/locales/{page.catalog.locale.tag}.yml"

    def improve_link(self, page: Page) -> str:
        """Where to change the words of a page; the page about corrections if there is no place."""
        line = self.repository.line(self.strings_file(page), page.strings_line)
        return line or page.link("about#corrections")

    def report_link(self, page: Page) -> str:
        """Where to report a mistake on a page; the page about corrections if there is no place."""
        tag, version = page.catalog.locale.tag, page.content.guide.model.version
        issue = self.repository.new_issue(
            "correct-advice.yml",
            f"{page.title} ({tag}, {version})",
            page=f"{tag}/{page.address}",
            language=tag,
            version=version,
        )
        return issue or page.link("about#corrections")


def render(page: Page, skeleton: Skeleton, frame: Frame) -> str:
    """The HTML of a page, from its first component to its last."""
    context = {"page": page, "t": page.catalog.t, **review_values(page, frame)}
    for name in skeleton.components:
        context |= _VALUES[name](page, frame) if name in _VALUES else {}
    parts = [
        environment().get_template(f"{name}.html").render(context) for name in skeleton.components
    ]
    kind = "step" if page.is_step else "position" if page.is_position else ""
    data = f' data-{kind}="{page.id}"' if kind else ""
    body = "\n".join(part.strip() for part in parts if part.strip())
    return f'<div class="g-page g-page--{skeleton.name}"{data}>\n{body}\n</div>'


def _signs(page: Page, frame: Frame) -> dict[str, Any]:
    return {"sign_groups": sign_groups(page.catalog)}


def _numbers(page: Page, frame: Frame) -> dict[str, Any]:
    return {
        "countries": countries(page.catalog),
        "confirmed_numbers": groups(page.catalog, confirmed=True),
        "local_numbers": groups(page.catalog, confirmed=False),
        "numbers_date": page.catalog.day(last_checked(page.catalog)),
    }


def _claims(page: Page, frame: Frame) -> dict[str, Any]:
    return {"claims": claim_views(page.catalog)}


def _works(page: Page, frame: Frame) -> dict[str, Any]:
    return {"works": source_views(page.catalog)}


def _topics(page: Page, frame: Frame) -> dict[str, Any]:
    return {"menu": menu(page), "headings_of": headings_of}


def notice(page: Page, frame: Frame) -> dict[str, Any]:
    """What a reader is told about the translation of a page, and where its source stands."""
    source = page.catalog.source.locale.tag
    depth = "../" * (folder_of(page.address).count("/") + 1)
    return {"notices": notices(page), "source_link": f"{depth}{source}/{folder_of(page.address)}"}


def _translation(page: Page, frame: Frame) -> dict[str, Any]:
    catalog = page.catalog
    changes = page.content.changes.model.changes
    return {
        "translation": catalog.translation,
        "source_locale": catalog.source.locale,
        "publishing": catalog.text("publishing", catalog.translation.publishing),
        "state_groups": state_groups(catalog, frame.repository, frame.content_path),
        "changes": [(change, catalog.text("changes", change.id)) for change in changes],
        "day": catalog.day,
    }


_VALUES = {
    "signs": _signs,
    "numbers": _numbers,
    "claims": _claims,
    "bibliography": _works,
    "topics": _topics,
    "notice": notice,
    "translation": _translation,
}
"""What a component needs beside its page."""


def review_values(page: Page, frame: Frame) -> dict[str, Any]:
    """When a page was checked, and where to improve it."""
    guide, catalog = page.content.guide.model, page.catalog
    return {
        "checked": catalog.day(guide.checked),
        "next_check": catalog.day(guide.next_check),
        "improve_link": frame.improve_link(page),
        "report_link": frame.report_link(page),
    }
