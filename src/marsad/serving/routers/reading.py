"""Reading what is pasted or dropped; storing it where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Body, Query

from ..access import CODER, READER, Served, Touched
from ..answers.reading import read_file, read_text
from ..models.reports import ReadAnswer, TextToRead

router = APIRouter(tags=["reading"])

FileName = Annotated[str, Query(min_length=1, max_length=300, description="The file's name, for the record.")]
Content = Annotated[bytes, Body(media_type="application/octet-stream")]


@router.post("/read", dependencies=[READER])
def read(text: TextToRead) -> ReadAnswer:
    """What a text says, sentence by sentence; nothing is stored."""
    return read_text(text, None)


@router.post("/read/file", dependencies=[READER])
def read_dropped(name: FileName, content: Content, model: bool = True) -> ReadAnswer:
    """What the reports in a file say; nothing is stored."""
    return read_file(name, content, model, None)


@router.post("/reports", status_code=201, dependencies=[CODER])
def add(served: Served, touched: Touched, text: TextToRead) -> ReadAnswer:
    """Read a text, store it, and put it into events."""
    return _told(read_text(text, served), touched)


@router.post("/reports/file", status_code=201, dependencies=[CODER])
def add_dropped(served: Served, touched: Touched, name: FileName, content: Content, model: bool = True) -> ReadAnswer:
    """Read the reports in a file, store them, and put them into events."""
    return _told(read_file(name, content, model, served), touched)


def _told(answer: ReadAnswer, touched: Callable[[str], None]) -> ReadAnswer:
    for one in answer.reports:
        touched(f"report {one.report.id}")
    return answer
