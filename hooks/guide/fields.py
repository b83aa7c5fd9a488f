"""Which model describes a place in a file, and the fields that it has."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel


def model_at(annotation: Any, loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model that describes the mapping at `loc`."""
    for index, step in enumerate(loc):
        annotation = _bare(annotation)
        origin, args = get_origin(annotation), get_args(annotation)
        if origin in {Union, types.UnionType}:
            tagged = [arg for arg in args if step in _tags(arg)]
            if tagged:
                annotation = tagged[0]
                continue
            return model_at(args[0], loc[index:])
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
    """The words that choose this member of a union, in its `kind` or its `claim`."""
    model = _bare(annotation)
    fields = model.model_fields if hasattr(model, "model_fields") else {}
    chosen_by = fields.get("kind") or fields.get("claim")
    return get_args(chosen_by.annotation) if chosen_by else ()


def field_names(model: type[BaseModel]) -> list[str]:
    """The fields of a model as they are called in YAML, where `from` is no name for Python."""
    return [field.alias or name for name, field in model.model_fields.items()]
