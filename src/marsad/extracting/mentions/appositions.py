"""Persons told by the title of an office before them, however many words it has: سفير بلاده لدى
الأمم المتحدة، X Y،."""

from __future__ import annotations

from .drafts import Draft
from .lexicon import Reading, Sort
from .scan import Scan

_FAR = 9
_MOST_WORDS = 4
_COMMAS = ("،", ",")


def title_before(scan: Scan, i: int) -> Reading | None:
    """The title that opens the words right before word ``i``, no verb and no punctuation between."""
    words, lexicon = scan.words, scan.lexicon
    for k in range(i - 1, max(i - _FAR, -1), -1):
        if k + 1 < i and words.gaps[k + 1] != " ":
            return None
        if lexicon.is_verb(words.forms[k]):
            return None
        reading = lexicon.read(words.forms[k])
        if reading and reading.sort & Sort.TITLE and "ك" not in reading.lead:
            return reading
    return None


def appositions(scan: Scan, taken: set[int]) -> list[Draft]:
    """Drafts of two to four words between commas after a title, shaped like a name."""
    out = []
    for i in scan.marks:
        if i in taken or scan.words.gaps[i].strip() not in _COMMAS or scan.held(i):
            continue
        past = _name(scan, i, taken)
        if past is None or scan.words.gaps[past].strip() not in _COMMAS:
            continue
        if title := title_before(scan, i):
            out.append(Draft(i, past, "", "person", title.sector))
            taken.update(range(i, past))
    return out


def _name(scan: Scan, i: int, taken: set[int]) -> int | None:
    """Past the words of a name at ``i``; None where they may as well be a noun and its adjective."""
    forms = scan.words.forms
    past = i
    while past < len(forms) and past - i <= _MOST_WORDS and (past == i or scan.plain(past)):
        if past in taken or not scan.name_part(past):
            break
        past += 1
    given = any(scan.given(k) for k in range(i, past))
    # ألبرتو has no article
    definite = forms[i].startswith("ال") and scan.words.text[scan.words.starts[i]] == "ا"
    if not 2 <= past - i <= _MOST_WORDS or definite:
        return None
    last = forms[past - 1]
    noun = scan.verbal_noun(i) or (last.endswith("ي") and not last.startswith("ال"))
    return past if given or not noun else None
