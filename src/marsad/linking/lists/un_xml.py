"""Reading the consolidated list of the UN Security Council, as its secretariat publishes it in XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from marsad.errors import TooLargeError, UnreadableError

from .entries import Birth, Kind, ListEntry, ListName, NameRole, Quality, SanctionsList
from .errors import ForeignListError, ListEntryError, TornListError
from .un_countries import country_code
from .written_names import is_former, name_in_note, names_in

PUBLISHER = "un"
MOST_BYTES = 64_000_000
"""Thirty times the list of 2026; what is larger is not the list."""
_SHORT = 160  # letters of a designation that are kept: its facts, not its story
_KINDS: dict[str, tuple[str, Kind]] = {"INDIVIDUALS": ("INDIVIDUAL", "person"), "ENTITIES": ("ENTITY", "body")}
_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_QUALITIES: dict[str, Quality] = {"good": "good", "low": "low"}
_REFERENCE = re.compile(r"[A-Z]{2,3}[ie]\.\d{1,5}[A-Za-z]?")
_REMEDY = "take the consolidated list in XML from the UN's site again"


def read_un_file(path: Path) -> tuple[SanctionsList, bytes]:
    """The list in a file, and the file's bytes.

    Raises UnreadableError, TooLargeError, and what :func:`read_un` raises.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}", where=str(path)) from error
    if len(content) > MOST_BYTES:
        raise TooLargeError(f"beyond {MOST_BYTES // 1_000_000} MB", where=str(path), remedy=_REMEDY)
    return read_un(content, str(path)), content


def read_un(content: bytes, where: str) -> SanctionsList:
    """The list that XML states.  No entity is expanded and nothing is fetched.

    Raises TornListError where the XML is cut off or broken, ForeignListError where it is another document,
    ListEntryError where an entry lacks its number, name or day of listing, or two entries share a number.
    """
    root = _parse(content, where)
    generated = _moment(root, where)
    entries = tuple(_entries(root, where))
    if not entries:
        raise ForeignListError("holds no entries", where=where, remedy=_REMEDY)
    seen: set[str] = set()
    for entry in entries:
        if entry.reference in seen:
            raise ListEntryError(f"two entries have the number {entry.reference}", where=where, remedy=_REMEDY)
        seen.add(entry.reference)
    return SanctionsList(publisher=PUBLISHER, generated=generated, sha256=sha256(content).hexdigest(), entries=entries)


def _parse(content: bytes, where: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line = f"{where}, line {error.lineno}" if error.lineno else where
        raise TornListError(f"torn, or no XML: {error.msg}", where=line, remedy=_REMEDY) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ForeignListError("declares a document type, which the list never does", where=where, remedy=_REMEDY)
    if root.tag != "CONSOLIDATED_LIST":
        raise ForeignListError(f"XML of another kind: its root is {root.tag}", where=where, remedy=_REMEDY)
    return root


def _moment(root: Any, where: str) -> datetime:
    told = root.get("dateGenerated") or ""
    try:
        found = datetime.fromisoformat(told)
    except ValueError as error:
        raise ForeignListError(
            f"no day of its making: dateGenerated is {told!r}", where=where, remedy=_REMEDY
        ) from error
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def _entries(root: Any, where: str) -> Iterator[ListEntry]:
    for part, (tag, kind) in _KINDS.items():
        for node in root.iterfind(f"{part}/{tag}"):
            yield _entry(node, kind, where)


def _entry(node: Any, kind: Kind, where: str) -> ListEntry:
    reference = _text(node, "REFERENCE_NUMBER")
    if not _REFERENCE.fullmatch(reference):
        line = f"{where}, line {node.sourceline}"
        raise ListEntryError(f"an entry without a reference number: {reference!r}", where=line, remedy=_REMEDY)
    names = tuple(_names(node, kind))
    if not names:
        raise ListEntryError("the entry has no name", where=f"{where}, {reference}", remedy=_REMEDY)
    listed_on = _day(_text(node, "LISTED_ON"))
    if listed_on is None:
        raise ListEntryError("the entry has no day of listing", where=f"{where}, {reference}", remedy=_REMEDY)
    countries = (country_code(value) for value in _values(node, "NATIONALITY"))
    return ListEntry(
        reference=reference,
        kind=kind,
        regime=_text(node, "UN_LIST_TYPE"),
        names=names,
        listed_on=listed_on,
        amended=tuple(sorted({day for value in _values(node, "LAST_DAY_UPDATED") if (day := _day(value))})),
        births=tuple(
            dict.fromkeys(birth for born in node.iterfind("INDIVIDUAL_DATE_OF_BIRTH") for birth in _birth(born))
        ),
        countries=tuple(dict.fromkeys(code for code in countries if code)),
        titles=_values(node, "TITLE"),
        designations=_values(node, "DESIGNATION"),
    )


def _names(node: Any, kind: Kind) -> Iterator[ListName]:
    """The name listed first, then what else the entry is called; a name told twice stands where it is told first."""
    seen: set[str] = set()

    def once(text: str, role: NameRole, quality: Quality | None = None) -> Iterator[ListName]:
        for name in names_in(text, kind):
            if name not in seen:
                seen.add(name)
                yield ListName(name, role, quality)

    yield from once(" ".join(part for tag in _PARTS if (part := _text(node, tag))), "name")
    yield from once(_text(node, "NAME_ORIGINAL_SCRIPT"), "original")
    for alias in node.iterfind("INDIVIDUAL_ALIAS" if kind == "person" else "ENTITY_ALIAS"):
        told, text, note = (_text(alias, tag) for tag in ("QUALITY", "ALIAS_NAME", "NOTE"))
        role: NameRole = "former" if told == "f.k.a." or is_former(f"{text} {note}") else "alias"
        quality = _QUALITIES.get(told.casefold())
        yield from once(text, role, quality)
        if given := name_in_note(note):
            yield from once(given, role, quality)


def _birth(node: Any) -> Iterator[Birth]:
    about = _text(node, "TYPE_OF_DATE") == "APPROXIMATELY" or "approx" in _text(node, "NOTE").casefold()
    if day := _day(_text(node, "DATE")):
        yield Birth(day, day, about)
        return
    first, last = _year(_text(node, "FROM_YEAR")), _year(_text(node, "TO_YEAR"))
    if first is None or last is None:
        first = last = _year(_text(node, "YEAR"))
    if first is not None and last is not None and first <= last:
        yield Birth(date(first, 1, 1), date(last, 12, 31), about)


def _values(node: Any, tag: str) -> tuple[str, ...]:
    found = (_squeezed(value.text) for value in node.iterfind(f"{tag}/VALUE"))
    return tuple(
        dict.fromkeys(value if len(value) <= _SHORT else value[:_SHORT].rsplit(" ", 1)[0] for value in found if value)
    )


def _text(node: Any, tag: str) -> str:
    return _squeezed(node.findtext(tag))


def _squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _year(text: str) -> int | None:
    return int(text) if re.fullmatch(r"1[89]\d\d|20\d\d", text) else None
