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


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    openings: tuple[str, ...]
    causing: tuple[str, ...]


@cache
def _words() -> _File:
    raw = read_yaml(files(__package__) / "beside.yaml", _File)
    return raw.model_copy(update={name: tuple(map(fold, words)) for name, words in raw})


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
    before = [event.event.trigger.end for event in draft.events if event.event and event.event.trigger.end <= at]
    between = _WORD.findall(fold(draft.report.text[max(before) : at])) if before else []
    answered = any(word in context().answers for word in between) or (between[-1:] == ["منذ"])
    after = any(
        a in ("بعد", "وبعد", "عقب") and context().spans_of_time & set(between[i + 1 : i + 4])
        for i, a in enumerate(between)
    )
    return answered or after or (counted_both and any(word in context().contrasts for word in between))


def several(claim: Claim) -> bool:
    """Whether the first noun of violence in a claim, results aside, is of attacks in the plural: قتل 50 شخصا في هجمات."""
    forms = _WORD.findall(fold(claim.text))
    nouns = ((form, r) for form in forms for r in readings(form) if r.form is None and not r.cue.result)
    form, reading = next(nouns, ("", None))
    return reading is not None and reading.plural and not form.endswith(("ين", "ان"))


def taken_up(claim: Claim) -> str | None:
    """The definite noun, after the trigger, by which a result is put down to an event told before: مقتل ستة في الهجوم."""
    assert claim.event is not None
    after: list[str] = _WORD.findall(fold(claim.text[claim.event.trigger.end - claim.start :]))
    for before, word in pairwise(after):
        if before in _words().causing and any(r.definite and not r.cue.result and not r.plural for r in readings(word)):
            return word
    return None
