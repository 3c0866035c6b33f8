"""OpenRefine, which asks from its own page in a browser, may reconcile where the server was told of it; nobody else may."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from marsad.errors import OriginError
from marsad.serving import Settings, create_app
from marsad.serving.settings import origin
from marsad.storing import Store

OPENREFINE = "http://127.0.0.1:3333"
SERVICE = "/api/v1/reconcile/actors"


@pytest.fixture
def told(store: Store) -> TestClient:
    """A server that was told where OpenRefine is."""
    return TestClient(create_app(store, Settings(openrefine=OPENREFINE)), base_url="http://localhost")


@pytest.mark.parametrize("address", [SERVICE, f"{SERVICE}/suggest/entity?prefix=taliban", f"{SERVICE}/preview/isil"])
def test_its_page_may_read_reconciliation_and_frame_it(told: TestClient, address: str) -> None:
    answer = told.get(address, headers={"Origin": OPENREFINE})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == OPENREFINE
    assert "Origin" in answer.headers["vary"]
    assert f"frame-ancestors {OPENREFINE}" in answer.headers["content-security-policy"]
    assert "x-frame-options" not in answer.headers


def test_leave_is_given_by_name_whoever_asks(told: TestClient) -> None:
    answer = told.get(SERVICE, headers={"Origin": "http://evil.example"})
    assert answer.headers["access-control-allow-origin"] == OPENREFINE


@pytest.mark.parametrize("address", ["/api/v1/events", "/api/v1/reconcile", "/"])
def test_all_else_stays_shut(told: TestClient, address: str) -> None:
    answer = told.get(address, headers={"Origin": OPENREFINE})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["x-frame-options"] == "DENY"


def test_no_origin_is_named_unless_told(store: Store) -> None:
    client = TestClient(create_app(store, Settings()), base_url="http://localhost")
    answer = client.get(SERVICE, headers={"Origin": OPENREFINE})
    assert answer.status_code == 200
    assert "access-control-allow-origin" not in answer.headers
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("written", "kept"), [("http://127.0.0.1:3333/", OPENREFINE), ("HTTPS://Refine.Example", "https://refine.example")]
)
def test_an_origin_is_scheme_host_and_port(written: str, kept: str) -> None:
    assert origin(written) == kept


@pytest.mark.parametrize(
    "written", ["*", "null", "127.0.0.1:3333", "http://a.example/path", "http://a b", "file:///x", "http://x;y"]
)
def test_what_is_no_origin_is_refused(written: str) -> None:
    with pytest.raises(OriginError):
        origin(written)
