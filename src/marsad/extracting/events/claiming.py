"""Claims of responsibility: who says they did it, and on which day they said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...languages.arabic.clitics import bare
from ...languages.arabic.gates import WordGate
from ...languages.arabic.lexicon import proclitic
from ..document import Dated, Document
from .participants import participants
from .splitting import Phrase
from .subjects import after, before

_REACH = 16
# Words from a deed to the statement that claims it, and from that to its day.
_STATED = 9
_PRONOUNS = ("ه", "ها", "هما")


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Someone (``claimant``) claims the deed named at word ``deed``; ``verb`` is the word of claiming.

    ``resumed``: the deed is a pronoun or a definite noun, so that it may have been told before.
    """

    verb: int
    deed: int
    claimant: Phrase | None
    date: Dated | None
    resumed: bool = False


def _bare(form: str) -> str:
    return form[1:] if form[:1] in ("و", "ف") and len(form) > 3 else form


@WordGate.of(lambda: participants().adopted | participants().claim)
def _claims(form: str) -> bool:
    word = _bare(form)
    return word in participants().adopted or word in participants().claim


def find_responsibility(doc: Document) -> list[Responsibility]:
    """All claims of responsibility in a report: أعلن X مسؤوليته عن الهجوم, تبنى X التفجير."""
    out: list[Responsibility] = []
    words, forms = participants(), doc.words.forms
    for at in doc.words.where(_claims):
        if doc.in_furniture(at):
            continue
        word = _bare(forms[at])
        adopted = word in words.adopted
        sentence = doc.words.sentence_of(at)
        stop = min(at + _REACH, sentence.last)
        own = at if adopted else next((i for i in range(at + 1, stop) if _responsible(forms, i)), None)
        if own is None:
            continue
        pronoun = (adopted and word.endswith(_PRONOUNS)) or forms[own] in words.carry_out
        deed = (
            own if pronoun else next((i for i in range(own + 1, min(own + 20, sentence.last)) if _deed(forms[i])), None)
        )
        if deed is None:
            continue
        claimant = after(doc, at, own if own > at else sentence.last)
        if claimant is None or claimant[0] >= deed > at:
            claimant = before(doc, at, sentence.first)
        elif claimant[0] < deed < claimant[1]:
            claimant = (claimant[0], deed)
        date = _said_on(doc, at, deed if deed > at else at + 8, sentence.first, sentence.last)
        resumed = pronoun or doc.words.forms[deed].startswith("ال") or doc.words.forms[deed].startswith("لل")
        out.append(Responsibility(at, deed, claimant, date, resumed))
    return out


def _responsible(forms: Sequence[str], at: int) -> bool:
    """Whether a word says that the deed was the claimant's: مسؤوليته, بمسؤوليتها, or of himself that he did it: أنه نفذه."""
    words = participants()
    of_himself = forms[at - 1] in words.of_himself and forms[at] in words.carry_out and forms[at].endswith(_PRONOUNS)
    return forms[at].removeprefix("ب") in words.responsibility or of_himself


def _said_on(doc: Document, verb: int, last: int, start: int, stop: int) -> Dated | None:
    """The day of the claim: the first date between the verb and the deed, else one close before the verb, else one close behind
    a word for the statement that makes it: في بيان تداولته حسابات مساء أمس.
    """
    dates = doc.dated(start, stop)
    after_it = next((d for d in dates if verb < d.first <= last), None)
    near = after_it or next((d for d in reversed(dates) if verb - 4 <= d.last <= verb), None)
    said = [
        i
        for i in range(last, min(last + _STATED, stop))
        if bare(proclitic(doc.words.forms[i])[1]) in participants().statements
    ]
    return near or next((d for d in dates if said and said[0] < d.first <= said[0] + _STATED), None)


def _deed(word: str) -> bool:
    rest = bare(proclitic(word)[1])
    deeds = participants().deeds
    return rest in deeds or rest.removesuffix("ا") in deeds or (rest.endswith(("ين", "ان")) and rest[:-2] in deeds)
