"""Who may ask what: every route of the API, for nobody and for each role."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from marsad.serving import Settings, create_app
from marsad.serving.access import CODER, Touched, role_for
from marsad.serving.routers import ROUTERS, session
from marsad.storing import Query, Store, find_events
from marsad.team import ROLES, entries

from .conftest import HERE, OWN, PASSWORD

ROUTES = [
    (route, method)
    for router in (*ROUTERS, session.signing_in)
    for route in router.routes
    if isinstance(route, APIRoute)
    for method in sorted(route.methods or ())
]
DESCRIBED = [
    (path, method.upper()) for path, methods in create_app(None).openapi()["paths"].items() for method in methods
]
WRITING = [(route, method) for route, method in ROUTES if method not in ("GET", "HEAD")]


def asked(client: TestClient, path: str, method: str) -> Any:
    return client.request(method, re.sub(r"\{\w+(?::path)?\}", "x", path), headers=OWN)


def test_all_routes_of_the_app_are_looked_at_here() -> None:
    assert {(f"/api/v1{route.path.replace(':path', '')}", method) for route, method in ROUTES} == set(DESCRIBED)
    others = [one for one in create_app(None).routes if type(one).__name__ != "_IncludedRouter"]
    assert [getattr(one, "path", None) for one in others] == ["/api/v1/openapi.json", ""]


def test_the_description_names_the_cookie_and_the_roles() -> None:
    described = create_app(None).openapi()
    scheme = described["components"]["securitySchemes"]["session"]
    assert (scheme["type"], scheme["in"], scheme["name"]) == ("apiKey", "cookie", "marsad")
    for route, method in ROUTES:
        told = described["paths"][f"/api/v1{route.path.replace(':path', '')}"][method.lower()]["security"]
        if (method, route.path) == ("POST", "/session"):
            assert told == []
        else:
            assert told in ([{"session": []}], [{"session": [role_for(route, method)]}])
            assert told[0]["session"] or role_for(route, method) == "reader"


@pytest.mark.parametrize(("route", "method"), WRITING, ids=lambda one: getattr(one, "path", one))
def test_what_changes_something_names_a_role_and_says_what_it_touched(route: APIRoute, method: str) -> None:
    if (method, route.path) == ("POST", "/session"):
        return
    role = role_for(route, method)
    assert role is not None, "give the route READER, CODER or ADMIN among its dependencies"
    notes_itself = route.path.startswith(("/session", "/me", "/accounts"))
    touches = any(one.call is get_args(Touched)[1].dependency for one in route.dependant.dependencies)
    assert role == "reader" or notes_itself or touches, "have the route take Touched, and call it"


@pytest.mark.parametrize(("path", "method"), [*DESCRIBED, ("/api/v1/openapi.json", "GET"), ("/api/v1/none", "GET")])
def test_nobody_is_answered_without_a_session(as_: Callable[..., TestClient], path: str, method: str) -> None:
    answer = asked(as_(), path, method)
    if (path, method) == ("/api/v1/session", "POST"):
        assert answer.status_code == 422
        return
    assert answer.status_code == 401
    assert answer.json()["code"] == "signed-out"
    assert answer.headers["www-authenticate"]
    assert answer.headers["cache-control"] == "private, no-store"
    assert "etag" not in answer.headers


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/v1", "/api//v1/events", "/api/v1/./events", "/api/v1/events/", "/api/%76%31/events"]
)
def test_other_ways_to_write_an_address_lead_nowhere_either(as_: Callable[..., TestClient], path: str) -> None:
    assert as_().get(path).status_code == 401


@pytest.mark.parametrize("path", ["//api/v1/events", "/API/v1/events", "/x/../api/v1/events", "/%61pi/v1/events"])
def test_nothing_is_told_at_addresses_that_look_alike(as_: Callable[..., TestClient], path: str) -> None:
    assert "items" not in as_().get(path).text


def test_the_shell_of_the_pages_is_there_for_everyone(as_: Callable[..., TestClient]) -> None:
    assert "<title>" in as_().get("/sign-in").text
    assert as_().get("/assets/main-1a2b.js").status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_let_in_where_it_may_and_nowhere_else(as_: Callable[..., TestClient], role: str) -> None:
    client = as_(role)
    for route, method in ROUTES:
        if route.path in ("/session", "/me/password"):
            continue
        needed = role_for(route, method)
        assert needed is not None
        status = asked(client, f"/api/v1{route.path}", method).status_code
        assert (status == 403) == (ROLES.index(role) < ROLES.index(needed)), (method, route.path, status)
        assert status not in (401, 500)


def test_a_route_that_forgot_its_role_is_closed_to_everyone(
    team_store: Store, team_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgetful = APIRouter()
    done: list[int] = []
    forgetful.add_api_route("/forgotten", lambda: done.append(1), methods=["POST"])
    monkeypatch.setattr("marsad.serving.app.ROUTERS", (*ROUTERS, forgetful))
    app: FastAPI = create_app(team_store, team_settings)
    client = TestClient(app, base_url=HERE)
    client.post("/api/v1/session", json={"name": "admin", "password": PASSWORD}, headers=OWN)
    assert client.post("/api/v1/forgotten", headers=OWN).status_code == 403
    assert done == []


def test_a_change_that_breaks_off_is_noted_with_what_it_touched(
    team_store: Store, team_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(touched: Touched) -> None:
        touched("report r1")
        raise ValueError

    breaking = APIRouter()
    breaking.add_api_route("/breaking", break_off, methods=["POST"], dependencies=[CODER])
    monkeypatch.setattr("marsad.serving.app.ROUTERS", (*ROUTERS, breaking))
    client = TestClient(create_app(team_store, team_settings), base_url=HERE, raise_server_exceptions=False)
    client.post("/api/v1/session", json={"name": "coder", "password": PASSWORD}, headers=OWN)
    assert client.post("/api/v1/breaking", headers=OWN).status_code == 500
    told = entries(team_store, 1)[0].entry
    assert (told.account, told.outcome, told.what) == ("coder", "failed", "500; report r1")


def test_decisions_bear_the_name_of_the_account_whatever_is_said(
    as_: Callable[..., TestClient], team_store: Store
) -> None:
    coder = as_("coder")
    one, other, *_ = (event for event, _ in find_events(team_store, Query()))
    body = {"decision": "merge", "event": one.id, "other": other.id, "because": "x", "by": "admin"}
    made = coder.post("/api/v1/decisions", json=body, headers=OWN).json()
    assert made["by"] == "coder"
    link = {"name": "غولمورود حليموف", "reference": "QDi.372", "because": "x", "decision": "confirmed", "by": "admin"}
    assert coder.post("/api/v1/links", json=link, headers=OWN).json()["by"] == "coder"
    told = [one.entry for one in entries(team_store, 2)]
    assert [entry.account for entry in told] == ["coder", "coder"]
    assert told[0].what == "link confirmed: غولمورود حليموف QDi.372"
    assert told[1].what is not None
    assert told[1].what.startswith(f"decision {made['number']}: same")


def test_what_is_refused_by_role_changes_nothing_and_is_noted(
    as_: Callable[..., TestClient], team_store: Store
) -> None:
    reader, before = as_("reader"), team_store.counts()
    assert reader.post("/api/v1/reports", json={"text": "نص", "model": False}, headers=OWN).status_code == 403
    assert reader.patch("/api/v1/accounts/reader", json={"role": "admin"}, headers=OWN).status_code == 403
    assert team_store.counts() == before
    told = [one.entry for one in entries(team_store, 2)]
    assert [(entry.account, entry.action, entry.outcome) for entry in told] == [("reader", "write", "refused")] * 2
    assert told[0].address == "PATCH /api/v1/accounts/reader"


def test_answers_kept_by_a_browser_are_stale_for_another_account(as_: Callable[..., TestClient]) -> None:
    reader, coder = as_("reader"), as_("coder")
    first = reader.get("/api/v1/events")
    tag = first.headers["etag"]
    assert first.headers["cache-control"].startswith("private")
    assert "cookie" in first.headers["vary"].lower()
    assert reader.get("/api/v1/events", headers={"If-None-Match": tag}).status_code == 304
    assert coder.get("/api/v1/events", headers={"If-None-Match": tag}).status_code == 200
    assert as_().get("/api/v1/events", headers={"If-None-Match": tag}).status_code == 401


def test_what_does_not_depend_on_the_store_is_never_kept(as_: Callable[..., TestClient]) -> None:
    admin = as_("admin")
    for path in ("me", "accounts", "audit"):
        headers = admin.get(f"/api/v1/{path}").headers
        assert headers["cache-control"] == "private, no-store"
        assert "etag" not in headers


def test_without_team_there_are_no_accounts(client: TestClient) -> None:
    assert client.get("/api/v1/me").json()["role"] == "admin"
    assert client.get("/api/v1/me").json()["team"] is False
    for path in ("accounts", "audit"):
        assert client.get(f"/api/v1/{path}").status_code == 404
    body = {"name": "x", "password": "y"}
    assert client.post("/api/v1/session", json=body, headers=OWN).status_code == 404
