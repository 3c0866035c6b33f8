"""Reading and extracting joined: a file in, what its reports say out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .errors import ReadingError
from .records import Claim, Mention, Report


@dataclass(frozen=True, slots=True)
class Processed:
    """A report, the bytes it was read from, and what was found in it."""

    report: Report
    original: bytes
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


def process(path: Path) -> Iterator[Processed | ReadingError]:
    """What the reports of the file at ``path`` say, one by one; a refusal comes as an error in its place."""
    from .reading import read_originals

    for found in read_originals(path):
        if isinstance(found, ReadingError):
            yield found
        else:
            report, original = found
            yield Processed(report, original, *extracted(report))


def extracted(report: Report) -> tuple[tuple[Mention, ...], tuple[Claim, ...]]:
    """The mentions and claims of a report."""
    from .extracting import extract

    found = extract(report)
    return found.mentions, found.claims
