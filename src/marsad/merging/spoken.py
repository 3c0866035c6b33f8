"""The countries that a report speaks of where it tells an event: in a Turkish border town, two Bahraini policemen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from marsad.catalogue import Match
from marsad.catalogue.book import load as catalogue
from marsad.languages.arabic.words import cut
from marsad.records import Claim

_STOP = re.compile(r"[!?؟…\n\r]|\.(?!\w)")
# Letters before and after a claim in which the ends of its sentence are sought.
_REACH = 600


def spoken_of(claims: Iterable[Claim], text: str) -> frozenset[str]:
    """The countries that the sentences of ``claims`` name in ``text``, their report's, or of which they name a place, a body or
    the people."""
    return frozenset(country for claim in claims for country in _named(_sentence(text, claim)))


def _sentence(text: str, claim: Claim) -> str:
    first = max(0, claim.start - _REACH)
    for stop in _STOP.finditer(text, first, claim.start):
        first = stop.end()
    end = _STOP.search(text, claim.end, claim.end + _REACH)
    return text[first : end.start() if end else claim.end + _REACH]


@lru_cache(maxsize=20_000)
def _named(sentence: str) -> frozenset[str]:
    countries = (_country(match) for match in catalogue().find(cut(sentence)))
    return frozenset(country for country in countries if country)


def _country(match: Match) -> str | None:
    """The country of what words name; None where they may name things of several, or of none."""
    found = {country for name in match.names if (country := catalogue().meaning(name).country)}
    return found.pop() if len(found) == 1 else None
