from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from marsad.reviewing.queue import queue_weights
from marsad.storing import Query, Store, find_claims

from .conftest import OWN

REVIEW = "/api/v1/review"


def post(client: TestClient, address: str, **body: Any) -> Any:
    return client.post(f"{REVIEW}{address}", json=body, headers=OWN)


def get(client: TestClient, address: str, **asked: Any) -> Any:
    answer = client.get(f"{REVIEW}{address}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_queue_gives_claims_with_sentences_and_reasons_and_pages_on(client: TestClient) -> None:
    first = get(client, "/queue", coder="Awa", limit=7)
    item = first["items"][0]
    assert item["sentence"]["text"]
    assert item["sentence"]["start"] <= item["claim"]["start"] < item["sentence"]["end"]
    assert item["claim"]["report"] == item["report"]["id"]
    assert item["score"] == sum(reason["points"] for reason in item["reasons"]) or item["score"] > 0
    seen, following = [one["id"] for one in first["items"]], first["next"]
    while following:
        page = get(client, "/queue", coder="Awa", limit=7, cursor=following)
        seen += [one["id"] for one in page["items"]]
        following = page["next"]
    pairs = [one["id"] + (one["other"] or "") for one in get(client, "/queue", coder="Awa", limit=200)["items"]]
    assert len(pairs) == len(set(pairs))
    assert len(seen) == first["total"]
    assert client.get(f"{REVIEW}/queue", params={"coder": "Bilal", "cursor": first["next"]}).status_code == 400


def test_a_correction_is_sent_in_the_shape_in_which_the_queue_shows_it(client: TestClient) -> None:
    item = next(one for one in get(client, "/queue", coder="Awa", kind="event")["items"] if one["event"])
    before = client.get(f"/api/v1/events/{item['event']}").headers["etag"]
    coded = item["coded"] | {"status": "foiled" if item["coded"]["status"] != "foiled" else "occurred"}
    made = post(client, "/judgements", verdict="correct", claim=item["id"], coded=coded, by="Awa")
    assert made.status_code == 201, made.text
    told = made.json()
    assert (told["by"], told["effect"], told["coded"]["status"]) == ("Awa", "taken", coded["status"])
    assert client.get(f"/api/v1/claims/{told['became']}").json()["claim"]["event"]["status"] == coded["status"]
    assert client.get(f"/api/v1/events/{item['event']}").headers["etag"] != before
    assert item["id"] not in [one["id"] for one in get(client, "/queue", coder="Awa", kind="event")["items"]]
    decision = next(one for one in client.get("/api/v1/decisions").json()["items"] if one["number"] == told["decision"])
    assert (decision["kind"], decision["by"], decision["other"]) == ("replaced", "Awa", told["became"])
    taken = post(client, f"/judgements/{told['number']}/withdraw", by="Awa", because="a slip")
    assert taken.json()["withdraws"] == told["number"]
    assert [one["effect"] for one in get(client, "/judgements", claim=told["became"])["items"]] == ["withdrawn", "none"]
    again = post(client, f"/judgements/{told['number']}/withdraw")
    assert (again.status_code, again.json()["code"]) == (409, "judging")


def test_what_does_not_go_together_is_refused_with_the_place(client: TestClient) -> None:
    item = get(client, "/queue", coder="Awa", kind="event")["items"][0]
    for body in (
        {"verdict": "accept"},
        {"verdict": "reject", "claim": item["id"]},
        {"verdict": "correct", "claim": item["id"]},
        {"verdict": "accept", "claim": item["id"], "coded": item["coded"]},
        {"verdict": "correct", "claim": item["id"], "coded": item["coded"] | {"luck": 1}},
        {"verdict": "missed", "claim": item["id"], "coded": item["coded"]},
    ):
        assert post(client, "/judgements", **body).status_code == 422, body
    coded = item["coded"] | {"trigger": {"start": 0, "end": 10**6}}
    refused = post(client, "/judgements", verdict="correct", claim=item["id"], coded=coded)
    assert (refused.status_code, refused.json()["code"], refused.json()["where"]) == (422, "coding", "trigger")
    assert post(client, "/judgements", verdict="accept", claim="c0").status_code == 404


def test_two_coders_on_one_machine_code_blind_and_a_third_adjudicates(client: TestClient, store: Store) -> None:
    claim = next(c for c, _ in find_claims(store, Query(kind=("event",))) if c.place and c.place.country and c.date)
    assert claim.place is not None
    assert claim.date is not None
    day = (claim.date.earliest or claim.date.latest or claim.date).isoformat()  # type: ignore[union-attr]
    for coder in ("Awa", "Bilal"):
        made = post(
            client,
            "/assignments",
            coder=coder,
            country=claim.place.country,
            since=day,
            until=day,
            blind=True,
            by="Dina",
        )
        assert made.status_code == 201, made.text
        assert made.json()["claims"] > made.json()["judged"] == 0
    items = get(client, "/queue", coder="Awa", order="assigned")["items"]
    item = next(one for one in items if one["id"] == claim.id)
    assert item["blind"]
    assert item["claim"]["probability"] is None
    assert item["claim"]["scores"] is None
    assert [reason["name"] for reason in item["reasons"]] == ["assigned"]
    coded = item["coded"] | {"mode": None, "certainty": "hedged"}
    waiting = post(client, "/judgements", verdict="correct", claim=claim.id, coded=coded, by="Awa").json()
    assert (waiting["effect"], waiting["blind"], waiting["decision"]) == ("waiting", True, None)
    assert get(client, "/judgements", coder="Bilal")["items"] == []
    post(client, "/judgements", verdict="accept", claim=claim.id, by="Bilal")
    assert get(client, "/disagreements", coder="Awa") == []
    (unit,) = get(client, "/disagreements", coder="Dina")
    assert [one["by"] for one in unit["judgements"]] == ["Awa", "Bilal"]
    assert "certainty" in unit["fields"]
    own = post(client, "/judgements", verdict="accept", claim=claim.id, adjudicate=True, because="x", by="Awa")
    assert (own.status_code, own.json()["code"]) == (409, "judging")
    settled = post(
        client, "/judgements", verdict="accept", claim=claim.id, adjudicate=True, because="as read", by="Dina"
    )
    assert settled.json()["effect"] == "taken"
    assert get(client, "/disagreements", coder="Dina") == []
    found = get(client, "/agreement", blind=True)
    stands = next(one for one in found["alphas"] if (one["kind"], one["field"]) == ("event", "stands"))
    assert (stands["alpha"], stands["units"], stands["coders"]) == (None, 1, ["Awa", "Bilal"])
    assert stands["because"]
    assert {(one["one"], one["other"]) for one in found["spans"]} == {("Awa", "Bilal"), ("Awa", None), ("Bilal", None)}
    mine = get(client, "/assignments", coder="Awa")[0]
    assert mine["judged"] == 1
    assert post(client, f"/assignments/{mine['number']}/withdraw").json()["withdrawn"]
    assert get(client, "/queue", coder="Awa", order="assigned")["items"] == []


def test_what_was_missed_is_marked_in_the_report(client: TestClient, store: Store) -> None:
    report = client.get("/api/v1/reports").json()["items"][0]["id"]
    text = client.get(f"/api/v1/reports/{report}").json()["report"]["text"]
    start = next(at for at, letter in enumerate(text) if letter.isalpha())
    coded = {"kind": "event", "type": "CONSULT", "trigger": {"start": start, "end": start + 3}}
    made = post(client, "/judgements", verdict="missed", report=report, coded=coded, by="Awa").json()
    assert (made["effect"], made["kind"], made["became"]) == ("taken", "event", made["claim"])
    listed = client.get("/api/v1/claims", params={"report": report, "kind": "event"}).json()["items"]
    (claim,) = (one for one in listed if one["claim"]["proposed_by"] == "coder:Awa")
    assert claim["event"]
    post(client, f"/judgements/{made['number']}/withdraw", by="Awa")
    listed = client.get("/api/v1/claims", params={"report": report, "kind": "event"}).json()["items"]
    assert all(one["claim"]["proposed_by"] != "coder:Awa" for one in listed)


def test_nothing_is_to_be_recoded_while_the_codebook_stays(client: TestClient) -> None:
    item = get(client, "/queue", coder="Awa", kind="event")["items"][0]
    post(client, "/judgements", verdict="accept", claim=item["id"], by="Awa")
    assert get(client, "/recoding") == []


def test_a_pair_of_events_comes_with_both_and_what_makes_them_alike(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = queue_weights().model_copy(update={"margin": 100.0})
    monkeypatch.setattr("marsad.reviewing.queue.pairs.queue_weights", lambda: wide)
    items = get(client, "/queue", coder="Awa", kind="pair")["items"]
    assert items
    for item in items:
        pair = item["pair"]
        assert (item["kind"], item["claim"], len(pair["sentences"])) == ("pair", None, 2)
        assert 0 <= pair["likeness"] <= 1
        assert pair["reasons"]
    item = next(one for one in items if one["pair"]["one"]["id"] != one["pair"]["other"]["id"])
    made = post(client, "/judgements", verdict="accept", claim=item["id"], other=item["other"], by="Awa").json()
    assert (made["kind"], made["effect"]) == ("pair", "taken")
    homes = [client.get(f"/api/v1/claims/{claim}").json()["event"] for claim in (item["id"], item["other"])]
    assert homes[0] == homes[1]
    assert item["id"] not in [one["id"] for one in get(client, "/queue", coder="Awa", kind="pair")["items"]]


def test_in_a_team_coders_judge_in_their_own_name_and_admins_assign(as_: Callable[..., TestClient]) -> None:
    coder, admin, reader = as_("coder"), as_("admin"), as_("reader")
    item = get(coder, "/queue", kind="event")["items"][0]
    made = post(coder, "/judgements", verdict="accept", claim=item["id"], by="Awa").json()
    assert made["by"] == "coder"
    assert post(reader, "/judgements", verdict="accept", claim=item["id"]).status_code == 403
    week = {"coder": "coder", "since": "2021-05-03", "until": "2021-05-09"}
    assert post(coder, "/assignments", **week).status_code == 403
    assert post(admin, "/assignments", **week).status_code == 201
    other = post(admin, "/judgements", verdict="unsure", claim=item["id"]).json()
    assert post(coder, f"/judgements/{other['number']}/withdraw").status_code == 403
    assert post(coder, f"/judgements/{made['number']}/withdraw").status_code == 201
    assert post(admin, f"/judgements/{other['number']}/withdraw").status_code == 201
