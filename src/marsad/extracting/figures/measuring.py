"""What a number counts: the word counted, or the word that governs it, gives the measure."""

from __future__ import annotations

from dataclasses import dataclass

from ...languages.arabic.clitics import bare, splits
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ..document import Document, Numbered, is_verb
from ..phrases import noun_phrase, said_again
from .cues import FigureCues, figure_cues
from .matters import goes_on_meanwhile
from .untold import HARMS, attempted, has, pair_of_nobody, singular, told_again

# How many words before a number its governing word may stand, and how far after it a verb may follow.
_BACK, _AHEAD = 12, 7
# How many words behind what is counted those may stand that say what it is: 12 صفحة على مواقع التواصل.
_BEHIND = 3
# How many words before those told of again what befell them may stand: يشارك فيها الرئيسان.
_TOLD_AGAIN = 2
# How many words before a number those may stand that say that the wounded died, or that channels are followed.
_BESIDES = 3
# Words of a name before the one asked about; kinds of mentions whose words tell of nothing that happened.
_NAME = 4
_NAMED = frozenset({"place", "organization", "government", "media"})
# How many words a subject may take up before its verb.
_SUBJECT = 14
# Measures that a counted word tells whatever governs it: "5 dead" are killed after every verb.
_BY_THEMSELVES = frozenset({"killed", "injured", "casualties", "channels", "followers", "languages", "attacks"})
# Endings of a verb or noun that is told of others than those counted behind it: قتلوا وأصيب سبعة.
_HAS_ITS_OWN = ("ه", "ها", "هم", "وا")


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and where it comes from: ``cue`` is the word that told it, ``counted`` the range of the words counted."""

    measure: str
    cue: int
    counted: tuple[int, int] | None


def counted_phrase(doc: Document, number: Numbered, stop: int) -> tuple[int, int] | None:
    """The words for who or what a number counts: the dual that is its own number, or the noun phrase after it."""
    if number.value.counted:
        first, last = noun_phrase(doc, number.core_first, stop) or (number.core_first, number.core_last)
        return first, next((i for i in range(number.core_last, last) if doc.number_at(i)), last)
    if _agrees(doc, number):
        return number.first - 1, number.first
    at = number.last
    if at < stop and doc.words.forms[at] == "من":
        at += 1
    # What a number in brackets says again does not part it from its noun: سبعة عشر (17) صاروخا.
    parted = at == number.last and at < stop and doc.ends_clause(at) and not said_again(doc, number)
    if at >= stop or parted or proclitic(doc.words.forms[at])[0]:
        return None
    return noun_phrase(doc, at, stop)


def counts_others(doc: Document, number: Numbered) -> bool:
    """Whether a number counts others than those told before: سبعة آخرون."""
    return any(form in figure_cues().others for form in doc.words.forms[number.last : number.last + 1])


def _agrees(doc: Document, number: Numbered) -> bool:
    """Whether a number is an adjective: the "one" behind a noun for one person (جنديا واحدا), or one with the article behind
    a noun that has it (الموقوفين الثلاثة)."""
    cues, forms = figure_cues(), doc.words.forms
    if number.first and not number.value.counted and number.value.low is not None and not doc.ends_clause(number.first):
        pair = forms[number.first - 1], forms[number.core_first]
        if all(form.startswith("ال") for form in pair) and pair[0] not in particles().all:
            return not _of_a_name(doc, number.first - 1)
    one = number.first > 0 and forms[number.core_first] in cues.ones and number.first == number.core_first
    noun = unit(forms[number.first - 1]) if one and not doc.ends_clause(number.first) else ""
    return noun in cues.singulars or noun in cues.units


def measure_of(
    doc: Document, number: Numbered, counted: tuple[int, int] | None, since: int, stop: int
) -> Measured | None:
    """The measure of a number by its own words, looking back no further than the word ``since``; None where none tells it."""
    cues = figure_cues()
    if doc.words.forms[number.core_first].startswith("ال") and number.first and _of_a_name(doc, number.first - 1):
        return None
    noun = _counted_noun(doc, counted) if counted else ""
    if (noun in cues.not_counted or _listed(noun, cues.not_counted)) and noun not in cues.units_if_near:
        return None
    own = _dead_and_hurt(cues, doc, number, counted, stop) or _unit_measure(cues, doc, counted)
    again = told_again(doc, number)
    own = None if again else own
    if own is not None and own.measure in _BY_THEMSELVES:
        return _told_besides(doc, cues, number, own, stop) or own
    governed = (
        _toll_behind(doc, cues, number, stop)
        or _predicate(doc, cues, number, counted, stop)
        or _governor(doc, cues, number, counted, since)
    )
    if governed is not None and governed.measure in HARMS and attempted(doc, governed.cue):
        return None
    if governed is None or (governed.measure == "seized" and _sort_things(doc, cues, governed, counted) is None):
        # Those who are found are told of by what follows: عثر على شرطيين قتلا.
        governed = _verb_after(doc, cues, number, counted, stop) or governed
    apart = again and governed is not None and governed.cue < number.first - _TOLD_AGAIN
    if governed is not None and (apart or _loose(doc, number, counted, governed)):
        governed = None
    if governed is not None and own is not None and (governed.measure, own.measure) == ("arrested", "kidnapped"):
        return own
    if governed is not None:
        return _sort_things(doc, cues, governed, counted)
    if own is not None:
        return own
    if counted is None or (number.value.low is None and number.value.high is None):
        return None
    weak = cues.weak.get(noun) or cues.weak.get(bare(noun))
    return Measured(weak, counted[0], counted) if weak and counted else None


def _told_besides(doc: Document, cues: FigureCues, number: Numbered, own: Measured, stop: int) -> Measured | None:
    """What is told of those counted besides what they are called: they died of their wounds, or channels follow a channel.

    فارق اثنان من المصابين الحياة; يتابعها 70 ألف حساب.
    """
    wanted = {"injured": "killed", "channels": "followers"}.get(own.measure)
    near = (
        i
        for i in (*range(number.first - _BESIDES, number.first), *range(_end(number, own.counted), stop)[:2])
        if i >= 0
    )
    at = next((i for i in near if wanted == _governs(cues, doc, i, number) and not doc.ends_clause(i + 1)), None)
    if wanted is None or at is None:
        return None
    # Who were wounded and killed beside others are casualties, if they did not die of their wounds.
    died = any(rest in cues.if_near for _, rest in splits(doc.words.forms[at]))
    return Measured(wanted, at, own.counted) if died or wanted != "killed" else None


def _of_a_name(doc: Document, at: int) -> bool:
    """Whether a word belongs to the name of a place, a body or a medium, and is no word of the report's own: سجن رومية."""
    held = (doc.mention_from.get(i) for i in range(max(0, at - _NAME), at + 1))
    return any(h is not None and h[0] > at and h[1].type in _NAMED for h in held)


def _end(number: Numbered, counted: tuple[int, int] | None) -> int:
    """The word after a number and what it counts."""
    return max(counted[1], number.last) if counted else number.last


def _counted_noun(doc: Document, counted: tuple[int, int]) -> str:
    """The first noun of a counted phrase, a demonstrative before it left out: أربع من هذه الدول."""
    first, last = counted
    if first + 1 < last and doc.words.forms[first] in particles().demonstratives:
        first += 1
    return unit(doc.words.forms[first])


def _dead_and_hurt(
    cues: FigureCues, doc: Document, number: Numbered, counted: tuple[int, int] | None, stop: int
) -> Measured | None:
    """Casualties, where the number is said to be of dead and hurt together: أربعين شخصا بين قتيل وجريح."""
    forms = doc.words.forms
    base = _end(number, counted)
    for i in range(number.last, min(max(base + 3, number.last + _SUBJECT), stop - 2)):
        if i >= base + 3 and (doc.number_at(i) or doc.ends_clause(i)):
            break
        pair = {cues.units.get(unit(forms[i + 1])), cues.units.get(unit(forms[i + 2]))}
        if forms[i] in ("بين", "ما") and pair == {"killed", "injured"}:
            return Measured("casualties", i, counted)
    return None


def _toll_behind(doc: Document, cues: FigureCues, number: Numbered, stop: int) -> Measured | None:
    """What a number counts that something rose to before it is told what: ارتفع إلى 16 عدد القتلى."""
    forms, at = doc.words.forms, number.first - 1
    at -= at > 0 and forms[at] == "الي"
    if at < 0 or not any(rest in cues.rises for _, rest in splits(forms[at])):
        return None
    for i in range(number.last, stop - 1):
        noun = unit(forms[i + 1])
        measure = cues.units.get(noun) or cues.units.get(bare(noun)) or cues.governors.get(noun)
        if forms[i] in cues.tolls and measure:
            return Measured(measure, i, (i + 1, i + 2))
    return None


def _predicate(
    doc: Document, cues: FigureCues, number: Numbered, counted: tuple[int, int] | None, stop: int
) -> Measured | None:
    """The plural or dual verb of which a number that opens a clause is the subject: أن 11 شخصا، بينهم نساء، قتلوا و32 أصيبوا.

    A number joined by "and" has its verb right behind it, one after "that" the first verb that follows.
    """
    forms, at = doc.words.forms, _end(number, counted)
    before = forms[number.first - 1] if number.first else ""
    if before.removeprefix("و") in cues.that:
        last = min(at + _SUBJECT, stop)
        at = next((i for i in range(at, last) if _verb(doc, cues, i)), last)
    elif not (forms[number.first][0] == "و" or before == "و"):
        return None
    endings = ("وا", "ن", "ا") if number.value.low == 2 else ("وا", "ن")
    if at >= stop or not forms[at].endswith(endings):
        return None
    measure = cues.governors.get(forms[at]) if forms[at] in cues.verbs else None
    return Measured(measure, at, counted) if measure else None


def _verb(doc: Document, cues: FigureCues, at: int) -> bool:
    form = doc.words.forms[at]
    return (is_verb(form) or form in cues.verbs) and not doc.ends_in_ta(at)


def _loose(doc: Document, number: Numbered, counted: tuple[int, int] | None, found: Measured) -> bool:
    """Whether a vague word without a noun stands away from what would govern it: استعاد خلالها بلدات عدة."""
    vague = number.value.low is None and number.value.high is None
    article = doc.words.forms[number.core_first].startswith("ال")
    return vague and counted is None and not article and found.cue != number.first - 1


def unit(word: str) -> str:
    """A counted word without proclitics."""
    return proclitic(word)[1]


def _listed(noun: str, words: frozenset[str]) -> bool:
    return bare(noun) in words


def _unit_measure(cues: FigureCues, doc: Document, counted: tuple[int, int] | None) -> Measured | None:
    if counted is None:
        return None
    noun = unit(doc.words.forms[counted[0]])
    measure = cues.units.get(noun) or cues.units.get(bare(noun))
    if measure is None and noun in cues.units_if_near:
        near, needs = cues.units_if_near[noun]
        measure = near if _near(doc, counted[0] + 1, counted[1] + _BEHIND, needs) else None
    if measure is None:
        return None
    if measure in ("killed", "injured"):
        inside = {cues.units.get(bare(w)) for i in range(*counted) for _, w in splits(doc.words.forms[i])}
        after = doc.words.forms[counted[1]] if counted[1] < len(doc.words.forms) else ""
        joined = {cues.units.get(bare(w)) for _, w in splits(after)} if after[:1] == "و" else set()
        counted_apart = doc.number_at(counted[1]) or doc.number_at(counted[1] + 1)
        if {"killed", "injured"} <= inside | joined and not counted_apart:
            return Measured("casualties", counted[0], counted)
    return Measured(measure, counted[0], counted)


def _governor(
    doc: Document, cues: FigureCues, number: Numbered, counted: tuple[int, int] | None, since: int
) -> Measured | None:
    """The nearest word before the number that governs it."""
    forms = doc.words.forms
    if has(doc, number):
        return None
    for i in range(number.first - 1, max(since, number.first - _BACK) - 1, -1):
        if doc.words.sentence_of(i).last <= number.first or forms[i] in cues.remains:
            return None
        if _of_a_name(doc, i):
            continue
        measure = _governs(cues, doc, i, number)
        if measure is not None:
            return Measured("casualties" if _shared(doc, cues, i, measure, number) else measure, i, counted)
        if i == number.first - 1 and _acts(doc, cues, i):
            return None
        if doc.ends_clause(i + 1) and "،" not in doc.words.gaps[i + 1]:
            return None
        if forms[i] in ("الذي", "التي", "الذين") and number.first - i > 4:
            return None
        if forms[i] in cues.when or goes_on_meanwhile(doc, i):
            return None
        if forms[i] in cues.that and forms[i + 1] not in cues.bridges:
            return None
    return None


def _shared(doc: Document, cues: FigureCues, at: int, measure: str, number: Numbered) -> bool:
    """Whether the word ``at`` and the one right before it share a number of dead and hurt: مقتل وإصابة عشرين, قتل وأصيب سبعة.

    "Others" were hurt beside one who was killed before: قتل وأصيب سبعة آخرون.
    """
    forms = doc.words.forms
    other = at - 2 if at > 1 and forms[at - 1] == "او" else at - 1
    if other < 0 or doc.ends_clause(at) or (other == at - 1 and forms[at][0] != "و"):
        return False
    beside = forms[other - 1] in particles().relatives if other else False
    if beside or forms[other].endswith(_HAS_ITS_OWN) or counts_others(doc, number):
        return False
    return {_governs(cues, doc, other, number), measure} == {"killed", "injured"}


def _governs(cues: FigureCues, doc: Document, i: int, number: Numbered) -> str | None:
    """The measure that the word ``i`` gives a number after it."""
    form = doc.words.forms[i]
    marked = form.endswith("ه") and doc.report.text[doc.words.ends[i] - 1] == "ة"
    for lead, rest in splits(form):
        if lead.endswith("س") or (marked and rest in cues.verbs and rest not in cues.heads):
            continue
        for word in (rest, bare(rest)):
            for measure, needs in cues.if_near.get(word, ()):
                if _near(doc, i, number.last + 8, needs):
                    return measure
            if word in cues.governors:
                return cues.governors[word]
    return None


def _acts(doc: Document, cues: FigureCues, at: int) -> bool:
    """Whether a verb that counts nobody stands there, so that a number behind it is its own: قتلوا في هجوم شنه خمسة مسلحين."""
    form = proclitic(doc.words.forms[at])[1]
    return is_verb(form) and not doc.ends_in_ta(at) and form not in cues.bridges and form not in cues.comparatives


def _near(doc: Document, first: int, last: int, wanted: frozenset[str]) -> bool:
    forms = doc.words.forms
    return any(forms[j] in wanted or unit(forms[j]) in wanted for j in range(first, min(last, len(forms))))


def _verb_after(
    doc: Document, cues: FigureCues, number: Numbered, counted: tuple[int, int] | None, stop: int
) -> Measured | None:
    """A verb that the counted phrase is the subject of, or another word that tells from behind: 10 أشخاص لقوا حتفهم."""
    base = _end(number, counted)
    inside = next((i for i in range(number.last, base) if doc.words.forms[i] in cues.after), None)
    if inside is not None:
        return Measured(cues.after[doc.words.forms[inside]], inside, counted)
    for i in range(base, min(base + _AHEAD, stop)):
        if doc.number_at(i) or (doc.ends_clause(i) and i > base):
            return None
        word = doc.words.forms[i]
        near = next((m for m, needs in cues.if_near.get(word, ()) if _near(doc, i, i + 8, needs)), None)
        measure = near or (cues.governors.get(word) if word in cues.verbs and len(word) > 3 else cues.after.get(word))
        if measure is not None:
            return Measured(measure, i, counted)
    return None


def _sort_things(doc: Document, cues: FigureCues, found: Measured, counted: tuple[int, int] | None) -> Measured | None:
    """Persons are arrested and things are seized or destroyed by the same verbs: the counted word decides."""
    if found.measure == "killed" and "اعدام" in doc.words.forms[found.cue] and _in_court(doc, cues, found.cue):
        return Measured("sentenced", found.cue, counted)
    noun = unit(doc.words.forms[counted[0]]) if counted else ""
    if pair_of_nobody(noun):
        return None
    if found.measure == "escaped" and (noun in cues.inhabitants or bare(noun) in cues.inhabitants):
        return Measured("displaced", found.cue, counted)
    thing = noun in cues.things or bare(noun) in cues.things or singular(noun) in cues.things
    if found.measure == "seized" and not thing:
        return Measured("arrested", found.cue, counted) if _arrests(doc, found.cue) else None
    if found.measure == "arrested" and thing:
        return Measured("seized", found.cue, counted)
    if found.measure == "destroyed" or not thing:
        return found if found.measure != "destroyed" or thing else None
    return found if found.measure in ("seized", "destroyed") else None


def _in_court(doc: Document, cues: FigureCues, cue: int) -> bool:
    """Whether the sentence speaks of a court, so that "executing" is a sentence passed."""
    sentence = doc.words.sentence_of(cue)
    return any(unit(w) in cues.courts for w in doc.words.forms[sentence.first : sentence.last])


def _arrests(doc: Document, cue: int) -> bool:
    return "ضبط" in doc.words.forms[cue]
