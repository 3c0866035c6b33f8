"""Places whose names stand within the name of another: افريقيا in شرق افريقيا."""

from __future__ import annotations

from collections.abc import Sequence

from ...catalogue import PlaceEntry
from ...linking.place_clues import Around
from .drafts import Draft
from .named import likeliest, place_draft


def nested(drafts: Sequence[Draft], around: Around) -> list[Draft]:
    """``drafts``, but what is found within a known place's name is the place that the catalogue knows by those words, or a mere
    part of the name (والهرسك) and left out.
    """
    known = {i: d for d in drafts if d.type == "place" and d.entity for i in range(d.first, d.last)}
    out = []
    for draft in drafts:
        wide = known.get(draft.first)
        if draft.type != "place" or draft.entity or wide is None or wide.last < draft.last:
            out.append(draft)
        elif (place := _place(draft, around)) is not None:
            out.append(place_draft(draft.first, draft.last, draft.lead, place))
    return out


def _place(draft: Draft, around: Around) -> PlaceEntry | None:
    match = around.catalogue.match_at(around.words, draft.first)
    if match is None or match.last != draft.last:
        return None
    meanings = [around.catalogue.meaning(name) for name in match.names]
    places = [m for m in meanings if isinstance(m, PlaceEntry)]
    return likeliest(match, places, around) if places else None
