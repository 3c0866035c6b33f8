"""The places that an Arabic name means under another spelling than any source has: كيليس, غومبيه, شيرناق.

Arabic papers write a foreign name by its sound, each in its own way.  What they share are the consonants, by which the
gazetteer's blocks are asked; of what that finds, only names that are nearly the same letter for letter count, and only of towns
that are written about, in countries that the text tells of: short names and hamlets have namesakes of every kind.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from ..catalogue import PlaceEntry
from ..catalogue.namesakes import Namesake, namesakes
from ..catalogue.place_spelling import arabic_by_rule, is_arabic, keys, plain
from .places import Clues, Ranked, rank

# Fewer consonants are shared by hundreds of places, and take long to look through.
_SIGNS = 3
# As alike as two spellings of one name are, from 0 to 1, vowels that only some of them write left aside.
LEAST = 0.8
# Inhabitants from which a town is likely to be written about from abroad; its divisions always are.
_NOTED = 5_000
_CACHED = 16_384


def variants(name: str, countries: Container[str | None], clues: Clues, least: float = LEAST) -> list[Ranked]:
    """The towns and divisions in ``countries`` that the folded ``name`` spells in its own way, the likeliest first; as alike as
    ``least`` at least."""
    found = {p.id: (p, how) for p, how in _alike(name) if p.country in countries and how >= least}
    return rank((p for p, _ in found.values()), clues, {i: how for i, (_, how) in found.items()})


@lru_cache(maxsize=_CACHED)
def _alike(name: str) -> tuple[tuple[PlaceEntry, float], ...]:
    if min(map(len, keys(name)), default=0) < _SIGNS:
        return ()
    noted = (n for n in namesakes().alike(name) if _is_noted(n.place))
    scored = ((n.place, likeness(name, n)) for n in noted)
    return tuple((place, how) for place, how in scored if how >= LEAST)


def _is_noted(place: PlaceEntry) -> bool:
    return place.kind in ("region", "district") or (place.kind == "town" and place.population >= _NOTED)


def likeness(name: str, namesake: Namesake) -> float:
    """How alike ``name`` is to the nearest spelling of a place, those in other scripts written in Arabic letters by rule."""
    wanted = _skeleton(name)
    own = {_skeleton(plain(n) if is_arabic(n) else arabic_by_rule(n)) for n in namesake.names}
    return max((ratio(wanted, spelt) for spelt in own), default=0.0) / 100


def _skeleton(name: str) -> str:
    """The letters of a folded name without spaces, without alif, and without the ha and ya that stand for a final vowel."""
    bare = plain(name).replace(" ", "").replace("ا", "")
    return bare[:-1] if len(bare) > _SIGNS and bare[-1] in "هي" else bare
