"""Persons: names after titles, names told by their given names, quoted names before a title, surnames
named again."""

from __future__ import annotations

from .appositions import appositions, title_before
from .drafts import Draft
from .lexicon import Sort
from .names_of_persons import FullName, full_name
from .roles import RolePhrase
from .scan import Scan

_OPENERS = Sort.GIVEN | Sort.KUNYA | Sort.ABD
_SHORTEST_SURNAME = 4
_MOST_UNKNOWN = 3


def persons(scan: Scan, roles: list[RolePhrase]) -> list[Draft]:
    """Drafts of all persons that the catalogue does not name."""
    found = _after_roles(scan, roles)
    taken = {i for d in found for i in range(d.first, d.last)}
    starts = {r.first: r for r in roles}
    titles = set(starts)
    for i, reading in scan.heads:
        if i in taken or (scan.over.get(i) is not None and scan.over[i].type == "person"):
            continue
        if reading.sort & _OPENERS and not _held(scan, i):
            name = _whole(scan, i, reading.lead)
        elif reading.sort & Sort.SURNAME and i > 0 and i - 1 not in taken and scan.plain(i) and scan.name_part(i - 1):
            name = full_name(scan, i - 1)
            if name and name.last > i and not scan.words.forms[i - 1].startswith("ال"):
                found.append(_draft(i - 1, name.last, "", None, None))
                taken.update(range(i - 1, name.last))
            continue
        else:
            continue
        if name and (name.sure or _told_by_verb(scan, i, name.last) or _told_by_title(scan, i, name.last)):
            role = starts.get(name.last) if scan.words.gaps[name.last].strip() in ("", "،", ",") else None
            found.append(_draft(i, name.last, reading.lead, *((role.sector, role.country) if role else (None, None))))
            taken.update(range(i, name.last))
    found += _quoted(scan, titles, taken) + _before_titles(scan, titles, taken)
    found += appositions(scan, taken | {i for d in found for i in range(d.first, d.last)})
    return found + _again(scan, found)


def _told_by_verb(scan: Scan, first: int, last: int) -> bool:
    """قال سعد الحريري: a verb before, and after an ambiguous given name a surname that is a nisba."""
    forms = scan.words.forms
    if (
        last - first != 2
        or not scan.given(first)
        or not scan.plain(first)
        or not scan.lexicon.is_verb(forms[first - 1])
    ):
        return False
    surname = forms[last - 1]
    return surname.startswith("ال") and surname.endswith("ي") and scan.name_part(last - 1)


def _told_by_title(scan: Scan, first: int, last: int) -> bool:
    """النقيب السابق للمحامين نبيل الخوري، : an ambiguous given name and a surname after a title."""
    surname = scan.words.forms[last - 1]
    return (
        last - first == 2
        and scan.given(first)
        and scan.plain(first)
        and surname.startswith("ال")
        and not surname.endswith("ه")
        and scan.words.forms[first] not in scan.lexicon.going_on
        and scan.name_part(last - 1)
        and scan.words.gaps[last].strip() in ("،", ",")
        and title_before(scan, first) is not None
    )


def _draft(first: int, last: int, lead: str, sector: str | None, country: str | None) -> Draft:
    return Draft(first, last, lead, "person", sector, None, None, country)


def _held(scan: Scan, i: int) -> bool:
    draft = scan.over.get(i)
    return draft is not None and draft.type != "nationality"


def _whole(scan: Scan, i: int, lead: str) -> FullName | None:
    """A name at ``i``; one that bears proclitics is read as if it stood without them."""
    if not lead:
        return full_name(scan, i)
    forms = scan.words.forms
    whole, forms[i] = forms[i], forms[i][len(lead) :]
    try:
        return full_name(scan, i)
    finally:
        forms[i] = whole


def _after_roles(scan: Scan, roles: list[RolePhrase]) -> list[Draft]:
    out = []
    for role in roles:
        at = role.last
        if at >= len(scan.words.forms) or _held(scan, at):
            continue
        gap = scan.words.gaps[at].strip()
        if gap not in ("", "،", ",", "«", '"', "“", ":", "/", "-", "("):
            continue
        name = full_name(scan, at)
        if name is None:
            continue
        unknown = not scan.given(at) and not name.sure
        if unknown and (
            not role.open
            or gap not in ("", "«", '"', "“")
            or scan.words.forms[at].startswith("ال")
            or scan.verbal_noun(at)
        ):
            continue
        if gap in ("،", ",", ":", "-", "(") and not name.sure:
            continue
        out.append(_draft(at, name.last, "", role.sector, role.country))
    return out


def _quoted(scan: Scan, titles: set[int], taken: set[int]) -> list[Draft]:
    """«X Y» before a title: a name whatever its words."""
    out = []
    for title in titles:
        gap = scan.words.gaps[title]
        if gap == " " or not any(mark in gap for mark in '»"”'):
            continue
        for first in range(title - 2, max(title - 5, -1), -1):
            if first in taken or not all(scan.name_part(i) for i in range(first, title)):
                break
            if scan.opens_quote(first) or (first == 0 and scan.words.gaps[0].strip()):
                out.append(_draft(first, title, "", None, None))
                break
    return out


def _before_titles(scan: Scan, titles: set[int], taken: set[int]) -> list[Draft]:
    """قال X Y المتحدث باسم...: two or three unknown words between a verb and a definite title."""
    forms = scan.words.forms
    out = []
    for title in titles:
        first = title
        if not forms[title].startswith("ال") or scan.words.gaps[title].strip(" ،") != "":
            continue
        while first > 0 and title - first < _MOST_UNKNOWN and first - 1 not in taken and scan.name_part(first - 1):
            if first != title and not scan.plain(first):
                break
            first -= 1
        known = title - first > 1 and scan.plain(first) and scan.plain(title - 1)
        if known and scan.lexicon.is_verb(forms[first - 1]) and not forms[first].startswith("ال"):
            out.append(_draft(first, title, "", None, None))
            taken.update(range(first, title))
    return out


def _again(scan: Scan, found: list[Draft]) -> list[Draft]:
    """Surnames alone, of persons whose whole name stands elsewhere in the report."""
    forms = scan.words.forms
    whole: dict[str, Draft] = {}
    for draft in [*found, *(d for d in scan.known if d.type == "person")]:
        last = forms[draft.last - 1]
        common = last in scan.lexicon.ambiguous or last in scan.lexicon.stop
        if draft.last - draft.first > 1 and len(last) >= _SHORTEST_SURNAME and not common:
            whole.setdefault(last, draft)
    if not whole:
        return []
    taken = {i for d in found for i in range(d.first, d.last)}
    out = []
    for i, lead, word in scan.free(whole):
        other = word in scan.lexicon.given and scan.plain(i + 1) and scan.name_part(i + 1)
        if i not in taken and not other:
            draft = whole[word]
            name = draft.name or scan.words.quote(draft.first, draft.last)[2]
            out.append(Draft(i, i + 1, lead, "person", draft.subtype, draft.entity, name, draft.country))
    return out
