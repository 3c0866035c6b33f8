"""The best figure by whose dead they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.publishing.codebooks import Row, rendered
from marsad.records import Bounds

from .conftest import Case, exactly, role

Make = Callable[..., Case]
REBELS = role("agent", "التنظيم", "REB", entity="isil")
SOLDIERS = role("target", "جنود", "MIL")
VILLAGERS = role("target", "قرويون", "CVL")


def split(case: Case) -> list[Any]:
    found = rendered(case[0], "ucdp", case[1])
    assert isinstance(found, Row)
    return [found.cells[f"deaths_{name}"] for name in ("a", "b", "civilians", "unknown")]


def test_words_for_whom_a_figure_counts_tell_whose_dead_they_are(case: Make) -> None:
    dead = ({"low": 5, "high": 5, "of": "الجنود"}, {"low": 2, "high": 2, "of": "مدنيين"})
    assert split(case(REBELS, SOLDIERS, killed=exactly(9), dead=dead)) == [5, 0, 2, 2]


def test_the_side_of_a_figure_goes_before_its_words(case: Make) -> None:
    dead = ({"low": 3, "high": 3, "side": "agent"}, {"low": 1, "high": 1, "side": "bystander", "of": "جندي"})
    assert split(case(REBELS, SOLDIERS, killed=exactly(4), dead=dead)) == [0, 3, 1, 0]


def test_parts_count_and_their_whole_does_not(case: Make) -> None:
    dead = ({"low": 32, "high": 32, "of": "جنود"}, {"low": 29, "high": 29, "of": "جنود", "part_of": "f1"},
            {"low": 3, "high": 3, "of": "مدنيين", "part_of": "f1"})  # fmt: skip
    assert split(case(REBELS, SOLDIERS, killed=exactly(32), dead=dead)) == [29, 0, 3, 0]


def test_the_dead_of_one_sided_violence_are_civilians_unless_told_otherwise(case: Make) -> None:
    dead = ({"low": 1, "high": 1, "side": "agent"},)
    assert split(case(REBELS, VILLAGERS, killed=exactly(8), dead=dead)) == [1, 0, 7, 0]
    assert split(case(REBELS, VILLAGERS, killed=exactly(8))) == [0, 0, 8, 0]


def test_figures_that_count_more_than_the_best_tell_nothing(case: Make) -> None:
    dead = ({"low": 7, "high": 7, "of": "جنود"},)
    assert split(case(REBELS, SOLDIERS, killed=exactly(5), dead=dead)) == [0, 0, 0, 5]


FIGURE = st.fixed_dictionaries(
    {
        "low": st.none() | st.integers(0, 40),
        "high": st.none() | st.integers(0, 40),
        "of": st.none() | st.sampled_from(["جنود", "مدنيين", "مسلحين", "أشخاص", "xyz"]),
        "side": st.none() | st.sampled_from(["agent", "target", "bystander"]),
    }
)


@pytest.mark.parametrize("target", [SOLDIERS, VILLAGERS])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(best=st.integers(1, 60), figures=st.lists(FIGURE, max_size=5))
def test_the_dead_of_all_sides_add_up_to_the_best(
    case: Make, target: Any, best: int, figures: list[dict[str, Any]]
) -> None:
    counts = split(case(REBELS, target, killed=Bounds(low=0, best=best, high=None), dead=tuple(figures)))
    assert sum(counts) == best
    assert min(counts) >= 0
