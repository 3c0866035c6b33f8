"""Phrases for what someone is: نائب وزير الداخلية الروسي, المتحدث باسم الجيش, العقيد."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .drafts import Draft
from .lexicon import Reading, Sort
from .offices import office
from .scan import Scan

_BODIES = Sort.GOVERNMENT | Sort.FORCE | Sort.ORGANIZATION | Sort.GROUP | Sort.MEDIA
_LONGEST = 12
_IN_BODY = ("group", "organization", "government", "armed force", "media", "place", "nationality")


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Words ``first`` up to ``last``; ``open`` where the word after it can be a name that nothing else
    tells."""

    first: int
    last: int
    lead: str
    sector: str | None
    country: str | None
    open: bool
    entity: str | None = None

    def draft(self) -> Draft:
        """The phrase as a mention."""
        return Draft(self.first, self.last, self.lead, "role", self.sector, self.entity, None, self.country)


def role_phrases(scan: Scan) -> list[RolePhrase]:
    """All phrases for roles, none inside another."""
    out: list[RolePhrase] = []
    past = 0
    for i, reading in scan.heads:
        if i < past or not reading.sort & (Sort.TITLE | Sort.HONORIFIC) or _held(scan, i):
            continue
        if _adjective(scan, i, reading):
            continue
        phrase = _phrase(scan, i, reading)
        if phrase:
            body = office(scan, i, phrase.last) if phrase.last > i + 1 else None
            out.append(replace(phrase, entity=body.id, country=body.country) if body else phrase)
            past = phrase.last
    return out


def _held(scan: Scan, i: int) -> bool:
    draft = scan.over.get(i)
    return draft is not None and draft.last - draft.first > 1 and draft.type != "place"


def _adjective(scan: Scan, i: int, reading: Reading) -> bool:
    """Whether the word qualifies the noun before it: تنظيم إرهابي, العمل الصحفي."""
    if not reading.word.endswith("ي") or reading.lead or not scan.plain(i):
        return False
    before = scan.words.forms[i - 1]
    if before in scan.lexicon.stop or scan.lexicon.is_verb(before):
        return False
    known = scan.lexicon.read(before)
    return not (known and known.sort & Sort.TITLE and not reading.definite)


def _phrase(scan: Scan, i: int, reading: Reading) -> RolePhrase | None:
    forms, lexicon = scan.words.forms, scan.lexicon
    sector, country, inner = reading.sector, None, None
    closed = reading.definite
    if reading.stem in lexicon.ranks and not reading.definite:
        return None
    at = i + 1
    if reading.sort & Sort.TITLE:
        while at < min(i + _LONGEST, len(forms)) and (scan.plain(at) or scan.opens_quote(at)):
            step = _step(scan, at)
            if step is None or (reading.stem in lexicon.ranks and forms[at] not in lexicon.going_on):
                break
            draft = scan.at.get(at)
            if draft and draft.last == step and draft.type in _IN_BODY:
                country = draft.country or country
                closed = True
                inner = inner or (draft.subtype if draft.type in ("group", "armed force") else None)
            else:
                word = lexicon.read(forms[at])
                if word and word.sort & (Sort.FORCE | Sort.GOVERNMENT) and word.sector not in (None, "GOV"):
                    inner = inner or word.sector
                closed = closed or forms[at].startswith(("ال", "لل")) or forms[at].endswith("ها")
            at = step
    if at == i + 1 and not (reading.definite or reading.sort & Sort.HONORIFIC):
        return None if not _name_follows(scan, at) else RolePhrase(i, at, reading.lead, sector, None, False)
    if inner and sector in (None, "MIL", "REB"):
        sector = inner
    certain = closed and (at > i + 1 or reading.stem in lexicon.personal or bool(reading.sort & Sort.HONORIFIC))
    return RolePhrase(i, at, reading.lead, sector, country, certain)


def _name_follows(scan: Scan, at: int) -> bool:
    draft = scan.at.get(at)
    return scan.plain(at) and (scan.given(at) or bool(draft and draft.type == "person"))


def _step(scan: Scan, at: int) -> int | None:
    """Past the word or name at ``at`` where it goes on with a role, else None."""
    forms, lexicon = scan.words.forms, scan.lexicon
    draft = scan.at.get(at)
    if draft and draft.type in _IN_BODY:
        return draft.last
    if not scan.plain(at):
        return None
    form = forms[at]
    if form in lexicon.going_on or (form[:1] == "و" and form[1:] in lexicon.going_on and form[1:3] == "ال"):
        return at + 1
    if form in ("في", "لدي") and scan.plain(at + 1):
        after = scan.at.get(at + 1)
        if after and after.type in _IN_BODY and after.type != "nationality":
            return after.last
        head, inner = lexicon.read(forms[at + 1]), scan.at.get(at + 2)
        named = head and head.sort & Sort.GROUP and inner and inner.type in ("group", "organization")
        return at + 2 if named else None
    reading = lexicon.read(form)
    if reading and (reading.lead.startswith("و") or (reading.definite and reading.stem in lexicon.ranks)):
        return None
    if reading and reading.sort & (_BODIES | Sort.TITLE) and not scan.given(at):
        return at + 1
    return None
