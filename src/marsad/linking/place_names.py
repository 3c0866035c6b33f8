"""A name of a place, in whatever script, to the places it may mean."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from ..catalogue import Catalogue
from ..catalogue.namesakes import Namesake, Namesakes, namesakes
from ..catalogue.place_spelling import is_arabic, plain
from ..languages.arabic.words import cut
from .place_clues import surroundings
from .places import Clues, Ranked, rank

# Spellings in two scripts that have the same consonants are alike so much, whatever their vowels.
_ACROSS = 0.8
# A candidate less alike than this in its own script is another name.
_LEAST = 0.7


def candidates(
    name: str, catalogue: Catalogue, *, near: str | None = None, country: str | None = None, limit: int = 10
) -> list[Ranked]:
    """The places that ``name`` may mean, the likeliest first, at most ``limit``.

    ``name`` may be in Arabic, Persian, Latin or Cyrillic letters, with a word such as "city" before it.  ``near`` is text in
    Arabic that stands around the name, ``country`` an ISO 3166 alpha-2 code that the place must lie in.
    """
    shelf = namesakes()
    told = surroundings(cut(near), catalogue) if near else None
    wanted, clues = _read(name, catalogue)
    if told is not None:
        at = _at(wanted, told.words.forms)
        seen = told.clues(*at) if at else Clues(report=told.votes, near=told.near())
        clues = Clues(
            clues.kinds | seen.kinds,
            clues.village or seen.village,
            seen.within,
            seen.sentence,
            seen.report,
            seen.near,
        )
    found = _alike(wanted, shelf)
    if country:
        found = {i: (n, s) for i, (n, s) in found.items() if n.place.country == country}
    ranked = rank((n.place for n, _ in found.values()), clues, {i: s for i, (_, s) in found.items()})
    return ranked[:limit]


def _read(name: str, catalogue: Catalogue) -> tuple[str, Clues]:
    """The name without the word for a kind of place before it, and what that word tells."""
    first, _, rest = name.strip().partition(" ")
    word = plain(first)
    if rest and word in catalogue.kind_words:
        return rest, Clues(frozenset({catalogue.kind_words[word]}), word in catalogue.village_words)
    return name.strip(), Clues()


def _alike(name: str, shelf: Namesakes) -> dict[str, tuple[Namesake, float]]:
    wanted = plain(name)
    out = {}
    for namesake in shelf.alike(name):
        likeness = _likeness(wanted, namesake)
        if likeness >= _LEAST:
            out[namesake.place.id] = (namesake, likeness)
    return out


def _likeness(wanted: str, namesake: Namesake) -> float:
    """How alike the nearest spelling is, from 0 to 1: by letters in the same script, by consonants alone across scripts."""
    script = _script(wanted)
    same = [plain(n) for n in namesake.names if _script(n) == script]
    if not same:
        return _ACROSS
    return max(ratio(wanted, n) for n in same) / 100


def _script(name: str) -> str:
    if is_arabic(name):
        return "arabic"
    return "cyrillic" if any("\u0400" <= c <= "\u04ff" for c in name) else "latin"


def _at(name: str, forms: list[str]) -> tuple[int, int] | None:
    """Where the words of a name stand among folded words, proclitics of the first aside."""
    words = plain(name).split()
    for i in range(len(forms) - len(words) + 1):
        if (
            forms[i].endswith(words[0])
            and len(forms[i]) - len(words[0]) <= 2
            and forms[i + 1 : i + len(words)] == words[1:]
        ):
            return i, i + len(words)
    return None
