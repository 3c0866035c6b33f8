"""The reconciliation service answers as its specification says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator
from lxml import html

from marsad.catalogue import load
from marsad.codebook.yaml_file import read_yaml
from marsad.serving.answers.previewing import preview
from marsad.serving.answers.properties import properties

SHAPES = read_yaml(Path(__file__).with_name("reconciliation.yaml"), dict[str, dict[str, Any]])
NOUNS = ("actors", "places")
THINGS = {"actors": ("isil-khorasan", "taliban"), "places": ("wof:85632213", "region:africa")}


def shaped(shape: str, answer: Any) -> Any:
    """The answer, which must have the shape."""
    Draft202012Validator(SHAPES[shape]).validate(answer)
    return answer


def get(client: TestClient, path: str, **asked: Any) -> Any:
    answer = client.get(f"/api/v1/reconcile/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def reconcile(client: TestClient, noun: str, **queries: Any) -> Any:
    answer = client.post(f"/api/v1/reconcile/{noun}", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    return {name: one["result"] for name, one in shaped("results", answer.json()).items()}


def extend(client: TestClient, noun: str, ids: list[str], *wanted: str) -> Any:
    asked = {"ids": ids, "properties": [{"id": one} for one in wanted]}
    answer = client.post(f"/api/v1/reconcile/{noun}", data={"extend": json.dumps(asked)})
    assert answer.status_code == 200, answer.text
    return shaped("extension", answer.json())


@pytest.mark.parametrize("shape", SHAPES)
def test_the_shapes_are_schemas_that_refuse_something(shape: str) -> None:
    Draft202012Validator.check_schema(SHAPES[shape])
    assert not Draft202012Validator(SHAPES[shape]).is_valid({"result": [{"id": ""}]})


@pytest.mark.parametrize("noun", NOUNS)
def test_the_manifest_names_services_that_answer(client: TestClient, noun: str) -> None:
    told = shaped("manifest", get(client, noun))
    for what, one in told["suggest"].items():
        answer = client.get(one["service_url"] + one["service_path"], params={"prefix": "a"})
        assert answer.status_code == 200, what
    one = told["extend"]["propose_properties"]
    assert client.get(one["service_url"] + one["service_path"], params={"type": ""}).status_code == 200
    page = client.get(told["preview"]["url"].replace("{{id}}", THINGS[noun][0]))
    assert page.headers["content-type"].startswith("text/html")
    assert urlsplit(told["logo"]).path == "/icon.svg"


@pytest.mark.parametrize(("noun", "name", "meant"), [
    ("actors", "تنظيم الدولة الإسلامية", "isil"), ("actors", "Islamic State", "isil"),
    ("actors", "isil-khorasan", "isil-khorasan"),
    ("actors", "Талибан", "taliban"), ("places", "كركوك", "كركوك"), ("places", "Kabul", "كابول"),
])  # fmt: skip
def test_a_name_or_an_id_finds_what_it_names(client: TestClient, noun: str, name: str, meant: str) -> None:
    (first, *_) = reconcile(client, noun, q={"query": name})["q"]
    assert meant in (first["id"], first["name"].split(" · ")[0])


def test_a_batch_is_answered_query_by_query_best_first(client: TestClient) -> None:
    found = reconcile(
        client, "actors", a={"query": "طالبان", "limit": 3}, b={"query": "زززز"}, c={"query": "القاعدة", "limit": 1}
    )
    assert list(found) == ["a", "b", "c"]
    assert found["a"][0]["id"] == "taliban"
    assert len(found["a"]) <= 3
    assert len(found["c"]) == 1
    scores = [one["score"] for one in found["a"]]
    assert scores == sorted(scores, reverse=True)


def test_a_get_is_answered_like_a_post(client: TestClient) -> None:
    queries = {"q": {"query": "طالبان"}}
    asked = client.get("/api/v1/reconcile/actors", params={"queries": json.dumps(queries)}).json()
    assert asked["q"]["result"] == reconcile(client, "actors", **queries)["q"]


def test_types_leave_out_or_put_last(client: TestClient) -> None:
    query = {"query": "طالبان", "limit": 50}
    every = {one["type"][0]["id"] for one in reconcile(client, "actors", q=query)["q"]}
    assert "group" in every
    groups = reconcile(client, "actors", q=query | {"type": "group"})["q"]
    assert {one["type"][0]["id"] for one in groups} == {"group"}
    assert reconcile(client, "actors", q=query | {"type": ["media"]})["q"] == []
    should = reconcile(client, "actors", q=query | {"type": ["media"], "type_strict": "should"})["q"]
    assert {one["id"] for one in should} >= {one["id"] for one in groups}
    assert reconcile(client, "actors", q=query | {"type": ["media", "group"], "type_strict": "all"})["q"] == []


@pytest.mark.parametrize("country", ["LY", "ly", "Libya", "ليبيا", {"id": "LY", "name": "Libya"}, ["XX", "LY"]])
def test_a_property_tells_namesakes_apart(client: TestClient, country: Any) -> None:
    query = {"query": "طرابلس", "limit": 20}
    both = reconcile(client, "places", q=query)["q"]
    libyan = reconcile(client, "places", q=query | {"properties": [{"pid": "country", "v": country}]})["q"]
    assert 0 < len(libyan) < len(both)
    assert {load().place(one["id"]).country for one in libyan} == {"LY"}  # type: ignore[union-attr]
    assert all({"id": "property_country", "value": True} in one["features"] for one in libyan)


def test_properties_alone_find_things_and_are_no_match(client: TestClient) -> None:
    asked = {"properties": [{"pid": "parent", "v": "isil"}, {"pid": "country", "v": "AF"}], "limit": 50}
    found = reconcile(client, "actors", q=asked)["q"]
    assert "isil-khorasan" in {one["id"] for one in found}
    assert not any(one["match"] for one in found)
    assert all(load().entries[one["id"]].parent == "isil" for one in found)


@pytest.mark.parametrize(("queries", "status"), [
    ("", 400), ("x", 400), ("[]", 400), ('{"q":{}}', 400), ('{"q":{"query":""}}', 400), ('{"q":{"query":"x","limit":0}}', 400),
    ('{"q":{"query":"x","limit":51}}', 400), ('{"q":{"query":"x","type_strict":"x"}}', 400),
    ('{"q":{"query":"%s"}}' % ("x" * 501), 400),
    ('{"q":{"properties":[{"pid":"country"}]}}', 400), ('{"q":{"properties":[{"pid":"country","v":{"name":"x"}}]}}', 400),
    ('{"q":{"query":"\\ud800"}}', 400), (json.dumps({str(n): {"query": "x"} for n in range(51)}), 413), ("[" * 50_000, 400),
])  # fmt: skip
def test_queries_that_are_none_are_refused(client: TestClient, queries: str, status: int) -> None:
    answer = client.post("/api/v1/reconcile/actors", data={"queries": queries})
    if not queries:
        answer = client.post("/api/v1/reconcile/actors", data={"other": "x"})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_largest_batch_that_the_manifest_allows_is_answered(client: TestClient) -> None:
    size = get(client, "places")["batchSize"]
    assert len(reconcile(client, "places", **{f"q{n}": {"query": "غاو", "limit": 1} for n in range(size)})) == size


@pytest.mark.parametrize(("path", "prefix", "meant"), [
    ("actors/suggest/entity", "تنظيم الدو", "isil"), ("actors/suggest/entity", "islamic st", "isil"),
    ("actors/suggest/entity", "isil-khor", "isil-khorasan"), ("actors/suggest/type", "gr", "group"),
    ("actors/suggest/property", "Name in A", "name_ar"), ("places/suggest/type", "", "country"),
    ("places/suggest/property", "lat", "latitude"), ("places/suggest/entity", "region:afr", "region:africa"),
])  # fmt: skip
def test_what_is_typed_is_completed(client: TestClient, path: str, prefix: str, meant: str) -> None:
    result = shaped("suggestions", get(client, path, prefix=prefix))["result"]
    assert meant in [one["id"] for one in result]


def test_places_are_suggested_the_greater_first(client: TestClient) -> None:
    first, *_ = shaped("suggestions", get(client, "places/suggest/entity", prefix="Baghda"))["result"]
    assert "Baghdad" in first["name"]


def test_a_cursor_takes_up_where_the_suggestions_ended(client: TestClient) -> None:
    ids: list[str] = []
    while page := get(client, "actors/suggest/entity", prefix="ا", cursor=len(ids))["result"]:
        ids += [one["id"] for one in page]
        if len(ids) > 100:
            break
    assert len(ids) == len(set(ids)) > 40


@pytest.mark.parametrize("noun", NOUNS)
def test_proposed_properties_can_be_fetched(client: TestClient, noun: str) -> None:
    proposed = shaped("proposal", get(client, f"{noun}/properties", type=""))["properties"]
    every = [one["id"] for one in proposed]
    assert len(every) == len(set(every)) > 5
    told = extend(client, noun, [*THINGS[noun], "none"], *every)
    assert [one["id"] for one in told["meta"]] == every
    assert list(told["rows"]) == [*THINGS[noun], "none"]
    assert all(list(row) == every for row in told["rows"].values())
    assert not any(told["rows"]["none"].values())
    assert sum(bool(values) for values in told["rows"][THINGS[noun][0]].values()) >= 5
    assert len(get(client, f"{noun}/properties", type="", limit=2)["properties"]) == 2
    assert get(client, f"{noun}/properties", type="no such")["properties"] == []


def test_values_are_those_of_the_catalogue(client: TestClient) -> None:
    row = extend(client, "actors", ["isil-khorasan"], "name_en", "parent", "country")["rows"]["isil-khorasan"]
    entry = load().entries["isil-khorasan"]
    assert row["name_en"] == [{"str": entry.en}]
    assert row["parent"] == [{"id": "isil", "name": "Islamic State"}]
    assert [one["str"] for one in row["country"]] == list(entry.countries)


def test_a_property_that_there_is_none_of_is_refused(client: TestClient) -> None:
    asked = {"ids": ["isil"], "properties": [{"id": "un_secret"}]}
    answer = client.post("/api/v1/reconcile/actors", data={"extend": json.dumps(asked)})
    assert (answer.status_code, answer.json()["code"]) == (400, "queries")
    many = {"ids": ["x"] * 501, "properties": []}
    assert client.post("/api/v1/reconcile/actors", data={"extend": json.dumps(many)}).status_code == 413


@pytest.mark.parametrize("noun", NOUNS)
def test_a_preview_is_text_that_nothing_runs_in(client: TestClient, noun: str) -> None:
    answer = client.get(f"/api/v1/reconcile/{noun}/preview/{THINGS[noun][0]}")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "frame-ancestors 'none'" in policy
    tree = html.fromstring(answer.content)
    assert {one.tag for one in tree.iter()} <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "p",
        "dl",
        "dt",
        "dd",
        "bdi",
    }
    assert client.get(f"/api/v1/reconcile/{noun}/preview/none%2F..").status_code == 404


def test_a_hostile_name_in_a_preview_is_text() -> None:
    from dataclasses import replace

    entry = replace(load().entries["isil"], en="<script>x</script>", sector='"><img src=x onerror=x>')
    page = html.fromstring(preview("actors", entry))
    assert [one.tag for one in page.iter("script", "img")] == []
    assert "<script>x</script>" in "".join(map(str, page.itertext()))


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("path", ["", "/suggest/entity", "/properties"])
def test_pages_of_others_may_not_read_and_no_script_is_made(client: TestClient, noun: str, path: str) -> None:
    asked = {"callback": "x", "prefix": "a"}
    answer = client.get(f"/api/v1/reconcile/{noun}{path}", params=asked, headers={"Origin": "http://evil.example"})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_no_property_says_that_someone_is_on_a_list_of_sanctions() -> None:
    assert not {"un", "sanctions"} & {one.id for one in properties("actors")}
