"""Relations in a report: membership, leadership, allegiance, kinship, control, presence, support and
rivalry.
"""

from __future__ import annotations

from ...languages.arabic.gates import WordGate
from ...records import Certainty, DateRange, Entity, RelationBody
from ..document import Dated, Document
from ..outlook.passages import fitted
from ..proposal import Proposal
from ..speech.voice import Speech
from .bodies import find_bodies
from .cues import cue_words, entries_of, party_words
from .owned import former_names
from .parties import Parties, Range, entity_of
from .slots import fill

_DATE_REACH, _BREAK, _BEFORE = 14, 6, 3
# Kinship does not end with an office that the sentence calls former.
_LASTING = frozenset(("child-of", "sibling-of"))


@WordGate.of(cue_words)
def _meets(form: str) -> bool:
    return bool(entries_of(form))


def find_relations(doc: Document, speech: Speech) -> list[Proposal]:
    """Propose the relations that a report tells; dates that say when something was said are left to speech.

    Never raises, whatever the text.
    """
    out: list[Proposal] = []
    told: set[tuple[str, int]] = set()
    for word in doc.words.where(_meets):
        form = doc.words.forms[word]
        for entry in entries_of(form):
            if (entry.cue.predicate, word) in told or doc.in_furniture(word) or _asks(doc, word):
                continue
            parties = fill(doc, entry, word, out)
            if parties is None:
                continue
            told.add((entry.cue.predicate, word))
            out.append(_proposal(doc, speech, entry.cue.predicate, f"{entry.part}:{form}", word, parties))
            break
    for word, parties in former_names(doc):
        if not doc.in_furniture(word):
            out.append(_proposal(doc, speech, "renamed-to", "former name", word, parties))
    for word, parties in find_bodies(doc):
        if not doc.in_furniture(word) and not any(p.first <= word < p.last and _says(p, "present-in") for p in out):
            out.append(_proposal(doc, speech, "present-in", "bodies", word, parties))
    return out


def _asks(doc: Document, word: int) -> bool:
    after = doc.words.gaps[doc.words.sentence_of(word).last]
    return after.lstrip('»"”) ')[:1] in ("؟", "?")


def _says(proposal: Proposal, predicate: str) -> bool:
    return isinstance(proposal.body, RelationBody) and proposal.body.predicate == predicate


def _proposal(doc: Document, speech: Speech, predicate: str, rule: str, word: int, parties: Parties) -> Proposal:
    sentence = doc.words.sentence_of(word)
    ranges = [r for r in (parties.subject, parties.object) if isinstance(r, tuple)]
    inside = [r for r in ranges if sentence.first <= r[0] and r[1] <= sentence.last and abs(r[0] - word) <= 40]
    first = min([doc.clause_of(word)[0], *(r[0] for r in inside)])
    last = max([_pause(doc, word, sentence.last), *(r[1] for r in inside)])
    low, high = fitted(doc, first, last, word)
    ended = predicate not in _LASTING and _over(doc, max(low, word - _BEFORE), high)
    body = RelationBody(
        predicate=predicate,
        subject=_entity(doc, parties.subject),
        object=_entity(doc, parties.object),
        ended=ended,
    )
    hedge: Certainty | None = "alleged" if parties.alleged else None
    return Proposal(
        "relation",
        low,
        high,
        word,
        rule,
        body,
        hedge,
        _date(doc, speech, word, sentence.first, sentence.last),
    )


def _entity(doc: Document, party: Range | Entity | None) -> Entity | None:
    return entity_of(doc, party) if isinstance(party, tuple) else party


def _pause(doc: Document, word: int, last: int) -> int:
    return next((w for w in range(word + 1, last) if doc.ends_clause(w)), last)


def _over(doc: Document, first: int, last: int) -> bool:
    ends = party_words().ended
    return any(form in ends or form[1:] in ends for form in doc.words.forms[first:last])


def _distance(doc: Document, word: int, date: Dated) -> int:
    """How far a date stands from a cue, in words; a clause between them counts as several."""
    low, high = (word, date.first) if word < date.first else (date.last, word)
    breaks = sum(doc.ends_clause(w) for w in range(low + 1, high))
    return high - low + _BREAK * breaks


def _date(doc: Document, speech: Speech, word: int, first: int, last: int) -> DateRange | None:
    """The date of the sentence that stands nearest, unless it dates what somebody said."""
    words = doc.words
    near = [
        (_distance(doc, word, d), d.first, d.value)
        for d in doc.dated(first, last)
        if (words.starts[d.first], words.ends[d.last - 1]) not in speech.frame_dates
    ]
    best = min(near, key=lambda n: n[:2], default=None)
    return best[2] if best and best[0] <= _DATE_REACH else None
