"""Review: codebooks judged under, assignments, judgements and their effects; indexes for the queue."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the tables and indexes."""
    op.create_table(
        "codebooks",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("taken", sa.DateTime, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "assignments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("made", sa.DateTime, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("coder", sa.String, nullable=False, index=True),
        sa.Column("country", sa.String(2)),
        sa.Column("since", sa.String(10), nullable=False),
        sa.Column("until", sa.String(10), nullable=False),
        sa.Column("blind", sa.Boolean, nullable=False),
        sa.Column("withdraws", sa.Integer, sa.ForeignKey("assignments.number"), index=True),
    )
    _judgements()
    ruled = sa.text("kind not in ('joined', 'unjoined')")
    op.create_index("ix_decisions_ruled", "decisions", ["number"], sqlite_where=ruled, postgresql_where=ruled)
    op.create_index("ix_claims_kind_country", "claims", ["kind", "country", "earliest"])
    op.create_index("ix_claims_kind_probability", "claims", ["kind", "probability"])
    unresolved = sa.text("country is null and place is not null")
    op.create_index(
        "ix_claims_unresolved", "claims", ["kind", "number"], sqlite_where=unresolved, postgresql_where=unresolved
    )
    op.create_index("ix_likenesses_points", "likenesses", ["points"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("judged", sa.DateTime, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("claim", sa.String, nullable=False),
        sa.Column("other", sa.String),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), nullable=False),
        sa.Column("verdict", sa.String(8), nullable=False),
        sa.Column("coded", sa.Text),
        sa.Column("because", sa.Text),
        sa.Column("codebook", sa.String(64), sa.ForeignKey("codebooks.digest"), nullable=False),
        sa.Column("blind", sa.Boolean, nullable=False),
        sa.Column("assignment", sa.Integer, sa.ForeignKey("assignments.number")),
        sa.Column("adjudicates", sa.Boolean, nullable=False),
        sa.Column("withdraws", sa.Integer, sa.ForeignKey("judgements.number"), index=True),
    )
    op.create_index("ix_judgements_unit", "judgements", ["claim", "other"])
    op.create_index("ix_judgements_by", "judgements", ["by", "claim"])
    op.create_index("ix_judgements_report", "judgements", ["report", "verdict"])
    op.create_table(
        "effects",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("judgement", sa.Integer, sa.ForeignKey("judgements.number"), nullable=False, index=True),
        sa.Column("decision", sa.Integer, sa.ForeignKey("decisions.number"), nullable=False, index=True),
        sa.Column("claim", sa.String, index=True),
    )
