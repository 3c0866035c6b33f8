"""The words of a report that tell of an event, once what only looks like it has been set aside."""

from __future__ import annotations

from dataclasses import dataclass

from ...languages.arabic.clitics import bare
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ...languages.arabic.words import Sentence
from ...records import Status
from ..document import Document, is_verb
from ..sectors import sector
from .acting import uncounted
from .anchoring import carried_out, known_day, only_resumed, passive_marked, reads_as_verb, told
from .announcing import Announcer, announcer, in_future
from .context import among, among_bare, any_among, context, of_figurative_domain, of_toll, of_weapon
from .cues import EventCue, Reading, may_tell, readings
from .launching import between_armed, counted_from, launched
from .passing import named
from .subjects import after
from .unreal import aimed_at, asked, for_purpose, to_come

_NEAR, _FAR, _CHARGE = 3, 9, 16
# More words of sport, cinema or the market than this, and a report's battles are figures of speech.
_DOMAIN_WORDS = 4


@dataclass(slots=True, eq=False)
class Trigger:
    """A word that tells of an event: ``at`` its index.

    ``charged``: what somebody is charged with or convicted of, so that it is alleged only; ``passing``: it is not told, but
    named well enough to say which event is meant; ``announced``: a protest that is said to come, or that its ``announcer`` calls
    for or intends.
    """

    at: int
    reading: Reading
    sentence: Sentence
    status: Status = "occurred"
    charged: bool = False
    passing: bool = False
    announced: bool = False
    announcer: Announcer | None = None

    @property
    def cue(self) -> EventCue:
        """The codebook's entry."""
        return self.reading.cue


def find_triggers(doc: Document, claimed: frozenset[int] = frozenset()) -> list[Trigger]:
    """The triggers of a report, in order; site furniture is passed over.

    ``claimed`` are words for deeds that somebody claims responsibility for: they took place.
    """
    out: list[Trigger] = []
    figurative = len(doc.words.where(of_figurative_domain)) > _DOMAIN_WORDS
    for at in doc.words.where(may_tell):
        if doc.in_furniture(at) or _in_a_persons_name(doc, at):
            continue
        sentence = doc.words.sentence_of(at)
        for reading in readings(doc.words.forms[at]):
            charge = bool(out) and _charges(doc, out[-1], sentence, at)
            trigger = _admit(doc, sentence, at, reading, figurative, charge, at in claimed)
            if trigger is not None:
                out.append(trigger)
                break
    return out


def _in_a_persons_name(doc: Document, at: int) -> bool:
    """Whether the word goes on with a person's name: طالب of علي بن أبي طالب."""
    names = (doc.mention_from.get(i) for i in range(max(0, at - 6), at))
    return any(held is not None and held[0] > at and held[1].type == "person" for held in names)


def _admit(
    doc: Document,
    sentence: Sentence,
    at: int,
    reading: Reading,
    figurative: bool,
    charged: bool,
    claimed: bool = False,
) -> Trigger | None:
    """The trigger, if the words around it bear the reading out."""
    cue = reading.cue
    if not reads_as_verb(doc, sentence, at, reading):
        return None
    if cue.said and reading.form is not None and reading.form.tense == "imperfect":
        return None
    if cue.opens and not _opens_with_whom(doc, sentence, at, reading):
        return None
    if not _companions(doc, sentence, at, reading) or _held_back(doc, sentence, at, cue):
        return None
    trigger = Trigger(at, reading, sentence)
    if _figurative(doc, sentence, trigger, figurative):
        return None
    status = _status(doc, sentence, trigger)
    if status is None:
        return None
    trigger.status = status
    if trigger.announced:
        return trigger
    # Of a verdict "to death" the execution is the penalty, not the matter.
    trigger.charged = charged and cue.type == "ASSAULT" and reading.form is None and cue.mode != "execute"
    told_of = (
        trigger.charged
        or (claimed and _deed_told(doc, sentence, trigger))
        or cue.type != "ASSAULT"
        or status not in ("occurred", "attempted")
    )
    if not told_of and not _news(doc, sentence, at, reading):
        trigger.passing = named(doc, sentence, at, reading)
        return trigger if trigger.passing else None
    if cue.type == "PROTEST" and reading.definite and not told(doc, sentence, at, reading):
        return None
    # Two who were found killed were so in one attack, unlike two attacks.
    plural = reading.plural and not cue.result and cue.type in ("ASSAULT", "PROTEST")
    if (cue.soft or cue.generic or plural) and not _supported(doc, sentence, trigger):
        trigger.passing = (reading.form is None or cue.result) and named(doc, sentence, at, reading)
        return trigger if trigger.passing else None
    return trigger


def _opens_with_whom(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether a participle opens a clause and whom it befalls stands right behind it: ، متهما الحكومة; not متهما بالقتل."""
    if reading.definite or not (doc.ends_clause(at) or reading.lead in ("و", "ف")) or at + 1 >= sentence.last:
        return False
    behind = doc.words.forms[at + 1]
    return behind not in particles().all and not proclitic(behind)[0].endswith(("ب", "ل"))


def _deed_told(doc: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a deed that somebody claims is told with the claim, and not only taken up: what it hit stands there."""
    return not trigger.reading.definite or carried_out(doc, sentence, trigger.at, definite=False)


def _charges(doc: Document, earlier: Trigger, sentence: Sentence, at: int) -> bool:
    """Whether the trigger before is a charge or verdict, and the noun at ``at`` its matter: اتهاما لاثنين بمحاولة اغتيال."""
    if (
        earlier.sentence != sentence
        or earlier.cue.mode not in ("charge", "sentence", "trial")
        or at - earlier.at > _CHARGE
    ):
        return False
    return any(proclitic(doc.words.forms[i])[0].endswith("ب") for i in range(max(earlier.at + 1, at - 3), at + 1))


def _news(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether violence is told as something that took place, not as a habit, a topic or a description of somebody."""
    if reading.form is None:
        return told(doc, sentence, at, reading)
    if only_resumed(doc, sentence, at):
        return _done_by(doc, sentence, at, reading)
    if reading.form.tense == "perfect" or reading.cue.ongoing:
        return True
    counted = any(doc.number_at(i) for i in range(at + 1, min(at + 5, sentence.last)))
    return counted or 0 < at - sentence.first <= 4


def _done_by(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether a relative clause tells by whom its head suffered: الشاب الذي قتلته الشرطة."""
    if reading.form is None or not reading.form.object or reading.form.tense != "perfect":
        return False
    doer = after(doc, at, sentence.last)
    return doer is not None and (sector(doc, *doer) is not None or doc.named(*doer) is not None)


def _companions(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether the words that the cue calls for stand around it."""
    forms, cue = doc.words.forms, reading.cue
    if cue.subject and not _is_done_by(doc, sentence, at, cue.subject):
        return False
    if cue.needs:
        reach = _NEAR if cue.near else _FAR
        # What explodes may be named before it does: إن سيارة مفخخة انفجرت قرب السوق.
        named_first = reading.form is not None and cue.mode == "explosives" and cue.frame == "weapon"
        behind = max(doc.clause_of(at)[0], at - _NEAR) if named_first else at + 1
        first = sentence.first if cue.wide else behind
        last = sentence.last if cue.wide else _reach(doc, sentence, at, reach)
        told = any(
            i != at
            and (among_bare(forms[i], cue.needs) or ("ب" in cue.needs and forms[i][0] == "ب" and len(forms[i]) > 2))
            for i in range(first, last)
        )
        borne = (cue.persons and _counted(doc, sentence, at)) or (cue.placed and _place_next(doc, at))
        if not told and not borne:
            return False
    if cue.before and not _before(doc, sentence, at, cue):
        return False
    return not cue.before_any or any_among(forms[sentence.first : sentence.last], cue.before_any)


def _is_done_by(doc: Document, sentence: Sentence, at: int, subjects: frozenset[str]) -> bool:
    """Whether the subject behind the verb is one of ``subjects``, in the genitive where it is counted: عشرات المتظاهرين."""
    found = after(doc, at, sentence.last)
    if found is None:
        return False
    head = uncounted(doc, found)[0]
    word = bare(proclitic(doc.words.forms[head])[1])
    oblique = word.endswith("ين") and head > found[0] and word[:-2] + "ون" in subjects
    return word in subjects or oblique


def _reach(doc: Document, sentence: Sentence, at: int, words: int) -> int:
    """The end of a window of so many words after ``at``, the words of dates not counted."""
    i, left = at + 1, words
    while i < sentence.last and left:
        date = doc.date_at(i)
        i, left = (date.last, left) if date else (i + 1, left - 1)
    return i


def _counted(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether a number stands close after the word: إصابة ثلاثة من أعوانها."""
    return any(doc.number_at(i) for i in range(at + 1, _reach(doc, sentence, at, 8)))


def _place_next(doc: Document, at: int) -> bool:
    """Whether the name of a place stands right after the word: تحرير عدن."""
    held = doc.mention_from.get(at + 1)
    return held is not None and held[1].type == "place"


def _before(doc: Document, sentence: Sentence, at: int, cue: EventCue) -> bool:
    """Whether a governing word stands before the noun, or resumes it with a pronoun after it: الاتفاق الذي وقعته."""
    forms = doc.words.forms
    first, left = at, _FAR
    while first > sentence.first and left:
        date = doc.date_at(first - 1)
        first, left = (date.first, left) if date else (first - 1, left - 1)
    if any_among(forms[max(first, sentence.first) : at], cue.before):
        return True
    return any(
        forms[i].endswith(("ه", "ها")) and {forms[i][:-1], forms[i][:-2]} & cue.before
        for i in range(at + 1, min(at + _FAR, sentence.last))
    )


def _held_back(doc: Document, sentence: Sentence, at: int, cue: EventCue) -> bool:
    forms = doc.words.forms
    if cue.not_before and any(forms[i] in cue.not_before for i in range(max(sentence.first, at - 2), at)):
        return True
    return bool(cue.not_with) and any(forms[i] in cue.not_with for i in range(sentence.first, sentence.last))


def _figurative(doc: Document, sentence: Sentence, trigger: Trigger, domain: bool) -> bool:
    """Whether the trigger is a figure of speech: هجوم لاذع, انفجار الأسعار, a column on football."""
    if trigger.cue.type not in ("ASSAULT", "PROTEST", "COERCE", "RETREAT", "MOBILIZE"):
        return False
    forms, known = doc.words.forms, context()
    at = trigger.at
    after = range(at + 1, min(at + 3, sentence.last))
    if trigger.reading.form is None and any(forms[i] in known.figurative_modifiers for i in after):
        return True
    reach = range(at + 1, min(at + (5 if trigger.reading.form else 3), sentence.last))
    if trigger.cue.type == "ASSAULT" and any(forms[i] in known.figurative_objects for i in reach):
        return True
    words = doc.words
    tolls, armed = words.any_where(of_toll, sentence, at), words.any_where(of_weapon, sentence, at)
    if domain and not (tolls and armed):
        return True
    return not tolls and not armed and words.any_where(of_figurative_domain, sentence)


def _status(doc: Document, sentence: Sentence, trigger: Trigger) -> Status | None:
    """Whether it happened, was tried, foiled or planned; None where the words deny it or leave it open."""
    forms, known = doc.words.forms, context()
    at, form = trigger.at, trigger.reading.form
    before = [forms[i] for i in range(max(sentence.first, at - 6), at)]
    near = before[-2:]
    if asked(doc, sentence, at, trigger.reading):
        return None
    foiling = next(
        (i for i in range(at - 1, max(sentence.first, at - 6) - 1, -1) if among(forms[i], known.foiled)), None
    )
    if foiling is not None:
        return None if for_purpose(doc, sentence, foiling) else "foiled"
    if any_among(before[-4:], known.attempts):
        return "attempted"
    if any(w in known.negations for w in near):
        return None
    trigger.announcer = announcer(doc, sentence, at, trigger.reading)
    trigger.announced = trigger.announcer is not None or in_future(doc, sentence, at, trigger.reading)
    if trigger.announced:
        return "planned"
    if form is None and _denied_verb(doc, sentence, at):
        return None
    if form is not None:
        if any(w in known.conditions for w in near):
            return None
        if form.tense == "imperfect" and (
            trigger.reading.lead[-1:] in ("س", "ل") or any(w in known.not_yet for w in near)
        ):
            return None
        if to_come(doc, at, trigger.reading):
            return "planned"
        return "ongoing" if trigger.cue.ongoing and form.tense == "imperfect" else "occurred"
    if any_among(before[-3:], known.planned):
        return "planned"
    if aimed_at(doc, sentence, at, trigger.reading):
        return None
    chained = len(near) > 1 and not trigger.reading.lead and not near[-1].startswith("ال") and not is_verb(near[-1])
    if (near and _unreal_head(near[-1])) or (chained and _unreal_head(near[0])):
        return None
    if near and among(near[-1], known.crimes) and not named(doc, sentence, at, trigger.reading):
        return None
    for i in range(at - 1, max(sentence.first, at - 6) - 1, -1):
        word = forms[i]
        if among(word, known.intents) or among(word, known.calls):
            return "planned" if _dated_or_counted(doc, sentence, at) else None
        if among(word, known.unreal_verbs):
            return None
        if is_verb(word) or doc.ends_clause(i + 1):
            break
    return "planned" if to_come(doc, at, trigger.reading) else "occurred"


def _denied_verb(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether the verb that governs a noun is negated: لم يسفر عن إصابة أحد."""
    forms, end = doc.words.forms, counted_from(doc, sentence, at)
    for i in range(end - 1, max(sentence.first, end - 4) - 1, -1):
        if is_verb(forms[i]):
            return i > sentence.first and forms[i - 1] in ("لم", "لن", "لا")
    return False


def _dated_or_counted(doc: Document, sentence: Sentence, at: int) -> bool:
    return bool(doc.dated(at, sentence.last)) or _counted(doc, sentence, at)


def _unreal_head(word: str) -> bool:
    return among(word, context().unreal_heads)


def _pinned(doc: Document, at: int) -> bool:
    """Whether the clause itself gives a day and a place."""
    first, last = doc.clause_of(at)
    named = any(doc.mention_from[i][1].type == "place" for i in range(first, last) if i in doc.mention_from)
    return named and bool(doc.dated(first, last))


def _supported(doc: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the sentence pins a soft, general or plural cue down: a weapon, a toll, an armed actor, a day and a place."""
    forms = doc.words.forms
    words = range(sentence.first, sentence.last)
    if trigger.cue.state or passive_marked(doc, trigger.at, trigger.reading):
        return True
    armed = doc.words.any_where(of_weapon, sentence, trigger.at) or any(
        doc.mention_from[i][1].type in ("group", "armed force") for i in words if i in doc.mention_from
    )
    tolls = doc.words.any_where(of_toll, sentence, trigger.at)
    placed = any(doc.mention_from[i][1].type == "place" for i in words if i in doc.mention_from)
    dated = bool(doc.dated(sentence.first, sentence.last))
    if trigger.cue.armed:
        return armed and (placed or dated or tolls)
    if (
        trigger.status == "attempted"
        or (trigger.status == "foiled" and not trigger.cue.generic)
        or (known_day(doc, trigger.at) and (placed or armed))
    ):
        return True
    if trigger.cue.mode == "abduct" and sector(doc, trigger.at + 1, min(trigger.at + 4, sentence.last)):
        return True
    if trigger.cue.type == "PROTEST" and trigger.reading.plural and told(doc, sentence, trigger.at, trigger.reading):
        return True
    if launched(doc, sentence, trigger.at, trigger.reading):
        return True
    if trigger.cue.frame == "between" and between_armed(doc, sentence, trigger.at):
        return True
    if trigger.cue.generic or trigger.reading.plural:
        return tolls or _pinned(doc, trigger.at) or forms[trigger.at - 1].isdigit()
    return armed or tolls or (placed and dated) or _counted(doc, sentence, trigger.at)
