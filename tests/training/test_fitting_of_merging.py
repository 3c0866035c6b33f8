"""Weights across reports as labelled tellings give them."""

from __future__ import annotations

import pytest

from marsad.merging.clustering import links
from marsad.merging.likeness import Likeness
from marsad.merging.weights import weights
from marsad.records import Claim, EventBody, Span
from merging.fitting import Pair, fitted, using
from merging.told import Told, region, told

ANYWHERE = frozenset({"ye"})
EVENTS: dict[str, str | None] = {"a": "ye/mukalla-0722", "b": None}


def pairs(name: str, together: int, apart: int) -> list[Pair]:
    """As many pairs of one event, and of two, in which a feature was found; and as many of either without it."""
    rows = [Pair({name: 1.0}, True, ANYWHERE)] * together + [Pair({name: 1.0}, False, ANYWHERE)] * apart
    return rows + [Pair({}, True, ANYWHERE)] * 500 + [Pair({}, False, ANYWHERE)] * 500


def assault(start: int) -> Claim:
    body = EventBody(type="ASSAULT", trigger=Span("هجوم", start, start + 4))
    return Claim(id=f"c{start}", report="r", kind="event", start=start, end=start + 4, text="هجوم", event=body)


def test_what_goes_with_one_event_speaks_for_it_and_the_more_the_more_there_is_of_it() -> None:
    few, many = (fitted(pairs("same-mode", n, n // 9)) for n in (18, 1800))
    assert 0.11 < few["same-mode"] < many["same-mode"]


def test_little_leaves_a_weight_where_it_was_set_by_hand() -> None:
    assert fitted(pairs("same-day", 1, 1))["same-day"] == pytest.approx(3.02, abs=0.1)


@pytest.mark.parametrize(("name", "together", "apart"), [("same-agent", 10, 2000), ("other-agent", 2000, 10)])
def test_what_is_the_same_never_counts_against_one_event_nor_what_differs_for_it(
    name: str, together: int, apart: int
) -> None:
    assert name not in fitted(pairs(name, together, apart))


def test_other_days_count_against_one_event_no_less_than_by_hand() -> None:
    assert fitted(pairs("next-day", 2000, 10))["next-day"] == -3.2


def test_merging_goes_by_another_table_only_as_long_as_asked() -> None:
    alike = {("a", "b"): Likeness(5.0, ())}
    with using(weights().model_copy(update={"join": 6.0})):
        assert links(alike) == frozenset()
    assert links(alike) == {("a", "b")}


def test_every_labelled_article_tells_of_events_that_have_a_name_and_a_region() -> None:
    articles = list(told())
    assert len({article.report for article in articles}) == len(articles) == 521
    for article in articles:
        letters = set(article.letters.values()) - {"s", "-"}
        assert letters == set(article.events)
    regions = {region(name) for article in articles for name in article.events.values() if name}
    assert regions == {"ye", "tr", "sy", "iq", "afr", "rest"}


def test_the_event_of_claims_is_the_one_that_most_of_them_tell() -> None:
    article = Told(
        "r", {(0, "ASSAULT"): "a", (1000, "ASSAULT"): "b", (2000, "ASSAULT"): "a", (3000, "ASSAULT"): "s"}, EVENTS
    )
    claims = [assault(start) for start in range(0, 5000, 1000)]
    assert [article.own(claim) for claim in claims] == ["a", "b", "a", None, None]
    assert article.event(claims) == "ye/mukalla-0722 ASSAULT"
    assert article.event(claims[1:2]) is None
    assert article.event(claims[3:]) is None
