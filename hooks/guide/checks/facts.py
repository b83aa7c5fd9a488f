"""The source article is carried whole: every fact on a page, weighed, and attributed."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..model.section import Line, Section
from ..problems import Problem, did_you_mean


def check(content: Content) -> list[Problem]:
    """Facts that no line carries, lines that carry no known fact, claims without a label."""
    return [*_lines(content), *_claims(content), *_uncarried(content)]


def _lines(content: Content) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in content.facts.model.facts}
    for _, document in content.pages():
        for index, section in enumerate(document.model.sections):
            for number, line in enumerate(section.lines):
                place = ("sections", index, "lines", number)
                for position, id_ in enumerate(line.source):
                    span = document.value_span(*place, "source", position)
                    if id_ not in facts:
                        message = f"the article has no fact `{id_}`"
                        help_ = did_you_mean(id_, facts)
                        yield Problem("unknown-fact", message, span, help_)
                    elif facts[id_].weighed and not _is_weighed(content, section, line, id_):
                        message = f"`{id_}` stands here without an evidence label"
                        help_ = f"name the claim that weighs it: {_weighing(content, id_)}"
                        yield Problem("claim-without-label", message, span, help_)


def _is_weighed(content: Content, section: Section, line: Line, fact: str) -> bool:
    named = {*section.claims, *([line.claim] if line.claim else [])}
    return any(fact in claim.facts for claim in content.evidence.model.claims if claim.id in named)


def _weighing(content: Content, fact: str) -> str:
    ids = [claim.id for claim in content.evidence.model.claims if fact in claim.facts]
    return " or ".join(f"`claim: {id_}`" for id_ in ids) or "add one to `evidence.yml`"


def _claims(content: Content) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in content.facts.model.facts}
    document = content.evidence
    weighed: set[str] = set()
    for index, claim in enumerate(document.model.claims):
        weighed.update(claim.facts)
        for position, id_ in enumerate(claim.facts):
            if id_ not in facts:
                span = document.value_span("claims", index, "facts", position)
                message = f"the article has no fact `{id_}`"
                yield Problem("unknown-fact", message, span, did_you_mean(id_, facts))
    for index, fact in enumerate(content.facts.model.facts):
        if fact.weighed and fact.id not in weighed:
            span = content.facts.value_span("facts", index, "id")
            message = f"no claim weighs `{fact.id}`"
            help_ = f"add it to the `facts` of a claim in `{document.path}`"
            yield Problem("claim-without-label", message, span, help_)


def _uncarried(content: Content) -> Iterator[Problem]:
    if content.broken:
        return
    carried = {
        id_
        for _, document in content.pages()
        for section in document.model.sections
        for line in section.lines
        for id_ in line.source
    }
    for index, fact in enumerate(content.facts.model.facts):
        if fact.id not in carried:
            span = content.facts.value_span("facts", index, "id")
            help_ = f"add `source: [{fact.id}]` to the line that says it"
            yield Problem("uncarried-fact", f"no line carries `{fact.id}`", span, help_)
