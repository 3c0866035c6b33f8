"""The table of requests, each sent over the wire to a server as it runs."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from marsad.codebook.yaml_file import read_yaml
from marsad.records import Report
from marsad.serving import Settings
from marsad.storing import open_store

from .wire import LARGEST, Asked, Group, answered, listening, sent

TABLE = read_yaml(Path(__file__).with_name("requests.yaml"), list[Group])
EVERY = [(f"{group.group}: {one.what}", one) for group in TABLE for one in group.requests]
BINDING = {
    "content-security-policy": "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
}
PAGE = "<!doctype html><script>inner</script>"


@pytest.fixture(scope="module")
def port(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where a server listens over the samples and a page that says it is text."""
    folder = tmp_path_factory.mktemp("wire")
    (folder / "static" / "assets").mkdir(parents=True)
    (folder / "static" / "index.html").write_text("<!doctype html><title>Marsad</title>", encoding="utf-8")
    (folder / "static" / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (folder / "secret.txt").write_text("inner", encoding="utf-8")
    place = folder / "marsad.db"
    place.write_bytes(sample_file.read_bytes())
    with pytest.MonkeyPatch.context() as patch, open_store(str(place)) as store:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        digest = sha256(PAGE.encode()).hexdigest()
        report = Report(id="page", source="x.html", sha256=digest, text=PAGE, media_type="text/plain")
        store.add(report, PAGE.encode(), (), (), store.begin_run(["x.html"]))
        settings = Settings(static=folder / "static", largest_body=LARGEST, slowest_body=1.0)
        with listening(store, settings) as found:
            yield found


def test_every_request_of_the_table_has_a_name_of_its_own() -> None:
    assert len({name for name, _ in EVERY}) == len(EVERY) >= 100


@pytest.mark.parametrize(("name", "asked"), EVERY, ids=[name for name, _ in EVERY])
def test_the_answer_is_the_one_of_the_table(port: int, name: str, asked: Asked) -> None:
    answer = sent(port, asked)
    assert answer.status == asked.status, answer.body[:500]
    for header, words in asked.headers.items():
        assert words in answer.headers[header]
    if not asked.bare:
        for header, words in BINDING.items():
            assert words in answer.headers[header]
    for header in (*asked.never, "access-control-allow-origin", "server", "x-powered-by"):
        assert header not in answer.headers
    if answer.status >= 400 and not (asked.bare or asked.empty):
        assert answer.headers["content-type"] == "application/problem+json"
    assert b"Traceback" not in answer.body
    assert asked.without is None or asked.without.encode() not in answer.body
    assert not asked.empty or answer.body == b""


def test_a_body_that_comes_too_slowly_is_given_up(port: int) -> None:
    head = (
        f"POST /api/v1/read HTTP/1.1\r\nHost: localhost:{port}\r\nX-Marsad: 1\r\nContent-Type: application/json\r\n"
        "Content-Length: 100\r\nConnection: close\r\n\r\n{"
    )
    answer = answered(port, head.encode())
    assert answer.status == 408
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_a_body_that_never_ends_is_given_up(port: int) -> None:
    head = f"POST /api/v1/reconcile/actors HTTP/1.1\r\nHost: localhost:{port}\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert answered(port, head.encode() + b"1\r\nq\r\n").status == 408


def test_a_client_that_goes_away_leaves_the_server_well(port: int) -> None:
    head = f"POST /api/v1/read HTTP/1.1\r\nHost: localhost:{port}\r\nX-Marsad: 1\r\nContent-Length: 100\r\n\r\n{{"
    with socket.create_connection(("127.0.0.1", port)) as to:
        to.sendall(head.encode())
    ask = f"GET /api/v1/about HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
    assert answered(port, ask.encode()).status == 200
