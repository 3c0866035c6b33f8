"""Names as the UN list writes them, taken apart: several in one field, two scripts in one, remarks among them.

"أبو شيماء (Abu-Shaima; Abu- Shayma)" are three names, "HAQQANI NETWORK (HQN)" two, "Al-Haq, Amin" one, written
surname first.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from marsad.codebook.yaml_file import read_yaml
from marsad.errors import CodebookError

from .entries import Kind

_SPACE = re.compile(r"\s+")
_ENUMERATED = re.compile(r"(?:^|\s)[a-z]\)\s")
_ITEM = re.compile(r";(?![^()]*\))|\s/\s")
_BRACKETED = re.compile(r"^(.*?)\s*\(((?:[^()]|\([^()]*\))+)\)$")
_SURNAME_FIRST = re.compile(r"^([^,]+),\s*([^,]+)$")
_SUFFIX = re.compile(r"^(?:jr|sr|i{1,3}|iv)\b", re.IGNORECASE)
_DOCUMENT_NUMBER = re.compile(r"\d{5}")
_EDGES = " \t,;:.\"'“”‘’«»"
_SCRIPTS = {
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "arabic": re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "cjk": re.compile("[\u3400-\u9fff]"),
    "hangul": re.compile("[\uac00-\ud7af]"),
}


class _Remarks(BaseModel):
    model_config = ConfigDict(extra="forbid")
    remarks: list[str]
    former: str
    in_note: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    remarks: re.Pattern[str]
    former: re.Pattern[str]
    in_note: re.Pattern[str]


def names_in(text: str, kind: Kind) -> list[str]:
    """The names that a field of the list holds, in order, each once; empty where it holds none."""
    cleaned = _patterns().former.sub(" ", _patterns().remarks.sub(" ", unicodedata.normalize("NFC", text)))
    found: list[str] = []
    for item in _items(_SPACE.sub(" ", cleaned)):
        for part in _outside_and_inside(item):
            found += [_in_order(run, kind) for run in _by_script(part)]
    named = (name for name in found if any(map(str.isalpha, name)) and not _DOCUMENT_NUMBER.search(name))
    return list(dict.fromkeys(named))


def is_former(text: str) -> bool:
    """Whether an alias or the note beside it says that it was used or listed before."""
    return bool(_patterns().former.search(text))


def name_in_note(note: str) -> str | None:
    """The name in Arabic script that a note beside an alias gives, if any."""
    found = _patterns().in_note.search(note)
    return _SPACE.sub(" ", found.group(1)).strip(_EDGES) if found else None


def script_of(text: str) -> str:
    """The script of most letters of ``text``: "arabic", "cyrillic", "latin", "cjk", "hangul"; "" where it has none."""
    counts = {script: len(letters.findall(text)) for script, letters in _SCRIPTS.items()}
    most = max(counts, key=counts.__getitem__)
    return most if counts[most] else ""


def _items(text: str) -> list[str]:
    return [item.strip(_EDGES) for item in _ITEM.split(_ENUMERATED.sub(";", text))]


def _outside_and_inside(text: str) -> list[str]:
    """A name and the names in brackets behind it; a bracket that tells rather than names stays where it is."""
    found = _BRACKETED.match(text.strip(_EDGES))
    if not found:
        return [text]
    outside, inside = found.group(1), found.group(2)
    if not outside or ";" in inside or script_of(inside) != script_of(outside) or _abbreviates(inside, outside):
        return [part for whole in (outside, *_items(inside)) if whole for part in _outside_and_inside(whole)]
    return [text]


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of ``short`` stand in ``long`` in this order: HQN for HAQQANI NETWORK."""
    rest = iter(letter for letter in long.casefold() if letter.isalpha())
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    return 1 < len(letters) <= 12 and all(letter in rest for letter in letters)


def _by_script(text: str) -> list[str]:
    """Runs of words in one script."""
    runs: list[tuple[str, list[str]]] = []
    for word in text.split():
        script = script_of(word) or (runs[-1][0] if runs else "")
        if not runs or script != runs[-1][0]:
            runs.append((script, []))
        runs[-1][1].append(word)
    return [" ".join(words) for _, words in runs]


def _in_order(name: str, kind: Kind) -> str:
    name = name.strip(_EDGES)
    if name.count("(") != name.count(")"):
        name = name.strip("() ")
    found = _SURNAME_FIRST.match(name) if kind == "person" else None
    if found and not _SUFFIX.match(found.group(2)):
        name = f"{found.group(2)} {found.group(1)}"
    return name.strip(_EDGES)


@cache
def _patterns() -> _Patterns:
    file = files(__package__) / "remarks.yaml"
    raw = read_yaml(file, _Remarks)
    try:
        whole = re.compile("|".join(f"(?:{remark})" for remark in raw.remarks), re.IGNORECASE)
        return _Patterns(whole, re.compile(raw.former, re.IGNORECASE), re.compile(raw.in_note, re.IGNORECASE))
    except re.error as error:
        raise CodebookError(f"not a pattern: {error}", where=str(file), remedy="correct the pattern") from error
