"""Who did it, to whom: the participants of one trigger, by the frame of its cue."""

from __future__ import annotations

from ...languages.arabic.clitics import bare
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ...records import Role, RoleName
from ..document import Document
from ..phrases import noun_phrase
from ..sectors import FORCES, sector
from .acting import actor, adjective, definite, town, uncounted
from .context import light_forms
from .directed import after_preposition
from .freeing import freed_at, whose
from .participants import participants
from .splitting import Phrase, split
from .subjects import after, before, opens_after, opens_object, two_after
from .triggers import Trigger
from .verb_roles import headline, of_verb

_REACH = 14
_SHORT = 3
_NEAR = 4
_LONGEST = 160


def find_roles(doc: Document, trigger: Trigger) -> tuple[Role, ...]:
    """The participants of a trigger: agents first, then targets; phrases that can be neither are left out."""
    agent, target = _by_frame(doc, trigger)
    agent = (None if trigger.cue.opens else _named_doer(doc, trigger)) or agent
    if target is None:
        target = hit(doc, trigger)
    doer: RoleName = "agent"
    if trigger.announcer and not (agent and agent[0] > trigger.at and definite(doc, agent)):
        agent, doer = trigger.announcer
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
        return of_verb(doc, trigger, trigger.reading.form)
    if frame == "between":
        return _between(doc, trigger)
    if sides := _doer_and_object(doc, trigger):
        return sides
    following = _genitive(doc, trigger)
    if trigger.cue.opens:
        return actor(doc, before(doc, trigger.at, trigger.sentence.first)), actor(doc, following)
    if frame == "of-target" and following and (other := _object_by_lam(doc, trigger, following)):
        return following, other
    if frame == "of-target" and (freed := freed_at(doc, trigger)) is not None:
        return _doer_before(doc, trigger), whose(doc, freed, trigger.sentence.last)
    if frame == "of-target":
        return _doer_before(doc, trigger), actor(doc, following) or after_preposition(doc, trigger)
    if frame == "of-agent":
        return actor(doc, following) or _doer_before(doc, trigger), None
    if frame == "on-target":
        exposed = _exposed(doc, trigger)
        if exposed is not None:
            return _attacker(doc, trigger), exposed
        if following and town(doc, following):
            doer = _put_first(doc, trigger)
            return doer, following if doer else after_preposition(doc, trigger)
        doer = following if following and doc.named(*following) else None
        return doer or _doer_before(doc, trigger), after_preposition(doc, trigger)
    return _doer_before(doc, trigger), None


def _doer_and_object(doc: Document, trigger: Trigger) -> tuple[Phrase, Phrase] | None:
    """Doer and object where both stand after a short form that may be verb or noun alike: قصف الجيش مواقع المسلحين."""
    if len(doc.words.forms[trigger.at]) - len(trigger.reading.lead) > _SHORT or trigger.reading.definite:
        return None
    first, second = two_after(doc, trigger.at, trigger.sentence.last)
    if not actor(doc, first) or not actor(doc, second) or first is None or second is None:
        return None
    doing = sector(doc, first[0], first[0] + 1) in FORCES and doc.words.forms[first[0]][-2:] != "ين"
    return (first, second) if doing and (second[0] == first[1] or opens_object(doc, second)) else None


def _object_by_lam(doc: Document, trigger: Trigger, doer: Phrase) -> Phrase | None:
    """Whom a deed is done to by ل, the doer in the genitive: استهداف الجماعة للصحفيين."""
    at, stop = doer[1], trigger.sentence.last
    named = doc.named(*doer) is not None or doc.words.forms[doer[0]].startswith("ال")
    if at >= stop or doc.ends_clause(at) or not named or (trigger.cue.result and not trigger.cue.deed):
        return None
    if not proclitic(doc.words.forms[at])[0].endswith("ل") or sector(doc, *doer) not in FORCES | {"GOV"}:
        return None
    found = actor(doc, noun_phrase(doc, at, stop))
    return found if found and sector(doc, *found) else None


def _put_first(doc: Document, trigger: Trigger) -> Phrase | None:
    """The forces that open a clause right before a form that may be verb or noun alike: إن الجيش قصف ريف حلب."""
    start = trigger.sentence.first
    found = before(doc, trigger.at, start) if headline(doc, trigger) else None
    if found is None or found[1] != trigger.at or sector(doc, *found) not in FORCES | {"GOV"}:
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
            return found if found and sector(doc, *found) in FORCES else None
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
