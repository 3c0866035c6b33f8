"""The shapes of the codebook: what a term, an event type, a measure, a relation and a weapon are made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

V = TypeVar("V")

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ArabicText = Annotated[Text, StringConstraints(pattern="[\u0621-\u064a]")]
EnglishText = Annotated[Text, StringConstraints(pattern="^[^\u0600-\u06ff]*[A-Za-z][^\u0600-\u06ff]*$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 /-]*$")]
Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]
SectorGroup = Literal["state", "state-armed", "armed", "criminal", "political", "society", "international"]


def _by_code(entries: Any) -> Any:
    if not isinstance(entries, list):
        raise ValueError("a list of entries is wanted, each with a code")
    table: dict[Any, Any] = {}
    for number, entry in enumerate(entries, 1):
        code = entry.get("code") if isinstance(entry, dict) else None
        if code is None:
            raise ValueError(f"entry {number} has no code")
        if code in table:
            raise ValueError(f"{code} is defined twice")
        table[code] = entry
    return table


def _frozen(table: Mapping[str, V]) -> Mapping[str, V]:
    return MappingProxyType(dict(table))


Table = Annotated[Mapping[str, V], BeforeValidator(_by_code), AfterValidator(_frozen)]
"""In the file a list of entries with a ``code``, in Python a read-only mapping from code to entry."""


class Shape(BaseModel):
    """Base of all shapes: frozen, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(Shape):
    """What people call it, in both languages."""

    ar: ArabicText
    en: EnglishText


class Term(Shape):
    """A coded value with its name and meaning; the base of most entries."""

    code: Code
    label: Label
    definition: EnglishText


class Example(Shape):
    """An Arabic sentence, written for the codebook, and what it says in English."""

    text: ArabicText
    gloss: EnglishText


class PloverCode(Shape):
    """How a PLOVER coder would write what Marsad writes with a mode of its own."""

    type: Code
    mode: Code | None = None


class Mode(Term):
    """How an event was done; ``origin`` marsad marks a mode that PLOVER lacks, ``plover`` is the way back."""

    origin: Literal["plover", "marsad"] = "plover"
    plover: PloverCode | None = None


class Exclusion(Shape):
    """What does not belong to an event type, and where it goes: a type, a kind of claim, or nowhere."""

    rule: EnglishText
    instead: Code | None


class EventExample(Example):
    """An example of an event type; ``trigger`` are the words that call for it."""

    type: Code
    mode: Code | None = None
    trigger: ArabicText


class EventType(Term):
    """One of PLOVER's sixteen event types."""

    quad: Quad
    include: tuple[EnglishText, ...]
    exclude: tuple[Exclusion, ...]
    modes: Table[Mode] = Field(default_factory=lambda: MappingProxyType({}))
    examples: tuple[EventExample, ...]


class ArabicForms(Shape):
    """A count in Arabic words by the plural categories of Unicode CLDR; ``{n}`` stands for the number."""

    zero: ArabicText
    one: ArabicText
    two: ArabicText
    few: ArabicText
    many: ArabicText
    other: ArabicText


class EnglishForms(Shape):
    """A count in English words by the plural categories of Unicode CLDR; ``{n}`` stands for the number."""

    one: EnglishText
    other: EnglishText


class Forms(Shape):
    """How a count is said in both languages."""

    ar: ArabicForms
    en: EnglishForms


class FigureExample(Example):
    """An example of a figure, with the bounds it gives."""

    measure: Code
    low: int | None
    high: int | None


class Measure(Term):
    """What a figure counts; ``parts`` are measures that sum to it, ``events`` the types it is told of."""

    unit: Code
    events: tuple[Code, ...]
    parts: tuple[Code, ...] = ()
    include: tuple[EnglishText, ...]
    forms: Forms
    example: FigureExample


class Relation(Term):
    """A predicate between two entities, or an entity and an event; ``reverse`` names it from the far side."""

    reverse: Label
    symmetric: bool
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    example: Example


class Assessment(Term):
    """A kind of outlook: what someone thinks of how things stand, go, or should go."""

    example: Example


class CertaintyLevel(Term):
    """How certain a claim is; of several the highest ``rank`` is kept."""

    rank: int


class Weapon(Term):
    """A kind of weapon; ``mode`` is the mode of ASSAULT it gives where nothing else is told."""

    mode: Code


class Sector(Term):
    """What an actor is in society; ``plover`` is PLOVER's code where it differs."""

    group: SectorGroup
    plover: Code | None = None


class Source(Shape):
    """A public codebook that Marsad follows or maps to, as one cites it; ``use`` says what was taken."""

    title: Text
    publisher: Text
    version: Text
    year: int
    use: EnglishText


class Files(Shape):
    """The file of each part of the codebook, relative to the manifest."""

    events: str
    roles: str
    statuses: str
    weapons: str
    sectors: str
    measures: str
    relations: str
    assessments: str
    certainties: str
    mentions: str


class Manifest(Shape):
    """``codebook.yaml``: which codebook this is, and of which files it consists."""

    name: EnglishText
    version: Annotated[str, StringConstraints(pattern=r"^\d{4}\.\d+$")]
    date: date
    files: Files
    crosswalks: tuple[str, ...]
    sources: tuple[Source, ...]
