"""Bringing a store's schema up to date, and telling which one it has."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from marsad.errors import StoreError

from .backend import WRITING, Backend
from .tables import HEAD


def revision(connection: Connection) -> str | None:
    """The schema's revision; None where there is none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("select version_num from alembic_version")).scalar()
    return found


def upgrade(engine: Engine, backend: Backend, name: str) -> None:
    """Create the tables, or bring them from an older revision to the newest, in one transaction.

    Raises StoreError when the database is another program's or a newer Marsad's.
    """
    with engine.connect() as connection:
        if revision(connection) == HEAD:
            return
    with engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        found = revision(connection)
        if found is None and (inspect(connection).get_table_names()):
            raise StoreError("a database, but not one of Marsad's", where=name, remedy="name another file with --store")
        if found is not None and found > HEAD:
            raise StoreError(f"written by a newer Marsad (schema {found})", where=name, remedy="update Marsad")
        if found != HEAD:
            _migrate(connection)
            backend.finish_schema(connection)


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
