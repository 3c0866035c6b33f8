"""Words by which a report tells one event beside another, or as an answer to it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from marsad.codebook.yaml_file import read_yaml
from marsad.extracting.events.context import among, context, singles_out
from marsad.extracting.events.cues import readings
from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.particles import particles
from marsad.records import Claim

from .telling import Telling
from .weights import weights

_WORD: re.Pattern[str] = re.compile(r"\w+")
# Letters of a sentence looked at, and where it ends.
_SENTENCE, _STOP = 400, re.compile(r"\.(?!\d)|[\n!?؟]")
# Modes in which one attack is told of in the plural: اشتباكات, غارات.
_DRAWN_OUT = frozenset({"clash", "aerial", "drone", "heavy-weapons"})
# Words before a trigger in which it is told what it follows: غداة مقتل, بعد يومين على تفجير.
_NEAR = 4


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    openings: tuple[str, ...]
    causing: tuple[str, ...]
    incidents: tuple[str, ...]
    one_of: tuple[str, ...]
    another: tuple[str, ...]
    scattered: tuple[str, ...]


@cache
def _words() -> _File:
    raw = read_yaml(files(__package__) / "beside.yaml", _File)
    return raw.model_copy(update={name: tuple(map(fold, words)) for name, words in raw})


def set_apart(claim: Claim, draft: Telling) -> bool:
    """Whether words between the two in a sentence say that one came after the other, or is one of it: قتل شرطيين ردا على
    هجوم سوروتش, سلسلة تفجيرات بما في ذلك هجوم."""
    between = _between(claim, draft)
    return _answers(between) or any(singles_out(a, b) for a, b in pairwise(between))


def told_beside(claim: Claim, draft: Telling, sentences_apart: int, counted_both: bool) -> bool:
    """Whether a claim is told beside the event of ``draft``: كما انفجرت, فيما قتل أربعة, or later on in answer to it.

    Within a sentence "while" between the two tells it, where both count the same (``counted_both``); later on those
    that open the clause.
    """
    assert claim.event is not None
    if not sentences_apart:
        return counted_both and any(word in context().contrasts for word in _between(claim, draft))
    lead = fold(claim.text[: claim.event.trigger.start - claim.start])
    if _opening().search(lead):
        return True
    return draft.events[0].start < weights().lead and _answers(_WORD.findall(lead)[-_NEAR:])


@cache
def _opening() -> re.Pattern[str]:
    """An opening as whole words; what "in" leads to must not take up what was told: وفي انفجار السيارة."""
    return re.compile(rf"(?:^|\s)(?:{'|'.join(_other_than_definite(opening) for opening in _words().openings)})(?!\w)")


def _other_than_definite(opening: str) -> str:
    words = re.escape(opening)
    return rf"{words}(?!\w)(?!\s+ال)" if opening.startswith("وفي ") else words


def tells_another(following: str) -> bool:
    """Whether the folded words after a trigger say that it is another of its kind: هجوم آخر, هجوم مسلح ثان."""
    return _another().match(following) is not None


@cache
def _another() -> re.Pattern[str]:
    return re.compile(rf"\s*(\w+\s+)?({'|'.join(map(re.escape, _words().another))})\b")


def _answers(words: list[str]) -> bool:
    """Whether words set what follows them off from what was told: ردا على, غداة, بعد يومين من."""
    answered = any(word in context().answers for word in words) or words[-1:] == ["منذ"]
    return answered or any(
        (a in context().after and context().spans_of_time & set(words[i + 1 : i + 4]))
        or (among(a, context().spans_later) and any(among(w, context().spans_of_time) for w in words[i + 1 : i + 3]))
        for i, a in enumerate(words)
    )


def _between(claim: Claim, draft: Telling) -> list[str]:
    """The folded words between the trigger of a claim and the nearest of a telling, whichever stands first."""
    assert claim.event is not None
    mine, triggers = claim.event.trigger, [event.event.trigger for event in draft.events if event.event]
    first = max((t.end for t in triggers if t.end <= mine.start), default=None)
    if first is not None:
        return _WORD.findall(fold(draft.report.text[first : mine.start]))
    last = min((t.start for t in triggers if t.start >= mine.end), default=mine.end)
    return _WORD.findall(fold(draft.report.text[mine.end : last]))


def several(claim: Claim, text: str) -> bool:
    """Whether the first noun of violence in a claim, from its trigger on and results aside, is of attacks in the plural: قتل 50
    شخصا في هجمات.

    "The deadliest of the attacks" is one; attacks that the sentence in ``text``, the report's, calls scattered are several.
    """
    assert claim.event is not None
    rest = text[claim.start : claim.start + _SENTENCE]
    return _of_several(claim.text[claim.event.trigger.start - claim.start :]) or _scattered(
        rest[: stop.start()] if (stop := _STOP.search(rest)) else rest
    )


@lru_cache(maxsize=65_536)
def _of_several(text: str) -> bool:
    forms = _WORD.findall(fold(text))
    for before, form in pairwise(["", *forms]):
        found = readings(form)
        if any(r.form is not None or r.cue.result or r.cue.mode in _DRAWN_OUT for r in found):
            continue
        if found:
            return found[0].plural and not form.endswith(("ين", "ان")) and before not in _words().one_of
    return False


@lru_cache(maxsize=65_536)
def _scattered(text: str) -> bool:
    return not set(_WORD.findall(fold(text))).isdisjoint(_words().scattered)


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


def definite(claim: Claim) -> bool:
    """Whether the trigger is a definite noun, which takes up what was told: الهجوم, تعرض للهجوم, but not إطلاق النار."""
    return any(word.lstrip("وف").startswith(("ال", "بال", "لل")) for word in _deeds(claim))


def points_back(claim: Claim) -> bool:
    """Whether a demonstrative before the trigger points to what was told last: وأدى هذا التفجير إلى مقتل عشرة."""
    assert claim.event is not None
    before: list[str] = _WORD.findall(fold(claim.text[: claim.event.trigger.start - claim.start]))
    return bool(before) and among(before[-1], particles().demonstratives) and definite(claim)


def counts_only(claim: Claim) -> bool:
    """Whether what somebody is quoted with tells of no deed but how it ended: قال المحافظ إن 14 جنديا قتلوا."""
    assert claim.event is not None
    return bool(claim.voice) and all(any(r.cue.result for r in readings(word)) for word in _deeds(claim))


def _deeds(claim: Claim) -> list[str]:
    """The folded words of a trigger that tell events; all of them where none is in the lexicon."""
    assert claim.event is not None
    words: list[str] = _WORD.findall(fold(claim.event.trigger.text))
    return [word for word in words if readings(word)] or words
