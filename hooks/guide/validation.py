"""Holds a file to its model, and says in plain words where it does not fit."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .document import Document
from .problems import Problem, Span, did_you_mean
from .yaml_source import Located

_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "`true` or `false`",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping (`name: value` lines)",
    "model_type": "a mapping (`name: value` lines)",
    "model_attributes_type": "a mapping (`name: value` lines)",
    "date_type": "a date such as 2026-11-23",
    "float_type": "a number",
}


def validate(
    located: Located, adapter: TypeAdapter[Any], kind: str, problems: list[Problem]
) -> Document[Any] | None:
    """The document that `located` describes, or None and what is wrong with it.

    `kind` names the sort of file in messages: "a step".
    """
    try:
        return Document(adapter.validate_python(located.plain()), located)
    except ValidationError as error:
        root = adapter._type
        problems += [_problem(detail, located, root, kind) for detail in error.errors()]
        return None


def _problem(detail: ErrorDetails, located: Located, root: Any, kind: str) -> Problem:
    error, loc = detail["type"], detail["loc"]
    place, path = _find(located, loc)
    for prefix, explain in _EXPLANATIONS.items():
        if error.startswith(prefix):
            return explain(detail, place, path, root, kind)
    if error in _KINDS:
        message = f"{_name(path)} must be {_KINDS[error]}, not {_shown(place.value)}"
        return Problem("wrong-type", message, place.span, "")
    return Problem("bad-value", f"{_name(path)}: {detail['msg'].lower()}", place.span, "")


def _unknown_field(
    detail: ErrorDetails, place: Located, path: list[str | int], root: Any, kind: str
) -> Problem:
    field = str(detail["loc"][-1])
    owner = _model_at(root, detail["loc"][:-1])
    known = _field_names(owner) if owner else []
    inside = [step for step in path[:-1] if isinstance(step, str)]
    where = f"`{inside[-1]}` has" if inside else f"{kind} has"
    message = f"{where} no field `{field}`"
    return Problem("unknown-field", message, place.mark, did_you_mean(field, known))


def _missing_field(
    detail: ErrorDetails, place: Located, path: list[str | int], root: Any, kind: str
) -> Problem:
    field = str(detail["loc"][-1])
    inside = [step for step in path if isinstance(step, str)]
    where = f"this part of `{inside[-1]}`" if inside else kind
    span = Span(place.mark.path, place.mark.line, place.mark.col, place.mark.width)
    return Problem("missing-field", f"{where} needs `{field}`", span, f"add a line `{field}: …`")


def _bad_pattern(
    detail: ErrorDetails, place: Located, path: list[str | int], root: Any, kind: str
) -> Problem:
    pattern = detail.get("ctx", {}).get("pattern", "")
    if pattern.startswith(("^[a-z][a-z0-9]*", "^[a-z][a-z0-9/-]*")):
        help_ = "use lower-case letters, digits and single hyphens, such as `rest-then-move`"
        return Problem("bad-id", f"`{place.value}` cannot be an id", place.mark, help_)
    message = f"{_name(path)} does not have the form of one: {_shown(place.value)}"
    return Problem("bad-value", message, place.span, f"it must match `{pattern}`")


def _bad_choice(
    detail: ErrorDetails, place: Located, path: list[str | int], root: Any, kind: str
) -> Problem:
    expected = str(
        detail.get("ctx", {}).get("expected", detail.get("ctx", {}).get("expected_tags", ""))
    )
    choices = [word.strip(" '\"") for word in expected.replace(" or ", ", ").split(",")]
    discriminator = str(detail.get("ctx", {}).get("discriminator", "")).strip("'")
    if discriminator and isinstance(place.value, dict):
        place = place.value.get(discriminator, place)
        path = [*path, discriminator]
    message = f"{_name(path)} cannot be {_shown(place.value)}"
    return Problem("bad-value", message, place.span, did_you_mean(str(place.value), choices))


def _no_tag(
    detail: ErrorDetails, place: Located, path: list[str | int], root: Any, kind: str
) -> Problem:
    field = str(detail.get("ctx", {}).get("discriminator", "kind")).strip("'")
    return Problem(
        "missing-field", f"{kind} needs `{field}`", place.mark, f"add a line `{field}: …`"
    )


def _too_short(
    detail: ErrorDetails, place: Located, path: list[str | int], root: Any, kind: str
) -> Problem:
    return Problem("empty-list", f"{_name(path)} is empty", place.mark, "add at least one entry")


def _broken_rule(
    detail: ErrorDetails, place: Located, path: list[str | int], root: Any, kind: str
) -> Problem:
    message = str(detail["msg"]).removeprefix("Value error, ")
    if message.startswith("over-limit:"):
        name = message.removeprefix("over-limit:").split(",")[0]
        limit = place.value[name] if isinstance(place.value, dict) else place
        help_ = "the limits stand in `hooks/guide/model/step.py`, with their source"
        return Problem("ice-over-limit", f"`{name}` goes beyond what is safe", limit.span, help_)
    return Problem("bad-value", message, place.mark, "")


_Explain = Callable[[ErrorDetails, Located, list[str | int], Any, str], Problem]
_EXPLANATIONS: dict[str, _Explain] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing_field,
    "string_pattern_mismatch": _bad_pattern,
    "literal_error": _bad_choice,
    "enum": _bad_choice,
    "union_tag_invalid": _bad_choice,
    "union_tag_not_found": _no_tag,
    "too_short": _too_short,
    "value_error": _broken_rule,
}


def _find(located: Located, loc: tuple[str | int, ...]) -> tuple[Located, list[str | int]]:
    """The value that `loc` leads to. Pydantic puts the tags of unions into it; they are no keys."""
    path: list[str | int] = []
    here = located
    for step in loc:
        deeper = here.at((step,))
        if deeper is not here:
            here = deeper
            path.append(step)
    return here, path


def _name(path: list[str | int]) -> str:
    words = [step for step in path if isinstance(step, str)]
    if not words:
        return "the file"
    return f"an entry of `{words[-1]}`" if isinstance(path[-1], int) else f"`{words[-1]}`"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else f"`{value}`"


def _model_at(annotation: Any, loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model that describes the mapping at `loc`."""
    for index, step in enumerate(loc):
        annotation = _bare(annotation)
        origin, args = get_origin(annotation), get_args(annotation)
        if origin in {Union, types.UnionType}:
            tagged = [arg for arg in args if step in _tags(arg)]
            if tagged:
                annotation = tagged[0]
                continue
            return _model_at(args[0], loc[index:])
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            fields = annotation.model_fields
            by_alias = {field.alias or name: field for name, field in fields.items()}
            if step not in by_alias:
                return None
            annotation = by_alias[str(step)].annotation
        elif origin in {tuple, list}:
            annotation = args[0]
        elif origin is dict:
            annotation = args[1]
    annotation = _bare(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return None


def _bare(annotation: Any) -> Any:
    """The annotation without `Annotated` and without `| None`."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in {Union, types.UnionType}:
        members = [arg for arg in get_args(annotation) if arg is not type(None)]
        if len(members) == 1:
            return _bare(members[0])
    return annotation


def _tags(annotation: Any) -> tuple[Any, ...]:
    model = _bare(annotation)
    field = model.model_fields.get("kind") if hasattr(model, "model_fields") else None
    is_literal = field is not None and get_origin(field.annotation) is Literal
    return get_args(field.annotation) if field is not None and is_literal else ()


def _field_names(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]
