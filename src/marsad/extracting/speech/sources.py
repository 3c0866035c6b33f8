"""Sources named beside a statement: بحسب الشرطة, حسبما نقلت الوكالة, نقلا عن مصادر, وسط أنباء عن."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...languages.arabic.dates import DateSpan
from ...records import Certainty
from .context import Context, finite, one_of
from .cue_phrases import match
from .frames import verb_frame
from .speaker_after import Range, subject_at


@dataclass(slots=True)
class Source:
    """A phrase, words ``first`` to ``last``, that names ``subject`` as the source of what stands around
    it."""

    first: int
    last: int
    subject: Range | None
    verb: int
    dates: list[DateSpan] = field(default_factory=list)
    certainty: Certainty = "reported"
    own: bool = False
    onward: bool = False


def source_at(text: Context, at: int, stop: int) -> Source | None:
    """The source phrase that begins at ``at``, if one does."""
    form = text.forms[at]
    if text.quotes.around(at):
        return None
    if form in text.known.own_words and (size := match(text.known.own_words, text.forms, at, stop)):
        return Source(at, at + size, None, at, own=True)
    if form in text.known.according_verb and (size := match(text.known.according_verb, text.forms, at, stop)):
        found = _with_verb(text, at, at + size, stop)
        if found:
            return found
    if form in text.known.according and (size := match(text.known.according, text.forms, at, stop)):
        return _plain(text, at, at + size, stop)
    return None


def rumour_at(text: Context, at: int, stop: int) -> Source | None:
    """A noun of rumour that opens a statement: أنباء عن, معلومات بأن."""
    certainty = text.known.rumours.get(text.forms[at])
    if certainty is None or at + 1 >= stop:
        return None
    after = at + 1
    while after < stop and after - at < 3 and text.forms[after] != "عن" and text.forms[after] not in text.known.that:
        after += 1
    if after >= stop or after - at >= 3 or finite(text.forms[at + 1]):
        return None
    last = after + 1 + (text.forms[after] == "عن" and after + 1 < stop and text.forms[after + 1] in text.known.that)
    return Source(at, last, (at, after), at, certainty=certainty, onward=True)


def _plain(text: Context, at: int, noun: int, stop: int) -> Source | None:
    if noun < stop and text.forms[noun] == "ل":
        noun += 1
    if noun >= stop or text.doc.ends_clause(noun) or text.forms[noun] in text.known.that:
        return None
    if one_of(text.forms[noun], text.known.not_sources) and text.mention(noun) is None:
        return None
    owned = text.forms[noun].endswith(("ها", "هم", "هما", "كم", "نا")) and text.mention(noun) is None
    if (owned or text.forms[at].removeprefix("و").removeprefix("ف") in text.known.rules_too) and not _tells(text, noun):
        return None
    found = subject_at(text, noun, stop)
    if found is None:
        return None
    return _past(text, Source(at, found[0][1], found[0], at), stop)


def _tells(text: Context, noun: int) -> bool:
    """Whether a noun is somebody or something that tells: a name, a document, an office, a witness."""
    held = text.mention(noun)
    if held is not None:
        return held[1] != "place"
    known = text.known
    if noun + 1 < len(text.forms) and text.forms[noun + 1] in known.the_same and text.gaps[noun + 1] == " ":
        return True
    form = text.forms[noun]
    return one_of(form, known.sources) or one_of(form, known.documents) or one_of(form, known.channels)


def _with_verb(text: Context, at: int, verb: int, stop: int) -> Source | None:
    cue = text.known.forms.get(text.forms[verb]) if verb < stop else None
    if cue is None or cue.part not in ("perfect", "imperfect") or cue.lead or cue.verb.kind == "reacted":
        return None
    if text.forms[at].removeprefix("و") in ("كما", "مثلما", "علي"):
        frame = verb_frame(text, verb, cue, at, stop)
        if frame and frame.content is not None:
            return None
    noun, dates = verb + 1, []
    while noun < stop and noun in text.date_from:
        noun, span = text.date_from[noun]
        dates.append(span)
    if noun < stop and text.forms[noun] in text.known.about_it:
        noun += 1
    found = subject_at(text, noun, stop) if noun < stop else None
    if found is None:
        return None
    if cue.verb.source and found[0][1] < stop and text.forms[found[0][1]] == cue.verb.source:
        found = subject_at(text, found[0][1] + 1, stop) or found
    last = found[1][1] if found[1] else found[0][1]
    return _past(text, Source(at, last, found[0], verb, dates, cue.verb.certainty), stop)


def _day_that_ends(text: Context, source: Source, at: int, stop: int) -> bool:
    return source.verb != source.first and not source.dates and at in text.date_from and text.date_from[at][0] >= stop


def _past(text: Context, source: Source, stop: int) -> Source:
    """With the dates and occasions that belong to the phrase, and a day set off that ends its sentence."""
    at = source.last
    while at < stop and (not text.comma(at) or _day_that_ends(text, source, at, stop)):
        if at in text.date_from:
            at, span = text.date_from[at]
            source.dates.append(span)
            source.last = at
        elif at + 1 in text.date_from and text.forms[at] in text.known.dated_by:
            at += 1
        elif text.forms[at] in ("في", "خلال") and at + 1 < stop and one_of(text.forms[at + 1], text.known.occasions):
            at += 2
            source.last = at
        elif text.attached(at) == "ب" and at + 1 < stop and text.quotes.opening(at + 1):
            quote = text.quotes.opening(at + 1)
            at = source.last = quote.last if quote else at + 1
        else:
            break
    return source
