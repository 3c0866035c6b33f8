"""Texts and files read as the command line reads them, and what they say sentence by sentence."""

from __future__ import annotations

import json
import re
from threading import Lock

from marsad.errors import ReadingError
from marsad.languages.arabic.words import cut
from marsad.pipeline import Processed, processed
from marsad.reading import originals_in
from marsad.records import Claim, Report
from marsad.storing import StoreConflictError
from marsad.storing.events import bring_up_to_date

from ..models.reports import ReadAnswer, ReadReport, ReadSentence, Refusal, TextToRead
from ..served import ServedStore

READING = Lock()  # the model takes all cores: one text after the other is sooner done
PASTED = "pasted"


def read_text(text: TextToRead, store: ServedStore | None) -> ReadAnswer:
    """What a text says; kept in ``store`` where there is one."""
    return _read(PASTED, record_of(text), text.model, store)


def record_of(text: TextToRead) -> bytes:
    """A pasted text as the record of JSON Lines that it is kept as."""
    given = {
        "text": text.text,
        "title": text.title,
        "outlet": text.outlet,
        "published": text.published.isoformat() if text.published else None,
    }
    return json.dumps({name: value for name, value in given.items() if value is not None}).encode()


def read_file(name: str, content: bytes, model: bool, store: ServedStore | None) -> ReadAnswer:
    """What the reports in a file say, by its bytes; kept in ``store`` where there is one."""
    return _read(source_of(name), content, model, store)


def source_of(name: str) -> str:
    """The last part of a file's name, kept as its reports' source: it names no place and nothing is opened by it."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r"[\x00-\x1f\x7f]", "", last).strip(". ") or "file"


def _read(source: str, content: bytes, model: bool, store: ServedStore | None) -> ReadAnswer:
    answer = ReadAnswer(reports=[], refused=[])
    with READING:
        for one in processed(originals_in(content, source), model):
            if isinstance(one, ReadingError):
                answer.refused.append(Refusal(source=source, code=one.code, detail=one.what))
            else:
                answer.reports.append(_answer(one))
                if store:
                    _keep(store, one, answer)
    return answer


def _keep(served: ServedStore, one: Processed, answer: ReadAnswer) -> None:
    """Store a report and put it into events; one stored before is left as it is."""
    store = served.store
    try:
        if not store.holds(one.report):
            run = store.begin_run([one.report.source])
            store.add(one.report, one.original, one.mentions, one.claims, run)
        answer.reports[-1].stored = True
        bring_up_to_date(store)
    except StoreConflictError as error:
        answer.refused.append(Refusal(source=one.report.source, code=error.code, detail=error.what))


def _answer(one: Processed) -> ReadReport:
    return ReadReport(
        report=one.report,
        mentions=list(one.mentions),
        claims=list(one.claims),
        sentences=_sentences(one.report, one.claims),
    )


def _sentences(report: Report, claims: tuple[Claim, ...]) -> list[ReadSentence]:
    words = cut(report.text)
    spans = [words.quote(one.first, one.last)[:2] for one in words.sentences]
    return [
        ReadSentence(start=start, end=end, claims=[c.id for c in claims if c.start < end and c.end > start])
        for start, end in spans
    ]
