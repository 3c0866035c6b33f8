"""How many names a second are looked up among many, beside a rapidfuzz scan of the same names.

    python benchmarks/naming.py QUERIES.txt NAMES.tsv

QUERIES holds a name a line, and after a tab its kind where that is known; NAMES holds key, kind (person or body) and name, set
apart by tabs.  Prints names a second, by the processor's time and by the clock, for the index with names it has not seen and with
the same ones again, and for ``rapidfuzz.process.extractOne`` over all names with two scorers: ``WRatio``, which rapidfuzz takes
unless told otherwise, and ``token_sort_ratio``; in one run.  Then milliseconds a name among 100,000 names made of parts of the
same ones.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils

from marsad.linking.names import NameIndex
from marsad.linking.names.index import Kind

SCANNED, MANY, ASKED = 100, 100_000, 500


class Rate(NamedTuple):
    """Queries a second, by the processor's time and by the clock."""

    processor: float
    clock: float

    def __str__(self) -> str:
        return f"{self.processor:9.0f} names/s ({self.clock:.0f} by the clock)"


def main() -> None:
    """Measure and print."""
    queries = [line.split("\t") for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    rows = [line.split("\t") for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()]
    named = [(key, name, "body" if kind == "body" else "person") for key, kind, name in rows]
    begun = time.perf_counter()
    index = NameIndex.build(named)  # type: ignore[arg-type]  # the two kinds, as strings
    gc.freeze()  # as `marsad.linking.kept` does with an index
    print(f"{len(named)} names indexed in {time.perf_counter() - begun:.1f} s; {len(queries)} asked")

    def find(name: str, kind: Kind | None = None) -> object:
        return index.find(name, kind=kind)

    first = rate(find, queries)
    print(f"{'index, first time':<22}{first}")
    print(f"{'index, again':<22}{rate(find, queries)}")
    names = [utils.default_process(name) for _, name, _ in named]
    for scorer in (fuzz.WRatio, fuzz.token_sort_ratio):

        def scan(name: str, _: str = "", scorer: Callable[..., float] = scorer) -> object:
            return process.extractOne(utils.default_process(name), names, scorer=scorer)

        slow = rate(scan, queries[:SCANNED])
        times = first.processor / slow.processor
        print(f"{scorer.__name__:<22}{slow}   the index is {times:.1f} times as fast the first time")
    source = random.Random(1)
    parts = sorted({part for _, name, _ in named for part in name.split()})
    many = {" ".join(source.sample(parts, 3)) for _ in range(MANY)}
    large = NameIndex.build((name, name, "person") for name in sorted(many))
    gc.freeze()
    print(
        f"{1000 / rate(large.find, [query[:1] for query in queries[:ASKED]]).processor:.1f} ms a name among {len(many)}"
    )


def rate(look: Callable[..., object], queries: Sequence[Sequence[str]]) -> Rate:
    """How fast queries are looked up, one after the other."""
    begun, clock = time.process_time(), time.perf_counter()
    for query in queries:
        look(*query)
    return Rate(len(queries) / (time.process_time() - begun), len(queries) / (time.perf_counter() - clock))


if __name__ == "__main__":
    main()
