"""Every figure keeps what it claims, and every spoilt figure is found out."""

from __future__ import annotations

from collections import Counter

import pytest
from guide.figures import ChainFigure, PelvisFigure, Pose, check_figure
from guide.figures.furniture import solids
from guide.figures.geometry import depth_inside
from pydantic import ValidationError

from .content import ADAPTER, raw_figures
from .mutants import Raw, mutants

MUTANTS = dict(mutants())


def test_every_figure_meets_its_claims(
    figure: Pose | PelvisFigure | ChainFigure, tally: Counter[str]
) -> None:
    assert check_figure(figure) == []
    tally["claims held"] += len(figure.claims) + len(getattr(figure, "contacts", ()))


def test_every_figure_claims_something(figure: Pose | PelvisFigure | ChainFigure) -> None:
    assert figure.claims


@pytest.mark.parametrize("name", raw_figures())
def test_every_file_begins_with_its_own_id_and_its_kind(name: str) -> None:
    assert list(raw_figures()[name])[:2] == ["id", "kind"]
    assert raw_figures()[name]["id"] == name


@pytest.mark.parametrize("mutant", MUTANTS.values(), ids=MUTANTS.keys())
def test_every_spoilt_figure_is_caught(mutant: Raw, tally: Counter[str]) -> None:
    problems = check_figure(ADAPTER.validate_python(mutant))
    assert problems, "nothing was found wrong with it"
    for problem in problems:  # each in the house wording: a fact, then what to do
        assert problem.message[0].islower() or problem.message[0] in "`-0123456789"
        assert problem.help and not (problem.message + problem.help).endswith(".")
    tally["mutants caught"] += 1


def test_a_claim_that_is_not_met_is_found_at_its_place() -> None:
    raw = raw_figures()["floor-chair"]
    raw["claims"][1]["value"] = 120
    (problem,) = check_figure(ADAPTER.validate_python(raw))
    assert problem.path == ("claims", 1)
    assert problem.message == "the knee angle is 90 degrees, not 120"
    assert problem.help == "anything from 112 to 128 keeps it"


def test_a_misspelt_field_is_refused() -> None:
    raw = raw_figures()["floor-chair"]
    raw["body"]["knees"] = 90
    with pytest.raises(ValidationError, match="knees"):
        ADAPTER.validate_python(raw)


def test_the_cloth_lies_under_the_ice_and_sticks_out_on_all_sides() -> None:
    (ice,) = (
        p
        for p in ADAPTER.validate_python(raw_figures()["ice-on-side"]).props
        if p.kind == "ice-pack"
    )
    cloth, pack = solids(ice)
    assert (cloth.material, pack.material) == ("cloth", "ice")
    assert all(depth_inside(cloth.outline, p) > 0.01 for p in pack.outline)


def test_a_claim_about_what_is_not_drawn_is_a_problem_and_no_crash() -> None:
    raw = raw_figures()["floor-chair"]
    del raw["body"]["arm"]
    raw["claims"] = [
        {"claim": "angle", "joint": "shoulder", "value": 20, "within": 5},
        {"claim": "touches", "part": "hand", "what": "footstool"},
        {"claim": "higher", "joint": "far-wrist", "than": "hip", "by": 0},
    ]
    problems = check_figure(ADAPTER.validate_python(raw))
    assert [p.path for p in problems] == [("claims", 0), ("claims", 1), ("claims", 2)]
    assert problems[0].message == "there is no `elbow` in this picture"


def test_a_span_that_is_written_backwards_is_refused() -> None:
    raw = raw_figures()["floor-chair"]
    raw["props"][0]["at"].reverse()
    with pytest.raises(ValidationError, match="write the smaller one first"):
        ADAPTER.validate_python(raw)
