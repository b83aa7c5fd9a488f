"""Holds a file to its model, and says in plain words where it does not fit."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .document import Document
from .explanations import explained
from .fault import Fault, Loc, find
from .problems import Problem, nearest
from .yaml_source import Located


def validate(
    located: Located, adapter: TypeAdapter[Any], kind: str, problems: list[Problem]
) -> Document[Any] | None:
    """The document that `located` describes, or None and what is wrong with it.

    `kind` names the sort of file in messages: "a step".
    """
    try:
        return Document(adapter.validate_python(located.plain()), located)
    except ValidationError as error:
        for detail in _one_a_place(error.errors(), located):
            problems += explained(Fault(detail, located, adapter._type, kind))
        return None


def _one_a_place(details: list[ErrorDetails], located: Located) -> list[ErrorDetails]:
    """Without what follows from another fault.

    A value that fits no member of a union is one fault, though each member complains.
    """
    found: dict[Loc, ErrorDetails] = {}
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    for detail in details:
        if detail["type"] == "missing" and _is_misspelt(detail["loc"], unknown):
            continue
        if detail["type"] == "too_short" and find(located, detail["loc"])[0].value:
            continue  # its entries have faults of their own, and pydantic left them out
        is_of_field = detail["type"] in {"missing", "extra_forbidden"}
        place = detail["loc"] if is_of_field else tuple(find(located, detail["loc"])[1])
        first = found.setdefault(place, detail)
        if first is not detail and first["type"] == detail["type"] == "literal_error":
            expected = f"{first['ctx']['expected']}, {detail['ctx']['expected']}"
            found[place] = {**first, "ctx": {"expected": expected}}
        elif detail["type"] == "literal_error":
            found[place] = detail
    return list(found.values())


def _is_misspelt(field: Loc, unknown: list[Loc]) -> bool:
    """Whether a field is missing only because an unknown one beside it should have its name."""
    beside = [str(loc[-1]) for loc in unknown if loc[:-1] == field[:-1]]
    return nearest(str(field[-1]), beside) is not None
