"""Whether a noun of violence is told as news, or only spoken of.

"مقتل خمسة جنود", "شن مسلحون هجوما" and "الهجوم الذي استهدف حافلة" tell of an event; "منذ اغتيال الحريري", "ملف الخطف" and
"الحديث عن هجمات" take one for granted as a topic.  A noun counts as told where a verb of happening, doing or reporting governs
it, where a verb after it says what it hit or led to, or where it is counted or opens its paragraph.
"""

from __future__ import annotations

from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.words import Sentence
from ..document import Document, is_verb
from ...languages.arabic.lexicon import looks_nominal
from ...languages.arabic.particles import particles
from ..phrases import can_start
from .context import among, context, occurrence_forms, telling_forms
from .cues import Reading, readings
from .participants import participants

_BACK, _AHEAD = 7, 12


def told(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether the noun of an event at word ``at`` is told as something that took place."""
    if _carried_out(doc, sentence, at) or _causes(doc, sentence, at):
        return True
    governor = _governor(doc, sentence, at)
    if governor is not None and among(doc.words.forms[governor], context().topics):
        return False
    verb = _telling_verb(doc, sentence, at)
    if verb is not None:
        return not _unreal(doc, sentence, verb) and not only_resumed(doc, sentence, verb)
    counted = any(doc.number_at(i) for i in range(at + 1, min(at + 5, sentence.last)) if not doc.ends_clause(i))
    return _opens(doc, sentence, at, governor) or counted


def _governor(doc: Document, sentence: Sentence, at: int) -> int | None:
    """The nearest word before the noun that is not transparent to what is told: of "عملية خطف" the word before عملية."""
    i = at - 1
    while i >= sentence.first and (among(doc.words.forms[i], context().transparent) or doc.words.forms[i] == "في"):
        i -= 1
    return i if i >= sentence.first else None


def _opens(doc: Document, sentence: Sentence, at: int, governor: int | None) -> bool:
    """Whether the noun opens its sentence without an article, as headlines do."""
    forms = doc.words.forms
    return governor is None and not proclitic(forms[at])[1].startswith("ال") and not proclitic(forms[at])[0]


def _telling_verb(doc: Document, sentence: Sentence, at: int) -> int | None:
    """The verb before the noun that tells it as having happened, in the same clause or across a comma."""
    forms, telling, known = doc.words.forms, telling_forms(), particles()
    for i in range(at - 1, max(sentence.first, at - _BACK) - 1, -1):
        word = forms[i]
        if word in telling or (word[0] in "وفس" and word[1:] in telling):
            return i
        if word in known.subordinators or (doc.ends_clause(i + 1) and "،" not in doc.words.gaps[i + 1]):
            return None
    return None


def _unreal(doc: Document, sentence: Sentence, verb: int) -> bool:
    """Whether the verb is in the future, wished or feared: ستؤدي, قد يؤدي, تخشى أن تؤدي."""
    form = doc.words.forms[verb]
    before = doc.words.forms[max(sentence.first, verb - 2) : verb]
    imperfect = form[0] in "يت" and form not in context().tolls
    return form[0] == "س" or form[:2] in ("وس", "فس") or (imperfect and any(w in context().future for w in before))


def _causes(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether an indefinite noun is given as the cause or the time of what a verb before it tells."""
    forms = doc.words.forms
    if at - 1 < sentence.first or forms[at - 1] not in context().causes or forms[at].startswith("ال"):
        return False
    first, _ = doc.clause_of(at)
    return any(is_verb(w) for w in forms[max(first, sentence.first) : at - 1])


def _carried_out(doc: Document, sentence: Sentence, at: int) -> bool:
    forms, words, happened = doc.words.forms, participants(), occurrence_forms()
    for i in range(at + 1, min(at + _AHEAD, sentence.last)):
        word = forms[i][1:] if forms[i][0] in "وف" and len(forms[i]) > 3 else forms[i]
        if word in words.hit or word in happened or (word in words.carry_out and word.endswith(("ه", "ها", "هم"))):
            return True
        if doc.words.gaps[i] != " " and any(mark in doc.words.gaps[i] for mark in ".؛:"):
            return False
    return False


def reads_as_verb(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether an unvowelled form such as قتل or خطف is the verb here and not its noun.

    It is where it opens a clause, or follows a relative pronoun, a conjunction of time or قد; after a preposition or a noun
    it is the noun.
    """
    if reading.form is None:
        return True
    if passive_marked(doc, at, reading):
        return True
    if reading.form.object == "ه" and doc.report.text[doc.words.ends[at] - 1] == "ة":
        return False
    if reading.form.object and len(reading.form.word) - len(reading.form.object) <= 3:
        return any(among(w, context().weapons) for w in doc.words.forms[sentence.first : sentence.last])
    if not looks_nominal(reading.form):
        return True
    if at == sentence.first or doc.ends_clause(at):
        return True
    known, before = particles(), doc.words.forms[at - 1]
    if reading.lead in ("و", "ف"):
        return not any(r.form is None for r in readings(before)) or reading.lead == "ف"
    if before in known.relatives:
        return True
    if before in known.subordinators | known.conjunctions | known.adverbs | known.pronouns or doc.date_at(at - 1):
        return True
    first, _ = doc.clause_of(at - 1)
    if doc.clause_of(at)[0] == first and proclitic(doc.words.forms[first])[1] in known.prepositions:
        return not any(is_verb(w) for w in doc.words.forms[first:at])
    if before.startswith("ال") or (before.endswith("ا") and len(before) > 3) or _ends_name(doc, at):
        return not any(is_verb(w) for w in doc.words.forms[max(first, at - 6) : at])
    return before[-2:] in ("وا", "ون", "ين") and before not in known.all and can_start(doc, at - 1)


def _ends_name(doc: Document, at: int) -> bool:
    """Whether a name of somebody ends right before the word, so that a verb may follow it."""
    return any(
        held[0] == at and held[1].type in ("person", "group", "armed force", "government", "organization")
        for start in range(max(0, at - 5), at)
        if (held := doc.mention_from.get(start))
    )


def passive_marked(doc: Document, at: int, reading: Reading) -> bool:
    """Whether the verb is written with the damma of the passive: قُتل, خُطف."""
    start = doc.words.starts[at] + len(reading.lead)
    return reading.form is not None and doc.report.text[start + 1 : start + 2] == "ُ"


def only_resumed(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether a verb stands in a relative clause that only says who somebody is: الذي قتل, التي اختطفت."""
    i = at - 1
    while i > sentence.first and doc.words.forms[i] in ("قد", "كان", "كانت", "كانوا", "تم"):
        i -= 1
    if i < sentence.first or doc.words.forms[i] not in particles().relatives:
        return False
    first, last = doc.clause_of(at)
    pinned = doc.dated(first, last) or any(
        j in doc.mention_from and doc.mention_from[j][1].type == "place" for j in range(at, last)
    )
    return not pinned
