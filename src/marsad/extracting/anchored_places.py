"""Places told with what they lie in or by: بلدة سرمدا في ريف إدلب, حي الزهور (غرب الموصل).

The narrower is where something happened.  Where no gazetteer has it, it lies in the wider one, or around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, radians

from ..catalogue import Catalogue, PlaceEntry
from ..languages.arabic.clitics import splits
from ..records import Mention, PlacePrecision
from .document import Document
from .phrase_words import phrase_words

FINENESS: dict[PlacePrecision, int] = {
    "site": 0,
    "town": 1,
    "district": 2,
    "region": 3,
    "area": 4,
    "country": 5,
}
# Words between a place and the one that it is told with, and how often that is told with yet another.
_BETWEEN, _STEPS = 7, 3
# How far a place may lie from the rim of what it is told with, and how far it is taken to lie where the report does not say.
_FARTHEST_KM, _BESIDE_KM = 60.0, 20.0
_KM_OF_DEGREE = 111.0


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The first word of the place that another is told with, and how far ``beside`` it that lies; None for in it."""

    word: int
    beside: float | None


def fineness(catalogue: Catalogue, mention: Mention) -> int:
    """How fine a location a mention names, 0 the finest."""
    place = _known(catalogue, mention)
    return FINENESS[place.precision if place else ("country" if mention.subtype == "country" else "town")]


def narrowest(doc: Document, catalogue: Catalogue, word: int, start: int) -> tuple[int, Mention]:
    """The place that the one at ``word`` says the whereabouts of, and its first word; that one itself where there is none."""
    mention = doc.mention_from[word][1]
    for _ in range(_STEPS):
        found = _narrower(doc, catalogue, word, start)
        if found is None:
            break
        word, mention = found
    return word, mention


def _narrower(doc: Document, catalogue: Catalogue, word: int, start: int) -> tuple[int, Mention] | None:
    wide = doc.mention_from[word][1]
    for i in range(word - 1, max(start, word - _BETWEEN - 2) - 1, -1):
        past, mention = doc.mention_from.get(i, (i, None))
        if mention is None or mention.type != "place" or past > word:
            continue
        anchor = _anchor(doc, catalogue, past)
        unknown_site = mention.subtype == "site" and mention.entity is None
        fits = anchor is not None and anchor.word == word and not unknown_site and _may_lie_in(catalogue, mention, wide)
        return (i, mention) if fits else None
    return None


def _may_lie_in(catalogue: Catalogue, narrow: Mention, wide: Mention) -> bool:
    """Whether one place may lie in or by the other, and is no wider; a governorate is often called by its town alone."""
    if fineness(catalogue, narrow) > max(fineness(catalogue, wide), FINENESS["district"]):
        return False
    here, there = _known(catalogue, narrow), _known(catalogue, wide)
    if here is None or there is None:
        return True
    abroad = here.country and there.country and here.country != there.country
    return not abroad and _within(here, there, _FARTHEST_KM)


def lies_in(catalogue: Catalogue, narrow: Mention, wide: Mention) -> bool:
    """Whether the gazetteer has a town, a district or a site within the reach of a region or in a country."""
    here, there = _known(catalogue, narrow), _known(catalogue, wide)
    if here is None or there is None or here.latitude is None or not here.country or here.country != there.country:
        return False
    if fineness(catalogue, narrow) > FINENESS["district"] or fineness(catalogue, wide) < FINENESS["region"]:
        return False
    return _within(here, there)


def _known(catalogue: Catalogue, mention: Mention) -> PlaceEntry | None:
    """What the gazetteer has of the place that a mention names."""
    return catalogue.place(mention.entity) if mention.entity else None


def _within(here: PlaceEntry, there: PlaceEntry, beyond: float = 0.0) -> bool:
    """Whether a place of the same country lies no farther than so many km ``beyond`` the rim of another."""
    return there.precision == "country" or _km(here, there) <= (there.radius_km or 0) + beyond


def _km(one: PlaceEntry, other: PlaceEntry) -> float:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return _KM_OF_DEGREE * hypot(one.latitude - other.latitude, east)


def whereabouts(doc: Document, catalogue: Catalogue, mention: Mention) -> tuple[PlaceEntry, float | None] | None:
    """The town or region in or around which a place lies that no gazetteer has, and the radius around its middle in km."""
    last, off = doc.words.upto(mention.end), 0.0
    for _ in range(_STEPS):
        anchor = _anchor(doc, catalogue, last)
        if anchor is None:
            return None
        last, wide = doc.mention_from[anchor.word]
        off += anchor.beside or 0.0
        known = _known(catalogue, wide)
        if known is not None:
            fine = FINENESS[known.precision] <= FINENESS["region"]
            return (known, known.radius_km if not off else (known.radius_km or 0.0) + off) if fine else None
    return None


def _anchor(doc: Document, catalogue: Catalogue, last: int) -> _Anchor | None:
    """What the place that ends before ``last`` is told with: the next one, with only words of whereabouts in between."""
    forms, known = doc.words.forms, phrase_words()
    if last >= len(forms):
        return None
    joined, beside = False, None
    i, stop = last, min(last + _BETWEEN, doc.words.sentence_of(last - 1).last)
    while i < stop:
        form, number = forms[i], doc.number_at(i)
        if doc.ends_clause(i) and (i > last or not _opens_whereabouts(doc, i)):
            return None
        held = doc.mention_from.get(i)
        if held is not None and held[1].type == "place":
            return _Anchor(i, beside) if joined or doc.report.text[doc.words.starts[i] : held[1].start] == "ب" else None
        led = [lead for lead, rest in splits(form) if rest in catalogue.place_words or rest in known.whereabouts]
        joined = joined or form in known.inside or "ب" in led
        if form in known.beside:
            joined, beside = True, (beside or _BESIDE_KM)
        elif number is not None and i + 1 < stop and number.core_last < stop and forms[number.core_last] in known.km:
            beside = float(number.value.high or number.value.low or _BESIDE_KM)
            i = number.core_last
        elif form in known.belonging:
            joined = True
        elif not (led or form in known.whereabouts or form in known.inside or form in catalogue.place_words):
            return None
        i += 1
    return None


def _opens_whereabouts(doc: Document, word: int) -> bool:
    """Whether the mark before a word may stand between a place and where that is: a bracket, or a comma before a side."""
    gap = doc.words.gaps[word].strip()
    return gap == "(" or (gap == "،" and doc.words.forms[word] in phrase_words().beside)
