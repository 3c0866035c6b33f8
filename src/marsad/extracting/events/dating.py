"""The day of an event: of the dates of its sentence the one that belongs to it, or the day before what came after it."""

from __future__ import annotations

from collections.abc import Sequence

from ...languages.arabic.particles import particles
from ...languages.arabic.words import Sentence
from ...records import DateRange
from ..circumstances import event_date
from ..document import Dated, Document, is_verb
from .aftermath import day_before, goes_on
from .context import among_bare, context
from .cues import readings
from .passing import extent
from .triggers import Trigger

# Words from a verb of saying to the day on which it was said.
_SAID_ON = 6
# Words between a noun and the relative pronoun that takes it up.
_RELATIVE = 4
# Words from a relative pronoun to the day in its clause.
_CLAUSE = 8


def when(
    doc: Document, lead: Trigger, within: Sentence, taken: set[Dated], others: list[int], said: frozenset[Dated]
) -> DateRange | None:
    """The days of the event that ``lead`` tells of or names in the words ``within``; None where nothing gives them.

    Dates that are ``taken`` are of something else, ``said`` are the days of speech, ``others`` the other triggers.  What is done
    by saying it was done on the day that it was said: وطالبت النقابة، الخميس، الحكومة.
    """
    if lead.cue.state and lead.reading.form:
        own = {date for date in said if lead.at < date.first <= lead.at + _SAID_ON}
        taken, said = taken - own, said - own
    known = day_before(doc, lead.sentence, lead.at, extent(doc, lead.sentence, lead.at), said)
    return known or event_date(doc, lead.at, within, taken, others, said, _of_others(doc, lead.at, within))


def _of_others(doc: Document, at: int, within: Sentence) -> frozenset[Dated]:
    """The dates behind the word ``at`` that are of what was earlier than it, or of another kind of event.

    قصفت الطائرات مواقع، وكان مسلحون هاجموا الخميس مركزا; اعتقال المتورطين بالتفجير الذي وقع الجمعة.
    """
    behind = doc.dated(at + 1, within.last)
    return frozenset(
        date
        for date in behind
        if _had_been(doc, at, date)
        or _of_another_kind(doc, at, date)
        or _of_no_event(doc, at, date)
        or _lasting(doc, at, date)
        or _of_a_beginning(doc, at, date)
        or _ever_since(doc, at, date)
    )


def _had_been(doc: Document, at: int, date: Dated) -> bool:
    return any(doc.words.forms[i] in context().had_been and doc.ends_clause(i) for i in range(at + 1, date.first))


def _of_another_kind(doc: Document, at: int, date: Dated) -> bool:
    """Whether a relative clause holds the date that takes up an event of another type than the word ``at``."""
    forms = doc.words.forms
    relative = next((i for i in range(date.first - 1, at + 1, -1) if forms[i] in particles().relatives), None)
    if relative is None:
        return False
    mine, theirs = _types(forms[at : at + 1]), _types(forms[max(at + 1, relative - _RELATIVE + 1) : relative])
    return bool(mine and theirs) and not mine & theirs


def _of_no_event(doc: Document, at: int, date: Dated) -> bool:
    """Whether a relative clause that tells of somebody or something, not of an event, holds it: البلدة التي دخلوها في مايو."""
    forms = doc.words.forms
    for i in range(date.first - 1, max(at, date.first - 1 - _CLAUSE), -1):
        if doc.ends_clause(i + 1):
            return False
        if forms[i] in particles().relatives and forms[i].startswith("ال"):
            return i - 1 > at and not any(map(readings, forms[max(at + is_verb(forms[at]), i - _RELATIVE) : i]))
    return False


def _lasting(doc: Document, at: int, date: Dated) -> bool:
    """Whether the date says since when something else goes on, of which a verb after ``at`` tells: تحاصرها القوات منذ عام."""
    forms = doc.words.forms
    if date.value.latest is not None or forms[date.first] not in context().since:
        return False
    return any(is_verb(forms[i]) and not readings(forms[i]) for i in range(at + 1, date.first))


def _of_a_beginning(doc: Document, at: int, date: Dated) -> bool:
    """Whether the date is of what something has been counted from: من أعنف الهجمات منذ سقوط المدينة العام الماضي.

    Only what began stands between: "that has besieged the town for weeks, yesterday" dates what it stands by.
    """
    forms = doc.words.forms
    since = next((i for i in range(date.first - 1, at, -1) if forms[i] in context().since), None)
    if since is None or not _begins(forms[since + 1]):
        return False
    between = range(since + 1, date.first)
    return not any(doc.date_at(i) or is_verb(forms[i]) or doc.ends_clause(i) for i in between)


def _begins(word: str) -> bool:
    """Whether a word names what began something, a pronoun set aside: سقوط, هجومه."""
    known = context().beginnings
    return among_bare(word, known) or any(
        word.endswith(own) and word[: -len(own)] in known for own in ("ه", "ها", "هم")
    )


def _ever_since(doc: Document, at: int, date: Dated) -> bool:
    """Whether the date is of what has gone on since, and the word ``at`` names what was over at once: الهجوم ... منذ 13 عاما."""
    if date.value.latest is not None or doc.words.forms[date.first] not in context().since:
        return False
    found = readings(doc.words.forms[at])
    if not found or any(r.form is not None or r.cue.result or r.cue.ongoing for r in found):
        return False
    return not goes_on(doc.words.forms[at])


def _types(words: Sequence[str]) -> set[str]:
    """The types of event that the last word for one among ``words`` may tell of."""
    return next((kinds for w in reversed(words) if (kinds := {r.cue.type for r in readings(w)})), set())
