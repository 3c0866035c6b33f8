"""Who gives a figure: the source it can be counted for, and whether that speaks for an authority."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.languages.arabic.letters import fold
from marsad.records import Report, Speaker

from .lists import agencies, officials
from .phrases import words_of

_EDGE = 160
_LAST = 3


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
    def official(self) -> bool:
        """Whether it speaks for an authority: ministry, police, army, hospital, governor, UN mission and their like."""
        return self.body is not None


def source_of(voice: Sequence[Speaker], report: Report) -> Source:
    """The source of words with this chain of voices in ``report``.

    The nearest speaker is the source; without one the agency that passes the words on, or that the report's dateline or
    credit names; else the outlet.
    """
    agency = next((found for link in voice if (found := _agency(_names(link)))), None) or _credited(report)
    speaker = next((link for link in voice if link.role == "speaker"), None)
    outlet = report.outlet or report.source
    if speaker is None or _is_agency(_names(speaker)):
        return Source(f"agency:{agency}", agency, agency=agency) if agency else Source(f"outlet:{fold(outlet)}", outlet)
    names = _names(speaker)
    body = official_body(names)
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
    return next((code for code, phrases in officials().bodies if phrases.first(forms) is not None), None)


def _names(link: Speaker) -> str:
    antecedent = link.antecedent.text if link.antecedent else ""
    return " ".join(dict.fromkeys(words for words in (link.text, link.name, antecedent) if words))


@lru_cache(maxsize=65_536)
def _agency(names: str) -> str | None:
    return agencies().first(words_of(names).forms)


@lru_cache(maxsize=65_536)
def _is_agency(names: str) -> bool:
    """Whether the words begin with an agency's name, not with somebody who spoke to one."""
    return next((first <= 1 for first, _, _ in agencies().find(words_of(names).forms)), False)


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
