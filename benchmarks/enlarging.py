"""A store many times over: every copy of its reports, claims and events has ids, days and coordinates of its own.

Names, types, figures, sentences and how many claims an event has stay as in the store copied, so that queries meet what they
would meet in a large one.  Copies are not alike to one another: merging has been done, and only what queries read is copied.

    python benchmarks/enlarging.py SMALL.db LARGE.db --times 1100
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import sqlite3
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from marsad.merging import event_id

_STEP = 1 << 20  # how far the numbers of the claims of two reports are apart
_DAYS = 365 * 12
_DAY = re.compile(r'"(\d{4}-\d{2}-\d{2})"')


class Copy:
    """One copy: how ids, numbers, days and places of the store become its own."""

    def __init__(self, number: int, reports: int, events: dict[str, str], seed: int) -> None:
        chance = random.Random(seed + number)
        self.mark = f"-{number}"
        self.reports = number * reports
        self.days = timedelta(chance.randrange(-_DAYS, 200))
        self.shift = (chance.uniform(-8, 8), chance.uniform(-15, 15))
        self.events = {old: event_id(first + self.mark) for old, first in events.items()}

    def report(self, number: int) -> int:
        """A report's number."""
        return number + self.reports

    def claim(self, number: int | None) -> int | None:
        """A claim's number."""
        return None if number is None else number + self.reports * _STEP

    def day(self, day: str | None) -> str | None:
        """A day in ISO 8601."""
        return None if day is None else (date.fromisoformat(day) + self.days).isoformat()

    def body(self, body: str, ids: re.Pattern[str]) -> str:
        """A record with the copy's ids, days and coordinates; offsets and words stay."""
        told = ids.sub(lambda m: f'"{self.events.get(m[1], m[1] + self.mark)}"', body)
        told = _DAY.sub(lambda m: f'"{self.day(m[1])}"', told)
        if '"latitude":' not in told:
            return told
        record = json.loads(told)
        place = record.get("place")
        if place and place.get("latitude") is not None:
            place["latitude"] = round(max(-85.0, min(85.0, place["latitude"] + self.shift[0])), 3)
            place["longitude"] = round((place["longitude"] + self.shift[1] + 180) % 360 - 180, 3)
        return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def enlarge(small: Path, large: Path, times: int, seed: int = 6) -> None:
    """Write ``large``: the store ``small`` and ``times`` copies of it."""
    shutil.copy(small, large)
    with sqlite3.connect(large) as db:
        db.execute("pragma synchronous = off")
        db.execute("pragma foreign_keys = off")
        for (name,) in db.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            db.execute(f"drop trigger {name}")
        tables = {name: _rows(db, name) for name in _COPIED}
        (count,) = db.execute("select max(number) from reports").fetchone()
        firsts = dict(db.execute("select e.id, c.id from events e join claims c on c.number = e.first"))
        known = [*firsts, *(row["id"] for row in tables["claims"]), *(row["id"] for row in tables["reports"])]
        ids = re.compile('"(' + "|".join(map(re.escape, sorted(known, key=len, reverse=True))) + ')"')
        began = time.monotonic()
        for number in range(1, times + 1):
            copy = Copy(number, count, firsts, seed)
            for name, made in _COPIED.items():
                rows = [made(row, copy, ids) for row in tables[name]]
                if rows:
                    marks = ", ".join("?" * len(rows[0]))
                    columns = ", ".join(f'"{column}"' for column in rows[0])
                    db.executemany(
                        f"insert into {name} ({columns}) values ({marks})", (tuple(r.values()) for r in rows)
                    )
            if number % 100 == 0:
                db.commit()
                print(f"{number} of {times} copies, {time.monotonic() - began:.0f} s", flush=True)
        db.commit()
        db.execute("analyze")


Row = dict[str, Any]
Made = Callable[[Row, Copy, "re.Pattern[str]"], Row]


def _rows(db: sqlite3.Connection, name: str) -> list[Row]:
    told = db.execute(f"select * from {name}")
    columns = [column[0] for column in told.description]
    return [dict(zip(columns, row, strict=True)) for row in told]


def _report(row: Row, copy: Copy, ids: re.Pattern[str]) -> Row:
    own = {"number": copy.report(row["number"]), "id": row["id"] + copy.mark, "published": copy.day(row["published"])}
    return row | own | {"body": copy.body(row["body"], ids)}


def _claim(row: Row, copy: Copy, ids: re.Pattern[str]) -> Row:
    numbers = {name: copy.claim(row[name]) for name in ("number", "part_of", "event")}
    own = {"id": row["id"] + copy.mark, "report": copy.report(row["report"]), "body": copy.body(row["body"], ids)}
    return row | numbers | own | {"earliest": copy.day(row["earliest"]), "latest": copy.day(row["latest"])}


def _event(row: Row, copy: Copy, ids: re.Pattern[str]) -> Row:
    body = copy.body(row["body"], ids)
    place = json.loads(body).get("place") or {}
    own: Row = {
        "id": copy.events[row["id"]],
        "first": copy.claim(row["first"]),
        "least": row["least"] + copy.mark,
        "body": body,
    }
    own |= {name: place.get(name) for name in ("latitude", "longitude") if name in row}
    return row | own | {"earliest": copy.day(row["earliest"]), "latest": copy.day(row["latest"])}


def _telling(row: Row, copy: Copy, ids: re.Pattern[str]) -> Row:
    del ids
    body = json.dumps([[copy.claim(one) for one in kind] for kind in json.loads(row["body"])])
    return row | {"number": copy.claim(row["number"]), "report": copy.report(row["report"]), "body": body}


def _numbered(**columns: str) -> Made:
    """Rows of which these columns are numbers of reports or claims, or ids of events."""

    def made(row: Row, copy: Copy, ids: re.Pattern[str]) -> Row:
        del ids
        own: Row = {}
        for name, kind in columns.items():
            own[name] = copy.events[row[name]] if kind == "event" else getattr(copy, kind)(row[name])
        return row | own

    return made


_COPIED: dict[str, Made] = {
    "reports": _report,
    "mentions": _numbered(report="report"),
    "claims": _claim,
    "actors": _numbered(claim="claim"),
    "tellings": _telling,
    "telling_claims": _numbered(claim="claim", telling="claim", event="event"),
    "likenesses": _numbered(one="claim", other="claim"),
    "events": _event,
    "placed": _numbered(report="report"),
}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--times", type=int, default=1100)
    given = parser.parse_args()
    enlarge(given.small, given.large, given.times)
