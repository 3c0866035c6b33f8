from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from fastapi.testclient import TestClient

from marsad.storing import Query, Store, find_events

from .conftest import OWN

TEXT = "قُتل خمسة جنود في هجوم شنه مسلحون على بلدة غاو في شمال مالي يوم 9 مايو 2021.\nوقال الجيش إن الحرب مستمرة.\n"


def post(client: TestClient, address: str, body: Any) -> Any:
    return client.post(f"/api/v1{address}", json=body, headers=OWN)


def test_events_are_merged_split_and_taken_back(client: TestClient, store: Store) -> None:
    one, other, *_ = (event for event, _ in find_events(store, Query()))
    made = post(client, "/decisions", {"decision": "merge", "event": one.id, "other": other.id, "because": "سبب"})
    assert made.status_code == 201
    number = made.json()["number"]
    together = client.get(f"/api/v1/events/{one.id}").json()
    assert set(together["event"]["claims"]) == {*one.claims, *other.claims}
    assert number in [decision["number"] for decision in together["decisions"]]
    again = post(client, "/decisions", {"decision": "merge", "event": one.id, "other": other.id, "because": "x"})
    assert (again.status_code, again.json()["code"]) == (409, "ruling")
    undone = post(client, "/decisions", {"decision": "withdraw", "number": number, "because": "خطأ", "by": "A. Karim"})
    assert undone.json()["by"] == "A. Karim"
    assert client.get(f"/api/v1/events/{other.id}").json()["event"]["claims"] == list(other.claims)
    total = client.get("/api/v1/decisions").json()["total"]
    assert total == 2


def test_what_is_left_out_is_in_no_event(client: TestClient, store: Store) -> None:
    event, _ = next(find_events(store, Query()))
    made = post(client, "/decisions", {"decision": "exclude", "what": event.reports[0], "because": "هجاء"})
    assert made.status_code == 201
    assert client.get(f"/api/v1/events/{event.id}").status_code == 404
    page = client.get(f"/api/v1/reports/{event.reports[0]}").json()
    assert page["left_out"] == sorted(claim["id"] for claim in page["claims"] if claim["kind"] == "event")
    assert set(page["left_out"]) & set(event.claims)


def test_a_decision_wants_a_reason_and_nothing_else(client: TestClient) -> None:
    for body in (
        {"decision": "withdraw", "number": 1},
        {"decision": "withdraw", "number": 1, "because": "  "},
        {"decision": "withdraw", "number": 1, "because": "x", "extra": 1},
        {"decision": "erase", "because": "x"},
    ):
        assert post(client, "/decisions", body).status_code == 422


def test_a_sanctions_candidate_is_confirmed_and_taken_back(client: TestClient) -> None:
    name = "غولمورود حليموف"
    (candidate,) = (
        one for one in client.get("/api/v1/candidates", params={"name": name}).json() if one["id"] == "QDi.372"
    )
    assert candidate["link"] == "candidate"
    body = {"name": name, "reference": "QDi.372", "because": "as listed"}
    assert post(client, "/links", body | {"decision": "confirmed"}).status_code == 201
    (candidate,) = (
        one for one in client.get("/api/v1/candidates", params={"name": name}).json() if one["id"] == "QDi.372"
    )
    assert (candidate["link"], candidate["decided"]["because"]) == ("confirmed", "as listed")
    assert post(client, "/links", body | {"decision": "withdrawn"}).status_code == 201
    assert [one["decision"] for one in client.get("/api/v1/links").json()] == ["confirmed", "withdrawn"]
    assert post(client, "/links", body | {"decision": "confirmed", "reference": "QDi.0"}).status_code == 404


def test_a_pasted_text_is_read_by_sentence_and_not_stored(client: TestClient, store: Store) -> None:
    before = store.counts()
    answer = post(client, "/read", {"text": TEXT, "published": "2021-05-10", "model": False}).json()
    (report,) = answer["reports"]
    assert report["report"]["text"] == TEXT
    first = report["sentences"][0]
    assert TEXT[first["start"] : first["end"]].startswith("قُتل خمسة")
    ids = {claim["id"] for claim in report["claims"]}
    assert ids
    assert {claim for sentence in report["sentences"] for claim in sentence["claims"]} == ids
    assert store.counts() == before


def test_a_text_is_added_once_and_put_into_events(client: TestClient, store: Store) -> None:
    body = {"text": TEXT, "published": "2021-05-10", "outlet": "النشرة", "model": False}
    added = post(client, "/reports", body)
    assert added.status_code == 201
    (report,) = added.json()["reports"]
    assert report["stored"]
    found = client.get("/api/v1/events", params={"report": report["report"]["id"]}).json()["items"]
    assert [item["outlets"] for item in found] == [["النشرة"]] * len(found) != []
    count = store.counts()["reports"]
    assert post(client, "/reports", body).json()["reports"][0]["stored"]
    assert store.counts()["reports"] == count


def test_a_dropped_file_is_known_by_its_content_or_refused(client: TestClient) -> None:
    headers = OWN | {"Content-Type": "application/octet-stream"}
    address = "/api/v1/read/file?model=false&name=../../etc/passwd"
    read = client.post(address, content=TEXT.encode(), headers=headers).json()
    assert read["reports"][0]["report"]["source"] == "passwd"
    refused = client.post(address, content=bytes(range(256)) * 8, headers=headers).json()
    assert [one["code"] for one in refused["refused"]] == ["noise"]


def test_many_ask_while_one_decides_and_one_adds(client: TestClient, store: Store) -> None:
    one, other, *_ = (event for event, _ in find_events(store, Query()))
    merge = {"decision": "merge", "event": one.id, "other": other.id, "because": "x"}
    addresses = ("/events", "/counts/facets", f"/events/{one.id}", "/counts/weeks?published_until=2024", "/decisions")

    def ask(number: int) -> set[int]:
        return {client.get(f"/api/v1{address}").status_code for address in addresses for _ in range(number)}

    def decide(times: int) -> set[int]:
        codes = set()
        for _ in range(times):
            made = post(client, "/decisions", merge)
            undone = post(
                client, "/decisions", {"decision": "withdraw", "number": made.json()["number"], "because": "x"}
            )
            codes |= {made.status_code, undone.status_code}
        return codes

    def add(times: int) -> set[int]:
        texts = [{"text": f"{TEXT}{number}", "model": False} for number in range(times)]
        return {post(client, "/reports", text).status_code for text in texts}

    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(ask, 3) for _ in range(4)]
        written = pool.submit(decide, 3), pool.submit(add, 3)
    assert set().union(*(one.result() for one in asked)) == {200}
    assert [done.result() for done in written] == [{201}, {201}]


def test_what_was_split_is_one_again_once_merged(client: TestClient, store: Store) -> None:
    events = [event for event, _ in find_events(store, Query())]
    several = [(event, client.get(f"/api/v1/events/{event.id}").json()["tellings"]) for event in events]
    event, tellings = max(several, key=lambda one: sum(len(told["events"]) for told in one[1]))
    claims = [claim["id"] for told in tellings for claim in told["events"]]
    assert len(claims) > 2
    body = {"decision": "split", "event": event.id, "parts": claims[-1:], "because": "x"}
    assert post(client, "/decisions", body).status_code == 201
    other = client.get(f"/api/v1/events/{claims[-1]}").json()["event"]["id"]
    assert other != event.id
    body = {"decision": "merge", "event": event.id, "other": other, "because": "x"}
    assert post(client, "/decisions", body).status_code == 201
    together = client.get(f"/api/v1/events/{event.id}").json()["event"]["claims"]
    assert set(event.claims) <= set(together)
