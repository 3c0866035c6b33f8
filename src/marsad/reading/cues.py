"""The words that tell site furniture, bylines and datelines, from ``cues.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ..errors import CodebookError
from ..languages.arabic.letters import fold

_WHERE = "reading/cues.yaml"
_SECTIONS = (
    "whole", "opens", "tags", "links", "lists", "writers", "bylines", "date_labels", "updated",
    "title_labels", "agencies", "not_before_dateline", "commonest", "formulas", "publishers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns over folded lines; what each section means stands in the YAML file."""

    whole: re.Pattern[str]
    opens: re.Pattern[str]
    tags: re.Pattern[str]
    lists: re.Pattern[str]
    tail: re.Pattern[str]
    writer: re.Pattern[str]
    byline: re.Pattern[str]
    date_label: re.Pattern[str]
    updated: re.Pattern[str]
    title_label: re.Pattern[str]
    agency: re.Pattern[str]
    in_sentence: re.Pattern[str]
    commonest: re.Pattern[str]
    formula: re.Pattern[str]
    signed: re.Pattern[str]


@cache
def cues() -> Cues:
    """The cues, folded and compiled; :class:`CodebookError` names a section that is missing or not a list of
    words.
    """
    raw = yaml.load(files(__package__).joinpath("cues.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    words = {name: _words(raw, name) for name in _SECTIONS}
    any_of = {name: "|".join(re.escape(w) for w in sorted(ws, key=len, reverse=True)) for name, ws in words.items()}
    start = r"\A[\W_]*"
    return Cues(
        whole=re.compile(rf"{start}(?>(?<!\w)(?:{any_of['whole']})(?!\w)[\W\d_]*+)++\Z"),
        opens=re.compile(rf"\A[^\w©]*(?:(?:{any_of['opens']})(?!\w)|(?:{any_of['links']})[^.]*:)"),
        tags=re.compile(rf"{start}(?:{any_of['tags']})\s*[:：|#]"),
        lists=re.compile(rf"{start}(?:{any_of['lists']})(?!\w)"),
        tail=re.compile(
            rf"(?<=[.!؟?»”\")])\s*((?:{any_of['tags']})(?:\s[^.!؟?:]*|\s*:.*)|(?:{any_of['links']})[^.\n]*:.*)\Z"
        ),
        writer=re.compile(rf"(?<!\w)(?:{any_of['writers']})\s*:"),
        byline=re.compile(rf"{start}(?:{any_of['bylines']})(?!\w)\s*[:：/–-]?\s*(.*)"),
        date_label=re.compile(rf"(?<!\w)(?:{any_of['date_labels']})(?!\w)"),
        updated=re.compile(rf"(?<!\w)(?:{any_of['updated']})(?!\w)"),
        title_label=re.compile(rf"{start}(?:{any_of['title_labels']})\s*[:：]\s*"),
        agency=re.compile(rf"\s*(?:{any_of['agencies']})(?!\w)"),
        in_sentence=re.compile(rf"(?<!\w)(?:{any_of['not_before_dateline']})(?!\w)"),
        signed=re.compile(rf"{start}(?:{any_of['publishers']})(?!\w)|\s[-–—]\s|:\s*[«\"]|\(.*\)\Z"),
        formula=re.compile(rf"{start}(?:{any_of['formulas']})(?!\w)"),
        commonest=re.compile(rf"(?<!\w)[وف]?(?:[بك]?ال\w{{2,}}|لل\w{{2,}}|(?:{any_of['commonest']})(?!\w))"),
    )


def _words(raw: Any, name: str) -> list[str]:
    section = raw.get(name) if isinstance(raw, dict) else None
    if not isinstance(section, list) or not section:
        raise CodebookError("must be a list of words", where=f"{_WHERE}, {name}")
    for word in section:
        if not isinstance(word, str) or not fold(word).strip():
            raise CodebookError(f"not a word: {word!r}", where=f"{_WHERE}, {name}")
    return [fold(word) for word in section]
