"""Who did it, to whom: the participants of one trigger, by the frame of its cue."""

from __future__ import annotations

from ...languages.arabic.clitics import bare
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ...records import Role, RoleName
from ..document import Document
from ..phrase_words import phrase_words
from ..phrases import noun_phrase
from ..sectors import sector
from .anchoring import passive_marked
from .context import light_forms
from .participants import participants
from .splitting import Phrase, split
from .subjects import after, before, nearest_head, two_after
from .triggers import Trigger

_REACH = 14
_LONGEST = 160
_ARMED = frozenset({"UAF", "REB", "MIL", "COP", "CRM"})
# Types whose target follows على or ضد; a meeting "على هامش" something has none there.
_DIRECTED = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST", "ACCUSE", "MOBILIZE", "RETREAT"})


def find_roles(doc: Document, trigger: Trigger) -> tuple[Role, ...]:
    """The participants of a trigger: agents first, then targets; phrases that can be neither are left out."""
    agent, target = _by_frame(doc, trigger)
    agent = _named_doer(doc, trigger) or agent
    if target is None:
        target = hit(doc, trigger)
    undergoer: RoleName = "counterpart" if trigger.cue.frame == "between" else "target"
    out = []
    if agent and (role := _role(doc, agent, "agent")):
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
    following = _genitive(doc, trigger)
    if frame == "of-target":
        return _doer_before(doc, trigger), _actor(doc, following) or _after_preposition(doc, trigger)
    if frame == "of-agent":
        return _actor(doc, following) or _doer_before(doc, trigger), None
    if frame == "on-target":
        exposed = _exposed(doc, trigger)
        if exposed is not None:
            return None, exposed
        doer = following if following and doc.named(*following) else None
        return doer or _doer_before(doc, trigger), _after_preposition(doc, trigger)
    return _doer_before(doc, trigger), None


def _genitive(doc: Document, trigger: Trigger) -> Phrase | None:
    """The noun phrase that a noun governs; a noun with a pronoun or an article governs none."""
    at, stop = trigger.at, trigger.sentence.last
    if at + 1 >= stop or doc.ends_clause(at + 1) or trigger.reading.pronoun or trigger.reading.definite:
        return None
    phrase = noun_phrase(doc, at + 1, stop)
    if phrase is None or proclitic(doc.words.forms[at + 1])[0] or _adjective(doc, phrase):
        return None
    return split(doc, phrase)[0]


def _adjective(doc: Document, phrase: Phrase) -> bool:
    """Whether the words after a noun only qualify it: مسيرة حاشدة, مساعدات غذائية."""
    word = doc.words.forms[phrase[0]]
    named = phrase[0] in doc.mention_from or doc.number_at(phrase[0]) or sector(doc, *phrase)
    return not named and not word.startswith("ال") and word.endswith(("ه", "ي", "يه"))


def _of_verb(doc: Document, trigger: Trigger) -> tuple[Phrase | None, Phrase | None]:
    frame, at, form = trigger.cue.frame, trigger.at, trigger.reading.form
    start, stop = trigger.sentence.first, trigger.sentence.last
    assert form is not None
    first, second = two_after(doc, at, stop)
    first = _actor(doc, first)
    earlier = None
    if form.plural or first is None or _headline(doc, trigger):
        earlier = before(doc, at, start, feminine=form.feminine)
    if frame == "target" or (frame in ("either", "agent-target") and passive_marked(doc, at, trigger.reading)):
        # The dead may stand behind their death: راح ضحيتها ثمانية أشخاص.
        return None, first if first and not form.plural else _actor(doc, second) or earlier
    if frame == "weapon":
        return None, None
    if frame == "agent" and passive_marked(doc, at, trigger.reading):
        return None, _after_preposition(doc, trigger)
    if frame == "agent":
        doer = first if first and not form.plural else earlier
        return doer, _after_preposition(doc, trigger)
    if form.object:
        return first or earlier, nearest_head(doc, at - 1, start) if first else None
    if earlier and (form.plural or _headline(doc, trigger)):
        if first is None and frame == "either":
            return None, earlier
        return earlier, first
    if first is not None and second is not None and _actor(doc, second):
        return first, second
    if frame == "either" and first is not None and second is None and sector(doc, *first) in _ARMED:
        counted = _counted_later(doc, first[1], stop)
        if counted:
            return first, counted
    if frame == "either":
        resumed = _resumed(doc, trigger) if first is not None else None
        return (resumed, first) if resumed else (None, first or earlier)
    if first is not None and _accusative(doc, first):
        return before(doc, at, start), first
    if first is None:
        return earlier, None
    if doc.number_at(first[0]):
        return before(doc, at, start, feminine=form.feminine), first
    resumed = _resumed(doc, trigger)
    return (resumed, first) if resumed else (first, None)


def _counted_later(doc: Document, at: int, stop: int) -> Phrase | None:
    """A counted object behind an insertion: خطف مسلحون يشتبه في انتمائهم إلى التنظيم، السبت، عشرين امرأة."""
    for i in range(at, min(at + _REACH, stop)):
        if doc.number_at(i):
            return noun_phrase(doc, i, stop) if doc.ends_clause(i) else None
    return None


def _resumed(doc: Document, trigger: Trigger) -> Phrase | None:
    """The head of a relative clause whose verb stands right after its pronoun: العملية التي استهدفت سياحا."""
    word = doc.words.forms[trigger.at - 1] if trigger.at > trigger.sentence.first else ""
    return before(doc, trigger.at, trigger.sentence.first) if word in particles().relatives else None


def _headline(doc: Document, trigger: Trigger) -> bool:
    """Whether a noun phrase runs right up to the verb: مسلحون يقتلون جنديا."""
    i = trigger.at - 1
    if i < trigger.sentence.first or doc.ends_clause(trigger.at):
        return False
    if doc.words.forms[i] in light_forms():
        return False
    head = i
    while head > trigger.sentence.first and not doc.ends_clause(head) and i - head < 6:
        head -= 1
    phrases = (noun_phrase(doc, start, trigger.at) for start in range(head, trigger.at))
    return any(phrase is not None and phrase[1] == trigger.at for phrase in phrases)


def _accusative(doc: Document, phrase: Phrase) -> bool:
    """Whether the phrase wears the accusative: an indefinite in ا, or a sound plural or dual in ين."""
    word = doc.words.forms[phrase[0]]
    return (word.endswith("ا") and len(word) > 3 and phrase[0] not in doc.mention_from) or (
        word.endswith("ين") and not word.startswith("ال") and len(word) > 4 and phrase[0] not in doc.mention_from
    )


def light_verb(doc: Document, trigger: Trigger) -> int | None:
    """The light verb that governs a noun, in its own clause or across commas: شن مسلحون هجوما, قامت القوات باعتقال."""
    forms = doc.words.forms
    if trigger.reading.form is not None:
        return None
    for i in range(trigger.at - 1, max(trigger.sentence.first, trigger.at - _REACH) - 1, -1):
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
    found = _actor(doc, after(doc, verb, trigger.at))
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
            return _actor(doc, after(doc, i, trigger.at)) or before(doc, i, trigger.sentence.first)
    return None


def _after_preposition(doc: Document, trigger: Trigger) -> Phrase | None:
    """What a preposition of direction introduces after the trigger: هجوم على حافلة."""
    forms, words = doc.words.forms, participants()
    for i in range(trigger.at - 1, max(trigger.sentence.first, trigger.at - 6), -1):
        if forms[i] in ("ضد", "بحق") and (found := _actor(doc, noun_phrase(doc, i + 1, trigger.at))):
            return found
    for i in range(trigger.at + 1, min(trigger.at + _REACH, trigger.sentence.last - 1)):
        if i > trigger.at + 1 and doc.ends_clause(i):
            return None
        if forms[i] in words.by:
            return None
        if forms[i] == "عن" and "عن" in trigger.cue.needs:
            return _actor(doc, noun_phrase(doc, i + 1, trigger.sentence.last))
        if trigger.cue.type not in _DIRECTED:
            continue
        if forms[i] in words.against and forms[i + 1] not in words.by:
            return _actor(doc, noun_phrase(doc, i + 1, trigger.sentence.last))
        if (
            forms[i][0] == "ل"
            and i > trigger.at
            and proclitic(forms[i])[0].endswith("ل")
            and trigger.cue.type != "ASSAULT"
        ):
            return _actor(doc, noun_phrase(doc, i, trigger.sentence.last))
    return None


def _between(doc: Document, trigger: Trigger) -> tuple[Phrase | None, Phrase | None]:
    """The parties after بين, or the doer before and the other after مع."""
    forms, stop = doc.words.forms, trigger.sentence.last
    near = range(max(trigger.sentence.first, trigger.at - _REACH), min(trigger.at + _REACH, stop - 1))
    for i in sorted(near, key=lambda i: abs(i - trigger.at)):
        if forms[i] == "بين" and i > trigger.at and (one := noun_phrase(doc, i + 1, stop)):
            other = noun_phrase(doc, one[1], stop) if one[1] < stop and forms[one[1]][0] == "و" else None
            return one, other
        if forms[i] == "مع" and (other := noun_phrase(doc, i + 1, stop)):
            return _doer_before(doc, trigger), (
                other[0],
                min(other[1], trigger.at) if other[0] < trigger.at else other[1],
            )
    return _doer_before(doc, trigger), None


def _named_doer(doc: Document, trigger: Trigger) -> Phrase | None:
    """Who is said to have done it after the trigger: على يد X, برصاص X, نفذه X."""
    forms, words, stop = doc.words.forms, participants(), trigger.sentence.last
    for i in range(trigger.at + 1, min(trigger.at + _REACH, stop - 1)):
        word = forms[i]
        if (
            word in words.by
            and (word[0] == "ب" or forms[i - 1] in ("علي", "من"))
            and (found := _actor(doc, noun_phrase(doc, i + 1, stop)))
        ):
            return found
        if (
            (trigger.reading.form is None or trigger.cue.frame == "weapon")
            and word in words.carry_out
            and word[-1:] in "هام"
            and word.endswith(("ه", "ها", "هما", "هم"))
            and (found := _actor(doc, after(doc, i, stop)))
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
        if word in words.hit and not doc.ends_in_ta(i) and (found := _actor(doc, after(doc, i, stop))):
            return found
    return None


def _actor(doc: Document, phrase: Phrase | None) -> Phrase | None:
    """The phrase, if it can have done or suffered something: no event, time or thing that was launched."""
    if phrase is None or doc.date_at(phrase[0]) is not None:
        return None
    first = _counted_noun(doc, phrase)
    head = bare(proclitic(doc.words.forms[first])[1])
    words = participants().not_actors
    return None if head in words or doc.words.forms[first] in words else phrase


def _counted_noun(doc: Document, phrase: Phrase) -> int:
    """The first word of a phrase, or the noun whose number or part it tells: كثيرا من البراميل."""
    first, forms = phrase[0], doc.words.forms
    number = doc.number_at(first)
    if number is not None and number.last < phrase[1]:
        return number.last
    of = forms[first + 1 : first + 2] == ["من"] and first + 2 < phrase[1]
    return first + 2 if of and bare(forms[first]) in phrase_words().partitives else first


def _role(doc: Document, phrase: Phrase, role: RoleName) -> Role | None:
    if bare(doc.words.forms[phrase[0]]) in participants().parts_of_bodies and phrase[1] > phrase[0] + 1:
        phrase = phrase[0] + 1, phrase[1]
    entity = doc.entity(*phrase)
    if not entity.text or len(entity.text) > _LONGEST or _actor(doc, phrase) is None:
        return None
    return Role(
        entity.text, entity.start, entity.end, entity.name, entity.entity, entity.country,
        entity.antecedent, role=role, type=sector(doc, *phrase),
    )  # fmt: skip
