"""Reading told while it goes on: what is there, how far the reader is, then the claims sentence by sentence.

The learned reader goes through a text in order, a few sentences at a time, and that takes nearly all of the time.  Who speaks,
what a pronoun stands for and which numbers belong together is settled over the whole text: claims come when all of it is read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pydantic import BaseModel

from marsad.errors import ReadingError, TooLargeError
from marsad.extracting import Looked, look_along, tell
from marsad.languages.arabic.words import cut
from marsad.reading import originals_in
from marsad.records import Claim, Report
from marsad.storing import StoreConflictError

from ..models.reports import Refused, ReportRead, ReportSeen, SentencesRead, SentenceTold, Step, StreamEnded
from ..served import ServedStore
from .places import place_names
from .reading import READING

MOST = 50  # reports of one file looked at before anything is stored: more are for `marsad add`


def read_along(source: str, content: bytes, model: bool, served: ServedStore) -> Iterator[Step]:
    """The steps of reading what ``content`` holds; nothing is stored.  Whoever stops early leaves nothing under way."""
    reports = refused = 0
    for found in originals_in(content, source):
        if reports == MOST:
            remedy = "`marsad add` takes files of any number"
            found = TooLargeError(f"more than {MOST} reports in one file", where=source, remedy=remedy)
        if isinstance(found, ReadingError):
            refused += 1
            yield _refused(source, found)
        else:
            reports += 1
            yield from _report(found[0], model, served)
        if refused and reports == MOST:
            break
    yield StreamEnded(reports=reports, refused=refused)


def as_events(steps: Iterator[BaseModel]) -> Iterator[str]:
    """Steps as server-sent events, each an event without a name.

    https://html.spec.whatwg.org/multipage/server-sent-events.html
    """
    for step in steps:
        yield f"data: {step.model_dump_json()}\n\n"


def _report(report: Report, model: bool, served: ServedStore) -> Iterator[Step]:
    words = cut(report.text)
    spans = [words.quote(one.first, one.last)[:2] for one in words.sentences]
    try:
        stored = served.store.holds(report)
    except StoreConflictError as error:
        yield Refused(source=report.source, code=error.code, detail=error.what, remedy=error.remedy)
        return
    yield ReportSeen(report=report, sentences=spans, stored=stored)
    reading = look_along(report, words, model=model)
    while True:
        # Held for some sentences at a time: between two steps nobody may be there any more to take the next one.
        with READING:
            try:
                sentences = next(reading)
            except StopIteration as ended:
                looked: Looked = ended.value
                break
        yield SentencesRead(report=report.id, sentences=sentences)
    claims = tell(looked).claims
    for number, some in enumerate(_by_sentence(spans, claims)):
        names = place_names(claim.place for claim in some)
        yield SentenceTold(report=report.id, sentence=number, claims=some, place_names=names)
    yield ReportRead(report=report.id, claims=len(claims))


def _by_sentence(spans: list[tuple[int, int]], claims: tuple[Claim, ...]) -> list[list[Claim]]:
    """For each sentence the claims that begin in it, or between it and the next."""
    found: list[list[Claim]] = [[] for _ in spans]
    starts = [start for start, _ in spans]
    for claim in claims:
        found[max(0, bisect_right(starts, claim.start) - 1)].append(claim)
    return found


def _refused(source: str, error: ReadingError) -> Refused:
    return Refused(source=source, code=error.code, detail=error.what, remedy=error.remedy)
