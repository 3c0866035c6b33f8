"""The words of dates, from ``words.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from ....codebook.yaml_file import read_yaml
from ....errors import CodebookError
from ..clitics import bare, splits
from ..letters import fold
from .nodes import Season, Unit

Words = list[str]
MonthNumber = Annotated[int, Field(ge=1, le=12)]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    months: dict[MonthNumber, Words]
    hijri_months: dict[MonthNumber, Words]
    weak_months: Words
    weakest_months: Words
    weekdays: dict[Annotated[int, Field(ge=0, le=6)], Words]
    units: dict[Unit, dict[str, Words]]
    years_pair: Words
    month_pair: Words
    seasons: dict[Season, Words]
    decades: dict[int, Words]
    days: dict[int, Words]
    next_day: Words
    same_day: Words
    kinds: dict[str, Words]
    about: Words
    today_not_before: Words
    today_not_after: Words
    general_after: Words
    famous: list[tuple[int, int, int]]
    famous_after: Words
    event_after: Words
    prayer: Words
    travel: Words
    year_nouns: Words
    future: Words
    not_future: Words
    not_future_beside: Words


@dataclass(frozen=True, slots=True)
class DateWord:
    """A word or phrase of ``length`` tokens: its ``kind``, its value, and what is written onto it before.

    Values: month (number, hijri, weakness 0-2), weekday 0-6, unit (name, "one", "two" or "many"),
    season, decade, days from today.
    """

    kind: str
    name: str = ""
    number: int = 0
    grade: str = ""
    hijri: bool = False
    length: int = 1
    lead: str = ""
    article: bool = False


@dataclass(frozen=True, slots=True)
class DateWords:
    """All date words by their folded phrase, the greatest phrase length for each first word, and the
    plain lists."""

    phrases: dict[tuple[str, ...], DateWord]
    lengths: dict[str, int]
    about: tuple[str, ...]
    today_not_before: frozenset[str]
    today_not_after: frozenset[str]
    general_after: frozenset[str]
    travel: frozenset[str]
    year_nouns: frozenset[str]
    future: frozenset[str]
    not_future: tuple[str, ...]
    not_future_beside: frozenset[str]
    famous: dict[tuple[int, int], int]
    famous_after: frozenset[str]
    event_after: frozenset[str]
    prayer: frozenset[str]


@cache
def date_words() -> DateWords:
    """The words, folded; CodebookError where the file does not fit or gives one phrase two meanings."""
    raw = read_yaml(files(__package__) / "words.yaml", _File)
    phrases: dict[tuple[str, ...], DateWord] = {}

    def put(forms: Words, kind: str, **what: object) -> None:
        for form in forms:
            phrase = tuple(fold(form).split())
            word = DateWord(kind, length=len(phrase), **what)  # type: ignore[arg-type]
            if phrases.setdefault(phrase, word) != word:
                raise CodebookError(
                    f"{form} has two meanings: {phrases[phrase].kind}, {kind}", where="dates/words.yaml"
                )

    weak, weakest = set(map(fold, raw.weak_months)), set(map(fold, raw.weakest_months))
    for hijri, table in ((False, raw.months), (True, raw.hijri_months)):
        for number, forms in table.items():
            for form in forms:
                grade = "weakest" if fold(form) in weakest else "weak" if fold(form) in weak else ""
                put([form], "month", number=number, hijri=hijri, grade=grade)
    for number, forms in raw.weekdays.items():
        put(forms, "weekday", number=number)
    for unit, grades in raw.units.items():
        for grade, forms in grades.items():
            put(forms, "unit", name=unit, grade=grade)
    put(raw.years_pair, "years_pair")
    put(raw.month_pair, "month_pair")
    for season, forms in raw.seasons.items():
        put(forms, "season", name=season)
    for number, forms in raw.decades.items():
        put(forms, "decade", number=number)
    for number, forms in raw.days.items():
        put(forms, "day", number=number)
    put(raw.next_day, "next_day")
    put(raw.same_day, "same_day")
    for kind, forms in raw.kinds.items():
        put(forms, kind)
    lengths: dict[str, int] = {}
    for phrase in phrases:
        lengths[phrase[0]] = max(lengths.get(phrase[0], 0), len(phrase))
    return DateWords(
        phrases,
        lengths,
        about=tuple(map(fold, raw.about)),
        today_not_before=frozenset(map(fold, raw.today_not_before)),
        today_not_after=frozenset(map(fold, raw.today_not_after)),
        general_after=frozenset(map(fold, raw.general_after)),
        travel=frozenset(map(fold, raw.travel)),
        year_nouns=frozenset(map(fold, raw.year_nouns)),
        future=frozenset(map(fold, raw.future)),
        not_future_beside=frozenset(map(fold, raw.not_future_beside)),
        not_future=tuple(map(fold, raw.not_future)),
        famous={(month, day): year for month, day, year in raw.famous},
        famous_after=frozenset(map(fold, raw.famous_after)),
        event_after=frozenset(map(fold, raw.event_after)),
        prayer=frozenset(map(fold, raw.prayer)),
    )


@lru_cache(maxsize=8192)
def first_words(form: str) -> tuple[tuple[str, str, bool, int], ...]:
    """Ways to read a folded token as the first word of a date phrase: (proclitics, word, article,
    longest phrase)."""
    lengths = date_words().lengths
    out: list[tuple[str, str, bool, int]] = []
    for lead, rest in splits(form):
        if "س" in lead:
            continue
        if rest in lengths:
            out.append((lead, rest, False, lengths[rest]))
        stem = bare(rest)
        if stem != rest and stem in lengths:
            out.append((lead, stem, True, lengths[stem]))
    return tuple(out)
