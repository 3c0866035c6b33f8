"""States of sanctions lists, and decisions on links to their entries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "lists",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("loaded", sa.DateTime, nullable=False),
        sa.Column("publisher", sa.String(16), nullable=False),
        sa.Column("generated", sa.DateTime, nullable=False),
        sa.Column("replaced", sa.DateTime, nullable=False),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("originals.sha256"), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "links",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("decided", sa.DateTime, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("decision", sa.String(9), nullable=False),
        sa.Column("because", sa.Text, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("folded", sa.String, nullable=False, index=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number")),
        sa.Column("publisher", sa.String(16), nullable=False),
        sa.Column("reference", sa.String, nullable=False, index=True),
        sa.Column("generated", sa.DateTime, nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("reasons", sa.Text),
    )
