"""Places whose names stand within the name of another: افريقيا in شرق افريقيا."""

from __future__ import annotations

from collections.abc import Sequence

from ...catalogue import Catalogue, PlaceEntry
from ...languages.arabic.words import Words
from .drafts import Draft
from .named import place_draft


def nested(drafts: Sequence[Draft], words: Words, catalogue: Catalogue) -> list[Draft]:
    """``drafts``, but what is found within a known place's name is the place that the catalogue knows by those words, or a mere
    part of the name (والهرسك) and left out.
    """
    known = {i: d for d in drafts if d.type == "place" and d.entity for i in range(d.first, d.last)}
    out = []
    for draft in drafts:
        around = known.get(draft.first)
        if draft.type != "place" or draft.entity or around is None or around.last < draft.last:
            out.append(draft)
        elif (place := _place(draft, words, catalogue)) is not None:
            out.append(place_draft(draft.first, draft.last, draft.lead, place))
    return out


def _place(draft: Draft, words: Words, catalogue: Catalogue) -> PlaceEntry | None:
    match = catalogue.match_at(words, draft.first)
    if match is None or match.last != draft.last:
        return None
    meanings = [catalogue.meaning(name) for name in match.names]
    return next((m for m in meanings if isinstance(m, PlaceEntry)), None)
