"""Bodies of states told by organ and country: وزارة الداخلية الطاجيكية, شرطة نيروبي.

The army of no named country has no entity here, nor has a body that another word makes a different one: الجيش السوري
الحر is no army of Syria's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...catalogue import Entry, Told
from ...catalogue.organ_table import unarticled
from ...languages.arabic.clitics import splits
from ...languages.arabic.particles import particles
from .drafts import Draft
from .lexicon import Sort
from .scan import Scan

_REACH = 7
_NOT_AGREEING = ("ين", "ون", "ان")
_LEADS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "كال", "وبال", "لل", "ولل")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words ``first`` up to ``last`` that may tell an organ; ``head`` is the first without its proclitics."""

    first: int
    last: int
    head: str
    told: tuple[Told, ...]
    definite: bool

    @property
    def single(self) -> bool:
        return self.last == self.first + 1


def organs(scan: Scan) -> list[Draft]:
    """Drafts of bodies that name their organ and tell its country, none inside another."""
    heads = _heads(scan.catalogue.organs.heads)
    out: list[Draft] = []
    past = 0
    for i, form in enumerate(scan.words.forms):
        if form in heads and i >= past and not _held(scan, i):
            draft = _body(scan, i, heads[form])
            if draft:
                out.append(draft)
                past = draft.last
    return out


@cache
def _heads(words: frozenset[str]) -> dict[str, str]:
    """Each way to write a head, with article and proclitics -> the proclitics."""
    out: dict[str, str] = {}
    for word in words:
        for lead in _LEADS:
            out.setdefault(lead + word, lead if lead.endswith("لل") else lead.removesuffix("ال"))
    return out


def _held(scan: Scan, i: int) -> bool:
    draft = scan.over.get(i)
    return draft is not None and draft.last - draft.first > 1


def _body(scan: Scan, i: int, lead: str) -> Draft | None:
    forms = scan.words.forms
    # لل hides the alif of the article
    head = "ال" + forms[i][len(lead) :] if lead.endswith("لل") else forms[i][len(lead) :]
    for n, told in scan.catalogue.organs.at([head, *forms[i + 1 : i + _REACH]], 0):
        bodies = tuple(t for t in told if not t.office)
        last = i + n
        if not bodies or not all(scan.plain(k) for k in range(i + 1, last)):
            continue
        if all(t.organ.many for t in bodies):
            while scan.plain(last) and forms[last] in scan.lexicon.fields and last not in scan.at:
                last += 1
        definite = (head if last == i + 1 else forms[last - 1]).startswith("ال")
        phrase = _Phrase(i, last, head, bodies, definite)
        if found := _of_country(scan, phrase) or _in_country(scan, phrase):
            entry, past = found
            return Draft(i, past, lead, entry.type, entry.sector, entry.id, entry.name, entry.country)
    return None


def _of_country(scan: Scan, phrase: _Phrase) -> tuple[Entry, int] | None:
    """The body, and past its last word, where adjective or place follow: الطاجيكية, نيروبي."""
    forms, composed = scan.words.forms, scan.catalogue.organs
    draft = scan.at.get(phrase.last) if scan.plain(phrase.last) else None
    if draft is None or draft.lead or draft.country is None:
        return None
    told = composed.choose(phrase.told, draft.country)
    if told is None or (told.bare and not _alone(scan, phrase.first)):
        return None
    if not (
        _qualified(forms, phrase, draft, told) if draft.type == "nationality" else _located(scan, phrase, draft, told)
    ):
        return None
    past, after = draft.last, forms[draft.last] if scan.plain(draft.last) else ""
    if after in composed.table.apart:
        return None
    if further := _further(scan, phrase, after, draft.country):  # القوات الأمريكية الخاصة
        told, past = further, past + 1
    entry = composed.organ(draft.country, told.organ.id)
    return (entry, past) if entry else None


def _qualified(forms: list[str], phrase: _Phrase, draft: Draft, told: Told) -> bool:
    """Whether an adjective belongs to the body: not in جنود الجيش الأفغانيين, nor الدفاع الروسي for the ministry."""
    adjective, organ = forms[draft.first], told.organ
    if draft.name != draft.country and not organ.towns:  # of a people, not of a state
        return False
    if phrase.single and not phrase.definite and not organ.many and not phrase.head.endswith("ات"):
        return False
    if phrase.definite != adjective.startswith("ال") or adjective.endswith(_NOT_AGREEING):
        return False
    feminine = adjective.endswith("ه")
    if told.bare or phrase.head.endswith(("ه", "ات")):
        return feminine
    return not feminine or not phrase.single or organ.feminine


def _located(scan: Scan, phrase: _Phrase, draft: Draft, told: Told) -> bool:
    """Whether the body is that of a place: حكومة العراق, شرطة نيروبي, but not أمن مصر, which is no body."""
    if draft.type != "place" or phrase.definite:
        return False
    if draft.subtype != "country":
        return told.organ.towns
    return not phrase.single or unarticled(phrase.head) not in scan.catalogue.organs.table.concepts


def _further(scan: Scan, phrase: _Phrase, after: str, country: str) -> Told | None:
    """What the body is where its name goes on after the country."""
    if not after.startswith("ال") or not phrase.definite:
        return None
    words = [phrase.head, *scan.words.forms[phrase.first + 1 : phrase.last], after]
    told = scan.catalogue.organs.table.phrases.get(tuple(map(unarticled, words)), ())
    return scan.catalogue.organs.choose(tuple(t for t in told if not t.office and not t.bare), country)


def _in_country(scan: Scan, phrase: _Phrase) -> tuple[Entry, int] | None:
    """The body where في and a country follow: وزارة الداخلية في طاجيكستان; armies and embassies there may be others'."""
    forms, composed = scan.words.forms, scan.catalogue.organs
    at = phrase.last
    if phrase.single or not scan.plain(at) or forms[at] != "في" or not scan.plain(at + 1):
        return None
    place = scan.at.get(at + 1)
    if place is None or place.type != "place" or place.subtype != "country" or place.country is None:
        return None
    told = composed.choose(phrase.told, place.country)
    if told is None or told.bare or told.organ.type != "government" or (told.organ.many and not told.organ.towns):
        return None
    entry = composed.organ(place.country, told.organ.id)
    return (entry, at) if entry else None


def _alone(scan: Scan, i: int) -> bool:
    """Whether a word such as الخارجية or الدفاع stands for a ministry: it qualifies no noun before it and ends no
    construct, as in السياسة الخارجية الروسية, قوات الدفاع السورية."""
    if not scan.plain(i):
        return True
    before = scan.words.forms[i - 1]
    if (title := scan.lexicon.read(before)) and title.sort & Sort.TITLE:
        return False
    if scan.words.forms[i].endswith("يه"):
        return not any(rest.startswith("ال") for _, rest in splits(before))
    return before in particles().all or scan.lexicon.is_verb(before)
