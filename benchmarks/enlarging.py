"""A store many times over: every copy of its reports, claims and events has ids, days and coordinates of its own.

Names, types, figures, sentences and how events hang together stay as in the store copied, so that queries meet what they would
meet in a large one; reports are reprinted in other outlets until there are as many claims as asked for, some often and most
never.  Copies are not alike to one another: merging has been done, and only what queries read is copied.

    marsad add samples/reports samples/clusters MORE.jsonl --store SMALL.db
    python benchmarks/enlarging.py SMALL.db LARGE.db --events 100000 --claims 1000000
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from marsad.merging import event_id

_STEP = 1 << 20  # how far the numbers of the claims of two reports are apart
_DAYS = 365 * 12
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HOLE = re.compile('"\ue000(.)([^\ue000]*)\ue000"')
_OF_REPORT = ("mentions", "claims", "actors", "tellings", "telling_claims", "placements")
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Copy:
    """One copy: how ids, days and places of the store become its own."""

    mark: str
    days: timedelta
    north: float
    east: float
    events: dict[str, str]
    _known: dict[str, str] = field(default_factory=dict)

    def day(self, day: str | None) -> str | None:
        """A day in ISO 8601."""
        if day is None:
            return None
        if day not in self._known:
            self._known[day] = (date.fromisoformat(day) + self.days).isoformat()
        return self._known[day]

    def latitude(self, degrees: float) -> float:
        """Degrees, not beyond where maps end."""
        return round(max(-85.0, min(85.0, degrees + self.north)), 3)

    def longitude(self, degrees: float) -> float:
        """Degrees from -180 to 180."""
        return round((degrees + self.east + 180) % 360 - 180, 3)


class Template:
    """A record whose ids, days and coordinates are holes."""

    def __init__(self, body: str, ids: frozenset[str]) -> None:
        self.parts = _HOLE.split(
            json.dumps(_with_holes(json.loads(body), ids), ensure_ascii=False, separators=(",", ":"))
        )

    def filled(self, copy: Copy, mark: str) -> str:
        """The record of a copy; ``mark`` goes behind the ids of its report and claims."""
        parts = self.parts[:]
        for at in range(1, len(parts), 3):
            kind, value = parts[at], parts[at + 1]
            parts[at] = ""
            if kind == "i":
                parts[at + 1] = f'"{copy.events.get(value) or value + mark}"'
            elif kind == "d":
                parts[at + 1] = f'"{copy.day(value)}"'
            else:
                parts[at + 1] = str((copy.latitude if kind == "y" else copy.longitude)(float(value)))
        return "".join(parts)


def _with_holes(value: Any, ids: frozenset[str], name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _with_holes(one, ids, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_holes(one, ids) for one in value]
    if isinstance(value, str) and value in ids:
        return f"\ue000i{value}\ue000"
    if isinstance(value, str) and _DAY.fullmatch(value):
        return f"\ue000d{value}\ue000"
    if name in ("latitude", "longitude") and value is not None:
        return f"\ue000{'y' if name == 'latitude' else 'x'}{value}\ue000"
    return value


class Table:
    """The rows of a table, by the report they belong to where it is one of those that do."""

    def __init__(self, db: sqlite3.Connection, name: str, ids: frozenset[str]) -> None:
        told = db.execute(f"select * from {name}")
        self.name, self.columns = name, [column[0] for column in told.description]
        self.rows = told.fetchall()
        self.at = {column: at for at, column in enumerate(self.columns)}
        held = "body" in self.at and name not in ("tellings", "events")
        self.templates = [Template(row[self.at["body"]], ids) for row in self.rows] if held else []
        self.of: dict[int, list[int]] = defaultdict(list)
        if name in _OF_REPORT:
            owner = self.at.get("report", self.at.get("claim"))
            assert owner is not None
            for number, row in enumerate(self.rows):
                self.of[row[owner] if "report" in self.at else row[owner] // _STEP].append(number)

    def insert(self, db: sqlite3.Connection, rows: Iterable[Row]) -> None:
        """Add rows."""
        marks, columns = ", ".join("?" * len(self.columns)), ", ".join(f'"{column}"' for column in self.columns)
        db.executemany(f"insert into {self.name} ({columns}) values ({marks})", rows)

    def changed(self, row_number: int, /, **values: Any) -> Row:
        """A row with other values."""
        row = list(self.rows[row_number])
        for name, value in values.items():
            row[self.at[name]] = value
        return tuple(row)

    def value(self, number: int, column: str) -> Any:
        """One value."""
        return self.rows[number][self.at[column]]


@dataclass(frozen=True)
class Print:
    """A report of a copy: its number, and what goes behind its ids and those of its claims."""

    number: int
    mark: str
    day: str | None
    outlet: str | None

    def claim(self, number: int | None) -> int | None:
        """The number of a claim of it."""
        return None if number is None else self.number * _STEP + number % _STEP


class Enlarged:
    """A store being enlarged."""

    def __init__(self, db: sqlite3.Connection, seed: int) -> None:
        self.db, self.chance = db, random.Random(seed)
        known = [row[0] for name in ("reports", "claims", "events") for row in db.execute(f"select id from {name}")]
        ids = frozenset(known)
        names = ("reports", *_OF_REPORT, "likenesses", "decisions", "joins", "events", "event_values", "placed")
        self.tables = {name: Table(db, name, ids) for name in names}
        self.firsts = dict(db.execute("select e.id, c.id from events e join claims c on c.number = e.first"))
        reports = self.tables["reports"]
        self.outlets = [row[reports.at["outlet"]] for row in reports.rows if row[reports.at["outlet"]]]
        self.next_report = 1 + max(row[reports.at["number"]] for row in reports.rows)
        self.next_decision = 1 + max((row[0] for row in self.tables["decisions"].rows), default=0)
        self.next_placement = 1 + max((row[0] for row in self.tables["placements"].rows), default=0)

    def add(self, number: int, reprints: float) -> None:
        """Add a copy in which a report is printed again so many times on average."""
        chance = self.chance
        events = {old: event_id(f"{first}-{number}") for old, first in self.firsts.items()}
        days = timedelta(chance.randrange(-_DAYS, 200))
        copy = Copy(f"-{number}", days, chance.uniform(-8, 8), chance.uniform(-15, 15), events)
        reports = self.tables["reports"]
        prints: dict[int, list[Print]] = {}
        for row in range(len(reports.rows)):
            prints[reports.value(row, "number")] = [self._print(copy, row, 0)]
            while chance.random() < reprints / (1 + reprints):
                printed = prints[reports.value(row, "number")]
                printed.append(self._print(copy, row, len(printed)))
        self._reports(copy, prints)
        self._claims(copy, prints)
        self._events(copy, prints)

    def _print(self, copy: Copy, row: int, again: int) -> Print:
        reports = self.tables["reports"]
        day, outlet = copy.day(reports.value(row, "published")), reports.value(row, "outlet")
        if again:
            outlet = self.chance.choice(self.outlets)
            day = day and (date.fromisoformat(day) + timedelta(self.chance.randrange(3))).isoformat()
        self.next_report += 1
        return Print(self.next_report - 1, f"{copy.mark}.{again}" if again else copy.mark, day, outlet)

    def _reports(self, copy: Copy, prints: dict[int, list[Print]]) -> None:
        reports = self.tables["reports"]
        rows = []
        for row in range(len(reports.rows)):
            id_, body = reports.value(row, "id"), reports.templates[row]
            for one in prints[reports.value(row, "number")]:
                told = json.loads(body.filled(copy, one.mark)) | {"outlet": one.outlet, "published": one.day}
                text = json.dumps(
                    {k: v for k, v in told.items() if v is not None}, ensure_ascii=False, separators=(",", ":")
                )
                rows.append(
                    reports.changed(
                        row, number=one.number, id=id_ + one.mark, published=one.day, outlet=one.outlet, body=text
                    )
                )
        reports.insert(self.db, rows)
        placed = self.tables["placed"]
        placed.insert(self.db, ((one.number,) for some in prints.values() for one in some))

    def _claims(self, copy: Copy, prints: dict[int, list[Print]]) -> None:
        claims, mentions = self.tables["claims"], self.tables["mentions"]
        told, named = [], []
        others: dict[str, list[Row]] = {name: [] for name in ("actors", "tellings", "telling_claims", "placements")}
        for report, some in prints.items():
            for one in some:
                named += [
                    mentions.changed(row, report=one.number, body=mentions.templates[row].filled(copy, one.mark))
                    for row in mentions.of[report]
                ]
                told += [self._claim(row, copy, one) for row in claims.of[report]]
                for name, rows in others.items():
                    table = self.tables[name]
                    rows += [self._told(table, row, copy, one) for row in table.of[report]]
        mentions.insert(self.db, named)
        claims.insert(self.db, told)
        for name, rows in others.items():
            self.tables[name].insert(self.db, rows)

    def _claim(self, row: int, copy: Copy, one: Print) -> Row:
        claims = self.tables["claims"]
        return claims.changed(
            row,
            number=one.claim(claims.value(row, "number")),
            id=claims.value(row, "id") + one.mark,
            report=one.number,
            earliest=copy.day(claims.value(row, "earliest")),
            latest=copy.day(claims.value(row, "latest")),
            part_of=one.claim(claims.value(row, "part_of")),
            event=one.claim(claims.value(row, "event")),
            body=claims.templates[row].filled(copy, one.mark),
        )

    def _told(self, table: Table, row: int, copy: Copy, one: Print) -> Row:
        own: dict[str, Any] = {}
        if "claim" in table.at:
            own["claim"] = one.claim(table.value(row, "claim"))
        if "telling" in table.at:
            own["telling"] = one.claim(table.value(row, "telling"))
        if "event" in table.at:
            own["event"] = copy.events.get(table.value(row, "event"))
        if table.name == "placements":
            own["number"] = self.next_placement
            self.next_placement += 1
        if table.name == "tellings":
            kinds = json.loads(table.value(row, "body"))
            own |= {"number": one.claim(table.value(row, "number")), "report": one.number}
            own["body"] = json.dumps([[one.claim(n) for n in kind] for kind in kinds], separators=(",", ":"))
        return table.changed(row, **own)

    def _events(self, copy: Copy, prints: dict[int, list[Print]]) -> None:
        events, values = self.tables["events"], self.tables["event_values"]
        reports = self.tables["reports"]
        number_of = {reports.value(row, "id"): reports.value(row, "number") for row in range(len(reports.rows))}
        home = {row[1]: row[0] // _STEP for row in self._numbers()}
        rows, outlets = [], set()
        for row in range(len(events.rows)):
            body = json.loads(events.value(row, "body"))
            printed = [(id_, one) for id_ in body["reports"] for one in prints[number_of[id_]]]
            body["claims"] = [id_ + prints[home[id_]][0].mark for id_ in body["claims"]] + [
                id_ + one.mark for id_ in body["claims"] for one in prints[home[id_]][1:]
            ]
            body["reports"] = [id_ + one.mark for id_, one in printed]
            body["id"] = copy.events[body["id"]]
            outlets |= {("outlet", one.outlet, body["id"]) for _, one in printed if one.outlet}
            day, place = body.get("date"), body.get("place")
            for name in ("earliest", "latest"):
                if day and day.get(name):
                    day[name] = copy.day(day[name])
            if place and place.get("latitude") is not None:
                place["latitude"], place["longitude"] = (
                    copy.latitude(place["latitude"]), copy.longitude(place["longitude"]),
                )  # fmt: skip
            where = {name: place[name] for name in ("latitude", "longitude") if place and place.get(name) is not None}
            first = events.value(row, "first")
            rows.append(
                events.changed(
                    row, id=body["id"], first=prints[first // _STEP][0].claim(first), least=min(body["claims"]),
                    earliest=copy.day(events.value(row, "earliest")), latest=copy.day(events.value(row, "latest")),
                    body=json.dumps(body, ensure_ascii=False, separators=(",", ":")), **where,
                )
            )  # fmt: skip
        events.insert(self.db, rows)
        facet, event = values.at["facet"], values.at["event"]
        kept = (n for n, row in enumerate(values.rows) if row[facet] != "outlet")
        values.insert(self.db, (values.changed(n, event=copy.events[values.rows[n][event]]) for n in kept))
        values.insert(self.db, sorted(outlets))
        self._joined(copy, prints)

    def _joined(self, copy: Copy, prints: dict[int, list[Print]]) -> None:
        likenesses, decisions, joins = (self.tables[name] for name in ("likenesses", "decisions", "joins"))
        first = {report: some[0] for report, some in prints.items()}

        def of(number: int) -> int | None:
            return first[number // _STEP].claim(number)

        pairs = [(n, sorted((of(row[0]) or 0, of(row[1]) or 0))) for n, row in enumerate(likenesses.rows)]
        likenesses.insert(self.db, (likenesses.changed(n, one=one, other=other) for n, (one, other) in pairs))
        numbers = {row[0]: self.next_decision + at for at, row in enumerate(decisions.rows)}
        self.next_decision += len(numbers)
        decisions.insert(
            self.db,
            (
                decisions.changed(
                    n, number=numbers[row[0]], one=decisions.value(n, "one") + copy.mark,
                    other=(decisions.value(n, "other") or "") + copy.mark, withdraws=numbers.get(decisions.value(n, "withdraws")),
                )
                for n, row in enumerate(decisions.rows)
            ),
        )  # fmt: skip
        rows = [(n, sorted((of(row[0]) or 0, of(row[1]) or 0)), numbers[row[2]]) for n, row in enumerate(joins.rows)]
        joins.insert(self.db, (joins.changed(n, one=a, other=b, decision=d) for n, (a, b), d in rows))

    @cache  # noqa: B019  # there is one of these a run
    def _numbers(self) -> list[tuple[int, str]]:
        claims = self.tables["claims"]
        return [(row[claims.at["number"]], row[claims.at["id"]]) for row in claims.rows]


def enlarge(small: Path, large: Path, events: int, claims: int, seed: int = 6) -> None:
    """Write ``large``: the store ``small`` and copies of it until there are so many events, with about so many claims."""
    shutil.copy(small, large)
    db = sqlite3.connect(large)
    db.executescript("pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off;")
    db.execute("pragma cache_size = -1000000")
    for (name,) in db.execute("select name from sqlite_master where type = 'trigger'").fetchall():
        db.execute(f"drop trigger {name}")
    indexes = db.execute("select name, sql from sqlite_master where type = 'index' and sql is not null").fetchall()
    for name, _ in indexes:
        db.execute(f"drop index {name}")
    made = Enlarged(db, seed)
    own_events, own_claims = (len(made.tables[name].rows) for name in ("events", "claims"))
    times = -(-(events - own_events) // own_events)
    reprints = max(0.0, (claims - own_claims) / (own_claims * times) - 1)
    began = time.monotonic()
    for number in range(1, times + 1):
        made.add(number, reprints)
        if number % 10 == 0 or number == times:
            db.commit()
            print(f"{number} of {times} copies, {time.monotonic() - began:.0f} s", flush=True)
    for _, sql in indexes:
        db.execute(sql)
    db.execute("analyze")
    db.commit()
    for name in ("reports", "claims", "events"):
        print(name, *db.execute(f"select count(*) from {name}").fetchone())
    db.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=6)
    given = parser.parse_args()
    enlarge(given.small, given.large, given.events, given.claims, given.seed)
