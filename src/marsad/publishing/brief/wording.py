"""What a brief says in each language, from ar.yaml and en.yaml: both must have every string."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from marsad.codebook.yaml_file import read_yaml
from marsad.merging.contradictions import Kind
from marsad.merging.forecasts import Unscorable
from marsad.records import Direction

from .types import Language, Run

_SLOT = re.compile(r"\{(\w+)\}")
# The plural categories of Unicode CLDR for Arabic and for English.
_CATEGORIES = ({"zero", "one", "two", "few", "many", "other"}, {"one", "other"})
Runs = str | Run | Sequence[Run]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Period(_Shape):
    """Which time the brief covers."""

    both: str
    since: str
    until: str
    open: str


class Toll(_Shape):
    """A figure, its bounds told or open."""

    exact: str
    range: str
    least: str
    most: str


class Parts(_Shape):
    """What is added to a sentence on an event, where it is known."""

    status: str
    agent: str
    claimant: str
    target: str
    toll: str


class Verdicts(_Shape):
    """What came of a forecast."""

    came_true: str
    failed: str
    open: str


class Wording(_Shape):
    """The strings of one language; {slots} are filled by :func:`fill`."""

    title: str
    everywhere: str
    period: Period
    rule: str
    scale: str
    notes: str
    sections: dict[Literal["events", "incidents", "actors", "disputes", "forecasts"], str]
    counts: dict[Literal["events", "reports", "forecasts"], dict[str, str]]
    summary: str
    by_type: str
    by_type_with_toll: str
    unfulfilled: str
    toll: Toll
    incident: str
    parts: Parts
    unknown_day: str
    unknown_place: str
    between: str
    since_day: str
    until_day: str
    actor: str
    actor_hit: str
    dispute: str
    against: str
    quote: str
    author_unknown: str
    forecast: str
    forecast_negated: str
    vague: str
    ways: dict[Direction, str]
    verdicts: Verdicts
    unscorable: dict[Unscorable, str]
    disputes: dict[str, str]
    page: str
    and_: str
    comma: str

    @model_validator(mode="before")
    @classmethod
    def _rename(cls, raw: dict[str, object]) -> dict[str, object]:
        """``and`` is no name in Python."""
        return {"and_" if name == "and" else name: value for name, value in raw.items()}

    @model_validator(mode="after")
    def _complete(self) -> Wording:
        wanted = {
            "sections": ("events", "incidents", "actors", "disputes", "forecasts"),
            "counts": ("events", "reports", "forecasts"),
            "ways": get_args(Direction),
            "unscorable": get_args(Unscorable),
            "disputes": (*get_args(Kind), "other"),
        }
        for name, keys in wanted.items():
            if missing := [key for key in keys if key not in getattr(self, name)]:
                raise ValueError(f"{name} lacks {', '.join(missing)}")
        for noun, forms in self.counts.items():
            if forms.keys() not in _CATEGORIES:
                raise ValueError(
                    f"the forms of {noun} are {', '.join(forms)}: not the plural categories of any language here"
                )
        return self


@cache
def wording(language: Language) -> Wording:
    """The strings of a language; CodebookError where one is missing or unknown."""
    return read_yaml(files(__package__) / f"{language}.yaml", Wording)


def fill(template: str, **values: Runs) -> tuple[Run, ...]:
    """The template with its {slots} filled; text in one direction stays in one run."""
    return merged(_filled(template, values))


def merged(runs: Iterator[Run] | Sequence[Run]) -> tuple[Run, ...]:
    """The same with neighbouring runs that are not foreign put together, and empty ones left out."""
    out: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if out and not run.foreign and not out[-1].foreign:
            out[-1] = Run(out[-1].text + run.text)
        else:
            out.append(run)
    return tuple(out)


def _filled(template: str, values: dict[str, Runs]) -> Iterator[Run]:
    for at, piece in enumerate(_SLOT.split(template)):
        if at % 2 == 0:
            yield Run(piece)
            continue
        value = values[piece]
        if isinstance(value, str):
            yield Run(value)
        elif isinstance(value, Run):
            yield value
        else:
            yield from value
