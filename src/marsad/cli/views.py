"""What of each noun a table on a terminal shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from marsad.publishing import row
from marsad.publishing.tables import Cell, Row, toll_text
from marsad.records import Claim, Entity, Event, Record, Report
from marsad.terminal import Column

View = tuple[Sequence[Column], Callable[[Record, Report | None], Sequence[Cell]]]


def view(noun: str) -> View:
    """Columns of a noun's table, and the function that fills them."""
    return _VIEWS[noun]


def _report(record: Record, _report: Report | None) -> Sequence[Cell]:
    cells = row(record)
    return [cells[name] for name in ("id", "published", "outlet", "title", "source")]


def _mention(record: Record, report: Report | None) -> Sequence[Cell]:
    cells = row(record, report)
    named = " ".join(str(cells[name]) for name in ("entity", "country") if cells[name])
    return [cells["report"], cells["type"], named, cells["text"]]


def _claim(record: Record, report: Report | None) -> Sequence[Cell]:
    cells = row(record, report)
    who = _first(cells, "agent", "organizer", "claimant", "subject")
    whom = _first(cells, "target", "victim", "counterpart", "object", "of")
    return [
        cells["id"],
        _when(cells),
        cells["type"],
        _number(cells),
        cells["certainty"],
        cells["place"] or cells["country"],
        who,
        whom,
        cells["speaker"],
        cells["text"],
    ]


def _explained(record: Record, report: Report | None) -> Sequence[Cell]:
    cells = row(record, report)
    probability = cells["probability"]
    sure = f"{probability:.2f}" if isinstance(probability, float) else None
    return [
        cells["id"],
        cells["type"],
        sure,
        cells["proposed_by"],
        cells["scores"],
        _antecedents(record),
        cells["text"],
    ]


def _antecedents(record: Record) -> str:
    """Whom the parts of a claim refer to, where other words of the report tell it: "التنظيم: تنظيم داعش"."""
    assert isinstance(record, Claim)
    told: list[Entity | None] = [*record.voice]
    if record.event:
        told += record.event.roles
    if record.relation:
        told += [record.relation.subject, record.relation.object]
    if record.assessment:
        told += record.assessment.about
    pairs = ((one.text, one.antecedent.text) for one in told if one and one.antecedent)
    return "; ".join(dict.fromkeys(f"{text}: {antecedent}" for text, antecedent in pairs if text != antecedent))


def _event(record: Record, _report: Report | None) -> Sequence[Cell]:
    assert isinstance(record, Event)
    cells = row(record)
    tolls = [f"{name} {toll_text(t.low, t.best, t.high)}" for name, t in record.figures.items()]
    return [
        cells["id"],
        _when(cells),
        cells["type"],
        cells["status"],
        cells["country"],
        cells["place"],
        _first(cells, "agent", "organizer", "claimant"),
        _first(cells, "target", "victim", "counterpart"),
        ", ".join(tolls),
    ]


def _when(cells: Row) -> str:
    earliest, latest = cells["earliest"], cells["latest"]
    if earliest == latest:
        return str(earliest or "")
    return f"{earliest or ''}..{latest or ''}"


def _number(cells: Row) -> str:
    low, high = cells["low"], cells["high"]
    if low is None and high is None:
        return "?" if cells["kind"] == "figure" else ""
    if low == high:
        return f"{low:g}"
    return f"≥{low:g}" if high is None else f"≤{high:g}" if low is None else f"{low:g}-{high:g}"


def _first(cells: Row, *names: str) -> Cell:
    return next((cells[name] for name in names if cells[name]), None)


_VIEWS: dict[str, View] = {
    "report": (
        (
            Column("report", 18),
            Column("published", 10),
            Column("outlet", 20, spare=1),
            Column("title"),
            Column("source", 30, spare=2),
        ),
        _report,
    ),
    "mention": ((Column("report", 18), Column("type", 12), Column("entity", 24), Column("text")), _mention),
    "claim": (
        (
            Column("claim", 21),
            Column("when", 22, spare=1),
            Column("type", 13),
            Column("number", 11, right=True),
            Column("certainty", 9, spare=5),
            Column("where", 14, spare=2),
            Column("who", 18, spare=3),
            Column("whom", 18, spare=4),
            Column("says", 18, spare=6),
            Column("words"),
        ),
        _claim,
    ),
    "explained claim": (
        (
            Column("claim", 21, spare=1),
            Column("type", 13),
            Column("sure", 5, right=True),
            Column("proposed by", 24),
            Column("scores", 36),
            Column("refers to", 24, spare=2),
            Column("words"),
        ),
        _explained,
    ),
    "event": (
        (
            Column("event", 17),
            Column("when", 22, spare=1),
            Column("type", 9),
            Column("status", 10, spare=3),
            Column("in", 2),
            Column("place", 16, spare=2),
            Column("who", spare=4),
            Column("whom", spare=5),
            Column("figures", 24),
        ),
        _event,
    ),
}
