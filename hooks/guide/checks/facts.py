"""The source article is carried whole: every fact on a page, weighed, and attributed."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..document import Document
from ..model.section import Article, Line, Section
from ..problems import Problem, Span, did_you_mean


def check(content: Content) -> list[Problem]:
    """Facts that no line carries, lines that carry no known fact, claims without a label."""
    lines, claims = [*_unknown_in_lines(content)], [*_unknown_in_claims(content)]
    problems = [*lines, *claims]
    if not claims:
        problems += [*_unlabelled(content), *_unweighed(content)]
    return problems if lines else [*problems, *_uncarried(content)]


def _unknown_in_lines(content: Content) -> Iterator[Problem]:
    facts = [fact.id for fact in content.facts.model.facts]
    for document, path, _, line in _lines(content):
        for position, id_ in enumerate(line.source):
            if id_ not in facts:
                yield _unknown(id_, facts, document.value_span(*path, "source", position))


def _unknown_in_claims(content: Content) -> Iterator[Problem]:
    facts = [fact.id for fact in content.facts.model.facts]
    for index, claim in enumerate(content.evidence.model.claims):
        for position, id_ in enumerate(claim.facts):
            if id_ not in facts:
                span = content.evidence.value_span("claims", index, "facts", position)
                yield _unknown(id_, facts, span)


def _unknown(id_: str, facts: list[str], span: Span) -> Problem:
    message = f"the article has no fact `{id_}`"
    return Problem("unknown-fact", message, span, did_you_mean(id_, facts))


def _lines(
    content: Content,
) -> Iterator[tuple[Document[Article], tuple[str | int, ...], Section, Line]]:
    for _, document in content.pages():
        for index, section in enumerate(document.model.sections):
            for number, line in enumerate(section.lines):
                yield document, ("sections", index, "lines", number), section, line


def _unlabelled(content: Content) -> Iterator[Problem]:
    weighed = {fact.id for fact in content.facts.model.facts if fact.weighed}
    weighing = {claim.id: claim.facts for claim in content.evidence.model.claims}
    for document, path, section, line in _lines(content):
        named = {*section.claims, *([line.claim] if line.claim else [])}
        if not named <= set(weighing):
            continue
        for position, id_ in enumerate(line.source):
            if id_ in weighed and not any(id_ in weighing[claim] for claim in named):
                span = document.value_span(*path, "source", position)
                message = f"`{id_}` stands here without an evidence label"
                claims = [claim for claim, facts in weighing.items() if id_ in facts]
                if claims:
                    choices = " or ".join(f"`claim: {claim}`" for claim in claims)
                    help_ = f"name the claim that weighs it: {choices}"
                    yield Problem("claim-without-label", message, span, help_)


def _unweighed(content: Content) -> Iterator[Problem]:
    claims = content.evidence.model.claims
    if _named_claims(content) - {claim.id for claim in claims}:
        return
    weighed = {id_ for claim in claims for id_ in claim.facts}
    for index, fact in enumerate(content.facts.model.facts):
        if fact.weighed and fact.id not in weighed:
            span = content.facts.value_span("facts", index, "id")
            message = f"no claim weighs `{fact.id}`"
            help_ = f"add it to the `facts` of a claim in `{content.evidence.path}`"
            yield Problem("claim-without-label", message, span, help_)


def _named_claims(content: Content) -> set[str]:
    return {
        claim
        for _, _, section, line in _lines(content)
        for claim in (*section.claims, line.claim)
        if claim
    }


def _uncarried(content: Content) -> Iterator[Problem]:
    if content.broken:
        return
    carried = {id_ for _, _, _, line in _lines(content) for id_ in line.source}
    for index, fact in enumerate(content.facts.model.facts):
        if fact.id not in carried:
            span = content.facts.value_span("facts", index, "id")
            help_ = f"add `source: [{fact.id}]` to the line that says it"
            yield Problem("uncarried-fact", f"no line carries `{fact.id}`", span, help_)
