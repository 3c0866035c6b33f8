"""Months, with their days and years: مايو 2019, 20 مايو 2019, أيار (مايو), 5 رمضان 1440 هـ."""

from __future__ import annotations

from .nodes import Calendar, Node, Same, Shifted, TakenUp
from .shape import COMMAS, TURNS, Found
from .spans_of_time import Counted
from .words import DateWord, date_words


class Months(Counted):
    """The shapes that name a month."""

    def _day_month(self, i: int) -> Found:
        """20 مايو 2019, الحادي والعشرين من مايو, 4-22 يناير, الثاني والثالث من مايو, 20 من الشهر الجاري."""
        at = self.at
        skipped = self._skip_day_word(i)
        day = at.number(skipped)
        if day is None:
            return self._month_day(i) if i not in at.numerals else None
        first, end = day
        last: int | None = None
        tie = at.skip(end, "-", "–", "و", "الي", "حتي", "او")
        joined = at.numerals.get(tie)
        if (tie > end or (joined is not None and joined.joined)) and (more := at.number(tie, first + 1)):
            after = at.skip(more[1], "من", "-", "/", ".")
            if self._month_at(after) or self._relative_month(after):
                last, end = more
        after = at.skip(end, "من", "-", "/", ".", "ل")
        # هذا الشهر may follow without من (من 4 إلى 22 هذا الشهر).
        if shift := self._relative_month(after):
            if (
                shift[0] == 0
                and after == end
                and last is None
                and not at.form(after).startswith("هذا")
                and not at.word(after, "this")
            ):
                return None
            return Calendar(day=first, day_to=last, month_shift=shift[0]), shift[1]
        if same := self._same("month", after):
            return Calendar(day=first, day_to=last, same="month", by=same[0]), same[1]
        month = self._month_at(after)
        if month is None:
            return None
        node, end = self._with_year(month, first, last)
        year = (
            date_words().famous.get((month[0].number, first)) if at.form(i - 1) in date_words().famous_after else None
        )
        if isinstance(node, Calendar) and node.year is None and year is not None:
            return Calendar(year=year, month=node.month, day=first), end
        return node, end

    def _same(self, unit: TakenUp, i: int) -> tuple[int, int] | None:
        """How many later than the same month or year is told at token ``i``, and the token after it; None where none is."""
        found = self._unit(i)
        return (found[0].by, found[1]) if found and isinstance(found[0], Same) and found[0].unit == unit else None

    def _skip_day_word(self, i: int) -> int:
        unit = self.at.word(i, "unit", "on")
        return i + 1 if unit and (unit.kind == "on" or (unit.name == "day" and unit.grade != "many")) else i

    def _relative_month(self, i: int) -> tuple[int, int] | None:
        found = self._unit(i)
        if found and isinstance(found[0], Shifted) and found[0].unit == "month":
            return found[0].by, found[1]
        # "5 الجاري": of the running month.
        if (word := self.at.word(i, "this")) and word.article and not self.at.word(i, "past"):
            return 0, i + 1
        return None

    def _month_day(self, i: int) -> Found:
        """يناير-1, سبتمبر10, يناير الحادي والعشرين: digits must touch the month or stand behind a hyphen."""
        month = self._month_at(i)
        if month is None:
            return None
        word, end = month
        hyphen = self.at.skip(end, "-", "–")
        day = self.at.number(hyphen)
        if day is None:
            return None
        numeral = self.at.numerals.get(hyphen)
        ordinal = numeral is not None and (numeral.kind == "ordinal" or numeral.article)
        if not (ordinal or self.at.cut.glued(hyphen)) or (word.hijri and not ordinal):
            return None
        return self._with_year((word, day[1]), day[0], None)

    def _month_at(self, i: int) -> tuple[DateWord, int] | None:
        """A month's name, perhaps after "month" and doubled in another family: كانون الثاني (يناير)."""
        at = self.at
        unit = at.word(i, "unit")
        here = i + 1 if unit and unit.name == "month" and unit.grade == "one" and not unit.article else i
        word = at.word(here, "month")
        if word is None or (word.grade == "weakest" and word.lead not in ("", "و", "ف", "ل")):
            return None
        end = here + word.length
        for opening, closing in (("(", ")"), ("/", ""), ("-", ""), ("،", "")):
            if same := at.word(end, "month"):
                return word, end + same.length if (same.number, same.hijri) == (
                    word.number,
                    word.hijri,
                ) else end
            if at.form(end) == opening:
                other = at.word(end + 1, "month")
                if other and other.number == word.number and other.hijri == word.hijri:
                    past = end + 1 + other.length
                    return word, past + 1 if closing and at.form(past) == closing else past
        return word, end

    def _with_year(self, month: tuple[DateWord, int], day: int | None, day_to: int | None) -> tuple[Node, int]:
        at, (word, end) = self.at, month
        year = self._year_after(end, word.hijri)
        if year is not None:
            return Calendar(year=year[0], month=word.number, day=day, day_to=day_to, hijri=year[2]), year[1]
        of = at.skip(at.skip(end, *COMMAS), "من", "في")
        relative = self._unit(of)
        if relative and isinstance(relative[0], Shifted) and relative[0].unit == "year":
            shift = relative[0].by
            return Calendar(month=word.number, day=day, day_to=day_to, hijri=word.hijri, year_shift=shift), relative[1]
        if same := self._same("year", of):
            by, end = same
            return Calendar(month=word.number, day=day, day_to=day_to, hijri=word.hijri, same="year", by=by), end
        turn: int | None = None
        adjective = at.word(end, *TURNS)
        if adjective and adjective.article:
            turn, end = TURNS[adjective.kind], end + 1
        return Calendar(month=word.number, day=day, day_to=day_to, hijri=word.hijri, turn=turn), end

    def _year_after(self, i: int, hijri: bool) -> tuple[int, int, bool] | None:
        """A year behind a month: year, token after, and whether it is Hijri."""
        at = self.at
        here = at.skip(at.skip(i, *COMMAS, ".", "-", "/"), "من", "ل")
        unit = at.word(here, "unit")
        named = unit is not None and unit.name == "year" and unit.grade == "one"
        here = here + 1 if named else here
        return self._year_number(here, named=named, hijri=hijri)

    def _year_number(self, i: int, *, named: bool, hijri: bool = False) -> tuple[int, int, bool] | None:
        at = self.at
        numeral = at.numerals.get(i)
        if (
            numeral is None
            or numeral.joined
            or numeral.kind != "number"
            or not isinstance(numeral.low, int)
            or numeral.counted
        ):
            return None
        year, end = numeral.low, numeral.last
        following = at.numerals.get(end)
        # "nineteen ninety-nine", said as two numbers.
        if numeral.word and year in (18, 19, 20) and following and following.word and not following.joined:
            rest = following.low
            if isinstance(rest, int) and 10 <= rest <= 99:
                return year * 100 + rest, following.last, False
        if named and numeral.literal and 50 <= year <= 99:
            return 1900 + year, end, False
        era = at.word(end, "hijri", "ce")
        if era and not (era.kind == "ce" and at.cut.starts[end] - at.cut.ends[end - 1] > 1):
            return year, end + 1, era.kind == "hijri"
        four = (numeral.literal and 1000 <= year <= 2100) or (numeral.word and 1000 <= year <= 2100)
        if four or (named and 100 <= year <= 2999):
            return year, end, year < 1500 and (hijri or (named and year > 1300))
        return None

    def _month(self, i: int) -> Found:
        """مايو 2019, شهر رمضان, نوفمبر الماضي, يونيو العام المقبل, هذا سبتمبر."""
        at = self.at
        here = at.skip(i, "هذا")
        month = self._month_at(here)
        if month is None:
            return None
        word, _ = month
        node, end = self._with_year(month, None, None)
        assert isinstance(node, Calendar)
        if here > i:
            return Calendar(month=word.number, hijri=word.hijri, year_shift=0), end
        said = node.year is not None or node.year_shift is not None or node.turn is not None
        if not said and at.form(i - 1) in date_words().event_after:
            return None
        if word.grade and not said and not self._means_month(i, word):
            return None
        return node, end

    def _means_month(self, i: int, word: DateWord) -> bool:
        unit = self.at.word(i, "unit")
        if unit is not None:
            return True
        before = self.at.word(i - 1, "in", "since", "until", "begin", "middle", "end", "during", "from", "to")
        of_part = self.at.word(i - 2, "begin", "middle", "end") if self.at.form(i - 1) == "من" else None
        led = "ل" in word.lead or "ب" in word.lead
        if word.grade == "weak":
            return (before is not None or led) and not (before and before.kind in ("from", "to"))
        return (
            of_part is not None
            or (before is not None and before.kind in ("begin", "middle", "end"))
            or (
                word.number == 9
                and word.hijri
                and before is not None
                and before.kind in ("in", "during", "since", "until")
            )
        )
