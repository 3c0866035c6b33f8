"""The country of a place that no gazetteer has: told by its neighbours in the sentence, by another mention
of it, or by what the whole report is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial

from ...languages.arabic.clitics import splits
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
    about = _by_report(known)
    told: dict[str, str] = {}
    # Where one sentence says that the place lies in a country, that outweighs what others of its name stand beside.
    for says in (_enclosed, partial(_beside, about=about)):
        for draft in open_ones:
            if country := says(scan, draft, known):
                told.setdefault(_name(scan, draft), country)
    return [
        replace(d, country=told.get(_name(scan, d), about)) if d.type == "place" and d.country is None else d
        for d in found
    ]


def _name(scan: Scan, draft: Draft) -> str:
    forms = scan.words.forms
    return " ".join([forms[draft.first][len(draft.lead) :], *forms[draft.first + 1 : draft.last]])


def _enclosed(scan: Scan, draft: Draft, known: list[Draft]) -> str | None:
    """The country of the adjective after the place, or of the place that it is said to lie in."""
    after = scan.at.get(draft.last)
    if after and after.type == "nationality" and after.country and scan.plain(draft.last):
        return after.country
    near = _of_sentence(scan, draft, known)
    return next(
        (d.country for d in near if draft.last <= d.first <= draft.last + _NEAR and _encloses(scan, d)),
        None,
    )


def _beside(scan: Scan, draft: Draft, known: list[Draft], about: str | None) -> str | None:
    """The only country of its sentence, unless the report is ``about`` another and names this one in passing."""
    near = _of_sentence(scan, draft, known)
    countries = {d.country for d in near}
    if len(countries) != 1:
        return None
    return near[0].country if about is None or len(near) > 1 or about in countries else None


def _of_sentence(scan: Scan, draft: Draft, known: list[Draft]) -> list[Draft]:
    sentence = scan.words.sentence_of(draft.first)
    return [d for d in known if sentence.first <= d.first < sentence.last]


def _encloses(scan: Scan, place: Draft) -> bool:
    """Whether a place is named as that in which something lies: في X, بمحافظة X, شمال X."""
    before = {rest for _, rest in splits(scan.words.forms[place.first - 1])} if place.first else set()
    words = scan.catalogue.locatives | scan.catalogue.place_words
    return place.lead.endswith("ب") or (place.lead == "" and not before.isdisjoint(words))


def _by_report(known: list[Draft]) -> str | None:
    votes = Counter(d.country for d in known)
    if not votes:
        return None
    (country, most), *_ = votes.most_common(1)
    return country if most >= _LEAST and most >= _SHARE * votes.total() else None
