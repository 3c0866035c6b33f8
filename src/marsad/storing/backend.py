"""What a database must do for a store beyond common SQL: to be had for each database in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy import Connection, Engine, PoolProxiedConnection, Select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError

from marsad.errors import StoreError

WRITING = "marsad_writing"
"""Execution option of a connection that takes the right to write when its transaction begins."""


class Backend(Protocol):
    """A kind of database."""

    def name(self, url: URL) -> str:
        """The store as messages name it: no secrets."""

    def exists(self, url: URL) -> bool:
        """Whether there is anything at ``url``."""

    def engine(self, url: URL) -> Engine:
        """An engine whose connections are durable, check foreign keys and wait for other writers a while."""

    def finish_schema(self, connection: Connection) -> None:
        """Add what common SQL cannot say, where it is missing: immutability and the full-text index."""

    def index(self, connection: Connection, report: int, forms: str) -> None:
        """Make report number ``report`` findable by the folded words ``forms``, set apart by spaces."""

    def find(self, alternatives: Sequence[Sequence[str]]) -> Select[int, float]:
        """Numbers and scores of the reports that hold one word of each of the ``alternatives``, the best first."""

    def stamp(self, connection: PoolProxiedConnection) -> object:
        """Something that stays equal on this connection, which is in no transaction, for as long as no other one writes."""

    def trouble(self, error: DBAPIError, name: str) -> StoreError:
        """The error to show for what the database said."""

    def health(self, connection: Connection) -> list[tuple[str, bool, str, str]]:
        """Facts for `doctor`: what, whether well, how it stands, and the remedy if it is not well."""


def backend_for(url: URL) -> Backend:
    """The backend of a database URL.  Raises StoreError for a database that Marsad does not know."""
    if url.get_backend_name() == "sqlite":
        from .sqlite import Sqlite

        return Sqlite()
    raise StoreError(
        f"no store can be kept in {url.get_backend_name()}",
        where=url.render_as_string(),
        remedy="name a file instead",
    )


def parse(location: str) -> URL:
    """The URL of a store named by path or URL.  Raises StoreError for a URL that is none."""
    from pathlib import Path

    if "://" not in location:
        return URL.create("sqlite", database=str(Path(location).expanduser().absolute()))
    try:
        return make_url(location)
    except Exception as error:
        raise StoreError("not a database address", where=location, remedy="name a file or sqlite:///FILE") from error


@contextmanager
def troubles(backend: Backend, name: str) -> Iterator[None]:
    """Turn what the database says into a StoreError of its kind."""
    try:
        yield
    except DBAPIError as error:
        raise backend.trouble(error, name) from error
