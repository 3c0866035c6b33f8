"""Builds the sanctions list that Marsad ships: ``PYTHONPATH=src python training/build_lists.py DATA_FOLDER``.

Reads sanctions/un_consolidated_*.xml of the data folder, the newest by name, and writes src/marsad/linking/lists/un.jsonl.gz:
reference numbers, names, births, nationalities, titles, designations, days of listing and amendment.  Narratives, addresses and
documents are left out.  The same file gives the same bytes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from marsad.linking.lists.packed import SHIPPED, pack
from marsad.linking.lists.un_xml import read_un_file

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "marsad" / "linking" / "lists"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def main(data: Path) -> None:
    """Write the list, and say what it holds."""
    newest = max(path for path in (data / "sanctions").glob("un_consolidated_*.xml") if _DAY.search(path.name))
    sanctions, _ = read_un_file(newest)
    packed = pack(sanctions)
    (PACKAGE / SHIPPED).write_bytes(packed)
    persons, bodies = sanctions.count("person"), sanctions.count("body")
    print(f"{persons} persons, {bodies} entities, as of {sanctions.day}; {len(packed):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
