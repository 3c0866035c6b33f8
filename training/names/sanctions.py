"""Names of the United Nations list as the measurements need them: written in Arabic letters, and in others."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lxml import etree

from marsad.linking.names.letters import is_arabic

_FILE = "un_consolidated_2026-02-27.xml"
_NAME_FIELDS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_BETWEEN = re.compile(r"[();]")
_REPLACED = "\ufffd"


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry: its reference, kind, names in Latin letters and forms in Arabic ones."""

    reference: str
    kind: Literal["person", "body"]
    latin: tuple[str, ...]
    arabic: tuple[str, ...]

    @property
    def is_development(self) -> bool:
        """Whether the entry may be looked at while rules are made and weights set; the other half may not."""
        return hashlib.sha256(self.reference.encode()).digest()[0] < 128


def read(data: Path) -> list[Listed]:
    """All entries of the list.  An alias that holds several names, by brackets or semicolons, is taken apart."""
    found: list[Listed] = []
    for entry in etree.parse(data / "sanctions" / _FILE).iter("INDIVIDUAL", "ENTITY"):
        names = [" ".join(entry.findtext(field) or "" for field in _NAME_FIELDS)]
        names += [alias.findtext("ALIAS_NAME") or "" for alias in entry.iter(f"{entry.tag}_ALIAS")]
        names += [entry.findtext("NAME_ORIGINAL_SCRIPT") or ""]
        single = [" ".join(one.split()) for name in names for one in _BETWEEN.split(name)]
        single = [one for one in dict.fromkeys(single) if any(map(str.isalpha, one))]
        found.append(
            Listed(
                entry.findtext("REFERENCE_NUMBER") or "",
                "person" if entry.tag == "INDIVIDUAL" else "body",
                tuple(one for one in single if not is_arabic(one)),
                tuple(one for one in single if is_arabic(one) and _REPLACED not in one),
            )
        )
    return found
