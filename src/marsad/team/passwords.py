"""Passwords: which will do, and how they are kept and compared."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from .errors import PasswordError

# At least 12 characters, 64 possible and no more than 128, none of the commonest: OWASP ASVS 4.0.3, 2.1.1, 2.1.2 and 2.1.7.
SHORTEST, LONGEST = 12, 128
_COMMON = Path(__file__).with_name("common_passwords.txt")
_REPEATED = re.compile(r"(.{1,4}?)\1*.{0,3}", re.DOTALL)


@cache
def hasher() -> PasswordHasher:
    """Argon2id as argon2-cffi sets it: the second recommendation of RFC 9106, section 4 (3 passes over 64 MiB, 4 lanes)."""
    return PasswordHasher()


def check(password: str, name: str) -> None:
    """Raises PasswordError where ``password`` will not do for the account ``name``."""
    told = _prepared(password)
    if not SHORTEST <= len(told) <= LONGEST:
        what = f"a password has {SHORTEST} to {LONGEST} characters, this one {len(told)}"
        raise PasswordError(what, remedy="several words in a row are easy to keep in mind")
    core = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", told.casefold())
    if core in _common() or told.casefold() in _common() or _REPEATED.fullmatch(told):
        raise PasswordError("a password that is among the first to be tried", remedy="take several words at random")
    if name.casefold() == core or (len(name) > 3 and name.casefold() in told.casefold()):
        raise PasswordError("a password with the account's name in it", remedy="take several words at random")


def hashed(password: str) -> str:
    """What is kept of ``password``: Argon2's encoded hash with its salt and parameters."""
    return hasher().hash(_prepared(password))


def verified(kept: str | None, password: str) -> bool:
    """Whether ``password`` is that of the hash ``kept``; without one False, after as much work."""
    nobodys = _nobodys()  # made when first asked for: whichever name is tried first then waits for it
    try:
        return hasher().verify(kept or nobodys, _prepared(password)) and kept is not None
    except VerificationError:
        return False


def outdated(kept: str) -> bool:
    """Whether ``kept`` was made with other parameters than hashes are made with now."""
    return hasher().check_needs_rehash(kept)


def _prepared(password: str) -> str:
    """The same letters as the same bytes, whatever keyboard they come from: NFC, as RFC 8265, section 4.2 has it."""
    return unicodedata.normalize("NFC", password)


@cache
def _nobodys() -> str:
    """A hash that no password is known of, for names that no account has."""
    from secrets import token_urlsafe

    return hasher().hash(token_urlsafe(32))


@cache
def _common() -> frozenset[str]:
    lines = _COMMON.read_text("utf-8").splitlines()
    return frozenset(line.casefold() for line in lines if line and not line.startswith("#"))
