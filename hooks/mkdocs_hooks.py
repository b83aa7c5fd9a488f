"""Puts the guide into MkDocs: the core makes the pages, this hands them over."""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from guide.checks import check
from guide.finish import finish
from guide.problems import errors
from guide.progress import Progress
from guide.report import as_text
from guide.settings import SiteSettings, wanted_locales
from guide.sheets import SheetSettings, make_sheets
from guide.site import Site, SitePage, build
from guide.social_cards import draw_social_cards
from guide.surroundings import surroundings
from guide.swap import put_in_place
from guide.templates import compiled
from guide.worker import preview_files
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_site: Site
_pages: dict[str, SitePage]
_FOR_MATERIALS_SCRIPT = re.compile(
    r'''<input\ class="md-toggle"[^>]*> | <label\ class="md-overlay"[^>]*></label>
    | <div\ data-md-component="(?:skip|announce)">\s*</div>
    | <div\ class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>
    | \s(?:data-md-component|data-md-type)="[^"]*"''',
    re.X,
)

_ENGINES = ("mkdocs", "properdocs")

_is_staged = False
_published: Path | None = None
_log = logging.getLogger("mkdocs.hooks.guide")


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Know the live preview: it is left without what only a published site needs."""
    global _is_staged
    _is_staged = command != "serve" and not dirty
    gc.set_threshold(100_000)  # next to nothing is rubbish: looking for it costs a tenth


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the content. Problems stop the build here, before the last good site is touched."""
    global _site, _pages
    root = Path(config.config_file_path).parent
    wanted = wanted_locales()
    docs = _shown(Path(config.docs_dir))
    content, problems = check(_shown(root / "content_src"), docs, wanted, is_preview=not _is_staged)
    if content is None or errors(problems):
        raise PluginError(f"the content has problems\n\n{as_text(problems)}")
    settings = SiteSettings.complete(config.site_url, config.repo_url)
    settings = replace(settings, has_sheets=_has_sheets())
    config.site_url, config.repo_url = settings.site_url, settings.repo_url
    _site = build(content, docs, settings, wanted)
    _pages = {page.source: page for page in _site.pages}
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    if _is_staged:
        _stage(config)
    return config


def _stage(config: MkDocsConfig) -> None:
    """Build beside the last good site, which stays as it is until the new one is complete."""
    global _published
    _published = Path(config.site_dir)
    config.site_dir = str(_staging(_published))


def _staging(published: Path) -> Path:
    return published.with_name(f"{published.name}.new")


def _shown(path: Path) -> Path:
    """The path as it is named in messages: short where the build runs at the root."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page and file of the guide, and leave out the files of the theme.

    Pages stand in the frame of its templates; its styles, scripts and pictures are not theirs.
    """
    for file in list(files):
        if file.generated_by is None and file.src_dir != config.docs_dir:
            files.remove(file)
    for page in _site.pages:
        files.append(File.generated(config, page.source, content=page.front_matter()))
    texts = {file.path: file.text for file in _site.files}
    if not _is_staged:
        texts |= preview_files(catalog.locale.tag for catalog in _site.languages.catalogs)
    for path, text in texts.items():
        if other := files.get_file_from_path(path):
            files.remove(other)
        files.append(File.generated(config, path, content=text))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the theme's templates compiled from one build to the next."""
    env.bytecode_cache = compiled()
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Say which way the page reads on its root element: Material says so on its body alone.

    What its own script would use is left out. A page that is written is not kept in memory.
    """
    page.content = ""
    locale = _pages[page.file.src_uri].page.catalog.locale
    frame = _FOR_MATERIALS_SCRIPT.sub("", output)
    return frame.replace("<html ", f'<html dir="{locale.direction}" ', 1)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """Give the theme's frame the finished page, and the texts and the menu of its language.

    Markdown would only read the HTML through, for half the time.
    """
    own = _pages[page.file.src_uri]
    page.content = own.html
    context |= surroundings(_site, own, config.site_url)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Complete the finished site, and let it stand where the last one stood."""
    if _has_sheets():
        _print_cards(config)
    if _published is None:
        return
    built = Path(config.site_dir)
    icon = Path(config.docs_dir) / "assets/icon.svg"
    draw_social_cards(_site.languages.catalogs, icon, built, _archive(config))
    try:
        finish(built, config.site_url)
    except ValueError as problem:
        raise PluginError(str(problem)) from None
    if not _is_called_off():
        put_in_place(built, _published)
        config.site_dir = str(_published)
        _log.info(f"The finished site is in {_shown(_published)}")


def _has_sheets() -> bool:
    """Whether PDFs are made. A live preview is quicker without: `CARDS=1` asks for them there."""
    return _is_staged or bool(os.environ.get("CARDS"))


def _print_cards(config: MkDocsConfig) -> None:
    """Add the PDFs."""
    folder = Path(config.site_dir)
    settings = SheetSettings(config.site_url or "/", folder, _archive(config))
    problems = make_sheets(_site.languages.catalogs, settings, Progress("sheets"))
    if errors(problems):
        raise PluginError(f"the sheets have problems\n\n{as_text(problems)}")
    if problems:
        _log.info(f"About the sheets:\n\n{as_text(problems)}")


def _archive(config: MkDocsConfig) -> Path:
    """Where finished files are kept from one build to the next."""
    return Path(config.config_file_path).parent / "build/archive"


def _is_called_off() -> bool:
    """Whether a strict build is about to be stopped: warnings are counted up to its end.

    MkDocs and ProperDocs each have a logger of their own, and count there.
    """
    handlers = [one for name in _ENGINES for one in logging.getLogger(name).handlers]
    return any(handler.get_counts() for handler in handlers if hasattr(handler, "get_counts"))


def on_shutdown() -> None:
    """Remove what a build that failed has left beside the site."""
    if _published:
        shutil.rmtree(_staging(_published), ignore_errors=True)
