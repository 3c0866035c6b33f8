"""The store of a command that can do without one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
