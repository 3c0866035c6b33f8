"""Single dates and periods: a day, a month, a year, "last week", "the second half of 2021".

Each method takes the token to start at, tries one shape, and gives the node and the token after, or None.
"""

from __future__ import annotations

from .nodes import Calendar, Part, Piece, Same, Shifted
from .shape import COMMAS, OF, Found
from .weekdays import Weekdays
from .words import date_words

_PIECES: dict[str, Piece] = {
    "begin": "begin",
    "middle": "middle",
    "end": "end",
    "rest": "rest",
    "later": "later",
}
_FRACTIONS: dict[str, Piece] = {"half": "half", "third": "third", "quarter": "quarter"}
# The shapes in the order in which they are tried, and the kinds of word that each may start with.
_SHAPES: tuple[tuple[str, frozenset[str]], ...] = (
    ("_week_and_day", frozenset(["unit", "demonstrative"])),
    ("_leading", frozenset(["unit", "number"])),
    ("_running_week", frozenset(["unit", "my_week"])),
    ("_part", frozenset([*_PIECES, "final", "weekend"])),
    ("_fraction", frozenset(_FRACTIONS)),
    ("_weekday", frozenset(["weekday", "unit", "on", "demonstrative"])),
    ("_day_month", frozenset(["number", "unit", "on", "month"])),
    ("_month", frozenset(["month", "unit", "demonstrative"])),
    ("_year", frozenset(["number", "unit", "years_pair"])),
    ("_day_word", frozenset(["day", "next_day", "same_day", "unit"])),
    ("window", frozenset(["unit", "number", "final"])),
    ("_unit", frozenset(["unit", "demonstrative", "same_before"])),
    ("_season", frozenset(["season"])),
    ("_decade", frozenset(["decade"])),
    ("_bare_day", frozenset(["unit", "number"])),
)


class Grammar(Weekdays):
    """All shapes of single dates."""

    def point(self, i: int) -> Found:
        """The longest reading as one date or period that starts at token ``i``."""
        at = self.at
        unit = at.word(i, "unit")
        if i + 1 in at.written and unit and unit.name == "day" and unit.grade == "one":
            end, node, _ = at.written[i + 1]
            return node, self._era(end, node)
        if i in at.written:
            end, node, sure = at.written[i]
            if sure or self._called_for(i):
                return node, self._era(end, node)
        kinds = {word.kind for word in at.words(i)}
        if i in at.numerals or at.form(i)[:1].isdecimal():
            kinds.add("number")
        for name, starts in _SHAPES:
            if not starts.isdisjoint(kinds):
                found: Found = getattr(self, name)(i)
                if found:
                    return found
        return None

    def _leading(self, i: int) -> Found:
        """الأشهر الستة الأولى من 2018, الأيام الأخيرة من مايو; uncounted, the beginning or the end."""
        counted = self._counted_unit(i)
        nth = self._nth(counted[2]) if counted else None
        if counted is None or nth is None or nth[0] not in (1, -1):
            return None
        if self.at.form(nth[1]) != "من":
            return None
        found = self._period(nth[1] + 1)
        if found is None:
            return None
        unit, count, _, _ = counted
        if count is None:
            return Part(piece="begin" if nth[0] == 1 else "end", of=found[0]), found[1]
        return Part(piece="count", of=found[0], number=count * nth[0], unit=unit), found[1]

    def _called_for(self, i: int) -> bool:
        before = self.at.word(i - 1, "on", "weekday", "since", "until", "unit")
        if before is not None and (before.kind != "unit" or before.name == "day"):
            return True
        return self.at.form(i - 1) in date_words().travel or (
            self.at.word(i - 1, "in") is not None and "/" in self.at.forms[i : i + 2]
        )

    def _running_week(self, i: int) -> Found:
        """الأسبوع or أسبوعي "my week" at the head of a clause, where it can be neither an adjective nor
        part of a phrase."""
        at = self.at
        if not (i == 0 or at.form(i - 1) in COMMAS or at.form(i - 1) in (".", "(", ":") or at.word(i - 1, "during")):
            return None
        word = at.word(i, "unit")
        if word and word.name == "week" and word.grade == "one" and word.article and not at.cut.is_word(i + 1):
            return Shifted(unit="week", by=0), i + 1
        return self._my_week(i) if not at.cut.is_word(i + 1) else None

    def _my_week(self, i: int) -> Found:
        return (Shifted(unit="week", by=0), i + 1) if self.at.word(i, "my_week") else None

    def _part(self, i: int) -> Found:
        """بداية مايو, أواخر العام الماضي, نهاية الأسبوع, آخر مايو."""
        word = self.at.word(i, *_PIECES, "final", "weekend")
        if word is None:
            return None
        days = self.at.word(i + word.length, "unit")
        after = i + word.length + (days is not None and days.grade == "many" and not days.article)
        found = self._period(self.at.skip(after, *OF))
        if found is None:
            return None
        node, end = found
        week = isinstance(node, Shifted) and node.unit == "week"
        if word.kind == "weekend" and not week:
            return None
        if word.kind == "weekend" or (word.kind == "end" and week and node == Shifted(unit="week", by=0)):
            return Part(piece="weekend", of=node), end
        piece = _PIECES.get(word.kind, "end")
        if isinstance(node, Shifted) and node.unit == "day":
            return None
        return Part(piece=piece, of=node), end

    def _period(self, i: int) -> Found:
        """What may have parts: a month, a year, a week, a decade; "the week" and "the month" alone are
        the running ones."""
        for shape in (self._month, self._year, self._unit, self._season, self._decade, self._fraction):
            if found := shape(i):
                return found
        bare = self.at.number(i, 1900, 2099, ordinal=False)
        numeral = self.at.numerals.get(i)
        if bare and numeral and (numeral.literal or numeral.word):
            return Calendar(year=bare[0]), bare[1]
        word = self.at.word(i, "unit")
        if word and word.grade == "one" and word.name in ("week", "month", "year") and word.article:
            return Shifted(unit=word.name, by=0), i + 1  # type: ignore[arg-type]
        return self._my_week(i)

    def _fraction(self, i: int) -> Found:
        """النصف الثاني من ٢٠٢١, الربع الأول من العام."""
        word = self.at.word(i, *_FRACTIONS)
        if word is None:
            return None
        number = self._nth(i + 1)
        if number is None:
            return None
        found = self._period(self.at.skip(number[1], *OF))
        return (Part(piece=_FRACTIONS[word.kind], of=found[0], number=number[0]), found[1]) if found else None

    def _nth_week(self, i: int) -> Found:
        at = self.at
        last = at.word(i, "last")
        number = (-1, i + 1) if last else at.number(i, 1, 53, ordinal=True)
        if number is None:
            return None
        after = at.skip(number[1], "من", "في")
        of = self._week_holder(after)
        return (Part(piece="week", of=of[0], number=number[0]), of[1]) if of else None

    def _week_holder(self, i: int) -> Found:
        """The month or year that a numbered week belongs to."""
        found = self._month(i) or self._year(i)
        if found is None:
            unit = self._unit(i)
            found = (
                unit if unit and isinstance(unit[0], (Same, Shifted)) and unit[0].unit in ("month", "year") else None
            )
        return found
