"""Check the catalogue's references to the UN list and to UCDP against the lists themselves.

    python training/check_actors.py DATA_FOLDER

DATA_FOLDER holds sanctions/un_consolidated_2026-02-27.xml and actors/ucdp_actors_22.1.csv.  Prints each
reference with the catalogue's name beside the list's, marked CHECK where no word of the catalogue's names
stands in the list's, for a person to compare; then what UCDP says of two actors that the catalogue has
and does not say itself, and which armed groups of the UN list it lacks.  Exit 1 where a reference is in no list.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from marsad import catalogue
from marsad.catalogue import Entry

# Words that a name shares with many others, and what lists write for them.
WEAK = {
    "al", "the", "of", "in", "and", "for", "ul", "wal", "group", "islamic", "movement", "front", "army", "forces",
    "people", "jamaat", "party", "liberation", "state", "brigade", "brigades",
}  # fmt: skip
SAME = {
    "isil": "islamic levant daesh", "houthis": "houthi ansarallah ansar", "taliban": "taleban",
    "hizbullah": "hezbollah", "qaida": "qaeda", "kurdistan": "pkk pjak kurdistan tak",
    "caucasus": "kavkaz", "fath": "fateh", "supporters": "ansar", "march": "mars",
}  # fmt: skip
# Column that says whether, column of the other's ids, predicates that say the same here, either way round.
UCDP_SAYS = (
    ("Splinter", "ActorIdPrev", ("split-from", "branch-of")),
    ("Alliance", "ActorIdAlliance", ("allied-with", "branch-of", "merged-into", "loyal-to")),
    ("JoinGroup", "ActorIdGroup", ("merged-into", "branch-of", "loyal-to", "renamed-to")),
)


def words(text: str) -> set[str]:
    """Latin words of a text, folded, with the equivalents of SAME."""
    plain = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().lower()
    found = set(re.findall("[a-z0-9]{2,}", re.sub("['’`-]", "", plain))) | set(re.findall("[a-z]{3,}", plain))
    return found | {w for known, others in SAME.items() if known in found for w in others.split()}


def united_nations(path: Path) -> dict[str, str]:
    """Reference number -> names of the entity."""
    out = {}
    for entity in etree.parse(str(path)).iter("ENTITY"):
        aliases = [a.text or "" for a in entity.iter("ALIAS_NAME")]
        names = [(entity.findtext("FIRST_NAME") or "").strip(), *aliases]
        out[(entity.findtext("REFERENCE_NUMBER") or "").strip()] = "; ".join(n for n in names if n)
    return out


def ucdp_rows(path: Path) -> dict[str, dict[str, str]]:
    """Actor id -> its row."""
    with path.open(encoding="utf-8-sig", newline="") as rows:
        return {r["ActorId"]: r for r in csv.DictReader(rows)}


def ucdp(rows: dict[str, dict[str, str]]) -> dict[str, str]:
    """Actor id -> its names."""
    wanted = ("NameData", "NameOrig", "NameOrigFull", "NameOrigFullEng", "NewName", "NewNameFullEng", "Location")
    return {i: "; ".join(dict.fromkeys(r[c] for c in wanted if r[c] not in ("", "n/a"))) for i, r in rows.items()}


def references(entry: Entry) -> Iterator[tuple[str, str]]:
    """Which list, and the id there."""
    if entry.un:
        yield "un", entry.un
    for reference in entry.ucdp:
        yield "ucdp", reference


def compare(entries: list[Entry], lists: dict[str, dict[str, str]]) -> int:
    """Print name beside name; how many references are in no list."""
    missing = 0
    for entry in entries:
        own = set().union(*(words(a.name) for a in entry.aliases)) - WEAK
        for source, reference in references(entry):
            listed = lists[source].get(reference)
            missing += listed is None
            mark = "      " if own & words(listed or "") else "CHECK "
            print(
                f"{mark}{entry.id:<34}{source:<5}{reference:<9}{entry.en[:40]:<42}{(listed or 'NOT IN THE LIST')[:90]}"
            )
    return missing


def unsaid(entries: list[Entry], rows: dict[str, dict[str, str]]) -> Iterator[str]:
    """What UCDP says of two actors and the catalogue does not, one line each."""
    by_id = {u: e for e in entries for u in e.ucdp}
    said = {(e.id, t.predicate, t.object) for e in entries for t in e.relations}
    said |= {(e.id, "branch-of", e.parent) for e in entries if e.parent}
    for own, entry in by_id.items():
        row = rows.get(own, {})
        for flag, column, predicates in UCDP_SAYS:
            if row.get(flag) != "1":
                continue
            for other in (by_id.get(i) for i in re.findall(r"\d+", row[column])):
                if other is None or other.id == entry.id:
                    continue
                pairs = ((entry.id, other.id), (other.id, entry.id))
                if not any((a, p, b) in said for a, b in pairs for p in predicates):
                    yield f"UNSAID {entry.id:<34}{flag:<10}{other.id}"


def main() -> int:
    """Print what was compared, what disagrees and what is not there."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    data = ask.parse_args().data
    rows = ucdp_rows(data / "actors/ucdp_actors_22.1.csv")
    listed = united_nations(data / "sanctions/un_consolidated_2026-02-27.xml")
    entries = list(catalogue.load().entries.values())
    missing = compare(entries, {"un": listed, "ucdp": ucdp(rows)})
    for line in unsaid(entries, rows):
        print(line)
    known = {e.un for e in entries}
    for reference, names in sorted(listed.items()):
        if reference not in known and reference.startswith(("QDe", "TAe", "SOe", "YEe", "CFe", "HTe")):
            print(f"LACKS  {reference:<9}{names[:90]}")
    print(f"{sum(1 for e in entries for _ in references(e))} references, {missing} in no list")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
