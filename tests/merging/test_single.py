from __future__ import annotations

import pytest

from marsad.merging.single import tolls
from marsad.records import Bounds, Certainty, Claim, FigureBody, Speaker


def figure(
    id_: str,
    low: int | None,
    high: int | None,
    *,
    of: str | None = None,
    at: tuple[int, int] = (10, 20),
    measure: str = "killed",
    part_of: str | None = None,
    certainty: Certainty = "asserted",
    voice: tuple[Speaker, ...] = (),
) -> Claim:
    body = FigureBody(measure=measure, low=low, high=high, of=of, part_of=part_of, event="e")
    return Claim(
        id=id_,
        report="r",
        kind="figure",
        start=at[0],
        end=at[1],
        text="x" * (at[1] - at[0]),
        figure=body,
        certainty=certainty,
        voice=voice,
    )


def killed(*figures: Claim) -> Bounds | None:
    return tolls([(claim, claim.figure) for claim in figures if claim.figure]).get("killed")


@pytest.mark.parametrize(
    ("figures", "bounds"),
    [
        ([figure("a", 5, 5)], (5, 5, 5)),
        ([figure("a", 5, None)], (5, 5, None)),
        ([figure("a", None, 9)], (None, None, 9)),
        ([figure("a", 5, 5), figure("b", 9, 9, at=(50, 60))], (5, 5, 9)),
        ([figure("a", 5, 5, certainty="alleged"), figure("b", 9, 9, at=(50, 60))], (5, 9, 9)),
        (
            [figure("a", 32, 32), figure("b", 29, 29, part_of="a"), figure("c", 3, 3, part_of="a")],
            (32, 32, 32),
        ),
        ([figure("a", 3, 3, of="جنود"), figure("b", 5, 5, of="مدنيين", at=(21, 30))], (8, 8, 8)),
        ([figure("a", 3, 3, of="جنود"), figure("b", 5, 5, of="جنود", at=(21, 30))], (3, 3, 5)),
        ([figure("a", 3, 3, of="جنود"), figure("b", 5, None, of="مدنيين", at=(21, 30))], (8, 8, None)),
        ([figure("a", 3, 3, of="جنود"), figure("b", 5, 5, of="مدنيين", at=(40, 50))], (3, 3, 5)),
        ([figure("a", 0, 0)], (0, 0, 0)),
        ([figure("a", None, None)], (None, None, None)),
    ],
)
def test_tolls(figures: list[Claim], bounds: tuple[int | None, int | None, int | None]) -> None:
    low, best, high = bounds
    assert killed(*figures) == Bounds(low=low, best=best, high=high)


def test_what_two_voices_count_is_not_added_up() -> None:
    one = figure("a", 3, 3, of="جنود", voice=(Speaker("الجيش", 0, 5),))
    other = figure("b", 5, 5, of="مدنيين", at=(21, 30))
    assert killed(one, other) == Bounds(low=3, best=3, high=5)


def test_measures_are_kept_apart() -> None:
    told = (figure("a", 3, 3), figure("b", 7, 7, measure="injured", at=(21, 30)))
    assert tolls([(claim, claim.figure) for claim in told if claim.figure]) == {
        "injured": Bounds(low=7, best=7, high=7),
        "killed": Bounds(low=3, best=3, high=3),
    }
