"""What a noun phrase can be to an event: somebody who acts or suffers, an adjective, an object by its ending, a mere place."""

from __future__ import annotations

from ...languages.arabic.clitics import bare
from ...languages.arabic.lexicon import proclitic, resumes
from ..document import Document
from ..phrase_words import phrase_words
from ..sectors import sector
from ..speech.cues import cues
from .cues import readings
from .participants import participants
from .splitting import Phrase, many, own


def actor(doc: Document, phrase: Phrase | None) -> Phrase | None:
    """The phrase, if it can have done or suffered something: no event, time or thing that was launched."""
    if phrase is None or doc.date_at(phrase[0]) is not None:
        return None
    at = _counted_noun(doc, phrase)
    form = doc.words.forms[at]
    lead, rest = proclitic(form)
    head = bare(rest)
    words = participants().not_actors
    if any(r.form is None and (r.cue.deed or lead.endswith("ب")) for r in readings(rest)):
        return None
    if head in words or form in words or own(doc, at) or _participle_of_speech(form):
        return None
    return phrase


def _counted_noun(doc: Document, phrase: Phrase) -> int:
    """The first word of a phrase, or the noun whose number or part it tells: عشرة جنود, كثيرا من البراميل."""
    first, forms = phrase[0], doc.words.forms
    number = doc.number_at(first)
    if number is not None and not number.value.counted and number.core_last < phrase[1]:
        return number.core_last
    of = forms[first + 1 : first + 2] == ["من"] and first + 2 < phrase[1]
    return first + 2 if of and bare(forms[first]) in phrase_words().partitives else first


def uncounted(doc: Document, phrase: Phrase) -> Phrase:
    """Who acts without how many they are, which is a figure's matter: مسلحين of أربعة مسلحين, الجنود of عدد كبير من الجنود.

    A noun in the singular keeps its number, without which it would be one, and a share what it is a share of.
    """
    first, last = phrase
    while (found := _after_quantity(doc, first)) is not None and found < last and not resumes(doc.words.forms[found]):
        first = found
    return first, last


def _after_quantity(doc: Document, first: int) -> int | None:
    """The first word behind the number or word of quantity at ``first``, and its من; None where there is none or it must stay."""
    forms, number = doc.words.forms, doc.number_at(first)
    if number is not None:
        if number.value.counted or number.value.share:
            return None
        of = forms[number.last : number.last + 1] == ["من"]
        plain = number.last < len(forms) and many(number) and not forms[number.last].startswith("ال")
        return None if plain and not of else number.last + of
    if bare(forms[first]) not in phrase_words().quantities:
        return None
    behind = forms[first + 1 : first + 3]
    if "من" in behind:
        return first + 2 + behind.index("من")
    return first + 1 if bare(forms[first]) in phrase_words().of_all else None


def _participle_of_speech(word: str) -> bool:
    """Whether the word goes on with what a speaker says: مؤكدا, مشيرا."""
    return word.endswith(("ا", "ين")) and (cue := cues().forms.get(word)) is not None and cue.part == "participle"


def definite(doc: Document, phrase: Phrase) -> bool:
    """Whether a phrase names somebody or has an article: عمال النقل, but not مدني شامل."""
    return any(i in doc.mention_from or doc.words.forms[i].startswith("ال") for i in range(*phrase))


def adjective(doc: Document, phrase: Phrase) -> bool:
    """Whether the words after a noun only qualify it: مسيرة حاشدة, مساعدات غذائية."""
    word = doc.words.forms[phrase[0]]
    named = phrase[0] in doc.mention_from or doc.number_at(phrase[0]) or sector(doc, *phrase)
    return not named and not word.startswith("ال") and word.endswith(("ه", "ي", "يه"))


def accusative(doc: Document, phrase: Phrase) -> bool:
    """Whether the phrase wears the accusative: an indefinite in ا, or a sound plural or dual in ين."""
    word = doc.words.forms[phrase[0]]
    return (word.endswith("ا") and len(word) > 3 and phrase[0] not in doc.mention_from) or (
        word.endswith("ين") and not word.startswith("ال") and len(word) > 4 and phrase[0] not in doc.mention_from
    )


def town(doc: Document, phrase: Phrase) -> bool:
    """Whether a phrase names a place that is no country, which strikes nobody: قصف ريف حلب."""
    held = doc.named(*phrase)
    return held is not None and held.type == "place" and held.subtype != "country" and sector(doc, *phrase) is None
