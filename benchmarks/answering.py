"""How long the API takes at so many requests a second, over the network of the machine, beside the naive way.

    python benchmarks/enlarging.py SMALL.db LARGE.db --times 1100
    python benchmarks/answering.py LARGE.db --rate 50 --seconds 30

Starts `marsad serve` and sends requests at fixed times, whether or not those before were answered: lists of events with filters
of many kinds, and pages of single events, all of them others.  Prints median, 95th and 99th percentile in milliseconds, from when
a request was due to its last byte, for each kind.  The naive way reads all events and filters them in Python.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import random
import subprocess
import sys
import time
from pathlib import Path

import httpx

from marsad.storing import Query, find_events, open_store

PORT = 8971
FILTERS = (
    "", "type=ASSAULT", "type=COERCE&order=oldest", "country=SO", "country=AF&country=IQ", "since=2015&until=2016", "actor=isil",
    "actor=al-shabaab&type=ASSAULT", "certainty=alleged", "bbox=40,-5,50,10", "status=occurred&since=2018", "sure=0.6",
)  # fmt: skip


async def _one(client: httpx.AsyncClient, address: str, due: float) -> float:
    await asyncio.sleep(max(0.0, due - time.perf_counter()))
    answer = await client.get(address)
    answer.raise_for_status()
    return (time.perf_counter() - due) * 1000


async def _measure(rate: int, seconds: int, seed: int) -> dict[str, list[float]]:
    chance = random.Random(seed)
    limits = httpx.Limits(max_connections=64, max_keepalive_connections=64)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{PORT}/api/v1", limits=limits, timeout=60) as client:
        ids: list[str] = []
        for filters in FILTERS:
            page = (await client.get(f"/events?limit=200&{filters}")).json()
            ids += [item["event"]["id"] for item in page["items"]]
        asked = [
            ("page", f"/events/{id_}")
            for id_ in chance.sample(sorted(set(ids)), min(len(set(ids)), rate * seconds // 2))
        ]
        while len(asked) < rate * seconds:
            asked.append(("list", f"/events?limit=50&{chance.choice(FILTERS)}"))
        chance.shuffle(asked)
        start = time.perf_counter() + 0.5
        tasks = [_one(client, address, start + i / rate) for i, (_, address) in enumerate(asked)]
        took = await asyncio.gather(*tasks)
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


def _naive(store: Path) -> float:
    with open_store(str(store)) as opened:
        began = time.perf_counter()
        chosen = [
            e for e, _ in find_events(opened, Query()) if e.type == "ASSAULT" and e.place and e.place.country == "SO"
        ]
        chosen.sort(key=lambda e: str(e.date and e.date.earliest), reverse=True)
        return (time.perf_counter() - began) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rate", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=6)
    given = parser.parse_args()
    command = [sys.executable, "-m", "marsad", "serve", "--store", str(given.store), "--port", str(PORT), "--no-index"]
    server = subprocess.Popen(command)
    try:
        _wait()
        time.sleep(5)  # what it loads beside
        took = asyncio.run(_measure(given.rate, given.seconds, given.seed))
    finally:
        server.terminate()
        server.wait()
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {given.rate} requests a second"
    )
    for kind, some in sorted(took.items()):
        some.sort()
        median, p95, p99 = (some[min(len(some) - 1, int(len(some) * part))] for part in (0.5, 0.95, 0.99))
        print(f"{kind}: {len(some)} requests, median {median:.0f} ms, 95th {p95:.0f} ms, 99th {p99:.0f} ms")
    print(f"naive, all events read and filtered once: {_naive(given.store):.0f} ms")


if __name__ == "__main__":
    main()
