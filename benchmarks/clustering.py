"""How fast claims are put into events, and how the cost grows with the number of reports.

    python benchmarks/clustering.py CLAIMS.jsonl [PICTURE.svg]

CLAIMS.jsonl is what `marsad read --format jsonl` printed.  All its reports that bear claims are put into events in one go by
merging alone, from claims in memory to events in memory, and then their figures are computed from the ledger.  Then the reports
are repeated, every copy with other ids and its days a further span later, up to 50,000 reports, in the order of their days, so
that a day holds as many reports whatever their number.  Times are of the processor.  Growth is told as the exponent of a power
law fitted to all sizes, beside the exponent that n log n has over the same sizes.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from math import log
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from marsad.interchange import from_json
from marsad.merging import Cluster, clusters, event_of, tellings_of
from marsad.merging.ledger import DEFAULT_RULE, tolls
from marsad.records import Claim, DateRange, Report

Told = tuple[Report, list[Claim]]

SIZES = (500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 50_000)
SPAN = 60  # days; whole spans later is a copy, so that copies do not share days


def main() -> None:
    """Measure, print and draw."""
    told = [one for one in read(Path(sys.argv[1])) if one[1]]
    merge(told[:50])  # loads the weights and word lists
    seconds, events = measured(told)
    found = merged(told)
    begun = time.process_time()
    for cluster in found:
        tolls(cluster.tellings, DEFAULT_RULE)
    ledger = time.process_time() - begun
    print(f"{len(told)} reports bearing claims: {events} events, {len(told) / seconds:.0f} reports/s")
    print(f"the ledgers of all events: {ledger:.2f} s beside {seconds:.2f} s")
    times = []
    for size in SIZES:
        seconds, events = measured(list(islice(repeated(told), size)))
        times.append(seconds)
        rate = f"{size / seconds:6.0f} reports/s {1e6 * seconds / (size * log(size, 2)):7.1f} us / (n log n)"
        print(f"{size:6} reports {events:7} events {seconds:8.2f} s {rate}", flush=True)
    print(f"exponent {exponent(SIZES, times):.3f}; of n log n {exponent(SIZES, n_log_n(SIZES)):.3f}")
    if len(sys.argv) > 2:
        draw(times, Path(sys.argv[2]))


def read(path: Path) -> list[Told]:
    """Reports with those of their claims that merging looks at, in the order of their days."""
    reports: dict[str, Report] = {}
    claims: dict[str, list[Claim]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.startswith('{"record":"mention"'):
                continue
            record = from_json(line)
            if isinstance(record, Report):
                reports[record.id] = record
            elif isinstance(record, Claim):
                claims[record.report].append(record)
    found = [(report, claims[report.id]) for report in reports.values()]
    return sorted(found, key=lambda one: (one[0].published or date.min, one[0].id))


def measured(told: Sequence[Told]) -> tuple[float, int]:
    """Seconds of the processor that merging takes, and how many events it gives."""
    gc.collect()
    gc.freeze()  # what was read is not what is measured
    begun = time.process_time()
    events = merge(told)
    seconds = time.process_time() - begun
    gc.unfreeze()
    return seconds, events


def merged(told: Sequence[Told]) -> list[Cluster]:
    """The tellings of the reports, put together where they are of one event."""
    return clusters([telling for report, claims in told for telling in tellings_of(report, claims)])


def merge(told: Sequence[Told]) -> int:
    """How many events the reports tell of."""
    return len([event_of(cluster, cluster.tellings[0].id, DEFAULT_RULE, {}) for cluster in merged(told)])


def repeated(told: Sequence[Told]) -> Iterator[Told]:
    """The reports, and again and again copies of them."""
    known = [(report, [claim for claim in claims if claim.event or claim.figure]) for report, claims in told]
    first, last = (known[at][0].published or date.min for at in (0, -1))
    span = SPAN * ((last - first).days // SPAN + 1)
    copy = 0
    while True:
        later = timedelta(days=span * copy)
        yield from (shifted(report, claims, f"~{copy}", later) for report, claims in known)
        copy += 1


def shifted(report: Report, claims: Sequence[Claim], mark: str, later: timedelta) -> Told:
    """A report and its claims with ``mark`` behind every id, and every day that merging looks at so much later."""
    return (
        replace(report, id=report.id + mark, published=report.published and report.published + later),
        [_claim(claim, mark, later) for claim in claims],
    )


def _claim(claim: Claim, mark: str, later: timedelta) -> Claim:
    figure = claim.figure and replace(
        claim.figure,
        part_of=claim.figure.part_of and claim.figure.part_of + mark,
        event=claim.figure.event and claim.figure.event + mark,
    )
    return replace(
        claim,
        id=claim.id + mark,
        report=claim.report + mark,
        date=claim.date and _days(claim.date, later),
        figure=figure,
    )


def _days(days: DateRange, later: timedelta) -> DateRange:
    return replace(days, earliest=days.earliest and days.earliest + later, latest=days.latest and days.latest + later)


def n_log_n(sizes: Sequence[int]) -> list[float]:
    """n log n for each size."""
    return [size * log(size) for size in sizes]


def exponent(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The exponent of the power law that fits best, by least squares of the logarithms."""
    return float(np.polyfit(np.log(sizes), np.log(times), 1)[0])


def draw(times: Sequence[float], path: Path) -> None:
    """Draw cost against size, beside n log n through the first point."""
    mpl.rcParams["svg.hashsalt"] = "merging-cost"
    figure = Figure(figsize=(6, 4))
    axes = figure.subplots()
    expected = np.array(n_log_n(SIZES)) * times[0] / n_log_n(SIZES)[0]
    axes.loglog(SIZES, expected, color="0.7", linestyle=":", label="n log n through the first point")
    axes.loglog(SIZES, times, marker="o", label=f"measured, exponent {exponent(SIZES, times):.2f}")
    axes.set(xlabel="reports", ylabel="seconds of one processor")
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(path, format="svg", bbox_inches="tight", metadata={"Date": None})


if __name__ == "__main__":
    main()
