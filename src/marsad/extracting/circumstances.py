"""Where and when: the place and the day that words of a report belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..catalogue import Catalogue, PlaceEntry
from ..languages.arabic.lexicon import base
from ..languages.arabic.particles import particles
from ..languages.arabic.words import Sentence
from ..records import DateRange, Mention, Place, Span
from .anchored_places import FINENESS, fineness, lies_in, narrowest, whereabouts
from .document import Dated, Document, is_verb
from .phrase_words import meanwhile, phrase_words
from .place_phrases import in_a_name, lies_off, located, on_the_way, told_from
from .unnamed_places import unnamed_place

# How far, in words, a date may stand from what it dates; another trigger in between counts as this many words.
_REACH, _CROSSING = 25, 12
# Words between a noun and its relative pronoun, and between that and the day.
_RELATIVE = 4
# Words between the word for publishing and the day.
_PUBLISHED = 5
# Of two dates about as near, the finer is the event's day: each step coarser counts as so many words.
_COARSENESS = {"day": 0, "part": 2, "week": 2, "month": 4, "season": 6, "quarter": 6, "half": 6, "year": 8}
# What lies on a side of a town is told of by the town only where no other place is named: it counts as so many words.
_OUTSIDE = 20
# Where somebody is from or goes to counts as so many words farther off, where a speaker is as so many other events, and more
# than that a noun for a town that an earlier sentence names.
_ON_THE_WAY, _OF_A_SPEAKER, _TAKEN_UP = 12, 2, 3


class _Told(NamedTuple):
    """A place told in a sentence: how ``far`` from the event, in other events between the two, what it costs in words, and
    whether it is ``plain`` that something happens there: nobody's way, no side of it, no speaker's."""

    far: int
    cost: int
    mention: Mention
    plain: bool


def nearest_date(
    doc: Document,
    at: int,
    sentence: Sentence,
    taken: set[Dated],
    others: list[int],
    elsewhere: frozenset[Dated] = frozenset(),
) -> Dated | None:
    """The date of a sentence that belongs to the word ``at``: the nearest that is not ``taken``, other triggers between
    them counted as distance; None where the sentence gives none.  What a relative clause tells was not on the day of another
    trigger before it.  Dates ``elsewhere`` are of something else, whatever stands around them.
    """
    best: tuple[int, Dated] | None = None
    for date in doc.dates:
        if date.first < sentence.first or date.last > sentence.last:
            continue
        if date in elsewhere:
            continue
        if _of_relative(doc, at, date):
            return date
        if date in taken or _of_report(doc, date):
            continue
        low, high = (date.last, at) if date.last <= at else (at, date.first)
        crossing = sum(low <= other < high and other != at for other in others)
        if date.last <= at and crossing and particles().relatives.intersection(doc.words.forms[low:high]):
            continue
        distance = high - low + _CROSSING * crossing
        cost = distance + _COARSENESS.get(date.value.precision, 4)
        if distance <= _REACH + _CROSSING and (best is None or cost < best[0]):
            best = (cost, date)
    return best[1] if best else None


def _of_relative(doc: Document, at: int, date: Dated) -> bool:
    """Whether a date stands in the relative clause right behind a noun: الهجوم الذي وقع يوم الجمعة."""
    behind = range(at + 1, min(at + 1 + _RELATIVE, date.first))
    relative = next((i for i in behind if doc.words.forms[i] in particles().relatives), None)
    if relative is None or date.first - relative > _RELATIVE:
        return False
    return not any(doc.ends_clause(i) for i in range(relative + 1, date.first + 1))


def _of_report(doc: Document, date: Dated) -> bool:
    """Whether a date says when something was reported, in a clause added to it or of what it was published in.

    كما ذكرت الجمعة مصادر, في بيان نشر على الإنترنت مساء السبت.
    """
    forms = doc.words.forms
    if date.first > 1 and forms[date.first - 2] in phrase_words().as_told and is_verb(forms[date.first - 1]):
        return True
    for i in range(date.first - 1, max(0, date.first - _PUBLISHED) - 1, -1):
        if doc.ends_clause(i + 1):
            return False
        if forms[i] in phrase_words().published:
            return any(base(w) in phrase_words().publications for w in forms[max(0, i - 2) : i])
    return False


def event_date(
    doc: Document,
    at: int,
    sentence: Sentence,
    taken: set[Dated],
    others: list[int],
    said: frozenset[Dated] = frozenset(),
    elsewhere: frozenset[Dated] = frozenset(),
) -> DateRange | None:
    """The date range of :func:`nearest_date`; without one, the day on which somebody told the event as the object of his
    saying (أعلنت في نوفمبر إحباط مخطط), no clause of content in between.
    """
    found = nearest_date(doc, at, sentence, taken, others, elsewhere) or _told_on(doc, at, sentence, said)
    return found.value if found else None


def _told_on(doc: Document, at: int, sentence: Sentence, said: frozenset[Dated]) -> Dated | None:
    for date in reversed(doc.dated(sentence.first, at)):
        between = doc.words.forms[date.last : at]
        linked = particles().subordinators | particles().relatives
        if date in said and len(between) <= _REACH and linked.isdisjoint(between):
            return date
    return None


def event_place(
    doc: Document, catalogue: Catalogue, at: int, sentence: Sentence, others: list[int], *, moving: bool = False
) -> Place | None:
    """The place that the words around ``at`` name: after a preposition of place, nearest first, towns before countries; failing
    that, the country of a place that they tell without its name.  What is ``moving`` is where it begins or ends.
    """
    start, last = sentence.first, sentence.last
    weighed = (_weighed(doc, catalogue, word, at, start, others, moving=moving) for word in range(start, last))
    told = [one for one in weighed if one is not None]
    if not told:
        unnamed = unnamed_place(doc, catalogue, at, sentence, _REACH)
        return _known_place(*unnamed) if unnamed else None
    best = min(told, key=lambda one: (one.far, one.cost))
    # وفي محافظة ديالى قتل أربعة في تفجير في بلدة مندلي: of two that lie in one another the narrower.
    inside = [
        t
        for t in told
        if t.plain
        and t.far == best.far
        and lies_in(catalogue, t.mention, best.mention)
        and not _past_another_verb(doc, at, t)
    ]
    return _placed(doc, catalogue, min(inside, key=lambda one: one.cost, default=best).mention)


def _weighed(
    doc: Document, catalogue: Catalogue, word: int, at: int, start: int, others: list[int], *, moving: bool
) -> _Told | None:
    """The place told at ``word``, weighed for the event at ``at``; None where there is none, or none that can be the event's."""
    found = _told_at(doc, catalogue, word, start)
    if found is None:
        return None
    first, past, mention = found
    low, high = (past, at) if past <= at else (at, first)
    crossing = sum(low <= other < high and other != at for other in others)
    crossing += any(map(meanwhile, doc.words.forms[low:high]))
    crossing += not crossing and _of_another_clause(doc, at, first, others)
    distance = max(high - low, 0) + _CROSSING * crossing
    if distance > _REACH + _CROSSING:
        return None
    # أدانت محكمة في السنغال رجلين: condemning is the event itself.
    framed = first in doc.framed and at not in doc.framed
    spoken = _OF_A_SPEAKER if framed or told_from(doc, first, start, at) else 0
    fine = fineness(catalogue, mention)
    if spoken and fine > FINENESS["region"]:
        return None
    outside = _OUTSIDE if fine <= FINENESS["district"] and lies_off(doc, first, start) else 0
    outside += _ON_THE_WAY if not moving and on_the_way(doc, catalogue, first, past, start) else 0
    spoken += _TAKEN_UP if mention is doc.taken_up(word) else 0
    far = crossing + spoken + (0 if distance <= _REACH else 1)
    return _Told(far, distance + 4 * fine + outside, mention, plain=not (outside or spoken))


def _past_another_verb(doc: Document, at: int, told: _Told) -> bool:
    """Whether a verb that is added with و stands between the word ``at`` and a place: قتل أربعة ونقلت الجثث إلى بعقوبة."""
    low, high = sorted((at, doc.words.at(told.mention.start)))
    return any(form.startswith("و") and is_verb(form) for form in doc.words.forms[low + 1 : high])


def _of_another_clause(doc: Document, at: int, place: int, others: Sequence[int]) -> bool:
    """Whether a place stands between marks where another event is told and not this one: الانفجار الذي وقع في عدن، قتل اثنان."""
    sentence = doc.words.sentence_of(place)
    first = next((i for i in range(place, sentence.first, -1) if doc.ends_clause(i)), sentence.first)
    last = next((i for i in range(place + 1, sentence.last) if doc.ends_clause(i)), sentence.last)
    return not first <= at < last and any(first <= other < last for other in others)


def _told_at(doc: Document, catalogue: Catalogue, word: int, start: int) -> tuple[int, int, Mention] | None:
    """The words and the mention of the place that is told at ``word``: the one named there or the narrower one that it only says
    the whereabouts of, or a town named before that a noun takes up (في المدينة)."""
    past, mention = doc.mention_from.get(word, (word + 1, None))
    if mention is None:
        noun, (_, after) = doc.taken_up(word), doc.mention_from.get(word + 1, (0, None))
        named = after is not None and after.type == "place"  # العاصمة صنعاء
        if noun is None or noun.type != "place" or named or fineness(catalogue, noun) > FINENESS["district"]:
            return None
        return (word, past, noun) if located(doc, word, start) else None
    if mention.type != "place" or in_a_name(doc, catalogue, word):
        return None
    first, narrow = narrowest(doc, catalogue, word, start)
    told = located(doc, word, start) or (first < word and located(doc, first, start))
    return (first, past, narrow) if told else None


def _placed(doc: Document, catalogue: Catalogue, mention: Mention) -> Place:
    """What is known of a place that a mention names: where no gazetteer has it, it lies in or by what it is told with."""
    place = place_of(catalogue, mention, doc.mentions)
    placeless = place.latitude is None and mention.subtype != "site"
    there = whereabouts(doc, catalogue, mention) if placeless else None
    if there is not None:
        known, radius = there
        return replace(
            place,
            country=known.country,
            latitude=known.latitude,
            longitude=known.longitude,
            radius_km=radius,
            precision=known.precision,
        )
    return place if place.country else replace(place, country=_country_around(doc, mention))


def place_named(doc: Document, catalogue: Catalogue, first: int, last: int) -> Place | None:
    """The first place finer than a region among words that belong to an event, one that the gazetteer has before others:
    تفجير سروج, استهدف مدينة سروج.
    """
    held = [(i, doc.mention_from[i][1]) for i in range(first, last) if i in doc.mention_from]
    fine = [
        m
        for i, m in held
        if m.type == "place" and fineness(catalogue, m) <= FINENESS["district"]
        if not in_a_name(doc, catalogue, i) and not lies_off(doc, i, doc.words.sentence_of(i).first)
    ]
    best = min(fine, key=lambda m: m.entity is None, default=None)
    if best is None:
        return None
    _, narrow = narrowest(doc, catalogue, doc.words.at(best.start), first)
    return _placed(doc, catalogue, narrow)


def _country_around(doc: Document, mention: Mention) -> str | None:
    """The country that the report tells of a place without one: the only one of its sentence, or else the one that most of its
    names lie in or belong to."""
    known = [m for m in doc.mentions if m.country and (m.start, m.end) != (mention.start, mention.end)]
    sentence = doc.words.sentence_of(doc.words.at(mention.start))
    start, end = doc.words.starts[sentence.first], doc.words.ends[sentence.last - 1]
    beside = {m.country for m in known if m.type == "place" and start <= m.start < end}
    if len(beside) == 1:
        return next(iter(beside))
    votes = Counter(m.country for m in known)
    return max(votes, key=lambda country: votes[country], default=None)


def place_of(catalogue: Catalogue, mention: Mention, others: Sequence[Mention] = ()) -> Place:
    """A place mention with what the catalogue knows of it; a site named after a place lies there: مطار عدن."""
    known = catalogue.place(mention.entity) if mention.entity else None
    if known is None:
        there = _named_after(catalogue, mention, others) if mention.subtype == "site" else None
        return Place(
            mention.text,
            mention.start,
            mention.end,
            name=mention.name,
            country=mention.country,
            latitude=there.latitude if there else None,
            longitude=there.longitude if there else None,
            radius_km=there.radius_km if there else None,
            precision=there.precision if there else None,
        )
    place = _known_place(Span(mention.text, mention.start, mention.end), known)
    return place if place.country else replace(place, country=mention.country)


def _known_place(told: Span, known: PlaceEntry) -> Place:
    """What the gazetteer knows, for the words that tell of it."""
    return Place(
        told.text,
        told.start,
        told.end,
        name=known.name,
        id=known.id,
        country=known.country,
        latitude=known.latitude,
        longitude=known.longitude,
        radius_km=known.radius_km,
        precision=known.precision,
    )


def _named_after(catalogue: Catalogue, site: Mention, others: Sequence[Mention]) -> PlaceEntry | None:
    """The place whose name ends that of a site."""
    for other in others:
        if other.type == "place" and other.entity and site.start < other.start and other.end == site.end:
            return catalogue.place(other.entity)
    return None
