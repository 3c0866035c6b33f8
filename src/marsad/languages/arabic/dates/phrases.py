"""Date phrases of a text: single dates, ranges of them, and what is open at one end."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ..lexicon import common_verbs
from .cursor import Cursor
from .grammar import Grammar
from .nodes import Between, Calendar, DatePhrase, Distance, Node, OpenEnded, Shifted, Weekday
from .words import date_words

Found = tuple[Node, int] | None
# How many tokens around a date tell whether its sentence speaks of the future.
_BEFORE, _AFTER = 10, 4
# Letters of the shortest feminine perfect that is told by its ending: دارت.
_SHORTEST_FEMININE = 4
_FUTURE_VERB = re.compile(r"[وف]?س[يتنا]\w{2,}")


@lru_cache(maxsize=8)
def date_phrases(text: str) -> tuple[DatePhrase, ...]:
    """The date phrases of a folded text, in order and without overlap; the last few texts are remembered."""
    at = Cursor(text)
    reader = _Phrases(at)
    out: list[DatePhrase] = []
    past = 0
    for i in at.starts():
        if i < past:
            continue
        found = reader.phrase(i)
        if found is None:
            continue
        node, end = found
        out.append(DatePhrase(at.start(i), at.cut.ends[end - 1], node, reader.future(i, end)))
        past = end
    return tuple(out)


class _Phrases(Grammar):
    def phrase(self, i: int) -> Found:
        """The date that starts at token ``i``, with the words that open or bound it."""
        at = self.at
        if at.word(i, "day"):
            return self._run(i)
        if found := self.from_told(i):
            return found
        if found := self.ago(i):
            node, _ = found
            assert isinstance(node, Distance)
            if node.sign > 0 and not node.exact and not self.future(i, found[1]):
                return replace(node, told=True), found[1]
            if node.sign < 0 or node.exact or self.future(i, found[1]):
                since = at.word(i, "since") and not node.exact
                return (OpenEnded(side="since", of=node), found[1]) if since else found
        opener = at.word(i, "since", "until", "before", "after", "between", "from")
        if opener is None:
            return self._run(i)
        here = i + opener.length
        if opener.kind in ("between", "from"):
            return self._range(here, opener.kind)
        found = self.point(here)
        if found is None:
            return None
        node, end = found
        if opener.kind == "since":
            run = self._to(node, end)
            return run or (OpenEnded(side="since", of=node), end)
        day = isinstance(node, Weekday) or (isinstance(node, Shifted) and node.unit == "day")
        if day and opener.kind in ("before", "after"):
            # "before Tuesday" tells too little of when.
            return None
        side = opener.kind
        return OpenEnded(side=side, of=node), end  # type: ignore[arg-type]

    def _run(self, i: int) -> Found:
        """A date, or a run from it to another (19-20 نوفمبر, الاثنين والثلاثاء are two)."""
        at = self.at
        if at.word(i, "years_pair", "month_pair"):
            return self._pair(i)
        found = self.point(i)
        if found is None:
            return None
        return self._to(*found) or found

    def _to(self, node: Node, end: int) -> Found:
        at = self.at
        tie = at.word(end, "to", "until")
        if tie is None and at.form(end) not in ("-", "–"):
            return None
        second = self.point(end + (tie.length if tie else 1))
        if second is None or not _alike(node, second[0]):
            return None
        return Between(first=node, last=second[0]), second[1]

    def _range(self, here: int, kind: str) -> Found:
        """بين 4 سبتمبر و8 سبتمبر, من 4 إلى 22 يناير, بين عامي 2014 و2016, من 2014 حتى 2018."""
        at = self.at
        if at.word(here, "years_pair", "month_pair"):
            return self._pair(here)
        if here in at.written and at.written[here][2]:
            return at.written[here][1], at.written[here][0]
        first = self.point(here) or self._year_end(here)
        if first is None:
            return self._days(here, kind)
        tie = self._tie(first[1], kind)
        if tie is None:
            days = self._days(here, kind)
            # "from 2018" alone: the date without its preposition.
            return days or None
        second = self.point(tie) or self._year_end(tie)
        if second is None:
            return None
        return Between(first=first[0], last=second[0]), second[1]

    def _tie(self, i: int, kind: str) -> int | None:
        at = self.at
        if kind == "between":
            if at.form(i) == "و":
                return i + 1
            word, numeral = at.word(i), at.numerals.get(i)
            if (word and word.lead.startswith("و")) or (numeral and numeral.joined):
                return i
            return i + 1 if at.form(i) in ("-", "–") else None
        step = at.skip(i, ",", "،", "و")
        tie = at.word(step, "to", "until")
        return step + tie.length if tie else None

    def _year_end(self, i: int) -> Found:
        """A bare year as the end of a range, in digits or words."""
        year = self.at.number(i, 1900, 2099, ordinal=False)
        numeral = self.at.numerals.get(i)
        if year is None or numeral is None or not (numeral.literal or numeral.word) or self._counted(year[1]):
            return None
        return Calendar(year=year[0]), year[1]

    def _counted(self, i: int) -> bool:
        """Whether an indefinite noun follows, which a number counts and a year does not."""
        at = self.at
        return (
            at.cut.is_word(i)
            and not at.form(i).startswith("ال")
            and at.word(i) is None
            and i not in at.numerals
            and at.form(i)[0] != "و"
        )

    def _days(self, here: int, kind: str) -> Found:
        """Days of one month: the first without its month (من 4 إلى 22 يناير)."""
        at = self.at
        unit = at.word(here, "unit")
        here = here + 1 if unit and unit.name == "day" else here
        first = at.number(here)
        if first is None:
            return None
        tie = self._tie(first[1], kind)
        if tie is None:
            return None
        second = self._day_month(tie) or self._weekday(tie)
        if second is None or not isinstance(second[0], Calendar) or second[0].day is None or second[0].day <= first[0]:
            return None
        return replace(second[0], day=first[0], day_to=second[0].day, loose=False, weekday=None), second[1]

    def _pair(self, i: int) -> Found:
        """عامي 2014 و2016, شهري مايو ويونيو 2015: from the first to the last."""
        at = self.at
        months = at.word(i, "month_pair") is not None
        first = self._month(i + 1) if months else self._year_end(i + 1)
        if first is None:
            return None
        tie = self._tie(first[1], "between")
        if tie is None:
            return None
        second = self._month(tie) if months else self._year_end(tie)
        return (Between(first=first[0], last=second[0]), second[1]) if second else None

    def future(self, i: int, end: int) -> bool:
        """Whether the words around tokens ``i`` to ``end``, in their sentence, speak of what is to come."""
        at = self.at
        if _in_the_perfect(at.form(i - 1)):
            return False
        forms: list[str] = []
        for j in range(i - 1, max(-1, i - 1 - _BEFORE), -1):
            if at.forms[j] in (".", "؟", "!") or at.forms[j][0] == "\n":
                break
            forms.append(at.forms[j])
        for j in range(end, min(len(at.forms), end + _AFTER)):
            if at.forms[j] in (".", "؟", "!", "،") or at.forms[j][0] == "\n":
                break
            forms.append(at.forms[j])
        if not date_words().not_future_beside.isdisjoint(forms):
            return False
        return any(_is_future(form) for form in forms)


@lru_cache(maxsize=8192)
def _is_future(form: str) -> bool:
    words = date_words()
    bare = form[1:] if form[0] in "وف" and len(form) > 3 else form
    if form in words.future or bare in words.future:
        return True
    return bool(_FUTURE_VERB.fullmatch(form)) and len(bare) > 3 and not bare.startswith(words.not_future)


def _alike(one: Node, two: Node) -> bool:
    """Whether two dates are of one grain, so that a hyphen or "to" between them makes a run."""
    if isinstance(one, Calendar) and isinstance(two, Calendar):
        return (one.day is None) == (two.day is None) and (one.month is None) == (two.month is None)
    return type(one) is type(two)


def _in_the_perfect(form: str) -> bool:
    """Whether a word is a verb in the perfect, by the list or by the ending of its feminine: دارت, but not وقت and هجمات."""
    verb = common_verbs().get(form)
    if verb is not None:
        return verb.tense == "perfect"
    return len(form) >= _SHORTEST_FEMININE and form.endswith("ت") and not (form.endswith("ات") or form.startswith("ال"))
