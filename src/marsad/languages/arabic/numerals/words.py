"""The words that numerals are made of, from ``words.yaml`` and ``duals.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ....codebook.yaml_file import read_yaml
from ....errors import CodebookError
from ..clitics import bare, splits
from ..letters import fold

# What may be written onto the first word of a phrase.
PROCLITICS = frozenset(["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "ال"])
# Later tables win where they share a word.
_TABLES = (
    "zero",
    "unit",
    "teen_unit",
    "ten",
    "tens",
    "hundred",
    "hundreds",
    "dual",
    "plural",
    "few",
    "fraction",
    "fraction_dual",
    "fractions",
    "ordinal",
    # ألفا is "a thousand" in the accusative far more often than "two thousand of".
    "scale",
)


_WORD_LISTS = (
    "not_numerals",
    "labels",
    "one_not_after",
    "one_not_before",
    "negative",
    "part_words",
    "percent_words",
)
_PHRASE_LISTS = ("percent", "several", "several_definite")


@dataclass(slots=True)
class NumeralWord:
    """A word of a numeral: what ``kind`` of part it plays, its value, and what is written onto it before."""

    kind: str
    value: int
    lead: str = ""
    article: bool = False
    word: str = ""

    @property
    def joined(self) -> bool:
        """Whether و "and" is written onto the word."""
        return self.lead.startswith("و")


@dataclass(frozen=True, slots=True)
class NumeralLists:
    """Further words of ``words.yaml``, folded: what surrounds a numeral or only looks like one."""

    fraction_or_unit: dict[str, int]
    not_numerals: frozenset[str]
    labels: frozenset[str]
    one_not_after: frozenset[str]
    one_not_before: frozenset[str]
    negative: frozenset[str]
    part_words: frozenset[str]
    percent_words: frozenset[str]
    percent: tuple[tuple[str, ...], ...]
    several: tuple[tuple[str, ...], ...]
    several_definite: tuple[tuple[str, ...], ...]


@cache
def _raw() -> dict[str, dict[int, list[str]] | list[str]]:
    return read_yaml(files(__package__) / "words.yaml", dict[str, dict[int, list[str]] | list[str]])


def _table(raw: dict[str, dict[int, list[str]] | list[str]], name: str) -> dict[int, list[str]]:
    table = raw.get(name)
    if not isinstance(table, dict):
        raise CodebookError(f"{name} must map values to words", where="numerals/words.yaml")
    return table


def _list(raw: dict[str, dict[int, list[str]] | list[str]], name: str) -> list[str]:
    words = raw.get(name)
    if not isinstance(words, list):
        raise CodebookError(f"{name} must be a list of words", where="numerals/words.yaml")
    return [fold(w) for w in words]


@cache
def lists() -> NumeralLists:
    """The lists of ``words.yaml``; CodebookError where one is missing."""
    raw = _raw()
    words = {name: frozenset(_list(raw, name)) for name in _WORD_LISTS}
    phrases = {name: tuple(tuple(p.split()) for p in _list(raw, name)) for name in _PHRASE_LISTS}
    either = {fold(w): v for v, forms in _table(raw, "fraction_or_unit").items() for w in forms}
    return NumeralLists(fraction_or_unit=either, **words, **phrases)  # type: ignore[arg-type]


@cache
def numeral_words() -> dict[str, NumeralWord]:
    """Every word of a numeral, folded, without proclitics and article.

    CodebookError where a table is missing.
    """
    raw = _raw()
    out: dict[str, NumeralWord] = dict(_dual_nouns())

    def put(form: str, kind: str, value: int) -> None:
        out[fold(form)] = NumeralWord(kind, value, word=fold(form))

    for kind in _TABLES:
        for value, forms in _table(raw, kind).items():
            for form in forms:
                put(form, kind, value)
    for value, forms in _table(raw, "plural_dozens").items():
        for form in forms:
            put(form, "scale", value)
    for stem, stems in _table(raw, "hundred_stems").items():
        for form in (s + h for s in stems for h in _table(raw, "hundred")[100]):
            put(form, "hundreds", stem * 100)
    for value, forms in _table(raw, "tens").items():
        put(fold(forms[0]) + "ات", "tens_parts", value)
    for form in _list(raw, "doubtful_hundreds"):
        put(form, "doubtful", 200)
    return out


def _dual_nouns() -> dict[str, NumeralWord]:
    nouns = read_yaml(files(__package__) / "duals.yaml", dict[str, list[str]])
    if set(nouns) != {"persons", "before_noun", "things", "nominative", "time", "never"}:
        raise CodebookError(
            "must hold persons, before_noun, things, nominative, time and never", where="numerals/duals.yaml"
        )
    out: dict[str, NumeralWord] = {}
    never = set(map(fold, nouns.pop("never")))
    for group, singulars in nouns.items():
        for singular in singulars:
            for ending in _dual_endings(group, singular):
                form = fold(dual(singular, ending))
                if form in never:
                    continue
                # The article here says whether the noun still counts with it.
                out[form] = NumeralWord("counted", 2, word=form, article=group == "persons")
    return out


@cache
def pairs_of_things() -> frozenset[str]:
    """Every dual of a thing, folded, without proclitics: بلدتي, هجومين."""
    nouns = read_yaml(files(__package__) / "duals.yaml", dict[str, list[str]])
    return frozenset(
        fold(dual(thing, ending)) for thing in nouns["things"] for ending in _dual_endings("things", thing)
    )


def _dual_endings(group: str, singular: str) -> tuple[str, ...]:
    """The endings whose form is only ever the dual; before another noun it loses its ن (بندقيتي صيد)."""
    if group == "nominative":
        return ("ان",)
    if group == "before_noun":
        return ("ي",)
    return ("ان", "ين", "ا", "ي") if singular.endswith("ة") and group != "time" else ("ان", "ين")


def dual(singular: str, ending: str) -> str:
    """The dual of a noun in ordinary spelling: ``ending`` is ان or ين, or ا or ي before another noun.

    >>> dual("عملية", "ين"), dual("مستشفى", "ان"), dual("جندي", "ين")
    ('عمليتين', 'مستشفيان', 'جنديين')
    """
    if singular.endswith("ة"):
        return singular[:-1] + "ت" + ending
    if singular.endswith("ى"):
        return singular[:-1] + "ي" + ending
    if singular in ("قاض", "محام"):
        return singular + "ي" + ending
    if singular == "أخ":
        return "أخو" + ending
    return singular + ending


@lru_cache(maxsize=8192)
def numeral_word(form: str) -> NumeralWord | None:
    """What part of a numeral a folded token is, without proclitics and article; None for other words.

    >>> numeral_word("والعشرين").value
    20
    """
    words, unmeant = numeral_words(), lists().not_numerals
    for lead, rest in splits(form):
        if rest in unmeant:
            return None
        if "س" in lead:
            continue
        if entry := words.get(rest):
            return NumeralWord(entry.kind, entry.value, lead, False, rest)
        stem = bare(rest)
        if stem != rest and (entry := words.get(stem)):
            if entry.kind == "counted" and not entry.article:
                continue
            return NumeralWord(entry.kind, entry.value, lead, True, stem)
    return None
