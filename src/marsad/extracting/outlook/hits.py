"""Where the cues of assessments are met: words that answer an entry of the codebook, futures, and قد
before an imperfect.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from ...languages.arabic.gates import WordGate
from ...languages.arabic.lexicon import is_whole
from ...records import AssessmentType, Certainty, Direction
from ..document import Document
from ..phrase_words import phrase_words
from .cues import Entry, cue_index, entries_of
from .lists import future, imperfect, in_list, is_topic, word_lists


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue met at ``word``; what is claimed begins at ``anchor``.  ``rank`` orders cues, the least first.

    ``link`` is the word that joins the cue to what is claimed (أن, إلى, ب), if it needs one.
    """

    word: int
    anchor: int
    rank: int
    rule: str
    type: AssessmentType
    certainty: Certainty | None = None
    direction: Direction | None = None
    link: str = ""
    topic: bool = False


def _signal_words() -> Iterable[str]:
    return (*cue_index().written, *cue_index().bare, *word_lists().futures, *word_lists().may)


@WordGate.of(_signal_words)
def _signals(word: str) -> bool:
    return bool(entries_of(word)) or word in word_lists().futures or word in word_lists().may


@WordGate
def _in_future(word: str) -> bool:
    return future(word) is not None


def find_hits(doc: Document) -> list[Hit]:
    """All cues met in the report, in order."""
    hits: list[Hit] = []
    for word in sorted({*doc.words.where(_signals), *doc.words.where(_in_future)}):
        form = doc.words.forms[word]
        last = doc.words.sentence_of(word).last
        if (coming := _coming(doc, word, last)) is not None:
            hits.append(coming)
        follows = doc.words.forms[word + 1] if word + 1 < last else ""
        for entry in _open_entries(form, follows):
            if (hit := _met(doc, entry, word, last)) is not None:
                hits.append(hit)
                break
    return hits


@lru_cache(maxsize=16_384)
def _open_entries(form: str, follows: str) -> tuple[Entry, ...]:
    """The entries of a word whose second word, if they have one, may be the one that follows: most fail there."""
    return tuple(e for e in entries_of(form) if not e.tail or len(e.tail[0]) == 1 or e.tail[0] == follows)


@cache
def _forecast_rank() -> int:
    index = cue_index()
    return min(e.rank for entries in index.written.values() for e in entries if e.cue.type == "forecast")


def _coming(doc: Document, word: int, last: int) -> Hit | None:
    """A future, or something that may be: سيعود, سوف تتسع, قد يلجأ."""
    forms = doc.words.forms
    form = forms[word]
    follows = forms[word + 1] if word + 1 < last else ""
    if form in word_lists().may and follows:
        if _may_be(doc, word) or ("ربما" in form and _happening(follows)):
            return Hit(word, word, _forecast_rank(), "possibility", "forecast", "hedged", topic=True)
        return None
    verb = follows if form in word_lists().futures else future(form)
    if not verb or word in doc.mention_from or not imperfect(verb) or verb in word_lists().routine:
        return None
    if form in ("لن", "ولن") and not is_topic(forms[min(word + 2, last - 1)]):
        return None
    kind: AssessmentType = "position" if verb[0] == "ن" else "forecast"
    return Hit(word, word, _forecast_rank(), "future", kind, topic=True)


def _may_be(doc: Document, word: int) -> bool:
    """Whether an imperfect follows قد at ``word``: not the pluperfect of كان, nor a fifth or sixth
    form in the perfect.
    """
    forms = doc.words.forms
    verb = forms[word + 1]
    if not imperfect(verb) or (verb[0] == "ت" and len(verb) > 4 and verb.endswith(("ت", "وا", "ته", "تها", "تهم"))):
        return False
    return verb[0] == "ي" or not any(
        form.removeprefix("و") in phrase_words().was for form in forms[max(word - 6, 0) : word]
    )


def _happening(word: str) -> bool:
    lists = word_lists()
    return any(in_list(word, names) for names in (lists.spread, lists.rise, lists.fall))


def _met(doc: Document, entry: Entry, word: int, last: int) -> Hit | None:
    """The hit where all conditions of the entry hold at ``word``, within the sentence that ends at
    ``last``.
    """
    cue, forms = entry.cue, doc.words.forms
    end = word + 1
    for wanted in entry.tail:
        if end >= last or not _answers(forms[end], wanted):
            return None
        end += 1
    follows = forms[end] if end < last else ""
    if entry.unless and follows and any(_answers(follows, wanted) for wanted in entry.unless):
        return None
    if cue.rule == "possibility" and word and forms[word - 1] in word_lists().negations:
        return None
    if cue.predicate and not (word and forms[word - 1].removeprefix("و").startswith("ال")):
        return None
    if cue.start and not _opens(doc, word):
        return None
    if entry.after and not any(
        _plain(forms[i]) in entry.after for i in range(max(word - cue.reach, doc.words.sentence_of(word).first), word)
    ):
        return None
    anchor, link, ahead = (end - 1 if entry.tail else word), "", end
    if entry.then:
        joint = _joint(forms, entry.then, end, min(end + cue.reach, last))
        if joint is None:
            return None
        at, link = joint
        ahead = at + (len(link) > 1)
        if cue.verb_after and (ahead >= last or not imperfect(forms[ahead])):
            return None
        if cue.frame and ahead < last:
            anchor = ahead
    if entry.lists and not _listed(entry, forms, word, ahead, last):
        return None
    return Hit(word, anchor, entry.rank, cue.rule, cue.type, cue.certainty, cue.direction, link, cue.topic)


def _listed(entry: Entry, forms: list[str], word: int, ahead: int, last: int) -> bool:
    reach = entry.cue.reach
    low = max(word - reach, 0) if entry.cue.beside else ahead
    around = [forms[i] for i in range(low, min(ahead + reach, last)) if i != word]
    if entry.cue.type == "trend" and any(in_list(form, word_lists().tolls) for form in around):
        return False
    return any(in_list(form, names) for form in around for names in entry.lists)


def _joint(forms: list[str], wanted: frozenset[str], first: int, last: int) -> tuple[int, str] | None:
    """The first word in a range that is one of the ``wanted`` particles, else that bears one, and which."""
    whole = next((word for word in range(first, last) if forms[word] in wanted), None)
    if whole is not None:
        return whole, forms[whole]
    for word in range(first, last):
        for particle in wanted:
            if len(particle) == 1 and _answers(forms[word], particle):
                return word, particle
    return None


def _answers(form: str, wanted: str) -> bool:
    if len(wanted) > 1:
        return form == wanted
    return form == wanted or (form[0] == wanted and len(form) > 3 and not is_whole(form))


def _opens(doc: Document, word: int) -> bool:
    """Whether the word opens a clause: after a break, with و or ف, or after a particle that brings a
    clause.
    """
    form, before = doc.words.forms[word], doc.words.forms[word - 1] if word else ""
    return (
        doc.clause_of(word)[0] == word
        or (form[0] in "وف" and not is_whole(form))
        or before in word_lists().before_clauses
        or (word > 0 and any(mark in doc.words.gaps[word] for mark in '"«“'))
    )


def _plain(form: str) -> str:
    return form[1:] if form[0] in "وف" and len(form) > 3 and not is_whole(form) else form
