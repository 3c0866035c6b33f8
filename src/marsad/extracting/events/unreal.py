"""Whether the words about an event leave it open: what is aimed at, asked about or yet to come did not take place.

"وساطة للإفراج عن الرهائن" tells of no release, "هل قتلت القوات مدنيين؟" of no killing, "يمثل أمام المحكمة الأسبوع المقبل"
of a trial to come.
"""

from __future__ import annotations

from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.words import Sentence
from ..document import Document, is_verb
from .context import context
from .cues import Reading
from .participants import participants

_BEFORE = 3
_AIMS = frozenset({"COERCE", "RETREAT"})
_APPOINTED = frozenset({"PROTEST", "CONSULT"})


def aimed_at(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether the noun of an arrest, a release or a deed is only what something is done for: وساطة لإطلاق سراح الرهائن.

    An attack with ل may be one that was suffered, and courts sit "for" the trial that they hold.
    """
    cue = reading.cue
    aims = (cue.type in _AIMS and cue.mode != "trial") or (cue.deed and cue.frame == "of-target")
    exposed = any(word in participants().exposed for word in doc.words.forms[sentence.first : at])
    return reading.form is None and aims and not exposed and for_purpose(doc, sentence, at)


def for_purpose(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether the masdar at ``at`` bears the ل of purpose, and not that of what something led to."""
    forms = doc.words.forms
    if not proclitic(forms[at])[0].endswith("ل"):
        return False
    before = forms[max(sentence.first, at - _BEFORE) : at]
    led = context().led_by
    return not any(word in led or (word[0] in "وف" and word[1:] in led) for word in before)


def asked(doc: Document, sentence: Sentence, at: int, reading: Reading) -> bool:
    """Whether a question is asked of it: "whether" leaves all open, "why" only what is no finished act."""
    forms, form = doc.words.forms, reading.form
    asking = next((i for i in range(sentence.first, at) if _asks(forms[i])), None)
    if asking is None or "؟" not in "".join(doc.words.gaps[at + 1 : sentence.last + 1]):
        return False
    finished = form is not None and form.tense == "perfect"
    return not finished or forms[asking].endswith("هل")


def _asks(word: str) -> bool:
    return word in context().questions or (word[0] in "وف" and word[1:] in context().questions)


def to_come(doc: Document, at: int, reading: Reading) -> bool:
    """Whether a day after the report's own is given for what is told in the present, or for a meeting, protest or trial."""
    published, form, cue = doc.report.published, reading.form, reading.cue
    appointed = form is None and (cue.type in _APPOINTED or cue.mode == "trial")
    if published is None or not (appointed or (form is not None and form.tense == "imperfect")):
        return False
    _, end = doc.clause_of(at)
    stop = next((i for i in range(at + 1, end) if is_verb(doc.words.forms[i])), end)
    days = [date.value.earliest for date in doc.dated(at + 1, stop) if date.value.earliest]
    return bool(days) and all(day > published for day in days)
