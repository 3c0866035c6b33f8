from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.testing import Result

from marsad.reviewing import Saying, judge
from marsad.storing import Query, find_claims, open_store

Marsad = Callable[..., Result]


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_review_from_assignment_to_training_data(marsad: Marsad, folder: Path, tmp_path: Path) -> None:
    marsad("add", folder)
    asked = rows(marsad("review", "queue", "--coder", "Awa", "--limit", 3))
    assert len(asked) == 3
    assert asked[0]["reasons"]
    for coder in ("Awa", "Bilal"):
        done = marsad("review", "assign", coder, "--since", "2021", "--until", "2022", "--blind", "--by", "Dina")
        assert done.exit_code == 0
        assert "blind" in done.stderr
    assigned = rows(marsad("review", "queue", "--coder", "Awa", "--order", "assigned"))
    assert {one["kind"] for one in assigned} <= {"event", "figure"}
    with open_store(str(tmp_path / "marsad.db")) as store:
        events = [claim.id for claim, _ in find_claims(store, Query(kind=("event",))) if claim.date][:2]
        assert set(events) <= {one["claim"] for one in assigned}
        for coder in ("Awa", "Bilal"):
            judge(store, Saying(verdict="accept", claim=events[0]), by=coder)
        judge(store, Saying(verdict="accept", claim=events[1]), by="Awa")
        judge(store, Saying(verdict="reject", claim=events[1], because="x"), by="Bilal")
    (unit,) = rows(marsad("review", "disagreements", "--coder", "Dina"))
    assert (unit["claim"], unit["verdicts"], unit["fields"][0]) == (events[1], ["accept", "reject"], "stands")
    measured = rows(marsad("review", "agreement", "--blind"))
    stands = next(row for row in measured if (row["kind"], row["field"]) == ("event", "stands"))
    # Of four values three are alike: observed 2 / 4, expected 2 * 3 * 1 / 12.
    assert (stands["value"], stands["units"], stands["coders"]) == (0.0, 2, ["Awa", "Bilal"])
    (example,) = rows(marsad("review", "export"))
    assert (example["id"], example["settled"], example["coders"]) == (events[0], "agreed", ["Awa", "Bilal"])
    assert rows(marsad("review", "recoding")) == []
    assert marsad("review", "agreement", "--format", "csv").stdout.startswith("measure,kind,field")
    assert "alpha" in marsad("review", "agreement", "--format", "table").stdout
    backwards = marsad("review", "assign", "Awa", "--since", "2022", "--until", "2021")
    assert backwards.exit_code not in (0, 1)
