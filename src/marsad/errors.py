"""What can go wrong, as classes with a code, a place and a remedy.

Every error that a user may meet derives from :class:`MarsadError`.  Its text is one line: what was wrong, where, and what
to do about it.  ``exit_code`` is what the command line returns when the error ends a command.
"""

from __future__ import annotations


class MarsadError(Exception):
    """Base of all errors that Marsad raises on purpose.

    ``code`` is stable and documented, ``where`` names the file, record or setting, ``remedy`` says what to do.
    """

    code = "marsad"
    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        line = f"{where}: {what}" if where else what
        super().__init__(f"{line} ({remedy})" if remedy else line)


class CodebookError(MarsadError):
    """A codebook, lexicon or catalogue file contradicts itself or its schema."""

    code = "codebook"
    exit_code = 4


class ReadingError(MarsadError):
    """A source could not be turned into a report."""

    code = "reading"
    exit_code = 3


class EmptyError(ReadingError):
    """The source holds no text: nothing, white space only, or a page or scan without letters."""

    code = "empty"
    exit_code = 10


class NoiseError(ReadingError):
    """The bytes are no text: NUL or other control bytes stand where letters should."""

    code = "noise"
    exit_code = 11


class TornError(ReadingError):
    """A document of a known format is cut off or damaged."""

    code = "torn"
    exit_code = 12


class EncryptedError(ReadingError):
    """A document opens with a password only."""

    code = "encrypted"
    exit_code = 13


class TooLargeError(ReadingError):
    """A source is larger, deeper or packed more tightly than the limits of reading allow."""

    code = "too-large"
    exit_code = 14


class EncodingError(ReadingError):
    """The letters' encoding could not be told, or too many bytes contradict it."""

    code = "encoding"
    exit_code = 15


class UnreadableError(ReadingError):
    """The source vanished, may not be read, or failed while being read."""

    code = "unreadable"
    exit_code = 16


class UnsupportedError(ReadingError):
    """A known kind of file that Marsad has no reader for."""

    code = "unsupported"
    exit_code = 17


class MalformedError(ReadingError):
    """A record of a JSON Lines file is not JSON, or not a report."""

    code = "malformed"
    exit_code = 18


class OffsetError(MarsadError):
    """A span does not cut its own words out of the report's text: a bug in Marsad, never the user's fault."""

    code = "offset"
    exit_code = 5


class StoreError(MarsadError):
    """The store could not be opened, read or written."""

    code = "store"
    exit_code = 6


class OriginError(MarsadError):
    """What should be the origin of a page is none."""

    code = "origin"
    exit_code = 41


class PortTakenError(MarsadError):
    """The address to serve on is taken, or may not be used."""

    code = "port"
    exit_code = 28
