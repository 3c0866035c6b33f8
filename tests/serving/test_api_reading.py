from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from math import floor
from statistics import fmean
from typing import Any

import pytest
from fastapi.testclient import TestClient
from openapi_spec_validator import validate

from marsad.records import Event
from marsad.serving import create_app
from marsad.storing import Query, Store, find_claims, find_events, find_reports
from marsad.storing.events import merge


def get(client: TestClient, address: str, **asked: Any) -> Any:
    answer = client.get(f"/api/v1{address}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def walk(client: TestClient, address: str, **asked: Any) -> list[Any]:
    """All items of a list, page by page."""
    items: list[Any] = []
    cursor = None
    while True:
        page = get(client, address, **asked, **({"cursor": cursor} if cursor else {}))
        assert len(page["items"]) <= asked.get("limit", 50)
        items += page["items"]
        cursor = page["next"]
        if cursor is None:
            return items


def events_of(store: Store, query: Query | None = None) -> list[Event]:
    return [event for event, _ in find_events(store, query or Query())]


def test_the_description_is_valid_openapi_3_1() -> None:
    described = create_app(None).openapi()
    validate(described)
    assert described["openapi"].startswith("3.1")


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("limit", [1, 7, 200])
def test_pages_hold_every_event_once_and_in_order(client: TestClient, store: Store, order: str, limit: int) -> None:
    ids = [item["event"]["id"] for item in walk(client, "/events", order=order, limit=limit)]
    every = events_of(store)
    assert sorted(ids) == sorted(event.id for event in every)
    if order == "oldest":
        assert ids == [event.id for event in every]
    days = {event.id: event.date.earliest if event.date else None for event in every}
    dated = [day for id_ in ids if (day := days[id_])]
    assert dated == sorted(dated, reverse=order == "newest")
    assert all(days[id_] is None for id_ in ids[len(dated) :])


def test_events_of_another_time_are_paged_likewise(client: TestClient, store: Store) -> None:
    until = date(2021, 12, 31)
    then = events_of(store, Query(published_until=until))
    assert 0 < len(then) < len(events_of(store))
    ids = [i["event"]["id"] for i in walk(client, "/events", published_until="2021", order="oldest", limit=3)]
    assert ids == [event.id for event in then]


@pytest.mark.parametrize(
    "asked",
    [
        {"type": "ASSAULT"},
        {"country": "ML"},
        {"since": "2019", "until": "2022-06"},
        {"certainty": "reported"},
        {"actor": "isil"},
        {"place": "كابل"},
        {"sure": 0.5},
    ],
)
def test_filters_are_those_of_the_command_line(client: TestClient, store: Store, asked: dict[str, Any]) -> None:
    days = {"since": date(2019, 1, 1), "until": date(2022, 6, 30)}
    query = Query(**{name: days.get(name, value) for name, value in asked.items()})
    told = {event.id for event in events_of(store, query)}
    assert {item["event"]["id"] for item in walk(client, "/events", **asked)} == told


def test_of_several_values_any_will_do_then_as_now(client: TestClient, store: Store) -> None:
    wanted = {event.id for event in events_of(store) if event.type in ("ASSAULT", "COERCE")}
    asked = {"type": ["ASSAULT", "coerce"]}
    assert {item["event"]["id"] for item in walk(client, "/events", **asked)} == wanted
    back = walk(client, "/events", **asked, as_known_on="2999-01-01")
    assert {item["event"]["id"] for item in back} == wanted


def test_a_box_holds_the_events_in_it_alone_across_the_date_line_too(client: TestClient, store: Store) -> None:
    placed = [e for e in events_of(store) if e.place and e.place.longitude is not None]
    west = {e.id for e in placed if e.place and (e.place.longitude or 0) <= 20}
    east = {e.id for e in placed if e.place and (e.place.longitude or 0) >= 40}
    assert west
    assert east
    for box, wanted in (("-180,-90,20,90", west), ("40,-90,20,90", west | east)):
        for more in ({}, {"as_known_on": "2999"}):
            assert {i["event"]["id"] for i in walk(client, "/events", bbox=box, **more)} == wanted


@pytest.mark.parametrize("asked", [{}, {"type": "ASSAULT"}, {"as_known_on": "2999-01-01"}, {"rule": "median"}])
def test_counts_add_up_to_the_events(client: TestClient, store: Store, asked: dict[str, str]) -> None:
    every = [item["event"] for item in walk(client, "/events", **asked)]
    weeks = get(client, "/counts/weeks", **asked)
    days = [date.fromisoformat(e["date"]["earliest"]) for e in every if e["date"] and e["date"]["earliest"]]
    mondays = Counter((day - timedelta(day.weekday())).isoformat() for day in days)
    assert {week["week"]: week["events"] for week in weeks["weeks"]} == dict(mondays)
    assert weeks["undated"] == len(every) - len(days)
    cells = get(client, "/counts/cells", **asked, size=5)
    assert sum(cell["events"] for cell in cells["cells"]) + cells["unplaced"] == len(every)
    assert all(sum(cell["types"].values()) == cell["events"] for cell in cells["cells"])
    facets = get(client, "/counts/facets", **asked)
    assert facets["total"] == len(every)
    assert {one["value"]: one["events"] for one in facets["types"]} == Counter(e["type"] for e in every)
    killed = [e["figures"]["killed"] for e in every if "killed" in e["figures"]]
    best = sum(next((k[b] for b in ("best", "low", "high") if k[b] is not None), 0) for k in killed)
    assert facets["figures"]["killed"]["best"] == best
    assert facets["figures"]["killed"]["told"] == len(killed)


@pytest.mark.parametrize("asked", [{}, {"as_known_on": "2999-01-01"}])
def test_a_cell_stands_in_the_middle_of_its_events(client: TestClient, asked: dict[str, str]) -> None:
    size = 10.0
    places = [item["event"]["place"] for item in walk(client, "/events", **asked)]
    inside: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for place in places:
        if place and place["latitude"] is not None:
            inside.setdefault((floor(place["latitude"] / size), floor(place["longitude"] / size)), []).append(place)
    assert any(len(some) > 1 for some in inside.values())
    cells = get(client, "/counts/cells", **asked, size=size)["cells"]
    assert len(cells) == len(inside)
    for cell in cells:
        some = inside[floor(cell["latitude"] / size), floor(cell["longitude"] / size)]
        assert cell["events"] == len(some)
        for axis in ("latitude", "longitude"):
            assert cell[axis] == pytest.approx(fmean(place[axis] for place in some))
        assert cell["radius_km"] == max(place["radius_km"] for place in some)
        names = {place["name"] for place in some}
        assert cell["name"] == (names.pop() if len(names) == 1 else None)


def test_then_and_now_are_spread_alike(client: TestClient) -> None:
    now, then = (get(client, "/counts/facets", **asked) for asked in ({}, {"as_known_on": "2999-01-01"}))
    assert now == then
    near, far = (get(client, "/counts/cells", **asked) for asked in ({}, {"as_known_on": "2999-01-01"}))
    assert [(c["events"], c["types"]) for c in near["cells"]] == [(c["events"], c["types"]) for c in far["cells"]]
    assert {c["event"] for c in near["cells"]} == {c["event"] for c in far["cells"]}


def test_a_codebook_shows_what_it_records_and_says_why_not(client: TestClient, store: Store) -> None:
    items = walk(client, "/events", codebook="ucdp", limit=2)
    assert items
    assert all(item["row"]["included"] and item["row"]["cells"]["id"] == item["event"]["id"] for item in items)
    inside = {item["event"]["id"] for item in items}
    for event in events_of(store):
        rows = {row["codebook"]: row for row in get(client, f"/events/{event.id}")["codebooks"]}
        assert rows["ucdp"]["included"] == (event.id in inside)
        assert rows["ucdp"]["included"] or rows["ucdp"]["because"]
    category = items[0]["row"]["category"]
    chosen = walk(client, "/events", codebook="ucdp", category=category)
    assert {i["event"]["id"] for i in chosen} == {i["event"]["id"] for i in items if i["row"]["category"] == category}


def test_an_event_comes_with_its_evidence(client: TestClient, store: Store) -> None:
    event = max(events_of(store), key=lambda one: len(one.figures))
    page = get(client, f"/events/{event.id}", rule="median")
    assert page["event"]["rule"] == "median"
    told = {claim["id"] for one in page["tellings"] for kind in ("events", "figures", "denials") for claim in one[kind]}
    assert told == set(event.claims)
    texts = {report.id: report.text for report in find_reports(store, Query())}
    for entry in page["ledger"]["entries"]:
        assert texts[entry["report"]][entry["start"] : entry["end"]] == entry["text"]
        assert entry["text"] in entry["sentence"]["text"]
    assert page["ledger"]["bounds"] == page["ledger"]["under"]["median"]
    assert get(client, f"/events/{event.claims[0]}")["event"]["id"] == event.id


def test_claims_and_reports_are_paged_whole(client: TestClient, store: Store) -> None:
    ids = [item["claim"]["id"] for item in walk(client, "/claims", limit=200)]
    assert ids == [claim.id for claim, _ in find_claims(store, Query())]
    figures = walk(client, "/figures", limit=9)
    assert [f["claim"]["id"] for f in figures] == [c.id for c, _ in find_claims(store, Query(kind=("figure",)))]
    homes = {claim: event.id for event in events_of(store) for claim in event.claims}
    assert all(f["event"] == homes.get(f["claim"]["id"]) for f in figures)
    heads = walk(client, "/reports", limit=4)
    assert [head["id"] for head in heads] == [report.id for report in find_reports(store, Query())]


def test_a_report_comes_as_written_and_as_it_was_sent(client: TestClient, store: Store) -> None:
    for report in find_reports(store, Query()):
        page = get(client, f"/reports/{report.id}")
        assert page["report"]["text"] == report.text
        assert all(report.text[c["start"] : c["end"]] == c["text"] for c in page["claims"])
        answer = client.get(page["original"])
        assert answer.content == store.original(report.sha256)
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert not answer.headers["content-type"].startswith("text/html")


def test_answers_stay_fresh_until_something_is_decided(client: TestClient, store: Store) -> None:
    first = client.get("/api/v1/events")
    tag = first.headers["etag"]
    again = client.get("/api/v1/events", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    one, other = (event.id for event in events_of(store)[:2])
    merge(store, one, other, by="test", because="to see")
    changed = client.get("/api/v1/events", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag
    assert changed.json()["total"] == first.json()["total"] - 1


def test_boards_and_lists_answer(client: TestClient, store: Store) -> None:
    channels = walk(client, "/channels")
    assert {one["measure"] for one in channels} <= {"channels", "followers", "languages"}
    measures = ("channels", "followers", "languages")
    told = [c for c, _ in find_claims(store, Query(kind=("figure",))) if c.figure and c.figure.measure in measures]
    assert sorted(one["claim"]["id"] for one in channels) == sorted(claim.id for claim in told)
    assert all(one["sentence"] for one in channels)
    forecasts = walk(client, "/forecasts", as_of="2025-01-01", limit=5)
    assert {one["state"] for one in forecasts} <= {"scored", "open", "unscorable"}
    assert sum(c["scored"] for c in get(client, "/forecasts/calibration", as_of="2025-01-01")) == sum(
        one["state"] == "scored" for one in forecasts
    )
    weights = [one["weight"] for one in walk(client, "/contradictions", limit=3)]
    assert weights
    assert weights == sorted(weights, reverse=True)
    places = walk(client, "/places", limit=10)
    assert places[0]["claims"] == max(one["claims"] for one in places)
    actors = walk(client, "/actors", told=True)
    assert actors
    assert all(one["claims"] > 0 for one in actors)
    hits = get(client, "/search", q="هجوم", by="words")["hits"]
    assert hits
    assert get(client, "/codebook")["types"][0]["label"]["ar"]


def test_an_actor_has_names_relations_and_candidates(client: TestClient) -> None:
    page = get(client, "/actors/isil-khorasan")
    assert {"ar", "en"} <= page["actor"]["names"].keys()
    assert any(one["other"]["id"] == "isil" for one in page["relations"])
    assert all(one["source"] == "un" and one["link"] == "candidate" for one in page["candidates"])


def test_openrefine_finds_actors_and_places(client: TestClient) -> None:
    queries = '{"a": {"query": "داعش", "limit": 3}, "b": {"query": "Islamic Movement of Uzbekistan"}}'
    assert get(client, "/reconcile/actors")["versions"][-1] == "0.2"
    found = client.post("/api/v1/reconcile/actors", data={"queries": queries}).json()
    assert found["a"]["result"][0]["id"] == "isil"
    assert found["b"]["result"][0]["id"] == "imu"
    place = get(client, "/reconcile/places", queries='{"q": {"query": "كابول"}}')["q"]["result"][0]
    assert "Kabul" in place["name"]


def test_reasons_come_in_both_languages_with_what_they_name_marked(client: TestClient, store: Store) -> None:
    pages = [get(client, f"/events/{event.id}") for event in events_of(store)]
    found = [entry["reason"] for page in pages for entry in page["ledger"]["entries"]]
    found += [one["what"] for one in get(client, "/contradictions")["items"]]
    found += [row["because"] for page in pages for row in page["codebooks"] if not row["included"]]
    assert {one["code"] for one in found} > {"total", "within", "denied", "after-publication", "rule"}
    for one in found:
        assert re.search("[\u0621-\u064a]", one["ar"])
        assert re.search("[A-Za-z0-9]", one["en"])
        numbers = {
            language: sorted(mark["value"] for mark in one["marks"][language] if mark["sort"] == "number")
            for language in ("ar", "en")
        }
        assert numbers["ar"] == numbers["en"]
        for language in ("ar", "en"):
            words = [one[language][mark["start"] : mark["end"]] for mark in one["marks"][language]]
            assert all(words)
    (late,) = {one["ar"] for one in found if "said to have occurred on 2021-10-12" in one["en"]}
    assert late == "وردت على أنها وقعت في 12 أكتوبر 2021، في تقرير صادر في 10 أكتوبر 2021"
