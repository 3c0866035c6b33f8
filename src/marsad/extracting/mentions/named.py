"""Mentions by the catalogue: names of actors, places, countries and peoples, and branches told by their
country."""

from __future__ import annotations

from collections import Counter

from ...catalogue import Catalogue, Entry, Match, Name, PlaceEntry
from ...catalogue.namesakes import namesakes
from ...catalogue.peoples import Demonym
from ...languages.arabic.clitics import bare, splits
from ...languages.arabic.words import Words
from ...linking.place_clues import Around, credible, foreign, is_small, is_weak, told_by
from ...linking.places import Clues, rank
from .drafts import Draft

_TANWIN = "\u064b"


def named(words: Words, catalogue: Catalogue) -> tuple[list[Draft], Around]:
    """A draft for every name of the catalogue, and for peoples' names inside longer ones; and what they tell of where the report
    plays."""
    matches = [(m, is_weak(catalogue, m)) for m in catalogue.find(words)]
    if _TANWIN in words.text:
        matches = [(m, weak) for m, weak in matches if not _adverb(words, m)]
    told = [t for m, weak in matches if not weak and (t := told_by(catalogue, m))]
    around = Around(words, catalogue, credible(told))
    votes = Counter(t.country for t in told)
    out: list[Draft] = []
    for match, weak in matches:
        if weak and not _placed(words, catalogue, match, votes, out):
            continue
        draft = _draft(words, catalogue, match, around)
        out.append(draft)
        if match.last - match.first > 1 and draft.type != "nationality":
            out += _inside(words, catalogue, match)
    return out, around


def _adverb(words: Words, match: Match) -> bool:
    """Whether a place's name ends in tanwin, as only common nouns do: دوماً is "always", not Douma."""
    end = words.ends[match.last - 1]
    return match.names[0].meaning is None and _TANWIN in words.text[end - 2 : end + 1]


def _country(catalogue: Catalogue, name: Name) -> str | None:
    meaning = catalogue.meaning(name)
    return meaning.country if isinstance(meaning, PlaceEntry | Demonym) else None


def _placed(words: Words, catalogue: Catalogue, match: Match, votes: Counter[str], before: list[Draft]) -> bool:
    """Whether the report is about the country of a small place, and the name stands where places stand."""
    previous = words.forms[match.first - 1] if match.first else ""
    readings = {rest for _, rest in splits(previous)}
    codes = {_country(catalogue, n) for n in match.names}
    told = any(votes[code or ""] for code in codes)
    if not readings.isdisjoint(catalogue.place_words | catalogue.site_words):
        return told or not votes
    if not told:
        return False
    coordinated = bool(before) and before[-1].last == match.first and before[-1].type == "place"
    located = not readings.isdisjoint(catalogue.locatives) and words.gaps[match.first] == " "
    return "ب" in match.lead or located or coordinated


def _inside(words: Words, catalogue: Catalogue, match: Match) -> list[Draft]:
    """Words for peoples inside a name: the Tajik of "the Tajik ministry"."""
    out = []
    for i in range(match.first + 1, match.last):
        inner = catalogue.match_at(words, i)
        if inner and inner.last <= match.last and isinstance(inner.names[0].meaning, Demonym):
            out.append(people_draft(inner, inner.names[0].meaning))
    return out


def people_draft(match: Match, people: Demonym) -> Draft:
    """A mention of a nationality."""
    return Draft(
        match.first,
        match.last,
        match.lead,
        "nationality",
        None,
        None,
        people.label,
        people.country,
        certain=True,
    )


def actor_draft(first: int, last: int, lead: str, actor: Entry) -> Draft:
    """A mention of an entry of the catalogue; a surname alone yields to a longer name around it."""
    certain = actor.type != "person" or last - first > 1
    return Draft(first, last, lead, actor.type, actor.sector, actor.id, actor.name, actor.country, certain)


def _draft(words: Words, catalogue: Catalogue, match: Match, around: Around) -> Draft:
    meanings = [catalogue.meaning(n) for n in match.names]
    for meaning in meanings:
        if isinstance(meaning, Entry):
            first = _quoted_part(words, match)
            return actor_draft(first, match.last, match.lead if first == match.first else "", meaning)
    places = [m for m in meanings if isinstance(m, PlaceEntry)]
    for meaning in meanings:
        if isinstance(meaning, Demonym) and (not _has_country(places) or _qualifies(words, match)):
            return people_draft(match, meaning)
    place = likeliest(match, places, around)
    return place_draft(match.first, match.last, match.lead, place)


def _has_country(places: list[PlaceEntry]) -> bool:
    return any(p.kind == "country" for p in places)


def _qualifies(words: Words, match: Match) -> bool:
    """Whether a word that is a country's name and its adjective follows a definite noun: القيادة السعودية."""
    before = words.forms[match.first - 1] if match.first and not match.lead else ""
    return words.gaps[match.first] == " " and before.startswith(("ال", "وال", "بال", "لل"))


def _quoted_part(words: Words, match: Match) -> int:
    """The first word inside a quotation that opens in the name and closes after it: صحيفة «الشرق الأوسط»."""
    marks = [i for i in range(match.first + 1, match.last) if words.gaps[i] != " " and words.gaps[i].strip(" -–_")]
    return marks[0] if len(marks) == 1 else match.first


def place_draft(first: int, last: int, lead: str, place: PlaceEntry) -> Draft:
    """A mention of a place of the gazetteer."""
    return Draft(first, last, lead, "place", place.precision, place.id, place.name, place.country, certain=True)


def likeliest(match: Match, places: list[PlaceEntry], around: Around) -> PlaceEntry:
    """Of several places of one name the one that the text speaks for most, its namesakes in the countries that the report tells
    of among them."""
    if any(p.kind in ("country", "area") for p in places) and len(places) == 1:
        return places[0]
    if any(p.kind == "capital" for p in places):
        places = [p for p in places if not is_small(p)]
    clues = around.clues(match.first, match.last)
    away = foreign(places, around.told) or _set_elsewhere(places, clues)
    if len(places) == 1 and not away:
        return places[0]
    if not clues.kinds and (countries := [p for p in places if p.kind == "country"]):
        places = countries  # الكويت, جيبوتي: the country, unless a word such as "city" stands before
    if away:
        places = places + _at_home(match, clues)
    return rank(places, clues)[0].place if len(places) > 1 else places[0]


def _set_elsewhere(places: list[PlaceEntry], clues: Clues) -> bool:
    """Whether the words behind a name say that it lies in a country in which none of these places do: البنجاب شمالي الهند."""
    named = any(p.kind in ("country", "capital") for p in places)
    return not named and bool(clues.within) and clues.within.isdisjoint(p.country for p in places)


def _at_home(match: Match, clues: Clues) -> list[PlaceEntry]:
    """Places of the name, with its article or without, of all that the gazetteer holds, in the countries that the sentence or
    else the report tells of."""
    told = clues.within or frozenset(clues.sentence) or frozenset(clues.report)
    name = " ".join(match.names[0].words)
    spelt = {p.id: p for n in dict.fromkeys((name, bare(name))) for p in namesakes().spelt(n)}
    return [p for p in spelt.values() if p.country in told]
