from __future__ import annotations

import gzip
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from marsad.records import Report
from marsad.serving import Settings, create_app
from marsad.storing import Store

from .conftest import HERE, OWN, SAMPLES

BODY = {"decision": "withdraw", "number": 1, "because": "x"}

HOSTILE = [
    "../../../../etc/passwd", "..%2f..%2fsecret.txt", "%2e%2e/secret.txt", "....//secret.txt", "..\\secret.txt", "/etc/passwd",
    "file:///etc/passwd", "assets/../../secret.txt", "assets/%2e%2e/%2e%2e/secret.txt", "\0", "%00", "e0' or '1'='1", "e%",
    "e; drop table events", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "e" * 5000, "\u202eغاو", "'\"`",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_names_that_nothing_has(client: TestClient, store: Store, name: str) -> None:
    before = store.counts()
    for address in ("events", "claims", "reports", "actors"):
        answer = client.get(f"/api/v1/{address}/{quote(name, safe='')}")
        assert answer.status_code in (404, 422), (address, answer.text)
        assert answer.headers["content-type"].startswith("application/problem+json")
    for asked in ({"actor": name}, {"place": name}, {"outlet": name}, {"report": name}):
        assert client.get("/api/v1/events", params=asked).status_code in (200, 422)
    assert client.get("/api/v1/search", params={"q": name, "by": "words"}).status_code in (200, 422)
    assert store.counts() == before


@pytest.mark.parametrize("name", HOSTILE)
def test_no_address_leads_out_of_the_folder_of_pages(client: TestClient, name: str) -> None:
    for address in (f"/{quote(name, safe='/%.')}", f"/{quote(name, safe='')}"):
        answer = client.get(address)
        assert "secret" not in answer.text
        assert "root:" not in answer.text


def test_pages_are_served_with_the_first_for_addresses_that_the_browser_makes_up(client: TestClient) -> None:
    assert "<title>" in client.get("/").text
    assert "<title>" in client.get("/events/e0123456789abcdef").text
    script = client.get("/assets/main-1a2b.js")
    assert "immutable" in script.headers["cache-control"]
    assert "<title>" in client.get("/reports/news.jsonl%3A1").text
    assert client.get("/assets/gone.js").status_code == 404
    assert client.get("/gone.js").status_code == 404
    assert client.get("/api/v1/gone").status_code == 404


def test_what_was_packed_with_the_pages_is_sent_packed_to_those_who_take_it(client: TestClient, pages: Path) -> None:
    packed = gzip.compress(b"export { packed }")
    (pages / "assets" / "main-1a2b.js.gz").write_bytes(packed)
    answer = client.get("/assets/main-1a2b.js", headers={"Accept-Encoding": "gzip"})
    assert answer.content == b"export { packed }"
    assert answer.headers["content-length"] == str(len(packed))
    assert "javascript" in answer.headers["content-type"]
    assert "immutable" in answer.headers["cache-control"]
    assert client.get("/assets/main-1a2b.js", headers={"Accept-Encoding": "identity"}).content == b"export {}"


@pytest.mark.parametrize("address", ["/", "/api/v1/events", "/api/v1/events/none", "/gone.js"])
def test_every_answer_binds_the_page(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "'unsafe-eval'" not in policy
    assert "script-src" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "", "[", "localhost@evil.example:1"]
)
def test_another_name_for_this_machine_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/v1/about", headers={"Host": host})
    assert answer.status_code == 400
    assert "store" not in answer.json()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8765", "[::1]:9000", "LOCALHOST:1"])
def test_names_of_loopback_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/api/v1/about", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": HERE},
        {"X-Marsad": "1", "Origin": "http://evil.example"},
        {"X-Marsad": "1", "Origin": "null"},
        {"X-Marsad": "1", "Origin": "http://localhost:9999"},
        {"X-Marsad": "1", "Sec-Fetch-Site": "cross-site"},
        {"X-Marsad": "1", "Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_of_others_cannot_decide(client: TestClient, store: Store, headers: dict[str, str]) -> None:
    for address in ("decisions", "links", "reports", "read"):
        assert client.post(f"/api/v1/{address}", json=BODY, headers=headers).status_code == 403
    form = client.post("/api/v1/decisions", data={"decision": "withdraw"}, headers=headers)
    assert form.status_code == 403
    assert client.options("/api/v1/decisions", headers=headers).headers.get("access-control-allow-headers") is None


def test_more_than_the_server_takes_is_refused(store: Store) -> None:
    small = TestClient(create_app(store, Settings(largest_body=1000)), base_url=HERE)
    assert small.post("/api/v1/read", json={"text": "ا" * 2000}, headers=OWN).status_code == 413

    def drip() -> Iterator[bytes]:
        for _ in range(20):
            yield b"a" * 100

    answer = small.post("/api/v1/read/file?name=a&model=false", content=drip(), headers=OWN)
    assert answer.status_code >= 400


def test_an_original_that_is_a_page_is_saved_and_never_shown(client: TestClient, store: Store) -> None:
    names = ["page.html\r\nX-Evil: 1", '"><script>.svg', "../../x.html", "تقرير.html"]
    for at, name in enumerate(names):
        text = f"<script>alert({at})</script>"
        digest = sha256(text.encode()).hexdigest()
        report = Report(id=f"odd/{at}", source=name, sha256=digest, text=text, media_type="text/html")
        assert store.add(report, text.encode(), (), (), 1)
        answer = client.get(f"/api/v1/reports/{quote(report.id, safe='')}/original")
        assert answer.content == text.encode()
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        assert "/" not in answer.headers["content-disposition"].split("filename=")[1].split(";")[0]
        assert "x-evil" not in answer.headers
        page = client.get(f"/api/v1/reports/{quote(report.id, safe='')}")
        assert page.headers["content-type"].startswith("application/json")
        assert page.json()["report"]["text"] == text


@pytest.mark.parametrize("cursor", ["x", "W10", "bnVsbA", "eyJhIjoxfQ", "W1tbW1tbW1tbW10", "////", "ا"])
def test_cursors_that_are_none_are_refused(client: TestClient, cursor: str) -> None:
    for address in ("events", "claims", "reports", "places", "decisions"):
        answer = client.get(f"/api/v1/{address}", params={"cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (400, "cursor")


def test_a_cursor_belongs_to_its_filters(client: TestClient) -> None:
    cursor = client.get("/api/v1/events?limit=1").json()["next"]
    assert client.get("/api/v1/events", params={"limit": 1, "cursor": cursor}).status_code == 200
    assert client.get("/api/v1/events", params={"limit": 1, "cursor": cursor, "type": "ASSAULT"}).status_code == 400


def test_samples_are_where_these_tests_think(sample_file: Path) -> None:
    assert len(list(SAMPLES.iterdir())) == 15
    assert sample_file.stat().st_size > 0
