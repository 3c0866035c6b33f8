"""`check` and `doctor`: what does not go together in the data, and in the installation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import Format_, InReport, StoreAt
from .output import form_of, show_rows

if TYPE_CHECKING:
    from marsad.merging import Contradiction
    from marsad.records import Claim, Report
    from marsad.storing import Store

Notes = Annotated[
    bool,
    typer.Option(
        "--notes",
        help="Also show what may be right but is odd: parts that do not fill their whole, listings not found on the list. "
        "Example: --notes",
    ),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Exit with 1 when a contradiction is found, for scripts. Example: --strict"),
]


def check(
    report: InReport = None,
    notes: Notes = False,
    strict: Strict = False,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """Show contradictions: sums that don't add up, rival figures of one event, dates out of order.

    What a report says of a listing by the UN Security Council is held against the list in use, and shown as confirmed or at
    odds. Each is shown with the sentences it rests on and the ids of their claims. The exit code is 0 unless --strict is
    given.

    \b
    Examples:
      marsad check
      marsad check --report report.txt --notes
      marsad check --strict --format csv > contradictions.csv
    """
    from marsad.storing import open_store
    from marsad.terminal import Column

    found = 0

    def rows(store: Store) -> Iterator[dict[str, Any]]:
        nonlocal found
        for told, contradiction in _contradictions(store, report):
            if contradiction.severity != "note" or notes:
                found += contradiction.severity == "contradiction"
                yield _row(told, contradiction)

    with open_store(store) as opened:
        if form_of(form) == "table":
            for row in rows(opened):
                _tell(row)
        else:
            names = ("kind", "severity", "report", "source", "what", "claims", "sentences")
            show_rows(rows(opened), [(name, Column(name)) for name in names], form)
    typer.echo(f"marsad: {found} contradiction{'' if found == 1 else 's'}", err=True)
    if strict and found:
        raise typer.Exit(1)


def _contradictions(store: Store, report: str | None) -> Iterator[tuple[Report, Contradiction]]:
    from itertools import groupby

    from marsad.merging import contradictions
    from marsad.storing import Query, find_claims

    told = find_claims(store, Query(report=report))
    for _, pairs in groupby(told, key=lambda pair: pair[1].id):
        known = list(pairs)
        source = known[0][1]
        claims = [claim for claim, _ in known]
        for contradiction in (*contradictions(source, claims), *_listings(store, source, claims)):
            yield source, contradiction


def _listings(store: Store, report: Report, claims: list[Claim]) -> list[Contradiction]:
    from marsad.linking.candidates import candidates_of
    from marsad.linking.listings import listings, tells_of_listing
    from marsad.linking.lists import list_in_use
    from marsad.storing import last_decisions

    told = [claim for claim in claims if tells_of_listing(claim)]
    if not told:
        return []
    names = candidates_of(list_in_use(store))
    return listings(report, told, names, lambda name: last_decisions(store, name, report.id))


def _row(report: Report, contradiction: Contradiction) -> dict[str, Any]:
    return {
        "kind": contradiction.kind,
        "severity": contradiction.severity,
        "report": report.id,
        "source": report.source,
        "what": contradiction.what,
        "claims": [claim.id for claim in contradiction.claims],
        "sentences": _sentences(report, contradiction),
    }


def _sentences(report: Report, contradiction: Contradiction) -> list[str]:
    from marsad.languages.arabic.words import cut

    words = cut(report.text)
    sentences = []
    for claim in contradiction.claims:
        of_claim = words.sentence_of(words.at(claim.start))
        sentences.append(words.quote(of_claim.first, of_claim.last)[2])
    return sentences


def _tell(row: dict[str, Any]) -> None:
    from marsad.terminal import isolated

    out = sys.stdout
    out.write(f"{row['kind']}: {row['what']}\n  in {isolated(row['source'], out)} ({row['report']})\n")
    for claim, sentence in zip(row["claims"], row["sentences"], strict=True):
        out.write(f"  {claim}: {isolated(sentence, out)}\n")
    out.write("\n")


def doctor(store: StoreAt = None) -> None:
    """Say whether everything is in order, and what to do where it is not.

    Exits with 1 when something is wrong.

    \b
    Examples:
      marsad doctor
      marsad doctor --store sahel.db
    """
    from .health import examine

    ill = False
    for finding in examine(store):
        ill |= not finding.well
        mark = "ok     " if finding.well else "problem"
        remedy = "" if finding.well else f": {finding.remedy}"
        sys.stdout.write(f"{mark}  {finding.what}: {finding.state}{remedy}\n")
    if ill:
        raise typer.Exit(1)
