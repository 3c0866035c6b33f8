"""Reports and claims made for the tests of the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from marsad.records import (
    Claim,
    DateRange,
    EventBody,
    FigureBody,
    Mention,
    Place,
    Report,
    Role,
    Span,
    Speaker,
)
from marsad.storing import Store

AMBUSH = "قُتل خمسة جنود في كمين قرب بلدة تيساليت شمالي مالي. وقال المتحدث إن الحرب على الإرهاب مستمرة."
TRIAL = "أدانت محكمة في بلدة سبيك رجلين بالانتماء إلى تنظيم القاعدة. ولم يُعلن عن ضحايا."


@dataclass(frozen=True)
class Sample:
    report: Report
    original: bytes
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]

    def add_to(self, store: Store, run: int = 1) -> bool:
        return store.add(self.report, self.original, self.mentions, self.claims, run)


def sample(
    text: str,
    *,
    trigger: str,
    place: str,
    country: str,
    target: str,
    type_: str = "ASSAULT",
    low: int | None = None,
    day: date = date(2021, 5, 9),
    speaker: str | None = None,
    id_: str | None = None,
) -> Sample:
    """A report with one event, and one figure where ``low`` is given."""
    report = _report(text, day, id_)
    quoted, start, end = _cut(text, trigger)
    event = Claim(
        id=f"{report.id}-event",
        report=report.id,
        kind="event",
        start=start,
        end=end,
        text=quoted,
        certainty="reported" if speaker else "asserted",
        voice=(Speaker(*_cut(text, speaker)),) if speaker else (),
        date=DateRange(earliest=day, latest=day, precision="day"),
        place=Place(*_cut(text, place), country=country, precision="town"),
        event=EventBody(
            type=type_,
            trigger=Span(*_cut(text, trigger)),
            roles=(Role(*_cut(text, target), role="target"),),
        ),
    )
    claims = (event,) if low is None else (event, _killed(report, event, target, low))
    quoted, start, end = _cut(text, place)
    mention = Mention(report=report.id, start=start, end=end, text=quoted, type="place", country=country)
    return Sample(report, text.encode(), (mention,), claims)


def _report(text: str, day: date, id_: str | None) -> Report:
    digest = sha256(text.encode()).hexdigest()
    return Report(
        id=id_ or "r" + digest[:16],
        source=f"{digest[:6]}.txt",
        sha256=digest,
        text=text,
        title="عن الأحداث",
        outlet="جريدة المساء",
        published=day,
    )


def _killed(report: Report, event: Claim, target: str, low: int) -> Claim:
    """The claim that so many of ``target`` were killed in ``event``."""
    quoted, start, end = _cut(report.text, target)
    return Claim(
        id=f"{report.id}-figure",
        report=report.id,
        kind="figure",
        start=start,
        end=end,
        text=quoted,
        figure=FigureBody(measure="killed", low=low, high=low, of=target, event=event.id),
    )


def _cut(text: str, words: str) -> tuple[str, int, int]:
    """The first place of ``words`` in ``text``, as claims and mentions hold it."""
    at = text.index(words)
    return words, at, at + len(words)


def ambush() -> Sample:
    return sample(AMBUSH, trigger="كمين", place="تيساليت", country="ML", target="خمسة جنود", low=5, speaker="المتحدث")


def trial() -> Sample:
    return sample(
        TRIAL,
        trigger="أدانت",
        place="سبيك",
        country="SN",
        target="رجلين",
        type_="COERCE",
        day=date(2022, 1, 31),
    )


def many(count: int) -> Iterator[Sample]:
    for number in range(count):
        text = f"{AMBUSH} النشرة {number}"
        yield sample(text, trigger="كمين", place="تيساليت", country="ML", target="خمسة جنود", low=5)


def before_review(raw: sqlite3.Connection) -> None:
    """Take away what the schema 0006 and later ones added."""
    for table in ("sessions", "accounts", "audit", "effects", "judgements", "assignments", "codebooks", "kept"):
        raw.execute(f"drop table {table}")
    for index in (
        "ix_decisions_ruled",
        "ix_claims_kind_country",
        "ix_claims_kind_probability",
        "ix_claims_unresolved",
        "ix_likenesses_points",
    ):
        raw.execute(f"drop index if exists {index}")
