"""What events are counted and chosen by: coordinates, sums of figures, the values of their claims; indexes for lists."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_FIGURES = [f"{measure}_{bound}" for measure in ("killed", "injured") for bound in ("low", "best", "high", "open")]
_OWN = ["earliest", "latest", "type", "country", "status", "sure", "latitude", "longitude", "radius_km", "name"]
_COUNTED = [*_OWN, *_FIGURES, "id"]
_TOLD = "telling_claims t join claims c on c.number = t.claim"
# Each select gives facet, value and event.
_ACTORS = "telling_claims t join actors a on a.claim = t.claim"
_VALUES = (
    f"select 'certainty', c.certainty, t.event from {_TOLD}",
    f"select 'place', c.place, t.event from {_TOLD} where c.place is not null",
    f"select 'outlet', r.outlet, t.event from {_TOLD} join reports r on r.number = c.report where coalesce(r.outlet, '') <> ''",
    f"select 'actor', a.entity, t.event from {_ACTORS} where coalesce(a.entity, '') <> ''",
    f"select 'name', a.folded, t.event from {_ACTORS}",
)


def upgrade() -> None:
    """Add the columns and the table, and fill them from the events and claims there are."""
    op.add_column("events", sa.Column("sure", sa.Float))
    op.add_column("events", sa.Column("name", sa.String))
    for name in ("latitude", "longitude", "radius_km", *_FIGURES):
        op.add_column("events", sa.Column(name, sa.Float))
    op.create_table(
        "event_values",
        sa.Column("facet", sa.String(9), primary_key=True),
        sa.Column("value", sa.String, primary_key=True),
        sa.Column("event", sa.String(17), primary_key=True, index=True),
        sqlite_with_rowid=False,
    )
    _fill(op.get_bind())
    op.create_index("ix_events_counts", "events", _COUNTED)
    op.create_index("ix_reports_source", "reports", ["source"])
    op.drop_index("ix_claims_kind_type", "claims")
    op.create_index("ix_claims_kind_type", "claims", ["kind", "type", "report", "start", "end", "id"])


def _fill(connection: sa.Connection) -> None:
    for query in _VALUES:
        connection.exec_driver_sql(f"insert into event_values (facet, value, event) select distinct * from ({query}) v")
    sure = f"select max(c.probability) from {_TOLD} where t.event = events.id"
    connection.exec_driver_sql(f"update events set sure = ({sure})")
    rows = connection.execute(sa.text("select id, body from events")).all()
    own = [_columns(json.loads(row.body)) | {"event": row.id} for row in rows]
    names = ("name", "latitude", "longitude", "radius_km", *_FIGURES)
    if own:
        put = ", ".join(f"{name} = :{name}" for name in names)
        connection.execute(sa.text(f"update events set {put} where id = :event"), own)


def _columns(event: dict[str, Any]) -> dict[str, Any]:
    place = event.get("place") or {}
    out = {name: place.get(name) for name in ("name", "latitude", "longitude", "radius_km")} | dict.fromkeys(_FIGURES)
    for measure in ("killed", "injured"):
        if measure in event["figures"]:
            low, best, high = (event["figures"][measure].get(bound) for bound in ("low", "best", "high"))
            orders = {"low": (low, best, high), "best": (best, low, high), "high": (high, best, low)}
            for bound, order in orders.items():
                out[f"{measure}_{bound}"] = next((number for number in order if number is not None), 0)
            out[f"{measure}_open"] = int(high is None)
    return out
