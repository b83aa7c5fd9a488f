"""Every figure keeps what it claims, and every spoilt figure is found out."""

from __future__ import annotations

from collections import Counter

import pytest
from guide.figures import ChainFigure, PelvisFigure, Pose, check_figure
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
    figure = ADAPTER.validate_python(mutant)
    assert check_figure(figure), "nothing was found wrong with it"
    tally["mutants caught"] += 1


def test_a_claim_that_is_not_met_is_found_at_its_place() -> None:
    raw = raw_figures()["floor-chair"]
    raw["claims"][1]["value"] = 120
    problem, = check_figure(ADAPTER.validate_python(raw))
    assert problem.path == ("claims", 1)
    assert problem.message == "the knee angle is 90 degrees, not 120"
    assert problem.help == "anything from 112 to 128 keeps it"


def test_all_problems_speak_in_the_house_wording() -> None:
    for mutant in MUTANTS.values():
        for problem in check_figure(ADAPTER.validate_python(mutant)):
            assert problem.message and problem.help
            assert problem.message[0].islower() or problem.message[0] in "`-0123456789"
            assert not problem.message.endswith(".") and not problem.help.endswith(".")


def test_a_misspelt_field_is_refused() -> None:
    raw = raw_figures()["floor-chair"]
    raw["body"]["knees"] = 90
    with pytest.raises(ValidationError, match="knees"):
        ADAPTER.validate_python(raw)
