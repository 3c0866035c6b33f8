"""`review`: what coders are asked, who codes what, how far they agree, and what can be learnt from it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from marsad.user import user_name

from .options import Country, Format_, Limit, StoreAt, first_day, last_day
from .output import show_rows
from .stores import put_together

if TYPE_CHECKING:
    from marsad.merging.telling import Reason
    from marsad.records import Claim

Coder = Annotated[
    str | None,
    typer.Option(
        "--coder", help="Whose queue; else the user of this machine. Example: --coder Awa", show_default=False
    ),
]
TheCoder = Annotated[str, typer.Argument(help="Who codes. Example: Awa", show_default=False)]
Order = Annotated[
    Literal["teaching", "assigned"],
    typer.Option(
        "--order", help="By what a decision would teach, or what is assigned, by day. Example: --order assigned"
    ),
]
OfKind = Annotated[
    Literal["event", "figure", "relation", "assessment", "pair"] | None,
    typer.Option("--kind", help="Claims of a kind, or pairs of events. Example: --kind pair", show_default=False),
]
From = Annotated[
    date,
    typer.Option(
        "--since", parser=first_day, metavar="DAY", help="The first day; a year or month will do. Example: --since 2021-05-03",
        show_default=False,
    ),
]  # fmt: skip
To = Annotated[
    date,
    typer.Option(
        "--until", parser=last_day, metavar="DAY", help="The last day; a year or month will do. Example: --until 2021-05-09",
        show_default=False,
    ),
]  # fmt: skip
Blind = Annotated[
    bool,
    typer.Option(
        "--blind/--open",
        help="Double coding: coders do not see what others or Marsad's numbers say, and what they agree on holds. "
        "Example: --blind",
    ),
]
BlindOnly = Annotated[
    bool,
    typer.Option(
        "--blind", help="Of blind judgements alone, as reliability wants them. Example: --blind", show_default=False
    ),
]
By = Annotated[
    str | None,
    typer.Option("--by", help="Who assigns; else the user of this machine. Example: --by Dina", show_default=False),
]

reviewing = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@reviewing.callback()
def about() -> None:
    """Show what coders are asked, assign, and tell how far they agree; give what is settled as training data.

    Judgements are made on the pages of `marsad serve` or through its API. None is overwritten.

    \b
    Examples:
      marsad review assign Awa --country ML --since 2021-05-03 --until 2021-05-09 --blind
      marsad review export > training.jsonl
    """


@reviewing.command()
def queue(
    coder: Coder = None,
    order: Order = "teaching",
    kind: OfKind = None,
    country: Country = None,
    limit: Limit = 50,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """Show what a coder is asked next, and why.

    \b
    Examples:
      marsad review queue --limit 20
      marsad review queue --coder Awa --order assigned
    """
    from marsad.reviewing.queue import assigned, teaching
    from marsad.storing import open_store

    name, kinds = coder or user_name(), [kind] if kind else []
    with open_store(store) as opened:
        put_together(opened)
        with opened.reading() as connection:
            if order == "assigned":
                told = assigned(connection, name, limit or sys.maxsize, kinds, country)
                rows = [_asked(one.claim.kind, (one.claim.id, ""), one.claim, ()) for one in told]
            else:
                found = teaching(connection, name, kinds, country)[:limit]
                rows = [_asked(one.kind, one.key, one.claim, one.reasons) for one in found]
    _show(
        rows,
        [("kind", 10, 0), ("claim", 21, 0), ("other", 21, 0), ("score", 6, 0), ("text", 0, 3), ("reasons", 0, 2)],
        form,
    )


@reviewing.command()
def assign(
    coder: TheCoder,
    since: From,
    until: To,
    country: Country = None,
    blind: Blind = False,
    by: By = None,
    store: StoreAt = None,
) -> None:
    """Assign the claims on events in a country and some days to a coder, with the figures of those events.

    \b
    Examples:
      marsad review assign Awa --country ML --since 2021-05-03 --until 2021-05-09 --blind
    """
    from marsad.reviewing.assignments import assign as give
    from marsad.reviewing.queue import count_assigned
    from marsad.storing import open_store

    with open_store(store) as opened:
        made = give(opened, coder, country, since, until, blind=blind, by=by or user_name())
        with opened.reading() as connection:
            total, _ = count_assigned(connection, made)
    typer.echo(f"marsad: assignment {made.number}, {total} claims to {coder}{', blind' if blind else ''}", err=True)


@reviewing.command()
def agreement(blind: BlindOnly = False, form: Format_ = None, store: StoreAt = None) -> None:
    """Show how far coders agree: Krippendorff's alpha by field, F1 of spans by role and pair of coders.

    `units` are those judged by two; a figure that cannot be told is left empty, with the reason.

    \b
    Examples:
      marsad review agreement --blind
    """
    from marsad.reviewing.agreement import agreement as measured
    from marsad.storing import open_store

    with open_store(store) as opened:
        found = measured(opened, blind=blind)
    rows: list[dict[str, Any]] = [
        {
            "measure": f"alpha {one.level}", "kind": one.kind, "field": one.field, "coders": list(one.coders),
            "value": _rounded(one.alpha), "overlap": None, "units": one.units, "because": one.because,
        }
        for one in found.alphas
    ]  # fmt: skip
    rows += [
        {
            "measure": "span F1", "kind": "figure" if one.role == "figure" else "event", "field": one.role,
            "coders": [one.one, one.other or "adjudicated"], "value": _rounded(one.f1.exact), "overlap": _rounded(one.f1.overlap),
            "units": one.f1.units, "because": one.because,
        }
        for one in found.spans
    ]  # fmt: skip
    _show(rows, [("measure", 14, 0), ("kind", 10, 0), ("field", 11, 0), ("coders", 12, 2), ("value", 6, 0), ("overlap", 7, 0),
                 ("units", 5, 0), ("because", 0, 3)], form)  # fmt: skip


@reviewing.command()
def disagreements(coder: Coder = None, form: Format_ = None, store: StoreAt = None) -> None:
    """Show what coders disagree on and nobody has adjudicated; nothing that the one who looks codes blind.

    \b
    Examples:
      marsad review disagreements --coder Dina
    """
    from marsad.reviewing.disagreements import disagreements as differing
    from marsad.storing import open_store

    with open_store(store) as opened, opened.reading() as connection:
        rows = [
            {
                "claim": one.subject.unit[0],
                "kind": one.subject.kind,
                "report": one.report.id,
                "coders": [said.by for said in one.judgements],
                "verdicts": [said.verdict for said in one.judgements],
                "fields": list(one.fields),
                "text": one.sentence.text,
            }
            for one in differing(connection, coder or user_name())
        ]
    _show(
        rows,
        [("kind", 8, 0), ("claim", 21, 0), ("coders", 12, 1), ("verdicts", 15, 1), ("fields", 12, 2), ("text", 0, 3)],
        form,
    )


@reviewing.command()
def recoding(form: Format_ = None, store: StoreAt = None) -> None:
    """Show the judgements that rest on entries of the codebook which have changed since, and what changed.

    \b
    Examples:
      marsad review recoding --format csv
    """
    from marsad.codebook import load
    from marsad.reviewing.recoding import to_recode
    from marsad.storing import open_store

    book = load()
    with open_store(store) as opened:
        rows = [
            {
                "judgement": one.judgement.number, "claim": one.judgement.claim, "by": one.judgement.by,
                "codebook": one.judgement.codebook, "now": book.version, "part": change.part, "code": change.code,
                "before": change.before, "after": change.after,
            }
            for one in to_recode(opened, book)
            for change in one.changes
        ]  # fmt: skip
    _show(rows, [("judgement", 9, 0), ("claim", 21, 0), ("by", 10, 1), ("codebook", 8, 0), ("now", 8, 0), ("part", 14, 0),
                 ("code", 14, 0), ("before", 0, 2), ("after", 0, 2)], form)  # fmt: skip


@reviewing.command()
def export(store: StoreAt = None) -> None:
    """Write what is settled as training data, JSON Lines; rejected claims are negatives. docs/review.md tells the shape.

    \b
    Examples:
      marsad review export > training.jsonl
    """
    from marsad.interchange import line
    from marsad.reviewing.exporting import training_data
    from marsad.storing import open_store

    with open_store(store) as opened:
        sys.stdout.writelines(line(one) + "\n" for one in training_data(opened))


def _asked(kind: str, key: tuple[str, str], claim: Claim | None, reasons: tuple[Reason, ...]) -> dict[str, Any]:
    return {
        "kind": kind,
        "claim": key[0],
        "other": key[1] or None,
        "score": round(sum(reason.points for reason in reasons), 4),
        "text": claim.text if claim else None,
        "reasons": list(_said(reasons)),
    }


def _said(reasons: tuple[Reason, ...]) -> Iterator[str]:
    for reason in reasons:
        yield f"{reason.name} ({reason.value}) {reason.points:+.2f}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _show(rows: list[dict[str, Any]], columns: list[tuple[str, int, int]], form: Any) -> None:
    from marsad.terminal import Column

    show_rows(rows, [(name, Column(name, width, spare=spare)) for name, width, spare in columns], form)
