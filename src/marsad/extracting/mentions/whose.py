"""The country of a place that no gazetteer has: told by its neighbours in the sentence, by another mention
of it, or by what the whole report is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from .drafts import Draft
from .scan import Scan

_NEAR = 6
# From so many mentions, and such a share of all, one country is what the report is about.
_LEAST, _SHARE = 3, 0.7


def with_countries(scan: Scan, found: list[Draft]) -> list[Draft]:
    """``found`` with a country for the places among them that had none, where one is told without doubt."""
    open_ones = [d for d in found if d.type == "place" and d.country is None]
    if not open_ones:
        return found
    known = [d for d in scan.known if d.type == "place" and d.country]
    told: dict[str, str] = {}
    for draft in open_ones:
        if country := _by_sentence(scan, draft, known):
            told.setdefault(_name(scan, draft), country)
    rest = _by_report(known)
    return [
        replace(d, country=told.get(_name(scan, d), rest)) if d.type == "place" and d.country is None else d
        for d in found
    ]


def _name(scan: Scan, draft: Draft) -> str:
    forms = scan.words.forms
    return " ".join([forms[draft.first][len(draft.lead) :], *forms[draft.first + 1 : draft.last]])


def _by_sentence(scan: Scan, draft: Draft, known: list[Draft]) -> str | None:
    """The adjective after the place, the only country of the sentence, or that of the place named next."""
    after = scan.at.get(draft.last)
    if after and after.type == "nationality" and after.country and scan.plain(draft.last):
        return after.country
    sentence = scan.words.sentence_of(draft.first)
    near = [d for d in known if sentence.first <= d.first < sentence.last]
    countries = {d.country for d in near}
    if len(countries) == 1:
        return countries.pop()
    following = [d for d in near if draft.last <= d.first <= draft.last + _NEAR]
    return following[0].country if following else None


def _by_report(known: list[Draft]) -> str | None:
    votes = Counter(d.country for d in known)
    if not votes:
        return None
    (country, most), *_ = votes.most_common(1)
    return country if most >= _LEAST and most >= _SHARE * votes.total() else None
