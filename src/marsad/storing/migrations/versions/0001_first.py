"""The first schema: originals, runs, reports, mentions, claims, actors."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "originals",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("packing", sa.String(8), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "runs",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("started", sa.DateTime, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("sources", sa.Text, nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("originals.sha256"), nullable=False),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.number"), nullable=False),
        sa.Column("stored", sa.DateTime, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("outlet", sa.String),
        sa.Column("title", sa.String),
        sa.Column("published", sa.String(10), index=True),
        sa.Column("language", sa.String),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "mentions",
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("entity", sa.String),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    _claims()
    op.create_table(
        "actors",
        sa.Column("claim", sa.BigInteger, sa.ForeignKey("claims.number"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("entity", sa.String, index=True),
        sa.Column("folded", sa.String, nullable=False),
        sa.Column("country", sa.String(2)),
        sqlite_with_rowid=False,
    )


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("mode", sa.String),
        sa.Column("status", sa.String),
        sa.Column("certainty", sa.String, nullable=False),
        sa.Column("earliest", sa.String(10)),
        sa.Column("latest", sa.String(10)),
        sa.Column("country", sa.String(2)),
        sa.Column("place", sa.String),
        sa.Column("low", sa.Float),
        sa.Column("high", sa.Float),
        sa.Column("part_of", sa.BigInteger, sa.ForeignKey("claims.number", deferrable=True, initially="DEFERRED")),
        sa.Column(
            "event",
            sa.BigInteger,
            sa.ForeignKey("claims.number", deferrable=True, initially="DEFERRED"),
            index=True,
        ),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_claims_report_start", "claims", ["report", "start"])
    op.create_index("ix_claims_kind_type", "claims", ["kind", "type"])
    op.create_index("ix_claims_earliest", "claims", ["earliest"])


def downgrade() -> None:
    """Claims are never thrown away, so there is no way below the first schema."""
    raise NotImplementedError("the first schema has nothing below it")
