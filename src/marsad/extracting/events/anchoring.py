"""Whether a noun of violence is told as news, or only spoken of.

"مقتل خمسة جنود", "شن مسلحون هجوما" and "الهجوم الذي استهدف حافلة" tell of an event; "منذ اغتيال الحريري", "ملف الخطف" and
"الحديث عن هجمات" take one for granted as a topic.  A noun counts as told where a verb of happening, doing or reporting governs
it, where a verb after it says what it hit or led to, or where it is counted or opens its paragraph.
"""

from __future__ import annotations

from ...languages.arabic.lexicon import looks_nominal, proclitic
from ...languages.arabic.particles import particles
from ...languages.arabic.words import Sentence
from ..document import Document, is_verb
from ..phrase_words import phrase_words
from ..phrases import can_start, noun_phrase
from .context import among, any_among, context, definite_telling_forms, occurrence_forms, telling_forms
from .cues import Reading, readings
from .participants import participants

_BACK, _AHEAD, _BESIDE = 10, 12, 8


def told(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether the noun of an event at word ``at`` is told as something that took place."""
    governor = _governor(doc, sentence, at)
    topic = governor is not None and among(doc.words.forms[governor], context().topics)
    if carried_out(doc, sentence, at, reading.definite) and not (topic and not pinned(doc, at)):
        return True
    if topic:
        return False
    if not reading.definite and known_day(doc, at) and not _unreal_before(doc, sentence, at):
        return True
    if _causes(doc, sentence, at):
        return True
    verb = _telling_verb(doc, sentence, at, reading)
    reach = 5 if reading.cue.result else 2
    counted = any(doc.number_at(i) for i in range(at + 1, min(at + reach, sentence.last)) if not doc.ends_clause(i))
    if verb is not None:
        habit = reading.definite and doc.words.forms[verb][0] in "يت" and not pinned(doc, at)
        # A toll is told even where its cause is only spoken of: الحادث الذي أدى إلى مقتل ستة.
        known = only_resumed(doc, sentence, verb) and not (reading.cue.result and counted)
        return not habit and not _unreal(doc, sentence, verb) and not known
    return _opens(doc, at, governor) or counted


def pinned(doc: Document, at: int) -> bool:
    """Whether a day or a place is given for it before the clause after it ends."""
    last = ahead(doc, doc.words.sentence_of(at), at)
    places = (doc.mention_from[i] for i in range(at, last) if i in doc.mention_from)
    return bool(doc.dated(at, last)) or any(mention.type == "place" for _, mention in places)


def ahead(doc: Document, sentence: Sentence, at: int) -> int:
    """The end of the second clause after the one of ``at``, within its sentence."""
    last = at
    for _ in range(3):
        last = doc.clause_of(min(last, sentence.last - 1))[1]
    return min(last, sentence.last)


def known_day(doc: Document, at: int) -> bool:
    """Whether a day, or a few, that the calendar knows stands in the clause or close by."""
    first, last = doc.clause_of(at)
    sentence = doc.words.sentence_of(at)
    near = doc.dated(max(sentence.first, min(first, at - _BESIDE)), min(sentence.last, max(last, at + _BESIDE)))
    return any(d.value.earliest and d.value.precision in _CLOSE for d in near)


_CLOSE = frozenset({"day", "week", "part"})


def _unreal_before(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether a verb of the future or of wishing governs the noun."""
    verb = next(
        (i for i in range(at - 1, max(sentence.first, at - _BACK) - 1, -1) if is_verb(doc.words.forms[i])),
        None,
    )
    return verb is not None and _unreal(doc, sentence, verb)


def on_record(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether what a definite noun takes up is pinned to a known day, to a place with a toll, or to a toll in numbers."""
    last = ahead(doc, sentence, at)
    if any(date.value.earliest for date in doc.dated(at, last)):
        return True
    if any(doc.number_at(i) and any_among(doc.words.forms[i : i + 3], context().tolls) for i in range(at, last)):
        return True
    tolls = any(among(w, context().tolls) for w in doc.words.forms[at + 1 : sentence.last])
    return tolls and any(doc.mention_from[i][1].type == "place" for i in range(at, last) if i in doc.mention_from)


def _governor(doc: Document, sentence: Sentence, at: int) -> int | None:
    """The nearest word before the noun that is not transparent to what is told: of "عملية خطف" the word before عملية."""
    i = at - 1
    while i >= sentence.first and (among(doc.words.forms[i], context().transparent) or doc.words.forms[i] == "في"):
        i -= 1
    return i if i >= sentence.first else None


def _opens(doc: Document, at: int, governor: int | None) -> bool:
    """Whether the noun opens its sentence without an article, as headlines do."""
    forms = doc.words.forms
    return governor is None and not proclitic(forms[at])[1].startswith("ال") and not proclitic(forms[at])[0]


def _telling_verb(doc: Document, sentence: Sentence, at: int, reading: Reading) -> int | None:
    """The verb before the noun that tells it as having happened, in the same clause or across a comma.

    Verbs of reporting tell a noun with something to it (أعلن مقتل جنديين), not one taken for granted (أعلن مسؤوليته عن الهجوم).
    """
    forms, known = doc.words.forms, particles()
    telling = definite_telling_forms() if reading.definite else telling_forms()
    for i in range(at - 1, max(sentence.first, at - _BACK) - 1, -1):
        word = forms[i]
        if word in telling or (word[0] in "وفس" and word[1:] in telling):
            return i if _finite(doc, sentence, i) else None
        if word in known.subordinators or (doc.ends_clause(i + 1) and "،" not in doc.words.gaps[i + 1]):
            return None
    return None


def _finite(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether a short form such as شن is the verb: after a noun without article or a preposition it is the masdar."""
    form = doc.words.forms[at]
    # A feminine perfect is never the masdar: شنت.
    if len(form) > 3 or form[-1] == "ت" or at == sentence.first or doc.ends_clause(at) or form[0] in "وف":
        return True
    before, known = doc.words.forms[at - 1], particles()
    opening = known.relatives | known.subordinators | known.conjunctions | known.adverbs
    if before in opening or doc.date_at(at - 1):
        return True
    return before not in known.all and (before.startswith("ال") or _ends_name(doc, at))


def _unreal(doc: Document, sentence: Sentence, verb: int) -> bool:
    """Whether the verb is in the future, wished or feared: ستؤدي, قد يؤدي, تخشى أن تؤدي."""
    form = doc.words.forms[verb]
    before = doc.words.forms[max(sentence.first, verb - 2) : verb]
    imperfect = form[0] in "يت" and form not in context().tolls
    return form[0] == "س" or form[:2] in ("وس", "فس") or (imperfect and any(w in context().not_yet for w in before))


def _causes(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether an indefinite noun is given as the cause or the time of what a verb before it tells."""
    forms = doc.words.forms
    known = context()
    if at - 1 < sentence.first or forms[at - 1] not in known.causes | known.amid or forms[at].startswith("ال"):
        return False
    first = sentence.first if forms[at - 1] in known.amid else doc.clause_of(at)[0]
    return any(is_verb(w) for w in forms[max(first, sentence.first) : at - 1])


def carried_out(doc: Document, sentence: Sentence, at: int, definite: bool) -> bool:
    """Whether a verb after the noun says who carried it out, what it hit or what it led to.

    The verb follows the noun's own phrase or a relative pronoun, or joins as a result (وأسفر, ما أدى); of a definite noun it
    must come with a day or a place, or it only says which attack is spoken of.
    """
    forms, words, happened = doc.words.forms, participants(), occurrence_forms()
    phrase = noun_phrase(doc, at, sentence.last)
    end = phrase[1] if phrase else at + 1
    for i in range(at + 1, min(at + _AHEAD, sentence.last)):
        if any(mark in doc.words.gaps[i] for mark in ".؛:") and doc.ends_clause(i):
            return False
        word = forms[i][1:] if forms[i][0] in "وف" and len(forms[i]) > 3 else forms[i]
        resumed = forms[i - 1] in particles().relatives
        joined = word != forms[i] or forms[i - 1] in ("ما", "مما")
        carried = word in words.hit or word in happened or (
            word in words.carry_out and word.endswith(("ه", "ها", "هم", "هما"))
        )  # fmt: skip
        if carried and (resumed or joined or i == end):
            return not definite or on_record(doc, sentence, at)
    return False


def reads_as_verb(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether an unvowelled form such as قتل or خطف is the verb here and not its noun.

    It is where it opens a clause, or follows a relative pronoun, a conjunction of time or قد; after a preposition or a noun
    it is the noun.
    """
    if reading.form is None:
        # The ta marbuta of another noun is no pronoun: قبضة is not قبض with ه.
        return not (reading.pronoun and doc.ends_in_ta(at))
    if passive_marked(doc, at, reading):
        return True
    if reading.form.object == "ه" and doc.report.text[doc.words.ends[at] - 1] == "ة":
        return False
    short = len(reading.form.word) - len(reading.form.object) <= 3
    follows = at > sentence.first and not reading.lead and not doc.ends_clause(at)
    if short and follows and doc.words.forms[at - 1] in particles().prepositions:
        return False
    if short and reading.lead == "و" and _joins_noun(doc, sentence, at):
        return False
    if short and reading.cue.result and not reading.form.object and at + 1 < sentence.last and doc.date_at(at + 1):
        # A noun of killing goes on with whom: قتل مساء الثلاثاء is the verb.
        return True
    if reading.form.object and short:
        return any_among(doc.words.forms[sentence.first : sentence.last], context().weapons)
    if not looks_nominal(reading.form):
        return True
    if at == sentence.first or doc.ends_clause(at):
        return True
    known, before = particles(), doc.words.forms[at - 1]
    if (
        reading.lead == "و"
        and at + 1 < sentence.last
        and doc.words.forms[at + 1][0] == "و"
        and readings(doc.words.forms[at + 1])
    ):
        return False
    if reading.lead in ("و", "ف"):
        return True
    if before in known.relatives:
        return True
    if before in known.subordinators | known.conjunctions | known.adverbs | known.pronouns or doc.date_at(at - 1):
        return True
    first, _ = doc.clause_of(at - 1)
    place = any(held[0] == at for i in range(max(0, at - 4), at) if (held := doc.mention_from.get(i)))
    definite = before.startswith("ال") and before not in known.all
    if place or definite or (before.endswith("ا") and len(before) > 3) or _ends_name(doc, at):
        # A clause of content begins anew: قالت الشرطة إن رجلا قتل.
        first = next((i for i in range(at - 1, first, -1) if doc.words.forms[i] in known.subordinators), first)
        return not any(is_verb(w) or light(w) for w in doc.words.forms[max(first, sentence.first) : at])
    return before[-2:] in ("وا", "ون", "ين") and before not in known.all and can_start(doc, at - 1)


def _joins_noun(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether the word goes on from a noun of the same kind: توجيه ضربات وقصف الأهداف, خطف السفير وقتله."""
    for i in range(at - 1, max(sentence.first, at - 5) - 1, -1):
        if any(r.form is None for r in readings(doc.words.forms[i])):
            return True
        if doc.ends_clause(i + 1) or is_verb(doc.words.forms[i]):
            return False
    return False


def light(word: str) -> bool:
    """Whether a short or ambiguous form at the head of a clause is its verb: ودان, وقال."""
    return word[:1] == "و" and any(r.form is not None for r in readings(word))


def _ends_name(doc: Document, at: int) -> bool:
    """Whether a name of somebody ends right before the word, so that a verb may follow it."""
    return any(
        held[0] == at and held[1].type in ("person", "group", "armed force", "government", "organization")
        for start in range(max(0, at - 5), at)
        if (held := doc.mention_from.get(start))
    )


def passive_marked(doc: Document, at: int, reading: Reading) -> bool:
    """Whether the verb is written with the damma of the passive: قُتل, خُطف, اعتُقل."""
    start = doc.words.starts[at] + len(reading.lead)
    form = reading.form
    return form is not None and form.tense == "perfect" and "\u064f" in doc.report.text[start + 1 : start + 4]


def only_resumed(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether a verb stands in a relative clause that only says who somebody is, no known day given: الذي قتل."""
    auxiliaries = phrase_words().was | {"قد", "تم"}
    i = at - 1
    while i > sentence.first and doc.words.forms[i] in auxiliaries:
        i -= 1
    if i < sentence.first or doc.words.forms[i] not in particles().relatives:
        return False
    return not any(date.value.earliest for date in doc.dated(*doc.clause_of(at)))
