"""What Alembic runs to bring a store up to date; the connection comes from :mod:`marsad.storing.schema`."""

from __future__ import annotations

from alembic import context

import marsad.storing.event_tables
import marsad.storing.review_tables
import marsad.storing.team_tables  # noqa: F401  # their tables belong to the same metadata
from marsad.storing.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
