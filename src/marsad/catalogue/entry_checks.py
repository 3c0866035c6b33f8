"""What the entries of the catalogue must not say of themselves and of one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..codebook.load import load as load_codebook
from ..errors import CodebookError
from ..records import MentionType
from .ordinary import ordinary
from .periods import Period
from .written import WrittenEntry

# What follows from what, and can therefore not go round in a circle.  A parent is a branch-of without dates.
_DESCENT = (
    ("parents and branches", ("parent", "branch-of")),
    ("splits", ("split-from",)),
    ("mergers and new names", ("merged-into", "renamed-to")),
)
_SCRIPTS = {"ar": "\u0600-\u06ff", "fa": "\u0600-\u06ff", "ps": "\u0600-\u06ff", "ur": "\u0600-\u06ff",
            "ru": "\u0400-\u04ff", "tg": "\u0400-\u04ff", "en": "A-Za-z", "fr": "A-Za-z"}  # fmt: skip


class Filed(NamedTuple):
    """An entry as written, the file it stands in, and its type, which may be the file's."""

    file: str
    raw: WrittenEntry
    type: MentionType


class Finding(NamedTuple):
    """What is wrong, with which entry, and what to do about it."""

    what: str
    entry: Filed
    remedy: str


def refuse_contradictions(entries: Sequence[tuple[str, WrittenEntry, MentionType]]) -> None:
    """:class:`CodebookError` for the first contradiction found, naming file, entry and remedy."""
    filed = [Filed(*entry) for entry in entries]
    for check in _CHECKS:
        for finding in check(filed):
            raise CodebookError(
                finding.what, where=f"{finding.entry.file}: {finding.entry.raw.id}", remedy=finding.remedy
            )


def _same_id(filed: Sequence[Filed]) -> Iterator[Finding]:
    seen: dict[str, Filed] = {}
    for entry in filed:
        other = seen.setdefault(entry.raw.id, entry)
        if other is not entry:
            yield Finding(f"the id stands in {other.file} too", entry, "give each entry its own id")


def _same_reference(filed: Sequence[Filed]) -> Iterator[Finding]:
    """One id of the UN or UCDP, one entry."""
    seen: dict[tuple[str, str], Filed] = {}
    for entry in filed:
        same = entry.raw.same_as
        for source, reference in [*([("un", same.un)] if same.un else []), *(("ucdp", u) for u in same.ucdp)]:
            other = seen.setdefault((source, reference), entry)
            if other is not entry:
                yield Finding(
                    f"same_as {source} {reference} is claimed by {other.raw.id} of {other.file} too",
                    entry,
                    "look it up in the source and leave it with the entry it names",
                )


def _parents(filed: Sequence[Filed]) -> Iterator[Finding]:
    ids = {entry.raw.id for entry in filed}
    for entry in filed:
        if entry.raw.parent and entry.raw.parent not in ids:
            yield Finding(f"its parent {entry.raw.parent!r} is no entry", entry, "correct the parent's id")


def _relations(filed: Sequence[Filed]) -> Iterator[Finding]:
    """Known predicates, between entries of the types that the codebook allows."""
    predicates = load_codebook().relations
    types = {entry.raw.id: entry.type for entry in filed}
    for entry in filed:
        for tie in entry.raw.relations:
            rule = predicates.get(tie.predicate)
            if rule is None:
                known = ", ".join(
                    code for code, r in predicates.items() if "group" in r.subjects and "group" in r.objects
                )
                yield Finding(f"unknown predicate {tie.predicate!r}", entry, f"use one of: {known}")
            elif tie.object not in types:
                yield Finding(f"the object {tie.object!r} of {tie.predicate} is no entry", entry, "correct the id")
            elif tie.object == entry.raw.id:
                yield Finding(f"it is {tie.predicate} itself", entry, "correct the object's id")
            elif entry.type not in rule.subjects or types[tie.object] not in rule.objects:
                yield Finding(
                    f"{tie.predicate} holds of no {entry.type} and {types[tie.object]}",
                    entry,
                    f"it goes from {', '.join(rule.subjects)} to {', '.join(rule.objects)}",
                )


def _periods(filed: Sequence[Filed]) -> Iterator[Finding]:
    for entry in filed:
        raw = entry.raw
        told: list[tuple[str, Period]] = [("active", raw.active.period)]
        told += [(f"the name {n.name!r}", n.period) for n in raw.names]
        told += [(f"the name {n.name!r}", n.period) for names in raw.aliases.values() for n in names]
        told += [(f"{t.predicate} {t.object}", t.period) for t in raw.relations]
        for what, period in told:
            if period.backwards:
                yield Finding(f"{what} ends before it begins: {period}", entry, "correct since or until")


def _circles(filed: Sequence[Filed]) -> Iterator[Finding]:
    """No actor descends from itself."""
    by_id = {entry.raw.id: entry for entry in filed}
    for what, predicates in _DESCENT:
        over: dict[str, list[str]] = {}
        for entry in filed:
            up = [tie.object for tie in entry.raw.relations if tie.predicate in predicates]
            if "parent" in predicates and entry.raw.parent:
                up.append(entry.raw.parent)
            over[entry.raw.id] = up
        for start, entry in by_id.items():
            if circle := _way_back(start, over):
                yield Finding(f"{what} go in a circle: {' > '.join(circle)}", entry, "take one of them out")


def _way_back(start: str, over: dict[str, list[str]]) -> list[str] | None:
    """A way from ``start`` over its objects back to itself, or None."""
    ways, seen = [[start]], set[str]()
    while ways:
        way = ways.pop()
        for upper in over.get(way[-1], ()):
            if upper == start:
                return [*way, start]
            if upper not in seen:
                seen.add(upper)
                ways.append([*way, upper])
    return None


def _aliases(filed: Sequence[Filed]) -> Iterator[Finding]:
    """An alias stands under a language that is written in its letters."""
    scripts = {language: re.compile(f"[{letters}]") for language, letters in _SCRIPTS.items()}
    for entry in filed:
        for language, names in entry.raw.aliases.items():
            for name in names:
                if language in scripts and not scripts[language].search(name.name):
                    yield Finding(
                        f"the alias {name.name!r} has no letter of the language {language!r}",
                        entry,
                        "put it under the language it is written in",
                    )


def _words(filed: Sequence[Filed]) -> Iterator[Finding]:
    """A group's name that is a word of the language too, or too short to be told from one, needs a condition."""
    for entry in (e for e in filed if e.type == "group"):
        raw = entry.raw
        for name in [*([] if raw.ar in raw.conditional else [raw.ar]), *(n.name for n in raw.names)]:
            if why := ordinary(name):
                yield Finding(
                    f"the name {name!r} {why}",
                    entry,
                    "move it to conditional with the words that must stand beside it, or an empty condition, {}, "
                    "if it names nothing else",
                )


_CHECKS: tuple[Callable[[Sequence[Filed]], Iterator[Finding]], ...] = (
    _same_id,
    _same_reference,
    _parents,
    _relations,
    _periods,
    _circles,
    _aliases,
    _words,
)
