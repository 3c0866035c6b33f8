"""Words by which a report tells one event beside another, or as an answer to it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from marsad.codebook.yaml_file import read_yaml
from marsad.extracting.events.context import context
from marsad.extracting.events.cues import readings
from marsad.languages.arabic.letters import fold
from marsad.records import Claim

from .telling import Telling

_WORD: re.Pattern[str] = re.compile(r"\w+")
# What names a day for itself: a weekday or a number.
_NAMED_DAY = re.compile(r"\d|احد|اثنين|ثلاثا|اربعا|خميس|جمعه|سبت")


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    openings: tuple[str, ...]
    causing: tuple[str, ...]
    incidents: tuple[str, ...]
    alike: tuple[frozenset[str], ...]


@cache
def _words() -> _File:
    raw = read_yaml(files(__package__) / "beside.yaml", _File)
    lists = {name: tuple(map(fold, words)) for name, words in raw if name != "alike"}
    return raw.model_copy(update=lists)


def told_beside(claim: Claim, draft: Telling, sentences_apart: int, counted_both: bool) -> bool:
    """Whether a claim is told beside or in answer to the event of ``draft``: كما انفجرت, ردا على هجوم, فيما قتل أربعة.

    Within a sentence the words between the two tell it, "while" where both count the same (``counted_both``); later on those
    that open the clause.
    """
    assert claim.event is not None
    at = claim.event.trigger.start
    if sentences_apart:
        lead = fold(claim.text[: claim.event.trigger.start - claim.start])
        return any(lead.startswith(opening) or f" {opening}" in lead for opening in _words().openings)
    between = _between(claim, draft)
    answered = any(word in context().answers for word in between) or (between[-1:] == ["منذ"])
    after = any(
        a in ("بعد", "وبعد", "عقب") and context().spans_of_time & set(between[i + 1 : i + 4])
        for i, a in enumerate(between)
    )
    return answered or after or (counted_both and any(word in context().contrasts for word in between))


def _between(claim: Claim, draft: Telling) -> list[str]:
    """The folded words between the trigger of a claim and the nearest of a telling, whichever stands first."""
    assert claim.event is not None
    mine, triggers = claim.event.trigger, [event.event.trigger for event in draft.events if event.event]
    first = max((t.end for t in triggers if t.end <= mine.start), default=None)
    if first is not None:
        return _WORD.findall(fold(draft.report.text[first : mine.start]))
    last = min((t.start for t in triggers if t.start >= mine.end), default=mine.end)
    return _WORD.findall(fold(draft.report.text[mine.end : last]))


def several(claim: Claim) -> bool:
    """Whether the first noun of violence in a claim, results aside, is of attacks in the plural: قتل 50 شخصا في هجمات."""
    forms = _WORD.findall(fold(claim.text))
    nouns = ((f, r) for f in forms for r in readings(f) if r.form is None and not r.cue.result and r.cue.mode != "clash")
    form, reading = next(nouns, ("", None))
    return reading is not None and reading.plural and not form.endswith(("ين", "ان"))


def taken_up(claim: Claim) -> str | None:
    """The definite noun, after the trigger, by which a result is put down to an event told before: مقتل ستة في الهجوم."""
    assert claim.event is not None
    after: list[str] = _WORD.findall(fold(claim.text[claim.event.trigger.end - claim.start :]))
    for before, word in pairwise(after):
        if before not in _words().causing and before[:2] != "لل":
            continue
        if word in _words().incidents or any(r.definite and not r.cue.result and not r.plural for r in readings(word)):
            return word
    return None


def modes_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two tellings may name one mode by two words: غارة and قصف, اشتباك and إطلاق نار."""
    return any(one & alike and other & alike for alike in _words().alike)


def today(claim: Claim) -> bool:
    """Whether a claim has its day from a word such as "today", which a report takes over with what it quotes, and no weekday."""
    return claim.date is not None and claim.date.precision == "day" and not _NAMED_DAY.search(fold(claim.date.text or ""))


def counted_again(claim: Claim) -> bool:
    """Whether a claim only gives somebody's count of the dead or hurt: a result in the words of a speaker."""
    assert claim.event is not None
    told = readings(fold(claim.event.trigger.text))
    return bool(claim.voice) and bool(told) and all(reading.cue.result for reading in told)
