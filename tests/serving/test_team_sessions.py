"""Sessions: begun, used, ended, and kept away from pages of others."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from http.cookies import SimpleCookie

import pytest
from fastapi.testclient import TestClient

from marsad.serving import Settings, create_app
from marsad.storing import Query, Store, find_events
from marsad.team import Doer, entries, set_disabled

from .conftest import HERE, OWN, PASSWORD, Hands

BODY = {"name": "coder", "password": PASSWORD}


def signed(client: TestClient) -> bool:
    return client.get("/api/v1/me").status_code == 200


def test_the_cookie_is_for_this_server_alone_and_out_of_reach_of_scripts(as_: Callable[..., TestClient]) -> None:
    answer = as_().post("/api/v1/session", json=BODY, headers=OWN)
    assert answer.json() == {"account": "coder", "role": "coder", "team": True}
    morsel = SimpleCookie(answer.headers["set-cookie"])["marsad"]
    assert morsel["httponly"]
    assert morsel["samesite"] == "strict"
    assert morsel["path"] == "/"
    assert not morsel["domain"]
    assert not morsel["secure"]
    assert int(morsel["max-age"]) == 12 * 3600
    assert len(morsel.value) >= 43


def test_behind_https_the_cookie_goes_over_https_alone(team_store: Store, team_settings: Settings) -> None:
    app = create_app(team_store, replace(team_settings, https=True))
    client = TestClient(app, base_url=HERE.replace("http:", "https:"))
    own = {"X-Marsad": "1", "Origin": HERE.replace("http:", "https:")}
    answer = client.post("/api/v1/session", json=BODY, headers=own)
    morsel = SimpleCookie(answer.headers["set-cookie"])["__Host-marsad"]
    assert morsel["secure"]
    assert signed(client)


def test_the_store_holds_no_token_and_no_password(as_: Callable[..., TestClient], team_store: Store) -> None:
    client = as_("coder")
    token = client.cookies["marsad"]
    assert as_().post("/api/v1/session", json=BODY | {"password": "not my password"}, headers=OWN).status_code == 401
    with sqlite3.connect(team_store.name) as raw:
        told = "\n".join(raw.iterdump())
    raw.close()
    assert sha256(token.encode()).hexdigest() in told
    for secret in (token, PASSWORD, "not my password"):
        assert secret not in told


def test_a_session_ends_when_it_is_idle(as_: Callable[..., TestClient], hands: Hands) -> None:
    client = as_("reader")
    for _ in range(3):
        hands.pass_(minutes=59)
        assert signed(client)
    hands.pass_(minutes=60)
    assert not signed(client)
    hands.pass_(minutes=-5)
    assert signed(client)  # the row is still there: it was time that ended it


def test_a_session_ends_by_age_however_busy(as_: Callable[..., TestClient], hands: Hands) -> None:
    client = as_("reader")
    for _ in range(23):
        hands.pass_(minutes=30)
        assert signed(client)
    hands.pass_(minutes=30)
    assert not signed(client)


def test_signing_in_gives_another_token_and_ends_the_old_one(as_: Callable[..., TestClient]) -> None:
    client = as_("coder")
    old = client.cookies["marsad"]
    assert client.post("/api/v1/session", json=BODY, headers=OWN).status_code == 200
    assert client.cookies["marsad"] != old
    assert signed(client)
    other = as_()
    other.cookies.set("marsad", old)
    assert not signed(other)


def test_a_token_that_someone_planted_is_not_taken_over(as_: Callable[..., TestClient]) -> None:
    client = as_()
    client.cookies.set("marsad", "planted")
    answer = client.post("/api/v1/session", json=BODY, headers=OWN)
    assert "planted" not in answer.headers["set-cookie"]
    thief = as_()
    thief.cookies.set("marsad", "planted")
    assert not signed(thief)


@pytest.mark.parametrize("token", ["", "x", "marsad", "é", "' or 1=1 --", "x" * 5000, "%00"])
def test_tokens_that_are_none_open_nothing(as_: Callable[..., TestClient], token: str) -> None:
    headers = {b"Cookie": f"marsad={token}".encode()}
    assert as_().get("/api/v1/events", headers=headers).status_code == 401


def test_signing_out_ends_it_at_the_server(as_: Callable[..., TestClient]) -> None:
    client, thief = as_("coder"), as_()
    thief.cookies.set("marsad", client.cookies["marsad"])
    assert signed(thief)
    answer = client.delete("/api/v1/session", headers=OWN)
    assert answer.status_code == 204
    assert answer.headers["clear-site-data"] == '"cache"'
    assert "marsad" not in client.cookies
    assert not signed(thief)


def test_an_admin_ends_all_sessions_of_an_account(as_: Callable[..., TestClient]) -> None:
    admin, one, other, reader = as_("admin"), as_("coder"), as_("coder"), as_("reader")
    ended = admin.delete("/api/v1/accounts/coder/sessions", headers=OWN)
    assert ended.json() == {"sessions": 2}
    assert [signed(client) for client in (one, other, reader, admin)] == [False, False, True, True]


def test_a_disabled_account_is_out_at_once_and_cannot_come_back(
    as_: Callable[..., TestClient], team_store: Store, hands: Hands
) -> None:
    client = as_("coder")
    set_disabled(team_store, "coder", True, hands.now(), Doer("x"))
    assert not signed(client)
    assert as_().post("/api/v1/session", json=BODY, headers=OWN).status_code == 401


def test_another_role_holds_from_the_next_request_on(as_: Callable[..., TestClient]) -> None:
    admin, coder = as_("admin"), as_("coder")
    assert admin.patch("/api/v1/accounts/coder", json={"role": "reader"}, headers=OWN).json()["role"] == "reader"
    assert coder.get("/api/v1/me").json()["role"] == "reader"
    assert coder.post("/api/v1/decisions", json={}, headers=OWN).status_code == 403


def test_another_password_ends_all_other_sessions(as_: Callable[..., TestClient]) -> None:
    client, other = as_("coder"), as_("coder")
    new = "lantern orchard pebble"
    wrong = client.post("/api/v1/me/password", json={"old": "x", "new": new}, headers=OWN)
    assert (wrong.status_code, wrong.json()["code"]) == (401, "sign-in")
    weak = client.post("/api/v1/me/password", json={"old": PASSWORD, "new": "short"}, headers=OWN)
    assert (weak.status_code, weak.json()["code"]) == (422, "password")
    assert client.post("/api/v1/me/password", json={"old": PASSWORD, "new": new}, headers=OWN).status_code == 200
    assert [signed(client), signed(other)] == [True, False]
    assert as_().post("/api/v1/session", json=BODY, headers=OWN).status_code == 401
    assert signed(as_("coder", new))


def test_unknown_names_wrong_passwords_and_disabled_accounts_are_told_alike(
    as_: Callable[..., TestClient], team_store: Store, hands: Hands
) -> None:
    set_disabled(team_store, "reader", True, hands.now(), Doer("x"))
    bodies = [
        {"name": "nobody", "password": PASSWORD},
        BODY | {"password": "x"},
        {"name": "reader", "password": PASSWORD},
    ]
    answers = [as_().post("/api/v1/session", json=body, headers=OWN) for body in bodies]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.text for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1
    told = [(one.entry.account, one.entry.what, one.entry.outcome) for one in entries(team_store, 3)]
    assert told == [
        ("reader", "disabled", "refused"),
        ("coder", "wrong password", "refused"),
        (None, "unknown name", "refused"),
    ]


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_a_form_on_another_site_cannot_use_the_cookie(
    as_: Callable[..., TestClient], team_store: Store, headers: dict[str, str]
) -> None:
    client = as_("admin")
    before = [event.id for event, _ in find_events(team_store, Query())]
    form = {"decision": "exclude", "what": before[0], "because": "x"}
    for path in ("decisions", "reports", "accounts", "session"):
        answer = client.post(f"/api/v1/{path}", data=form, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "origin")
        plain = {"Content-Type": "text/plain", **headers}
        assert client.post(f"/api/v1/{path}", content=b'{"a":1}', headers=plain).status_code == 403
    assert client.delete("/api/v1/session", headers=headers).status_code == 403
    assert [event.id for event, _ in find_events(team_store, Query())] == before
    assert signed(client)


def test_what_is_typed_as_a_password_is_not_sent_back(as_: Callable[..., TestClient]) -> None:
    answer = as_().post("/api/v1/session", json={"name": 5, "password": "my own secret"}, headers=OWN)
    assert answer.status_code == 422
    assert "my own secret" not in answer.text
