from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST

from marsad.storing import Store, open_store
from marsad.team import (
    AccountError,
    AccountExistsError,
    Doer,
    LastAdminError,
    Lifetime,
    account_named,
    accounts_of,
    add_account,
    entries,
    passwords,
    session_of,
    sessions_of,
    set_disabled,
    set_role,
    sign_in,
)

NOW = datetime(2024, 3, 1, 9)
LIFE = Lifetime(idle=timedelta(hours=1), absolute=timedelta(hours=12))
BY = Doer("the machine's user")
PASSWORD = "violet kettle harbour"


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    cheap = PasswordHasher.from_parameters(CHEAPEST)
    monkeypatch.setattr(passwords, "hasher", lambda: cheap)
    with open_store(str(tmp_path / "marsad.db"), create=True) as store:
        add_account(store, "Amal", "admin", PASSWORD, NOW, BY)
        yield store


@pytest.mark.parametrize("name", ["أمل خ.", "O’Neill", "J. Doe-Smith", "a", "علي٢"])
def test_names_that_people_have(team: Store, name: str) -> None:
    assert add_account(team, name, "reader", PASSWORD, NOW, BY).name == name


@pytest.mark.parametrize("name", ["", " ", "x" * 65, "a\u202eb", "a\u200fb", "a/b", "<b>", "-a", "a\nb\x00", "a;b"])
def test_names_that_would_mislead_are_refused(team: Store, name: str) -> None:
    with pytest.raises(AccountError):
        add_account(team, name, "reader", PASSWORD, NOW, BY)


@pytest.mark.parametrize("name", ["amal", "AMAL", "Ａmal", " Amal "])
def test_no_two_accounts_have_names_that_read_alike(team: Store, name: str) -> None:
    with pytest.raises(AccountExistsError):
        add_account(team, name, "reader", PASSWORD, NOW, BY)
    assert account_named(team, name) == account_named(team, "Amal")


def test_a_role_is_one_of_three(team: Store) -> None:
    with pytest.raises(AccountError, match="reader, coder, admin"):
        set_role(team, "Amal", "root", NOW, BY)


def test_the_last_admin_stays_until_there_is_another(team: Store) -> None:
    with pytest.raises(LastAdminError):
        set_disabled(team, "Amal", True, NOW, BY)
    assert accounts_of(team)[0].may("admin")
    assert [one.entry.action for one in entries(team, 9)] == ["account-added"]
    add_account(team, "Karim", "admin", PASSWORD, NOW, BY)
    assert set_disabled(team, "Amal", True, NOW, BY).may("reader") is False
    with pytest.raises(LastAdminError):
        set_role(team, "Karim", "coder", NOW, BY)


def test_hashes_of_older_parameters_are_made_anew_at_signing_in(team: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def kept() -> str:
        found = account_named(team, "Amal")
        assert found is not None
        return found[1]

    before = kept()
    better = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    monkeypatch.setattr(passwords, "hasher", lambda: better)
    assert sign_in(team, "Amal", "wrong password", NOW, LIFE, BY) is None
    assert kept() == before
    assert sign_in(team, "Amal", PASSWORD, NOW, LIFE, BY)
    assert "m=16,t=2,p=1" in kept()
    assert sign_in(team, "Amal", PASSWORD, NOW, LIFE, BY)


def test_an_account_has_a_bounded_number_of_sessions_and_old_ones_are_swept(team: Store) -> None:
    tokens = [sign_in(team, "Amal", PASSWORD, NOW + timedelta(seconds=at), LIFE, BY) for at in range(25)]
    then = NOW + timedelta(minutes=1)
    assert len(sessions_of(team, then, LIFE)) == 20
    assert [bool(token and session_of(team, token, then, LIFE)) for token in tokens] == [False] * 5 + [True] * 20
    later = NOW + timedelta(days=1)
    assert sign_in(team, "Amal", PASSWORD, later, LIFE, BY)
    # As it stood before: what had run out is gone from the table, not only passed over.
    assert len(sessions_of(team, then, LIFE)) == 1


def test_long_words_are_cut_in_the_log(team: Store) -> None:
    from marsad.team import Entry, note

    note(team, Entry(action="write", what="x" * 5000), NOW)
    assert len(entries(team, 1)[0].entry.what or "") == 1000
