"""Finds, among many words, those that may spell a given one: by the classes of their consonants, one more or less."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from .forms import Form, rarity_key
from .matching import FITS
from .sounds import fit

# Words compared letter by letter, at most, those whose consonants are, and the likeness of consonants below which none is.
_MOST, _MANY, _LEAST = 36, 100, 0.3
# Skeletons of so many consonants are also found with one more or less; in a shorter one that seldom is the same name.
_LONG, _SHORT = 4, 3
_MANY_CONSONANTS = 6


class Sounds:
    """Forms by sound; ``near`` a form are those that fit it by more than a half."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self.forms = list(forms)
        whole: defaultdict[str, list[int]] = defaultdict(list)
        shorter: defaultdict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.forms):
            for skeleton in one.skeletons:
                whole[skeleton].append(number)
                for less in _one_less(skeleton):
                    shorter[less].append(number)
        self._whole, self._shorter = dict(whole), dict(shorter)
        self._keys = [rarity_key(one.arabic[0][0]) for one in self.forms]
        self._renderings = [one.arabic[0][0] for one in self.forms]
        self._texts = {one.text: number for number, one in enumerate(self.forms)}

    def near(self, one: Form) -> list[tuple[int, float]]:
        """(number of a form, how well it fits), for those that fit."""
        return [
            (number, value)
            for number in self._found(one, _LONG)
            if _same_consonants(one, self.forms[number]) and (value := fit(one, self.forms[number])) >= FITS
        ]

    def alike(self, one: Form) -> list[Form]:
        """The forms that sound most like ``one``, by consonants and then by letters, whether or not they fit."""
        return [self.forms[number] for number in self._found(one, _SHORT)]

    def _found(self, one: Form, least: int) -> set[int]:
        """Forms of the same consonants, or with one more or less where there are at least ``least``."""
        found: set[int] = set()
        for skeleton in one.skeletons:
            found.update(self._whole.get(skeleton, ()))
            if len(skeleton) < least:
                continue
            found.update(self._shorter.get(skeleton, ()))
            for less in _one_less(skeleton):
                found.update(self._whole.get(less, ()))
                if least == _SHORT < len(skeleton):
                    found.update(self._shorter.get(less, ()))
        if len(found) > _MOST:
            found = self._likest(one, found)
        if (same := self._texts.get(one.text)) is not None:
            found.add(same)
        return found

    def _likest(self, one: Form, found: set[int]) -> set[int]:
        """The most alike of those found: by their consonants, then by all letters."""
        likest = found
        letters = one.arabic[0][0]
        for query, of, most, least in (
            (rarity_key(letters), self._keys, _MANY, _LEAST),
            (letters, self._renderings, _MOST, 0.0),
        ):
            choices = {number: of[number] for number in likest}
            scorer = Levenshtein.normalized_similarity
            best = process.extract(query, choices, scorer=scorer, limit=most, score_cutoff=least)
            likest = {number for _, _, number in best}
        return likest


def _same_consonants(one: Form, other: Form) -> bool:
    """Whether two words may spell one name at all: but for one consonant, or two of many, they share all."""
    keys = other.keys
    for key in one.keys:
        if key in keys:
            return True
    most = 1 if len(one.keys[0]) < _MANY_CONSONANTS else 2
    for a in one.keys:
        for b in keys:
            if Levenshtein.distance(a, b, score_cutoff=most) <= most:
                return True
    return False


def _one_less(skeleton: str) -> set[str]:
    return {skeleton[:i] + skeleton[i + 1 :] for i in range(len(skeleton))} if len(skeleton) >= _SHORT else set()
