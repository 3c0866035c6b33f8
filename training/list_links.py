"""Measures links to the sanctions list: ``python -m list_links DATA_FOLDER`` (with src and training on PYTHONPATH).

Asks the index that Marsad uses, list and catalogue together, for listed persons and entities by their names in Arabic letters,
after all such names of whoever is listed were taken out of it (`marsad who --without-script arabic` asks the same index); and
for persons named in the security news who are not on the list.  A link is what the default threshold makes a candidate; where
the best hit is an actor of the catalogue, no link to the list is made, and none is counted, unless the actor is the entry's.

An entry is "first" when its NAME_ORIGINAL_SCRIPT finds it first, "by every form" when each of its Arabic forms does.  Halves
are those of ``names.sanctions``: rules and weights were set on the development half only.  Names in the news were found by
Marsad's grammar alone; those that name persons on the list were read and judged (labels/listed_in_news_2015.jsonl).
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from marsad.extracting import extract
from marsad.linking.candidates import Candidate, Candidates, candidates_of
from marsad.linking.lists import ListEntry, shipped_list
from marsad.linking.lists.entries import Kind
from marsad.linking.lists.written_names import script_of
from marsad.records import Report
from names.sanctions import Listed

_NEWS, _SEED = 2_000, 0
_LABELS = Path(__file__).parent / "labels" / "listed_in_news_2015.jsonl"


@dataclass(slots=True)
class Asked:
    """Entries asked for, the names asked for them, and what came of it; ``wrong`` links go to another entry."""

    entries: int = 0
    first: int = 0
    every_form_first: int = 0
    names: int = 0
    linked: int = 0
    wrong: int = 0

    def __add__(self, other: Asked) -> Asked:
        return Asked(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    def __str__(self) -> str:
        share = f"{self.first / self.entries:.3f} first ({self.every_form_first / self.entries:.3f} by every form)"
        return (
            f"{self.entries} entries: {share}; {self.names} names: {self.linked} linked, {self.wrong} of them wrongly"
        )


def main(data: Path, *, show: bool = False) -> None:
    """Ask, and print what came of it; with ``show`` also what went wrong."""
    sanctions = shipped_list()
    names = candidates_of(sanctions, "arabic")
    asked: list[Asked] = []
    for kind in ("person", "body"):
        for half in (True, False):
            some = [
                entry
                for entry in sanctions.entries
                if entry.kind == kind and _arabic_original(entry) and is_development(entry.reference) == half
            ]
            asked.append(ask(names, some, show=show and half))
            print(f"{kind}, {'development' if half else 'test'} half: {asked[-1]}", flush=True)
        print(f"{kind}, both halves: {asked[-2] + asked[-1]}")
    unlisted = unlisted_names(data)
    linked = [(name, link) for name in unlisted if (link := linked_to(names, name, "person"))]
    print(f"{len(unlisted)} names in the news of persons not on the list: {len(linked)} linked")
    for name, link in linked if show else ():
        print(f"  {name} ~ {link.name} {link.id} {link.score:.2f}")
    links, wrong = sum(one.linked for one in asked), sum(one.wrong for one in asked)
    print(f"precision of links: {(links - wrong) / (links + len(linked)):.4f}")


def ask(names: Candidates, entries: Iterable[ListEntry], *, show: bool = False) -> Asked:
    """Ask for each entry by all its names in Arabic letters."""
    out = Asked()
    for entry in entries:
        forms = sorted(
            (name for name in entry.names if script_of(name.text) == "arabic"), key=lambda name: name.role != "original"
        )
        right = []
        for form in forms:
            best = names.find(form.text, 1, entry.kind)
            right.append(bool(best) and _reference(best[0]) == entry.reference)
            link = linked_to(names, form.text, entry.kind)
            out.linked += link is not None
            out.wrong += link is not None and link.id != entry.reference
            if show and not right[-1]:
                told = f"{best[0].name} {best[0].id} {best[0].score:.2f}" if best else "nothing"
                print(f"  {entry.reference} {entry.name}: {form.text} ~ {told}")
        out.entries += 1
        out.names += len(forms)
        out.first += right[0]
        out.every_form_first += all(right)
    return out


def linked_to(names: Candidates, name: str, kind: Kind) -> Candidate | None:
    """The entry of the list that a name is linked to: the best one, at the default threshold, unless an actor that is not on the
    list fits better."""
    for found in names.find(name, 10, kind):
        if found.comparison.verdict == "different" or _reference(found) is None:
            return None
        if found.source == "un":
            return found
    return None


def unlisted_names(data: Path) -> list[str]:
    """Names of two words or more of persons in the security news who are not on the list, each once, as written there."""
    with gzip.open(data / "text" / "security_news_2015.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["content"] for line in file]
    labels = (json.loads(line) for line in _LABELS.read_text(encoding="utf-8").splitlines())
    listed = {" ".join(texts[one["article"]][one["start"] : one["end"]].split()) for one in labels}
    random.Random(_SEED).shuffle(texts)
    found: dict[str, None] = {}
    for text in texts:
        report = Report(id="", source="", sha256="", text=text)
        for mention in extract(report, model=False).mentions:
            name = " ".join(mention.text.split())
            if mention.type == "person" and " " in name and name not in listed:
                found.setdefault(name)
        if len(found) >= _NEWS:
            break
    return list(found)[:_NEWS]


def is_development(reference: str) -> bool:
    """Whether rules and weights could be set on the entry; the other half was never looked at for that."""
    return Listed(reference, "person", (), ()).is_development


def _arabic_original(entry: ListEntry) -> bool:
    return any(name.role == "original" and script_of(name.text) == "arabic" for name in entry.names)


def _reference(candidate: Candidate) -> str | None:
    return candidate.entry.reference if isinstance(candidate.entry, ListEntry) else candidate.entry.un


if __name__ == "__main__":
    main(Path(sys.argv[1]), show="--show" in sys.argv[2:])
