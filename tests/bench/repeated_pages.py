"""A hook for the bench alone: with `COPIES=40` each page is rendered and built forty times."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from guide import manifest
from guide import site as guide_site
from guide.addresses import DOCUMENTS, folder_of


@dataclass(frozen=True)
class _Copy(guide_site.SitePage):
    """The same page once more, in a folder of its own."""

    number: int = 0

    @property
    def folder(self) -> str:
        return f"{self.tag}/copy-{self.number}/{super().folder.partition('/')[2]}"

    @property
    def source(self) -> str:
        return f"{self.folder}index.md"


def on_pre_build(config: Any) -> None:
    """Repeat the pages of the site that the real hook has made."""
    copies = int(os.environ.get("COPIES", "1"))
    hook = sys.modules["hooks/mkdocs_hooks.py"]
    pages = list(hook._site.pages)
    content, docs = pages[0].page.content, Path(config.docs_dir)
    settings, tag = guide_site.SiteSettings(config.site_url), pages[0].tag
    files: list[guide_site.StaticFile] = []
    for number in range(1, copies):
        again = guide_site.build(content, docs, settings, [tag])
        pages += [
            _Copy(page.page, page.skeleton, page.frame, page.switch, number) for page in again.pages
        ]
        files += [_copied(file, tag, number) for file in again.files if _is_named(file, tag)]
    hook._site = replace(hook._site, pages=pages, files=[*hook._site.files, *files])
    hook._pages = {page.source: page for page in pages}


def _is_named(file: guide_site.StaticFile, tag: str) -> bool:
    """Whether it is a page that is a document of its own, or what every page names."""
    return file.path in {f"{tag}/{folder_of(one)}index.html" for one in DOCUMENTS} | {
        f"{tag}/{manifest.NAME}"
    }


def _copied(file: guide_site.StaticFile, tag: str, number: int) -> guide_site.StaticFile:
    """It stands one folder deeper, and names the files that all pages share from there."""
    path = file.path.replace(f"{tag}/", f"{tag}/copy-{number}/", 1)
    return guide_site.StaticFile(path, file.text.replace('="../../', '="../../../'))
