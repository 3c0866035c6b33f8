"""Figures without a number word: one indefinite person (مقتل جندي), and nobody (دون وقوع إصابات)."""

from __future__ import annotations

from dataclasses import replace

from ...languages.arabic.clitics import splits
from ...languages.arabic.gates import WordGate
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ...records import FigureBody
from ..document import Document
from ..phrases import ends_phrase, noun_phrase
from ..proposal import Proposal
from .beside import joined_ones
from .cues import FigureCues, figure_cues
from .untold import HARMS, attempted

# How many words the subject of a verb may take up before its object.
_SUBJECT = 6


def ones_and_none(doc: Document, numbered: set[int], governing: set[int]) -> list[Proposal]:
    """Figures of one and of none; ``numbered`` are the words at which a number starts, ``governing`` the verbs whose object
    a number is, so that one person after them is their subject: قتل انتحاري 32 شخصا.
    """
    cues, out = figure_cues(), []
    for at in doc.words.where(_may_tell):
        if doc.in_furniture(at):
            continue
        one_of, none_of = _measures(doc.words.forms[at])
        one = _one(doc, cues, at, one_of, numbered) if one_of and at not in governing else None
        none = _none(doc, cues, at, none_of) if none_of else None
        if found := one or none:
            out.append(found)
        if one is not None:
            phrase = noun_phrase(doc, one.anchor, doc.words.sentence_of(at).last)
            out += joined_ones(doc, one, one.anchor + 1, phrase[1] if phrase else one.anchor + 1)
    return out


def told_once(doc: Document, figures: list[Proposal]) -> list[Proposal]:
    """The figures without those of a "one" that agrees with a noun counted itself, its bounds kept: جندي واحد على الأقل."""
    nouns = {figure.anchor: figure for figure in figures if figure.rule.startswith("figure:one-")}
    out: list[Proposal] = []
    for figure in figures:
        noun = next((nouns[i] for i in (figure.anchor - 1, figure.anchor - 2) if i in nouns), None)
        if noun is None or doc.words.forms[figure.anchor] not in figure_cues().ones or figure.anchor in nouns:
            out.append(figure)
            continue
        assert isinstance(figure.body, FigureBody)
        assert isinstance(noun.body, FigureBody)
        noun.body = replace(noun.body, low=figure.body.low, high=figure.body.high, approximate=figure.body.approximate)
        noun.whole = noun.whole or figure.whole
    return out


def _measures(form: str) -> tuple[str | None, str | None]:
    """The measures that a folded word gives one person after it, and nobody before it."""
    cues = figure_cues()
    one_of = None
    for _, rest in splits(form):
        if one_of is None and rest in cues.governors and cues.governors[rest] in HARMS:
            one_of = cues.governors[rest]
    return one_of, cues.none_of.get(proclitic(form)[1])


@WordGate.of(lambda: (*figure_cues().governors, *figure_cues().none_of))
def _may_tell(form: str) -> bool:
    return any(_measures(form))


def _one(doc: Document, cues: FigureCues, at: int, measure: str, numbered: set[int]) -> Proposal | None:
    """مقتل جندي, مقتل أحد عناصرها: a singular person without article, or one of several, right after the cue; or the dual
    of which only the ا is written, مقتل ضابطا شرطة."""
    noun = _subject_before(doc, cues, at) or _object_behind(doc, cues, at) or at + 1
    if noun >= len(doc.words.forms) or noun in numbered or doc.ends_clause(noun) or attempted(doc, at):
        return None
    phrase = noun_phrase(doc, noun, doc.words.sentence_of(at).last)
    one_of = doc.words.forms[noun] in cues.one_of and phrase is not None and phrase[1] > noun + 1
    one_of = one_of and doc.words.forms[noun + 1] != "من"
    if not one_of and doc.words.forms[noun] not in cues.singulars:
        return None
    if phrase is None or any(i in doc.mention_from and doc.mention_from[i][1].type == "person" for i in range(*phrase)):
        return None
    told_one = (i for i in range(noun + 1, phrase[1]) if doc.words.forms[i] in cues.ones)
    phrase = noun, next(told_one, min(phrase[1], at) if noun < at else phrase[1])
    count = 2 if not one_of and _two_of(doc, noun, phrase[1]) else 1
    body = FigureBody(measure=measure, low=count, high=count, of=doc.entity(*phrase).text)
    first, last = doc.clause_of(at)
    return Proposal("figure", min(first, at), max(last, noun + 1), noun, f"figure:one-{measure}", body)


def _subject_before(doc: Document, cues: FigureCues, at: int) -> int | None:
    """The one person between "that" and a verb of what befell them, which has no object: أن شخصا قتل في الانفجار."""
    forms, sentence = doc.words.forms, doc.words.sentence_of(at)
    ends = at + 1 >= sentence.last or doc.ends_clause(at + 1) or forms[at + 1] in particles().all
    if not ends or forms[at] not in cues.verbs:
        return None
    for noun in range(at - 1, max(sentence.first, at - _SUBJECT), -1):
        if forms[noun - 1] in cues.that:
            phrase = noun_phrase(doc, noun, sentence.last)
            whole = phrase is not None and phrase[1] >= at
            return noun if whole and forms[noun] in cues.singulars and noun not in doc.mention_from else None
    return None


def _object_behind(doc: Document, cues: FigureCues, at: int) -> int | None:
    """The one person who is the object of a verb behind its subject, as the ending in ا tells: قتل المسلحون جنديا."""
    forms = doc.words.forms
    if forms[at].removeprefix("و") not in cues.takes_object or forms[at + 1 : at + 2] == []:
        return None
    for i in range(at + 1, min(at + _SUBJECT, doc.words.sentence_of(at).last)):
        if doc.date_at(i):
            continue
        if (
            doc.ends_clause(i)
            or doc.number_at(i)
            or (i > at + 1 and i not in doc.mention_from and ends_phrase(forms[i]))
        ):
            return None
        if i > at + 1 and forms[i].endswith("ا") and forms[i] in cues.singulars and i not in doc.mention_from:
            return i
    return None


def _two_of(doc: Document, noun: int, stop: int) -> bool:
    """Whether a noun in ا is the dual before its genitive and no accusative, whose adjective would end in ا too: ضابطا شرطة."""
    return doc.words.forms[noun].endswith("ا") and noun + 1 < stop and doc.ends_in_ta(noun + 1)


def _none(doc: Document, cues: FigureCues, at: int, measure: str) -> Proposal | None:
    """دون وقوع إصابات: nobody, as far as the report says."""
    forms = doc.words.forms
    start = max(doc.words.sentence_of(at).first, at - 6)
    negated = any(forms[i].removeprefix("و") in cues.negations or forms[i].endswith("دون") for i in range(start, at))
    if not negated or forms[at - 1] not in cues.none_before:
        return None
    first, last = doc.clause_of(at)
    return Proposal("figure", first, last, at, f"figure:no-{measure}", FigureBody(measure=measure, low=0, high=0))
