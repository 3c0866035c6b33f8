"""The tables of a store, in words that SQLite and PostgreSQL share.

Reports, their originals, mentions, claims and actors, states of lists and decisions on links are only ever added.
A record stands whole in ``body`` as a line of the interchange format; the columns beside it repeat what queries ask
for.  Days are ISO 8601 text.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

HEAD = "0008"
"""The newest revision of the schema."""

metadata = MetaData()

originals = Table(
    "originals",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packing", String(8), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("started", DateTime, nullable=False),
    Column("version", String, nullable=False),
    Column("sources", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("sha256", ForeignKey("originals.sha256"), nullable=False),
    Column("run", ForeignKey("runs.number"), nullable=False),
    Column("stored", DateTime, nullable=False),
    Column("source", String, nullable=False, index=True),
    Column("outlet", String),
    Column("title", String),
    Column("published", String(10), index=True),
    Column("language", String),
    Column("body", Text, nullable=False),
)

mentions = Table(
    "mentions",
    metadata,
    Column("report", ForeignKey("reports.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("type", String, nullable=False),
    Column("entity", String),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    # Ids are hashes: as keys of other tables they would touch a page of the file for every row.
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("report", ForeignKey("reports.number"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("status", String),
    Column("certainty", String, nullable=False),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("country", String(2)),
    Column("place", String),
    Column("low", Float),
    Column("high", Float),
    # Checked when the transaction ends: a part may be written before its whole.
    Column("part_of", ForeignKey("claims.number", deferrable=True, initially="DEFERRED")),
    Column("event", ForeignKey("claims.number", deferrable=True, initially="DEFERRED"), index=True),
    Column("body", Text, nullable=False),
    Column("probability", Float),
    Index("ix_claims_report_start", "report", "start"),
    Index("ix_claims_kind_type", "kind", "type", "report", "start", "end", "id"),
    Index("ix_claims_earliest", "earliest"),
    Index("ix_claims_kind_country", "kind", "country", "earliest"),
    Index("ix_claims_kind_probability", "kind", "probability"),
    # Few claims have words that name a place and no country.
    Index(
        "ix_claims_unresolved",
        "kind",
        "number",
        sqlite_where=text("country is null and place is not null"),
        postgresql_where=text("country is null and place is not null"),
    ),
)

actors = Table(
    "actors",
    metadata,
    Column("claim", ForeignKey("claims.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("entity", String, index=True),
    Column("folded", String, nullable=False),
    Column("country", String(2)),
    sqlite_with_rowid=False,
)

# One vector a sentence, float16 and of length 1, for search by meaning; ``vectored`` are the reports that have theirs.
sentences = Table(
    "sentences",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", ForeignKey("reports.number"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("vector", LargeBinary, nullable=False),
)

vectored = Table("vectored", metadata, Column("report", ForeignKey("reports.number"), primary_key=True))

# States of sanctions lists in the order loaded: ``generated`` is when the publisher made it, ``replaced`` when the newest was
# made that was in use before, ``sha256`` the publisher's file, ``body`` its entries as `marsad.linking.lists.packed` writes them.
lists = Table(
    "lists",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("loaded", DateTime, nullable=False),
    Column("publisher", String(16), nullable=False),
    Column("generated", DateTime, nullable=False),
    Column("replaced", DateTime, nullable=False),
    Column("sha256", ForeignKey("originals.sha256"), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# Decisions on whether a name, everywhere or in one report, stands for an entry of a list: the last one holds.
links = Table(
    "links",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("decided", DateTime, nullable=False),
    Column("by", String, nullable=False),
    Column("decision", String(9), nullable=False),
    Column("because", Text, nullable=False),
    Column("name", String, nullable=False),
    Column("folded", String, nullable=False, index=True),
    Column("report", ForeignKey("reports.number")),
    Column("publisher", String(16), nullable=False),
    Column("reference", String, nullable=False, index=True),
    Column("generated", DateTime, nullable=False),
    Column("score", Float),
    Column("reasons", Text),
)

# What was worked out of the store as it stood in ``state``, by name, so that it need not be again; any row may be deleted.
kept = Table(
    "kept",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("body", LargeBinary, nullable=False),
)
