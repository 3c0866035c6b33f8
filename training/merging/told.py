"""Which claims of an article tell of the same event, and which events of several articles are one, as labelled."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marsad.records import Claim

from .labels import LABELS

SEVERAL, NONE = "s", "-"
"""Letters of claims that tell of several events at once, and of none in particular."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article as labelled.

    ``letters`` name the event of a claim, by where its trigger begins and its type, within the article; ``events`` give for a
    letter the event's name across articles, beginning with its region, or None where that cannot be told.
    """

    report: str
    letters: dict[tuple[int, str], str]
    events: dict[str, str | None]

    def letter(self, claim: Claim) -> str | None:
        """The letter of a claim; None where it is not labelled."""
        return self.letters.get((claim.event.trigger.start, claim.event.type)) if claim.event else None

    def own(self, claim: Claim) -> str | None:
        """The letter of a claim that tells of one event in particular, else None."""
        letter = self.letter(claim)
        return None if letter in (SEVERAL, NONE) else letter

    def event(self, claims: Sequence[Claim]) -> str | None:
        """The name of the event that most of ``claims`` tell of, with its type; None where no event is named."""
        own = [letter for claim in claims if (letter := self.own(claim))]
        name = self.events.get(max(sorted(set(own)), key=own.count)) if own else None
        return f"{name} {claims[0].event.type}" if name and claims[0].event else None


def told() -> Iterator[Told]:
    """The labelled articles."""
    for line in (LABELS / "tellings_2015_july.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        letters = {(start, type_): letter for start, type_, letter in row["claims"]}
        yield Told(f"news-{row['article']}", letters, row["events"])


def region(event: str) -> str:
    """The part of the world that an event was labelled in; nothing of one region is compared with another's labels."""
    return event.split("/")[0]
