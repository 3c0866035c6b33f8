"""Accounts and the audit log over the API, and limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi.testclient import TestClient

from marsad.serving.routers.session import network
from marsad.storing import Store
from marsad.team import entries

from .conftest import OWN, PASSWORD, Hands


def attempt(client: TestClient, name: str = "coder", password: str = "wrong") -> Any:
    return client.post("/api/v1/session", json={"name": name, "password": password}, headers=OWN)


def test_an_admin_makes_changes_and_disables_accounts(as_: Callable[..., TestClient]) -> None:
    admin = as_("admin")
    body = {"name": "أمل", "role": "coder", "password": "lantern orchard pebble"}
    made = admin.post("/api/v1/accounts", json=body, headers=OWN)
    assert (made.status_code, made.json()["by"]) == (201, "admin")
    assert "password" not in made.text
    assert admin.post("/api/v1/accounts", json=body, headers=OWN).json()["code"] == "account-exists"
    assert as_("أمل", "lantern orchard pebble").get("/api/v1/me").json()["role"] == "coder"
    change = {"disabled": True, "role": "reader"}
    changed = admin.patch("/api/v1/accounts/أمل", json=change, headers=OWN).json()
    assert changed["role"] == "reader"
    assert changed["disabled"]
    states = {one["name"]: one["sessions"] for one in admin.get("/api/v1/accounts").json()}
    assert states == {"reader": 0, "coder": 0, "admin": 1, "أمل": 0}
    assert admin.patch("/api/v1/accounts/nobody", json=change, headers=OWN).status_code == 404


def test_a_team_is_never_left_without_an_admin(as_: Callable[..., TestClient]) -> None:
    admin = as_("admin")
    for change in ({"role": "coder"}, {"disabled": True}):
        refused = admin.patch("/api/v1/accounts/admin", json=change, headers=OWN)
        assert (refused.status_code, refused.json()["code"]) == (409, "last-admin")
    assert admin.get("/api/v1/me").json()["role"] == "admin"


def test_the_log_comes_in_pages_the_newest_first(as_: Callable[..., TestClient]) -> None:
    admin = as_("admin")
    for name in ("reader", "coder", "reader"):
        as_(name)
    items: list[dict[str, Any]] = []
    cursor = None
    while True:
        asked = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = admin.get("/api/v1/audit", params=asked).json()
        items += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    told = [(one["account"], one["action"]) for one in items]
    ins = [(name, "sign-in") for name in ("reader", "coder", "reader", "admin")]
    assert told == [*ins, *[("the machine's user", "account-added")] * 3]
    assert {one["remote"] for one in items[:4]} == {"testclient"}
    some = admin.get("/api/v1/audit", params={"account": "reader", "action": "sign-in"}).json()["items"]
    assert len(some) == 2


def test_the_passwords_of_an_account_cannot_be_tried_without_end(as_: Callable[..., TestClient], hands: Hands) -> None:
    client = as_()
    assert [attempt(client).status_code for _ in range(11)] == [401] * 10 + [429]
    late = attempt(client, "CODER", PASSWORD)
    assert late.status_code == 429
    assert late.headers["content-type"] == "application/problem+json"
    assert late.headers["retry-after"] == "60"
    assert attempt(client, "reader", PASSWORD).status_code == 200
    hands.pass_(seconds=60)
    assert attempt(client, "coder", PASSWORD).status_code == 200
    assert attempt(client).status_code == 401  # a right password gives leave anew


def test_names_cannot_be_tried_without_end_from_one_address(as_: Callable[..., TestClient], hands: Hands) -> None:
    client = as_()
    codes = [attempt(client, f"name{at}").status_code for at in range(31)]
    assert codes == [401] * 30 + [429]
    hands.pass_(seconds=10)
    assert attempt(client, "reader", PASSWORD).status_code == 200


def test_limits_are_of_networks_where_addresses_are_many() -> None:
    assert network("2001:db8::1") == network("2001:db8::ffff") != network("2001:db8:0:1::1")
    assert network("192.0.2.1") != network("192.0.2.2")


def test_a_session_does_not_write_or_look_back_without_end(as_: Callable[..., TestClient], hands: Hands) -> None:
    coder, other = as_("coder"), as_("coder")
    body = {"decision": "withdraw", "number": 999, "because": "x"}
    codes = [coder.post("/api/v1/decisions", json=body, headers=OWN).status_code for _ in range(61)]
    assert set(codes[:60]) == {404}
    assert codes[60] == 429
    assert other.post("/api/v1/decisions", json=body, headers=OWN).status_code == 404
    looks = [coder.get("/api/v1/search?q=x&by=words").status_code for _ in range(121)]
    assert looks[-2:] == [200, 429]
    assert coder.get("/api/v1/events?rule=median").status_code == 429
    assert coder.get("/api/v1/events").status_code == 200
    hands.pass_(seconds=1)
    assert coder.post("/api/v1/decisions", json=body, headers=OWN).status_code == 404
    assert coder.get("/api/v1/events?rule=median").status_code == 200


def test_who_hammers_the_door_does_not_fill_the_log(as_: Callable[..., TestClient], team_store: Store) -> None:
    client = as_()
    for _ in range(100):
        assert client.post("/api/v1/decisions", json={}, headers=OWN).status_code == 401
    for _ in range(100):
        attempt(client)
    told = [one.entry for one in entries(team_store, 500) if one.entry.account != "the machine's user"]
    assert 10 <= len(told) <= 50
