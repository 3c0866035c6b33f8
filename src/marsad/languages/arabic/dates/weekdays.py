"""Days by another name than their date: الثلاثاء الماضي, أمس, اليوم, يوم 27."""

from __future__ import annotations

from dataclasses import replace

from .nodes import Calendar, DayAfter, Node, Shifted, Weekday
from .shape import COMMAS, OF, TURNS, Found
from .words import date_words
from .years import Years


class Weekdays(Years):
    """The shapes that name a day of the week or count days from today."""

    def _weekday(self, i: int) -> Found:
        """الثلاثاء, يوم الثلاثاء الماضي, الخميس 21, الثلاثاء 5 مايو 2015, هذا يوم الجمعة."""
        at = self.at
        here = at.skip(i, "هذا")
        turn = 0 if here > i else None
        unit = at.word(here, "unit", "on")
        here = here + 1 if unit and (unit.kind == "on" or (unit.name == "day" and unit.grade == "one")) else here
        word = at.word(here, "weekday")
        if word is None or (word.number == 4 and at.form(i - 1) in date_words().prayer):
            return None
        end = here + 1
        for step in (
            end,
            at.skip(end, *COMMAS),
            at.skip(at.skip(end, *COMMAS), "في"),
            at.skip(end, "الموافق"),
        ):
            if step in at.written and isinstance(at.written[step][1], Calendar):
                return at.written[step][1], self._era(at.written[step][0], at.written[step][1])
            if found := self._day_month(step) or self._month_day(step):
                node, after = found
                return (replace(node, weekday=word.number) if isinstance(node, Calendar) else node), after
        adjective = at.word(end, *TURNS)
        if adjective:
            return Weekday(weekday=word.number, turn=TURNS[adjective.kind]), end + 1
        if week := self._of_week(at.skip(end, *OF)):
            return Weekday(weekday=word.number, week_shift=week[0]), week[1]
        if (day := at.number(end, 1, 31)) and self._bare(day[1]):
            if at.number(end, 1, 5, ordinal=True):
                return Weekday(weekday=word.number, nth=day[0]), day[1]
            return Weekday(weekday=word.number, day=day[0]), day[1]
        within = at.skip(end, "في")
        if within > end and (day := at.number(within, 1, 31, ordinal=True)) and self._bare(day[1]):
            return Weekday(weekday=word.number, day=day[0]), day[1]
        today = at.word(end, "day")
        if today and today.number in (0, -1, 1) and not today.lead:
            return Shifted(unit="day", by=today.number, weekday=word.number), end + today.length
        if turn is None and unit and unit.name == "day" and unit.article:
            return Shifted(unit="day", by=0, weekday=word.number), end
        return Weekday(weekday=word.number, turn=turn), end

    def _week_and_day(self, i: int) -> Found:
        """الأسبوع المقبل يوم الجمعة."""
        week = self._of_week(i)
        day = self._weekday(week[1]) if week else None
        if week is None or day is None or not isinstance(day[0], Weekday):
            return None
        return Weekday(weekday=day[0].weekday, week_shift=week[0]), day[1]

    def _of_week(self, i: int) -> tuple[int, int] | None:
        found = self._unit(i)
        if found and isinstance(found[0], Shifted) and found[0].unit == "week":
            return found[0].by, found[1]
        return None

    def _bare(self, i: int) -> bool:
        """Whether no counted noun follows, so that a number before it may be a day."""
        return not self.at.cut.is_word(i) or self.at.word(i) is not None

    def _day_word(self, i: int) -> Found:
        """أمس, اليوم, بعد غد, في اليوم التالي, اليوم الثلاثاء."""
        at = self.at
        here = i
        unit = at.word(i, "unit")
        if unit and unit.name == "day" and unit.grade == "one" and not unit.article and at.word(i + 1, "day"):
            here = i + 1
        if word := at.word(here, "next_day"):
            return DayAfter(), here + word.length
        if word := at.word(here, "same_day"):
            return DayAfter(by=0), here + word.length
        word = at.word(here, "day")
        if word is None:
            return None
        end = here + word.length
        if word.number == 0:
            if (
                word.lead not in ("", "و", "ف")
                or at.form(here - 1) in date_words().today_not_after
                or self._nth(end)
                or at.word(end, *TURNS)
            ):
                return None
            if at.form(end) in date_words().today_not_before:
                return None
        opened = at.skip(end, "(")
        weekday = at.word(opened, "weekday")
        if weekday:
            end = at.skip(opened + 1, ")") if opened > end else opened + 1
            step = at.skip(end, *COMMAS)
            if step in at.written and at.written[step][2] and isinstance(at.written[step][1], Calendar):
                return at.written[step][1], self._era(at.written[step][0], at.written[step][1])
            if found := self._day_month(step):
                return found
        return Shifted(unit="day", by=word.number, weekday=weekday.number if weekday else None), end

    def _bare_day(self, i: int) -> Found:
        """يوم 27 and, after a verb of coming or going, a bare 27: a day of the running month."""
        at = self.at
        unit = at.word(i, "unit")
        if unit and unit.name == "day" and unit.grade == "one" and not unit.article:
            day = at.number(i + 1)
            if day and at.form(i + 1).isdecimal() and self._bare(day[1]):
                return Calendar(day=day[0]), day[1]
            return None
        day = at.number(i)
        if day is None or at.cut.is_word(day[1]):
            return None
        numeral = at.numerals.get(i)
        if numeral is None:
            return None
        before = at.form(i - 1)
        travelled = before in date_words().travel or (
            at.word(i - 1, "to", "in") and at.form(i - 2) in date_words().travel
        )
        if travelled and (numeral.literal or numeral.article or numeral.kind == "ordinal"):
            return Calendar(day=day[0]), day[1]
        return None

    def _nth(self, i: int) -> tuple[int, int] | None:
        if self.at.word(i, "last"):
            return -1, i + 1
        return self.at.number(i, 1, 60, ordinal=True)

    def _era(self, end: int, node: Node) -> int:
        wanted = "hijri" if isinstance(node, Calendar) and node.hijri else "ce"
        return end + 1 if self.at.word(end, wanted) else end
