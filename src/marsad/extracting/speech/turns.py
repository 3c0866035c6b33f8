"""The turns of a printed interview: paragraphs of questions and of answers, by their labels, marks and
question marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from .context import Context, finite
from .interview_words import interview_words

_MARK = re.compile(r"[-–—•●▪■◆◊○►▶※*]+")
_SET_OFF = re.compile(r"\s*[:：/\\.)\-–—]")
_LABEL = 5  # words: a name or office that labels a turn is not longer
_ASKED = 60  # words: no question is longer
_LEAST = 2  # turns of a kind: fewer are no interview
_BARE = 3  # questions, where nothing marks them but their question mark


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph, words ``first`` to ``last``, opened by a mark or label, its text from ``begin`` on."""

    first: int
    begin: int
    last: int
    mark: str
    label: tuple[str, ...]
    asks: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """Words ``first`` to ``last`` of an answer; ``label`` are the words that name who gives it, if any do."""

    first: int
    last: int
    label: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Interview:
    """The answers of an interview and the word at which its first question begins."""

    begins: int
    answers: tuple[Answer, ...]
    bare: bool


_Test = Callable[[Turn], bool]


def interview(text: Context) -> Interview | None:
    """The questions and answers of a report, None where it is no interview."""
    if sum("؟" in gap or "?" in gap for gap in text.gaps) < _LEAST:
        return None
    turns = _turns(text)
    named = None if _labelled(turns) else _named(turns)
    found = _labelled(turns) or named or _marked(turns)
    bare = found is None and sum(_bare_question(t) for t in turns) >= _BARE
    questions, answers = found or (_bare_question, _unmarked)
    if found is None and not bare:
        return None
    given = _answers(text, turns, questions, answers, named is not None)
    first = next(t.first for t in turns if questions(t))
    return Interview(first, tuple(given), bare) if len(given) >= _LEAST else None


def _turns(text: Context) -> list[Turn]:
    gaps = text.gaps
    starts = [k for k in range(len(text.forms)) if k == 0 or "\n" in gaps[k]]
    ends = [*starts[1:], len(text.forms)]
    return [_turn(text, first, last) for first, last in zip(starts, ends, strict=True)]


def _turn(text: Context, first: int, last: int) -> Turn:
    opening = text.gaps[first].rpartition("\n")[2]
    mark = _MARK.search(opening)
    begin = first
    label: tuple[str, ...] = ()
    words = interview_words()
    if text.forms[first] in words.questions | words.answers:
        after = first + 1 + (first + 1 < last and text.forms[first + 1].isdigit())
        if after < last and _SET_OFF.match(text.gaps[after]):
            begin, label = after, (text.forms[first],)
    if begin == first:
        end = next((k for k in range(first + 1, min(first + _LABEL + 1, last)) if ":" in text.gaps[k]), None)
        if end is not None and not any(text.comma(k) for k in range(first + 1, end)):
            begin, label = end, tuple(text.forms[first:end])
    closing = text.gaps[last].partition("\n")[0]
    return Turn(first, begin, last, mark.group() if mark else "", label, "؟" in closing or "?" in closing)


def _labelled(turns: list[Turn]) -> tuple[_Test, _Test] | None:
    """By the words question and answer, or their first letters."""
    words = interview_words()

    def question(turn: Turn) -> bool:
        return len(turn.label) == 1 and turn.label[0] in words.questions

    def answer(turn: Turn) -> bool:
        return not question(turn)

    return (question, answer) if sum(map(question, turns)) >= _LEAST else None


def _named(turns: list[Turn]) -> tuple[_Test, _Test] | None:
    """By the names of those who speak: the one whose turns end with a question mark asks."""
    labels = Counter(t.label for t in turns if t.label)
    repeated = {label for label, times in labels.items() if times >= _LEAST}
    asking = Counter(t.label for t in turns if t.label in repeated and t.asks)
    if len(repeated) < 2 or not asking:
        return None
    asker = max(asking, key=lambda label: (asking[label] / labels[label], asking[label]))
    if asking[asker] * 2 < labels[asker] or asking[asker] < _LEAST:
        return None
    return (lambda turn: turn.label == asker), (lambda turn: not turn.label or turn.label in repeated)


def _marked(turns: list[Turn]) -> tuple[_Test, _Test] | None:
    """By marks: the mark most of whose paragraphs ask is that of questions, else the question marks tell."""
    marks = Counter(t.mark for t in turns if t.mark)
    asking = Counter(t.mark for t in turns if t.mark and t.asks)
    if not asking:
        return None
    mark, asked = asking.most_common(1)[0]
    if asked < _LEAST:
        return None
    if asked * 3 >= marks[mark] * 2:
        return (lambda turn: turn.mark == mark), (lambda turn: turn.mark != mark)
    if asked * 3 >= marks[mark]:
        return (lambda turn: turn.mark == mark and turn.asks), (lambda turn: not turn.asks)
    return None


def _bare_question(turn: Turn) -> bool:
    return turn.asks and not turn.label and turn.last - turn.first <= _ASKED


def _unmarked(turn: Turn) -> bool:
    return not turn.asks


def _answers(text: Context, turns: list[Turn], question: _Test, answer: _Test, named: bool) -> list[Answer]:
    """The paragraphs that follow a question, until the author ends the interview in his own words.

    ``named``: labels are the names of those who speak.
    """
    out: list[Answer] = []
    open_, marked = False, False
    for turn in turns:
        if question(turn):
            open_ = True
            continue
        if not open_ or not answer(turn):
            open_ = False
            continue
        plain = not (turn.mark or turn.label)
        if not plain:
            marked = True
        elif marked and _tells_of_another(text, turn):
            open_ = False
            continue
        by_word = turn.begin > turn.first and turn.label[0] in interview_words().answers
        begin = turn.begin if named or by_word else turn.first
        out.append(Answer(begin, turn.last, (turn.first, begin) if named and begin > turn.first else None))
    return out


def _tells_of_another(text: Context, turn: Turn) -> bool:
    """Whether an unmarked paragraph opens with a verb of saying in the third person: ويختم ضيفنا حديثه."""
    cue = text.known.forms.get(text.forms[turn.first])
    return cue is not None and cue.part in ("perfect", "imperfect") and finite(text.forms[turn.first])
