"""Releases: immutable, numbered folders of all that a store says, and their differences."""

from .contents import Contents, Told, contents
from .differing import Change, Field, Kind, difference
from .errors import ReleaseError, ReleaseTamperedError, ReleaseUnchangedError
from .manifest import About, Manifest
from .reading import Fault, Release, faults, open_release
from .reasons import Reason

__all__ = [
    "About",
    "Change",
    "Contents",
    "Fault",
    "Field",
    "Kind",
    "Manifest",
    "Reason",
    "Release",
    "ReleaseError",
    "ReleaseTamperedError",
    "ReleaseUnchangedError",
    "Told",
    "contents",
    "difference",
    "faults",
    "open_release",
]
