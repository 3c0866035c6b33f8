"""Codebooks: events as rows of PLOVER, ACLED, UCDP and CAMEO, by the rules in ``codebook/crosswalks``."""

from .comparing import COMPARED, Difference, Tally, differences, named, rows_of
from .evidence import Evidence
from .layouts import COLUMNS
from .rendering import CODEBOOKS, rendered
from .rows import ASPECTS, Aspect, NotIncluded, Row

__all__ = [
    "ASPECTS", "CODEBOOKS", "COLUMNS", "COMPARED", "Aspect", "Difference", "Evidence", "NotIncluded", "Row", "Tally",
    "differences", "named", "rendered", "rows_of",
]  # fmt: skip
