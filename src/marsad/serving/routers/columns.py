"""All events as columns of numbers, for counting in the browser."""

from __future__ import annotations

import gzip
from typing import Any

from fastapi import APIRouter, Request, Response

from ..access import Served
from ..answers.columns import packed_columns

router = APIRouter(tags=["counts"])

_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file; docs/api.md has its form.", "content": {"application/octet-stream": {}}}
}


@router.get("/columns", response_class=Response, responses=_FILE)
def columns(served: Served, request: Request) -> Response:
    """What counting looks at of every event of now, in one file: its days, place, type, figures, actors and the like."""
    body = packed_columns(served)
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    else:
        body = gzip.decompress(body)
    return Response(body, media_type="application/octet-stream", headers=headers)
