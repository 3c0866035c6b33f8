"""Reading a report's speech, sentence by sentence: verbs of saying, participles, named sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...languages.arabic.lexicon import base, common_verbs
from ...languages.arabic.particles import particles
from ...records import Certainty, Speaker
from ..document import Document
from .context import Context, DateSpan, article, attached, context, finite, one_of, preposition
from .cues import Cue, match
from .frames import Frame, state_frame, verb_frame
from .memory import Memory
from .painting import paint
from .scope import author_again, clause_end, content_end, until
from .sources import Source, rumour_at, source_at
from .speaker_phrase import Range, phrase_at, subject_at
from .voice import Speech, Utterance

_RESUMING = frozenset({"said", "confirmed", "warned", "demanded", "judged", "revealed", "admitted", "expected"})
_QUANTIFIERS = frozenset("كل جميع بعض معظم اغلب كافه ساير".split())
_NO_STATEMENT = frozenset("ما مما بما نحو بشكل".split())


def find_speech(doc: Document, dates: Sequence[DateSpan] = ()) -> Speech:
    """Who says what in a report: all its utterances, and whose voice each word is in.

    ``dates`` are the dates found in the report; those that stand in a frame of speech become dates of speech.
    """
    text = context(doc, dates)
    if not text.forms:
        return Speech()
    reader = _Reader(text, Memory(text))
    for sentence in doc.words.sentences:
        reader.sentence(sentence.first, sentence.last)
    frames = frozenset(word for u in reader.utterances for word in range(*u.frame))
    return Speech(tuple(reader.utterances), frozenset(reader.frame_dates), paint(text, reader.utterances), frames)


@dataclass(slots=True)
class _Reader:
    text: Context
    memory: Memory
    utterances: list[Utterance] = field(default_factory=list)
    frame_dates: set[tuple[int, int]] = field(default_factory=set)
    running: Utterance | None = None
    here: list[Utterance] = field(default_factory=list)

    def sentence(self, first: int, last: int) -> None:
        """Read one sentence; ``here`` holds its utterances so far."""
        self.here = []
        known, forms = self.text.known, self.text.forms
        at = self._headline(first, last)
        while at < last:
            form = forms[at]
            if form in known.according or form in known.according_verb or form in known.own_words:
                source = source_at(self.text, at, last)
                if source:
                    self._source(source, first, last)
                    at = max(at + 1, source.last)
                    continue
            if form.removeprefix("ال") in known.rumours and (rumour := rumour_at(self.text, at, last)):
                self._source(rumour, first, last)
                at = max(at + 1, rumour.last)
                continue
            cue = known.forms.get(form)
            at = self._cue(at, cue, first, last) if cue else at + 1

    def _cue(self, at: int, cue: Cue, first: int, last: int) -> int:
        """Read the verb or noun of saying at ``at``; the word to go on with."""
        if cue.part in ("perfect", "imperfect"):
            frame = verb_frame(self.text, at, cue, first, last)
        else:
            frame = state_frame(self.text, at, cue, last)
        if frame is None or not self._says(frame, first):
            return at + 1
        if cue.part == "masdar" and not self._of_someone(frame, first, last):
            return at + 1
        made = self._utterance(frame, first, last)
        if made is None:
            return at + 1
        self._add(made, frame, first)
        return max(at + 1, made.first if frame.content is not None else made.frame[1])

    def _says(self, frame: Frame, first: int) -> bool:
        """Whether the frame is speech: not the author's formula, not a thing that shows something."""
        text, verb = self.text, frame.verb
        form = text.forms[verb]
        if frame.subject is None:
            if form in text.known.formulas and not self.here:
                return False
            if verb > first and text.forms[verb - 1].lstrip("و") in _NO_STATEMENT:
                return False
            return True
        head, end = frame.subject
        while head < end - 1 and (text.forms[head] in particles().demonstratives or text.forms[head] in _QUANTIFIERS):
            head += 1
        if frame.cue.verb.shows or text.forms[head] in particles().demonstratives:
            return text.mention(head) is not None or not one_of(text.forms[head], text.known.mute)
        return True

    def _of_someone(self, frame: Frame, first: int, last: int) -> bool:
        """Find whose the noun of saying is: بدأت اتجاهات في الإشارة, دفع محللين إلى التحذير, قوله."""
        text, at = self.text, frame.verb
        if frame.cue.pronoun:
            return bool(self.here or self.running)
        if not frame.cue.definite or at == first:
            return False
        preposed = attached(text.forms[at]) or (text.forms[at - 1] if text.forms[at - 1] in text.known.light_after else "")
        if not preposed:
            return False
        end = at - (0 if attached(text.forms[at]) else 1)
        frame.subject = self._light_subject(end, first)
        return frame.subject is not None and not one_of(text.forms[frame.subject[0]], text.known.mute)

    def _light_subject(self, end: int, first: int) -> Range | None:
        text = self.text
        for verb in range(end - 1, max(first, end - 9) - 1, -1):
            if not self._light_verb(verb, first):
                continue
            if verb + 1 < end:
                return phrase_at(text, verb + 1, end)
            start = max(text.doc.clause_of(verb)[0], first)
            while start < verb and (text.forms[start] in text.known.that or text.forms[start] in particles().all):
                start += 1
            return (start, verb) if start < verb and not preposition(text.forms[start]) else None
        return None

    def _light_verb(self, at: int, first: int) -> bool:
        """Whether a verb stands there; one that is as often a noun only where a noun could not: ما دفع."""
        form = self.text.forms[at]
        if finite(form):
            return True
        unclear = at == first or self.text.doc.ends_clause(at) or self.text.forms[at - 1] in particles().all
        return unclear and form in common_verbs()

    def _utterance(self, frame: Frame, first: int, last: int) -> Utterance | None:
        text, cue, verb = self.text, frame.cue, frame.verb
        verb_word = text.doc.words.quote(verb, verb + 1)[2]
        outer = self._outer(verb)
        speaker, via = None, ()  # type: tuple[Speaker | None, tuple[Speaker, ...]]
        if frame.subject:
            if frame.via:
                via = (replace(self.memory.speaker(frame.via, None), role="via"),)
            speaker = self.memory.speaker(frame.subject, verb_word)
            speaker, via = self._sources_within(frame, speaker, via, last)
        elif not (cue.impersonal and cue.part == "imperfect" and frame.how in ("that", "preposition", "object")):
            found = self._resumed(frame, outer, first)
            if found is None:
                return None
            if found.speaker:
                speaker, via = replace(found.speaker, verb=verb_word, date=None, direct=False), found.via
            else:
                return None
        elif frame.how == "object":
            return None
        certainty: Certainty = cue.verb.certainty
        if speaker is None and certainty == "reported":
            certainty = "hedged"
        start = frame.content if frame.content is not None else verb + 1
        end = self._end(frame, start, last, impersonal=speaker is None) if frame.content is not None else start
        date = None
        for span in frame.dates:
            self.frame_dates.add((span.start, span.end))
            date = date or text.date_range(span)
        if speaker and date:
            speaker = replace(speaker, date=date)
        quote = text.quotes.opening(start) if start < len(text.forms) else None
        direct = frame.how in ("colon", "quote") and quote is not None and quote.spoken
        part_taken = start < end and one_of(text.forms[start], text.known.part_taken)
        kind = "responsibility" if part_taken and cue.verb.kind in ("announced", "confirmed", "claimed") else cue.verb.kind
        return Utterance(
            kind=kind, verb=verb, frame=self._frame(frame, start), first=start, last=end, certainty=certainty,
            speaker=speaker, via=via, date=date, direct=direct,
            feminine=cue.feminine if cue.part != "masdar" and not cue.plural else None,
            granted=part_taken or kind == "responsibility", nested=outer is not None and self._nested(frame, outer),
        )  # fmt: skip

    def _sources_within(
        self, frame: Frame, speaker: Speaker, via: tuple[Speaker, ...], last: int
    ) -> tuple[Speaker, tuple[Speaker, ...]]:
        """Sources named inside a frame: وقالت الوكالة نقلا عن مسؤولين إن, وقال الوزير، بحسب ما نقلت الوكالة، إن."""
        text, known = self.text, self.text.known
        for at in range(frame.verb + 1, frame.content or 0):
            form = text.forms[at]
            if form not in known.according and form not in known.according_verb:
                continue
            source = source_at(text, at, min(last, frame.content or last))
            if source is None or source.subject is None:
                continue
            named = self.memory.speaker(source.subject, speaker.verb)
            if form == "نقلا":
                return named, (replace(speaker, role="via"), *via)
            via = (*via, replace(named, role="via"))
        return speaker, via

    def _end(self, frame: Frame, start: int, last: int, *, impersonal: bool) -> int:
        text = self.text
        quote = text.quotes.around(frame.verb)
        stop = max(last, 0) if quote is None else min(last, quote.last) if start < quote.last else last
        end = content_end(text, start, stop, frame.how)
        if impersonal and frame.verb > 0 and not text.doc.ends_clause(frame.verb) and not frame.cue.lead:
            end = next((k for k in range(start + 2, end) if finite(text.forms[k]) or text.comma(k)), end)
        if impersonal:
            return until(text, text.known.known_again, start, end)
        return end

    def _frame(self, frame: Frame, content: int) -> Range:
        low, high = frame.verb, frame.verb + 1
        if frame.subject:
            low, high = min(low, frame.subject[0]), max(high, frame.subject[1])
        if frame.content is not None and 0 < content - high <= 2:
            high = content
        return low, min(high, max(content, frame.verb + 1)) if frame.content is not None else high

    def _outer(self, verb: int) -> Utterance | None:
        """The innermost utterance in whose content the verb stands."""
        return next((u for u in reversed(self.utterances[-12:]) if u.first <= verb < u.last and u.kind != "source"), None)

    def _nested(self, frame: Frame, outer: Utterance) -> bool:
        """Whether someone in what is said is told to have said something, rather than the report going on."""
        text, verb, cue = self.text, frame.verb, frame.cue
        quote = text.quotes.around(verb)
        if quote and quote.first >= outer.first:
            return True
        if cue.part == "participle" or cue.pronoun and cue.part == "masdar":
            return False
        if cue.part == "masdar" or frame.subject is None and cue.impersonal:
            return True
        begin = min(verb, frame.subject[0]) if frame.subject else verb
        before = text.forms[begin - 1] if begin else ""
        fresh = before in text.known.new_statement or text.forms[begin] in text.known.new_statement
        return not (cue.lead or fresh or (text.doc.ends_clause(begin) and not frame.before))

    def _resumed(self, frame: Frame, outer: Utterance | None, first: int) -> Utterance | None:
        """Who speaks on where no speaker is named: the sentence's last one, its subject, or the one before."""
        cue, verb = frame.cue, frame.verb
        if outer is not None:
            quote = self.text.quotes.around(verb)
            inside = quote is not None and quote.first >= outer.first
            if inside or (cue.part == "imperfect"):
                return None
            if cue.part == "perfect" and not self.text.comma(verb) and (not cue.lead or cue.verb.kind not in _RESUMING):
                return None
        agreeing = [u for u in self.here if not u.nested and self._agrees(cue, u)]
        if agreeing:
            return agreeing[-1]
        if cue.part == "participle" or cue.lead or cue.part == "masdar":
            subject = self._sentence_subject(first, verb)
            if subject:
                speaker = self.memory.speaker(subject, None)
                return Utterance("reacted", verb, subject, verb, verb, None, speaker)
        running = self.running
        if running is None or not self._agrees(cue, running):
            return None
        if cue.part == "imperfect" and (not cue.lead or self._far(running, first)):
            return None
        if cue.part == "perfect" and not cue.lead and not self.text.doc.ends_clause(verb) and verb != first and (
            self.text.forms[verb - 1] not in ("كما", "وكما", "ثم", "وقد", "قد", "فقد")
        ):
            return None
        return running

    def _agrees(self, cue: Cue, utterance: Utterance) -> bool:
        return cue.plural or utterance.feminine is None or cue.part == "masdar" or cue.feminine == utterance.feminine

    def _far(self, utterance: Utterance, first: int) -> bool:
        """Whether a paragraph ends between an utterance and the sentence that starts at ``first``."""
        return any("\n" in gap for gap in self.text.gaps[utterance.verb + 1 : first + 1])

    def _sentence_subject(self, first: int, verb: int) -> Range | None:
        """The one who acts in the sentence before a participle of saying: التقى الوزير السفير، مؤكدا."""
        text = self.text
        if verb <= first + 1 or not (finite(text.forms[first]) or text.mention(first)):
            return None
        found = subject_at(text, first + 1 if finite(text.forms[first]) else first, verb, divided=True)
        if found is None:
            return None
        held = [text.mention(word) for word in range(*found[0])]
        speaks = any(h and h[1] in ("person", "role", "government", "organization", "group", "armed force") for h in held)
        return found[0] if speaks else None

    def _add(self, made: Utterance, frame: Frame, first: int) -> None:
        outer = self._outer(made.verb)
        if outer is not None and not made.nested:
            begin = made.frame[0]
            while begin > outer.first and self.text.forms[begin - 1] in self.text.known.new_statement:
                begin -= 1
            for earlier in self.utterances[-12:]:
                if earlier.kind != "source" and earlier.first <= begin < earlier.last:
                    earlier.last = begin
        self.utterances.append(made)
        self.here.append(made)
        if made.speaker and not made.nested:
            self.running = made

    def _source(self, source: Source, first: int, last: int) -> None:
        """A named source: through whom the frame around it came, or who says the sentence around it."""
        text = self.text
        if source.own:
            speaker = self.running.speaker if self.running else None
            low = text.doc.clause_of(source.first)[0]
            low = text.doc.clause_of(low - 1)[0] if low == source.first and low > first else low
            if speaker and not self.here:
                self.utterances.append(
                    Utterance("source", source.verb, (source.first, source.last), low, source.first, "reported", speaker, backward=True)
                )
            return
        if source.subject is None:
            return
        verb = text.doc.words.quote(source.verb, source.verb + 1)[2]
        speaker = self.memory.speaker(source.subject, verb)
        date = None
        for span in source.dates:
            self.frame_dates.add((span.start, span.end))
            date = date or text.date_range(span)
        if date:
            speaker = replace(speaker, date=date)
        low, high = self._around(source, first, last)
        made = Utterance(
            "source", source.verb, (source.first, source.last), low, high, source.certainty, speaker, date=date,
            backward=low < source.first,
        )  # fmt: skip
        self.utterances.append(made)
        if not self.here and not source.onward:
            self.running = made
        if not made.backward:
            self.here.append(made)

    def _around(self, source: Source, first: int, last: int) -> Range:
        text = self.text
        if source.onward:
            return source.last, clause_end(text, source.last - 1, last)
        opening = all(form in particles().all or len(form) == 1 for form in text.forms[first : source.first])
        if opening or self._after_section(source.first, first):
            start = source.last
            while start < last and not text.comma(start) and not text.colon(start) and text.forms[start] not in text.known.that:
                quote = text.quotes.opening(start)
                start = max(start + 1, quote.last if quote else 0)
            if start < last and text.forms[start] in text.known.that:
                start += 1
            source.last = min(source.last, start)
            return start, author_again(text, start, last) if start < last else start
        low = first
        for at in range(source.first - 1, first, -1):
            if text.comma(at) and match(text.known.aside, text.forms, at, last) and not text.quotes.around(at):
                low = at
                break
        onward = source.last < last and text.comma(source.last) and not article(base(text.forms[source.last]))
        return low, author_again(text, source.last, last) if onward else source.last

    def _after_section(self, at: int, first: int) -> bool:
        return at > first and self.text.colon(at) and at - first < 8

    def _headline(self, first: int, last: int) -> int:
        """A title or paragraph that opens with a name and a colon: what follows is that one's."""
        text = self.text
        held = text.mention(first)
        if held is None or held[1] not in ("person", "role", "organization", "government", "armed force", "group"):
            return first
        end = next((k for k in range(first + 1, min(first + 9, last)) if text.colon(k)), None)
        if end is None or end >= last or any(finite(form) for form in text.forms[first:end]):
            return first
        if any(preposition(form) for form in text.forms[first:end]):
            return first
        speaker = self.memory.speaker((first, end), None)
        stop = content_end(text, end, last, "colon")
        quote = text.quotes.opening(end)
        made = Utterance(
            "said", first, (first, end), end, stop, "reported", speaker, direct=quote is not None and quote.spoken
        )
        self.utterances.append(made)
        self.here.append(made)
        return end
