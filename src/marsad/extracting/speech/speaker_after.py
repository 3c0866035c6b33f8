"""Where the words that name a speaker begin and end, after a verb of saying."""

from __future__ import annotations

import re

from ...languages.arabic.lexicon import base, common_verbs, proclitic
from ...languages.arabic.particles import particles
from ..phrases import can_start, noun_phrase
from .context import Context, article, finite, one_of, preposition

Range = tuple[int, int]
# Verbal nouns of forms II, VI, VII, VIII and X, which no name looks like: انهيار, اتساع, استهداف.
_VERBAL_NOUN = re.compile("(?:ا.ت.ا.|ان..ا.|ات.ا.|است..ا.|ت..ي.|ت.ا..)ه?$")
LONGEST = 24  # words: with titles and offices, a speaker's description rarely takes more
# A preposition set apart from its noun by a tatweel and a quotation mark: لـ«...».
_CUT_OFF = frozenset(["ب", "ل", "ك"])


def phrase_at(text: Context, first: int, stop: int, *, divided: bool = False) -> Range | None:
    """The noun phrase at ``first``, ended by dates and by quotations of somebody's words.

    ``divided``: two noun phrases may follow each other here, subject and object, so the first ends where
    an object begins: أعلن الجيش | مقتل, اتهم الرئيس | المعارضة.
    """
    cue = text.known.forms.get(text.forms[first]) if first < stop else None
    if cue and cue.noun_like and first + 1 < stop and text.forms[first + 1] in text.known.that:
        return None
    if first in text.date_from or (cue and cue.part == "participle" and text.forms[first][-1] == "ا"):
        return None
    if first >= stop or finite(text.forms[first]) or text.forms[first] in text.known.that:
        return None
    found = noun_phrase(text.doc, first, stop)
    if found is None:
        return None
    last = _past_initial(text, found[1], stop)
    if last - 1 > first and last < stop and text.gaps[last] == " " and text.forms[last - 1] in text.known.in_names:
        last += 1
    for k in range(first + 1, last):
        quote = text.quotes.opening(k)
        if k in text.doc.mention_from and text.attached(k):
            last = k
            break
        if (
            k in text.date_from
            or finite(text.forms[k])
            or text.forms[k] in text.known.that
            or text.forms[k] in _CUT_OFF
            or text.forms[k] in text.known.seen
            or (quote and quote.spoken)
            or text.colon(k)
        ):
            last = k
            break
        cue = text.known.forms.get(text.forms[k])
        if cue and ((cue.part == "participle" and text.forms[k][-1] == "ا") or (cue.part == "masdar" and cue.pronoun)):
            last = k
            break
        if divided and (text.doc.number_at(k) is not None or _object_begins(text, first, k)):
            last = k
            break
    return first, last


def _past_initial(text: Context, last: int, stop: int) -> int:
    """Past a title cut to its first letter, whose stop ends no phrase: النائب د. فلان."""
    if last < stop and len(text.forms[last - 1]) == 1 and text.gaps[last].startswith("."):
        further = noun_phrase(text.doc, last, stop)
        return further[1] if further else last
    return last


def _object_begins(text: Context, first: int, k: int) -> bool:
    """Whether, within a phrase that starts at ``first``, an object starts at ``k``."""
    held = text.mention(k)
    if held and held[1] not in ("person", "role"):
        return text.named_upto(k) or (k - first > 1 and article(text.forms[k - 1]))
    if held and held[1] == "role" and text.marked_feminine(first):
        return True
    form, before, head = text.forms[k], text.forms[k - 1], text.forms[first]
    set_off = text.named_upto(k) or (article(before) and not article(form))
    if set_off and not held and one_of(form, text.known.mute):
        return True
    if article(form):
        if _person_upto(text, first, k):
            return True
        if one_of(form, text.known.objects) and (text.named_upto(k) or article(before)):
            return True
        return article(head) and form.endswith("ين") and not head.endswith(("ين", "ون", "ات", "ان"))
    if before.endswith(("ون", "ين")) and len(before) > 4 and not form.endswith(before[-2:]) and not held:
        return True
    if text.named_upto(k) and not held and form.endswith("ا") and len(form) > 3 and form[-2] not in "يو":
        return True
    if (article(before) or text.named_upto(k)) and not held and _VERBAL_NOUN.match(form):
        return True
    if k - first == 1 and not article(head) and text.mention(first) is None:
        following = text.forms[k + 1] if k + 1 < len(text.forms) else ""
        return form in text.known.objects and not article(following)  # else an office: قائد عمليات المدينة
    return one_of(form, text.known.objects)


def _person_upto(text: Context, first: int, k: int) -> bool:
    """Whether a person's name ends before ``k``, after which a definite noun is another party."""
    held = (text.mention(word) for word in range(max(first, k - 5), k))
    return any(h is not None and h[0] == k and h[1] == "person" for h in held) and text.mention(k) is None


def subject_at(
    text: Context, first: int, stop: int, *, divided: bool = False, leads: frozenset[str] = frozenset()
) -> tuple[Range, Range | None] | None:
    """The speaker named from ``first`` on, and the channel one spoke through (لوكالة رويترز).

    Offices (باسم, لدى, لـ), partners joined by و, appositions between commas and the publisher of a
    report belong to the speaker's words.  ``leads`` are prepositions that lead into what is said and so
    end the speaker's words.
    """
    found = phrase_at(text, first, stop, divided=divided)
    if found is None:
        return None
    head, last = found
    document = one_of(text.forms[head], text.known.documents)
    channel: Range | None = None
    while last < stop and last - head < LONGEST:
        form = text.forms[last]
        further: Range | None = None
        if (
            form in leads
            or last in text.date_from
            or text.colon(last)
            or (text.quotes.opening(last) is not None and _spoken(text, last))
        ):
            break
        if text.comma(last):
            further = None if divided and _object_begins(text, head, last) else _apposition(text, last, stop)
        elif (
            (document and (form in text.known.issued or base(form) in text.known.issued))
            or form == "باسم"
            or form == "لدي"
        ):
            further = phrase_at(text, last + 1, stop)
        elif text.attached(last) == "ل" or (form == "ل" and last + 1 < stop):
            at = last if form != "ل" else last + 1
            toward = after_preposition(text, at, stop)
            if toward and (_is_channel(text, at) or (form == "ل" and text.quotes.opening(at))):
                channel = toward
                last = toward[1]
                break
            if toward is None or one_of(text.forms[at], text.known.addressees):
                break
            further = toward
        elif text.attached(last) == "ب" and text.mention(last) and "ب" not in leads:
            further = after_preposition(text, last, stop)
        elif form in ("في", "من") and not text.definite(head) and not _occasion(text, last + 1, stop):
            further = phrase_at(text, last + 1, stop, divided=divided)
        elif form == "في" and (named := phrase_at(text, last + 1, stop)) and _names_person(text, named):
            further = named
        elif proclitic(form)[0].startswith("و") and not finite(form) and form not in text.known.forms:
            further = _joined(text, last, stop, divided)
        if further is None:
            break
        last = further[1]
    return (head, last if channel is None else channel[0] - (text.forms[channel[0] - 1] == "ل")), channel


def _spoken(text: Context, word: int) -> bool:
    quote = text.quotes.opening(word)
    return quote is not None and quote.spoken


def _names_person(text: Context, found: Range) -> bool:
    """Whether a person is named right after where the office is held: نقيب المحامين في الشمال فلان."""
    first, last = found
    if last - first == 3 and article(text.forms[first]) and text.comma(last):  # the place and a name of two words
        return True
    held = (text.mention(word) for word in range(first + 1, last))
    return any(h is not None and h[1] == "person" and h[0] <= found[1] for h in held)


def _occasion(text: Context, word: int, stop: int) -> bool:
    return word >= stop or word in text.date_from or one_of(text.forms[word], text.known.occasions)


def _is_channel(text: Context, word: int) -> bool:
    held = text.mention(word)
    return (held is not None and held[1] == "media") or one_of(text.forms[word], text.known.channels)


def after_preposition(text: Context, first: int, stop: int) -> Range | None:
    """The noun phrase whose first word bears a preposition."""
    found = noun_phrase(text.doc, first, stop)
    if found is None:
        return None
    cut = next((k for k in range(first + 1, found[1]) if k in text.date_from or _spoken(text, k)), found[1])
    return first, cut


def _joined(text: Context, word: int, stop: int, divided: bool) -> Range | None:
    rest = text.forms[word][1:]
    if (
        len(rest) < 2
        or rest in particles().all
        or rest in text.known.forms
        or rest in common_verbs()
        or rest in text.known.adverbs
    ):
        return None
    return phrase_at(text, word, stop, divided=divided) or (word, word + 1)


def _apposition(text: Context, word: int, stop: int) -> Range | None:
    """A name or office set between commas: الرئيس، فلان الفلاني، إن."""
    form = text.forms[word]
    if (
        preposition(form)
        or text.attached(word)
        or finite(form)
        or form in text.known.forms
        or form in text.known.adverbs
    ):
        return None
    if not can_start(text.doc, word):
        return None
    if form[0] == "و" and text.mention(word) is None and article(form[1:]):
        return None
    found = phrase_at(text, word, stop)
    if found is None:
        return None
    last = found[1]
    while (
        last < stop
        and not text.comma(last)
        and (text.forms[last] in ("في", "باسم", "لدي") or text.attached(last) == "ل")
    ):
        further = phrase_at(text, last + 1, stop) if text.attached(last) != "ل" else after_preposition(text, last, stop)
        if further is None:
            break
        last = further[1]
    closed = last < stop and (
        text.comma(last) or text.forms[last] in text.known.that or text.colon(last) or _spoken(text, last)
    )
    return (word, last) if closed and last - word <= 14 else None
