"""Branches told by their country: "the Afghan branch of Daesh", "the Libyan wing of al-Qaida"."""

from __future__ import annotations

from ...catalogue.conditions import joined
from .drafts import Draft
from .lexicon import Sort
from .named import actor_draft
from .scan import Scan

_REACH = 6


def branches(scan: Scan) -> list[Draft]:
    """Drafts that reach from the word for a branch to the name of the whole, or to the country after it.

    Where the catalogue has no branch in that country the words are left to the whole.
    """
    words, known, lexicon = scan.words, scan.at, scan.lexicon
    out = []
    for i, reading in scan.heads:
        if not reading.sort & Sort.BRANCH:
            continue
        whole = country = None
        last = i + 1
        at = i + 1
        while at < min(i + _REACH, len(words.forms)) and joined(words.gaps[at]):
            draft = known.get(at)
            if draft is None:
                inner = lexicon.read(words.forms[at])
                if not (inner and inner.sort & Sort.GROUP) and words.forms[at] not in ("في", "داخل"):
                    break
                at += 1
                continue
            if draft.type in ("group", "organization") and whole is None:
                whole = draft
            elif draft.country and draft.type in ("nationality", "place") and country is None:
                country = draft.country
            else:
                break
            at = last = draft.last
        if whole and country and whole.entity and (entry := scan.catalogue.branch(whole.entity, country)):
            out.append(actor_draft(i, last, reading.lead, entry))
    return out
