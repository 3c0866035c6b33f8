"""Reconciliation of actors and places for OpenRefine: Reconciliation Service API 0.2 of the W3C community group.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/ ; JSONP is left out: it would let any page read.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi import Query as InQuery
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool

from ..access import READER, Served
from ..answers.reconciling import NAMED, entities
from ..errors import BadQueriesError
from ..served import ServedStore

router = APIRouter(prefix="/reconcile", tags=["reconciliation"])

Noun = Literal["actors", "places"]


class _Query(BaseModel):
    model_config = ConfigDict(extra="ignore")
    query: Annotated[str, Field(min_length=1, max_length=500)]
    type: str | list[str] | None = None
    limit: Annotated[int, Field(ge=1, le=50)] = 5


_QUERIES = TypeAdapter(Annotated[dict[Annotated[str, Field(max_length=100)], _Query], Field(max_length=100)])


@router.get("/{noun}")
def manifest(
    request: Request, served: Served, noun: Noun, queries: Annotated[str | None, InQuery(max_length=20_000)] = None
) -> dict[str, Any]:
    """What the service is; with `queries`, the answers to them."""
    if queries is not None:
        return _answers(served, noun, queries)
    home = str(request.base_url).rstrip("/")
    view = "/actors/{{id}}" if noun == "actors" else "/places/{{id}}"
    return {
        "versions": ["0.1", "0.2"],
        "name": f"Marsad: {noun}",
        "identifierSpace": f"{home}/{noun}/",
        "schemaSpace": f"{home}/api/v1/codebook#mentions",
        "defaultTypes": [{"id": code, "name": name} for code, name in NAMED[noun].items()],
        "view": {"url": f"{home}{view}"},
        "batchSize": 50,
    }


@router.post("/{noun}", dependencies=[READER])
async def reconcile(request: Request, served: Served, noun: Noun) -> dict[str, Any]:
    """The candidates for each of the `queries`, a JSON object in a form's field of this name."""
    form = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=20)
    if "queries" not in form:
        raise BadQueriesError("the form has no field of this name", where="queries")
    return await run_in_threadpool(_answers, served, noun, form["queries"][0])


def _answers(served: ServedStore, noun: Noun, queries: str) -> dict[str, Any]:
    try:
        asked = _QUERIES.validate_python(json.loads(queries))
    except (ValidationError, ValueError, RecursionError) as error:
        raise BadQueriesError("not a JSON object of queries", where="queries") from error
    return {name: {"result": entities(served, noun, one.query, one.limit, _kinds(one))} for name, one in asked.items()}


def _kinds(query: _Query) -> set[str]:
    return {query.type} if isinstance(query.type, str) else set(query.type or ())
