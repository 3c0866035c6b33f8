"""How far a person's name reaches: given names, chains of بن, أبو and عبد, and surnames guessed by what
ends them."""

from __future__ import annotations

from dataclasses import dataclass

from .lexicon import Sort
from .scan import Scan

_MOST_PARTS = 6
_MOST_UNKNOWN = 2


@dataclass(frozen=True, slots=True)
class FullName:
    """Words up to ``last``; ``sure`` where the parts themselves tell a name."""

    last: int
    sure: bool


def full_name(scan: Scan, first: int) -> FullName | None:
    """The name that starts at word ``first``, or None where its first word can be no name."""
    forms = scan.words.forms
    at, tally = _part(scan, first)
    if at == first:
        return None
    parts, unknown, links, article = 1, int(tally == 0), 0, False
    given = tally
    while at < len(forms) and parts < _MOST_PARTS and _joins(scan, at):
        form = forms[at]
        if form in scan.lexicon.links and scan.plain(at + 1):
            past, tally = _part(scan, at + 1)
            if past == at + 1:
                break
            links += 1
            at = past
        elif form in scan.lexicon.kunyas and form != "ام":
            past, tally = _part(scan, at)
            if past == at:
                break
            links += 1
            at = past
        else:
            past, tally = _part(scan, at)
            if past > at and _is_title(scan, at) and not (scan.plain(past) and _part(scan, past)[0] > past):
                past = at
            if past == at or (article and not form.startswith("ال")) or (tally == 0 and unknown >= _MOST_UNKNOWN):
                past = at + 1 if parts == 1 and not unknown and _people_surname(scan, at) else at
                if past == at:
                    break
            at = past
            unknown += tally == 0
        article = form.startswith("ال") and len(form) > 4 and not form.endswith(("و", "ا", "س")) and not tally
        given += tally
        parts += 1
    first_sure = bool(given) and forms[first] not in scan.lexicon.ambiguous
    surname = any(_surname(scan, i) for i in range(first, at))
    chain = links > 0 or forms[first] in ("ابو", "عبد")
    sure = (parts > 1 and (first_sure or given > 1 or surname)) or (chain and at - first > 1)
    return FullName(at, sure)


def _is_title(scan: Scan, i: int) -> bool:
    """Whether a given name is a title too (شيخ, أمير): inside a name only where the name goes on."""
    reading = scan.lexicon.read(scan.words.forms[i])
    return reading is not None and bool(reading.sort & (Sort.TITLE | Sort.HONORIFIC))


def _joins(scan: Scan, i: int) -> bool:
    return scan.words.gaps[i] in (" ", "-", "\u200c")


def _surname(scan: Scan, i: int) -> bool:
    reading = scan.lexicon.read(scan.words.forms[i])
    return reading is not None and bool(reading.sort & Sort.SURNAME)


def _people_surname(scan: Scan, i: int) -> bool:
    """A nisba of a people as surname: علي العراقي."""
    form = scan.words.forms[i]
    draft = scan.at.get(i)
    return draft is not None and draft.type == "nationality" and form.startswith("ال") and form.endswith("ي")


def _by_kunya(scan: Scan, i: int) -> bool:
    """Whether word ``i`` may follow أبو: nearly any noun may."""
    form, lexicon = scan.words.forms[i], scan.lexicon
    own = form in lexicon.stop or lexicon.is_verb(form) or form.startswith(("وال", "بال", "لل"))
    return scan.name_part(i) or _people_surname(scan, i) or not (own or scan.held(i))


def _part(scan: Scan, i: int) -> tuple[int, int]:
    """One part of a name at word ``i``: where it ends (``i`` itself where there is none), and 1 for a
    given name."""
    forms = scan.words.forms
    if i >= len(forms):
        return i, 0
    form = forms[i]
    if form in scan.lexicon.kunyas:
        known = i + 1 < len(forms) and scan.plain(i + 1)
        if known and (scan.given(i + 1) if form == "ام" else _by_kunya(scan, i + 1)):
            return (i + 3, 1) if forms[i + 1] == "عبد" and scan.plain(i + 2) else (i + 2, 1)
        return i, 0
    if form == "عبد":
        whole = scan.plain(i + 1) and (forms[i + 1].startswith(("ال", "رب")) or scan.given(i + 1))
        return (i + 2, 1) if whole else (i, 0)
    if not scan.name_part(i) or (scan.verbal_noun(i) and not scan.given(i)):
        return i, 0
    held = scan.given(i)
    # names made of two words: نور الدين, نصر الله
    second = forms[i + 1] if scan.plain(i + 1) and not form.startswith("ال") else ""
    if second == "الدين" or (held and second in ("الله", "الاسلام")):
        return i + 2, 2
    return i + 1, int(held)
