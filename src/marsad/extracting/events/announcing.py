"""Protests that somebody calls for, intends or tells in the future: the codebook has them as PROTEST with status planned.

"دعت النقابات إلى التظاهر أمام البرلمان", "قررت النقابة تنظيم إضراب", "سيعتصم العمال حتى تنفيذ مطالبهم".
"""

from __future__ import annotations

from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ...languages.arabic.words import Sentence
from ...records import RoleName
from ..document import Document, is_verb
from ..phrase_words import phrase_words
from .acting import actor
from .context import among, among_bare, context
from .cues import Reading
from .splitting import Phrase, split
from .subjects import after, before

# Words between the verb and the protest: who calls, and whom.
_FARTHEST = 12
# Words before a verb in which it may be negated, or set in the past: لم تكن قد دعت, كان العمال سيعتصمون.
_BEFORE = 4
_TO, _IN = fold("إلى"), "في"

Announcer = tuple[Phrase, RoleName]


def in_future(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether word ``at`` is a verb that tells in the future of a protest whose kind is planned where it is told so."""
    if reading.cue.type != "PROTEST" or reading.form is None:
        return False
    future = reading.lead.endswith("س") or (at > sentence.first and among(doc.words.forms[at - 1], context().will))
    return future and reading.cue.announced and not _unreal(doc, sentence, at)


def announcer(doc: Document, sentence: Sentence, at: int, reading: Reading) -> Announcer | None:
    """Who calls for the protest for which word ``at`` is the noun, its organizer, or who intends it, its agent; None where nobody
    does."""
    if reading.cue.type != "PROTEST" or reading.form is not None:
        return None
    forms = doc.words.forms
    held = _held_from(doc, sentence, at)
    verb = _verb_before(doc, sentence, held)
    if verb is None or _unreal(doc, sentence, verb):
        return None
    calls = among(forms[verb], context().calls)
    if not (_is_called_for(doc, verb, held) if calls else _is_intended(doc, verb, held)):
        return None
    found = after(doc, verb, held)
    if found is None or _whose(doc, found[0]):
        found = before(doc, verb, sentence.first)
        found = split(doc, found)[1] or found if found else None
    who = actor(doc, found)
    return (who, "organizer" if calls else "agent") if who else None


def _verb_before(doc: Document, sentence: Sentence, at: int) -> int | None:
    """The verb of its clause that calls for something or intends it: دعت, يعتزمون, قرروا."""
    forms, known = doc.words.forms, context()
    for i in range(at - 1, max(sentence.first, at - _FARTHEST) - 1, -1):
        if among(forms[i], known.calls) or among(forms[i], known.intents):
            subordinate = i > sentence.first and forms[i - 1] in particles().relatives | particles().subordinators
            return None if subordinate else i
        if is_verb(forms[i]) or doc.ends_clause(i + 1):
            return None
    return None


def _held_from(doc: Document, sentence: Sentence, at: int) -> int:
    """The first of the words that hold the noun at ``at``: الخروج في مظاهرات, تنظيم إضراب; the noun itself where none does."""
    forms, first = doc.words.forms, at
    for i in range(at - 1, sentence.first, -1):
        if among_bare(forms[i], context().holding):
            first = i
        elif forms[i] != _IN:
            break
    return first


def _is_called_for(doc: Document, verb: int, held: int) -> bool:
    """Whether the first إلى or ل behind the verb is that before the word at ``held``: not محاسبة الداعين إلى التظاهر."""
    forms = doc.words.forms
    to = next((i for i in range(verb + 1, held) if forms[i] == _TO), None)
    return to == held - 1 if to is not None else proclitic(forms[held])[0].endswith("ل")


def _is_intended(doc: Document, verb: int, held: int) -> bool:
    """Whether the word at ``held`` is the verb's own object, and no other noun's: قرروا الإضراب, but not قرروا إنهاء الإضراب."""
    last = held - 1
    return (
        last == verb
        or doc.words.forms[last].startswith("ال")
        or any(mention[0] == held for i in range(verb + 1, held) if (mention := doc.mention_from.get(i)))
    )


def _whose(doc: Document, at: int) -> bool:
    """Whether the word bears a pronoun: it is who is called, not who calls (تدعو أنصارها)."""
    word = doc.words.forms[at]
    return at not in doc.mention_from and word.endswith(("ه", "ها", "هم")) and not doc.ends_in_ta(at)


def _unreal(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether the verb at ``at`` is negated, doubted, conditional or set in a future of the past."""
    forms, known = doc.words.forms, context()
    near = forms[max(sentence.first, at - _BEFORE) : at]
    doubted = known.negations | known.doubts
    condition = any(among(w, known.conditions) for w in forms[sentence.first : at])
    return condition or any(among(w, doubted) or w in phrase_words().was for w in near)
