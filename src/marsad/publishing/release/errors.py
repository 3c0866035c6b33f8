"""What can go wrong with a release."""

from __future__ import annotations

from marsad.errors import MarsadError


class ReleaseError(MarsadError):
    """A folder is no release, or one could not be written or read."""

    code = "release"
    exit_code = 21


class ReleaseUnchangedError(ReleaseError):
    """Nothing changed since the last release."""

    code = "release-unchanged"


class ReleaseTamperedError(ReleaseError):
    """Files of a release are not those that its manifest names."""

    code = "release-tampered"
    exit_code = 22
