"""Places told by the word before them: towns that no gazetteer has, and sites: سجن مدينة وحدات, مطار
بغداد."""

from __future__ import annotations

import re

from ...catalogue.namesakes import namesakes
from ..phrase_words import phrase_words
from .drafts import Draft
from .lexicon import Reading, Sort
from .scan import Scan

_SHORTEST = 4
_ADJECTIVE = re.compile("\\w+يه|\\w{2}ي\\wه|م\\w+ه|\\wا\\w{2}ه|\\w+ته")


def places(scan: Scan) -> list[Draft]:
    """Drafts of places by pattern; those the catalogue names stay as they are, a site around them is
    added."""
    out = []
    for i, reading in scan.heads:
        if not reading.sort & (Sort.PLACE | Sort.SITE) or reading.definite or i + 1 >= len(scan.words.forms):
            continue
        if not (scan.plain(i + 1) or scan.opens_quote(i + 1)) or _held(scan, i):
            continue
        draft = _site(scan, i, reading) if reading.sort & Sort.SITE else _town(scan, i, reading)
        if draft:
            out.append(draft)
    return out + _again(scan, out)


def _again(scan: Scan, found: list[Draft]) -> list[Draft]:
    """Towns that no gazetteer has, named again without the word before them."""
    forms = scan.words.forms
    towns = {forms[d.first]: d for d in found if d.last - d.first == 1 and len(forms[d.first]) >= _SHORTEST}
    told = {d.first for d in found}
    return (
        [Draft(i, i + 1, lead, "place", towns[word].subtype) for i, lead, word in scan.free(towns) if i not in told]
        if towns
        else []
    )


def _held(scan: Scan, i: int) -> bool:
    draft = scan.over.get(i)
    return draft is not None and draft.last - draft.first > 1


def _site(scan: Scan, i: int, reading: Reading) -> Draft | None:
    """سجن X: the word belongs to the name."""
    at = i + 1
    inner = scan.lexicon.read(scan.words.forms[at])
    if inner and inner.sort & Sort.PLACE and not inner.lead and scan.plain(at + 1):
        at += 1
    known = scan.at.get(at)
    if known and known.type == "place" and not known.lead:
        return Draft(i, known.last, reading.lead, "place", "site", None, None, known.country)
    past = _own_name(scan, at) if scan.words.forms[at].startswith("ال") or scan.given(at) else None
    return Draft(i, past, reading.lead, "place", "site") if past and scan.plain(at) else None


def _town(scan: Scan, i: int, reading: Reading) -> Draft | None:
    """مدينة X: the name alone."""
    if i + 1 in scan.at:
        return None
    past = _own_name(scan, i + 1)
    if past is None:
        return None
    kind = scan.catalogue.kind_words.get(reading.word, "town")
    return Draft(i + 1, past, "", "place", kind)


def _own_name(scan: Scan, at: int) -> int | None:
    """Past an unknown name at ``at``: one word, or two where the first opens names of places or a
    direction follows."""
    lexicon, forms = scan.lexicon, scan.words.forms
    if at >= len(forms) or at in scan.over:
        return None
    form = forms[at]
    if form in lexicon.openers and scan.plain(at + 1) and (forms[at + 1].startswith("ال") or scan.name_part(at + 1)):
        return _past_fathers(scan, at + 2)
    if form in lexicon.going_on or form in lexicon.fields or form in lexicon.stop or form in lexicon.no_name:
        return None
    reading = lexicon.read(form)
    if reading and reading.sort & ~(Sort.GIVEN | Sort.AMBIGUOUS | Sort.SURNAME):
        return None
    if form.startswith("ال"):
        looks_common = form.endswith(("يه", "ات", "ين", "ون", "يات"))
        if looks_common and not _on_a_side(scan, at + 1) and not namesakes().spelt(form):
            return None
    elif not scan.name_part(at) and not _feminine(scan, at):
        return None
    return at + 2 if scan.plain(at + 1) and forms[at + 1] in lexicon.qualifiers else at + 1


def _on_a_side(scan: Scan, at: int) -> bool:
    """Whether the words at ``at`` say on which side of something the name before them lies: منطقة المدائن جنوب بغداد."""
    return scan.plain(at) and scan.words.forms[at] in phrase_words().sides


def _past_fathers(scan: Scan, at: int) -> int:
    """Past the fathers' names that go on with a name: مسجد الإمام علي بن أبي طالب."""
    forms = scan.words.forms
    while scan.plain(at) and forms[at] == "بن" and scan.plain(at + 1):
        at += 3 if forms[at + 1] in ("ابي", "عبد") and scan.plain(at + 2) else 2
    return at


def _feminine(scan: Scan, at: int) -> bool:
    """Whether a word with ta marbuta is a name and no adjective: not صغيرة, مهجورة, حدودية."""
    form = scan.words.forms[at]
    known = form in scan.lexicon.stop or scan.lexicon.is_verb(form) or scan.held(at)
    return form.endswith("ه") and len(form) > 3 and not known and _ADJECTIVE.fullmatch(form) is None
