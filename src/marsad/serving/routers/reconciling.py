"""Reconciliation of actors and places: Reconciliation Service API 0.2 of the W3C community group.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/ ; CORS is answered to one origin that the server
was told of (`marsad.serving.guards`).  Left out are JSONP, which would let pages of any site read, and flyouts, of which the
specification itself says that they endanger clients.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi import Query as InQuery
from pydantic import TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse

from marsad.storing.store import version

from ..access import READER, Served
from ..answers.previewing import HEIGHT, WIDTH, preview
from ..answers.properties import Noun, properties, thing
from ..answers.reconciling import NAMED, entities
from ..answers.suggesting import suggested_entities, suggested_properties, suggested_types
from ..errors import BadQueriesError, TooManyQueriesError, UnknownError
from ..models.reconciling import BATCH, Extension, Queries
from ..served import ServedStore

router = APIRouter(prefix="/reconcile", tags=["reconciliation"])

Made = TypeVar("Made")
Asked = Annotated[str | None, InQuery(max_length=20_000)]
Typed = Annotated[str, InQuery(max_length=500)]
Skipped = Annotated[int, InQuery(ge=0, le=10_000)]

_QUERIES: TypeAdapter[Any] = TypeAdapter(Queries)
_EXTENSION: TypeAdapter[Extension] = TypeAdapter(Extension)
_FIELDS = 20
_SUGGESTED = {"entity": suggested_entities, "property": suggested_properties, "type": suggested_types}
# The page is text: nothing in it runs or loads, wherever it is shown.
_SHUT = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"}


@router.get("/{noun}")
def manifest(
    request: Request, served: Served, noun: Noun, queries: Asked = None, extend: Asked = None
) -> dict[str, Any]:
    """What the service is; with `queries` the candidates, with `extend` the properties asked for."""
    if queries is not None:
        return _candidates(served, noun, queries)
    if extend is not None:
        return _extension(noun, extend)
    home = str(request.base_url).rstrip("/")
    here = f"{home}/api/v1/reconcile/{noun}"
    return {
        "versions": ["0.1", "0.2"],
        "name": f"Marsad: {noun}",
        "identifierSpace": f"{home}/{noun}/",
        "schemaSpace": f"{home}/api/v1/codebook#mentions",
        "serviceVersion": version(),
        "logo": f"{home}/icon.svg",
        "defaultTypes": [{"id": code, "name": name} for code, name in NAMED[noun].items()],
        "view": {"url": f"{home}/actors/{{{{id}}}}" if noun == "actors" else f"{home}/?place={{{{id}}}}"},
        "batchSize": BATCH,
        "preview": {"url": f"{here}/preview/{{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {one: {"service_url": here, "service_path": f"/suggest/{one}"} for one in _SUGGESTED},
        "extend": {"propose_properties": {"service_url": here, "service_path": "/properties"}, "property_settings": []},
    }


@router.post("/{noun}", dependencies=[READER])
async def reconcile(request: Request, served: Served, noun: Noun) -> dict[str, Any]:
    """The candidates for each of the `queries`, or the properties that `extend` asks for: a JSON object in a form's field."""
    try:
        form = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=_FIELDS)
    except ValueError as error:
        raise BadQueriesError(f"a form of more than {_FIELDS} fields", where="body") from error
    if "queries" in form:
        return await run_in_threadpool(_candidates, served, noun, form["queries"][0])
    if "extend" in form:
        return await run_in_threadpool(_extension, noun, form["extend"][0])
    raise BadQueriesError("the form has neither a field queries nor a field extend", where="body")


@router.get("/{noun}/suggest/{what}")
def suggest(
    noun: Noun, what: Literal["entity", "property", "type"], prefix: Typed = "", cursor: Skipped = 0
) -> dict[str, Any]:
    """What begins with `prefix`, after as many as `cursor` says."""
    return {"result": _SUGGESTED[what](noun, prefix, cursor)}


@router.get("/{noun}/properties")
def propose(
    noun: Noun,
    type: Typed = "",  # noqa: A002
    limit: Annotated[int, InQuery(ge=1, le=100)] = 100,
) -> dict[str, Any]:
    """The properties that can be fetched of things of a type; all things of a service have the same."""
    found = properties(noun) if not type or type in NAMED[noun] else ()
    return {"type": type, "limit": limit, "properties": [{"id": one.id, "name": one.name} for one in found[:limit]]}


@router.get("/{noun}/preview/{id:path}", response_class=HTMLResponse)
def previewed(noun: Noun, id: str) -> HTMLResponse:  # noqa: A002
    """A small page about a thing."""
    found = thing(noun, id)
    if found is None:
        raise UnknownError("nothing has this id", where=id)
    return HTMLResponse(preview(noun, found), headers=_SHUT)


def _candidates(served: ServedStore, noun: Noun, queries: str) -> dict[str, Any]:
    asked = _read(_QUERIES, queries, "queries")
    return {
        name: {
            "result": entities(
                served, noun, one.query or "", one.limit, one.kinds, one.type_strict,
                {wanted.pid: wanted.values for wanted in one.properties},
            )
        }
        for name, one in asked.items()
    }  # fmt: skip


def _extension(noun: Noun, extend: str) -> dict[str, Any]:
    """Values by thing and property; of things that there are none of, none."""
    asked = _read(_EXTENSION, extend, "extend")
    known = {one.id: one for one in properties(noun)}
    unknown = [one.id for one in asked.properties if one.id not in known]
    if unknown:
        raise BadQueriesError(f"there is no property {unknown[0]!r}", where="extend", remedy="see the proposed ones")
    wanted = [known[one] for one in dict.fromkeys(one.id for one in asked.properties)]
    found = {id_: thing(noun, id_) for id_ in asked.ids}
    return {
        "meta": [{"id": one.id, "name": one.name} for one in wanted],
        "rows": {id_: {one.id: list(one.values(of)) if of else [] for one in wanted} for id_, of in found.items()},
    }


def _read(shape: TypeAdapter[Made], written: str, where: str) -> Made:
    try:
        return shape.validate_python(json.loads(written))
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "too_long" and len(first["loc"]) <= 1:
            raise TooManyQueriesError(f"more than {first['ctx']['max_length']} at once", where=where) from error
        at = ".".join(str(part) for part in first["loc"])
        raise BadQueriesError(f"not what the service takes: {first['msg']}", where=f"{where} {at}") from error
    except (ValueError, RecursionError) as error:
        raise BadQueriesError("not JSON", where=where) from error
