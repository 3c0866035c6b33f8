"""Publishing: records as lines of JSON or as tables."""

from .tables import columns, row
from .writing import FORMATS, Format, table, write

__all__ = ["FORMATS", "Format", "columns", "row", "table", "write"]
