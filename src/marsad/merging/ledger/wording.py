"""What the words around a number tell of it: the sentence, whom it counts, and the counts before it."""

from __future__ import annotations

import re
from functools import lru_cache

from marsad.languages.arabic import find_numbers
from marsad.records import Claim, Span

from .lists import Turn, along_with, had, people, said_before, turns
from .phrases import words_of

Number = float | int | None

# A full stop with no space after it ends a sentence too, unless it stands in a number or after an initial.
_STOP = re.compile(r"[!?؟…\n\r]|\.(?!\w)|(?<=[^\W\d]{3})\.(?=[^\W\d])")
_CLAUSE = re.compile(rf"{_STOP.pattern}|[،,;؛:]")
# A sentence is looked for so many letters back.
_BACK = 2000
# Words between a cue of what was before and the number; after a number.
_FAR, _AFTER = 8, 3
# Words before a number among which "with" stands: مع اثنين, مع مسلحين اثنين.
_BEFORE = 2
# Letters after a number in which the words for those counted stand; a claim no longer than `_SHORT` is the number.
_NEAR, _SHORT = 30, 4
# Words of a sentence, "had" its first, among which the verb of saying stands.
_SAID = 7


def sentence_at(text: str, claim: Claim) -> Span:
    """The sentence in which a claim begins, up to where the claim or the sentence ends, whichever is later."""
    start = 0
    for stop in _STOP.finditer(text, max(0, claim.start - _BACK), claim.start):
        start = stop.end()
    if start == 0 and claim.start > _BACK:
        start = claim.start
    stop_after = _STOP.search(text, max(claim.end - 1, claim.start))
    end = max(claim.end, stop_after.start() if stop_after else len(text))
    while start < claim.start and text[start].isspace():
        start += 1
    return Span(text[start:end], start, end)


def number_at(claim: Claim) -> tuple[int, int]:
    """Start and end of a figure's number in the report; where it is not found ("a soldier") where those counted begin, twice."""
    figure = claim.figure
    assert figure is not None
    start, end = _number_in(claim.text, figure.low, figure.high, figure.of or "")
    return claim.start + start, claim.start + end


# An event's figures are looked at again whenever another report of it comes in.
@lru_cache(maxsize=16_384)
def _number_in(text: str, low: Number, high: Number, of: str) -> tuple[int, int]:
    """Of several numbers that are the same, the one before the words for those counted."""
    if len(text) <= _SHORT:
        return 0, 0
    same = [(n.start, n.end) for n in find_numbers(text) if (n.low, n.high) == (low, high)]
    named = (place for place in same if of in text[place[1] : place[1] + len(of) + _NEAR])
    begin = max(text.find(of), 0)
    return next(named, same[0] if same else (begin, begin))


def _phrase(text: str, end: int) -> str:
    """The few words after a number, up to the first that و adds."""
    words = text[end : end + _NEAR].split()[:_AFTER]
    return " ".join(words[: next((i for i, word in enumerate(words) if word.startswith("و")), len(words))])


def counts_others(text: str, of: str | None, end: int) -> bool:
    """Whether the words for those counted, or the few after a number that ends at ``end``, say "others"."""
    words = f"{of or ''} {_phrase(text, end)}"
    return any(kind.scope == "others" for _, _, kind in people().find(words_of(words).forms))


def counts_companions(text: str, sentence: Span, at: int) -> bool:
    """Whether those counted died or were hurt with somebody named before: قتل القيادي مع مسلحين اثنين."""
    return not along_with().isdisjoint(words_of(text[sentence.start : at]).forms[-_BEFORE:])


def rest_of_clause(text: str, end: int) -> str:
    """The words after a number, up to the next mark or so many letters on."""
    return _CLAUSE.split(text[end : end + 2 * _NEAR], maxsplit=1)[0]


def counted_from(text: str, end: int) -> str | None:
    """The words after "of" that follow a number, or the word for people after it: 4 قتلى من أفراد المقاومة, 9 من المقاومة."""
    words = rest_of_clause(text, end).split()
    of = next((i for i, word in enumerate(words[:2]) if word == "من"), None)
    if of is None:
        return None
    named = words[of + 1 : of + 1 + _AFTER]
    return " ".join(named[: next((i for i, word in enumerate(named) if any(find_numbers(word))), len(named))])


def counted_after(text: str, at: int, end: int) -> str | None:
    """The word after a number, if it names a kind of people: ثلاثة بالغين."""
    if at == end:
        return None
    for word in text[end : end + _NEAR].split()[:1]:
        kind = people().first(words_of(word).forms)
        if kind is not None and kind.scope in ("group", "subset"):
            return word
    return None


def turn_before(text: str, sentence: Span, at: int) -> Turn | None:
    """The last cue before a number in its sentence; a cue of what was before reaches no further than a few words.

    A sentence that opens with "X had said" (وكانت مصادر ذكرت) tells of what was before to its end: ``had-said``, where no
    other word there says that the count stood before.
    """
    before = words_of(text[sentence.start : at]).forms
    pluperfect = before[:1] and before[0] in had() and any(form in said_before() for form in before[1:_SAID])
    last: Turn | None = "had-said" if pluperfect else None
    for _, end, turn in turns().find(before):
        if turn in ("rise", "fall", "renewal", "early") or len(before) - end <= _FAR:
            last = turn
        elif turn == last and not pluperfect:
            last = None
    return last
