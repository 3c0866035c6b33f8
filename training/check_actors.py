"""Check the catalogue's references to the UN list and to UCDP against the lists themselves.

    python training/check_actors.py DATA_FOLDER

DATA_FOLDER holds sanctions/un_consolidated_2026-02-27.xml and actors/ucdp_actors_22.1.csv.  Prints each
reference beside the name under which the list has it, for a person to compare; exit 1 where a reference
is in no list, or where no word of the catalogue's English name stands in the list's names.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import unicodedata
from pathlib import Path

from lxml import etree

from marsad import catalogue

# Words that a name shares with many others, and what lists write for them.
WEAK = {
    "al",
    "the",
    "of",
    "in",
    "and",
    "for",
    "ul",
    "wal",
    "group",
    "islamic",
    "movement",
    "front",
    "army",
    "forces",
}
WEAK |= {"people", "jamaat", "party", "liberation", "state"}
SAME = {
    "isil": "islamic levant daesh", "houthis": "houthi ansarallah ansar", "taliban": "taleban",
    "hizbullah": "hezbollah", "qaida": "qaeda", "kurdistan": "pkk pjak kurdistan tak", "brigades": "brigade",
}  # fmt: skip


def words(text: str) -> set[str]:
    """Latin words of a text, folded, with the equivalents of SAME."""
    plain = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().lower()
    found = set(re.findall("[a-z]{3,}", re.sub("['’`]", "", plain)))
    return found | {w for known, others in SAME.items() if known in found for w in others.split()}


def united_nations(path: Path) -> dict[str, str]:
    """Reference number -> names of the entity."""
    out = {}
    for entity in etree.parse(str(path)).iter("ENTITY"):
        aliases = [a.text or "" for a in entity.iter("ALIAS_NAME")]
        out[entity.findtext("REFERENCE_NUMBER", "")] = "; ".join([entity.findtext("FIRST_NAME", ""), *aliases])
    return out


def ucdp(path: Path) -> dict[str, str]:
    """Actor id -> its names."""
    wanted = ("NameData", "NameOrigFull", "NameOrigFullEng", "NewNameFullEng", "Location")
    with path.open(encoding="utf-8-sig", newline="") as rows:
        return {r["ActorId"]: "; ".join(r[c] for c in wanted if r[c] not in ("", "n/a")) for r in csv.DictReader(rows)}


def main() -> int:
    """Print what was compared and what disagrees."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    data = ask.parse_args().data
    lists = {
        "un": united_nations(data / "sanctions/un_consolidated_2026-02-27.xml"),
        "ucdp": ucdp(data / "actors/ucdp_actors_22.1.csv"),
    }
    faults = 0
    for entry in catalogue.load().entries.values():
        for source, reference in [*([("un", entry.un)] if entry.un else []), *(("ucdp", u) for u in entry.ucdp)]:
            listed = lists[source].get(reference)
            shared = (words(entry.en) - WEAK) & words(listed or "")
            mark = "      " if shared else "CHECK "
            faults += listed is None
            print(f"{mark}{entry.id:<34}{source:<5}{reference:<9}{(listed or 'NOT IN THE LIST')[:90]}")
    print(f"{faults} references in no list")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
