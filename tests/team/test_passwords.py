from __future__ import annotations

from typing import Literal

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST, RFC_9106_LOW_MEMORY

from marsad.team import PasswordError, passwords


def test_passwords_are_kept_as_the_second_recommendation_of_rfc_9106() -> None:
    kept = passwords.hashed("violet kettle harbour")
    told = RFC_9106_LOW_MEMORY
    assert kept.startswith(f"$argon2id$v=19$m={told.memory_cost},t={told.time_cost},p={told.parallelism}$")
    assert passwords.verified(kept, "violet kettle harbour")
    assert not passwords.verified(kept, "violet kettle harbor")
    assert not passwords.outdated(kept)
    assert passwords.outdated(PasswordHasher.from_parameters(CHEAPEST).hash("violet kettle harbour"))


def test_without_a_hash_as_much_is_done_and_the_answer_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002
            done.append(str(hash))
            return super().verify(hash, password)

    counting = Counting.from_parameters(CHEAPEST)
    monkeypatch.setattr(passwords, "hasher", lambda: counting)
    passwords._nobodys.cache_clear()
    try:
        kept = counting.hash("violet kettle harbour")
        assert passwords.verified(kept, "violet kettle harbour")
        assert not passwords.verified(None, "violet kettle harbour")
    finally:
        passwords._nobodys.cache_clear()
    assert len(done) == 2
    assert done[0].split("$")[:4] == done[1].split("$")[:4]


@pytest.mark.parametrize("password", ["violet kettle harbour", "ثلاث نوافذ زرقاء", "x7#kLm92!pqZ", "بحر-جبل-سهل-واد"])
def test_passwords_that_will_do(password: str) -> None:
    passwords.check(password, "amal")


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("eleven char", "12 to 128"),
        ("x" * 129, "12 to 128"),
        ("Password2024!", "first to be tried"),
        ("123456789012", "first to be tried"),
        ("!!!letmein!!!", "first to be tried"),
        ("abababababab", "first to be tried"),
        ("aaaaaaaaaaaa", "first to be tried"),
        ("Abc1Abc1Abc1", "first to be tried"),
        ("كلمة المرور ١٢٣", "first to be tried"),
        ("harbour-amal-violet", "account's name"),
        ("HARBOUR-AMAL-VIOLET", "account's name"),
    ],
)
def test_passwords_that_will_not(password: str, says: str) -> None:
    with pytest.raises(PasswordError, match=says):
        passwords.check(password, "Amal")


def test_the_same_letters_typed_otherwise_are_the_same_password(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = PasswordHasher.from_parameters(CHEAPEST)
    monkeypatch.setattr(passwords, "hasher", lambda: cheap)
    assert passwords.verified(passwords.hashed("سبعة آبار قديمة"), "سبعة ا\u0653بار قديمة")
