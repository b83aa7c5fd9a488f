"""Puts the guide into MkDocs: the core makes the pages, this hands them over."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

from guide.checks import check
from guide.finish import finish
from guide.problems import errors
from guide.report import as_text
from guide.site import Site, SitePage, SiteSettings, build
from guide.views.menu import menu
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_site: Site
_pages: dict[str, SitePage]
_is_preview = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Know the live preview: it is left without what only a published site needs."""
    global _is_preview
    _is_preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the content. Problems stop the build here, before the last good site is touched."""
    global _site, _pages
    root = Path(config.config_file_path).parent
    wanted = [tag for tag in os.environ.get("LOCALES", "").split(",") if tag]
    docs = _shown(Path(config.docs_dir))
    content, problems = check(_shown(root / "content_src"), docs, wanted)
    if content is None or errors(problems):
        raise PluginError(f"the content has problems\n\n{as_text(problems)}")
    settings = SiteSettings(config.site_url or "/", config.repo_url or "")
    _site = build(content, docs, settings, wanted)
    _pages = {page.source: page for page in _site.pages}
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    return config


def _shown(path: Path) -> Path:
    """The path as it is named in messages: short where the build runs at the root."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page and file of the guide."""
    for page in _site.pages:
        files.append(File.generated(config, page.source, content=page.front_matter()))
    for file in _site.files:
        theme_file = files.get_file_from_path(file.path)
        if theme_file:
            files.remove(theme_file)
        files.append(File.generated(config, file.path, content=file.text))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the finished page in. Markdown would only read its HTML through, for half the time."""
    return _pages[page.file.src_uri].html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Say which way the page reads on its root element: Material says so on its body alone."""
    locale = _pages[page.file.src_uri].page.catalog.locale
    return output.replace("<html ", f'<html dir="{locale.direction}" ', 1)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """Give the theme's frame the texts and the menu of the page's language."""
    own = _pages[page.file.src_uri]
    catalog = own.page.catalog
    context |= {
        "t": catalog.t,
        "locale": catalog.locale,
        "guide": own.page,
        "menu": menu(own.page),
        "headings": own.headings,
        "switch": own.switch,
        "canonical": _site.canonical(own, config.site_url or "/"),
        "is_indexed": catalog in _site.languages.indexed,
    }
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Complete the finished site."""
    if not _is_preview:
        finish(Path(config.site_dir), config.site_url or "/")
