"""Outlets told by where they are named: datelines, whom something was said to, endings such as نيوز;
and names in quotation marks by which a body goes."""

from __future__ import annotations

from ...languages.arabic.clitics import splits
from ...records import MentionType
from .drafts import Draft
from .lexicon import Sort
from .scan import QUOTES, Scan

_LONGEST_DATELINE = 14
_REACH = 6
_FAR = 10
_MOST_WORDS = 3
_BODIES: tuple[tuple[int, MentionType], ...] = (
    (Sort.MEDIA, "media"), (Sort.GROUP, "group"), (Sort.PLATFORM, "platform"),
    (Sort.ORGANIZATION | Sort.BRANCH | Sort.GOVERNMENT, "organization"),
)  # fmt: skip


def outlets(scan: Scan) -> list[Draft]:
    """Drafts of names that quotation marks, brackets or an ending set apart and the words around explain."""
    out = []
    for i in scan.marks:
        gap = scan.words.gaps[i]
        draft = None
        if not QUOTES.isdisjoint(gap):
            draft = _quoted(scan, i)
        elif gap.endswith("("):
            draft = _bracketed(scan, i)
        if draft:
            out.append(draft)
    return out + _by_ending(scan)


def _quoted(scan: Scan, i: int) -> Draft | None:
    past = scan.quoted(i)
    if past is None or past - i > _MOST_WORDS + 1 or _known(scan, i, past):
        return None
    words, lexicon = scan.words, scan.lexicon
    if not i or "\n" in words.gaps[i]:
        return None
    before = {rest for _, rest in splits(words.forms[i - 1])}
    adjoining = scan.opens_quote(i)
    media = Draft(i, past, "", "media", "MED")
    if not before.isdisjoint(lexicon.outlet_words.correspondents) and adjoining:
        return media
    if _in_dateline(scan, i, lone=True):
        return media
    if not adjoining:
        return None
    if words.forms[i - 1] in ("اسم", "باسم"):
        return _named(scan, i, past)
    if words.forms[i - 1] == "ل" and (":" in words.gaps[past] or _told(scan, i - 1)):
        return media
    sayable = words.forms[i] not in lexicon.stop and not lexicon.is_verb(words.forms[i])
    if sayable and not before.isdisjoint(lexicon.outlet_words.reporting):
        return media
    return None


def _known(scan: Scan, i: int, past: int) -> bool:
    return any(
        (d := scan.over.get(k)) is not None and (d.last - d.first >= past - i or d.type not in ("nationality", "place"))
        for k in range(i, past)
    )


def _in_dateline(scan: Scan, i: int, *, lone: bool) -> bool:
    """Whether the line up to word ``i`` is a place, and where it need not stand alone a date: الرياض: «X»."""
    gaps = scan.words.gaps
    first = i - 1
    while first > 0 and "\n" not in gaps[first] and i - first <= _LONGEST_DATELINE:
        first -= 1
    if first and "\n" not in gaps[first]:
        return False
    at = first
    while at < i and (draft := scan.over.get(at)) is not None and draft.type == "place":
        at = draft.last
    return at > first and (at == i or not lone)


def _told(scan: Scan, i: int) -> bool:
    """Whether a word of saying stands shortly before the ل at word ``i``."""
    told = scan.lexicon.outlet_words.told
    for k in range(i - 1, max(i - _REACH, -1), -1):
        if any(rest in told for _, rest in splits(scan.words.forms[k])):
            return True
        if not scan.plain(k):
            return False
    return False


def _named(scan: Scan, i: int, past: int) -> Draft | None:
    """المعروف باسم «X»: what the nearest word for a body before says it is."""
    forms, named = scan.words.forms, scan.lexicon.outlet_words.named
    if not any(form in named for form in forms[max(i - 3, 0) : i - 1]):
        return None
    for k in range(i - 2, max(i - _FAR, -1), -1):
        reading = scan.lexicon.read(forms[k])
        for sort, kind in _BODIES:
            if reading and reading.sort & sort:
                return Draft(i, past, "", kind, reading.sector)
    return None


def _bracketed(scan: Scan, i: int) -> Draft | None:
    """مقديشو – 3 مايو 2020 (X): an agency after the place and the day of a dateline."""
    gaps, forms = scan.words.gaps, scan.words.forms
    past = i + 1
    while past < len(forms) and past - i < _MOST_WORDS and gaps[past] == " ":
        past += 1
    if not gaps[past].startswith(")") or not i or not forms[i - 1].isdigit() or forms[i].isdigit():
        return None
    if _known(scan, i, past) or not _in_dateline(scan, i, lone=False):
        return None
    return Draft(i, past, "", "media", "MED")


def _by_ending(scan: Scan) -> list[Draft]:
    """جيو نيوز: a last word that only outlets have, with the word before it."""
    lexicon, forms = scan.lexicon, scan.words.forms
    out = []
    for i, reading in scan.heads:
        if not reading.sort & Sort.OUTLET_END or reading.lead or not scan.plain(i):
            continue
        before, held = forms[i - 1], scan.over.get(i)
        own = before in lexicon.stop or lexicon.is_verb(before) or before in lexicon.outlet_words.told
        inner = lexicon.read(before)
        if own or held is not None or len(before) < 3 or (inner and inner.sort & Sort.MEDIA):
            continue
        out.append(Draft(i - 1, i + 1, "", "media", "MED"))
    return out
