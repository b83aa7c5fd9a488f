"""The core is built in layers: each part imports only from those above it in one list."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / "hooks"

LAYERS = (
    (
        "problems",
        "fields",
        "plurals",
        "placeholders",
        "templates",
        "repository",
        "host",
        "qr",
    ),
    ("progress",),
    ("built",),  # a folder that a generator has filled
    ("icons",),
    ("model", "figures"),  # what content may say
    (
        "yaml_faults",
        "ledger",
        "report",
        "text",
        "formats",
        "punctuation",
        "pseudo",
        "settings",
        "fonts",
    ),
    ("yaml_source", "offline_zip"),
    ("fault",),
    ("document", "explanations"),  # a file and where each part of it stands
    ("content", "validation"),
    ("loader", "addresses"),
    ("strings", "skeletons", "editor_schemas"),  # what the structure asks for
    ("translation", "originals", "locale_file", "lines", "left_out"),
    ("catalog",),  # the words of one language
    ("card_formats", "archive"),
    ("languages", "switch", "views", "card_record"),  # what a page shows
    ("social_cards",),  # a picture of a page
    ("checks", "headings", "documents", "manifest", "sheets"),
    ("render", "search_index", "sitemap", "redirects", "data", "metadata", "card_words"),
    ("standalone",),  # a page without the frame of the theme
    ("styles", "swap"),
    ("lighten", "page_styles", "security_policy", "budgets", "worker"),
    ("site", "finish"),
    ("surroundings",),  # what stands around a page
    ("stage",),  # the tree for other generators
    ("commands",),
    ("__main__",),
)
"""The way of the data, from a file to the site. A part knows the rows above its own."""

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def modules() -> dict[str, Path]:
    """Every module of the core by its full name."""
    found = {}
    for path in sorted((HOOKS / "guide").rglob("*.py")):
        parts = path.relative_to(HOOKS).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imports(name: str) -> set[str]:
    """The full names of all that a module imports, wherever in it."""
    path = MODULES[name]
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*start, *(node.module.split(".") if node.module else [])])
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                found.add(inner if inner in MODULES else source)
    return found


def part(name: str) -> str:
    """The part of the core that a module belongs to: `guide.checks.facts` is of `checks`."""
    return name.split(".")[1] if "." in name else ""


def test_every_part_stands_in_the_list_of_layers_once() -> None:
    listed = [name for layer in LAYERS for name in layer]
    assert sorted(listed) == sorted({part(name) for name in MODULES} - {""})


@pytest.mark.parametrize("name", sorted(set(MODULES) - {"guide"}))
def test_a_module_imports_only_from_the_layers_above(name: str) -> None:
    rank = {one: number for number, layer in enumerate(LAYERS) for one in layer}
    own = part(name)
    wrong = {
        other
        for other in imports(name)
        if other in MODULES and part(other) != own and rank[part(other)] >= rank[own]
    }
    assert not wrong


def test_no_module_imports_itself_by_way_of_another() -> None:
    graph = {name: imports(name) & set(MODULES) - {name} for name in MODULES}
    list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("name", sorted(MODULES))
def test_the_core_knows_nothing_of_mkdocs(name: str) -> None:
    tools = {"mkdocs", "material", "properdocs", "zensical", "mkdocs_hooks"}
    assert not {other.split(".")[0] for other in imports(name)} & tools


def test_one_hook_alone_knows_mkdocs() -> None:
    hooks = {path.name: path.read_text("utf-8") for path in HOOKS.glob("*.py")}
    assert {name for name, text in hooks.items() if "from mkdocs" in text} == {"mkdocs_hooks.py"}


@pytest.mark.parametrize("name", sorted(MODULES))
def test_no_module_is_a_drawer_for_everything(name: str) -> None:
    assert not set(name.split(".")) & FORBIDDEN_NAMES


def test_content_is_yaml_and_the_ledgers_of_its_translations() -> None:
    content = ROOT / "content_src"
    others = {
        path.relative_to(content).as_posix()
        for path in content.rglob("*")
        if path.is_file()
        and path.suffix != ".yml"
        and not (path.parent.name == "review" and path.suffix == ".json")
    }
    assert not others
