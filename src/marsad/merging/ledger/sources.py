"""Who gives a figure: the source it can be counted for, and whether that speaks for an authority."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.languages.arabic.letters import fold
from marsad.records import Report, Speaker

from .lists import agencies, officials
from .phrases import words_of

_EDGE = 160
_LAST = 3
# A bare name has at most so many words; so many characters and words around its first place are looked at.
_NAME, _AROUND, _WORDS = 3, 80, 6
# Words of a body behind somebody who serves there, the preposition among them.
_BODY = 3
_BREAK = r"[.!؟?\n«»\"]"


@dataclass(frozen=True, slots=True)
class Source:
    """``key`` is the same for one source wherever it speaks; ``name`` says who it is in the words of the report.

    ``named`` is False for sources such as "security sources": in another outlet they may be others.  ``agency`` is the
    wire agency that passed the words on, or wrote them.
    """

    key: str
    name: str
    body: str | None = None
    country: str | None = None
    named: bool = True
    agency: str | None = None

    @property
    def of_outlet(self) -> bool:
        """Whether a report gives it in its own words, or in those of its agency."""
        return self.key.startswith(("outlet:", "agency:"))

    @property
    def official(self) -> bool:
        """Whether it speaks for an authority: ministry, police, army, hospital, governor, UN mission and their like."""
        return self.body is not None


def source_of(voice: Sequence[Speaker], report: Report) -> Source:
    """The source of words with this chain of voices in ``report``.

    The nearest speaker is the source; without one the agency that passes the words on, or that the report's dateline or
    credit names; else the outlet.
    """
    agency = next((found for link in voice if (found := _agency(_names(link)))), None) or _credited(report)
    speaker = _speaker(voice)
    outlet = report.outlet or report.source
    if speaker is None or _is_agency(_names(speaker)):
        return Source(f"agency:{agency}", agency, agency=agency) if agency else Source(f"outlet:{fold(outlet)}", outlet)
    names = _names(speaker)
    body = official_body(names) or _serves(speaker, report.text) or _introduced(speaker, report.text)
    forms = words_of(names).forms
    named = officials().unnamed.first(forms[:1]) is None or bool(speaker.entity)
    whose = "" if named else f"@{agency or fold(outlet)}"
    if body:
        return Source(f"{body}{whose}", speaker.text, body, speaker.country, named, agency)
    key = speaker.entity or fold(speaker.name or speaker.text)
    return Source(f"{key}{whose}", speaker.text, None, speaker.country, named, agency)


@lru_cache(maxsize=65_536)
def official_body(names: str) -> str | None:
    """The kind of authority that a speaker's words name, by ``officials.yaml``."""
    forms = words_of(names).forms
    if officials().never.first(forms) is not None:
        return None
    for code, phrases in officials().bodies:
        found = next(phrases.find(forms), None)
        if found is not None:
            first_other = next(officials().others.find(forms), None)
            return code if first_other is None or found[0] < first_other[0] else None
    return None


def _speaker(voice: Sequence[Speaker]) -> Speaker | None:
    """The nearest speaker; of "our information" and the like, whoever passes it on."""
    for i, link in enumerate(voice):
        passed_on = officials().findings.first(words_of(link.text).forms[:1]) and i + 1 < len(voice)
        if link.role == "speaker" and not passed_on:
            return link
        if i and officials().findings.first(words_of(voice[i - 1].text).forms[:1]):
            return link
    return None


def _serves(speaker: Speaker, text: str) -> str | None:
    """The body at which an unnamed speaker serves, named right behind: مصادر بالشرطة, مسؤول في وزارة الصحة."""
    if (
        text[speaker.start : speaker.end] != speaker.text
        or officials().unnamed.first(words_of(speaker.text).forms) is None
    ):
        return None
    behind = re.split(_BREAK, text[speaker.end : speaker.end + _AROUND])[0].split()[:_BODY]
    if not behind or not (fold(behind[0]) in officials().at or behind[0].startswith("بال")):
        return None
    return official_body(" ".join(behind))


def _introduced(speaker: Speaker, text: str) -> str | None:
    """The body of somebody who goes by a name alone, told by the words around the first place that names him."""
    forms = words_of(speaker.text).forms
    unnamed = officials().unnamed.first(forms[:1]) or officials().never.first(forms) or officials().others.first(forms)
    if unnamed or not 0 < len(forms) <= _NAME:
        return None
    last = speaker.text.split()[-1]
    at = text.find(last)
    if at < 0 or len(last) < 3:
        return None
    before = re.split(_BREAK, text[max(0, at - _AROUND) : at])[-1]
    after = re.split(_BREAK, text[at + len(last) : at + len(last) + _AROUND])[0]
    return official_body(" ".join((*before.split()[-_WORDS:], last, *after.split()[:_WORDS])))


def _names(link: Speaker) -> str:
    antecedent = link.antecedent.text if link.antecedent else ""
    return " ".join(dict.fromkeys(words for words in (link.text, link.name, antecedent) if words))


@lru_cache(maxsize=65_536)
def _agency(names: str) -> str | None:
    return agencies().first(words_of(names).forms)


@lru_cache(maxsize=65_536)
def _is_agency(names: str) -> bool:
    """Whether the words begin with an agency's name, not with somebody who spoke to one."""
    return next((first <= 2 for first, _, _ in agencies().find(words_of(names).forms)), False)


def _credited(report: Report) -> str | None:
    """The agency of the author or outlet, or of the first or last words of the report."""
    credit = " ".join(words_of(report.text[-_EDGE:]).forms[-_LAST:])
    for words in (report.author, report.outlet, _dateline(report.text), credit):
        if words and (found := _agency(words)):
            return found
    return None


def _dateline(text: str) -> str:
    """The words before the first dash or colon near the beginning: where from and who wrote."""
    opening = text[:_EDGE]
    cuts = [at for mark in ("-", "–", "—", ":", "ـ") if (at := opening.find(mark)) > 0]
    return opening[: min(cuts)] if cuts else ""
