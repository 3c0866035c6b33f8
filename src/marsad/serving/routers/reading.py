"""Reading what is pasted or dropped; storing it where that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query
from starlette.responses import StreamingResponse

from ..access import CODER, READER, Served, Touched
from ..answers.reading import PASTED, read_file, read_text, record_of, source_of
from ..answers.reading_along import as_events, read_along
from ..models.reports import ReadAnswer, Step, TextToRead

router = APIRouter(tags=["reading"])

FileName = Annotated[str, Query(min_length=1, max_length=300, description="The file's name, for the record.")]
Content = Annotated[bytes, Body(media_type="application/octet-stream")]

_STREAM: dict[int | str, dict[str, Any]] = {
    200: {"model": Step, "description": "Server-sent events, each a step.", "content": {"text/event-stream": {}}}
}


@router.post("/read", dependencies=[READER])
def read(text: TextToRead) -> ReadAnswer:
    """What a text says, sentence by sentence; nothing is stored."""
    return read_text(text, None)


@router.post("/read/along", dependencies=[READER], response_class=StreamingResponse, responses=_STREAM)
def read_and_tell(served: Served, text: TextToRead) -> StreamingResponse:
    """What a text says, told while it is read; nothing is stored."""
    return _stream(read_along(PASTED, record_of(text), text.model, served))


@router.post("/read/file", dependencies=[READER])
def read_dropped(name: FileName, content: Content, model: bool = True) -> ReadAnswer:
    """What the reports in a file say; nothing is stored."""
    return read_file(name, content, model, None)


@router.post("/read/file/along", dependencies=[READER], response_class=StreamingResponse, responses=_STREAM)
def read_dropped_and_tell(served: Served, name: FileName, content: Content, model: bool = True) -> StreamingResponse:
    """What the reports in a file say, told while they are read; nothing is stored."""
    return _stream(read_along(source_of(name), content, model, served))


@router.post("/reports", status_code=201, dependencies=[CODER])
def add(served: Served, touched: Touched, text: TextToRead) -> ReadAnswer:
    """Read a text, store it, and put it into events."""
    return _told(read_text(text, served), touched)


@router.post("/reports/file", status_code=201, dependencies=[CODER])
def add_dropped(served: Served, touched: Touched, name: FileName, content: Content, model: bool = True) -> ReadAnswer:
    """Read the reports in a file, store them, and put them into events."""
    return _told(read_file(name, content, model, served), touched)


def _stream(steps: Iterator[Step]) -> StreamingResponse:
    # Of this kind nothing is compressed on the way, which would hold steps back.
    return StreamingResponse(as_events(steps), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


def _told(answer: ReadAnswer, touched: Callable[[str], None]) -> ReadAnswer:
    for one in answer.reports:
        touched(f"report {one.report.id}")
    return answer
