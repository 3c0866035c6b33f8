"""By when a forecast is to come true: the days that its words give, else by a named rule of horizons.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, PositiveInt

from marsad.codebook.yaml_file import read_yaml
from marsad.languages.arabic import find_numbers
from marsad.languages.arabic.dates.calendars import plus_days, plus_months
from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.words import Words
from marsad.records import DateRange

from .phrases import Phrases
from .types import Horizon

Unit = Literal["hour", "day", "week", "month", "year", "decade"]
_DAYS: dict[Unit, int] = {"day": 1, "week": 7}
_MONTHS: dict[Unit, int] = {"month": 1, "year": 12, "decade": 120}
# A length stands so many words after خلال at most: خلال الأشهر الستة المقبلة.
_REACH = 4


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class UnitWords(_Shape):
    """A unit of time: one of it, two, and three to ten."""

    unit: Unit
    one: tuple[str, ...]
    two: tuple[str, ...]
    many: tuple[str, ...]


class VagueRule(_Shape):
    """A length given to vague words."""

    name: str
    months: PositiveInt
    phrases: tuple[str, ...] = ()


class HorizonRules(_Shape):
    """The rules of horizons.yaml."""

    unknown: VagueRule
    within: tuple[str, ...]
    past: tuple[str, ...]
    coming: tuple[str, ...]
    few: tuple[str, ...]
    several: PositiveInt
    least: PositiveInt
    units: tuple[UnitWords, ...]
    vague: tuple[VagueRule, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    rules: HorizonRules
    within: frozenset[str]
    past: frozenset[str]
    coming: frozenset[str]
    few: frozenset[str]
    units: dict[str, tuple[Unit, int | None]]
    vague: Phrases[VagueRule]


@cache
def horizon_rules() -> HorizonRules:
    """Read once; CodebookError where the file misses a rule or holds an unknown one."""
    return read_yaml(files(__package__) / "horizons.yaml", HorizonRules)


@cache
def _index() -> _Index:
    rules = horizon_rules()
    units: dict[str, tuple[Unit, int | None]] = {}
    for entry in rules.units:
        for count, names in ((1, entry.one), (2, entry.two), (None, entry.many)):
            for name in map(fold, names):
                units[name] = units["ال" + name] = (entry.unit, count)
    vague = Phrases([(p, rule) for rule in rules.vague for p in rule.phrases], bare=True)
    return _Index(
        rules, _folded(rules.within), _folded(rules.past), _folded(rules.coming), _folded(rules.few), units, vague
    )


def horizon_of(words: Words, first: int, last: int, told: DateRange | None, published: date) -> Horizon:
    """The horizon of what is forecast in the words ``first`` up to, not including, ``last``, counted from ``published``.

    ``told`` are the days that the claim gives; where they leave the end open ("the coming months") or are missing, the words
    of the forecast are asked, then those of its sentence, and then the rule for what has no horizon is taken.
    """
    after = published + timedelta(days=1)
    if told is not None and told.latest is not None and told.latest > published:
        earliest = max(told.earliest or after, after)
        few = not _index().few.isdisjoint(fold(told.text or "").split())
        rule = f"few-{_index().rules.least}" if few else "stated"
        return Horizon(earliest=earliest, latest=told.latest, inferred_by=rule, words=told.text)
    sentence = words.sentence_of(first)
    for low, high in ((first, last), (sentence.first, sentence.last)):
        if (found := _length(words, low, high, after)) is not None:
            return found
    unknown = _index().rules.unknown
    return Horizon(earliest=after, latest=_end(after, "month", unknown.months), inferred_by=unknown.name)


def _length(words: Words, first: int, last: int, after: date) -> Horizon | None:
    """A length of time in a range of words: so many of a unit, several of it, or vague words."""
    index, forms = _index(), words.forms
    for word in range(first, last):
        known = index.units.get(forms[word]) or index.units.get(forms[word][1:] if forms[word][0] in "وفبل" else "")
        if known is None:
            continue
        unit, count = known
        around = forms[max(first, word - _REACH) : word]
        behind = forms[word + 1 : min(word + _REACH, last)]
        if not index.past.isdisjoint(behind):
            continue
        coming = not index.coming.isdisjoint(behind)
        if not coming and index.within.isdisjoint(form.lstrip("و") for form in around):
            continue
        rule = "stated"
        if count is None:
            low, high = max(first, word - 2), min(word + 3, last)
            numbers = find_numbers(words.text[words.starts[low] : words.ends[high - 1]])
            exact = next((n.high for n in numbers if n.high), None)
            few = not index.few.isdisjoint((*around, *behind))
            count = int(exact) if exact else index.rules.least if few else index.rules.several
            rule = "stated" if exact else f"{'few' if few else 'several'}-{count}-{unit}s"
        said = words.quote(word, min(word + 2, last) if coming else word + 1)[2]
        return Horizon(earliest=after, latest=_end(after, unit, count), inferred_by=rule, words=said)
    vague = next(index.vague.find(forms, first, last), None)
    if vague is None:
        return None
    word, end, length = vague
    latest = _end(after, "month", length.months)
    return Horizon(earliest=after, latest=latest, inferred_by=length.name, words=words.quote(word, end)[2])


def _end(after: date, unit: Unit, count: int) -> date:
    """The last day of ``count`` units that begin on the day ``after``; hours last until the day in which they end is over."""
    if unit == "hour":
        return after + timedelta(days=count // 24)
    if unit in _DAYS:
        return plus_days(after, _DAYS[unit] * count - 1)
    return plus_days(plus_months(after, _MONTHS[unit] * count), -1)


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))
