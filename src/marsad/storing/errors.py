"""What can go wrong with a store, by kind."""

from __future__ import annotations

from marsad.errors import StoreError


class StoreLockedError(StoreError):
    """Another process is writing to the store and did not finish in time."""

    code = "store-locked"
    exit_code = 7


class StoreFullError(StoreError):
    """There is no room left for the store, or it may not grow."""

    code = "store-full"
    exit_code = 8


class StoreConflictError(StoreError):
    """A report has the id of a stored report and other content."""

    code = "store-conflict"


class StoreIntegrityError(StoreError):
    """Claims of a report refer to claims that are not there, or share an id: a bug in Marsad."""

    code = "store-integrity"


class NoStoreError(StoreError):
    """There is no store at the place named."""

    code = "no-store"


class UnknownNameError(StoreError):
    """Nothing in the store has the name given, as it stood at the time asked for."""

    code = "unknown-name"


class RulingError(StoreError):
    """What a person wants to rule would change nothing, or goes against what holds."""

    code = "ruling"
