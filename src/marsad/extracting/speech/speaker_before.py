"""Where the words that name a speaker begin and end, before a verb of saying."""

from __future__ import annotations

from ...languages.arabic.lexicon import base, common_verbs
from ...languages.arabic.particles import particles
from ..phrases import can_start
from .context import Context, article, attached, finite, one_of, preposition
from .speaker_after import LONGEST, Range, phrase_at

_ASIDE = frozenset(("،", ",", "-", "–", "—", ")", '"،', "»،", "”،", "“،"))


def _between(text: Context, word: int) -> bool:
    """Whether a word may stand between a subject and its verb: قد, كانت, أيضا."""
    form = text.forms[word]
    return form in text.known.auxiliaries or form in particles().adverbs or form in text.known.adverbs


def subject_before(text: Context, verb: int, start: int) -> Range | None:
    """The speaker named before the verb: in its own clause, as a relative's antecedent, or set off by
    commas."""
    last = verb
    while last > start and (_between(text, last - 1) or last in text.date_upto):
        last = text.date_upto[last][0] if last in text.date_upto else last - 1
    if last <= start:
        return None
    if text.forms[last - 1] in particles().relatives and text.forms[last - 1].startswith(("ال", "لل")):
        return _antecedent(text, last - 1, start)
    for _ in range(4):
        if text.doc.ends_clause(last) and text.gaps[last].strip() not in _ASIDE:
            return None
        first = max(text.doc.clause_of(last - 1)[0], start)
        found = _nominal(text, first, last)
        if found:
            return _with_office(text, found, start)
        if first <= start or not text.comma(first) or not text.comma(last):
            return None
        last = first
    return None


def _hardly_noun(form: str, following: str) -> bool:
    """Whether a clause's first word, bare of the article, is rather a verb: قتلت, or one with و before
    it: واقيم."""
    if article(form):
        return False
    if form[0] in "بلك" and form[1:] in particles().demonstratives:
        return True
    if form in common_verbs() and not article(following):
        return True
    return (form[0] == "و" and base(form) != form) or (len(form) > 3 and form[-1] == "ت" and not form.endswith("ات"))


def topic_before(text: Context, verb: int, start: int) -> Range | None:
    """The speaker set before a verb with ف as its topic: أما الجيش فأكد."""
    for k in range(verb - 1, max(start, verb - LONGEST) - 1, -1):
        if text.forms[k] in ("اما", "واما"):
            found = phrase_at(text, k + 1, verb)
            return found if found and found[1] > k + 1 else None
    return None


def _with_office(text: Context, found: Range, start: int) -> Range:
    """A name between commas with the office before it: رئيس الحكومة، فلان، أكد."""
    first, last = found
    if first > start and text.gaps[first].strip() in ("،", ",", "-", "–") and text.mention(first):
        office = _nominal(text, max(text.doc.clause_of(first - 1)[0], start), first)
        if office and office[1] == first and last - office[0] <= 14:
            return office[0], last
    return found


def _antecedent(text: Context, relative: int, start: int) -> Range | None:
    held = [k for k in range(max(start, relative - 8), relative) if (m := text.mention(k)) and m[0] == relative]
    if held:
        return held[0], relative
    first = relative
    while first > start and relative - first < 8:
        form = text.forms[first - 1]
        if form in particles().all or finite(form):
            break
        first -= 1
        if attached(form) or (form[0] in "وف" and base(form) != form and article(form)) or text.doc.ends_clause(first):
            break
    return (first, relative) if first < relative else None


def _nominal(text: Context, first: int, last: int) -> Range | None:
    """The noun phrase that fills the words up to a verb, connectors and auxiliaries before it set aside."""
    known = particles()
    openers = (known.conjunctions, known.subordinators, text.known.auxiliaries, text.known.before_subjects)
    first = next((k + 1 for k in range(last - 2, first - 1, -1) if text.forms[k] in text.known.that), first)
    while first < last:
        form = text.forms[first]
        rest = form[1:] if form[0] in "وف" else form
        if form in text.known.that or any(rest in words for words in openers):
            first += 1
        elif first in text.date_from:
            first = text.date_from[first][0]
        else:
            break
    if first >= last or last - first > 14 or preposition(text.forms[first]) or not can_start(text.doc, first):
        return None
    if text.forms[first].removeprefix("و") in text.known.adverbs or (
        text.mention(first) is None and _hardly_noun(text.forms[first], text.forms[first + 1])
    ):
        return None
    if (
        finite(text.forms[first])
        or text.attached(first)
        or (text.forms[first] in known.demonstratives and last - first < 2)
    ):
        return None
    accusative = text.forms[first].endswith("ا") and len(text.forms[first]) > 4 and text.mention(first) is None
    if accusative and not article(text.forms[first]) and text.forms[first][-2] not in "يو":
        governed = text.forms[first - 1] if first else ""
        if governed not in text.known.that and governed not in text.known.governing:
            return None
    if first and text.gaps[first] == " " and preposition(text.forms[first - 1]):
        return None
    for k in range(first + 1, last):
        form = text.forms[k]
        if form in text.known.that:
            return None
        if finite(form) and one_of(text.forms[first], text.known.documents) and form in text.known.issued:
            return (first, last) if k + 1 < last else None
        if finite(form):
            verb = common_verbs().get(form)
            return (first, k) if verb is not None and verb.object and k > first + 1 else None
    return first, last
