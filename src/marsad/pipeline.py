"""Reading and extracting joined: a file in, what its reports say out."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .errors import ReadingError
from .records import Claim, Mention, Report

Original = tuple[Report, bytes]  # a report and the bytes it was read from
Item = TypeVar("Item")
Made = TypeVar("Made")

_COLLECT_AFTER = 50_000
# Reports read together: enough for the model to find sentences of like length, few enough for the first to come soon.
TOGETHER = 32
# Groups begun while one is in use: of one alone the cores wait wherever its sentences have all been handed out but the last.
AHEAD = 2
_TEXT = 200_000  # letters read together at most, so that memory is bounded whatever the reports' length


@dataclass(frozen=True, slots=True)
class Processed:
    """A report, the bytes it was read from, and what was found in it."""

    report: Report
    original: bytes
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


def settle(model: bool = True) -> None:
    """Load the word lists and the model, set them apart from what Python's collector looks through, and let it look less often.

    They live as long as the process, and what a report leaves behind holds hardly any cycles: looking for them after every 700
    objects costs about a twentieth of a long run.
    """
    from .extracting import extract

    warm = Report(id="", source="", sha256="", text="قال مصدر إن ثلاثة أشخاص قتلوا في بغداد في 3 مايو 2020.")
    extract(warm, model=model)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)


def process(path: Path, model: bool = True) -> Iterator[Processed | ReadingError]:
    """What the reports of the file at ``path`` say, in order; a refusal comes as an error in its place."""
    from .reading import read_originals

    return processed(read_originals(path), model)


def processed(found: Iterable[Original | ReadingError], model: bool = True) -> Iterator[Processed | ReadingError]:
    """What reports say, in order, refusals in their places; read in groups, some ahead of the one in use."""
    from .extracting import Looked, look, tell

    def looked(group: list[Original | ReadingError]) -> list[Looked]:
        return look([one[0] for one in group if not isinstance(one, ReadingError)], model=model)

    for group, seen in ahead(together(found), looked):
        rest = iter(seen)
        for one in group:
            if isinstance(one, ReadingError):
                yield one
            else:
                told = tell(next(rest))
                yield Processed(*one, told.mentions, told.claims)


def ahead(items: Iterable[Item], work: Callable[[Item], Made]) -> Iterator[tuple[Item, Made]]:
    """Each item with what ``work`` makes of it, in order; the next ``AHEAD`` are worked on in threads while one is in use."""
    threads = ThreadPoolExecutor(AHEAD, thread_name_prefix="ahead")
    waiting: deque[tuple[Item, Future[Made]]] = deque()
    try:
        for item in items:
            waiting.append((item, threads.submit(work, item)))
            if len(waiting) > AHEAD:
                first, made = waiting.popleft()
                yield first, made.result()
        for first, made in waiting:
            yield first, made.result()
    finally:
        # Whoever stops early does not wait for what is under way.
        threads.shutdown(wait=False, cancel_futures=True)


def together(found: Iterable[Original | ReadingError]) -> Iterator[list[Original | ReadingError]]:
    """Reports in groups that are read together, in order, refusals among them."""
    group: list[Original | ReadingError] = []
    letters = 0
    for one in found:
        group.append(one)
        letters += 0 if isinstance(one, ReadingError) else len(one[0].text)
        if len(group) >= TOGETHER or letters >= _TEXT:
            yield group
            group, letters = [], 0
    if group:
        yield group
