"""Relations of actors with their sources, subjects of channels, and places named in both languages."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

from .conftest import OWN


def get(client: TestClient, address: str, **asked: Any) -> Any:
    answer = client.get(f"/api/v1{address}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_relation_has_the_sentences_that_tell_of_it(client: TestClient) -> None:
    claims = get(client, "/claims", kind="relation", limit=200)["items"]
    sides = [(one["claim"]["relation"], one["claim"], one["report"]) for one in claims]
    known = [
        (relation["subject"]["entity"], claim, report)
        for relation, claim, report in sides
        if relation["subject"] and relation["object"] and relation["subject"]["entity"] and relation["object"]["entity"]
        if ":" not in relation["object"]["entity"]
    ]
    assert known
    for subject, claim, report in known:
        other = claim["relation"]["object"]["entity"]
        page = get(client, f"/actors/{subject}")
        (told,) = [
            (standing, source)
            for standing in page["relations"]
            for source in standing["claims"]
            if source["claim"] == claim["id"]
        ]
        standing, source = told
        assert standing["other"]["id"] == other
        assert standing["predicate"] == claim["relation"]["predicate"]
        assert standing["outgoing"]
        assert source["report"]["id"] == report["id"]
        assert source["text"] in source["sentence"]
        back = get(client, f"/actors/{other}")["relations"]
        assert claim["id"] in [one["claim"] for standing in back for one in standing["claims"]]


def test_a_relation_that_only_reports_tell_of_stands_beside_those_of_the_catalogue(client: TestClient) -> None:
    text = "انضمت حركة أوزبكستان الإسلامية إلى تنظيم القاعدة في بلاد المغرب الإسلامي."
    body = {"text": text, "published": "2021-05-10", "model": False}
    (report,) = client.post("/api/v1/reports", json=body, headers=OWN).json()["reports"]
    told = [claim for claim in report["claims"] if claim["kind"] == "relation"]
    assert told
    page = get(client, f"/actors/{told[0]['relation']['subject']['entity']}")
    (new,) = [one for one in page["relations"] if told[0]["id"] in [source["claim"] for source in one["claims"]]]
    assert new["stated_by"] is None
    assert new["claims"][0]["sentence"].startswith("انضمت")
    assert all(one["stated_by"] for one in page["relations"] if not one["claims"])


def test_figures_of_channels_say_whose_channels(client: TestClient) -> None:
    points = get(client, "/channels", measure="channels")["items"]
    about = {one["id"] for point in points for one in point["about"]}
    assert {"isil", "telegram", "al-qaida"} <= about
    for point in points:
        assert all(one["name"]["ar"] and one["name"]["en"] for one in point["about"])
        assert point["claim"]["text"] in point["sentence"]


def test_places_have_their_names_in_both_languages(client: TestClient) -> None:
    items = get(client, "/events", limit=200)["items"]
    named = {item["event"]["place"]["name"]: item["place_name"] for item in items if item["event"]["place"]}
    assert named["بيدوا"]["en"] == "Baidoa"
    baidoa = next(item for item in items if (item["event"]["place"] or {}).get("name") == "بيدوا")["event"]
    page = get(client, f"/events/{baidoa['id']}")
    assert page["place_names"][baidoa["place"]["id"]] == {"ar": "بيدوا", "en": "Baidoa"}
    report = get(client, f"/reports/{baidoa['reports'][0]}")
    assert report["place_names"][baidoa["place"]["id"]]["en"] == "Baidoa"
    cells = get(client, "/counts/cells", size=0.1)["cells"]
    assert {(cell["name"], cell["place_name"]["en"]) for cell in cells if cell["name"] == "بيدوا"} == {
        ("بيدوا", "Baidoa")
    }
    assert all(cell["place_name"] is None for cell in cells if cell["name"] is None)


def test_a_candidate_says_what_each_part_of_the_name_adds(client: TestClient) -> None:
    (listed,) = [one for one in get(client, "/candidates", name="al-qaida") if one["id"] == "QDe.004"]
    assert listed["via"] == "al-qaida"
    assert all(0 <= part["score"] <= 1 for part in listed["parts"])
    assert any(part["query"] and part["candidate"] for part in listed["parts"])
