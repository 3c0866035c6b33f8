"""What can be wrong with what a coder sends."""

from __future__ import annotations

from marsad.errors import MarsadError


class CodingError(MarsadError):
    """A coding names a code, an id or words that are not there, or does not go with what is judged."""

    code = "coding"
    exit_code = 31


class JudgingError(MarsadError):
    """A judgement that may not be made: taken back already, or by somebody who should not make it."""

    code = "judging"
    exit_code = 32
