"""A page's components, rendered and joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .headings import headings_of
from .repository import Repository
from .skeletons import Skeleton
from .templates import environment
from .views.evidence import claim_views, source_views
from .views.menu import menu
from .views.numbers import countries, groups, last_checked
from .views.page import Page
from .views.signs import sign_groups


@dataclass(frozen=True)
class Frame:
    """What a page knows of the site around it."""

    repository: Repository
    content_path: str
    """The folder of content as it is called in the repository."""


def render(page: Page, skeleton: Skeleton, frame: Frame) -> str:
    """The HTML of a page, from its first component to its last."""
    context = {"page": page, "t": page.catalog.t, **_review(page, frame)}
    for name in skeleton.components:
        context |= _VALUES.get(name, lambda _: {})(page)
    parts = [
        environment().get_template(f"{name}.html").render(context) for name in skeleton.components
    ]
    kind = "step" if page.is_step else "position" if page.is_position else ""
    data = f' data-{kind}="{page.id}"' if kind else ""
    body = "\n".join(part.strip() for part in parts if part.strip())
    return f'<div class="g-page g-page--{skeleton.name}"{data}>\n{body}\n</div>'


def _signs(page: Page) -> dict[str, Any]:
    return {"sign_groups": sign_groups(page.catalog)}


def _numbers(page: Page) -> dict[str, Any]:
    return {
        "countries": countries(page.catalog),
        "confirmed_numbers": groups(page.catalog, confirmed=True),
        "local_numbers": groups(page.catalog, confirmed=False),
        "numbers_date": page.catalog.day(last_checked(page.catalog)),
    }


def _claims(page: Page) -> dict[str, Any]:
    return {"claims": claim_views(page.catalog)}


def _works(page: Page) -> dict[str, Any]:
    return {"works": source_views(page.catalog)}


def _topics(page: Page) -> dict[str, Any]:
    return {"menu": menu(page), "headings_of": headings_of}


_VALUES = {
    "signs": _signs,
    "numbers": _numbers,
    "claims": _claims,
    "bibliography": _works,
    "topics": _topics,
}
"""What a component needs beside its page."""


def _review(page: Page, frame: Frame) -> dict[str, Any]:
    guide, catalog = page.content.guide.model, page.catalog
    tag = catalog.locale.tag
    title = f"{page.title} ({tag}, {guide.version})"
    about = page.link("about")
    strings = f"{frame.content_path}/locales/{tag}.yml"
    return {
        "checked": catalog.day(guide.checked),
        "next_check": catalog.day(guide.next_check),
        "improve_link": frame.repository.line(strings, page.strings_line) or about,
        "report_link": frame.repository.new_issue(title, f"{tag}/{page.address}") or about,
    }
