"""The tables of review: only ever added to.  Times are UTC.

A judgement is on a unit: a claim, named by the id under which it was first judged; a pair of claims that stand for two events; or
what a coder marked where nothing had been found, named by the id of the claim that its first coder made of it.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Index, Integer, String, Table, Text

from .tables import metadata

# What the codebook said when it was judged under: `body` holds its entries as JSON.
codebooks = Table(
    "codebooks",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("version", String, nullable=False),
    Column("taken", DateTime, nullable=False),
    Column("body", Text, nullable=False),
)

# Who codes the claims on events in a country, of any where it is null, from `since` until `until`, ISO 8601 days.
assignments = Table(
    "assignments",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("made", DateTime, nullable=False),
    Column("by", String, nullable=False),
    Column("coder", String, nullable=False, index=True),
    Column("country", String(2)),
    Column("since", String(10), nullable=False),
    Column("until", String(10), nullable=False),
    Column("blind", Boolean, nullable=False),
    Column("withdraws", ForeignKey("assignments.number"), index=True),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("judged", DateTime, nullable=False),
    Column("by", String, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("claim", String, nullable=False),
    Column("other", String),
    Column("report", ForeignKey("reports.number"), nullable=False),
    Column("verdict", String(8), nullable=False),
    Column("coded", Text),
    Column("because", Text),
    Column("codebook", ForeignKey("codebooks.digest"), nullable=False),
    Column("blind", Boolean, nullable=False),
    Column("assignment", ForeignKey("assignments.number")),
    Column("adjudicates", Boolean, nullable=False),
    Column("withdraws", ForeignKey("judgements.number"), index=True),
    Index("ix_judgements_unit", "claim", "other"),
    Index("ix_judgements_by", "by", "claim"),
    Index("ix_judgements_report", "report", "verdict"),
)

# Through which decision on events a judgement took effect, and which claim it made; the decision may be withdrawn since.
effects = Table(
    "effects",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("judgement", ForeignKey("judgements.number"), nullable=False, index=True),
    Column("decision", ForeignKey("decisions.number"), nullable=False, index=True),
    Column("claim", String, index=True),
)
