"""Figures without a number word: one indefinite person (مقتل جندي), and nobody (دون وقوع إصابات)."""

from __future__ import annotations

from ...languages.arabic.clitics import splits
from ...languages.arabic.gates import Gate
from ...languages.arabic.lexicon import proclitic
from ...records import FigureBody
from ..document import Document, Numbered
from ..phrases import noun_phrase
from ..proposal import Proposal
from .cues import FigureCues, figure_cues
from .measuring import counted_phrase

_ONE_OF = frozenset({"killed", "injured", "arrested", "kidnapped"})


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
    return out


def one_more(doc: Document, figures: list[tuple[Numbered, Proposal]]) -> list[Proposal]:
    """Figures of one person who is joined to those counted before: مقتل 10 مدنيين وجندي."""
    cues, out = figure_cues(), []
    for number, figure in figures:
        assert isinstance(figure.body, FigureBody)
        if figure.body.measure not in _ONE_OF:
            continue
        phrase = counted_phrase(doc, number, doc.words.sentence_of(number.first).last)
        stop = doc.words.sentence_of(number.first).last
        for noun in range(number.last, min((phrase[1] if phrase else number.last) + 3, stop)):
            form = doc.words.forms[noun]
            if form[0] == "و" and form[1:] in cues.singulars and noun not in doc.mention_from:
                last = noun_phrase(doc, noun, stop) or (noun, noun + 1)
                body = FigureBody(measure=figure.body.measure, low=1, high=1, of=doc.entity(*last).text)
                more = Proposal(
                    "figure", figure.first, max(figure.last, noun + 1), noun, f"figure:one-{body.measure}", body
                )
                more.whole = figure.whole
                out.append(more)
                break
    return out


def _measures(form: str) -> tuple[str | None, str | None]:
    """The measures that a folded word gives one person after it, and nobody before it."""
    cues = figure_cues()
    one_of = None
    for _, rest in splits(form):
        if one_of is None and rest in cues.governors and cues.governors[rest] in _ONE_OF:
            one_of = cues.governors[rest]
    return one_of, cues.none_of.get(proclitic(form)[1])


@Gate.of(lambda: (*figure_cues().governors, *figure_cues().none_of))
def _may_tell(form: str) -> bool:
    return any(_measures(form))


def _one(doc: Document, cues: FigureCues, at: int, measure: str, numbered: set[int]) -> Proposal | None:
    """مقتل جندي, مقتل أحد عناصرها: a singular person without article, or one of several, right after the cue; or the dual
    of which only the ا is written, مقتل ضابطا شرطة."""
    noun = at + 1
    if noun >= len(doc.words.forms) or noun in numbered or doc.ends_clause(noun):
        return None
    phrase = noun_phrase(doc, noun, doc.words.sentence_of(at).last)
    one_of = doc.words.forms[noun] in cues.one_of and phrase is not None and phrase[1] > noun + 1
    one_of = one_of and doc.words.forms[noun + 1] != "من"
    if not one_of and doc.words.forms[noun] not in cues.singulars:
        return None
    if phrase is None or any(i in doc.mention_from and doc.mention_from[i][1].type == "person" for i in range(*phrase)):
        return None
    count = 2 if not one_of and _two_of(doc, noun, phrase[1]) else 1
    body = FigureBody(measure=measure, low=count, high=count, of=doc.entity(*phrase).text)
    first, last = doc.clause_of(at)
    return Proposal("figure", min(first, at), max(last, noun + 1), noun, f"figure:one-{measure}", body)


def _two_of(doc: Document, noun: int, stop: int) -> bool:
    """Whether a noun in ا is the dual before its genitive and no accusative, whose adjective would end in ا too: ضابطا شرطة."""
    return doc.words.forms[noun].endswith("ا") and noun + 1 < stop and doc.ends_in_ta(noun + 1)


def _none(doc: Document, cues: FigureCues, at: int, measure: str) -> Proposal | None:
    """دون وقوع إصابات: nobody, as far as the report says."""
    forms = doc.words.forms
    start = max(doc.words.sentence_of(at).first, at - 6)
    negated = any(forms[i] in cues.negations or forms[i].endswith("دون") for i in range(start, at))
    if not negated or forms[at - 1] not in cues.none_before:
        return None
    first, last = doc.clause_of(at)
    return Proposal("figure", first, last, at, f"figure:no-{measure}", FigureBody(measure=measure, low=0, high=0))
