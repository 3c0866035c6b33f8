"""How long review takes on a store: the queue in both orders, and a correction with its withdrawal.

    python benchmarks/reviewing.py STORE.db

Run it on a copy: it judges, and takes back what it judged.  Prints seconds, the best of three for what is only asked.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from marsad.reviewing import Saying, judge, withdraw_judgement
from marsad.reviewing.assignments import assign
from marsad.reviewing.codes_of import coded_of
from marsad.reviewing.coding import CodedEvent
from marsad.reviewing.queue import assigned, count_assigned, teaching
from marsad.storing import Store, open_store

CODER = "benchmark"
Made = TypeVar("Made")


def timed(name: str, work: Callable[[], Made], times: int = 3) -> Made:
    """What ``work`` gives; the time of the fastest run is printed."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        made = work()
        took.append(time.perf_counter() - began)
    print(f"{name:34} {min(took):8.3f} s", flush=True)
    return made


def measure(store: Store, country: str, year: int) -> None:
    """Print the times."""
    print(store.counts())
    with store.reading() as connection:
        found = timed("teaching, everything", lambda: teaching(connection, CODER))
        for kind in ("event", "figure", "pair"):
            timed(f"teaching, {kind}", lambda kind=kind: teaching(connection, CODER, [kind]))  # type: ignore[misc]
        timed(f"teaching, events in {country}", lambda: teaching(connection, CODER, ["event"], country))
    given = assign(store, CODER, country, date(year, 3, 1), date(year, 3, 7), blind=False, by=CODER)
    with store.reading() as connection:
        timed("assigned week, 50", lambda: assigned(connection, CODER, 50))
        print(timed("assigned week, progress", lambda: count_assigned(connection, given)))
    claim = next(one.claim for one in found if one.claim and one.claim.event and one.event)
    coded = coded_of(claim)
    assert isinstance(coded, CodedEvent)
    said = Saying(verdict="correct", claim=claim.id, coded=replace(coded, certainty="hedged"))
    judge(store, replace(said, verdict="unsure", coded=None), by=CODER)
    made = timed("a correction", lambda: judge(store, said, by=CODER), 1)
    timed("its withdrawal", lambda: withdraw_judgement(store, made.number, by=CODER), 1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--country", default="IQ")
    parser.add_argument("--year", type=int, default=2015)
    given = parser.parse_args()
    with open_store(str(given.store)) as opened:
        measure(opened, given.country, given.year)
