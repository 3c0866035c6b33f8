"""Every hostile input as an id, a filter, a question or a file's name gets an answer or a problem, and nothing more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from fastapi.testclient import TestClient
from observatory import serving

from marsad.serving import Settings, create_app
from marsad.storing import Store, open_store

from .inputs import in_text, inputs

HERE = "http://localhost:8765"
OWN = {"X-Marsad": "1", "Origin": HERE, "Content-Type": "application/octet-stream"}
FILTERS = (
    "country",
    "type",
    "actor",
    "place",
    "outlet",
    "report",
    "bbox",
    "rule",
    "codebook",
    "category",
    "since",
    "cursor",
)
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@pytest.fixture(scope="module")
def store(hostile_store: Path) -> Iterator[Store]:
    with open_store(str(hostile_store)) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(store: Store) -> TestClient:
    """A browser on this machine; what the server fails at is raised."""
    return TestClient(create_app(store, Settings()), base_url=HERE)


@pytest.mark.parametrize("name", inputs())
def test_an_input_in_an_address_is_a_name_that_nothing_has(client: TestClient, store: Store, name: str) -> None:
    said = in_text(inputs()[name])
    before = store.counts()
    for noun in ("events", "claims", "reports", "actors", "reconcile/actors/preview", "reconcile/places/preview"):
        answer = client.get(f"/api/v1/{noun}/{quote(said, safe='')}")
        assert answer.status_code in (404, 422), (noun, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
    for one in FILTERS:
        answer = client.get("/api/v1/events", params={one: said, "limit": 1})
        assert answer.status_code in (200, 400, 404, 422), (one, answer.text)
        assert answer.headers["content-type"] in ("application/json", "application/problem+json")
    asking = {
        "search": {"q": said, "by": "words"},
        "candidates": {"name": said},
        "places/candidates": {"name": said},
        "reconcile/actors": {"queries": json.dumps({"q": {"query": said}})},
        "reconcile/places/suggest/entity": {"prefix": said},
    }
    for path, asked in asking.items():
        assert client.get(f"/api/v1/{path}", params=asked).status_code in (200, 400, 422), path
    assert store.counts() == before


@pytest.mark.parametrize("name", inputs())
def test_a_file_of_a_hostile_name_and_content_is_read_or_refused(client: TestClient, name: str) -> None:
    said = in_text(inputs()[name])
    content = inputs()[name].encode("utf-8", "replace")
    for sent in (content, f"قُتل خمسة جنود في كركوك {said}".encode()):
        answer = client.post(
            f"/api/v1/read/file?model=false&name={quote(said[:300], safe='')}", content=sent, headers=OWN
        )
        assert answer.status_code in (200, 422), answer.text
        if answer.status_code == 200:
            told = answer.json()
            sources = [one["report"]["source"] for one in told["reports"]] + [one["source"] for one in told["refused"]]
            assert sources
            assert not any(re.search(r"[/\\\x00-\x1f]", one) for one in sources)


@pytest.fixture
def wire(store: Store) -> Iterator[httpx.Client]:
    """A client of a server that listens: the one in the process takes escapes in addresses off twice."""
    with serving(store) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


def test_originals_are_saved_under_names_that_are_only_names(wire: httpx.Client) -> None:
    pages: list[dict[str, Any]] = []
    cursor = None
    while cursor is not None or not pages:
        pages.append(wire.get("/api/v1/reports", params={"limit": 200} | ({"cursor": cursor} if cursor else {})).json())
        cursor = pages[-1]["next"]
    reports = [one for page in pages for one in page["items"]]
    assert len(reports) > len(inputs())
    for one in reports:
        answer = wire.get(f"/api/v1/reports/{quote(one['id'], safe='')}/original")
        assert answer.status_code == 200, one["id"]
        headers = answer.headers
        assert headers["content-security-policy"].startswith("sandbox")
        assert headers["x-content-type-options"] == "nosniff"
        assert not re.search("html|svg|xml$|script", headers["content-type"])
        disposed = headers["content-disposition"]
        found = re.fullmatch(r"attachment; filename=\"([\w.-]+)\"; filename\*=UTF-8''([\w.%-]+)", disposed, re.ASCII)
        assert found, disposed
        assert not DEVICES.fullmatch(found[1])
        assert found[1][0] not in ".-"
        assert found[1].rpartition(".")[2].lower() not in ("exe", "bat", "cmd", "scr", "lnk", "hta", "js", "vbs")
        assert "x-evil" not in headers
