"""How long the API takes at so many requests a second, over the network of the machine, beside the naive way.

    python benchmarks/enlarging.py SMALL.db LARGE.db
    python benchmarks/answering.py LARGE.db --rate 50 --seconds 30

Starts `marsad serve` and sends requests at fixed times, whether or not those before were answered: lists of events with none to
three filters of many kinds, and pages of events drawn from all, each once.  Prints median, 95th and 99th percentile in
milliseconds, from when a request was due to its last byte, for each kind.  The naive way answers a list by reading all events
and filtering them in Python, and a page by reading all claims for those of its event, without an index.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import httpx

from marsad.storing import Query, find_events, open_store

PORT = 8971
FILTERS = (
    "type=ASSAULT", "type=COERCE", "type=PROTEST&type=ACCUSE", "country=SO", "country=AF&country=IQ", "country=YE", "since=2015",
    "since=2015&until=2016", "until=2012-06", "actor=isil", "actor=al-shabaab", "certainty=alleged", "certainty=reported",
    "bbox=40,-5,50,10", "bbox=20,10,60,40", "status=occurred", "sure=0.6", "order=oldest",
)  # fmt: skip


def _filters(chance: random.Random) -> str:
    """Nothing, or one filter to three."""
    return "&".join(chance.sample(FILTERS, chance.choice((0, 1, 1, 2, 2, 3))))


def _ids(store: Path) -> list[str]:
    with sqlite3.connect(store) as db:
        ids = [row[0] for row in db.execute("select id from events order by id")]
    db.close()
    return ids


async def _one(client: httpx.AsyncClient, address: str, due: float) -> float:
    await asyncio.sleep(max(0.0, due - time.perf_counter()))
    answer = await client.get(address)
    answer.raise_for_status()
    return (time.perf_counter() - due) * 1000


async def _measure(rate: int, seconds: int, seed: int, ids: list[str]) -> dict[str, list[float]]:
    chance = random.Random(seed)
    # Idle connections are given up before the server does so, after five seconds.
    limits = httpx.Limits(max_connections=64, max_keepalive_connections=64, keepalive_expiry=2)
    pages = chance.sample(ids, min(len(ids), rate * seconds // 2))
    asked = [("page", f"/events/{id_}") for id_ in pages]
    asked += [("list", f"/events?limit=50&{_filters(chance)}") for _ in range(rate * seconds - len(asked))]
    chance.shuffle(asked)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{PORT}/api/v1", limits=limits, timeout=60) as client:
        start = time.perf_counter() + 0.5
        took = await asyncio.gather(*(_one(client, address, start + i / rate) for i, (_, address) in enumerate(asked)))
    out: dict[str, list[float]] = {}
    for (kind, _), milliseconds in zip(asked, took, strict=True):
        out.setdefault(kind, []).append(milliseconds)
    return out


def _wait() -> None:
    for _ in range(600):
        try:
            httpx.get(f"http://127.0.0.1:{PORT}/api/v1/about").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("the server does not answer")


def _naive_list(store: Path) -> float:
    with open_store(str(store)) as opened:
        began = time.perf_counter()
        chosen = [
            e for e, _ in find_events(opened, Query()) if e.type == "ASSAULT" and e.place and e.place.country == "SO"
        ]
        chosen.sort(key=lambda e: str(e.date and e.date.earliest), reverse=True)
        return (time.perf_counter() - began) * 1000


def _naive_page(store: Path, event: str) -> float:
    with sqlite3.connect(store) as db:
        began = time.perf_counter()
        (body,) = db.execute("select body from events not indexed where id = ?", (event,)).fetchone()
        wanted = set(json.loads(body)["claims"])
        rows = db.execute("select id, body from claims not indexed")
        found = [json.loads(told) for id_, told in rows if id_ in wanted]
        took = (time.perf_counter() - began) * 1000
    db.close()
    assert len(found) == len(wanted)
    return took


def _spent(process: int) -> float:
    """Seconds of processors that a process and its children have taken; 0 where the system does not tell."""
    seconds = 0.0
    for told in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = told.read_text("utf-8").rpartition(")")[2].split()
            if int(told.parent.name) == process or int(fields[1]) == process:
                seconds += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return seconds


def hardware() -> str:
    """The processor, its cores, the memory and how busy the machine is."""
    model, memory = platform.processor() or platform.machine(), 0
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{model}, {os.cpu_count()} cores, {memory} GB, load {os.getloadavg()[0]:.1f}; {versions}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rate", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=6)
    given = parser.parse_args()
    command = [
        sys.executable, "-m", "marsad", "serve", "--store", str(given.store), "--port", str(PORT), "--no-index",
        "--workers", str(given.workers),
    ]  # fmt: skip
    ids = _ids(given.store)
    server = subprocess.Popen(command)
    try:
        _wait()
        time.sleep(12)  # what it loads beside
        before = hardware()
        spent = _spent(server.pid)
        took = asyncio.run(_measure(given.rate, given.seconds, given.seed, ids))
        spent = (_spent(server.pid) - spent) / (given.rate * given.seconds) * 1000
    finally:
        server.terminate()
        server.wait()
    print(f"{before}; {given.rate} requests a second, {given.workers} processes")
    print(f"the server takes {spent:.1f} ms of a processor a request")
    for kind, some in sorted(took.items()):
        some.sort()
        median, p95, p99 = (some[min(len(some) - 1, int(len(some) * part))] for part in (0.5, 0.95, 0.99))
        print(f"{kind}: {len(some)} requests, median {median:.0f} ms, 95th {p95:.0f} ms, 99th {p99:.0f} ms")
    print(
        f"naive list, once: {_naive_list(given.store):.0f} ms; naive page, once: {_naive_page(given.store, ids[0]):.0f} ms"
    )


if __name__ == "__main__":
    main()
