"""Accounts, sessions and the audit log of a team."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "accounts",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("folded", sa.String(64), nullable=False, unique=True),
        sa.Column("role", sa.String(6), nullable=False),
        sa.Column("password", sa.String, nullable=False),
        sa.Column("made", sa.DateTime, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("disabled", sa.DateTime),
    )
    op.create_table(
        "sessions",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("account", sa.Integer, sa.ForeignKey("accounts.number"), nullable=False, index=True),
        sa.Column("made", sa.DateTime, nullable=False),
        sa.Column("used", sa.DateTime, nullable=False),
        sa.Column("expires", sa.DateTime, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("account", sa.String),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("address", sa.String),
        sa.Column("what", sa.Text),
        sa.Column("outcome", sa.String(8), nullable=False),
        sa.Column("remote", sa.String),
    )
    op.create_index("ix_audit_account", "audit", ["account"])
