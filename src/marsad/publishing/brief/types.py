"""What a brief is made of: sentences, each with the claims it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from marsad.merging.forecasts import Score
from marsad.records import Claim, Event, Report

Language = Literal["ar", "en"]
Digits = Literal["arab", "latn"]
Told = tuple[Claim, Report]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a sentence; a ``foreign`` one (a name, a quotation) keeps the direction of its own script."""

    text: str
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A claim that a sentence rests on, its day as it is to be shown, and its words as they stand in the report."""

    claim: str
    report: str
    outlet: str | None
    day: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said, and by which claims, at least one."""

    runs: tuple[Run, ...]
    sources: tuple[Source, ...]

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError(f"no claim is given for {''.join(run.text for run in self.runs)!r}")


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a heading."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief in one language; ``facts`` say what it covers and by which rules, and state nothing of what happened."""

    language: Language
    digits: Digits
    title: tuple[Run, ...]
    facts: tuple[tuple[Run, ...], ...]
    notes_title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that do not go together; ``kind`` as in :mod:`marsad.merging.contradictions`."""

    kind: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a brief is written from: ``events`` with the claims they are put together from, in order of time.

    ``country`` is ISO 3166 alpha-2, ``subject`` a name of what else was asked for; ``since`` and ``until`` may be open.
    """

    events: tuple[tuple[Event, tuple[Told, ...]], ...]
    disputes: tuple[Dispute, ...] = ()
    scores: tuple[Score, ...] = ()
    country: str | None = None
    subject: str | None = None
    since: date | None = None
    until: date | None = None
