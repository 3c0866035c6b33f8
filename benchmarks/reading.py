"""How fast reports are read and extracted, beside the cost of merely folding and cutting the same text.

    python benchmarks/reading.py REPORTS.jsonl[.gz]

Prints, for one core: reports a second and MB a second of folding and cutting, of reading, of extraction, and of
reading and extraction together, each with its cost as a multiple of folding and cutting; what the first report
costs, which loads the word lists; and the peak memory after 100 reports and at the end.  Times are of the
processor, not of the clock, so that other work on the machine counts only for the caches it takes.
"""

from __future__ import annotations

import gzip
import resource
import sys
import tempfile
import time
from pathlib import Path

from marsad.extracting import extract
from marsad.languages.arabic.words import cut
from marsad.pipeline import settle
from marsad.reading import read
from marsad.records import Report

_EARLY = 100


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "reports.jsonl"
        plain.write_bytes(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())
        _measure(plain)


def _measure(plain: Path) -> None:
    begun = time.process_time()
    settle()
    loading = time.process_time() - begun
    folding = reading = extracting = 0.0
    count = size = claims = early = 0
    begun = time.process_time()
    for report in read(plain):
        arrived = time.process_time()
        reading += arrived - begun
        if isinstance(report, Report):
            cut(report.text)
            cut_at = time.process_time()
            claims += len(extract(report).claims)
            folding += cut_at - arrived
            extracting += time.process_time() - cut_at
            count += 1
            size += len(report.text.encode())
            early = _peak() if count == _EARLY else early
        begun = time.process_time()
    megabytes = size / 1e6
    print(f"{count} reports, {megabytes:.1f} MB, {claims} claims")
    print(f"loading the word lists: {loading:.2f} s")
    for name, seconds in (
        ("fold and cut", folding),
        ("read", reading),
        ("extract", extracting),
        ("read and extract", reading + extracting),
    ):
        pace = f"{count / seconds:7.0f} reports/s {megabytes / seconds:7.2f} MB/s"
        print(f"{name:<17}{pace} {seconds / folding:6.1f} x folding and cutting")
    print(f"peak memory: {early} MB after {_EARLY} reports, {_peak()} MB after {count}")


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
