"""What forks do to their copy, in YAML alone."""

from __future__ import annotations

from .content_copy import ContentCopy


def without_the_causal_story(copy: ContentCopy) -> None:
    """One line: the page, and what else tells of the pelvis."""
    copy.replace(
        "guide.yml",
        "menu:\n",
        "leave_out: [why, next#torsion, next#do-not, next#programme]\n\nmenu:\n",
    )


def with_a_country(copy: ContentCopy) -> None:
    """A number of its own, with who says so."""
    copy.replace(
        "emergency.yml",
        "countries:\n",
        "countries:\n"
        "  - id: IS\n"
        "    numbers:\n"
        '      - tel: "112"\n'
        "        confirmed: true\n"
        "    checked: 2026-11-23\n"
        "    languages: [is]\n"
        "    sources: [Neyðarlínan]\n\n",
    )


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
    copy.replace("guide.yml", "  - getting-down-and-up\n", "  - beanbag\n  - getting-down-and-up\n")
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
    copy.replace("guide.yml", "  - raise-your-legs\n", "  - raise-your-legs\n  - breathe\n")
    on_card = "  breathe:\n    lines: [steps.breathe.do.slowly]\n"
    wallet = "\n# The card for a wallet"
    copy.replace("card.yml", wallet, f"{on_card}{wallet}")
    copy.append("card.yml", on_card)
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
        "explanation/ankle.yml",
        "id: ankle\nquantities:\n  rest: {from: 1, to: 2, unit: day}\n"
        "sections:\n"
        "  - id: do\n    kind: actions\n    claims: [ankle-rest]\n    figures: [ankle-walk]\n"
        "    lines:\n      - id: rest\n        safety: true\n      - id: walk\n"
        "  - id: do-not\n    kind: do-not\n    lines:\n      - id: run\n"
        "    links: [ankle-help, help]\n",
    )
    copy.write(
        "explanation/ankle-help.yml",
        "id: ankle-help\n"
        "sections:\n"
        "  - id: see-someone\n    kind: ask-first\n    lines:\n      - id: no-weight\n"
        "links: [ankle]\n",
    )
    walk = (copy.folder / "figures" / "walk.yml").read_text("utf-8")
    copy.write("figures/ankle-walk.yml", walk.replace("id: walk", "id: ankle-walk"))
    copy.replace(
        "guide.yml", "  - next\n  - about\n\n", "  - next\n  - about\n  - ankle\n  - ankle-help\n\n"
    )
    copy.replace(
        "guide.yml",
        "  - translation\n  - about\n\n",
        "  - translation\n  - about\n  - ankle\n  - ankle-help\n\n",
    )
    copy.append(
        "evidence.yml",
        "  - id: ankle-rest\n    by: guide\n    grade: advice\n    sources: [ankle-leaflet]\n",
    )
    copy.append(
        "sources.yml",
        "\n  - id: ankle-leaflet\n    title: Sprained ankles\n    container: A hospital\n"
        "    url: https://hospital.example.org/ankle\n    verified: full\n    seen: 2026-11-23\n",
    )
    copy.set_strings(
        "en",
        {
            "also-called.ankle": "twisted ankle",
            "also-called.ankle-help": "ankle and doctor",
            "articles.ankle.title": "A sprained ankle",
            "articles.ankle.lead": "Rest it, then walk a little.",
            "articles.ankle.do.heading": "What to do",
            "articles.ankle.do.rest": "Rest it for {ankle.rest}.",
            "articles.ankle.do.walk": "Then walk a few easy steps.",
            "articles.ankle.do-not.heading": "Do not",
            "articles.ankle.do-not.run": "Do not run on it.",
            "articles.ankle-help.title": "When to have an ankle seen",
            "articles.ankle-help.lead": "Check this first.",
            "articles.ankle-help.see-someone.heading": "See someone if",
            "articles.ankle-help.see-someone.no-weight": "You cannot put weight on it.",
            "figures.ankle-walk.title": "Walking a little",
            "figures.ankle-walk.desc": "Seen from the side. A person walks with easy steps.",
            "figures.ankle-walk.caption": "Walk a few easy steps.",
            "claims.ankle-rest.says": "Rest a sprained ankle, then walk.",
            "claims.ankle-rest.label": "Common safety advice",
            "claims.ankle-rest.research": "A leaflet says so.",
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
