"""The names of strings: each one that the guide needs is there, and none is left over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..content import Content
from ..model.position import Position
from ..model.step import IceStep
from ..model.warning import EMERGENCY_SIGNS
from ..placeholders import placeholders
from ..problems import Problem, Span, nearest
from ..strings import Key, StringUse, also_called_key, owner_key
from ..yaml_source import Located
from .safety import FLOOR_CAUTIONS, ICE_CAUTIONS


@dataclass(frozen=True)
class Gap:
    """A name that the file lacks, and the strings that should stand there."""

    key: Key
    uses: tuple[StringUse, ...]

    @property
    def asked_for(self) -> str:
        """Who needs it, at the end of a help."""
        place = self.uses[0].needed_at
        return f"{place.path}:{place.line} asks for it" if place else ""


def check(content: Content, uses: dict[Key, StringUse], located: Located) -> list[Problem]:
    """Missing strings, strings that nothing shows, and names in the place of text."""
    misplaced = {key: problem for key, problem in _misplaced(uses, located)}

    def is_misplaced(key: Key) -> bool:
        return any(key[: len(start)] == start for start in misplaced)

    has_slips = _has_slips(content, located)

    def is_explained(key: Key, at: Located) -> bool:
        return all(_is_explained(content, leaf, has_slips) for leaf, _ in at.leaves(key))

    gaps = [gap for gap in _gaps(uses, located) if not is_misplaced(gap.key)]
    spare = {key: at for key, at in _spare(uses, located).items() if not is_misplaced(key)}
    problems = list(misplaced.values())
    for gap in gaps:
        slips = [key[-1] for key in spare if key[:-1] == gap.key[:-1]]
        slip = nearest(gap.key[-1], slips)
        if slip is None:
            problems.append(_missing(gap, located))
            continue
        key = (*gap.key[:-1], slip)
        at = spare.pop(key)
        if not is_explained(key, at):
            problems.append(_misnamed(gap, key, at.mark))
    problems += [_unused(key, at) for key, at in spare.items() if not is_explained(key, at)]
    return problems


def _misplaced(uses: dict[Key, StringUse], located: Located) -> Iterator[tuple[Key, Problem]]:
    for key in uses:
        for length in range(len(key) + 1):
            at = located.at(key[:length])
            start = ".".join(key[:length])
            if length == len(key) and isinstance(at.value, dict) and located.has(key):
                message = f"`{start}` must be text, not `name: value` lines"
                yield key, Problem("wrong-type", message, at.mark, "write one sentence here")
            elif length < len(key) and located.has(key[:length]):
                if not isinstance(at.value, dict):
                    message = f"`{start}` must be `name: value` lines, not text"
                    help_ = f"write `{key[length]}: …` and the others below it"
                    yield key[:length], Problem("wrong-type", message, at.mark, help_)
                    break


def _gaps(uses: dict[Key, StringUse], located: Located) -> list[Gap]:
    """What is missing, a whole branch at once."""
    found: dict[Key, list[StringUse]] = {}
    for key, use in uses.items():
        starts = (key[:length] for length in range(1, len(key) + 1))
        absent = next((start for start in starts if not located.has(start)), None)
        if absent is None and not str(located.at(key).value).strip():
            absent = key
        if absent is not None:
            found.setdefault(absent, []).append(use)
    return [Gap(key, tuple(of_key)) for key, of_key in found.items()]


def _spare(uses: dict[Key, StringUse], located: Located) -> dict[Key, Located]:
    """What nothing shows, a whole branch at once."""
    known = {key[:length] for key in uses for length in range(1, len(key) + 1)}
    found: dict[Key, Located] = {}
    for key, _ in located.leaves():
        starts = (key[:length] for length in range(1, len(key) + 1))
        start = next((start for start in starts if start not in known), None)
        if start is not None:
            found.setdefault(start, located.at(start))
    return found


def _has_slips(content: Content, located: Located) -> bool:
    """Whether some string names a number that is not there: its unit may then seem unused."""
    known = {f"{owner}.{name}" for owner, names in content.quantities().items() for name in names}
    return any(
        "." in name and name not in known
        for _, leaf in located.leaves()
        for name in placeholders(str(leaf.value))
    )


def _is_explained(content: Content, key: Key, has_slips: bool) -> bool:
    """Whether a string is spare only because of something that is told elsewhere."""
    group, name = key[0], key[1] if len(key) > 1 else ""
    folder = {"articles": "explanation"}.get(group, group)
    if f"{folder}/{name}" in content.broken:
        return True
    if group == "also-called":
        pages = (path.removeprefix("explanation/") for path in content.broken)
        return any(f"{name}-".startswith(f"{also_called_key(page)[-1]}-") for page in pages)
    if group == "units":
        return has_slips or bool(content.broken)
    if group == "figures":
        return bool(content.broken) or bool(_unknown_figures(content))
    if group == "claims":
        weighed = {claim.id for claim in content.evidence.model.claims}
        return name in _named_claims(content) - weighed
    if group == "signs":
        known = {sign.id for sign in content.warnings.model.signs}
        return name in set(EMERGENCY_SIGNS) - known
    return any(key[:2] == owner and key[-1] in ids for owner, ids in _cautions(content))


def _unknown_figures(content: Content) -> set[str]:
    named = {
        id_
        for _, document in content.pages()
        for owner in (document.model, *document.model.sections)
        for id_ in (*getattr(owner, "figures", ()), getattr(owner, "figure", None))
        if id_
    }
    return named - set(content.figures)


def _named_claims(content: Content) -> set[str | None]:
    return {
        claim
        for _, document in content.pages()
        for section in document.model.sections
        for claim in (*section.claims, *(line.claim for line in section.lines))
    }


def _cautions(content: Content) -> Iterator[tuple[Key, set[str]]]:
    for address, document in content.pages():
        if isinstance(document.model, IceStep):
            yield owner_key(address), {id_ for ids in ICE_CAUTIONS.values() for id_ in ids}
        elif isinstance(document.model, Position) and document.model.on_floor:
            yield owner_key(address), set(FLOOR_CAUTIONS)


def _missing(gap: Gap, located: Located) -> Problem:
    name, parent = ".".join(gap.key), ".".join(gap.key[:-1])
    under = f" under `{parent}`" if parent else ""
    at = located.at(gap.key)
    place = Span(located.span.path) if at is located else at.mark
    if len(gap.uses) > 1 or gap.uses[0].key != gap.key:
        names = ", ".join(f"`{'.'.join(use.key[len(gap.key) :])}`" for use in gap.uses)
        message = f"`{name}` is missing, with all its strings"
        help_ = _joined("; ", f"add `{gap.key[-1]}:`{under}, and below it {names}", gap.asked_for)
        return Problem("missing-string", message, place, help_)
    help_ = _joined("; ", f"add `{gap.key[-1]}: …`{under}", gap.asked_for)
    if gap.key[0] == "figures" and gap.key[-1] != "caption":
        message = f"the text alternative `{name}` is missing"
        return Problem("missing-text-alternative", message, place, help_)
    if located.has(gap.key):
        help_ = _joined("; ", "write its words", gap.asked_for)
        return Problem("missing-string", f"the string `{name}` is empty", place, help_)
    return Problem("missing-string", f"the string `{name}` is missing", place, help_)


def _joined(between: str, help_: str, more: str) -> str:
    return between.join(part for part in (help_, more) if part)


def _misnamed(gap: Gap, key: Key, place: Span) -> Problem:
    message = f"nothing shows `{'.'.join(key)}`, and `{'.'.join(gap.key)}` is missing"
    help_ = _joined(" ", f"did you mean `{gap.key[-1]}`?", gap.asked_for)
    return Problem("unused-string", message, place, help_)


def _unused(key: Key, at: Located) -> Problem:
    what = "the strings of" if isinstance(at.value, dict) else "the string"
    message = f"nothing shows {what} `{'.'.join(key)}`"
    help_ = "remove it, or name it in the structure"
    return Problem("unused-string", message, at.mark, help_)
