"""What a text tells about where its names lie: neighbours, containment, adjectives, words for kinds of places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..catalogue import Catalogue, Match, PlaceEntry
from ..catalogue.peoples import Demonym
from ..languages.arabic.clitics import splits
from ..languages.arabic.words import Words
from .places import Clues

# How far, in words, what a name lies in may stand behind it: قرية X الحدودية في محافظة Y.
_REACH = 5
_MOST_NEAR = 12
# Inhabitants below which a town's one-word name is looked at twice.
_SMALL = 60_000
# From so many inhabitants a town is known beyond its country.
_GREAT = 600_000
_SMALL_KINDS = ("town", "district", "site")
_FINE = ("town", "capital", "district", "site")
# An adjective tells a country less surely than its name: most are of governments and armies abroad.
_ADJECTIVE = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """Words ``first`` up to ``last`` that tell a country without doubt, by its name, its adjective or a ``place`` in it."""

    first: int
    last: int
    lead: str
    country: str
    place: PlaceEntry | None


@dataclass(slots=True)
class Around:
    """Everything that a report tells without doubt; :meth:`clues` looks from one of its names."""

    words: Words
    catalogue: Catalogue
    told: list[Told]
    home: str | None = None
    votes: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.votes = _votes(self.told)

    def clues(self, first: int, last: int) -> Clues:
        """What speaks for one place or another of the name that stands at the words ``first`` up to ``last``."""
        kinds, village = self.kinds_before(first)
        sentence = self.words.sentence_of(first)
        beside = [t for t in self.told if sentence.first <= t.first < sentence.last and not first <= t.first < last]
        return Clues(
            kinds,
            village,
            self.within(last, beside),
            _votes(beside),
            self.votes,
            self.near(first, beside),
            self.home,
        )

    def kinds_before(self, first: int) -> tuple[frozenset[str], bool]:
        """The kinds of places that the word before ``first`` speaks of, and whether it means a village."""
        if not first:
            return frozenset(), False
        book, rests = self.catalogue, [rest for _, rest in splits(self.words.forms[first - 1])]
        return frozenset(book.kind_words[r] for r in rests if r in book.kind_words), any(
            r in book.village_words for r in rests
        )

    def within(self, last: int, beside: Sequence[Told]) -> frozenset[str]:
        """Countries and divisions that the words from ``last`` on say the name lies in."""
        out: set[str] = set()
        for t in beside:
            if not last <= t.first <= last + _REACH:
                continue
            adjective = t.place is None
            if (adjective and t.first == last and not t.lead) or (not adjective and self._encloses(t)):
                out.add(t.country)
                if t.place is not None:
                    out.add(t.place.id)
        return frozenset(out)

    def _encloses(self, told: Told) -> bool:
        if told.lead.endswith("ب"):
            return True
        before = {rest for _, rest in splits(self.words.forms[told.first - 1])} if told.first else set()
        return told.lead == "" and not before.isdisjoint(self.catalogue.locatives | self.catalogue.place_words)

    def near(self, first: int = -1, beside: Sequence[Told] = ()) -> list[tuple[float, float]]:
        """Middles of the places known for sure that stand closest to the word ``first``: those ``beside`` it, else any."""
        for some in (beside, self.told):
            fine = [t for t in some if t.place is not None and t.place.kind in _FINE and t.first != first]
            fine.sort(key=lambda t: abs(t.first - first))
            if spots := [_spot(t.place) for t in fine[:_MOST_NEAR] if t.place and t.place.latitude is not None]:
                return spots
        return []


def _spot(place: PlaceEntry) -> tuple[float, float]:
    assert place.latitude is not None
    assert place.longitude is not None
    return place.latitude, place.longitude


def _votes(told: Sequence[Told]) -> dict[str, float]:
    weight: dict[str, float] = {}
    for t in told:
        weight[t.country] = weight.get(t.country, 0.0) + (_ADJECTIVE if t.place is None else 1.0)
    return weight


def told_by(catalogue: Catalogue, match: Match) -> Told | None:
    """The country that a match tells whichever of its places is meant, and the place where it has one only."""
    meanings = [catalogue.meaning(n) for n in match.names]
    if not all(isinstance(m, PlaceEntry | Demonym) for m in meanings):
        return None
    countries = {m.country for m in meanings if isinstance(m, PlaceEntry | Demonym)}
    country = next(iter(countries))
    if len(countries) != 1 or country is None:
        return None
    places = [m for m in meanings if isinstance(m, PlaceEntry)]
    place = places[0] if len(places) == 1 or (places and places[0].kind == "country") else None
    if place is None and places:
        place = max(places, key=lambda p: p.population)
    return Told(match.first, match.last, match.lead, country, place)


def surroundings(words: Words, catalogue: Catalogue, home: str | None = None) -> Around:
    """What a text tells without doubt of where it plays."""
    sure = (m for m in catalogue.find(words) if not is_weak(catalogue, m))
    return Around(words, catalogue, credible([t for m in sure if (t := told_by(catalogue, m))]), home)


def is_weak(catalogue: Catalogue, match: Match) -> bool:
    """Whether only small places bear the name, so that it may as well be a common word: ذباب, سحاب."""
    if match.last - match.first > 1 or match.names[0].meaning is not None:
        return False
    guarded = True
    small = True
    for name in match.names:
        place = catalogue.meaning(name)
        guarded = guarded and name.guarded
        small = small and isinstance(place, PlaceEntry) and is_small(place)
    return guarded or small


def is_small(place: PlaceEntry) -> bool:
    """Whether a town or district is so small that its name is better known as a word."""
    return place.kind in _SMALL_KINDS and place.population < _SMALL


def foreign(places: Sequence[PlaceEntry], told: Sequence[Told]) -> bool:
    """Whether places that few know lie where nothing else in the report does, so that a namesake elsewhere may be meant."""
    great = any(p.kind in ("country", "area", "capital") or p.population > _GREAT for p in places)
    return not great and alone(places, told)


def alone(places: Sequence[PlaceEntry], told: Sequence[Told]) -> bool:
    """Whether other words of a report tell countries, and none of them one of these places'."""
    own = {p.id for p in places}
    others = {t.country for t in told if t.place is None or t.place.id not in own}
    return bool(others) and others.isdisjoint(p.country for p in places)


def credible(told: list[Told]) -> list[Told]:
    """``told`` without places that are foreign to all the rest: a namesake tells nothing of where the report plays."""
    kept = [t for t in told if t.place is None or not foreign([t.place], told)]
    return kept or told
