"""`forecasts`: what was predicted, by whom and how surely, and how it came out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from marsad.terminal import Column

from .filters import filtered_beside
from .options import last_day
from .output import form_of, show_rows
from .stores import put_together

if TYPE_CHECKING:
    from marsad.merging.forecasts import Calibration, Score
    from marsad.storing import Query

    from .options import Form

Outlet = Annotated[
    str | None,
    typer.Option("--outlet", help="Who published it: words of the name. Example: --outlet نبأ", show_default=False),
]
Scored = Annotated[
    bool | None,
    typer.Option(
        "--scored/--open",
        help="Only those scored, or only those whose horizon has not passed. Example: --scored",
        show_default=False,
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=last_day,
        metavar="DAY",
        help="Score as of this day, by default today. Example: --as-of 2022-06-30",
        show_default=False,
    ),
]
Stated = Annotated[
    bool,
    typer.Option(
        "--stated-horizon",
        help="Leave what has no horizon of its own unscored, instead of giving it the default one. "
        "Example: --stated-horizon",
    ),
]
ScaleName = Annotated[
    Literal["icd-203", "kent-1964", "ipcc-2010"] | None,
    typer.Option(
        "--scale",
        help="The published scale that gives hedge words their probabilities; by default icd-203. Example: --scale kent-1964",
        show_default=False,
    ),
]
By = Literal["outlet", "author", "all"]
Calibrated = Annotated[
    By | None,
    typer.Option(
        "--calibration",
        help="Instead of the forecasts, the Brier score and calibration of each outlet or author, or of all together. "
        "Example: --calibration outlet",
        show_default=False,
    ),
]
_OWN = {
    "outlet": Outlet,
    "scored": Scored,
    "as_of": AsOf,
    "stated_horizon": Stated,
    "scale": ScaleName,
    "calibration": Calibrated,
}


@filtered_beside(_OWN)
def forecasts(
    query: Query,
    form: Form | None,
    store: str | None,
    *,
    outlet: str | None,
    scored: bool | None,
    as_of: date | None,
    stated_horizon: bool,
    scale: str | None,
    calibration: By | None,
) -> None:
    """List forecasts: who predicts what, how surely, by when, and whether it came true.

    A forecast of a rise or fall is held against the events of the store: more of them, or fewer, than in as many days before
    it was published. One that cannot be scored says why. Days are those of publication, types those of the events it speaks
    of. Words, ranges and rules: docs/forecasts.md.

    \b
    Examples:
      marsad forecasts --country TJ --since 2019
      marsad forecasts --scored --as-of 2022-12-31
      marsad forecasts --calibration outlet --scale kent-1964
    """
    from marsad.merging import forecasts as ledger
    from marsad.publishing.forecasts import calibration_row, forecast_row, state
    from marsad.storing import open_store
    from marsad.storing.forecasts import find_scores

    rules = ledger.ScoringRules(stated_only=bool(stated_horizon))
    with open_store(store) as opened:
        put_together(opened)
        asked = replace(query, limit=None)
        scores = find_scores(opened, asked, as_of, outlet=outlet, scale=scale, rules=rules)
    wanted = {True: "scored", False: "open", None: None}[scored]
    scores = [score for score in scores if wanted in (None, state(score))][: query.limit]
    table = form_of(form) == "table"
    if calibration is not None:
        found = ledger.calibration(scores, calibration)
        if form_of(form) == "jsonl":
            show_rows(map(calibration_row, found), [], form)
        else:
            show_rows(_bins(found), _BIN_COLUMNS, form)
    elif table:
        show_rows(map(_brief, scores), _COLUMNS, form)
    else:
        rows = [forecast_row(score) for score in scores]
        show_rows(rows, [(name, Column(name)) for name in (rows[0] if rows else ())], form)
    states = [state(score) for score in scores]
    sums = ", ".join(f"{states.count(one)} {one}" for one in ("scored", "open", "unscorable"))
    typer.echo(f"marsad: {len(scores)} forecast{'' if len(scores) == 1 else 's'}: {sums}", err=True)


_COLUMNS = [
    ("claim", Column("claim", 21, spare=6)),
    ("published", Column("published", 10)),
    ("outlet", Column("outlet", 12, spare=5)),
    ("author", Column("author", 18, spare=2)),
    ("what", Column("what", 10)),
    ("where", Column("where", 14, spare=1)),
    ("by", Column("by", 10)),
    ("rule", Column("horizon", 18, spare=4)),
    ("chance", Column("chance", 7, right=True)),
    ("events", Column("events", 9, right=True, spare=3)),
    ("result", Column("result", 22)),
    ("text", Column("words")),
]
_BIN_COLUMNS = [
    ("of", Column("of", 20)),
    ("scored", Column("scored", 6, right=True)),
    ("of_them", Column("happened", 8, right=True)),
    ("brier", Column("brier", 6, right=True)),
    ("climatology", Column("always", 6, right=True, spare=2)),
    ("reliability", Column("apart", 6, right=True, spare=3)),
    ("bin", Column("given", 9)),
    ("forecasts", Column("forecasts", 9, right=True)),
    ("given", Column("mean", 5, right=True)),
    ("happened", Column("share", 5, right=True)),
    ("unscorable", Column("unscorable", 0, spare=1)),
]


def _brief(score: Score) -> dict[str, Any]:
    """What a table on a terminal shows of a forecast."""
    one, outcome = score.forecast, score.outcome
    way = {"up": "↑", "down": "↓", None: "?"}[one.direction]
    came = "came true" if score.came_true else "did not"
    return {
        "claim": one.claim.id,
        "published": one.report.published,
        "outlet": one.outlet,
        "author": one.author,
        "what": f"{'not ' if one.negated else ''}{way} {one.counted.type if one.counted else ''}",
        "where": ", ".join(where.name for where in one.where) or ", ".join(one.actors),
        "by": one.horizon.latest if one.horizon else None,
        "rule": one.horizon.inferred_by if one.horizon else None,
        "chance": f"{100 * one.hedge.low:.0f}-{100 * one.hedge.high:.0f}%",
        "events": f"{len(outcome.before)} → {len(outcome.after)}" if outcome else None,
        "result": score.unscorable or f"{came}, {score.brier:.2f}",
        "text": one.claim.text,
    }


def _bins(found: Iterable[Calibration]) -> Iterator[dict[str, Any]]:
    """A row for every bin that holds forecasts, and one for a forecaster of whom nothing is scored."""
    from marsad.publishing.forecasts import calibration_row

    for one in found:
        row = calibration_row(one)
        row["of_them"] = one.happened
        row["unscorable"] = ", ".join(f"{count} {reason}" for reason, count in row["unscorable"].items())
        filled = [bin_ for bin_ in row["bins"] if bin_["forecasts"]]
        for bin_ in filled or [{"low": None, "forecasts": 0, "given": None, "happened": None}]:
            name = "" if bin_["low"] is None else f"{bin_['low']:.1f}-{bin_['high']:.1f}"
            yield row | {"bin": name} | {key: bin_[key] for key in ("forecasts", "given", "happened")}
