"""The store of a command that can do without one, and one whose reports are all put together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .output import progress

if TYPE_CHECKING:
    from marsad.storing import Store


@contextmanager
def opened_or_none(location: str | None, *, create: bool = False) -> Iterator[Store | None]:
    """The store; None where there is none yet and none but the user's own was asked for.

    Raises NoStoreError where another was named and is not there.
    """
    from marsad.storing import NoStoreError, default_location, open_store

    try:
        opened = open_store(location, create=create)
    except NoStoreError:
        if location and location != default_location():
            raise
        yield None
        return
    with opened:
        yield opened


def put_together(store: Store) -> None:
    """Put reports that were stored and not yet put into events there, with a bar."""
    from marsad.storing import count_unplaced, place_reports

    if waiting := count_unplaced(store):
        with progress("Putting together") as tracker:
            tracker.follow(place_reports(store), waiting)
