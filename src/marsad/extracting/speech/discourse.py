"""What has been said so far in a report, and who speaks on where no speaker is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...languages.arabic.dates import DateSpan
from ...records import DateRange
from .context import Context, finite, one_of
from .cue_forms import Cue
from .frame import Frame
from .memory import Memory
from .speaker_after import Range, subject_at
from .voice import Utterance

_RECENT = 12  # utterances: no sentence of news prose nests or joins more
# Kinds with which a running speaker goes on inside an unmarked sentence; the rest are rather acts that are
# told of.
_RESUMING = frozenset({"said", "confirmed", "warned", "demanded", "judged", "revealed", "admitted", "expected"})
_ACTORS = frozenset({"person", "role", "government", "organization", "group", "armed force"})


@dataclass(slots=True)
class Discourse:
    """The utterances of a report in order; ``here`` are the current sentence's, ``running`` the one that
    may go on."""

    text: Context
    memory: Memory
    utterances: list[Utterance] = field(default_factory=list)
    here: list[Utterance] = field(default_factory=list)
    running: Utterance | None = None
    frame_dates: set[tuple[int, int]] = field(default_factory=set)

    def outer(self, verb: int) -> Utterance | None:
        """The innermost utterance in whose content the verb stands."""
        recent = reversed(self.utterances[-_RECENT:])
        return next((u for u in recent if u.first <= verb < u.last and u.kind != "source"), None)

    def dated(self, spans: Iterable[DateSpan]) -> DateRange | None:
        """The date of speech that stands in a frame, the first where there are several; all are kept as
        such."""
        date = None
        for span in spans:
            self.frame_dates.add((span.start, span.end))
            date = date or self.text.date_range(span)
        return date

    def add(self, made: Utterance) -> None:
        """Keep an utterance; one that stands on its own ends the content of those before it."""
        outer = self.outer(made.verb)
        if outer is not None and not made.nested:
            begin = made.frame[0]
            while begin > outer.first and self.text.forms[begin - 1] in self.text.known.new_statement:
                begin -= 1
            for earlier in self.utterances[-_RECENT:]:
                if earlier.kind != "source" and earlier.first <= begin < earlier.last:
                    earlier.last = begin
        self.utterances.append(made)
        self.here.append(made)
        if made.speaker and not made.nested:
            self.running = made

    def resumed(self, frame: Frame, outer: Utterance | None, first: int) -> Utterance | None:
        """Who speaks on: the sentence's last speaker, else its subject, else the last speaker before it."""
        cue, verb = frame.cue, frame.verb
        if outer is not None and not self._goes_on(cue, verb, outer):
            return None
        agreeing = [u for u in self.here if not u.nested and _agrees(cue, u)]
        if agreeing:
            return agreeing[-1]
        if cue.part != "imperfect" or cue.lead or frame.pronoun:
            subject = self._sentence_subject(first, verb)
            if subject:
                return Utterance("reacted", verb, subject, verb, verb, None, self.memory.speaker(subject, None))
        running = self.running
        if running is None or not _agrees(cue, running):
            return None
        if frame.pronoun:
            return None
        if cue.part == "imperfect" and (not cue.lead or self._far(running, first)):
            return None
        begins = verb == first or self.text.doc.ends_clause(verb)
        resumed = self.text.forms[verb - 1] in self.text.known.resumed_after
        if cue.part == "perfect" and not (cue.lead or begins or resumed):
            return None
        return running

    def _goes_on(self, cue: Cue, verb: int, outer: Utterance) -> bool:
        """Whether a verb without subject inside what was said can be the outer speaker's next one."""
        quote = self.text.quotes.around(verb)
        if outer.answer or cue.part == "imperfect" or (quote is not None and quote.first >= outer.first):
            return False
        unmarked = cue.part == "perfect" and not self.text.comma(verb)
        return not unmarked or (cue.lead != "" and cue.verb.kind in _RESUMING)

    def _far(self, utterance: Utterance, first: int) -> bool:
        """Whether a paragraph ends between an utterance and the sentence that starts at ``first``."""
        return any("\n" in gap for gap in self.text.gaps[utterance.verb + 1 : first + 1])

    def _sentence_subject(self, first: int, verb: int) -> Range | None:
        """Who acts in the sentence before, or issued what it opens with: التقى الوزير وفدا، مؤكدا."""
        text = self.text
        if text.forms[first].removeprefix("و") == "في" and verb > first + 2:
            issued = one_of(text.forms[first + 1], text.known.documents)
            found = subject_at(text, first + 1, verb) if issued else None
            return found[0] if found else None
        begins_verbal = finite(text.forms[first])
        if verb <= first + 1 or not (begins_verbal or text.mention(first)):
            return None
        found = subject_at(text, first + begins_verbal, verb, divided=True)
        if found is None:
            return None
        held = (text.mention(word) for word in range(*found[0]))
        return found[0] if any(h and h[1] in _ACTORS for h in held) else None


def _agrees(cue: Cue, utterance: Utterance) -> bool:
    if cue.plural or utterance.feminine is None or cue.part == "masdar":
        return True
    return cue.feminine == utterance.feminine
