"""Who did it, to whom: the participants of one trigger, by the frame of its cue."""

from __future__ import annotations

from ...languages.arabic.clitics import bare
from ...languages.arabic.lexicon import proclitic, resumes
from ...languages.arabic.particles import particles
from ...records import Role, RoleName
from ..document import Document
from ..phrase_words import phrase_words
from ..phrases import noun_phrase
from ..sectors import ARMED, sector
from .acting import accusative, actor, adjective, definite, town, uncounted
from .anchoring import passive_marked
from .announcing import announcer
from .context import light_forms
from .freeing import freed_at, whose
from .participants import participants
from .splitting import Phrase, split
from .subjects import after, before, nearest_head, opens_after, opens_object, two_after
from .triggers import Trigger

_REACH = 14
_SHORT = 3
_NEAR = 4
_LONGEST = 160
_FORCES = ARMED | {"OPP"}
# Types whose target follows على or ضد; a meeting "على هامش" something has none there.
_DIRECTED = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST", "ACCUSE", "MOBILIZE", "RETREAT"})


def find_roles(doc: Document, trigger: Trigger) -> tuple[Role, ...]:
    """The participants of a trigger: agents first, then targets; phrases that can be neither are left out."""
    agent, target = _by_frame(doc, trigger)
    agent = _named_doer(doc, trigger) or agent
    if target is None:
        target = hit(doc, trigger)
    doer: RoleName = "agent"
    by = announcer(doc, trigger.sentence, trigger.at) if trigger.announced and trigger.reading.form is None else None
    if by and not (agent and agent[0] > trigger.at and definite(doc, agent)):
        agent, doer = by
    undergoer: RoleName = "counterpart" if trigger.cue.frame == "between" else "target"
    out = []
    if agent and (role := _role(doc, agent, doer)):
        out.append(role)
    if target and (role := _role(doc, target, undergoer)):
        out.append(role)
    return tuple(out)


def _by_frame(doc: Document, trigger: Trigger) -> tuple[Phrase | None, Phrase | None]:
    """(agent, target) as the frame of the cue has them."""
    frame = trigger.cue.frame
    if trigger.reading.form is not None:
        return _of_verb(doc, trigger)
    if frame == "between":
        return _between(doc, trigger)
    if sides := _doer_and_object(doc, trigger):
        return sides
    following = _genitive(doc, trigger)
    if frame == "of-target" and following and (other := _object_by_lam(doc, trigger, following)):
        return following, other
    if frame == "of-target" and (freed := freed_at(doc, trigger)) is not None:
        return _doer_before(doc, trigger), whose(doc, freed, trigger.sentence.last)
    if frame == "of-target":
        return _doer_before(doc, trigger), actor(doc, following) or _after_preposition(doc, trigger)
    if frame == "of-agent":
        return actor(doc, following) or _doer_before(doc, trigger), None
    if frame == "on-target":
        exposed = _exposed(doc, trigger)
        if exposed is not None:
            return _attacker(doc, trigger), exposed
        if following and town(doc, following):
            doer = _put_first(doc, trigger)
            return doer, following if doer else _after_preposition(doc, trigger)
        doer = following if following and doc.named(*following) else None
        return doer or _doer_before(doc, trigger), _after_preposition(doc, trigger)
    return _doer_before(doc, trigger), None


def _doer_and_object(doc: Document, trigger: Trigger) -> tuple[Phrase, Phrase] | None:
    """Doer and object where both stand after a short form that may be verb or noun alike: قصف الجيش مواقع المسلحين."""
    if len(doc.words.forms[trigger.at]) - len(trigger.reading.lead) > _SHORT or trigger.reading.definite:
        return None
    first, second = two_after(doc, trigger.at, trigger.sentence.last)
    if not actor(doc, first) or not actor(doc, second) or first is None or second is None:
        return None
    doing = sector(doc, first[0], first[0] + 1) in _FORCES and doc.words.forms[first[0]][-2:] != "ين"
    return (first, second) if doing and (second[0] == first[1] or opens_object(doc, second)) else None


def _object_by_lam(doc: Document, trigger: Trigger, doer: Phrase) -> Phrase | None:
    """Whom a deed is done to by ل, the doer in the genitive: استهداف الجماعة للصحفيين."""
    at, stop = doer[1], trigger.sentence.last
    named = doc.named(*doer) is not None or doc.words.forms[doer[0]].startswith("ال")
    if at >= stop or doc.ends_clause(at) or not named or (trigger.cue.result and not trigger.cue.deed):
        return None
    if not proclitic(doc.words.forms[at])[0].endswith("ل") or sector(doc, *doer) not in _FORCES | {"GOV"}:
        return None
    found = actor(doc, noun_phrase(doc, at, stop))
    return found if found and sector(doc, *found) else None


def _put_first(doc: Document, trigger: Trigger) -> Phrase | None:
    """The forces that open a clause right before a form that may be verb or noun alike: إن الجيش قصف ريف حلب."""
    start = trigger.sentence.first
    found = before(doc, trigger.at, start) if _headline(doc, trigger) else None
    if found is None or found[1] != trigger.at or sector(doc, *found) not in _FORCES | {"GOV"}:
        return None
    opens = found[0] == start or doc.ends_clause(found[0]) or opens_after(doc.words.forms[found[0] - 1])
    return found if opens else None


def _genitive(doc: Document, trigger: Trigger) -> Phrase | None:
    """The noun phrase that a noun governs; a noun with a pronoun or an article governs none."""
    at, stop = trigger.at, trigger.sentence.last
    if at + 1 >= stop or doc.ends_clause(at + 1) or trigger.reading.pronoun or trigger.reading.definite:
        return None
    phrase = noun_phrase(doc, at + 1, stop)
    if phrase is None or proclitic(doc.words.forms[at + 1])[0] or adjective(doc, phrase):
        return None
    return split(doc, phrase)[0]


def _of_verb(doc: Document, trigger: Trigger) -> tuple[Phrase | None, Phrase | None]:
    frame, at, form = trigger.cue.frame, trigger.at, trigger.reading.form
    start, stop = trigger.sentence.first, trigger.sentence.last
    assert form is not None
    first, second = two_after(doc, at, stop)
    if frame == "agent-target" and first and not actor(doc, first) and (object_ := _struck(doc, first, second)):
        return None, object_
    first = actor(doc, first)
    earlier = None
    if form.plural or first is None or _headline(doc, trigger):
        earlier = before(doc, at, start, feminine=form.feminine)
    if earlier and not actor(doc, earlier):
        # An attack or a missile stands first: what follows is what it struck.
        if frame == "agent-target" and first and second is None and _headline(doc, trigger):
            return None, first
        earlier = None
    if frame == "target" or (frame in ("either", "agent-target") and passive_marked(doc, at, trigger.reading)):
        # The dead may stand behind their death: راح ضحيتها ثمانية أشخاص.
        return None, first if first and not form.plural else actor(doc, second) or earlier
    if frame == "weapon":
        return None, None
    if frame == "agent" and passive_marked(doc, at, trigger.reading):
        return None, _after_preposition(doc, trigger)
    if frame == "agent" and (freed := freed_at(doc, trigger)) is not None:
        subject = noun_phrase(doc, at + 1, freed)
        put_first = doc.words.forms[freed] in participants().freed and _headline(doc, trigger)
        doer = subject or (before(doc, at, start, feminine=form.feminine) if put_first else None)
        return actor(doc, doer), whose(doc, freed, stop)
    if frame == "agent":
        doer = first if first and not form.plural else earlier
        return doer, _after_preposition(doc, trigger)
    if form.object:
        if form.plural:
            return earlier, None
        return first or earlier, nearest_head(doc, at - 1, start) if first else None
    if form.plural and earlier is None and first is not None:
        # A plural verb has its subject before it or in its ending: what follows is the object.
        return None, first
    if earlier and (form.plural or _headline(doc, trigger)):
        if first is None and frame == "either":
            return None, earlier
        return earlier, first
    if first is not None and second is not None and actor(doc, second):
        return first, second
    if trigger.cue.mode == "heavy-weapons" and first is not None and sector(doc, first[0], first[0] + 1) in _FORCES:
        # Forces bombard; who is bombarded stands after a word for his place or his side: قصفت مواقع المسلحين.
        return first, None
    if frame == "either" and first is not None and second is None and sector(doc, *first) in ARMED:
        counted = _counted_later(doc, first[1], stop)
        if counted:
            return first, counted
    if frame == "either":
        resumed = before(doc, at, start) if first is not None and _in_relative(doc, trigger) else None
        return (resumed, first) if resumed else (None, first or earlier)
    if first is not None and (accusative(doc, first) or _in_relative(doc, trigger)):
        return before(doc, at, start), first
    if first is None:
        return earlier, None
    if doc.number_at(first[0]):
        return before(doc, at, start, feminine=form.feminine), first
    unnamed = first[0] not in doc.mention_from and sector(doc, first[0], first[0] + 1) not in _FORCES
    if unnamed and _after_relative(doc, trigger) and _taken_up(doc, trigger):
        return None, first
    return first, None


def _struck(doc: Document, subject: Phrase, second: Phrase | None) -> Phrase | None:
    """What an attack or a missile that is the verb's subject struck: استهدفت غارة رتلا, استهدفت قذيفة منزلا."""
    for i in range(subject[0] + 1, subject[1]):
        # Beside a nominative the accusative in ا opens the object.
        held = doc.mention_from.get(i)
        accusative = held is None and doc.words.forms[i].endswith("ا") and len(doc.words.forms[i]) > 3
        if accusative or (held is not None and held[1].type in ("person", "role")):
            return actor(doc, noun_phrase(doc, i, doc.words.sentence_of(i).last))
    return actor(doc, second)


def _counted_later(doc: Document, at: int, stop: int) -> Phrase | None:
    """A counted object behind an insertion: خطف مسلحون يشتبه في انتمائهم إلى التنظيم، السبت، عشرين امرأة."""
    for i in range(at, min(at + _REACH, stop)):
        if doc.number_at(i):
            return noun_phrase(doc, i, stop) if doc.ends_clause(i) else None
    return None


def _in_relative(doc: Document, trigger: Trigger) -> bool:
    """Whether a verb stands right after its relative pronoun, whose head is its subject: العملية التي استهدفت سياحا.

    It is not where a preposition takes the head up: القرية التي خطف منها مسلحون تاجرا.
    """
    return _after_relative(doc, trigger) and not _taken_up(doc, trigger)


def _after_relative(doc: Document, trigger: Trigger) -> bool:
    word = doc.words.forms[trigger.at - 1] if trigger.at > trigger.sentence.first else ""
    return (word[1:] if word[:1] in ("و", "ف") else word) in particles().relatives


def _taken_up(doc: Document, trigger: Trigger) -> bool:
    """Whether a preposition with a pronoun stands right after a verb: في اليوم الذي هاجم فيه سفارة."""
    return trigger.at + 1 < trigger.sentence.last and resumes(doc.words.forms[trigger.at + 1])


def _headline(doc: Document, trigger: Trigger) -> bool:
    """Whether a noun phrase runs right up to the verb: مسلحون يقتلون جنديا."""
    at = trigger.at
    while at - 1 > trigger.sentence.first and _perfective(doc.words.forms[at - 1]) and not doc.ends_clause(at):
        at -= 1
    i = at - 1
    if i < trigger.sentence.first or doc.ends_clause(at):
        return False
    if doc.words.forms[i] in light_forms():
        return False
    head = i
    while head > trigger.sentence.first and not doc.ends_clause(head) and i - head < 6:
        head -= 1
    phrases = (noun_phrase(doc, start, at) for start in range(head, at))
    return any(phrase is not None and phrase[1] == at for phrase in phrases)


def _perfective(word: str) -> bool:
    """Whether the word may stand between a subject and its verb: كان الوزير قد زار."""
    return word == "قد" or word in phrase_words().was


def light_verb(doc: Document, trigger: Trigger) -> int | None:
    """The light verb that governs a noun, in its own clause or across commas: شن مسلحون هجوما, قامت القوات باعتقال."""
    forms = doc.words.forms
    if trigger.reading.form is not None:
        return None
    for i in range(trigger.at - 1, max(trigger.sentence.first, trigger.at - _REACH) - 1, -1):
        if doc.ends_in_ta(i):
            continue
        if forms[i] in light_forms() or (forms[i][:1] in ("و", "ف") and forms[i][1:] in light_forms()):
            return i
        if forms[i] in particles().subordinators or forms[i] in particles().relatives:
            return None
    return None


def _doer_before(doc: Document, trigger: Trigger) -> Phrase | None:
    """The subject of the light verb that governs a noun."""
    verb = light_verb(doc, trigger)
    if verb is None:
        return None
    found = actor(doc, after(doc, verb, trigger.at))
    if found and (number := doc.number_at(found[0])) and number.last >= trigger.at:
        # It counts the noun itself: الطيران نفذ أكثر من عشر غارات.
        found = None
    feminine = doc.words.forms[verb].endswith("ت")
    return found or before(doc, verb, trigger.sentence.first, feminine=feminine)


def _exposed(doc: Document, trigger: Trigger) -> Phrase | None:
    """Who is said to have been exposed to an attack: تعرض الموكب لهجوم."""
    forms = doc.words.forms
    exposed = participants().exposed
    for i in range(trigger.at - 1, max(trigger.sentence.first, trigger.at - 9) - 1, -1):
        if (forms[i][1:] if forms[i][:1] == "و" else forms[i]) in exposed:
            return actor(doc, after(doc, i, trigger.at)) or before(doc, i, trigger.sentence.first)
    return None


def _attacker(doc: Document, trigger: Trigger) -> Phrase | None:
    """Who an attack is said to come from: تعرضت الثكنة لهجوم عنيف من المتمردين."""
    for i in range(trigger.at + 1, min(trigger.at + _NEAR, trigger.sentence.last - 1)):
        if doc.ends_clause(i):
            return None
        if doc.words.forms[i] == "من":
            found = actor(doc, noun_phrase(doc, i + 1, trigger.sentence.last))
            return found if found and sector(doc, *found) in _FORCES else None
    return None


def _after_preposition(doc: Document, trigger: Trigger) -> Phrase | None:
    """What a preposition of direction introduces after the trigger: هجوم على حافلة."""
    forms, words = doc.words.forms, participants()
    for i in range(trigger.at - 1, max(trigger.sentence.first, trigger.at - 6), -1):
        if forms[i] in ("ضد", "بحق") and (found := actor(doc, noun_phrase(doc, i + 1, trigger.at))):
            return found
    for i in range(trigger.at + 1, min(trigger.at + _REACH, trigger.sentence.last - 1)):
        if i > trigger.at + 1 and doc.ends_clause(i):
            return None
        if forms[i] in words.by:
            return None
        if forms[i] == "عن" and "عن" in trigger.cue.needs:
            return actor(doc, noun_phrase(doc, i + 1, trigger.sentence.last))
        if trigger.cue.type not in _DIRECTED:
            continue
        if forms[i] in words.against and forms[i + 1] not in words.by:
            return actor(doc, noun_phrase(doc, i + 1, trigger.sentence.last))
        if (
            forms[i][0] == "ل"
            and i > trigger.at
            and proclitic(forms[i])[0].endswith("ل")
            and trigger.cue.type != "ASSAULT"
        ):
            return actor(doc, noun_phrase(doc, i, trigger.sentence.last))
    return None


def _between(doc: Document, trigger: Trigger) -> tuple[Phrase | None, Phrase | None]:
    """The parties after بين, or the doer before and the other after مع."""
    forms, stop = doc.words.forms, trigger.sentence.last
    near = range(max(trigger.sentence.first, trigger.at - _REACH), min(trigger.at + _REACH, stop - 1))
    for i in sorted(near, key=lambda i: abs(i - trigger.at)):
        if forms[i] == "بين" and i > trigger.at and (one := noun_phrase(doc, i + 1, stop)):
            at = _other_party(doc, one[1], stop)
            return one, noun_phrase(doc, at, stop) if at < stop and forms[at][0] == "و" else None
        if forms[i] == "مع" and (other := noun_phrase(doc, i + 1, stop)):
            return _doer_before(doc, trigger), (
                other[0],
                min(other[1], trigger.at) if other[0] < trigger.at else other[1],
            )
    return _doer_before(doc, trigger), None


def _other_party(doc: Document, i: int, stop: int) -> int:
    """Where the other party to a fight is named: behind the words that set the one apart, else at ``i`` itself."""
    forms = doc.words.forms
    for j in range(i, min(i + _REACH, stop - 2)):
        if forms[j] == "من" and forms[j + 1] in participants().parties:
            return j + 2
        if any(mark in doc.words.gaps[j] for mark in ".؛:"):
            break
    return i


def _named_doer(doc: Document, trigger: Trigger) -> Phrase | None:
    """Who is said to have done it after the trigger: على يد X, برصاص X, نفذه X."""
    forms, words, stop = doc.words.forms, participants(), trigger.sentence.last
    for i in range(trigger.at + 1, min(trigger.at + _REACH, stop - 1)):
        word = forms[i]
        if (
            word in words.by
            and (word[0] == "ب" or forms[i - 1] in ("علي", "من"))
            and (found := actor(doc, noun_phrase(doc, i + 1, stop)))
            and not adjective(doc, found)
        ):
            return found
        if (
            (trigger.reading.form is None or trigger.cue.frame == "weapon")
            and word in words.carry_out
            and word[-1:] in "هام"
            and word.endswith(("ه", "ها", "هما", "هم"))
            and not doc.ends_in_ta(i)
            and (found := actor(doc, after(doc, i, stop)))
        ):
            return found
    return None


def hit(doc: Document, trigger: Trigger) -> Phrase | None:
    """What an attack is said to have hit, in the clause after the trigger: هجوم استهدف حافلة."""
    forms, words, stop = doc.words.forms, participants(), trigger.sentence.last
    if trigger.reading.form is not None and trigger.cue.frame != "weapon":
        return None
    for i in range(trigger.at + 1, min(trigger.at + _REACH, stop - 1)):
        word = forms[i][1:] if forms[i][:1] in ("و", "ف") else forms[i]
        if word in words.hit and not doc.ends_in_ta(i) and (found := actor(doc, after(doc, i, stop))):
            return found
    return None


def _role(doc: Document, phrase: Phrase, role: RoleName) -> Role | None:
    if bare(doc.words.forms[phrase[0]]) in participants().parts_of_bodies and phrase[1] > phrase[0] + 1:
        phrase = phrase[0] + 1, phrase[1]
    if role in ("agent", "organizer"):
        phrase = uncounted(doc, phrase)
    entity = doc.entity(*phrase)
    if not entity.text or len(entity.text) > _LONGEST or actor(doc, phrase) is None:
        return None
    return Role(
        entity.text, entity.start, entity.end, entity.name, entity.entity, entity.country,
        entity.antecedent, role=role, type=sector(doc, *phrase),
    )  # fmt: skip
