"""Bodies told by the word that opens their name: ministries, courts, forces, organizations, groups,
media, platforms."""

from __future__ import annotations

from ...records import MentionType
from .drafts import Draft
from .lexicon import Reading, Sort
from .scan import Scan

_LONGEST = 8


def bodies(scan: Scan) -> list[Draft]:
    """Drafts of all bodies found by their opening word."""
    out: list[Draft] = []
    past = 0
    for i, reading in scan.heads:
        if i < past or _held(scan, i):
            continue
        draft = None
        if reading.sort & (Sort.GOVERNMENT | Sort.FORCE):
            draft = _of_state(scan, i, reading)
        if draft is None and reading.definite and reading.sort & Sort.ORGANIZATION:
            draft = _for_a_purpose(scan, i, reading)
        elif draft is None and not reading.definite:
            if scan.opens_quote(i + 1):
                draft = _in_quotes(scan, i, reading)
            elif reading.sort & Sort.ORGANIZATION:
                draft = _organization(scan, i, reading)
            elif reading.sort & (Sort.GROUP | Sort.MEDIA):
                draft = _unquoted(scan, i, reading)
        if draft:
            out.append(draft)
            past = draft.last
    return out


def _held(scan: Scan, i: int) -> bool:
    draft = scan.over.get(i)
    return draft is not None and draft.last - draft.first > 1


def _of_state(scan: Scan, i: int, reading: Reading) -> Draft | None:
    """A ministry, court or force: its field or its country must be told."""
    forms, lexicon = scan.words.forms, scan.lexicon
    at, fields, country, sector = i + 1, 0, None, reading.sector
    while at < min(i + _LONGEST, len(forms)) and scan.plain(at):
        draft = scan.at.get(at)
        if (
            draft
            and not draft.lead
            and (draft.type == "nationality" or (draft.type == "place" and not reading.definite))
        ):
            if (draft.type == "place" and draft.country is None) or not _agrees(reading, forms[at], draft):
                break
            country, at = draft.country, draft.last
            break
        if forms[at] not in lexicon.fields:
            break
        inner = lexicon.read(forms[at])
        if inner and inner.sort & (Sort.GOVERNMENT | Sort.FORCE) and inner.sector != "GOV":
            sector = inner.sector or sector
        fields += 1
        at += 1
    if not fields and country is None:
        return None
    if reading.stem in lexicon.common and not (
        reading.definite and country
        if reading.stem == "قضاء"
        else (fields and reading.stem not in ("نظام", "اداره")) or country
    ):
        return None
    if country is None and at < len(forms) and forms[at] in ("في", "فى") and scan.plain(at):
        after = scan.at.get(at + 1)
        if after and after.type == "place" and after.subtype == "country" and scan.plain(at + 1):
            country = after.country
    if reading.definite and not country and reading.stem in ("خارجيه", "داخليه"):
        return None
    kind: MentionType = "armed force" if reading.sort & Sort.FORCE or sector in ("MIL", "COP") else "government"
    if forms[i + 1] in ("الامن",) and reading.stem == "مجلس" and country is None and fields == 1:
        return None
    return Draft(i, at, reading.lead, kind, sector, None, None, country)


def _agrees(reading: Reading, form: str, draft: Draft) -> bool:
    """Whether an adjective has the gender of a feminine or plural head: not الداخلية الروسي."""
    feminine = reading.word.endswith(("ه", "ات"))
    return draft.type == "place" or not feminine or form.endswith("ه")


def _in_quotes(scan: Scan, i: int, reading: Reading) -> Draft | None:
    """صحيفة «X», حركة "X": the words of a short quotation are the name."""
    past = scan.quoted(i + 1)
    if past is None or any(k in scan.at and scan.at[k].last >= past for k in range(i + 1, past)):
        return None
    broadcast = scan.lexicon.outlet_words.broadcast
    if i and reading.stem == "موسسه" and scan.words.forms[i - 1] in broadcast:
        return Draft(i + 1, past, "", "media", "MED")
    for sort, kind in (
        (Sort.GROUP, "group"), (Sort.ORGANIZATION, "organization"), (Sort.MEDIA, "media"),
        (Sort.PLATFORM, "platform"),
    ):  # fmt: skip
        if reading.sort & sort:
            return Draft(i + 1, past, "", kind, reading.sector)  # type: ignore[arg-type]  # the pairs above fit
    return None


def _proper(scan: Scan, i: int) -> bool:
    """Whether word ``i`` may be a body's own name: definite, and no word that only points or qualifies."""
    form = scan.words.forms[i]
    return form.startswith("ال") and len(form) > 4 and form not in scan.lexicon.no_name and i not in scan.at


def _organization(scan: Scan, i: int, reading: Reading) -> Draft | None:
    forms, lexicon = scan.words.forms, scan.lexicon
    at, country, own = i + 1, None, 0
    while at < len(forms) and scan.plain(at) and forms[at] in lexicon.stems and at < i + 3:
        at += 1
    while at < min(i + _LONGEST, len(forms)) and scan.plain(at):
        form = forms[at]
        draft = scan.at.get(at)
        if draft and not draft.lead and (draft.type == "nationality" or (draft.type == "place" and own == 0)):
            country, at, own = draft.country, draft.last, own + 1
            if draft.type == "place":
                break
            continue
        adjective = form.startswith("ال") and form.endswith(("يه", "ي"))
        linked = form.startswith(("وال", "لل")) or (form[0] == "ل" and form[1:] in lexicon.stems)
        if not (_proper(scan, at) and (own == 0 or adjective or forms[at - 1] in lexicon.stems)) and not (
            own and linked
        ):
            break
        at += 1
        own += 1
        if linked and form[0] == "ل" and form[1:] in lexicon.stems and at < len(forms) and _proper(scan, at):
            at += 1
    if not own or (own == 1 and country is None and at == i + 2 and reading.stem in scan.lexicon.loose):
        return None
    if reading.stem in scan.lexicon.loose and own == 1:
        return None
    return Draft(i, at, reading.lead, "organization", reading.sector, None, None, country)


def _unquoted(scan: Scan, i: int, reading: Reading) -> Draft | None:
    """كتيبة الفاروق, صحيفة الوطن: words that take a name as it stands."""
    lexicon = scan.lexicon
    at = i + 1
    if reading.sort & Sort.MEDIA and (outlet := _with_tail(scan, i)):
        return outlet
    if not scan.plain(at) or not (reading.stem in lexicon.units or reading.stem in lexicon.outlets):
        return None
    form = scan.words.forms[at]
    if not _proper(scan, at) or form in lexicon.stop or form in lexicon.fields or form in lexicon.going_on:
        return None
    inner = lexicon.read(form)
    if inner and inner.sort & ~(Sort.GIVEN | Sort.AMBIGUOUS):
        return None
    if reading.sort & Sort.MEDIA:
        return Draft(at, at + 1, "", "media", "MED")
    past = at + 1
    while past < at + 3 and scan.plain(past) and (scan.words.forms[past].startswith("وال") or _adjective(scan, past)):
        past += 1
    return Draft(i, past, reading.lead, "group", reading.sector)


def _with_tail(scan: Scan, i: int) -> Draft | None:
    """وكالة X الإخبارية: one or two words between the head and an adjective that only outlets have."""
    forms, lexicon = scan.words.forms, scan.lexicon
    for past in (i + 2, i + 3):
        if not scan.plain(past - 1) or forms[past - 1] in lexicon.stop or forms[past - 1] == "الانباء":
            return None
        if scan.plain(past) and forms[past] in lexicon.outlet_words.tails:
            return None if _held(scan, i + 1) else Draft(i + 1, past, "", "media", "MED")
    return None


def _for_a_purpose(scan: Scan, i: int, reading: Reading) -> Draft | None:
    """المركز العربي للدراسات: a definite head, its adjectives, and ل with what the body is for."""
    forms = scan.words.forms
    at, country = i + 1, None
    while at < i + 4 and scan.plain(at) and (forms[at].startswith("ال") and forms[at].endswith(("يه", "ي"))):
        draft = scan.at.get(at)
        country = (draft.country if draft and draft.type == "nationality" else None) or country
        at += 1
    aim = forms[at] if at > i + 1 and scan.plain(at) else ""
    if not (aim.startswith("لل") and len(aim) > 4) and not (aim[:1] == "ل" and aim[1:] in scan.lexicon.stems):
        return None
    if "ال" + aim[2:] in scan.lexicon.stop:
        return None
    past = at + 1
    while past < at + 4 and scan.plain(past) and (_proper(scan, past) or forms[past].startswith("وال")):
        past += 1
    return Draft(i, past, reading.lead, "organization", reading.sector, None, None, country)


def _adjective(scan: Scan, i: int) -> bool:
    form = scan.words.forms[i]
    return form.startswith("ال") and form.endswith(("يه", "ي")) and form not in scan.lexicon.no_name
