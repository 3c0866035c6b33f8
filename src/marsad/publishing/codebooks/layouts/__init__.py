"""The columns of each codebook's table, named and ordered as the field knows them."""

from __future__ import annotations

from collections.abc import Callable

from marsad.publishing.tables import Row

from ..parts import Parts
from . import acled, cameo, plover, ucdp

LAYOUTS: dict[str, Callable[[Parts], Row]] = {
    "plover": plover.cells,
    "acled": acled.cells,
    "ucdp": ucdp.cells,
    "cameo": cameo.cells,
}
COLUMNS: dict[str, tuple[str, ...]] = {
    "plover": plover.COLUMNS,
    "acled": acled.COLUMNS,
    "ucdp": ucdp.COLUMNS,
    "cameo": cameo.COLUMNS,
}

__all__ = ["COLUMNS", "LAYOUTS"]
