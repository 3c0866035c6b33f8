"""The bodies whose office a role names: وزير الداخلية الطاجيكي, مندوب روسيا الدائم لدى الأمم المتحدة.

A role with the id of a body is that of its holder, deputy, spokesman or envoy; it is no mention of the body itself.
"""

from __future__ import annotations

from ...catalogue import Entry, Told
from ...catalogue.organ_table import unarticled
from .drafts import Draft
from .scan import Scan

_REACH = 7
_NOT_AGREEING = ("ين", "ون", "ان")


def office(scan: Scan, first: int, last: int) -> Entry | None:
    """The body to which the words of a role belong, or None where they tell no country or a former holder."""
    forms, table = scan.words.forms, scan.catalogue.organs.table
    if any(form in table.former for form in forms[first : last + 1 if scan.plain(last) else last]):
        return None
    if unarticled(_word(scan, first)) in table.envoys and (entry := _envoy(scan, first, last)):
        return entry
    for k in range(first, last):
        held = scan.at.get(k)
        if held and k > first and _is_body(held) and held.last <= last:
            return scan.catalogue.entry(held.entity or "")
        for n, told in scan.catalogue.organs.at([_word(scan, k), *forms[k + 1 : k + _REACH]], 0):
            if entry := _holder(scan, k, k + n, last, tuple(t for t in told if t.office)):
                return entry
    return None


def _word(scan: Scan, i: int) -> str:
    """A word of the role without its proclitics."""
    reading = scan.lexicon.read(scan.words.forms[i])
    return reading.word if reading else scan.words.forms[i]


def _is_body(draft: Draft) -> bool:
    """Whether a name inside the role is that of a body it belongs to, not of one that و adds to another."""
    return draft.type in ("government", "armed force") and draft.entity is not None and "و" not in draft.lead


def _holder(scan: Scan, first: int, past: int, last: int, told: tuple[Told, ...]) -> Entry | None:
    """وزير الداخلية الطاجيكي, رئيس لبنان: an office and right after it its country."""
    draft = scan.at.get(past)
    if not told or draft is None or draft.last > last or draft.lead or not draft.country:
        return None
    chosen = scan.catalogue.organs.choose(told, draft.country)
    if chosen is None or not all(scan.plain(k) for k in range(first + 1, past + 1)):
        return None
    adjective = scan.words.forms[past]
    definite = (_word(scan, first) if past == first + 1 else scan.words.forms[past - 1]).startswith("ال")
    if draft.type == "nationality":
        fits = draft.name == draft.country and not adjective.endswith(_NOT_AGREEING)
        fits = fits and definite == adjective.startswith("ال")
    else:
        fits = draft.type == "place" and not definite and (draft.subtype == "country" or chosen.organ.towns)
    return scan.catalogue.organ(draft.country, chosen.organ.id) if fits else None


def _envoy(scan: Scan, first: int, last: int) -> Entry | None:
    """مندوب روسيا الدائم لدى الأمم المتحدة: one country, then the organization."""
    country, at = None, first + 1
    while at < last:
        draft = scan.at.get(at)
        if draft is None:
            at += 1
            continue
        organ = scan.catalogue.organs.envoy(draft.entity)
        if organ and country:
            return scan.catalogue.organ(country, organ)
        whole = draft.type == "nationality" or (draft.type == "place" and draft.subtype == "country")
        if not whole or country is not None:
            return None
        country, at = draft.country, draft.last
    return None
