"""One victim who is joined to those counted, without a number: مقتل 10 مدنيين وجندي, مقتل السفير سامر وثلاثة آخرين."""

from __future__ import annotations

from ...languages.arabic.clitics import splits
from ...languages.arabic.particles import particles
from ...records import FigureBody
from ..document import Document, Numbered
from ..phrases import noun_phrase
from ..proposal import Proposal
from .cues import figure_cues
from .joining import adds
from .measuring import counted_phrase
from .untold import HARMS

# How many words behind a counted phrase the one joined to it may stand, and how many words may name one victim.
_BEHIND, _NAME = 3, 12
# Letters of a word in which وال is no "and the": والي.
_SHORT = 4
# How far behind a number those among them may be told of.
_AMONG = 14


def one_more(doc: Document, figures: list[tuple[Numbered, Proposal]]) -> list[Proposal]:
    """Figures of one person joined to those counted before: مقتل 10 مدنيين وجندي, مقتل ثلاثة ضباط وأحد المارة."""
    out: list[Proposal] = []
    for number, figure in figures:
        if _measure(figure) in HARMS:
            stop = doc.words.sentence_of(number.first).last
            phrase = counted_phrase(doc, number, stop)
            start, last = number.last, phrase[1] if phrase else number.last
            two_nouns = number.value.approximate or _under_one_noun(doc, number)
            out += joined_ones(doc, figure, start, last, but_in_alif=two_nouns)
    return out


def one_of_them(doc: Document, figures: list[tuple[Numbered, Proposal]]) -> list[Proposal]:
    """Figures of one person named among those counted: قتل خمسة رجال، بينهم شرطي."""
    out: list[Proposal] = []
    cues, forms = figure_cues(), doc.words.forms
    for number, figure in figures:
        if _measure(figure) not in HARMS or figure.whole is not None:
            continue
        last = min(doc.words.sentence_of(number.first).last - 1, number.last + _AMONG)
        last = next((i for i in range(number.last, last) if doc.number_at(i)), last)
        among = next((i for i in range(number.last, last) if forms[i] in cues.partitives), None)
        if among is None or forms[among + 1] not in cues.singulars or among + 1 in doc.mention_from:
            continue
        noun = among + 1
        phrase = noun_phrase(doc, noun, doc.words.sentence_of(noun).last) or (noun, noun + 1)
        body = FigureBody(measure=_measure(figure), low=1, high=1, of=doc.entity(*phrase).text)
        last = max(figure.last, noun + 1)
        part = Proposal("figure", figure.first, last, noun, f"figure:one-{body.measure}", body, whole=figure)
        out += [part, *joined_ones(doc, part, noun + 1, phrase[1])]
    return out


def joined_ones(doc: Document, figure: Proposal, start: int, last: int, *, but_in_alif: bool = False) -> list[Proposal]:
    """Figures of one that follow a figure whose words end before ``last``, each joined to the one before it: وعنصر من الشرطة.

    ``but_in_alif``: an accusative goes on with the noun of the number, مقتل 13 قياديا وعنصرا, unless its own "one" follows.
    """
    out: list[Proposal] = []
    stop = doc.words.sentence_of(figure.anchor).last
    while noun := _joined_one(doc, start, min(last + _BEHIND, stop)):
        first, last = noun_phrase(doc, noun, stop) or (noun, noun + 1)
        told_one = noun + 1 < stop and doc.words.forms[noun + 1] in figure_cues().ones
        if but_in_alif and doc.words.forms[noun].endswith("ا") and not told_one:
            break
        body = FigureBody(measure=_measure(figure), low=1, high=1, of=_of(doc, first, last))
        more = Proposal("figure", figure.first, max(figure.last, noun + 1), noun, f"figure:one-{body.measure}", body)
        more.whole = figure.whole
        out.append(more)
        start = noun + 1
    return out


def _joined_one(doc: Document, start: int, stop: int) -> int | None:
    forms, cues = doc.words.forms, figure_cues()
    for noun in range(start, stop):
        if noun > start and doc.number_at(noun) and not is_one_of(doc, noun, 1):
            return None
        if forms[noun] in cues.partitives:
            return None
        if forms[noun][0] != "و" or noun in doc.mention_from:
            continue
        if forms[noun][1:] in cues.singulars or (is_one_of(doc, noun, 1) and noun_phrase(doc, noun + 1, stop + 1)):
            return noun
    return None


def is_one_of(doc: Document, at: int, lead: int = 0) -> bool:
    """Whether a word, ``lead`` letters in, is "one of": أحد, إحدى; with و before it only its hamza tells it from واحد."""
    start = doc.words.starts[at]
    hamza = not lead or doc.report.text[start + lead : start + lead + 1] in ("أ", "إ")
    return hamza and doc.words.forms[at][lead:] in figure_cues().one_of


def _of(doc: Document, first: int, last: int) -> str:
    """The words of one victim without the و that joins it, also where it is part of the word: وأحد المارة."""
    text = doc.entity(first, last).text
    return text[1:] if is_one_of(doc, first, 1) and text.startswith("و") else text


def _under_one_noun(doc: Document, number: Numbered) -> bool:
    """Whether a number is governed by a noun, so that no accusative can be joined to it but only to what it counts."""
    before = doc.words.forms[number.first - 1] if number.first else ""
    counted = doc.words.forms[number.last] if number.last < len(doc.words.forms) else ""
    return counted.endswith("ا") and any(rest in figure_cues().heads for _, rest in splits(before))


def named_one(doc: Document, figures: list[tuple[Numbered, Proposal]]) -> list[Proposal]:
    """Figures of the one named between what tells the harm and the number joined to the name: قتل العقيد سامر وثلاثة جنود,
    مقتل الوالي وثلاثة من مساعديه."""
    out: list[Proposal] = []
    for number, figure in figures:
        name = _name_before(doc, number, _measure(figure)) if _measure(figure) in HARMS else None
        if name is None or figure.whole is not None:
            continue
        body = FigureBody(measure=_measure(figure), low=1, high=1, of=doc.entity(*name).text)
        out.append(
            Proposal("figure", min(figure.first, name[0] - 1), figure.last, name[0], f"figure:one-{body.measure}", body)
        )
    return out


def _name_before(doc: Document, number: Numbered, measure: str) -> tuple[int, int] | None:
    """The name, titles and all, that stands right between a word of the measure and a number joined to it by "and"; or any words
    for the one whose men are counted."""
    if not adds(doc, number):
        return None
    cues, last, his = figure_cues(), number.first, _are_his(doc, number)
    sentence = doc.words.sentence_of(last)
    for cue in range(last - 1, max(sentence.first, last - _NAME) - 1, -1):
        if doc.number_at(cue) or (doc.ends_clause(cue + 1) and cue + 1 < last and not his):
            return None
        if any(cues.governors.get(rest) == measure for _, rest in splits(doc.words.forms[cue])):
            end = last - 1 if his and doc.words.forms[last - 1] == "و" else last
            one = _is_one(doc, cue + 1, end) if his else _names_one(doc, cue + 1, last)
            return (cue + 1, end) if one else None
    return None


def _is_one(doc: Document, first: int, last: int) -> bool:
    """Whether a phrase may be one person: nobody joined to another, no clause, at most an apposition between commas."""
    forms = doc.words.forms[first:last]
    joined = any(
        (form.startswith("وال") and len(form) > _SHORT) or (form.startswith("و") and form.endswith("ه"))
        for form in forms
    )
    clause = any(form.startswith("ال") and form in particles().relatives for form in forms)
    marks = sum(doc.ends_clause(i) for i in range(first + 1, last + 1))
    # One mark right before the number opens another clause; an apposition has one on either side or ends with the number.
    return not (joined or clause or (doc.ends_clause(last) and marks == 1))


def _are_his(doc: Document, number: Numbered) -> bool:
    """Whether those counted are called by one named before them: مقتل الوالي وثلاثة من مساعديه."""
    after = doc.words.forms[number.last : number.last + 2]
    return len(after) == 2 and after[0] == "من" and after[1] in figure_cues().his_men


def _names_one(doc: Document, first: int, last: int) -> bool:
    """Whether a phrase is one person's name, before it at most titles with the article."""
    for at in range(first, last):
        held = doc.mention_from.get(at)
        if held and held[1].type == "person":
            return held[0] == last
        if not doc.words.forms[at].startswith("ال"):
            return False
    return False


def _measure(figure: Proposal) -> str:
    assert isinstance(figure.body, FigureBody)
    return figure.body.measure
