"""What the codebook said when it was judged under, kept in the store, and what a coding rests on in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, insert, select

from marsad.codebook import Codebook
from marsad.codebook.types import Term
from marsad.storing import Store
from marsad.storing.review_tables import codebooks

from .coding import Coded, CodedEvent

Snapshot = Mapping[str, Any]
Entry = tuple[str, str]
"""A part of the codebook (``type``, ``mode``, ``status``, ``crosswalk acled``...) and a code in it."""

_MEANING = {"definition", "include", "exclude", "plover", "unit", "parts", "rank", "quad"}


def keep_codebook(store: Store, connection: Connection, book: Codebook) -> str:
    """Keep what the codebook says, where that was not yet; its digest."""
    known = connection.execute(select(codebooks.c.digest).where(codebooks.c.digest == book.digest)).first()
    if known is None:
        row = {"digest": book.digest, "version": book.version, "taken": store.moment(connection)}
        connection.execute(insert(codebooks), row | {"body": json.dumps(snapshot(book), ensure_ascii=False)})
    return book.digest


def kept_codebooks(connection: Connection) -> dict[str, Snapshot]:
    """By digest what each codebook said that was judged under."""
    return {row.digest: json.loads(row.body) for row in connection.execute(select(codebooks))}


def snapshot(book: Codebook) -> Snapshot:
    """What the entries of a codebook mean, names and examples left out."""
    return {
        "type": _meanings(book.events.values()),
        "mode": {
            f"{event.code}/{code}": _meaning(mode)
            for event in book.events.values()
            for code, mode in event.modes.items()
        },
        "status": _meanings(book.statuses.values()),
        "certainty": _meanings(book.certainties.values()),
        "role": _meanings(book.roles.values()),
        "sector": _meanings(book.sectors.values()),
        "measure": _meanings(book.measures.values()),
        "crosswalks": {
            name: [rule.model_dump(mode="json", exclude_defaults=True) | {"to": rule.to} for rule in walk.file.rules]
            for name, walk in book.crosswalks.items()
        },
    }


def rests_on(coded: Coded, said: Snapshot) -> dict[Entry, str | None]:
    """What the codebook says of each code in a coding; None where it says nothing."""
    entries: dict[Entry, str | None] = {}
    for part, code in _codes(coded):
        entries[part, code] = said[part].get(code)
    if isinstance(coded, CodedEvent):
        for name, rules in said["crosswalks"].items():
            fitting = [rule for rule in rules if _may_fit(rule, coded)]
            entries[f"crosswalk {name}", coded.type] = "\n".join(map(_told, fitting)) or None
    return entries


def _codes(coded: Coded) -> Iterator[Entry]:
    yield "certainty", coded.certainty
    if not isinstance(coded, CodedEvent):
        yield "measure", coded.measure
        return
    yield "type", coded.type
    if coded.mode:
        yield "mode", f"{coded.type}/{coded.mode}"
    yield "status", coded.status
    for role in coded.roles:
        yield "role", role.role
        if role.type:
            yield "sector", role.type


def _may_fit(rule: Mapping[str, Any], coded: CodedEvent) -> bool:
    modes, statuses = rule.get("modes"), rule.get("statuses")
    return (
        rule["type"] == coded.type
        and (not modes or coded.mode in modes)
        and (not statuses or coded.status in statuses)
    )  # fmt: skip


def _meanings(terms: Iterable[Term]) -> dict[str, str]:
    return {term.code: _meaning(term) for term in terms}


def _meaning(term: Term) -> str:
    return _told(term.model_dump(mode="json", include=_MEANING))


@cache
def _plain() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def _told(entry: Any) -> str:
    return _plain().encode(entry)
