"""Who a verb speaks of: its subject after it, before it, or carried over from the clause before."""

from __future__ import annotations

from ...languages.arabic.clitics import bare
from ...languages.arabic.lexicon import common_verbs, proclitic, resumes
from ...languages.arabic.particles import particles
from ..document import Document, is_verb
from ..phrase_words import phrase_words
from ..phrases import can_start, noun_phrase
from ..sectors import sector
from .cues import readings
from .participants import participants
from .splitting import Phrase, own, split

_FARTHEST = 40
_BRACKETED = 8
_CONJUNCT = 7


def after(doc: Document, at: int, stop: int) -> Phrase | None:
    """The noun phrase that follows the word ``at``, adverbials between them passed over, cut where a second one begins."""
    i = skip_adverbials(doc, at + 1, stop)
    phrase = noun_phrase(doc, i, stop)
    return split(doc, phrase)[0] if phrase else None


def two_after(doc: Document, at: int, stop: int) -> tuple[Phrase | None, Phrase | None]:
    """The first and the second noun phrase after a verb: what it could have for subject and object."""
    i = skip_adverbials(doc, at + 1, stop)
    phrase = None if _elsewhere(doc, at, i) else noun_phrase(doc, i, stop)
    if phrase is None:
        return None, None
    first, second = split(doc, phrase)
    if second is None:
        joined = _past_conjuncts(doc, phrase[1], stop)
        i = skip_adverbials(doc, joined, stop)
        closed = i > phrase[1] and phrase[1] < stop and "،" in doc.words.gaps[phrase[1]]
        if i < stop and (closed or not doc.ends_clause(i)) and (found := noun_phrase(doc, i, stop)):
            lead = proclitic(doc.words.forms[i])[0] or doc.words.forms[i] == "ل"
            second = None if lead else split(doc, found)[0]
            if second and joined > phrase[1] and not opens_object(doc, second):
                second = None
    return first, second


def _past_conjuncts(doc: Document, i: int, stop: int) -> int:
    """The end of what and joins to a noun phrase that ends at ``i``: no verb, and no noun of an event."""
    forms = doc.words.forms
    while (
        i < stop
        and not doc.ends_clause(i)
        and proclitic(forms[i])[0] == "و"
        and not readings(forms[i])
        and (phrase := noun_phrase(doc, i, stop)) is not None
    ):
        joined, other = split(doc, phrase)
        if other is not None:
            return joined[1]
        i = joined[1]
    return i


def opens_object(doc: Document, phrase: Phrase) -> bool:
    """Whether a phrase far from a verb can be its object: it is counted, names somebody, is definite or of a noun of actors."""
    first, last = phrase
    named = any(doc.mention_from[i][1].type in ("person", "role") for i in range(first, last) if i in doc.mention_from)
    if named or first in doc.mention_from or doc.number_at(first) is not None:
        return True
    return doc.words.forms[first].startswith("ال") or sector(doc, first, first + 1) is not None


def _elsewhere(doc: Document, at: int, i: int) -> bool:
    """Whether word ``i`` is past the clause of the verb at ``at``: joined by and, or behind a comma that closes no insertion."""
    if i >= len(doc.words.forms) or (proclitic(doc.words.forms[i])[0][:1] in ("و", "ف") and i not in doc.mention_from):
        return True
    return sum(doc.ends_clause(k) for k in range(at + 1, i + 1)) % 2 == 1


def skip_adverbials(doc: Document, i: int, stop: int) -> int:
    """Pass over adverbs, dates, insertions between commas and short prepositional phrases."""
    known = particles()
    forms = doc.words.forms
    for _ in range(4):
        if i >= stop:
            return i
        if bare(forms[i]) in participants().times and not doc.ends_clause(i + 1 if i + 1 < stop else i):
            i += 1
            continue
        if (date := doc.date_at(i)) is not None:
            i = date.last
        elif forms[i] in participants().manners and not doc.ends_clause(i):
            i += 2
        elif forms[i] in known.adverbs or (_aside(doc, i) and not doc.ends_clause(i)):
            i += 1
        elif forms[i] in known.prepositions or (doc.ends_clause(i) and "،" in doc.words.gaps[i]):
            if doc.ends_clause(i) and forms[i] not in known.prepositions and doc.date_at(i) is None:
                return i
            comma = next((k for k in range(i + 1, min(i + 12, stop)) if "،" in doc.words.gaps[k]), None)
            if doc.ends_clause(i) and comma is not None:
                i = comma
            elif i + 1 < stop and (inside := doc.date_at(i + 1)) is not None and not doc.ends_clause(i):
                i = inside.last
            elif (inner := noun_phrase(doc, i + 1, stop)) is not None and not doc.ends_clause(i):
                i = split(doc, inner)[0][1]
            else:
                return i
        elif proclitic(forms[i])[0][-1:] in ("ب", "ل"):
            inner = noun_phrase(doc, i, stop)
            i = split(doc, inner)[0][1] if inner else i + 1
        else:
            return i
    return i


def _aside(doc: Document, i: int) -> bool:
    """Whether the word only says with whom, or what the subject met: معهم, مصرعهم."""
    return resumes(doc.words.forms[i]) or own(doc, i)


def before(doc: Document, at: int, start: int, *, feminine: bool = False) -> Phrase | None:
    """The subject of a verb without one after it: the head of its relative clause, or the phrase that opens its clause,
    or the subject of the verb before, as far back as ``start``.

    Verbs of relative clauses in between speak of something else and are passed over; a ``feminine`` verb passes over
    subjects that can only be masculine.
    """
    forms, known = doc.words.forms, particles()
    i = at - 1
    while i >= start and (forms[i] in known.adverbs or forms[i] in ("قد", "ايضا") or _auxiliary(forms[i])):
        i -= 1
    if i >= start and _relative(forms[i]):
        return _head_before(doc, i, start)
    if (beside := _right_before(doc, i + 1, start)) and not (feminine and masculine(doc, beside)):
        return _with_conjuncts(doc, beside, start)
    for j in range(i, max(start, at - _FARTHEST) - 1, -1):
        if _relative(forms[j]):
            if forms[i + 1][:1] == "و" and not any(doc.ends_clause(k) for k in range(j, at + 1)):
                return _head_before(doc, j, start)
            continue
        found: Phrase | None = None
        opening = (j == start or doc.ends_clause(j)) and forms[j][:1] in ("و", "ف") and forms[j][1:] in common_verbs()
        if j < at and (opening or is_finite(forms[j])) and not _auxiliary(forms[j]):
            if j > start and (_relative(forms[j - 1]) or _relative(forms[j - 2])):
                continue
            if _plural_verb(forms[j]):
                continue
            found, _ = two_after(doc, j, at)
        elif j == start or doc.ends_clause(j) or opens_after(forms[j - 1]):
            found = noun_phrase(doc, j, at)
        if found and found[1] <= at and not (feminine and masculine(doc, found)):
            return found
    return None


def _right_before(doc: Document, at: int, start: int) -> Phrase | None:
    """The phrase that runs right up to a verb: the subject put first, or the indefinite noun that the verb describes.

    A definite noun after a preposition is neither.
    """
    if at <= start or doc.ends_clause(at):
        return None
    head = at - 1
    while head > start and not doc.ends_clause(head) and at - head < 7:
        head -= 1
    many = any(r.form is not None and r.form.plural for r in readings(doc.words.forms[at]))
    for first in range(head, at):
        phrase = noun_phrase(doc, first, at)
        if phrase is None or phrase[1] != at or (many and _deed(doc.words.forms[first])):
            continue
        if first > start and (fronted := _governed(doc, first)) is not None:
            definite = proclitic(doc.words.forms[first])[1].startswith("ال") or first in doc.mention_from
            if definite or fronted == start or doc.ends_clause(fronted):
                return None
        return phrase
    return None


def _deed(word: str) -> bool:
    """Whether a word is a noun of an event or completes one, of which no plural verb tells: إطلاق سراح تجار خطفوا."""
    return word in participants().freed or any(r.form is None for r in readings(word))


def _with_conjuncts(doc: Document, phrase: Phrase, start: int) -> Phrase:
    """The phrase with those before it that and joins it to: المتمردون وحلفاؤهم for وحلفاؤهم."""
    first, last = phrase
    lowest = first
    while lowest > start and not doc.ends_clause(lowest) and first - lowest < _CONJUNCT:
        lowest -= 1
    if proclitic(doc.words.forms[first])[0] != "و" or first in doc.mention_from or doc.ends_clause(first):
        return phrase
    for head in range(lowest, first):
        joined = noun_phrase(doc, head, first)
        if joined is not None and joined[1] == first and (head == start or _governed(doc, head) is None):
            return head, last
    return phrase


def _governed(doc: Document, first: int) -> int | None:
    """The word with the preposition that governs the phrase opening at ``first``; None where none does."""
    word, known = doc.words.forms[first - 1], particles().prepositions
    if word in known or (word[:1] in ("و", "ف") and word[1:] in known):
        return first - 1
    return first if proclitic(doc.words.forms[first])[0][-1:] in ("ب", "ل") else None


def opens_after(word: str) -> bool:
    """Whether a subject may follow the word: a conjunction, or the verb to be."""
    known = particles()
    return word in known.subordinators or word in known.conjunctions or _auxiliary(word)


def masculine(doc: Document, phrase: Phrase) -> bool:
    """Whether the head of a phrase can only be masculine singular: no feminine ending, no country, no plural of things."""
    held = doc.mention_from.get(phrase[0])
    word = proclitic(doc.words.forms[phrase[0]])[1]
    if held is not None and held[1].type in ("place", "group", "organization", "government", "armed force"):
        return False
    return not word.endswith(("ه", "ات", "ا", "اء", "ي")) and not _broken_plural(bare(word))


def _broken_plural(word: str) -> bool:
    """Whether a word has the shape of a common broken plural, which takes a feminine verb: خلايا, قوات, فصائل, جماعات."""
    return len(word) >= 5 and (word[2] == "ا" or word.startswith("ا")) and not word.startswith("ان")


def is_finite(word: str) -> bool:
    """Whether a folded word is a finite verb, of an event cue or of the common verbs."""
    known = readings(word)
    if is_verb(word) or any(r.form is not None and len(r.form.word) > 3 for r in known):
        return True
    return bool(known) and all(r.form is not None for r in known) and bare(word) not in participants().times


def _plural_verb(word: str) -> bool:
    """Whether a verb has its subject before it or in its ending, so that what follows is its object: هاجموا ثكنة."""
    return word.endswith(("وا", "ون")) and is_verb(word)


def _relative(word: str) -> bool:
    rest = word[1:] if word[:1] in ("و", "ف") else word
    return rest in particles().relatives


def _auxiliary(word: str) -> bool:
    form = common_verbs().get(word[1:] if word[:1] == "و" and word[1:] in common_verbs() else word)
    return form is not None and form.word in phrase_words().auxiliaries


def _head_before(doc: Document, relative: int, start: int) -> Phrase | None:
    """The noun phrase that a relative pronoun resumes: the last full one before it in the sentence."""
    if doc.words.forms[relative][0] == "و":
        # A second relative clause has the head of the first.
        earlier = range(relative - 1, max(start, relative - _FARTHEST) - 1, -1)
        relative = next((i for i in earlier if _relative(doc.words.forms[i])), relative)
    i = relative = _before_brackets(doc, relative, start)
    lowest = max(start, relative - _FARTHEST)
    while i > lowest and not (doc.ends_clause(i) and i < relative) and not is_finite(doc.words.forms[i - 1]):
        i -= 1
    found: Phrase | None = None
    while i < relative:
        phrase = noun_phrase(doc, i, relative)
        if phrase is None:
            i += 1
            continue
        if found is None or not _modifies(doc, phrase[0]):
            found = phrase
        i = phrase[1]
    return found


def _before_brackets(doc: Document, relative: int, start: int) -> int:
    """Where the brackets open that close right before a relative pronoun: the man (aged 30) who; else the pronoun itself."""
    if ")" not in doc.words.gaps[relative]:
        return relative
    inside = range(relative - 1, max(start, relative - _BRACKETED), -1)
    return next((i for i in inside if "(" in doc.words.gaps[i]), relative)


def _modifies(doc: Document, first: int) -> bool:
    """Whether a phrase hangs on the one before by a preposition: في وزارة الداخلية."""
    known = particles()
    return first > 0 and (
        doc.words.forms[first - 1] in known.prepositions or proclitic(doc.words.forms[first])[0][-1:] in ("ب", "ل", "ك")
    )


def nearest_head(doc: Document, relative: int, start: int) -> Phrase | None:
    """The definite noun right before the relative pronoun at ``relative``, with its adjectives, or the name there.

    Of "جثمان الشاب الذي" it is the second noun, unless the pronoun cannot be of its gender: مدير الشركة الذي.
    """
    forms = doc.words.forms
    if relative <= start or not _relative(forms[relative]):
        return None
    for i in range(max(start, relative - 6), relative):
        held = doc.mention_from.get(i)
        if held is not None and held[0] == relative and held[1].type != "nationality":
            return i, relative
    first = relative
    while first > start and not doc.ends_clause(first) and proclitic(forms[first - 1])[1].startswith("ال"):
        first -= 1
        if proclitic(forms[first])[0]:
            break
    if first == relative:
        return None
    # The ذ of the pronoun is masculine: الذي, الذين.
    if forms[first].endswith("ه") and "ذ" in forms[relative] and first > start and can_start(doc, first - 1):
        first -= 1
    return first, relative
