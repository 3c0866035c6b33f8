"""Best, low and high under each of the rules."""

from __future__ import annotations

import pytest
from ledger_samples import figure, plain, report, telling

from marsad.merging.ledger import tolls
from marsad.merging.telling import Telling
from marsad.records import Bounds


def killed(rule: str, *tellings: Telling) -> tuple[object, ...]:
    found = tolls(tellings, rule)["killed"]
    return found.low, found.best, found.high


def words(id_: str, text: str, low: int | None, high: int | None, by: str = "", day: int = 1) -> Telling:
    told = report(id_, text, day)
    return telling(told, figure(told, text, low, high, of="قتيلا", by=by))


POLICE = plain("a", 14, by="الشرطة", day=1)
HOSPITAL = plain("b", 16, by="مدير المستشفى", day=2)
WITNESS = plain("c", 20, by="شاهد عيان", day=3)
GROUP = plain("d", 16, by="قيادي في الجماعة", day=3)
AT_LEAST = words("e", "قتل ما لا يقل عن 14 شخصا", 14, None)


@pytest.mark.parametrize(
    ("rule", "bounds"),
    [
        ("latest-official", (14, 16, 20)),
        ("ucdp", (14, 16, 20)),
        ("acled", (14, 14, 14)),
        ("median", (14, 16, 20)),
        ("reported-range", (14, None, 20)),
    ],
)
def test_rules_over_four_sources(rule: str, bounds: tuple[int | None, ...]) -> None:
    assert killed(rule, POLICE, HOSPITAL, WITNESS, GROUP) == bounds


def test_the_latest_of_anybody_where_no_authority_speaks() -> None:
    assert killed("latest-official", WITNESS, plain("g", 18, by="سكان", day=5)) == (18, 18, 20)


def test_of_one_report_the_authority_told_of_last_counts() -> None:
    told = report("a", "قالت الشرطة إن 14 شخصا قتلوا. وقال مدير المستشفى إن 12 شخصا قتلوا")
    both = (
        figure(told, "14 شخصا", 14, of="شخصا", by="الشرطة"),
        figure(told, "12 شخصا", 12, of="شخصا", by="مدير المستشفى"),
    )
    assert killed("latest-official", telling(told, *both)) == (12, 12, 14)


def test_ucdp_takes_the_lower_where_the_sources_are_even() -> None:
    assert killed("ucdp", POLICE, WITNESS) == (14, 14, 20)


@pytest.mark.parametrize(
    ("rule", "bounds"),
    [
        ("latest-official", (14, 14, None)),
        ("ucdp", (14, 14, 14)),
        ("acled", (14, 14, 14)),
        ("median", (14, 14, None)),
        ("reported-range", (14, None, None)),
    ],
)
def test_at_least(rule: str, bounds: tuple[int | None, ...]) -> None:
    assert killed(rule, AT_LEAST) == bounds


def test_a_closed_count_of_another_source_closes_an_open_one() -> None:
    assert killed("latest-official", AT_LEAST, HOSPITAL) == (14, 16, 16)
    assert killed("reported-range", AT_LEAST, HOSPITAL) == (14, None, 16)
    assert killed("latest-official", AT_LEAST, plain("g", 9, by="الشرطة", day=2))[2] is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("قتل العشرات في الهجوم", 12),
        ("قتل المئات في الهجوم", 100),
        ("قتل عدد من الأشخاص", 3),
        ("قتل عدة أشخاص", 3),
        ("قتل آلاف الأشخاص", 1000),
        ("قتل عشرات الآلاف", 10000),
    ],
)
def test_words_without_a_number_count_under_acled_only(text: str, number: int) -> None:
    vague = words("f", text, None, None)
    assert killed("acled", vague) == (number, number, number)
    for rule in ("latest-official", "ucdp", "median", "reported-range"):
        assert killed(rule, vague) == (None, None, None)
    assert killed("acled", vague, POLICE) == (14, 14, 14)


def test_the_reported_range_keeps_what_later_reports_superseded() -> None:
    told = report("z", "ارتفعت حصيلة القتلى إلى 32 شخصا", 4)
    rise = telling(told, figure(told, "32 شخصا", 32, of="شخصا"))
    witness = plain("a", 14, by="شاهد عيان", day=1)
    assert killed("reported-range", witness, rise) == (14, None, 32)
    assert killed("latest-official", witness, rise) == (32, 32, 32)


def test_what_is_only_feared_counts_where_nothing_else_is_told() -> None:
    feared = plain("g", 40, by="مسؤول محلي", day=4, certainty="hedged")
    assert killed("latest-official", feared) == (40, 40, 40)
    assert killed("latest-official", feared, POLICE) == (14, 14, 14)


def test_no_deaths() -> None:
    assert tolls([plain("a", 0)])["killed"] == Bounds(low=0, best=0, high=0)
