"""One test a figure, and a count of what was held at the end of the run."""

from __future__ import annotations

from collections import Counter

import pytest

from .content import figures

TALLY: pytest.StashKey[Counter[str]] = pytest.StashKey()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for ``figure`` runs once for each, under its id."""
    if "figure" in metafunc.fixturenames:
        known = figures()
        metafunc.parametrize("figure", known.values(), ids=known.keys())


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Counter[str]:
    """Counts what the tests of figures have held."""
    return request.config.stash.setdefault(TALLY, Counter())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the counts, and the weight of each figure."""
    tally = terminalreporter.config.stash.get(TALLY, Counter())
    if tally:
        terminalreporter.section("figures")
        for what, count in tally.items():
            terminalreporter.line(f"{what}: {count}")
