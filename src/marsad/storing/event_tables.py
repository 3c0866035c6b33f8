"""The tables of events: what was decided and where each claim was put, only ever added to, and what is worked out from them.

``decisions`` and ``placements`` are records.  ``placed``, ``tellings``, ``telling_claims``, ``telling_keys``, ``likenesses``,
``joins``, ``events`` and
``event_values`` are workings: they say how things stand now, rows of them are replaced where something changes, and all
of them follow from the records, the reports and the claims (:func:`marsad.storing.events.placing.start_over`).  Times are UTC.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, DateTime, Float, ForeignKey, Index, Integer, String, Table, Text, text

from marsad.merging.decisions import BY_MARSAD

from .tables import metadata

_BY_PERSONS = f"kind not in ({', '.join(map(repr, BY_MARSAD))})"
RULED = text(f"decisions.{_BY_PERSONS}")
"""The condition on the decisions that persons made, written as the index on them is, which is used only then."""

# What Marsad or a person (``by``) decided of two claims of events, ``one`` and ``other``, or of one; ``pairs`` are all pairs, or
# all claims left out, that a person's ruling covers, as JSON.  ``since`` is when it counts from: a report counts from when it was
# stored, even where it was put together with others later, on ``decided``.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("decided", DateTime, nullable=False),
    Column("since", DateTime, nullable=False),
    Column("by", String, nullable=False),
    Column("kind", String(9), nullable=False),
    Column("one", String, nullable=False, index=True),
    Column("other", String, index=True),
    Column("pairs", Text),
    Column("score", Float),
    Column("reasons", Text),
    Column("because", Text),
    Column("withdraws", ForeignKey("decisions.number"), index=True),
    # The few decisions of persons among the many of Marsad's.
    Index("ix_decisions_ruled", "number", sqlite_where=text(_BY_PERSONS), postgresql_where=text(_BY_PERSONS)),
)

# Which event a claim of an event was put into, from when; none where it was left out.  The last one up to a time holds then.
placements = Table(
    "placements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("since", DateTime, nullable=False),
    Column("claim", ForeignKey("claims.number"), nullable=False),
    Column("event", String(17)),
    Index("ix_placements_claim", "claim", "number"),
)

placed = Table("placed", metadata, Column("report", ForeignKey("reports.number"), primary_key=True))

# A telling has the number of its first claim; ``body`` are the numbers of its events, figures and denials, as JSON.
tellings = Table(
    "tellings",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("report", ForeignKey("reports.number"), nullable=False, index=True),
    Column("body", Text, nullable=False),
)

telling_claims = Table(
    "telling_claims",
    metadata,
    Column("claim", BigInteger, primary_key=True, autoincrement=False),
    Column("telling", BigInteger, nullable=False, index=True),
    Column("event", String(17), nullable=False, index=True),
)

telling_keys = Table(
    "telling_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("telling", BigInteger, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

# How alike two tellings are, in log-odds, where that is above the floor; ``one`` has the lower number.
likenesses = Table(
    "likenesses",
    metadata,
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("points", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Index("ix_likenesses_points", "points"),
    sqlite_with_rowid=False,
)

# The joins that hold now, each with the decision that made it.
joins = Table(
    "joins",
    metadata,
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("decision", ForeignKey("decisions.number"), nullable=False, index=True),
    sqlite_with_rowid=False,
)

COUNTED = (
    "earliest", "latest", "type", "country", "status", "sure", "latitude", "longitude", "radius_km", "name",
    "killed_low", "killed_best", "killed_high", "killed_open",
    "injured_low", "injured_best", "injured_high", "injured_open", "id",
)  # fmt: skip

# The events of now under the default rule.  ``least`` is the least of the claims' ids: an order that does not follow from which
# report was recorded first.  ``sure`` is the greatest probability of a claim that tells of it; the figures are as
# `marsad.storing.events.values.summed` has them, and none where none is told.
events = Table(
    "events",
    metadata,
    Column("id", String(17), primary_key=True),
    Column("first", BigInteger, nullable=False),
    Column("type", String, nullable=False),
    Column("status", String, nullable=False),
    Column("country", String(2)),
    Column("place", String),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("least", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("sure", Float),
    Column("name", String),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("radius_km", Float),
    *(
        Column(f"{measure}_{bound}", Float)
        for measure in ("killed", "injured")
        for bound in ("low", "best", "high", "open")
    ),
    Index("ix_events_order", "earliest", "latest", "country", "type", "least"),
    # Holds all that counting looks at, so that the long bodies are not read.
    Index("ix_events_counts", *COUNTED),
)

# Values that an event has by any claim that tells of it: ``facet`` says of what, which is certainty, outlet, actor (its id in the
# catalogue), name (of an actor, folded) or place (folded).
event_values = Table(
    "event_values",
    metadata,
    Column("facet", String(9), primary_key=True),
    Column("value", String, primary_key=True),
    Column("event", String(17), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
