"""Review: what is asked of coders, what they answer, and how far they agree."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from marsad.records import Claim, Event, Span
from marsad.reviewing.coding import CodedEvent, CodedFigure, Unit, Verdict

from .decisions import Because, By, Name
from .shared import Reason, ReportHead

Coding = Annotated[CodedEvent | CodedFigure, Field(discriminator="kind")]
Effect = Literal["taken", "waiting", "overruled", "withdrawn", "none"]


class PairOfEvents(BaseModel):
    """Two events that may be one: ``likeness`` is the probability that they are, with what it is made of."""

    one: Event
    other: Event
    sentences: list[str] = Field(description="A sentence of each.")
    reports: list[ReportHead] = Field(description="The report of each sentence.")
    likeness: float | None = Field(description="Null in blind coding.")
    reasons: list[Reason]


class QueueItem(BaseModel):
    """One thing to decide, with what Marsad made of it and why it is asked now.

    An item of the kind ``pair`` has ``pair``; all others have ``claim``, ``report`` and ``sentence``.  ``coded`` are the fields
    as Marsad has them, in the shape in which a correction is sent.
    """

    kind: Unit
    claim: Claim | None = Field(description="Without probability and scores in blind coding.")
    other: str | None = Field(default=None, description="Of a pair: the claim that stands for the second event.")
    id: str = Field(description="What a judgement names as its `claim`: the claim, or the first claim of a pair.")
    report: ReportHead | None
    event: str | None = Field(default=None, description="The event that the claim is put into, if any.")
    sentence: Span | None
    coded: Coding | None
    pair: PairOfEvents | None = None
    blind: bool
    assignment: int | None
    score: float
    reasons: list[Reason]


class Judging(BaseModel):
    """A coder's verdict on a claim, on a pair of events, or on words in which Marsad found nothing.

    ``correct`` and ``missed`` bring all coded fields; ``accept`` needs none, those of the claim count.  ``missed`` names the
    report, all else the claim.  ``adjudicate`` settles what coders disagree on.
    """

    model_config = ConfigDict(extra="forbid")
    verdict: Verdict
    claim: Name | None = None
    other: Name | None = Field(default=None, description="The claim of the second event, where a pair is judged.")
    report: Name | None = Field(default=None, description="The report's id, where something was missed in it.")
    coded: Coding | None = None
    because: Because | None = Field(default=None, description="Needed to reject or adjudicate.")
    by: By | None = Field(default=None, description="Who decides; else the user of the machine that serves.")
    adjudicate: bool = False

    @model_validator(mode="after")
    def _whole(self) -> Judging:
        missed = self.verdict == "missed"
        if missed == (self.claim is not None) or missed == (self.report is None):
            raise ValueError("`missed` names a report, every other verdict a claim")
        if (self.verdict in ("correct", "missed")) != (self.coded is not None) and not self.adjudicate:
            raise ValueError("`correct` and `missed` bring coded fields, other verdicts none")
        if self.other is not None and self.verdict not in ("accept", "reject", "unsure"):
            raise ValueError("a pair of events is accepted, rejected or left unsure")
        if (self.verdict == "reject" or self.adjudicate) and self.because is None:
            raise ValueError("say why: `because`")
        return self


class Withdrawing(BaseModel):
    """Taking back a judgement or an assignment."""

    model_config = ConfigDict(extra="forbid")
    because: Because | None = None
    by: By | None = None


class Judgement(BaseModel):
    """What a coder decided; none is ever changed, one that ``withdraws`` another takes it back.

    ``effect``: ``taken`` it holds, ``waiting`` for another blind coder or an adjudicator, ``overruled`` by a later one or by an
    adjudicator, ``withdrawn``, or ``none`` where a verdict changes nothing.
    """

    number: int
    judged: datetime
    by: str
    kind: Unit
    claim: str
    other: str | None
    report: str
    verdict: Verdict | Literal["withdraw"]
    coded: Coding | None
    because: str | None
    codebook: str = Field(description="Version of the codebook it was made under.")
    blind: bool
    assignment: int | None
    adjudicates: bool
    withdraws: int | None
    effect: Effect
    decision: int | None = Field(description="The decision on events through which it takes effect.")
    became: str | None = Field(description="The claim that a correction or a missed one became.")


class Assigning(BaseModel):
    """Who codes the claims on events in a country between two days; ``blind`` is double coding."""

    model_config = ConfigDict(extra="forbid")
    coder: By
    country: Annotated[str, Field(pattern="^[A-Za-z]{2}$")] | None = None
    since: date
    until: date
    blind: bool = False
    by: By | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Assigning:
        if self.until < self.since:
            raise ValueError("`until` comes before `since`")
        return self


class Assignment(BaseModel):
    """An assignment, and how far its coder has come: ``judged`` of ``claims``."""

    number: int
    made: datetime
    by: str
    coder: str
    country: str | None
    since: date
    until: date
    blind: bool
    withdrawn: bool
    claims: int
    judged: int


class Compared(BaseModel):
    """The judgements on one unit, by their numbers, that a figure of agreement rests on, and whether they differ in it."""

    judgements: list[int]
    differ: bool


class Alpha(BaseModel):
    """Krippendorff's alpha of one field, of all ``coders`` or of two of more: 1 is perfect, 0 what chance gives.  Null with the
    reason in ``because``.

    ``units`` are those that two coders or more gave a value, ``values`` how many values those have in all.
    """

    field: str
    kind: Unit
    level: Literal["nominal", "interval", "ratio"]
    alpha: float | None
    units: int
    values: int
    coders: list[str]
    because: str | None
    behind: list[Compared]


class SpanScore(BaseModel):
    """How far two coders mark the same words for a role: F1, where any overlap counts and where both ends must be the same.

    ``other`` is null where ``one`` is set against what was settled.  ``spans`` are how many each marked.
    """

    role: str
    one: str
    other: str | None
    exact: float | None
    overlap: float | None
    units: int
    spans: tuple[int, int]
    because: str | None
    behind: list[Compared]


class Agreement(BaseModel):
    """How far coders agree on what two of them or more judged each for themselves."""

    alphas: list[Alpha]
    spans: list[SpanScore]


class Disagreement(BaseModel):
    """A unit on which coders differ, with their codings side by side; ``fields`` are those in which they do."""

    kind: Unit
    claim: str
    other: str | None
    report: ReportHead
    sentence: Span
    coded: Coding | None = Field(description="As Marsad has it; null where it found nothing.")
    judgements: list[Judgement]
    fields: list[str]


class CodebookChange(BaseModel):
    """An entry of the codebook that says otherwise now; null where there is none."""

    part: str
    code: str
    before: str | None
    after: str | None


class Recoding(BaseModel):
    """A judgement made under an older codebook, and the entries it rests on that have changed since."""

    judgement: Judgement
    now: str = Field(description="Version of the codebook of now.")
    changes: list[CodebookChange]
