"""Why events differ between two releases: reports that came or went, decisions made or taken back, other rules or files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from .contents import Contents, Row, Told

_SHOWN = 3  # files named, where many changed


@dataclass(frozen=True, slots=True)
class Reason:
    """``kind`` is what changed, ``ids`` whatever it names: reports, the claims of a decision, files of Marsad."""

    kind: Literal["report", "decision", "rule", "marsad", "reading"]
    what: str
    ids: tuple[str, ...]


def why(a: Contents, b: Contents, before: Sequence[Told], after: Sequence[Told]) -> tuple[Reason, ...]:
    """Why the events ``before`` became those ``after``.

    Reports and decisions that touch them come first; a change of Marsad's own files is a reason only where claims of reports
    that both releases have differ, or where nothing else is.
    """
    found = [*_reports(a, b, before, after), *_decisions(a, b, before, after)]
    if a.rules != b.rules and before and after:
        found.append(Reason("rule", f"rule: {', '.join(a.rules)} before, {', '.join(b.rules)} now", ()))
    old, new = _claims(before), _claims(after)
    read_anew = any(
        a.claims.get(claim, b.claims.get(claim)) in a.reports & b.reports and (claim in a.claims) != (claim in b.claims)
        for claim in old ^ new
    )
    if read_anew or not found:
        found += _marsad(a, b) or [Reason("reading", "the same reports give other claims or events", ())]
    return tuple(found)


def _reports(a: Contents, b: Contents, before: Sequence[Told], after: Sequence[Told]) -> Iterator[Reason]:
    had = {report for event in before for report in event.reports}
    have = {report for event in after for report in event.reports}
    for report in sorted(have - had):
        if report not in a.reports:
            yield Reason("report", f"new report {report}", (report,))
        elif before:
            yield Reason("report", f"claims of {report} joined", (report,))
    for report in sorted(had - have):
        if report not in b.reports:
            yield Reason("report", f"report {report} is no longer there", (report,))
        elif after:
            yield Reason("report", f"claims of {report} left", (report,))


def _decisions(a: Contents, b: Contents, before: Sequence[Told], after: Sequence[Told]) -> Iterator[Reason]:
    """Decisions on claims of these events that only one of the releases has: made since, or no longer holding."""
    about = _claims(before) | _claims(after)
    old, new = ({_key(row): row for row in some.decisions} for some in (a, b))
    for key, row in new.items():
        if key not in old and {row["one"], row["other"]} & about:
            yield Reason("decision", _told(row), (row["one"], row["other"]))
    for key, row in old.items():
        if key not in new and {row["one"], row["other"]} & about and not _again(row, new):
            yield Reason("decision", f"no longer: {_told(row)}", (row["one"], row["other"]))


def _again(row: Row, rows: dict[tuple[Any, ...], Row]) -> bool:
    """Whether ``rows`` have the same decision as withdrawn."""
    return (*_key(row)[:-1], True) in rows


def _key(row: Row) -> tuple[Any, ...]:
    return row["one"], row["other"], row["decision"], row["by"], row["because"], row["withdrawn"]


def _told(row: Row) -> str:
    pair = row["one"] + (f" and {row['other']}" if row["other"] else "")
    score = f" ({row['score']:.2f})" if row["score"] is not None else ""
    because = f": {row['because']}" if row["because"] else ""
    if row["withdrawn"]:
        because += f"; withdrawn: {row['withdrawn_because'] or 'no reason given'}"
    return f"{pair} {row['decision']} by {row['by']}{score}{because}"


def _marsad(a: Contents, b: Contents) -> list[Reason]:
    found = []
    for part, files in b.made_of.items():
        was = a.made_of.get(part, {})
        changed = sorted(path for path in was.keys() | files.keys() if was.get(path) != files.get(path))
        if changed:
            shown = ", ".join(changed[:_SHOWN]) + (
                f" and {len(changed) - _SHOWN} more" if len(changed) > _SHOWN else ""
            )
            found.append(Reason("marsad", f"{part} of Marsad changed: {shown}", tuple(changed)))
    return found


def _claims(events: Sequence[Told]) -> frozenset[str]:
    return frozenset[str]().union(*(event.claims for event in events))
