from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from typer.testing import CliRunner, Result

from marsad.cli.app import app
from marsad.storing import open_store

PASSWORD = "violet kettle harbour"


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs `marsad team` over a new store, what is typed or piped in given by ``typed``."""
    cheap = PasswordHasher.from_parameters(CHEAPEST)
    monkeypatch.setattr("marsad.team.passwords.hasher", lambda: cheap)
    place = str(tmp_path / "marsad.db")
    open_store(place, create=True).close()
    Path(place).chmod(0o600)

    def run(*words: str, typed: str = "", command: str = "team") -> Result:
        result = CliRunner().invoke(app, [command, *words, "--store", place], input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_password_is_asked_for_twice_and_never_shown(team: Callable[..., Result]) -> None:
    made = team("add", "amal", "--role", "admin", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert made.exit_code == 0
    assert PASSWORD not in made.output
    assert made.stdout.strip() == ""
    (account,) = rows(team("list"))
    assert (account["name"], account["role"], account["disabled"]) == ("amal", "admin", None)


def test_accounts_are_changed_and_every_change_is_noted(team: Callable[..., Result]) -> None:
    for name, role in (("amal", "admin"), ("كريم", "coder")):
        assert team("add", name, "--role", role, "--password-stdin", typed=f"{PASSWORD}\n").exit_code == 0
    assert team("role", "كريم", "reader").exit_code == 0
    assert team("password", "كريم", "--password-stdin", typed="lantern orchard pebble\n").exit_code == 0
    assert team("disable", "كريم").exit_code == 0
    assert rows(team("list"))[1]["disabled"]
    assert team("disable", "كريم", "--undo").exit_code == 0
    assert team("sessions", "كريم", "--end").exit_code == 0
    assert rows(team("sessions")) == []
    told = rows(team("audit", "--limit", "6"))
    assert [(one["action"], one["what"]) for one in reversed(told)] == [
        ("account-added", "كريم: coder"),
        ("role-changed", "كريم: reader"),
        ("password-changed", "كريم"),
        ("disabled", "كريم"),
        ("enabled", "كريم"),
        ("sessions-ended", "كريم: 0"),
    ]
    assert {one["address"] for one in told} == {"marsad team"}
    assert len(rows(team("audit", "--action", "account-added"))) == 2


@pytest.mark.parametrize(
    ("words", "typed", "says"),
    [
        (("add", "amal", "--password-stdin"), f"{PASSWORD}\n", "there is an account"),
        (("add", "karim", "--password-stdin"), "short\n", "12 to 128"),
        (("add", "karim", "--password-stdin"), "", "12 to 128"),
        (("role", "amal", "reader"), "", "the last admin"),
        (("disable", "nobody"), "", "no account has this name"),
        (("password", "nobody", "--password-stdin"), f"{PASSWORD}\n", "no account has this name"),
        (("sessions", "nobody"), "", "no account has this name"),
    ],
)
def test_what_does_not_go_ends_with_one_line(
    team: Callable[..., Result], words: tuple[str, ...], typed: str, says: str
) -> None:
    assert team("add", "amal", "--role", "admin", "--password-stdin", typed=f"{PASSWORD}\n").exit_code == 0
    result = team(*words, typed=typed)
    assert result.exit_code == 40
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_team_is_not_served_without_an_admin(team: Callable[..., Result]) -> None:
    assert team("add", "karim", "--role", "coder", "--password-stdin", typed=f"{PASSWORD}\n").exit_code == 0
    result = team("--team", command="serve")
    assert result.exit_code == 40
    assert "marsad team add NAME --role admin" in result.stderr


@pytest.mark.parametrize("option", ["--host", "--allow"])
@pytest.mark.parametrize("name", ["0.0.0.0", "::", "192.0.2.1", "example.org", ""])
def test_other_machines_are_not_let_in_without_accounts(team: Callable[..., Result], option: str, name: str) -> None:
    result = team(option, name, command="serve")
    assert result.exit_code == 40
    assert "--team" in result.stderr


@pytest.mark.parametrize(
    ("words", "warned"),
    [
        (("--host", "0.0.0.0"), ["--https", "--allow"]),
        (("--host", "0.0.0.0", "--allow", "marsad.example.org"), ["--https"]),
        (("--host", "0.0.0.0", "--allow", "marsad.example.org", "--https"), []),
        (("--host", "127.0.0.1"), []),
    ],
)
def test_what_the_network_must_see_to_is_said(
    team: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], warned: list[str]
) -> None:
    assert team("add", "amal", "--role", "admin", "--password-stdin", typed=f"{PASSWORD}\n").exit_code == 0
    seen: list[Any] = []
    monkeypatch.setattr("marsad.cli.serving._run", lambda app, *rest: seen.append((app, rest)))
    result = team("--team", "--no-index", *words, "--proxy", "10.0.0.2", "--idle", "30", command="serve")
    assert result.exit_code == 0
    lines = [line for line in result.stderr.splitlines() if "warning" in line]
    assert len(lines) == len(warned)
    assert all(option in line for option, line in zip(warned, lines, strict=True))
    ((served, rest),) = seen
    settings = served.state.settings
    assert settings.team
    assert settings.lifetime.idle.total_seconds() == 1800
    assert rest[-1] == ["10.0.0.2"]
    assert ("marsad.example.org" in settings.allowed_hosts) == ("--allow" in words)


@pytest.mark.parametrize(("words", "remote"), [((), "127.0.0.1"), (("--proxy", "127.0.0.1"), "203.0.113.9")])
def test_where_requests_come_from_is_told_by_the_proxy_named_and_by_nobody_else(
    team: Callable[..., Result], tmp_path: Path, words: tuple[str, ...], remote: str
) -> None:
    assert team("add", "amal", "--role", "admin", "--password-stdin", typed=f"{PASSWORD}\n").exit_code == 0
    command = [sys.executable, "-m", "marsad", "serve", "--team", "--port", "0", "--no-index", *words]
    command += ["--store", str(tmp_path / "marsad.db")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            found = re.search(r"http://127\.0\.0\.1:\d+", server.stderr.readline())
            assert found
            headers = {"X-Marsad": "1", "X-Forwarded-For": "203.0.113.9"}
            with httpx.Client(base_url=found[0], headers=headers, timeout=60) as client:
                assert client.get("/api/v1/about").status_code == 401
                asked = {"name": "amal", "password": PASSWORD}
                assert client.post("/api/v1/session", json=asked).status_code == 200
                assert client.get("/api/v1/about").json()["user"] == "amal"
        finally:
            server.send_signal(signal.SIGINT)
        assert server.wait(60) in (0, 130)
    assert rows(team("audit", "--action", "sign-in"))[0]["remote"] == remote


def test_a_store_that_others_may_read_is_warned_of(
    team: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert team("add", "amal", "--role", "admin", "--password-stdin", typed=f"{PASSWORD}\n").exit_code == 0
    monkeypatch.setattr("marsad.cli.serving._run", lambda *_: None)
    assert "chmod" not in team("--team", "--no-index", command="serve").stderr
    (tmp_path / "marsad.db").chmod(0o640)
    assert "chmod 600" in team("--team", "--no-index", command="serve").stderr


def test_accounts_are_in_no_query_and_no_export(team: Callable[..., Result]) -> None:
    assert team("add", "amal", "--role", "admin", "--password-stdin", typed=f"{PASSWORD}\n").exit_code == 0
    for table in ("accounts", "sessions", "audit"):
        assert team(f"select * from {table}", command="query").exit_code != 0
    assert "amal" not in team("jsonl", command="export").stdout
