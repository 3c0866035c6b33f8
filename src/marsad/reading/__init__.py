"""Reading: bytes to reports, of whatever format, or one clear error for each that is refused."""

from .files import named, sources
from .limits import Limits
from .reader import originals_in, read, read_bytes, read_originals

__all__ = ["Limits", "named", "originals_in", "read", "read_bytes", "read_originals", "sources"]
