"""What forks do to their copy, in YAML alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

from .content_copy import ContentCopy
from .real_content import tags

CAUSAL_STORY = ["why", "next#torsion", "next#do-not", "next#programme"]


def without_the_causal_story(copy: ContentCopy) -> None:
    """One line: the page, and what else tells of the pelvis."""
    with edited(copy, "guide.yml") as guide:
        guide["leave_out"] = CAUSAL_STORY


def with_a_country(copy: ContentCopy) -> None:
    """A number of its own, with who says so."""
    copy.replace(
        "emergency.yml",
        "countries:\n",
        "countries:\n"
        f"  - id: {new_country(copy.folder)}\n"
        "    numbers:\n"
        '      - tel: "112"\n'
        "        confirmed: true\n"
        "    checked: 2026-11-23\n"
        "    languages: [is]\n"
        "    sources: [who says so]\n\n",
    )


def new_country(content: Path) -> str:
    """A country that the content in that folder does not know yet."""
    known = yaml.safe_load((content / "emergency.yml").read_text("utf-8"))["countries"]
    there = {country["id"] for country in known}
    letters = (id_ for id_ in sorted(Locale("en").territories) if id_.isalpha())
    return next(id_ for id_ in ("IS", *letters) if id_ not in there)


def new_languages() -> list[str]:
    """Languages that the content does not know yet."""
    return [tag for tag in ("nl", "cs", "da", "fi", "ro", "sv") if tag not in tags()]


@contextmanager
def edited(copy: ContentCopy, name: str) -> Iterator[dict[str, Any]]:
    """What a file of the copy says, to change."""
    path = copy.folder / name
    said = yaml.safe_load(path.read_text("utf-8"))
    yield said
    path.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")


def with_a_position(copy: ContentCopy) -> None:
    """A relief position that uses a picture that is there."""
    copy.write(
        "positions/beanbag.yml",
        "id: beanbag\nkind: relief\nfigures: [pillows]\non_floor: true\n"
        "sections:\n"
        "  - id: before\n    kind: caution\n    claims: [pregnancy-side]\n    lines:\n"
        "      - id: sure-to-get-up\n      - id: pregnant\n      - id: stop-if-worse\n"
        "    links: [positions/getting-down-and-up]\n"
        "  - id: do\n    kind: actions\n    claims: [stay-time]\n    lines:\n"
        "      - id: lie\n"
        "links: [positions/getting-down-and-up]\n",
    )
    with edited(copy, "guide.yml") as guide:
        guide["positions"].insert(-1, "beanbag")
    name = "positions.beanbag"
    copy.set_strings(
        "en",
        {
            "also-called.positions-beanbag": "bean bag; sack",
            f"{name}.title": "Legs on a beanbag",
            f"{name}.lead": "Soft, and easy to shape.",
            f"{name}.before.heading": "First",
            f"{name}.before.sure-to-get-up": "Only if you are sure that you can get up again.",
            f"{name}.before.pregnant": "From {warnings.pregnancy} pregnant, lie on your side.",
            f"{name}.before.stop-if-worse": "Stop if leg pain, numbness or weakness grows.",
            f"{name}.do.heading": "What to do",
            f"{name}.do.lie": "Lie down, and put your lower legs on the beanbag.",
        },
    )


def with_a_step(copy: ContentCopy) -> None:
    """A fourth step, after the last."""
    copy.write(
        "steps/breathe.yml",
        "id: breathe\nkind: plain\n"
        "sections:\n"
        "  - id: do\n    kind: actions\n    claims: [stay-active]\n    lines:\n"
        "      - id: slowly\n      - id: count\n"
        "links: [help]\n",
    )
    with edited(copy, "guide.yml") as guide:
        guide["steps"].append("breathe")
    with edited(copy, "card.yml") as card:
        for extent in ("full", "wallet"):
            card[extent]["breathe"] = {"lines": ["steps.breathe.do.slowly"]}
        card["wallet"]["raise-your-legs"]["pictures"].pop()  # so that there is room for it
    copy.append("now.yml", "\n  - page: steps/breathe\n    lines: [steps.breathe.do.slowly]\n")
    copy.set_strings(
        "en",
        {
            "also-called.steps-breathe": "breathing; breath",
            "steps.breathe.title": "Breathe",
            "steps.breathe.lead": "Slow breaths help you to let go.",
            "steps.breathe.do.heading": "What to do",
            "steps.breathe.do.slowly": "Breathe in through the nose, slowly.",
            "steps.breathe.do.count": "Let the breath out for twice as long.",
        },
    )


def with_a_second_topic(copy: ContentCopy) -> None:
    """Another complaint: its pages, its picture, its claim and its source."""
    copy.write(
        "explanation/sprain.yml",
        "id: sprain\nquantities:\n  rest: {from: 1, to: 2, unit: day}\n"
        "sections:\n"
        "  - id: do\n    kind: actions\n    claims: [sprain-rest]\n    figures: [sprain-walk]\n"
        "    lines:\n      - id: rest\n        safety: true\n      - id: walk\n"
        "  - id: do-not\n    kind: do-not\n    lines:\n      - id: run\n"
        "    links: [sprain-help, help]\n",
    )
    copy.write(
        "explanation/sprain-help.yml",
        "id: sprain-help\n"
        "sections:\n"
        "  - id: see-someone\n    kind: ask-first\n    lines:\n      - id: no-weight\n"
        "links: [sprain]\n",
    )
    walk = (copy.folder / "figures" / "walk.yml").read_text("utf-8")
    copy.write("figures/sprain-walk.yml", walk.replace("id: walk", "id: sprain-walk"))
    with edited(copy, "guide.yml") as guide:
        guide["articles"] += ["sprain", "sprain-help"]
        guide["menu"] += ["sprain", "sprain-help"]
    copy.append(
        "evidence.yml",
        "  - id: sprain-rest\n    by: guide\n    grade: advice\n    sources: [sprain-leaflet]\n",
    )
    copy.append(
        "sources.yml",
        "\n  - id: sprain-leaflet\n    title: Sprained ankles\n    container: A hospital\n"
        "    url: https://hospital.example.org/ankle\n    verified: full\n    seen: 2026-11-23\n",
    )
    copy.set_strings(
        "en",
        {
            "also-called.sprain": "twisted ankle",
            "also-called.sprain-help": "ankle and doctor",
            "articles.sprain.title": "A sprained ankle",
            "articles.sprain.lead": "Rest it, then walk a little.",
            "articles.sprain.do.heading": "What to do",
            "articles.sprain.do.rest": "Rest it for {sprain.rest}.",
            "articles.sprain.do.walk": "Then walk a few easy steps.",
            "articles.sprain.do-not.heading": "Do not",
            "articles.sprain.do-not.run": "Do not run on it.",
            "articles.sprain-help.title": "When to have an ankle seen",
            "articles.sprain-help.lead": "Check this first.",
            "articles.sprain-help.see-someone.heading": "See someone if",
            "articles.sprain-help.see-someone.no-weight": "You cannot put weight on it.",
            "figures.sprain-walk.title": "Walking a little",
            "figures.sprain-walk.desc": "Seen from the side. A person walks with easy steps.",
            "figures.sprain-walk.caption": "Walk a few easy steps.",
            "claims.sprain-rest.says": "Rest a sprained ankle, then walk.",
            "claims.sprain-rest.label": "Common safety advice",
            "claims.sprain-rest.research": "A leaflet says so.",
        },
    )


FORKS = {
    fork.__name__.replace("_", " "): fork
    for fork in (
        without_the_causal_story,
        with_a_country,
        with_a_position,
        with_a_step,
        with_a_second_topic,
    )
}
