"""Vectors of sentences, for search by meaning; the probability of claims, none for those stored before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables and the column."""
    op.add_column("claims", sa.Column("probability", sa.Float))
    op.create_table(
        "sentences",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), nullable=False, index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "vectored",
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), primary_key=True),
    )
