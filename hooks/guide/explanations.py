"""What pydantic complains of, in the words of someone who writes content."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, get_args

from .fault import Fault, name_of, shown
from .fields import field_names, model_at
from .figures.model import FigureId
from .model.base import Address, CountryId, FactId, Id
from .model.card import LineName
from .model.locale import Tag
from .model.step import (
    HEAT_CEILING_MINUTES,
    ICE_CEILING_MINUTES,
    ICE_LOOK_MINUTES,
    ICE_PAUSE_HOURS,
)
from .problems import Problem, did_you_mean


def _pattern(name: Any) -> str:
    """The pattern of a type of names, such as `Id`."""
    return str(get_args(name)[1].pattern)


_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "date_type": "a date",
    "date_from_datetime_inexact": "a date",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "`name: value` lines",
    "model_type": "`name: value` lines",
    "model_attributes_type": "`name: value` lines",
}
_HOW_TO_WRITE = {
    "text": "put quotes around it",
    "a whole number": "write digits without quotes, such as 5",
    "`true` or `false`": "write `true` or `false` without quotes",
    "a number": "write digits without quotes, such as 0.5",
    "a date": "write it without quotes, such as 2026-11-23",
    "a list": "write `[one, two]`, or a line `- one` for each",
    "`name: value` lines": "write each field on a line of its own",
}

_ID_HELP = "use lower-case letters, digits and single hyphens, such as `rest-then-move`"
_FORMS = {
    _pattern(Id): ("bad-id", "an id", _ID_HELP),
    _pattern(FactId): ("bad-id", "the id of a fact", "write `S` and two digits, such as `S03`"),
    _pattern(CountryId): ("bad-id", "the id of a country", "write two capitals, such as `DE`"),
    _pattern(FigureId): ("bad-id", "an id", _ID_HELP),
    _pattern(LineName): ("bad-value", "a line", "write one such as `steps.ice.do.time`"),
    _pattern(Tag): ("bad-id", "the tag of a language", "write one such as `en` or `pt-BR`"),
    _pattern(Address): ("bad-value", "an address", "write one such as `steps/ice` or `why#chain`"),
}
"""What the patterns of names describe, in words."""
_EXAMPLES = {
    "version": '"2026.1"',
    "tel": '"112"',
    "doi": "10.1136/bjsm.2006.031237",
    "url": "https://www.nhs.uk/conditions/back-pain/",
}

_CLOSER_THAN_ID = 0.7
"""How much two names must agree, so that `id` is not taken for a slip for `kind`."""

_ICE_LIMITS = {
    "never_over": f"at most {ICE_CEILING_MINUTES} minutes",
    "time": "minutes, and no more than `never_over`",
    "look_after": f"at most {ICE_LOOK_MINUTES} minutes",
    "again_after": f"at least {ICE_PAUSE_HOURS} hours",
    "heat_time": f"at most {HEAT_CEILING_MINUTES} minutes",
}


def explained(fault: Fault) -> list[Problem]:
    """What an author has to know of one fault, in the words of content and not of the model."""
    for prefix, explain in _EXPLANATIONS.items():
        if fault.error.startswith(prefix):
            return explain(fault)
    kind = _KINDS.get(fault.error)
    if kind is None:
        message = f"{fault.name} cannot be {shown(fault.place)}: {fault.said.lower()}"
        return [Problem("bad-value", message, fault.place.span)]
    help_ = _HOW_TO_WRITE[kind]
    if fault.place.value is None:
        message, help_ = f"{fault.name} is empty", f"it must be {kind}"
    else:
        message = f"{fault.name} must be {kind}, not {shown(fault.place)}"
    return [Problem("wrong-type", message, fault.place.span, help_)]


def _unknown_field(fault: Fault) -> list[Problem]:
    field = str(fault.loc[-1])
    owner = model_at(fault.root, fault.loc[:-1])
    message = f"{name_of(fault.path[:-1], fault.kind)} has no field `{field}`"
    help_ = did_you_mean(field, field_names(owner) if owner else [])
    return [Problem("unknown-field", message, fault.place.mark, help_)]


def _missing_field(fault: Fault) -> list[Problem]:
    field = fault.loc[-1]
    if isinstance(field, int):
        message = f"{fault.name} has too few entries"
        help_ = f"write at least {field + 1}"
        return [Problem("missing-field", message, fault.place.span, help_)]
    message = f"{fault.name} needs `{field}`"
    return [Problem("missing-field", message, fault.place.mark, f"add `{field}: …`")]


def _too_long(fault: Fault) -> list[Problem]:
    message = f"{fault.name} has too many entries"
    return [Problem("bad-value", message, fault.place.span, f"keep {fault.context['max_length']}")]


def _bad_pattern(fault: Fault) -> list[Problem]:
    pattern = fault.context["pattern"]
    is_key = fault.loc[-1] == "[key]"
    span = fault.place.mark if is_key else fault.place.span
    written = str(fault.loc[-2]) if is_key else fault.place.typed
    if pattern in _FORMS:
        code, what, help_ = _FORMS[pattern]
        return [Problem(code, f"`{written}` cannot be {what}", span, help_)]
    example = _EXAMPLES.get(str(fault.path[-1]))
    help_ = f"write it like {example}" if example else f"it must match `{pattern}`"
    return [Problem("bad-value", f"{fault.name} cannot be `{written}`", span, help_)]


def _bad_choice(fault: Fault) -> list[Problem]:
    place, path = fault.place, fault.path
    expected = str(fault.context.get("expected", fault.context.get("expected_tags", "")))
    choices = [word.strip(" '\"") for word in expected.replace(" or ", ", ").split(",")]
    discriminator = str(fault.context.get("discriminator", "")).strip("'")
    if discriminator and isinstance(place.value, dict):
        place = place.value.get(discriminator, place)
        path = [*path, discriminator]
    if expected in {"True", "False"}:
        choices = [expected.lower()]
    message = f"{name_of(path, fault.kind)} cannot be {shown(place)}"
    return [Problem("bad-value", message, place.span, did_you_mean(place.typed, choices))]


def _no_tag(fault: Fault) -> list[Problem]:
    field = str(fault.context["discriminator"]).strip("'")
    written = fault.place.value if isinstance(fault.place.value, dict) else {}
    for slip in get_close_matches(field, written, n=1, cutoff=_CLOSER_THAN_ID):
        message = f"{fault.name} has no field `{slip}`"
        span = written[slip].mark
        return [Problem("unknown-field", message, span, f"did you mean `{field}`?")]
    message = f"{fault.name} needs `{field}`"
    return [Problem("missing-field", message, fault.place.mark, f"add `{field}: …`")]


def _too_short(fault: Fault) -> list[Problem]:
    help_ = "add at least one entry"
    return [Problem("empty-list", f"{fault.name} is empty", fault.place.mark, help_)]


def _out_of_range(fault: Fault) -> list[Problem]:
    bounds = {"ge": "{} or more", "gt": "more than {}", "le": "{} or less", "lt": "less than {}"}
    help_ = next(
        f"write {words}".format(fault.context[b])
        for b, words in bounds.items()
        if b in fault.context
    )
    message = f"{fault.name} cannot be {shown(fault.place)}"
    return [Problem("bad-value", message, fault.place.span, help_)]


def _broken_rule(fault: Fault) -> list[Problem]:
    """A rule of a model. Its text names the field at fault first; a help may follow a colon."""
    rule = fault.said.removeprefix("Value error, ")
    fields = fault.place.value if isinstance(fault.place.value, dict) else {}
    if rule.startswith("over-limit:"):
        names = rule.removeprefix("over-limit:").split(",")
        return [
            Problem(
                "ice-over-limit",
                f"`{name}` goes beyond what is safe",
                fields[name].span,
                f"write {_ICE_LIMITS[name]}: `hooks/guide/model/step.py` says why",
            )
            for name in names
        ]
    named = [fields[word].span for word in rule.split("`")[1::2] if word in fields]
    message, _, help_ = rule.partition(": ")
    span = named[0] if named else fault.place.mark
    return [Problem("bad-value", message, span, help_ or "change one or the other")]


_EXPLANATIONS: dict[str, Callable[[Fault], list[Problem]]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing_field,
    "string_pattern_mismatch": _bad_pattern,
    "literal_error": _bad_choice,
    "enum": _bad_choice,
    "union_tag_invalid": _bad_choice,
    "union_tag_not_found": _no_tag,
    "too_short": _too_short,
    "too_long": _too_long,
    "greater_than": _out_of_range,
    "less_than": _out_of_range,
    "value_error": _broken_rule,
}
