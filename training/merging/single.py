"""How many tolls that single articles give come out right, before anything is put together across reports."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping

from marsad.merging import tellings_of
from marsad.merging.ledger import tolls
from marsad.records import Bounds

from .labels import LABELS
from .reports import Read

MEASURES = ("killed", "injured")

Toll = tuple[float | None, float | None]
"""The least and the greatest number that an article gives."""


def labelled() -> dict[str, list[tuple[str, str, Toll]]]:
    """By report, (kind, measure, toll) of what it tells: the news itself (``single``), ``background``, a ``sum`` of several."""
    out: dict[str, list[tuple[str, str, Toll]]] = defaultdict(list)
    for line in (LABELS / "tolls_2015_july.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        mine = out[f"news-{row['article']}"]
        mine += [(row["kind"], m, (row[m]["low"], row[m]["high"])) for m in MEASURES if m in row]
    return dict(out)


def shares_right(reports: Read) -> Mapping[str, Mapping[str, float]]:
    """By kind, how many tolls are labelled and the share that a telling of the article has under `latest-official`; under
    ``told`` how many tolls tellings have and the share that is labelled.

    "At least 20" has no upper bound; labelled as 20 it is right.
    """
    wanted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for name, rows in labelled().items():
        report, claims = reports[name]
        given = [
            (m, b)
            for t in tellings_of(report, claims)
            for m, b in tolls((t,), "latest-official").items()
            if m in MEASURES
        ]
        left = [one for one in given if one[1].low is not None]
        wanted["told"] += len(left)
        for kind, measure, toll in rows:
            wanted[kind] += 1
            found = next((one for one in left if one[0] == measure and _is(one[1], toll)), None)
            if found is not None:
                left.remove(found)
                right.update([kind, "told"])
    return {kind: {"tolls": wanted[kind], "right": round(right[kind] / wanted[kind], 3)} for kind in sorted(wanted)}


def _is(given: Bounds, toll: Toll) -> bool:
    open_ = given.high is None and toll[0] == toll[1]
    return given.low == toll[0] and (open_ or given.high == toll[1])
