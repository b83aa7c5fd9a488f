"""What only the making of sheets can tell. A check of the content alone does not know it."""

from __future__ import annotations

from collections.abc import Sequence

from .. import fonts
from ..catalog import Catalog
from ..host import is_unset
from ..problems import Problem, Severity, Span
from ..strings import Key
from .job import Job

OVERFLOW, REFUSED = "sheet-overflow", "sheet-refused"
NO_FONT, NO_ADDRESS = "no-sheets", "no-address"


def without_font(catalogs: Sequence[Catalog]) -> list[Problem]:
    """Languages that get no PDFs."""
    found = []
    for catalog in catalogs:
        tag = catalog.locale.tag
        if fonts.face_of(tag) is None:
            message = f"`{tag}` gets no PDFs: there is no font for the script {fonts.script(tag)}"
            help_ = "add one as `hooks/fonts/README.md` says; its card prints from the browser"
            found.append(Problem(NO_FONT, message, _registered(catalog), help_, Severity.NOTE))
    return found


def without_address(site_url: str) -> list[Problem]:
    """A site that does not know where it stands."""
    if not is_unset(site_url):
        return []
    message = "the sheets say that the site has no address yet"
    help_ = "set `SITE_URL` in the environment to where the site will stand"
    return [Problem(NO_ADDRESS, message, Span("mkdocs.yml"), help_, Severity.NOTE)]


def overflow(job: Job) -> Problem:
    """A sheet that needs more pages than its format has.

    In the source language that is an error: nobody checks what comes out of it by hand.
    """
    key = max(_visible(job), key=lambda key: len(_written(job.catalog, key)))
    is_source = job.catalog.translation.is_source
    has = "one page" if job.format.pages == 1 else f"{job.format.pages} pages"
    message = (
        f"`{job.format.name}` does not fit on {has} in `{job.catalog.locale.tag}`; "
        f"its longest string is `{'.'.join(key)}`"
    )
    help_ = "shorten it, or another on this sheet"
    if is_source:
        return Problem(OVERFLOW, message, _span(job.catalog, key), help_)
    help_ += "; until then the sheet takes a page more"
    return Problem(OVERFLOW, message, _span(job.catalog, key), help_, Severity.WARNING)


def refused(job: Job, said: str) -> Problem:
    """A sheet that Typst does not set."""
    first, *rest = said.strip().splitlines()
    message = f"`{job.format.name}` cannot be set in `{job.catalog.locale.tag}`: {first}"
    help_ = " ".join(" ".join(rest).split()) or "Typst says no more"
    return Problem(REFUSED, message, _span(job.catalog, job.sheets[0].keys[0]), help_)


def _visible(job: Job) -> list[Key]:
    """The strings that take room: those of pictures are read out, and not shown."""
    return [key for key in job.sheets[0].keys if key[0] != "figures"]


def _written(catalog: Catalog, key: Key) -> str:
    return catalog.translation.written.get(key) or catalog.source.written[key]


def _span(catalog: Catalog, key: Key) -> Span:
    strings = catalog.content.strings
    own = strings.get(catalog.locale.tag, strings[catalog.source.locale.tag])
    return own.at(key).span


def _registered(catalog: Catalog) -> Span:
    registry = catalog.content.locales
    tags = [locale.tag for locale in registry.model.locales]
    return registry.value_span("locales", tags.index(catalog.locale.tag), "tag")
