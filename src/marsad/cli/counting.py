"""`ledger`: every figure told of an event, how it stands, and best, low and high under a rule."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from marsad.terminal import Column, isolated

from .options import AsKnownOn, Format_, PublishedUntil, Rule, StoreAt
from .output import form_of, show_rows

if TYPE_CHECKING:
    from marsad.merging.ledger import Entry, Ledger, Value
    from marsad.merging.ledger import Rule as LedgerRule
    from marsad.merging.telling import Telling
    from marsad.records import Bounds, Speaker

    from .options import Form

EventName = Annotated[
    str,
    typer.Argument(
        metavar="EVENT",
        help="An event by any id that it has or ever had, or by the id of a claim of it. Example: e0d1b2c3a4958677f",
        show_default=False,
    ),
]
Rules = Annotated[
    bool, typer.Option("--explain", help="Show also what every other rule gives, and what it says. Example: --explain")
]

COLUMNS = (
    "record", "measure", "low", "best", "high", "rule", "unit", "of", "side", "source", "official", "via", "verb", "said_on",
    "outlet", "published", "refers_from", "refers_to", "certainty", "standing", "reason", "report", "claim", "origin", "part_of",
    "supersedes", "superseded_by", "start", "end", "sentence",
)  # fmt: skip


def ledger(
    event: EventName,
    rule: Rule = None,
    explain: Rules = False,
    as_known_on: AsKnownOn = None,
    published_until: PublishedUntil = None,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """Show all figures of an event: how many, who says so and through whom, when, how certainly, in which sentence.

    Each figure has a standing, with the reason: a total, a part of one, an update, superseded by one, a rival of what another
    source counts, denied, or a copy of what the same source gave before. Below them stand best, low and high with the rule
    they are taken by.

    \\b
    Examples:
      marsad ledger e0d1b2c3a4958677f
      marsad ledger e0d1b2c3a4958677f --rule reported-range --explain
      marsad ledger e0d1b2c3a4958677f --published-until 2021-05-10 --format csv
    """
    from marsad.merging.ledger import DEFAULT_RULE, rule_named
    from marsad.storing import Query, event_named, open_store, tellings_of_event

    chosen = rule_named(rule or DEFAULT_RULE).name
    query = Query(rule=chosen, as_known_on=as_known_on, published_until=published_until)
    with open_store(store) as opened:
        tellings = tellings_of_event(opened, event_named(opened, event, query), query)
    show_ledger(tellings, chosen, form, explain)


def show_ledger(tellings: list[Telling], rule: str, form: Form | None, explain: bool) -> None:
    """Write the ledger of what ``tellings`` tell to stdout."""
    from marsad.merging.ledger import ledger_of

    kept = ledger_of(tellings, rule)
    if form_of(form) == "table":
        _tell(kept, tellings, explain, sys.stdout)
        return
    others = [name for name in _rules() if name != rule] if explain else []
    ledgers = [kept, *(ledger_of(tellings, name) for name in others)]
    show_rows(_rows(kept, ledgers), [(name, Column(name)) for name in COLUMNS], form)


def _rows(kept: Ledger, ledgers: Iterable[Ledger]) -> Iterator[dict[str, Any]]:
    empty = dict.fromkeys(COLUMNS)
    for entry in kept.entries:
        yield empty | _entry(entry)
    for one in ledgers:
        for measure, bounds in one.bounds.items():
            numbers = {"low": bounds.low, "best": bounds.best, "high": bounds.high}
            yield empty | {"record": "bounds", "measure": measure, "rule": one.rule} | numbers


def _entry(entry: Entry) -> dict[str, Any]:
    via = [link for link in entry.voice if link.role == "via"]
    speaker = entry.voice[0] if entry.voice else None
    refers = entry.refers
    return {
        "record": "figure",
        "measure": entry.measure,
        "low": entry.low,
        "high": entry.high,
        "unit": entry.unit,
        "of": entry.of,
        "side": entry.side,
        "source": entry.name,
        "official": entry.official,
        "via": [link.text for link in via],
        "verb": speaker.verb if speaker else None,
        "said_on": _said_on(speaker),
        "outlet": entry.report.outlet,
        "published": entry.reported.isoformat() if entry.reported else None,
        "refers_from": refers.earliest.isoformat() if refers and refers.earliest else None,
        "refers_to": refers.latest.isoformat() if refers and refers.latest else None,
        "certainty": entry.certainty,
        "standing": entry.standing,
        "reason": entry.reason.en,
        "report": entry.report.id,
        "claim": entry.claim.id,
        "origin": entry.origin,
        "part_of": entry.part_of,
        "supersedes": list(entry.supersedes),
        "superseded_by": entry.superseded_by,
        "start": entry.sentence.start,
        "end": entry.sentence.end,
        "sentence": entry.sentence.text,
    }


def _said_on(speaker: Speaker | None) -> str | None:
    day = speaker.date.earliest if speaker and speaker.date else None
    return day.isoformat() if day else None


def _tell(kept: Ledger, tellings: list[Telling], explain: bool, out: IO[str]) -> None:
    from marsad.merging.ledger import tolls

    every = {name: tolls(tellings, name) for name in _rules()} if explain else {}
    for measure in dict.fromkeys(entry.measure for entry in kept.entries):
        out.write(f"{measure}\n")
        for entry in kept.entries:
            if entry.measure == measure:
                _tell_entry(entry, out)
        for value in kept.values:
            if value.measure == measure:
                out.write(f"  {_value(value, out)}\n")
        if measure in kept.bounds:
            out.write(f"  {_three(kept.bounds[measure])} under {kept.rule}\n")
        for name, found in every.items():
            if measure in found and name != kept.rule:
                out.write(f"  {_three(found[measure])} under {name}\n")
        out.write("\n")
    for name in every or (kept.rule,):
        rule = _rules()[name]
        source = rule.source or "Marsad's own"
        out.write(f"{name}: {rule.definition} [{source}]\n")


def _tell_entry(entry: Entry, out: IO[str]) -> None:
    via = "".join(f" via {isolated(link.text, out)}" for link in entry.voice if link.role == "via")
    authority = " (authority)" if entry.official else ""
    whom = f" {isolated(entry.of, out)}" if entry.of else ""
    side = f" [{entry.side}]" if entry.side else ""
    when = entry.reported.isoformat() if entry.reported else "day unknown"
    out.write(
        f"  {_range(entry.low, entry.high)}{whom}{side}: {isolated(entry.name, out)}{authority}{via}, "
        f"{isolated(entry.report.outlet or entry.report.source, out)}, {when}, {entry.certainty}\n"
        f"    {entry.standing}: {isolated(entry.reason.en, out)}\n"
        f"    {entry.report.id} {entry.sentence.start}-{entry.sentence.end}: {isolated(entry.sentence.text, out)}\n"
    )


def _value(value: Value, out: IO[str]) -> str:
    sources = "1 independent source" if value.sources == 1 else f"{value.sources} independent sources"
    return f"{_range(value.low, value.high)}: {sources}, first {isolated(value.first_by, out)}"


def _three(bounds: Bounds) -> str:
    return f"best {_number(bounds.best)}, low {_number(bounds.low)}, high {_number(bounds.high)}"


def _number(number: float | None) -> str:
    return "-" if number is None else f"{number:g}"


def _range(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "?"
    if low == high:
        return f"{low:g}"
    return f"≥{low:g}" if high is None else f"≤{high:g}" if low is None else f"{low:g}-{high:g}"


def _rules() -> Mapping[str, LedgerRule]:
    from marsad.merging.ledger import RULES

    return RULES
