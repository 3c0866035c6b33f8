"""A store of reports that hold every hostile input wherever words can stand: in texts, heads, names, files' names and reasons."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from fastapi.testclient import TestClient
from typer.testing import CliRunner

from marsad.cli.app import app
from marsad.pipeline import processed
from marsad.reading import originals_in
from marsad.records import Claim
from marsad.serving import Settings, create_app
from marsad.storing import Query, Store, find_events, open_store
from marsad.storing.events import bring_up_to_date

from .inputs import in_text, inputs

_TOWNS = ("كركوك", "غاو", "مقديشو", "كابل", "حلب", "طرابلس")
_HERE = "http://localhost:8765"
_OWN = {"X-Marsad": "1", "Origin": _HERE}


def text_with(hostile: str, number: int) -> str:
    """A report that Marsad reads an event, figures, a speaker and a forecast in, with ``hostile`` between its words."""
    day = date(2022, 1, 1) + timedelta(number)
    said = in_text(hostile)
    return (
        f"قُتل {number + 2} جنود في هجوم شنه مسلحون من جماعة «{said}» على قرية {said} قرب {_TOWNS[number % len(_TOWNS)]} "
        f"يوم {day.isoformat()}. وقال المتحدث باسم الجيش {said} إن {number + 1} أشخاص أصيبوا في الهجوم.\n"
        f"وأعلنت وزارة الداخلية {said} مقتل {number + 5} أشخاص في الهجوم. ومن المتوقع أن تتصاعد الهجمات {said} في العام المقبل.\n"
    )


def files_of(folder: Path) -> int:
    """Write a report for every hostile input that can be a file's name under it; how many these are."""
    folder.mkdir()
    written = 0
    for number, hostile in enumerate(inputs().values()):
        try:
            name = os.fsencode(hostile)
        except UnicodeEncodeError:
            continue
        if not name or b"/" in name or b"\0" in name or len(name) > 200 or name.startswith(b"."):
            continue
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(text_with(hostile, number), encoding="utf-8")
        written += 1
    return written


def fill_by_hand(store: Store) -> None:
    """Store records with hostile heads, whose actors, places and speakers bear hostile names."""
    run = store.begin_run(["hostile.jsonl"])
    for one in processed(originals_in(b"\n".join(_records()), "hostile.jsonl"), model=False):
        if isinstance(one, Exception):
            raise one
        hostile = one.report.title or ""
        store.add(one.report, one.original, one.mentions, [_named(claim, hostile) for claim in one.claims], run)
    bring_up_to_date(store)


def _records() -> Iterator[bytes]:
    for number, (name, hostile) in enumerate(inputs().items(), 300):
        heads = dict.fromkeys(("title", "outlet", "author", "url"), hostile)
        record = {"id": f"{hostile} {name}", "text": text_with(hostile, number), "published": "2023-03-02", **heads}
        yield json.dumps(record).encode()


def _named(claim: Claim, name: str) -> Claim:
    if not name:
        return claim
    changed = replace(claim, voice=tuple(replace(one, name=name) for one in claim.voice))
    if claim.place:
        changed = replace(changed, place=replace(claim.place, name=name))
    if claim.event:
        roles = tuple(replace(role, name=name) for role in claim.event.roles)
        changed = replace(changed, event=replace(claim.event, roles=roles))
    return changed


def decide(store: Store) -> None:
    """Merge two events or take it back for every input, by a hostile name and for a hostile reason; and decide on links."""
    client = TestClient(create_app(store, Settings()), base_url=_HERE, headers=_OWN)
    one, other, *_ = (event.id for event, _ in find_events(store, Query()))
    merge: dict[str, object] = {"decision": "merge", "event": one, "other": other}
    body = merge
    for hostile in inputs().values():
        why = {"because": in_text(hostile), "by": in_text(hostile)[:200]}
        made = client.post("/api/v1/decisions", json=body | why)
        assert made.status_code in (201, 422), (hostile, made.text)
        if made.status_code == 201:
            body = {"decision": "withdraw", "number": made.json()["number"]} if body is merge else merge
        link = {"name": in_text(hostile)[:200], "reference": "QDi.372", "decision": "rejected"}
        assert client.post("/api/v1/links", json=link | why).status_code in (201, 404, 422), hostile


def build(place: Path) -> None:
    """A store at ``place`` with all of it."""
    folder = place.parent / "files"
    written = files_of(folder)
    result = CliRunner().invoke(app, ["add", str(folder), "--no-model", "--store", str(place)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    with open_store(str(place)) as store:
        assert store.counts()["reports"] >= written * 0.9, result.stderr
        fill_by_hand(store)
        decide(store)
