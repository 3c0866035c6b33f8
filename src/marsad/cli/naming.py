"""`who`: whom a name may mean, and what was decided about it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from marsad.terminal import Column, isolated

from .options import Format_, StoreAt
from .output import form_of, show_rows, tell
from .stores import opened_or_none

if TYPE_CHECKING:
    from marsad.linking.candidates import Candidate
    from marsad.storing import Decision, Link

Name = Annotated[
    list[str],
    typer.Argument(
        help="A name in any script, or the id of an actor of the catalogue. Example: غولمورود حليموف",
        show_default=False,
    ),
]
Parts = Annotated[bool, typer.Option("--explain", help="Show the score of each part of the names. Example: --explain")]
Count = Annotated[int, typer.Option("--limit", min=1, help="No more than this many. Example: --limit 3")]
KindOf = Annotated[
    Literal["person", "body"] | None,
    typer.Option(
        "--kind", help="Persons only, or groups and other bodies only. Example: --kind person", show_default=False
    ),
]
Every = Annotated[
    bool,
    typer.Option("--all", help="Also show names that hardly fit, below the threshold of a candidate. Example: --all"),
]
Without = Annotated[
    Literal["arabic", "latin", "cyrillic"] | None,
    typer.Option(
        "--without-script",
        help="Leave out all names in this script of whoever is listed, to measure what other spellings are worth. "
        "Example: --without-script arabic",
        show_default=False,
    ),
]
Confirm = Annotated[
    str | None,
    typer.Option(
        metavar="REF",
        help="Decide that the name stands for this entry of the list; needs --because. Example: --confirm QDi.372",
        show_default=False,
    ),
]
Reject = Annotated[
    str | None,
    typer.Option(
        metavar="REF",
        help="Decide that it does not; needs --because. Example: --reject QDi.372",
        show_default=False,
    ),
]
Withdraw = Annotated[
    str | None,
    typer.Option(
        metavar="REF",
        help="Take back what was decided of name and entry; needs --because. Example: --withdraw QDi.372",
        show_default=False,
    ),
]
Because = Annotated[
    str | None,
    typer.Option(
        "--because", help="Why it is decided so. Example: --because 'born in Varzob, as listed'", show_default=False
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by", help="Who decides; else the user of this machine. Example: --by 'A. Karim'", show_default=False
    ),
]
OnlyIn = Annotated[
    str | None,
    typer.Option(
        "--report",
        metavar="ID|SOURCE",
        help="The decision, and what is shown of decisions, is on the name in this report alone. Example: --report news.txt",
        show_default=False,
    ),
]


def who(
    name: Name,
    explain: Parts = False,
    limit: Count = 10,
    kind: KindOf = None,
    every: Every = False,
    confirm: Confirm = None,
    reject: Reject = None,
    withdraw: Withdraw = None,
    because: Because = None,
    by: By = None,
    report: OnlyIn = None,
    without_script: Without = None,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """Show whom a name may mean, in the catalogue and on the UN list, the likeliest first.

    A link to the list is a candidate until a person confirms or rejects it. Decisions are kept in the store with who made
    them, when and why, and none is overwritten. A name that many bear is best decided on in one report, with --report.

    \b
    Examples:
      marsad who غولمورود حليموف
      marsad who 'Islamic Movement of Uzbekistan' --explain
      marsad who غولمورود حليموف --confirm QDi.372 --because 'former commander, as listed'
      marsad who isil-khorasan --confirm QDe.161 --because 'the catalogue names the entry'
    """
    from marsad.linking.candidates import candidates_of
    from marsad.linking.deciding import decide_link, decided_on, with_confirmed
    from marsad.linking.lists import list_in_use

    said = " ".join(" ".join(name).split())
    if not any(map(str.isalpha, said)):
        raise typer.BadParameter("a name has letters", param_hint="NAME")
    wanted = _decision(confirm, reject, withdraw, because)
    with opened_or_none(store, create=wanted is not None) as opened:
        names = candidates_of(list_in_use(opened), without_script)
        if wanted and opened:
            kept = decide_link(opened, names, said, *wanted, by=by, report=report)
            where = f" in {report}" if report else ""
            tell(f"{kept.decision}: {said} and {kept.reference}{where}, by {kept.by}")
        found = [one for one in names.find(said, limit, kind) if every or one.comparison.verdict != "different"]
        found = with_confirmed(opened, names, said, found, report)[:limit]
        rows = [_row(one, decided_on(opened, said, one, report)) for one in found]
    if not rows:
        typer.echo(f"marsad: no name in the catalogue or on the list of {names.sanctions.day} comes near", err=True)
    if form_of(form) == "table" and explain:
        _tell(rows)
    else:
        show_rows(rows, [*_columns(), *([("parts", Column("parts"))] if explain else [])], form)


def _decision(
    confirm: str | None, reject: str | None, withdraw: str | None, because: str | None
) -> tuple[str, Decision, str] | None:
    """Reference, decision and reason; None where nothing is to be decided."""
    given: dict[Decision, str | None] = {"confirmed": confirm, "rejected": reject, "withdrawn": withdraw}
    wanted = [(reference, decision) for decision, reference in given.items() if reference]
    if not wanted:
        if because:
            raise typer.BadParameter("goes with --confirm, --reject or --withdraw", param_hint="--because")
        return None
    if len(wanted) > 1:
        raise typer.BadParameter("one decision at a time", param_hint="--confirm, --reject, --withdraw")
    if not because or not because.strip():
        raise typer.BadParameter("say why it is decided so", param_hint="--because")
    return (*wanted[0], because.strip())


def _columns() -> list[tuple[str, Column]]:
    return [
        ("score", Column("score", 5, right=True)),
        ("verdict", Column("fit", 9, spare=1)),
        ("source", Column("in", 9)),
        ("id", Column("id", 26)),
        ("name", Column("name")),
        ("link", Column("link", 9)),
        ("via", Column("via", 16, spare=4)),
        ("kind", Column("kind", 6, spare=5)),
        ("countries", Column("of", 5, spare=3)),
        ("born", Column("born", 16, spare=2)),
        ("listed_on", Column("listed on", 10)),
    ]


def _row(candidate: Candidate, link: Link | None) -> dict[str, Any]:
    from marsad.linking.deciding import status
    from marsad.linking.lists import ListEntry

    entry = candidate.entry
    listed = entry if isinstance(entry, ListEntry) else None
    return {
        "score": round(candidate.score, 2),
        "verdict": candidate.comparison.verdict,
        "source": candidate.source,
        "id": candidate.id,
        "name": candidate.name,
        "link": status(link) if listed else None,
        "via": candidate.via,
        "kind": candidate.kind,
        "countries": list(entry.countries),
        "born": [str(birth) for birth in listed.births] if listed else [],
        "listed_on": listed.listed_on.isoformat() if listed else None,
        "listed_as": listed.name if listed else None,
        "decided": _decided(link) if link else None,
        "parts": [line.strip() for line in candidate.comparison.explain().splitlines()[1:]],
    }


def _decided(link: Link) -> dict[str, Any]:
    return {
        "decision": link.decision,
        "by": link.by,
        "on": link.decided.date().isoformat(),
        "because": link.because,
        "report": link.report,
    }


def _tell(rows: list[dict[str, Any]]) -> None:
    """Each candidate with the scores of its parts, and with who decided on it."""
    out = sys.stdout
    for row in rows:
        link = f", {row['link']}" if row["link"] else ""
        name, via = isolated(row["name"], out), f" by way of {row['via']}" if row["via"] else ""
        out.write(f"{row['score']:.2f} {row['verdict']}: {name}, {row['source']} {row['id']}{via}{link}\n")
        for part in row["parts"]:
            out.write(f"  {isolated(part, out)}\n")
        if decided := row["decided"]:
            where = f" in {decided['report']}" if decided["report"] else ""
            because = isolated(decided["because"], out)
            out.write(f"  {decided['decision']}{where} by {decided['by']} on {decided['on']}: {because}\n")
