"""Answers about reports, claims and sentences."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from marsad.records import Claim, Mention, Report

from .shared import Label, ReportHead


class ClaimItem(BaseModel):
    """A claim with the head of its report, and the event it is put into, if any."""

    claim: Claim
    report: ReportHead
    event: str | None = None
    place_name: Label | None = Field(default=None, description="The place's name in both languages.")


class ReportPage(BaseModel):
    """A report as written, with all that was read in it; ``report.furniture`` are passages that are not the article."""

    report: Report
    mentions: list[Mention]
    claims: list[Claim]
    events: dict[str, str] = Field(
        description="By claim of an event or figure of one, the id of the event it is put into."
    )
    left_out: list[str] = Field(
        default=[], description="The claims that a person left out of all events or corrected, by id, sorted."
    )
    original: str = Field(description="Address of the original bytes.")
    place_names: dict[str, Label] = Field(default={}, description="By id, the places' names in both languages.")


class SentenceHit(BaseModel):
    """A sentence, or a title (without offsets), that answers a search, with the ids of the claims in it."""

    report: ReportHead
    text: str
    start: int | None
    end: int | None
    claims: list[str]
    words: float | None = Field(description="BM25 of its report.")
    meaning: float | None = Field(description="Cosine of the sentence and the query.")
    score: float


class SearchAnswer(BaseModel):
    """Sentences, the best first; ``unindexed`` reports were not searched by meaning yet."""

    hits: list[SentenceHit]
    unindexed: int


class TextToRead(BaseModel):
    """A text to read, with what is known of it."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[str, StringConstraints(min_length=1, max_length=500_000)]
    title: Annotated[str, StringConstraints(max_length=2000)] | None = None
    outlet: Annotated[str, StringConstraints(max_length=500)] | None = None
    published: date | None = None
    model: bool = Field(default=True, description="With the learned reader, or by the grammar alone.")


class ReadSentence(BaseModel):
    """A sentence of a text, in code points, with the claims made in it."""

    start: int
    end: int
    claims: list[str]


class ReadReport(BaseModel):
    """What was read in a text; nothing was stored unless ``stored`` says so."""

    report: Report
    mentions: list[Mention]
    claims: list[Claim]
    sentences: list[ReadSentence]
    stored: bool = False


class Refusal(BaseModel):
    """What could not be read, and why."""

    source: str
    code: str
    detail: str


class ReportSeen(BaseModel):
    """A report is there: its text, and where its sentences are; nothing is read in it yet.

    ``stored``: the store holds a report of this text already, under this id.
    """

    step: Literal["report"] = "report"
    report: Report
    sentences: list[tuple[int, int]] = Field(description="Start and end of each, in code points.")
    stored: bool


class SentencesRead(BaseModel):
    """The learned reader has read this many sentences of the report, from its beginning."""

    step: Literal["read"] = "read"
    report: str
    sentences: int


class SentenceTold(BaseModel):
    """The claims that begin in one sentence of a report."""

    step: Literal["sentence"] = "sentence"
    report: str
    sentence: int = Field(description="Its number, from 0.")
    claims: list[Claim]
    place_names: dict[str, Label] = {}


class ReportRead(BaseModel):
    """All of a report was read."""

    step: Literal["done"] = "done"
    report: str
    claims: int


class Refused(Refusal):
    """A report, or a file, could not be read."""

    step: Literal["refused"] = "refused"
    remedy: str | None = None


class StreamEnded(BaseModel):
    """Nothing follows."""

    step: Literal["end"] = "end"
    reports: int
    refused: int


Step = Annotated[
    ReportSeen | SentencesRead | SentenceTold | ReportRead | Refused | StreamEnded, Field(discriminator="step")
]


class ReadAnswer(BaseModel):
    """The reports found in what was sent; a file may hold several."""

    reports: list[ReadReport]
    refused: list[Refusal]
