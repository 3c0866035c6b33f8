"""What the grammar knows of the actors that the reader names: who cannot have done it, and how far their phrase goes."""

from __future__ import annotations

from ...languages.arabic.lexicon import base, proclitic
from ...languages.arabic.particles import particles
from ...records import EventBody
from ..document import Document, is_verb
from ..events.acting import actor, uncounted
from ..events.context import among_bare, context
from ..events.cues import readings
from ..events.means import means
from ..events.participants import participants
from ..events.splitting import Phrase, own, split
from ..phrase_words import phrase_words
from ..phrases import noun_phrase
from ..proposal import Proposal
from ..speech import Speech

_COUNT, _OWNED = 6, 5
_UNDERGONE = frozenset({"target", "of-target"})


def whole(doc: Document, words: Phrase, name: str) -> Phrase:
    """The words that name an agent or target, as ``name`` says, from what the reader marked.

    A target stands with the number or the word of quantity that counts it, "seven of the leaders" for "the leaders", an agent
    without.  Left out is what ends them and says what somebody does to himself: "a young man himself".
    """
    if words[1] - words[0] > 1 and own(doc, words[1] - 1):
        words = words[0], words[1] - 1
    if name == "agent":
        return uncounted(doc, words)
    for first in range(max(doc.words.sentence_of(words[0]).first, words[0] - _COUNT), words[0]):
        if doc.number_at(first) is None and base(doc.words.forms[first]) not in phrase_words().partitives:
            continue
        phrase = noun_phrase(doc, first, words[1])
        if phrase is not None and split(doc, phrase)[0][1] > words[0]:
            return first, words[1]
    return words


def may_be(doc: Document, speech: Speech, proposal: Proposal, name: str, words: Phrase) -> bool:
    """Whether the words can be agent or target of an event, as ``name`` says: the agent somebody who can act."""
    if own(doc, words[0]):
        return False
    if name == "target":
        return not _part_of_them(doc, proposal, words) and not _weapon(doc, words)
    if actor(doc, words) is None or _describes(doc, words):
        return False
    return not (_only_owns(doc, proposal, words) or _only_speaks(doc, speech, proposal, words))


def _part_of_them(doc: Document, proposal: Proposal, words: Phrase) -> bool:
    """Whether a target is only some of those whom the grammar found: nine people, among them an officer."""
    assert isinstance(proposal.body, EventBody)
    told = any(r.role == "target" and doc.words.at(r.start) < words[0] for r in proposal.body.roles)
    return told and words[0] > 0 and doc.words.forms[words[0] - 1] in phrase_words().among_them


def _weapon(doc: Document, words: Phrase) -> bool:
    """Whether the words tell with what it was done: بالمدفعية الثقيلة."""
    lead, rest = proclitic(doc.words.forms[words[0]])
    return lead.endswith("ب") and among_bare(rest, context().weapons)


def _describes(doc: Document, words: Phrase) -> bool:
    """Whether the words say of an attack that its maker meant to die: هجوم انتحاري."""
    if words[0] == 0 or doc.words.forms[words[0]] not in means().suicide:
        return False
    return any(r.form is None for r in readings(doc.words.forms[words[0] - 1]))


def _only_owns(doc: Document, proposal: Proposal, words: Phrase) -> bool:
    """Whether an agent is only where it took place, or whose the thing is that was struck: in a depot of the army's."""
    forms, at = doc.words.forms, words[0]
    if at and (forms[at - 1] in phrase_words().inside or base(forms[at - 1]) in participants().owned):
        return True
    if at and "(" in doc.words.gaps[at] and _in_target(doc, proposal, at - 1):
        return True
    if not proclitic(forms[at])[0].endswith("ل"):
        return False
    for i in range(at - 1, max(doc.words.sentence_of(at).first, at - _OWNED) - 1, -1):
        word = forms[i]
        if readings(word) or base(word) in participants().not_actors:
            return False
        if doc.ends_clause(i + 1) or word in particles().prepositions or is_verb(word):
            return True
    return False


def _in_target(doc: Document, proposal: Proposal, word: int) -> bool:
    assert isinstance(proposal.body, EventBody)
    start = doc.words.starts[word]
    return any(r.start <= start < r.end for r in proposal.body.roles if r.role == "target")


def _only_speaks(doc: Document, speech: Speech, proposal: Proposal, words: Phrase) -> bool:
    """Whether an agent is named only in the phrase for who tells of deaths: sources close to a group, of whom nothing is told."""
    assert isinstance(proposal.body, EventBody)
    known = readings(doc.words.forms[proposal.anchor])
    first = proposal.anchor
    suffered = any(doc.words.at(r.start) < first for r in proposal.body.roles if r.role == "target")
    dying = any(r.cue.result and (r.cue.frame in _UNDERGONE or suffered) for r in known)
    named = words[0] and speech.in_frame(words[0]) and speech.in_frame(words[0] - 1)
    return bool(dying and named and not is_verb(doc.words.forms[words[0] - 1]))
