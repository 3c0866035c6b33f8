"""Whether a report names an event in passing, well enough to say which: بعد تفجير سروج, منفذ الهجوم على المتحف, اغتيال فلان.

A noun of violence that is not told as news (see :mod:`.anchoring`) still speaks of one event where the phrase itself pins it
down: it is definite or governs what is, it is one, and a town, a site, a known day or a named person stands in the words that
belong to it.  A word for the doing (قصف, قتل) tells of many, and must give whom it hit besides.  Verbs in a relative clause that
only says who somebody is are held to the same.  What is general, planned, feared or of a book names nothing.
"""

from __future__ import annotations

from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ...languages.arabic.words import Sentence
from ...records import Mention
from ..document import Document, is_verb
from ..phrase_words import phrase_words
from ..phrases import noun_phrase
from .aftermath import lag
from .context import any_among, context, light_forms, occurrence_forms
from .cues import Reading, readings
from .participants import participants

_REACH = 14
_TO_VERB = 8
_BACK = 4
_FINE = frozenset({"site", "town", "district", None})
_CLOSE = frozenset({"day", "week"})
_BRACKETS = frozenset(" ()«»\"'“”")
_BODIES = frozenset({"organization", "group", "government", "armed force", "media"})


def named(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether the word of violence at ``at`` names one event, so that a claim can be made of it in passing.

    Where the report has no day of its own nobody knows when "the attack of Suruc" was, and nothing is named.
    """
    if doc.report.published is None:
        return False
    end = extent(doc, sentence, at)
    if (
        reading.cue.type != "ASSAULT"
        or reading.cue.armed
        or _inside_a_name(doc, at)
        or _unfulfilled(doc, sentence, at, end, reading)
    ):
        return False
    if reading.definite and _predicated(doc, at, end):
        return False
    placed, dated = _placed(doc, at, end), _dated(doc, at, end) or _dated_before(doc, sentence, at, reading)
    if reading.form is not None:
        return reading.form.tense == "perfect" and (placed or dated) and not reading.form.object
    if reading.plural:
        return dated or (not reading.cue.deed and _place_at(doc, at + 1))
    whom = _victim(doc, at, end, reading)
    if reading.cue.deed:
        return whom == "person" or (whom is not None and (placed or dated))
    if reading.cue.result:
        return whom is not None and (whom == "person" or placed or dated)
    return (placed or dated or whom == "person") and (reading.definite or _governs(doc, at, end))


def extent(doc: Document, sentence: Sentence, at: int) -> int:
    """The end of the words that belong to the noun or verb at ``at``: its phrase, what hangs on it and its relative clause."""
    stop = min(at + _REACH, sentence.last)
    head, i = _head_end(doc, at, stop), at + 1
    while i < stop and not _breaks_off(doc, i, i == head):
        i = max(i + 1, doc.mention_from[i][0] if i in doc.mention_from else 0)
    return min(i, sentence.last)


def _head_end(doc: Document, at: int, stop: int) -> int:
    """The end of the noun itself with its adjectives: الهجوم الانتحاري."""
    i = at + 1
    while (
        i < stop and doc.words.forms[at].startswith(("ال", "بال", "وال", "لل")) and doc.words.forms[i].startswith("ال")
    ):
        if _after_and(doc.words.forms[i]) in particles().relatives or i in doc.mention_from:
            break
        i += 1
    if i == at + 1:
        while i < stop and not doc.ends_clause(i) and _of_kind(doc, i):
            i += 1
    return i


def _of_kind(doc: Document, i: int) -> bool:
    """Whether the word at ``i`` is an adjective without the article that says what kind of thing a noun is: هجوم انتحاري."""
    form = doc.words.forms[i]
    known = i in doc.mention_from or form in particles().all or is_verb(form)
    return form.endswith(("ي", "يه")) and len(form) > 4 and not form.startswith("ال") and not known


def _breaks_off(doc: Document, i: int, after_head: bool) -> bool:
    """Whether the word at ``i`` no longer belongs to the event before it: a new clause, a predicate, another event."""
    form, before, known = doc.words.forms[i], doc.words.forms[i - 1], particles()
    relative = _after_and(form) in known.relatives
    resumed = _after_and(before) in known.relatives or before == "قد"
    if doc.ends_clause(i) and not relative and set(doc.words.gaps[i]) - _BRACKETS and not _place_added(doc, i):
        return True
    if form in known.subordinators or form in context().afterwards:
        return True
    if is_verb(form) and i not in doc.mention_from and not doc.ends_in_ta(i):
        return not resumed and not (after_head and (form in occurrence_forms() or form in participants().hit))
    return form[0] == "و" and not relative and not resumed and _goes_on(doc, i)


def _place_added(doc: Document, i: int) -> bool:
    """Whether no more than a comma stands before a place that is added at ``i``: استهداف المصلين، في بلدة سروج."""
    if doc.words.gaps[i].strip() not in ("،", ","):
        return False
    led = doc.words.forms[i] in phrase_words().locatives or proclitic(doc.words.forms[i])[0] == "ب"
    return led and any((held := doc.mention_from.get(j)) and _fine(held[1]) for j in range(i, i + 3))


def _after_and(word: str) -> str:
    return word[1:] if word[:1] in ("و", "ف") and len(word) > 3 else word


def _goes_on(doc: Document, word: int) -> bool:
    """Whether "and" goes on with something else, not with another name or noun of the phrase: تفجير القديح واعتقال منفذيه.

    A second deed to the same victim, who is a pronoun there, belongs to the first: خطف السفير وقتله.
    """
    rest = doc.words.forms[word][1:]
    if any(r.cue.type == "ASSAULT" and r.form is None and r.pronoun for r in readings(rest)):
        return False
    joined = word in doc.mention_from or rest.startswith("ال") or doc.number_at(word) is not None
    return not joined or bool(readings(rest))


def _inside_a_name(doc: Document, at: int) -> bool:
    """Whether the noun is part of the name of a body, a law or a work: لجنة التحقيق في اغتيال فلان."""
    return any(
        held[0] > at and (i < at or held[1].type in _BODIES)
        for i in range(max(0, at - 8), at + 1)
        if (held := doc.mention_from.get(i))
    )


def _unfulfilled(doc: Document, sentence: Sentence, at: int, end: int, reading: Reading) -> bool:
    """Whether the noun stands for what is urged, expected, conditional, invented or commemorated."""
    forms, known = doc.words.forms, context()
    before = forms[max(sentence.first, at - _BACK) : at]
    return (
        (reading.form is None and reading.lead.endswith("ل"))
        or any_among(before, known.fictions | known.urged | known.intents | known.calls)
        or any(w in known.conditions for w in before)
        or any(w in known.expected for w in forms[at + 1 : end])
    )


def _predicated(doc: Document, at: int, end: int) -> bool:
    """Whether a noun without the article follows a definite one, so that it says what that is: منفذ الهجوم رجل من المدينة."""
    i = _head_end(doc, at, end)
    if i >= end or i in doc.mention_from or doc.date_at(i) or doc.words.forms[i] in particles().all:
        return False
    if len(doc.words.forms[i]) == 1:
        # A preposition that a quotation mark parts from its noun: الهجوم الأخير لـ«داعش».
        return False
    return not is_verb(doc.words.forms[i]) and not proclitic(doc.words.forms[i])[0]


def _place_at(doc: Document, word: int) -> bool:
    """Whether a place finer than a region starts at ``word``, its type word before it or not: تفجير مدينة سروج."""
    return any((held := doc.mention_from.get(i)) and _fine(held[1]) for i in (word, word + 1) if not _proclitic(doc, i))


def _is_town(doc: Document, i: int, mention: Mention) -> bool:
    """Whether a place is finer than a region, or the word before says that not the region of the name is meant: مدينة دياربكر."""
    return _fine(mention) or (mention.type == "place" and doc.words.forms[i - 1] in context().town_words)


def _fine(mention: Mention) -> bool:
    return mention.type == "place" and mention.subtype in _FINE


def _proclitic(doc: Document, word: int) -> bool:
    return word < len(doc.words.forms) and word not in doc.mention_from and bool(proclitic(doc.words.forms[word])[0])


def _placed(doc: Document, at: int, end: int) -> bool:
    """Whether a town, a site or the like stands in the words of the event, not as where somebody is from."""
    places = (
        i for i in range(at + 1, end) if (held := doc.mention_from.get(i)) is not None and _is_town(doc, i, held[1])
    )
    return any("من" not in doc.words.forms[max(at, i - 2) : i] for i in places)


def _dated_before(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether a day stands between a noun and the verb that says it was done, or the noun is set so long before something.

    شن سلاح الجو الجمعة أولى غاراته, غداة الهجوم.
    """
    if reading.form is not None:
        return False
    if lag(doc, sentence, at) is not None:
        return True
    for i in range(at - 1, max(sentence.first, at - _TO_VERB) - 1, -1):
        if _after_and(doc.words.forms[i]) in light_forms():
            return any(d.value.latest for d in doc.dated(i + 1, at)) and _dated(doc, i, at)
    return False


def _dated(doc: Document, at: int, end: int) -> bool:
    """Whether a day, or a few, that the calendar knows and that is over stands in the words of the event."""
    published = doc.report.published
    return any(
        d.value.earliest and d.value.precision in _CLOSE and (published is None or d.value.earliest <= published)
        for d in doc.dated(at + 1, end)
    )


def _victim(doc: Document, at: int, end: int, reading: Reading) -> str | None:
    """Whom the event hit, as the noun governs it or a preposition introduces it: "person" where named, else "some"; or None."""
    forms = doc.words.forms
    first = next((i + 1 for i in range(at + 1, min(at + 5, end)) if forms[i] in context().turned_on), None)
    if first is None and not reading.definite and not reading.pronoun and not doc.ends_clause(at + 1):
        first = at + 1
    phrase = noun_phrase(doc, first, end) if first is not None and first < end else None
    if phrase is None or (phrase[0] == at + 1 and proclitic(forms[at + 1])[0]):
        return None
    held = (doc.mention_from[i][1] for i in range(phrase[0], min(phrase[0] + 3, phrase[1])) if i in doc.mention_from)
    # One word alone is too often no name: اغتيال القاضي برصاص مسلحين.
    known = any(m.type == "person" and (m.entity or " " in m.text) for m in held)
    return "person" if known else "some"


def _governs(doc: Document, at: int, end: int) -> bool:
    """Whether the noun governs something definite, a name or a noun with the article: تفجير سروج, هجوم المتحف."""
    for i in range(at + 1, min(at + 4, end)):
        if doc.ends_clause(i) or (i not in doc.mention_from and doc.words.forms[i] in particles().all):
            return False
        if i in doc.mention_from or doc.words.forms[i].startswith("ال") or doc.words.forms[i] in context().selves:
            return True
        if _proclitic(doc, i):
            return False
    return False
