"""How fast reports are read, beside the cost of merely folding and cutting the same text.

    python benchmarks/reading.py REPORTS.jsonl[.gz]

Prints reports a second and MB a second on one core for folding and cutting alone, for extraction, and for reading and
extraction together, the ratio between them, and the peak memory after 100 reports and at the end.
"""

from __future__ import annotations

import gzip
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from marsad.extracting import extract
from marsad.languages.arabic.words import cut
from marsad.reading import read
from marsad.records import Report


def main() -> None:
    """Measure and print."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    path = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "reports.jsonl"
        plain.write_bytes(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())
        warm = next(r for r in read(plain) if isinstance(r, Report))
        extract(warm)
        folding = reading = extracting = 0.0
        count = size = claims = early = 0
        begun = time.perf_counter()
        for report in read(plain):
            arrived = time.perf_counter()
            reading += arrived - begun
            if not isinstance(report, Report):
                begun = time.perf_counter()
                continue
            cut(report.text)
            cut_at = time.perf_counter()
            claims += len(extract(report).claims)
            done = time.perf_counter()
            folding += cut_at - arrived
            extracting += done - cut_at
            count += 1
            size += len(report.text.encode())
            if count == 100:
                early = _peak()
            begun = time.perf_counter()
    megabytes = size / 1e6
    print(f"{count} reports, {megabytes:.1f} MB, {claims} claims")
    for name, seconds in (
        ("fold and cut", folding),
        ("extract", extracting),
        ("read and extract", reading + extracting),
    ):
        print(
            f"{name:<17}{count / seconds:9.0f} reports/s {megabytes / seconds:7.2f} MB/s {seconds / folding:6.1f} x folding"
        )
    print(f"peak memory: {early} MB after 100 reports, {_peak()} MB after {count}")


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
