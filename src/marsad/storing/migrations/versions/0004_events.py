"""Events across reports: decisions and placements, and what is worked out from them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the tables; the reports already stored are put together when events are next asked for."""
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("decided", sa.DateTime, nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("kind", sa.String(9), nullable=False),
        sa.Column("one", sa.String, nullable=False, index=True),
        sa.Column("other", sa.String, index=True),
        sa.Column("pairs", sa.Text),
        sa.Column("score", sa.Float),
        sa.Column("reasons", sa.Text),
        sa.Column("because", sa.Text),
        sa.Column("withdraws", sa.Integer, sa.ForeignKey("decisions.number"), index=True),
    )
    op.create_table(
        "placements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("claim", sa.BigInteger, sa.ForeignKey("claims.number"), nullable=False),
        sa.Column("event", sa.String(17)),
    )
    op.create_index("ix_placements_claim", "placements", ["claim", "number"])
    op.create_table("placed", sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), primary_key=True))
    _tellings()
    _graph()
    op.create_table(
        "events",
        sa.Column("id", sa.String(17), primary_key=True),
        sa.Column("first", sa.BigInteger, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("country", sa.String(2)),
        sa.Column("place", sa.String),
        sa.Column("earliest", sa.String(10)),
        sa.Column("latest", sa.String(10)),
        sa.Column("least", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_events_order", "events", ["earliest", "latest", "country", "type", "least"])


def _tellings() -> None:
    op.create_table(
        "tellings",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), nullable=False, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "telling_claims",
        sa.Column("claim", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("telling", sa.BigInteger, nullable=False, index=True),
        sa.Column("event", sa.String(17), nullable=False, index=True),
    )
    op.create_table(
        "telling_keys",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("telling", sa.BigInteger, primary_key=True, autoincrement=False, index=True),
        sqlite_with_rowid=False,
    )


def _graph() -> None:
    op.create_table(
        "likenesses",
        sa.Column("one", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("other", sa.BigInteger, primary_key=True, autoincrement=False, index=True),
        sa.Column("points", sa.Float, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "joins",
        sa.Column("one", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("other", sa.BigInteger, primary_key=True, autoincrement=False, index=True),
        sa.Column("decision", sa.Integer, sa.ForeignKey("decisions.number"), nullable=False, index=True),
        sqlite_with_rowid=False,
    )
