"""The templates of the components, and the strings that they ask for.

A template writes `t("ui.step-of", n=1, total=3)`. The keys and placeholders are read from the
parsed template: so a string that none asks for, or one that lacks a placeholder, is found.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    nodes,
)

_FOLDERS = (Path(__file__).parent / "components", Path(__file__).parent.parent / "overrides")
_ENDING = ".html"


@dataclass(frozen=True)
class TemplateString:
    """One call of `t` in a template."""

    key: tuple[str, ...]
    fills: frozenset[str]
    """The placeholders that the template fills."""


class _Compiled(FileSystemBytecodeCache):
    """Templates as Python, kept beside the modules that Python keeps for itself.

    What decides how components are compiled, beside their own text, stands in the present file.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name under which a template is kept."""
        return super().get_cache_key(f"{name} {Path(__file__).stat().st_mtime_ns}", filename)


def compiled() -> BytecodeCache | None:
    """Where compiled templates are kept; None where Python keeps nothing either."""
    folder = Path(__file__).parent / "__pycache__"
    return _Compiled(str(folder)) if os.access(folder, os.W_OK) else None


@cache
def environment() -> Environment:
    """Jinja for the components: everything is escaped, and a missing name is an error."""
    return Environment(
        loader=FileSystemLoader(_FOLDERS[0]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled(),
    )


def component_names() -> list[str]:
    """The components that a skeleton in `docs/` may name."""
    return sorted(
        path.name.removesuffix(_ENDING)
        for path in _FOLDERS[0].glob(f"*{_ENDING}")
        if not path.name.startswith("_")
    )


@cache
def template_strings() -> tuple[TemplateString, ...]:
    """Every string that a template names literally, sorted by key."""
    found: dict[tuple[str, ...], TemplateString] = {}
    for folder in _FOLDERS:
        for path in sorted(folder.rglob(f"*{_ENDING}")):
            for string in _calls(environment().parse(path.read_text("utf-8"))):
                found.setdefault(string.key, string)
    return tuple(found[key] for key in sorted(found))


def _calls(template: nodes.Template) -> Iterator[TemplateString]:
    for call in template.find_all(nodes.Call):
        is_t = isinstance(call.node, nodes.Name) and call.node.name == "t"
        if is_t and call.args and isinstance(call.args[0], nodes.Const):
            fills = frozenset(keyword.key for keyword in call.kwargs)
            yield TemplateString(tuple(str(call.args[0].value).split(".")), fills)
