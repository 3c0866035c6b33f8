"""Bodies of states told by organ and country: وزارة الداخلية الطاجيكية, شرطة نيروبي; and the offices of those who hold
or represent them: وزير الداخلية الطاجيكي, مندوب روسيا الدائم لدى الأمم المتحدة.

The Daeshi "Ministry of ..." of no state, the army of no named country and a body that another word makes a different
one (الجيش السوري الحر) get no entity here.
"""

from __future__ import annotations

from functools import cache

from ...catalogue import Entry, Organs, Told
from ...catalogue.organ_table import unarticled
from ...languages.arabic.clitics import splits
from .drafts import Draft
from .lexicon import Sort
from .scan import Scan

_IN = ("في", "فى")
_NOT_AGREEING = ("ين", "ون", "ان")
_LEADS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "كال", "وبال", "لل", "ولل")


def organs(scan: Scan) -> list[Draft]:
    """Drafts of bodies that name their organ and tell its country, none inside another."""
    composed = scan.catalogue.organs
    heads = _heads(composed.heads)
    out: list[Draft] = []
    past = 0
    for i, form in enumerate(scan.words.forms):
        if form in heads and i >= past and not _held(scan, i):
            draft = _body(scan, composed, i, heads[form])
            if draft:
                out.append(draft)
                past = draft.last
    return out


@cache
def _heads(words: frozenset[str]) -> dict[str, str]:
    """Each way to write a head, the article and proclitics attached -> the proclitics, the article left out."""
    out: dict[str, str] = {}
    for word in words:
        for lead in _LEADS:
            out.setdefault(lead + word, lead if lead.endswith("لل") else lead.removesuffix("ال"))
    return out


def _held(scan: Scan, i: int) -> bool:
    draft = scan.over.get(i)
    return draft is not None and draft.last - draft.first > 1


def _body(scan: Scan, composed: Organs, i: int, lead: str) -> Draft | None:
    forms = scan.words.forms
    own = _without(forms[i], lead)
    for past, told in composed.at([own, *forms[i + 1 : i + 7]], 0):
        told = tuple(t for t in told if not t.office)
        end = i + past
        if not told or not _together(scan, i, end):
            continue
        if all(t.organ.many for t in told):
            while scan.plain(end) and forms[end] in scan.lexicon.fields and end not in scan.at:
                end += 1
        definite = (own if past == 1 else forms[end - 1]).startswith("ال")
        found = _whose(scan, composed, i, end, told, definite=definite, single=past == 1)
        if found:
            entry, last = found
            return Draft(i, last, lead, entry.type, entry.sector, entry.id, entry.name, entry.country)
    return None


def _without(form: str, lead: str) -> str:
    """The word without its proclitics; لل hides the alif of an article."""
    return "ال" + form[len(lead) :] if lead.endswith("لل") else form[len(lead) :]


def _together(scan: Scan, first: int, past: int) -> bool:
    return all(scan.plain(k) for k in range(first + 1, past))


def _whose(
    scan: Scan, composed: Organs, i: int, end: int, told: tuple[Told, ...], *, definite: bool, single: bool
) -> tuple[Entry, int] | None:
    """The body of the country told at ``end``, and past its last word."""
    forms = scan.words.forms
    draft = scan.at.get(end) if scan.plain(end) else None
    if draft is None or draft.lead or draft.country is None:
        return _where(scan, composed, end, told) if not single else None
    chosen = composed.choose(told, draft.country)
    if chosen is None or (
        draft.last < len(forms) and scan.plain(draft.last) and forms[draft.last] in composed.table.apart
    ):
        return None
    organ = chosen.organ
    if draft.type == "nationality":
        if draft.name != draft.country and not organ.towns:
            return None
        if single and not definite and not organ.many and not forms[i].endswith("ات"):
            return None
        if not _agrees(forms[i], forms[end], chosen, definite=definite, single=single):
            return None
    elif (
        draft.type != "place"
        or definite
        or (draft.subtype != "country" and not organ.towns)
        or (single and draft.subtype == "country" and forms[end - 1].endswith(tuple(composed.table.concepts)))
    ):
        return None
    if chosen.bare and not _alone(scan, i):
        return None
    entry = composed.organ(draft.country, organ.id)
    return (entry, draft.last) if entry else None


def _agrees(head: str, adjective: str, told: Told, *, definite: bool, single: bool) -> bool:
    """Whether an adjective belongs to the body: not in جنود الجيش الأفغانيين, nor الدفاع الروسي for the ministry."""
    if definite != adjective.startswith("ال") or adjective.endswith(_NOT_AGREEING):
        return False
    feminine = adjective.endswith("ه")
    if told.bare or head.endswith(("ه", "ات")):
        return feminine
    return not feminine or not single or told.organ.feminine


def _alone(scan: Scan, i: int) -> bool:
    """Whether the word stands for a ministry rather than qualifies a noun or ends its construct: not in السياسة
    الخارجية الروسية, قوات الدفاع السورية."""
    if not scan.plain(i):
        return True
    before = scan.words.forms[i - 1]
    if (title := scan.lexicon.read(before)) and title.sort & Sort.TITLE:
        return False
    if scan.words.forms[i].endswith("يه"):
        return not any(rest.startswith("ال") for _, rest in splits(before))
    return before in scan.lexicon.stop or scan.lexicon.is_verb(before)


def _where(scan: Scan, composed: Organs, end: int, told: tuple[Told, ...]) -> tuple[Entry, int] | None:
    """The body of the country after في: وزارة الداخلية في طاجيكستان; armies may well be in another."""
    forms = scan.words.forms
    if not scan.plain(end) or forms[end] not in _IN or not scan.plain(end + 1):
        return None
    after = scan.at.get(end + 1)
    if after is None or after.type != "place" or after.subtype != "country" or after.country is None:
        return None
    chosen = composed.choose(told, after.country)
    if chosen is None or chosen.bare or chosen.organ.type != "government":
        return None
    if chosen.organ.many and not chosen.organ.towns:  # an embassy in a country is another's
        return None
    entry = composed.organ(after.country, chosen.organ.id)
    return (entry, end) if entry else None


def office(scan: Scan, first: int, last: int) -> Entry | None:
    """The body whose office the words of a role tell, for its holder, deputy, spokesman or envoy; None for former ones."""
    composed, forms = scan.catalogue.organs, scan.words.forms
    former = composed.table.former
    if any(form in former for form in forms[first:last]) or (scan.plain(last) and forms[last] in former):
        return None
    if unarticled(_unled(scan, first)) in composed.table.envoys and (entry := _envoy(scan, first, last)):
        return entry
    for k in range(first, last):
        held = scan.at.get(k)
        if (
            held
            and k > first
            and "و" not in held.lead
            and held.type in ("government", "armed force")
            and held.entity
            and held.last <= last
        ):
            return scan.catalogue.entry(held.entity)
        words = [_unled(scan, k), *forms[k + 1 : k + 7]] if k == first else forms[k : k + 7]
        for n, told in composed.at(words, 0):
            entry = _holder(scan, composed, k, k + n, last, tuple(t for t in told if t.office))
            if entry:
                return entry
    return None


def _unled(scan: Scan, i: int) -> str:
    reading = scan.lexicon.read(scan.words.forms[i])
    return reading.word if reading else scan.words.forms[i]


def _holder(scan: Scan, composed: Organs, k: int, end: int, last: int, told: tuple[Told, ...]) -> Entry | None:
    """وزير الداخلية الطاجيكي, رئيس لبنان: an office and right after it its country."""
    draft = scan.at.get(end)
    if (
        not told
        or draft is None
        or draft.last > last
        or draft.lead
        or not draft.country
        or not _together(scan, k, end + 1)
    ):
        return None
    chosen = composed.choose(told, draft.country)
    if chosen is None:
        return None
    adjective = scan.words.forms[end]
    definite = _unled(scan, k).startswith("ال") if end == k + 1 else scan.words.forms[end - 1].startswith("ال")
    if draft.type == "nationality":
        if draft.name != draft.country or adjective.endswith(_NOT_AGREEING) or definite != adjective.startswith("ال"):
            return None
    elif draft.type != "place" or definite or (draft.subtype != "country" and not chosen.organ.towns):
        return None
    return composed.organ(draft.country, chosen.organ.id)


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
