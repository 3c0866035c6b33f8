"""Where the places lie that the catalogue's names leave open, of all that the gazetteer holds in the countries a text tells of.

Such places are told by the word before them or by the learned reader.  A name of the catalogue that lies where nothing else in
the report does may be a part of a longer name: خان بني سعد, جيلان بينار.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...catalogue import PlaceEntry
from ...catalogue.namesakes import namesakes
from ...languages.arabic.clitics import bare, splits
from ...languages.arabic.dates import find_dates
from ...languages.arabic.words import cut
from ...linking.place_clues import Around, alone
from ...linking.place_variants import LEAST, variants
from ...linking.places import Ranked, distance_km, rank, weights
from .drafts import Draft, settle
from .lexicon import Lexicon

_KINDS = ("town", "district", "region", "site")
# Rows of the sources no further apart than this are one town, or a town and its own district.
_SAME_KM = 30
# Of namesakes that the text speaks for alike, one with so many times fewer inhabitants is not thought of.
_SMALLER = 5
# How alike a longer name must be where a part of it has no place for sure.  Where it has, only a spelling of a source will do.
_ALMOST = 0.9


def located(drafts: Sequence[Draft], around: Around, lexicon: Lexicon) -> list[Draft]:
    """``drafts`` with id and name for the places among them that have none and are one place in a country that the text tells
    of, by their name or by what stands around them; a draft that lies in a longer name gives way to that."""
    taken = {i: d for d in drafts for i in range(d.first, d.last) if d.type != "role"}
    out: list[Draft] = []
    wide: list[Draft] = []
    for draft in drafts:
        if draft.type != "place" or draft.subtype in ("site", "country", "area"):
            out.append(draft)
        elif (longer := _longer(draft, around, taken, lexicon)) is not None:
            wide.append(longer)
        else:
            out.append(draft if draft.entity else _placed(draft, around))
    kept = [d for d in out if d.type != "place" or not any(_holds(longer, d) for longer in wide)]
    return settle([*kept, *wide]) if wide else out


def _is_open(draft: Draft, around: Around) -> bool:
    """Whether a draft has no place, or one that lies where nothing else in the report or in its sentence does."""
    place = around.catalogue.place(draft.entity) if draft.entity else None
    if place is None:
        return draft.entity is None
    sentence = around.words.sentence_of(draft.first)
    beside = [t for t in around.told if sentence.first <= t.first < sentence.last]
    return place.kind != "capital" and (alone([place], around.told) or alone([place], beside))


def _holds(wide: Draft, narrow: Draft) -> bool:
    return wide.first <= narrow.first and narrow.last <= wide.last


def _longer(draft: Draft, around: Around, taken: dict[int, Draft], lexicon: Lexicon) -> Draft | None:
    """The place whose name the words of ``draft`` and of its neighbour make together; where the draft has its place for sure,
    under a spelling of a source only."""
    forms, gaps = around.words.forms, around.words.gaps
    spans = []
    if draft.last < len(forms) and gaps[draft.last] == " ":
        spans.append((draft.first, _end(draft.last, taken), draft.lead))
    if draft.first and gaps[draft.first] == " " and not draft.lead:
        before = taken.get(draft.first - 1)
        spans.append((before.first if before else draft.first - 1, draft.last, before.lead if before else ""))
    for first, last, lead in spans:
        beside = range(draft.last, last) if first == draft.first else range(first, draft.first)
        if all(_joins(i, taken, around, lexicon) for i in beside):
            whole = Draft(first, last, lead, "place", None, None, None, draft.country)
            found = _placed(whole, around, _ALMOST if _is_open(draft, around) else None)
            if found.entity is not None:
                return replace(found, certain=True)
    return None


def _end(word: int, taken: dict[int, Draft]) -> int:
    return taken[word].last if word in taken else word + 1


def _joins(word: int, taken: dict[int, Draft], around: Around, lexicon: Lexicon) -> bool:
    """Whether a word may belong to the name of a place: one of a town's name already, or nothing else that is known."""
    form, other, book = around.words.forms[word], taken.get(word), around.catalogue
    if other is not None:
        return other.type == "place" and other.subtype not in ("country", "area")
    if form in lexicon.qualifiers or form == "علي":  # that is nearly always the preposition
        return form != "علي"
    reading = {rest for _, rest in splits(form)}
    known = form in lexicon.stop or lexicon.is_verb(form)
    return not known and reading.isdisjoint(book.place_words | book.site_words | book.locatives)


def _is_settled(name: str, around: Around) -> bool:
    """Whether a name is no town's that is yet to be found: a word for places, with the article or without, a country or a day
    of the calendar, and whatever the catalogue knows as no town."""
    book = around.catalogue
    if bare(name) in book.place_words | book.site_words or find_dates(name, None):
        return True
    words = cut(name)
    known = book.match_at(words, 0) if words.forms else None
    if known is None or known.last < len(words.forms):
        return False
    meanings = [book.meaning(n) for n in known.names]
    return any(not isinstance(m, PlaceEntry) or m.kind in ("country", "area", "capital") for m in meanings)


def _placed(draft: Draft, around: Around, least: float | None = LEAST) -> Draft:
    """The draft with the place that it means, as far as one is meant for sure, under a spelling ``least`` like its own.

    None is for its own spelling only, as a source has it.
    """
    name = _name(draft, around)
    place = None if _is_settled(name, around) else _meant(name, draft, around, least)
    if place is None:
        return draft
    return replace(draft, entity=place.id, name=place.name, subtype=place.precision, country=place.country)


def _name(draft: Draft, around: Around) -> str:
    forms = around.words.forms
    return " ".join([forms[draft.first][len(draft.lead) :], *forms[draft.first + 1 : draft.last]])


def _meant(name: str, draft: Draft, around: Around, least: float | None) -> PlaceEntry | None:
    spelt = [p for p in namesakes().spelt(name) if p.kind in _KINDS]
    if not spelt and least is None:
        return None
    clues = around.clues(draft.first, draft.last)
    told: frozenset[str | None] = frozenset(clues.within) or frozenset(clues.report) | {draft.country}
    own: frozenset[str | None] = frozenset({draft.country}) & told
    for countries in (own, told):
        if there := [p for p in spelt if p.country in countries]:
            return _one(rank(there, clues))
    if least is None:
        return None
    return _region(spelt, clues.kinds) or _one(variants(name, told, clues, least))


def _one(ranked: Sequence[Ranked]) -> PlaceEntry | None:
    """The first where it is clear, or where all that come near it lie beside it or are far smaller.

    How high a place ranks among the divisions of its country does not make it clear.
    """
    if not ranked:
        return None
    first = ranked[0]
    rivals = (r for r in ranked[1:] if _score(first) - _score(r) < weights().clear)
    alike = (r.place for r in rivals if r.place.population * _SMALLER >= first.place.population)
    return first.place if all(_beside(first.place, other) for other in alike) else None


def _score(ranked: Ranked) -> float:
    return ranked.score - sum(r.points for r in ranked.reasons if r.feature == "rank")


def _beside(one: PlaceEntry, other: PlaceEntry) -> bool:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude)) <= _SAME_KM


def _region(spelt: list[PlaceEntry], kinds: frozenset[str]) -> PlaceEntry | None:
    """The only first-level division of the name in the world, where the word before says that it is one: ولاية تينيسي."""
    regions = [p for p in spelt if p.kind == "region"]
    return regions[0] if len(regions) == 1 and "region" in kinds else None
