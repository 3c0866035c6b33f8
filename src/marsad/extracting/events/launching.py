"""Whether somebody is said to have launched an attack, so that even a plural or a general noun tells of one.

"غارات على قرى" alone may be a habit or a threat; "شنت القوات غارات على قرى", "هجمات شنها مسلحون" and "تعرضوا لهجمات من قبل
مسلحين" tell of what somebody armed did.  Words are no arms: "شنت الصحف هجمات على الوزير" stays unread.
"""

from __future__ import annotations

from functools import cache

from ...languages.arabic.clitics import bare
from ...languages.arabic.particles import particles
from ...languages.arabic.verbs import Form, conjugate
from ...languages.arabic.words import Sentence
from ..document import Document, is_verb
from ..phrase_words import phrase_words
from ..phrases import noun_phrase
from ..sectors import ARMED, sector
from .context import context, of_weapon
from .cues import Reading
from .participants import participants
from .splitting import Phrase
from .subjects import after, before

_BACK, _AHEAD = 14, 6
_BODIES = frozenset({"group", "armed force"})
_HEAVY = frozenset({"aerial", "heavy-weapons"})


@cache
def _launching() -> dict[str, Form]:
    return {form.word: form for verb in context().violent_verbs for form in conjugate(*verb)}


def launched(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether the noun at ``at`` is what somebody armed carried out, or somebody suffered from them.

    Of air raids and shelling nobody need be armed, who flies them is; nor of what is done to people and
    places: قام شاب بخطف طفلة.
    """
    if reading.form is not None or (reading.definite and not _fresh(doc, sentence, at)):
        return False
    before_it = _doer_before(doc, sentence, at, reading)
    if before_it is not None and reading.cue.frame == "of-target" and _whom_or_where(doc, sentence, at):
        return True
    doers = (before_it, _doer_after(doc, sentence, at), _sufferer(doc, sentence, at, reading))
    return any(doer is not None and (reading.cue.mode in _HEAVY or armed(doc, doer)) for doer in doers)


def between_armed(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether one of the parties after بين is armed: اشتباكات بين الأهالي ومسلحين."""
    forms = doc.words.forms
    for i in range(at + 1, min(at + _AHEAD, sentence.last - 1)):
        if forms[i] == "بين":
            one = noun_phrase(doc, i + 1, sentence.last)
            joined = one is not None and one[1] < sentence.last and forms[one[1]][0] == "و"
            other = noun_phrase(doc, one[1], sentence.last) if one is not None and joined else None
            return any(party is not None and armed(doc, party) for party in (one, other))
    return False


def _fresh(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether a noun with the article is more than what is known: it is counted, or said against whom or by whom.

    عشرات الغارات, عددا من الضربات, الغارات المكثفة على المعسكر, الهجمات التي شنها مسلحون.
    """
    forms = doc.words.forms
    part = at - 2 >= sentence.first and forms[at - 1] == "من" and bare(forms[at - 2]) in phrase_words().partitives
    turned = any(forms[i] in context().turned_on for i in range(at + 1, min(at + 4, sentence.last)))
    counted = forms[at - 1] in phrase_words().partitives or counted_from(doc, sentence, at) < at
    return part or turned or counted or _doer_after(doc, sentence, at) is not None


def _whom_or_where(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether the noun governs people or a place: a word for their sector, or a name."""
    whom = noun_phrase(doc, at + 1, sentence.last) if at + 1 < sentence.last else None
    named = doc.named(*whom) if whom is not None else None
    return whom is not None and (
        sector(doc, *whom) is not None or (named is not None and named.type in ("person", "place"))
    )


def armed(doc: Document, phrase: Phrase) -> bool:
    """Whether the phrase is of armed people: by its sector, a named group or force in it, or a word for arms."""
    held = (doc.mention_from[i][1] for i in range(*phrase) if i in doc.mention_from)
    return (
        sector(doc, *phrase) in ARMED
        or any(mention.type in _BODIES for mention in held)
        or doc.words.any_where(of_weapon, Sentence(*phrase))
    )


def counted_from(doc: Document, sentence: Sentence, at: int) -> int:
    """The first word of the number that counts the noun at ``at``, else ``at``: نفذ ما لا يقل عن ست غارات."""
    for i in range(at - 1, max(sentence.first, at - _AHEAD) - 1, -1):
        if (number := doc.number_at(i)) is not None and number.last >= at:
            return i
    return at


def _doer_before(doc: Document, sentence: Sentence, at: int, reading: Reading) -> Phrase | None:
    """The subject of a finite verb of launching that governs the noun: شنت القوات غارات."""
    forms, known = doc.words.forms, particles()
    end = counted_from(doc, sentence, at)
    for i in range(end - 1, max(sentence.first, end - _BACK) - 1, -1):
        form = _launching().get(forms[i]) or (_launching().get(forms[i][1:]) if forms[i][0] in "وف" else None)
        if form is not None:
            if not _carries(doc, i, form, reading):
                return None
            found = None if form.plural else after(doc, i, end)
            return found or before(doc, i, sentence.first, feminine=form.feminine)
        if is_verb(forms[i]) or forms[i] in known.subordinators or forms[i] in known.relatives:
            return None
    return None


def _carries(doc: Document, verb: int, form: Form, reading: Reading) -> bool:
    """Whether a verb of launching may govern a noun after it: it has no pronoun for an object (هجمات شنتها), nor tells a habit.

    What somebody goes on with is theirs: تواصل القوات هجماتها.
    """
    if form.object:
        return False
    word = doc.words.forms[verb]
    carrying = word in participants().carry_out or word[1:] in participants().carry_out
    return form.tense == "perfect" or carrying or reading.pronoun


def _doer_after(doc: Document, sentence: Sentence, at: int) -> Phrase | None:
    """The subject of a verb that takes the noun up with a pronoun: هجمات شنها مسلحون, الهجمات التي نفذها مسلحون."""
    forms = doc.words.forms
    for i in range(at + 1, min(at + _AHEAD, sentence.last - 1)):
        # In the present it is a habit: البلد يعاني من هجمات تشنها جماعات.
        past = forms[i][0] not in "يت"
        if past and forms[i] in participants().carry_out and forms[i].endswith(("ه", "ها", "هما")):
            return after(doc, i, sentence.last)
        if doc.ends_clause(i):
            return None
    return None


def _sufferer(doc: Document, sentence: Sentence, at: int, reading: Reading) -> Phrase | None:
    """Who is behind what somebody suffered, after من قبل or من; of shelling who suffered it will do: تعرض الحي لقصف."""
    forms, exposed = doc.words.forms, participants().exposed
    if not reading.lead.endswith("ل"):
        return None
    for i in range(at - 1, max(sentence.first, at - _BACK) - 1, -1):
        if (forms[i][1:] if forms[i][:1] == "و" else forms[i]) in exposed:
            return _by(doc, sentence, at) or (after(doc, i, at) or before(doc, i, sentence.first))
        if is_verb(forms[i]):
            return None
    return None


def _by(doc: Document, sentence: Sentence, at: int) -> Phrase | None:
    forms = doc.words.forms
    for i in range(at + 1, min(at + _BACK, sentence.last - 1)):
        if forms[i] == "قبل" and forms[i - 1] == "من":
            return noun_phrase(doc, i + 1, sentence.last)
    return None
