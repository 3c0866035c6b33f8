"""Reading and extracting joined: a file in, what its reports say out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .errors import ReadingError
from .records import Claim, Mention, Report

_COLLECT_AFTER = 50_000


@dataclass(frozen=True, slots=True)
class Processed:
    """A report, the bytes it was read from, and what was found in it."""

    report: Report
    original: bytes
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


def settle() -> None:
    """Load the word lists, set them apart from what Python's collector looks through, and let it look less often.

    They live as long as the process, and what a report leaves behind holds hardly any cycles: looking for them after every 700
    objects costs about a twentieth of a long run.
    """
    extracted(Report(id="", source="", sha256="", text="قال مصدر إن ثلاثة أشخاص قتلوا في بغداد في 3 مايو 2020."))
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)


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
