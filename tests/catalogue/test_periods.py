"""Years, months and days as ends of periods."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.catalogue import Period


@pytest.mark.parametrize(
    ("period", "day", "holds"),
    [
        (Period(), "2015-01-01", True),
        (Period("2015"), "2014-12-31", False),
        (Period("2015"), "2015-01-01", True),
        (Period(None, "2015"), "2015-12-31", True),
        (Period(None, "2016-02"), "2016-02-29", True),
        (Period(None, "2016-02"), "2016-03-01", False),
        (Period("2016-02-10", "2016-02-10"), "2016-02-10", True),
    ],
)
def test_a_year_or_month_counts_whole_and_an_unknown_end_excludes_nothing(
    period: Period, day: str, holds: bool
) -> None:
    assert period.holds_on(date.fromisoformat(day)) is holds


@pytest.mark.parametrize(
    ("period", "backwards"),
    [(Period("2015", "2015"), False), (Period("2015-06", "2015"), False), (Period("2015-06", "2015-05"), True)],
)
def test_a_period_may_end_in_the_month_it_begins_in(period: Period, backwards: bool) -> None:
    assert period.backwards is backwards
