"""Assessments in a report: what drives it, what will come, what is feared, advised and thought."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from ...records import AssessmentBody, AssessmentType, Certainty, Direction
from ..document import Document
from ..proposal import Proposal
from ..speech.voice import Speech, Utterance
from .details import about, condition, direction, horizon
from .hits import Hit, find_hits
from .items import Item, find_items
from .lists import in_list, is_topic, word_lists
from .passages import Passage, evidence, fitted, holding, passages
from .statements import Statement, find_statements

_SHORT = 4
# How far from its cue a word of rise or fall still tells which way the assessment points.
_AHEAD, _BEHIND = 9, 5
# How far into what is warned of or called for a hedge still hedges all of it.
_HEDGED = 4
_JUDGING = frozenset(("expected", "judged", "warned"))


def find_outlook(doc: Document, speech: Speech) -> list[Proposal]:
    """Propose the assessments that a report makes or passes on; one for a passage, with the words that
    say so.

    Horizons are taken from the document's dates.  Never raises, whatever the text.
    """
    return _Finder(doc, speech).find()


class _Finder:
    def __init__(self, doc: Document, speech: Speech) -> None:
        self.doc = doc
        self.speech = speech
        self.utterances = [u for u in speech.utterances if u.first < u.last]
        self.starts = frozenset(u.first for u in self.utterances)
        self.by_sentence: dict[int, list[Utterance]] = defaultdict(list)
        for utterance in self.utterances:
            self.by_sentence[doc.words.sentence_of(utterance.first).first].append(utterance)
        self.out: list[Proposal] = []

    def find(self) -> list[Proposal]:
        doc = self.doc
        items = find_items(doc)
        headings = {word for item in items for word in range(item.first, item.body)}
        hits: dict[int, list[Hit]] = defaultdict(list)
        for hit in find_hits(doc):
            if hit.word not in headings:
                hits[doc.words.sentence_of(hit.word).first].append(hit)
        for item in items:
            self._item(item)
        for first, of_sentence in hits.items():
            last = doc.words.sentence_of(first).last
            if not self._silent(first, last):
                self._sentence(first, last, of_sentence)
        for statement in find_statements(doc, self.speech, self.utterances):
            self._statement(statement)
        return [p for p in self.out if not doc.in_furniture(p.first)]

    def _sentence(self, first: int, last: int, hits: list[Hit]) -> None:
        """One assessment for every passage of the sentence in which a cue is met."""
        found = passages(self.doc, first, last, self.starts)
        by_passage: dict[int, list[Hit]] = defaultdict(list)
        for hit in map(self._within_speech, hits):
            at = holding(found, hit.anchor)
            if not hit.topic or self._on_topic(hit, found[at], last) or self._judged(hit):
                by_passage[at].append(hit)
        taken = frozenset(by_passage)
        before: Hit | None = None
        adjacent = True
        for at, passage in enumerate(found):
            if at in by_passage:
                before, adjacent = self._choose(by_passage[at]), True
                low, high = evidence(self.doc, found, at, before.anchor, taken - {at})
                self._add(
                    before.type,
                    before.rule,
                    low,
                    high,
                    before.anchor,
                    self._certainty(before, by_passage[at], passage),
                    before.direction,
                )
            elif before is not None and self._goes_on(before, passage, adjacent):
                adjacent = True
                low, high = fitted(self.doc, passage.first, passage.last, passage.first)
                self._add(before.type, before.rule, low, high, passage.first, before.certainty, None)
            else:
                adjacent = False

    def _within_speech(self, hit: Hit) -> Hit:
        """A verb of saying that is a cue claims what is said; a trend expected is a forecast."""
        for utterance in self.by_sentence[self.doc.words.sentence_of(hit.word).first]:
            if utterance.frame[0] <= hit.word < utterance.frame[1] and hit.anchor < utterance.first:
                return replace(hit, anchor=utterance.first)
            if utterance.kind == "expected" and utterance.first <= hit.word < utterance.last and hit.type == "trend":
                return replace(hit, type="forecast", certainty="hedged")
        return hit

    def _choose(self, hits: list[Hit]) -> Hit:
        return min(hits, key=lambda hit: (hit.rank, hit.word))

    def _certainty(self, chosen: Hit, hits: list[Hit], passage: Passage) -> Certainty | None:
        """Hedged where the cue itself says so, or a hedge stands before it in its passage."""
        if chosen.certainty is not None:
            return chosen.certainty
        reach = max(chosen.word, chosen.anchor + _HEDGED if chosen.link else 0)
        if any(hit.certainty == "hedged" and hit.word < reach for hit in hits):
            return "hedged"
        hedges = word_lists().hedges
        return (
            "hedged"
            if any(in_list(self.doc.words.forms[w], hedges) for w in range(passage.first, chosen.word))
            else None
        )

    def _goes_on(self, before: Hit, passage: Passage, adjacent: bool) -> bool:
        """Whether a passage goes on with what one before it advised or expected: وأن..., وب...

        Only وأن with a verb does so over what stands between; the rest must be ``adjacent``.
        """
        form = self.doc.words.forms[passage.first]
        if before.type not in ("recommendation", "forecast"):
            return False
        if form == "وان" and (before.link == "ان" or (not before.link and before.type == "recommendation")):
            verb = self.doc.words.forms[min(passage.first + 1, passage.last - 1)]
            return (adjacent and bool(before.link)) or verb[0] in "يتن"
        joined = len(before.link) == 1 and form.startswith("و" + before.link) and len(form) > _SHORT
        return adjacent and (joined or form == "و" + before.link)

    def _item(self, item: Item) -> None:
        found = passages(self.doc, item.body, item.last, self.starts)
        low, high = fitted(self.doc, item.first, found[0].last, item.first)
        self._add(item.type, "list:item", low, high, item.first, None, None)

    def _statement(self, statement: Statement) -> None:
        """A position for what somebody says, unless a cue has made an assessment of it already."""
        if any(statement.first <= p.anchor < statement.last or p.first <= statement.first < p.last for p in self.out):
            return
        low, high = fitted(self.doc, statement.first, statement.last, statement.first)
        self._add(statement.type, f"{statement.type}:utterance", low, high, self._quoted(low, high), None, None)

    def _quoted(self, first: int, last: int) -> int:
        """The first word of a range that is quoted word for word, else the first."""
        at = self.speech.at
        direct = (w for w in range(first, last) if at(w).chain and at(w).chain[0].direct)
        return next(direct, first)

    def _add(
        self,
        kind: AssessmentType,
        rule: str,
        first: int,
        last: int,
        anchor: int,
        hedge: Certainty | None,
        way: Direction | None,
    ) -> None:
        doc = self.doc
        sentence = doc.words.sentence_of(anchor)
        later = [
            *range(anchor, min(anchor + _AHEAD, last)),
            *range(anchor - 1, max(first, anchor - _BEHIND) - 1, -1),
        ]
        body = AssessmentBody(
            type=kind,
            about=about(doc, first, last),
            direction=way or (direction(doc, later) if kind in ("forecast", "trend", "threat") else None),
            horizon=horizon(doc, first, last, self.speech.frame_dates) if kind == "forecast" else None,
            condition=condition(doc, sentence.first, sentence.last) if kind in ("forecast", "threat") else None,
        )
        self.out.append(
            Proposal("assessment", first, last, anchor, f"{kind}:{rule}" if ":" not in rule else rule, body, hedge)
        )

    def _on_topic(self, hit: Hit, passage: Passage, last: int) -> bool:
        """Whether a passage speaks of groups, security or politics; what only may be needs its
        sentence to, or a condition.
        """
        words: range = range(passage.first, passage.last)
        if hit.certainty == "hedged" or hit.type == "threat":
            words = range(passage.sentence, last)
            if condition(self.doc, passage.sentence, last):
                return True
        forms = self.doc.words.forms
        for word in words:
            held = self.doc.mention_from.get(word)
            if is_topic(forms[word]) or (held and held[1].type in ("group", "armed force")):
                return True
        return False

    def _judged(self, hit: Hit) -> bool:
        """Whether a future stands in what somebody expects or judges, whose subject is the report's."""
        return hit.rule == "future" and any(
            u.kind in _JUDGING and u.first <= hit.word < u.last
            for u in self.by_sentence[self.doc.words.sentence_of(hit.word).first]
        )

    def _silent(self, first: int, last: int) -> bool:
        """Whether a sentence asks, or is a heading or the title: it claims nothing."""
        words = self.doc.words
        after = words.gaps[last]
        if after.lstrip('»"”) ')[:1] in ("؟", "?"):
            return True
        if last - first <= 2 * _SHORT and ":" in after and "\n" in after:
            return True
        title = self.doc.report.title
        return bool(title) and words.quote(first, last)[2].strip() in (title or "")
