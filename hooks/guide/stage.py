"""The site as a plain tree, for generators that run no hooks.

    mkdocs.<tag>.yml    one configuration a language
    pages/<tag>/        Markdown, with links from file to file
    frames/<tag>/       what stands around each page, as a template that asks for its content
    files/              everything else, finished: it is laid over the site that was built

Zensical builds it. Any generator that reads Markdown with front matter, and fills a template that
the page names, can be taught to.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from posixpath import normpath, relpath

from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context

from .site import Site, SitePage
from .social_cards import draw_social_cards
from .surroundings import surroundings

_HERE = Path(__file__).parent
_LINK = re.compile(r'(?<= href=")(?![a-z]+:|#|/)[^"#?]*')
_TEMPLATE_SIGN = re.compile(r"\{(?=[{%#])")
_CONTENT = "{{ page.content }}"


def stage(site: Site, assets: Path, folder: Path, site_url: str, archive: Path) -> None:
    """Write the tree into `folder`, in place of what stood there. `assets` goes to the files.

    `archive` is where pictures are kept from one build to the next.
    """
    shutil.rmtree(folder, ignore_errors=True)
    known = {page.folder: page.source for page in site.pages}
    frame = _Frame()
    for page in site.pages:
        inner = page.source.partition("/")[2]
        name = f"{inner.removesuffix('.md')}.html"
        front = page.front_matter(template=name)
        _write(folder / "pages" / page.source, f"{front}\n{linked_by_file(page, known)}\n")
        _write(folder / "frames" / page.tag / name, frame.around(site, page, site_url))
    for catalog in site.languages.catalogs:
        tag = catalog.locale.tag
        name = str(catalog.t("site.name"))
        _write(folder / f"mkdocs.{tag}.yml", _configuration(tag, name, site_url))
    for file in site.files:
        _write(folder / "files" / file.path, file.text)
    draw_social_cards(site.languages.catalogs, assets / "icon.svg", folder / "files", archive)
    told = shutil.ignore_patterns("README.md")  # is for whoever reads the project
    shutil.copytree(assets, folder / "files" / assets.name, ignore=told)


def linked_by_file(page: SitePage, known: Mapping[str, str]) -> str:
    """The page with its links as they lead from file to file: to `../help.md`, not `../../help/`.

    A generator checks these, and turns them into addresses. `known` names the file of each folder.
    """
    here = page.source.rpartition("/")[0]

    def by_file(link: re.Match[str]) -> str:
        target = normpath(f"{page.folder}{link.group()}")
        end = "/" if link.group().endswith("/") else ""
        file = known.get(f"{target}{end}", "")
        if file.startswith(f"{page.tag}/"):
            return relpath(file, here)
        return f"{relpath(target, here)}{end}"

    return _LINK.sub(by_file, page.html)


def _configuration(tag: str, name: str, site_url: str) -> str:
    """The settings of one language. What is left out is taken from the frames and the files."""
    settings: dict[str, object] = {
        "site_name": name,
        "site_url": f"{site_url}{tag}/",
        "docs_dir": f"pages/{tag}",
        "site_dir": f"site/{tag}",
        "theme": {"name": "material", "font": False, "custom_dir": f"frames/{tag}"},
        "markdown_extensions": ["attr_list"],
    }
    rows = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
    return "\n".join(rows) + "\n"


class _Frame:
    """The templates of `hooks/overrides/`, filled with everything but the content."""

    def __init__(self) -> None:
        loader = FileSystemLoader([_HERE.parent / "overrides", _HERE / "components"])
        self.environment = Environment(loader=loader)
        self.environment.filters["url"] = _relative

    def around(self, site: Site, page: SitePage, site_url: str) -> str:
        """The frame of a page as a template."""
        values = surroundings(site, page, site_url)
        values["config"] = {"site_url": site_url}
        values["page"] = {"content": "\0", "folder": page.folder}
        main = self.environment.get_template("main.html")
        context = main.new_context(values)
        blocks = {name: "".join(block(context)) for name, block in main.blocks.items()}
        parts = {
            name: self.environment.get_template(f"partials/{name}.html").render(values)
            for name in ("header", "nav", "toc", "footer")
        }
        document = self.environment.get_template("documents/staged.html")
        written = document.render(**{**values, **blocks, **parts})
        return _TEMPLATE_SIGN.sub("{{ '{' }}", written).replace("\0", _CONTENT)


@pass_context
def _relative(context: Context, path: str) -> str:
    """The filter `url` of the frame: the link from the page to a path of the site."""
    end = "/" if path.endswith("/") else ""
    return f"{relpath(path, context['page']['folder'])}{end}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
