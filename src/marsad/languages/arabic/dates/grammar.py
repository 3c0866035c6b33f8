"""Single dates and periods: a day, a month, a year, "last week", "the second half of 2021"; each method tries one shape.

A method takes the token to start at and gives the node and the token after, or None.
"""

from __future__ import annotations

from .cursor import Cursor
from .nodes import Calendar, DayAfter, Decade, InSeason, Node, Part, Piece, Shifted, Weekday
from .spans_of_time import Counted
from .words import DateWord, date_words

Found = tuple[Node, int] | None
_OF = ("من", "ل", "في", "لل")
_COMMAS = ("،", ",")
_PIECES: dict[str, Piece] = {"begin": "begin", "middle": "middle", "end": "end", "rest": "rest", "later": "later"}
_FRACTIONS: dict[str, Piece] = {"half": "half", "third": "third", "quarter": "quarter"}
_TURNS = {"past": -1, "last": -1, "next": 1, "this": 0}
# The shapes in the order in which they are tried, and the kinds of word that each may start with.
_SHAPES: tuple[tuple[str, frozenset[str]], ...] = (
    ("_week_and_day", frozenset(["unit", "demonstrative"])),
    ("_running_week", frozenset(["unit", "my_week"])),
    ("_part", frozenset([*_PIECES, "final", "weekend"])),
    ("_fraction", frozenset(_FRACTIONS)),
    ("_weekday", frozenset(["weekday", "unit", "on", "demonstrative"])),
    ("_day_month", frozenset(["number", "unit", "on", "month"])),
    ("_month", frozenset(["month", "unit", "demonstrative"])),
    ("_year", frozenset(["number", "unit", "years_pair"])),
    ("_day_word", frozenset(["day", "next_day", "unit"])),
    ("window", frozenset(["unit", "number", "final"])),
    ("_unit", frozenset(["unit", "demonstrative"])),
    ("_season", frozenset(["season"])),
    ("_decade", frozenset(["decade"])),
    ("_bare_day", frozenset(["unit", "number"])),
)


class Grammar(Counted):
    """The shapes of single dates over one text."""

    def __init__(self, at: Cursor) -> None:
        super().__init__(at)
        self.years: set[int] = set()

    def point(self, i: int) -> Found:
        """The longest reading as one date or period that starts at token ``i``."""
        at = self.at
        if i in at.written:
            end, node, sure = at.written[i]
            if sure or self._called_for(i):
                return node, self._era(end, node)
        kinds = {word.kind for word in at.words(i)}
        if i in at.numerals or at.form(i)[:1].isdigit():
            kinds.add("number")
        for name, starts in _SHAPES:
            if not starts.isdisjoint(kinds):
                found: Found = getattr(self, name)(i)
                if found:
                    return found
        return None

    def _called_for(self, i: int) -> bool:
        before = self.at.word(i - 1, "on", "weekday", "since", "until", "unit")
        if before is not None and (before.kind != "unit" or before.name == "day"):
            return True
        return self.at.form(i - 1) in date_words().travel or (
            self.at.word(i - 1, "in") is not None and "/" in self.at.forms[i : i + 2]
        )

    def _era(self, end: int, node: Node) -> int:
        wanted = "hijri" if isinstance(node, Calendar) and node.hijri else "ce"
        return end + 1 if self.at.word(end, wanted) else end

    def _week_and_day(self, i: int) -> Found:
        """الأسبوع المقبل يوم الجمعة."""
        week = self._of_week(i)
        day = self._weekday(week[1]) if week else None
        if week is None or day is None or not isinstance(day[0], Weekday):
            return None
        return Weekday(weekday=day[0].weekday, week_shift=week[0]), day[1]

    def _running_week(self, i: int) -> Found:
        """الأسبوع or أسبوعي "my week" at the head of a clause, where it can be neither an adjective nor part of a phrase."""
        at = self.at
        if not (i == 0 or at.form(i - 1) in _COMMAS or at.form(i - 1) in (".", "(", ":") or at.word(i - 1, "during")):
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
        found = self._period(self.at.skip(after, *_OF))
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
        """What may have parts: a month, a year, a week, a decade; "the week" and "the month" alone are the running ones."""
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
        found = self._period(self.at.skip(number[1], *_OF))
        return (Part(piece=_FRACTIONS[word.kind], of=found[0], number=number[0]), found[1]) if found else None

    def _nth(self, i: int) -> tuple[int, int] | None:
        if self.at.word(i, "last"):
            return -1, i + 1
        return self.at.number(i, 1, 60, ordinal=True)

    def _weekday(self, i: int) -> Found:
        """الثلاثاء, يوم الثلاثاء الماضي, الخميس 21, الثلاثاء 5 مايو 2015, هذا يوم الجمعة."""
        at = self.at
        here = at.skip(i, "هذا")
        turn = 0 if here > i else None
        unit = at.word(here, "unit", "on")
        here = here + 1 if unit and (unit.kind == "on" or unit.name == "day" and unit.grade == "one") else here
        word = at.word(here, "weekday")
        if word is None:
            return None
        end = here + 1
        # "يوم الاثنين" is a day; the same word after a definite plural may be "the two", which context seldom asks.
        for step in (end, at.skip(end, *_COMMAS), at.skip(at.skip(end, *_COMMAS), "في"), at.skip(end, "الموافق")):
            if step in at.written and isinstance(at.written[step][1], Calendar):
                return at.written[step][1], self._era(at.written[step][0], at.written[step][1])
            if found := self._day_month(step) or self._month_day(step):
                return found
        end = self._aside(end)
        adjective = at.word(end, *_TURNS)
        if adjective:
            return Weekday(weekday=word.number, turn=_TURNS[adjective.kind]), end + 1
        if week := self._of_week(at.skip(end, *_OF)):
            return Weekday(weekday=word.number, week_shift=week[0]), week[1]
        if (day := at.number(end, 1, 31)) and self._bare(day[1]):
            if at.number(end, 1, 5, ordinal=True):
                return Weekday(weekday=word.number, nth=day[0]), day[1]
            return Weekday(weekday=word.number, day=day[0]), day[1]
        within = at.skip(end, "في")
        if within > end and (day := at.number(within, 1, 31, ordinal=True)) and self._bare(day[1]):
            return Weekday(weekday=word.number, day=day[0]), day[1]
        if today := at.word(end, "day"):
            if today.number in (0, -1, 1) and not today.lead:
                return Shifted(unit="day", by=today.number), end + today.length
        return Weekday(weekday=word.number, turn=turn), end

    def _aside(self, end: int) -> int:
        """Past "morning", "evening" between a weekday and its adjective: مساء stands before, so that nothing is skipped."""
        return end

    def _of_week(self, i: int) -> tuple[int, int] | None:
        found = self._unit(i)
        if found and isinstance(found[0], Shifted) and found[0].unit == "week":
            return found[0].by, found[1]
        return None

    def _bare(self, i: int) -> bool:
        """Whether no counted noun follows, so that a number before it may be a day."""
        return not self.at.cut.is_word(i) or self.at.word(i) is not None

    def _day_month(self, i: int) -> Found:
        """20 مايو 2019, الحادي والعشرين من مايو, 4-22 يناير, الثاني والثالث من مايو, 20 من الشهر الجاري."""
        at = self.at
        skipped = self._skip_day_word(i)
        day = at.number(skipped)
        if day is None:
            return self._month_day(i) if i not in at.numerals else None
        first, end = day
        last: int | None = None
        tie = at.skip(end, "-", "–", "و", "الي", "حتي")
        joined = at.numerals.get(tie)
        if (tie > end or (joined is not None and joined.joined)) and (more := at.number(tie, first + 1)):
            after = at.skip(more[1], "من", "-", "/", ".")
            if self._month_at(after) or self._relative_month(after):
                last, end = more
        after = at.skip(end, "من", "-", "/", ".", "ل")
        # هذا الشهر may follow without من (من 4 إلى 22 هذا الشهر).
        if shift := self._relative_month(after):
            if shift[0] == 0 and after == end and last is None and not at.form(after).startswith("هذا"):
                return None
            return Calendar(day=first, day_to=last, month_shift=shift[0]), shift[1]
        month = self._month_at(after)
        if month is None:
            return None
        node, end = self._with_year(month, first, last)
        year = date_words().famous.get((month[0].number, first)) if at.form(i - 1) in date_words().famous_after else None
        if isinstance(node, Calendar) and node.year is None and year is not None:
            return Calendar(year=year, month=node.month, day=first), end
        return node, end

    def _skip_day_word(self, i: int) -> int:
        unit = self.at.word(i, "unit", "on")
        return i + 1 if unit and (unit.kind == "on" or unit.name == "day" and unit.grade != "many") else i

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
        if word is None:
            return None
        end = here + word.length
        for opening, closing in (("(", ")"), ("/", ""), ("-", ""), ("،", "")):
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
        of = at.skip(at.skip(end, *_COMMAS), "من", "في")
        relative = self._unit(of)
        if relative and isinstance(relative[0], Shifted) and relative[0].unit == "year":
            shift = relative[0].by
            return Calendar(month=word.number, day=day, day_to=day_to, hijri=word.hijri, year_shift=shift), relative[1]
        turn: int | None = None
        adjective = at.word(end, *_TURNS)
        if adjective and adjective.article:
            turn, end = _TURNS[adjective.kind], end + 1
        return Calendar(month=word.number, day=day, day_to=day_to, hijri=word.hijri, turn=turn), end

    def _year_after(self, i: int, hijri: bool) -> tuple[int, int, bool] | None:
        """A year behind a month: year, token after, and whether it is Hijri."""
        at = self.at
        here = at.skip(at.skip(i, *_COMMAS, ".", "-", "/"), "من", "ل")
        unit = at.word(here, "unit")
        named = unit is not None and unit.name == "year" and unit.grade == "one"
        here = here + 1 if named else here
        return self._year_number(here, named=named, hijri=hijri)

    def _year_number(self, i: int, *, named: bool, hijri: bool = False) -> tuple[int, int, bool] | None:
        at = self.at
        numeral = at.numerals.get(i)
        if numeral is None or numeral.joined or numeral.kind != "number" or not isinstance(numeral.low, int) or numeral.counted:
            return None
        year, end = numeral.low, numeral.last
        following = at.numerals.get(end)
        # "nineteen ninety-nine", said as two numbers.
        if numeral.word and year in (18, 19, 20) and following and following.word and not following.joined:
            if isinstance(following.low, int) and 10 <= following.low <= 99:
                return year * 100 + following.low, following.last, False
        era = at.word(end, "hijri", "ce")
        if era and not (era.kind == "ce" and at.cut.starts[end] - at.cut.ends[end - 1] > 1):
            return year, end + 1, era.kind == "hijri"
        four = numeral.literal and 1000 <= year <= 2100 or numeral.word and 1000 <= year <= 2100
        if four or (named and 100 <= year <= 2999):
            return year, end, year < 1500 and (hijri or (named and 1300 < year))
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
        return of_part is not None or (before is not None and before.kind in ("begin", "middle", "end")) or (
            word.number == 9 and word.hijri and before is not None and before.kind in ("in", "during", "since", "until")
        )

    def _year(self, i: int) -> Found:
        """عام 2014, سنة ٢٠١٥, 1436 هـ, and 2014 alone after in, since, during or "the war of"."""
        at = self.at
        unit = at.word(i, "unit", "years_pair")
        if unit and (unit.kind == "years_pair" or (unit.name == "year" and unit.grade in ("one", "many") and not unit.article)):
            if at.form(i - 1) in date_words().general_after:
                return None
            year = self._year_number(i + 1, named=unit.grade != "many")
            return (Calendar(year=year[0], hijri=year[2]), year[1]) if year else None
        numeral = at.numerals.get(i)
        if numeral is None or numeral.kind != "number":
            return None
        year = self._year_number(i, named=False)
        if year is None:
            return None
        value, end, hijri = year
        # "1500 م" may be metres: without "year" the era tells only what could be one of late.
        era = end > numeral.last and (hijri or 1900 <= value <= 2099)
        if numeral.literal and 1900 <= value <= 2099 and self._year_context(i, end):
            self.years.add(i)
            return Calendar(year=value), end
        if numeral.word and end > numeral.last and not era and value in range(1800, 2100):
            return Calendar(year=value), end
        if numeral.word and numeral.article and value == 2000 and at.word(i - 1, "in", "since", "during", "from"):
            return self._two_thousands(end)
        return (Calendar(year=value, hijri=hijri), end) if era and (numeral.literal or numeral.word) else None

    def _two_thousands(self, end: int) -> Found:
        """في الألفين: the decade; في الألفين والعشرات: the one after."""
        if self.at.form(end) == "والعشرات":
            return Decade(start=2010), end + 1
        return Decade(start=2000), end

    def _year_context(self, i: int, end: int) -> bool:
        before = self.at.word(i - 1, "in", "since", "until", "during", "begin", "middle", "end", "before", "after", "between")
        if before is None:
            return self.at.form(i - 1) in date_words().year_nouns or self._after_year(i)
        # A round number before an indefinite noun counts it: في 2000 قرية.
        following = self.at.form(end)
        counts = self.at.cut.is_word(end) and not following.startswith("ال") and self.at.word(end) is None
        return not (counts and self.at.numerals[i].low in (1900, 2000))

    def _after_year(self, i: int) -> bool:
        """Whether a year stands before, joined by و or a comma (في 2003 و2012)."""
        before = self.at.numerals.get(i - 2)
        tie = self.at.form(i - 1)
        return tie in ("و", "،", ",") and before is not None and before.literal and i - 2 in self.years

    def _day_word(self, i: int) -> Found:
        """أمس, اليوم, بعد غد, في اليوم التالي, اليوم الثلاثاء."""
        at = self.at
        here = i
        unit = at.word(i, "unit")
        if unit and unit.name == "day" and unit.grade == "one" and not unit.article and at.word(i + 1, "day"):
            here = i + 1
        if word := at.word(here, "next_day"):
            return DayAfter(), here + word.length
        word = at.word(here, "day")
        if word is None:
            return None
        end = here + word.length
        if word.number == 0:
            if word.lead not in ("", "و", "ف") or at.form(here - 1) in date_words().today_not_after or self._nth(end) or at.word(end, *_TURNS):
                return None
            if at.form(end) in ("الواحد", "نفسه", "ذاته", "الذي", "و"):
                return None
        opened = at.skip(end, "(")
        if at.word(opened, "weekday"):
            end = at.skip(opened + 1, ")") if opened > end else opened + 1
            step = at.skip(end, *_COMMAS)
            if step in at.written and at.written[step][2] and isinstance(at.written[step][1], Calendar):
                return at.written[step][1], self._era(at.written[step][0], at.written[step][1])
            if found := self._day_month(step):
                return found
        return Shifted(unit="day", by=word.number), end

    def _season(self, i: int) -> Found:
        word = self.at.word(i, "season")
        if word is None:
            return None
        end = i + 1
        if word.article:
            adjective = self.at.word(end, *_TURNS)
            if adjective is None or not adjective.article:
                return None
            return InSeason(season=word.name, turn=_TURNS[adjective.kind]), end + 1  # type: ignore[arg-type]
        year = self._year_after(end, False)
        if year is not None:
            return InSeason(season=word.name, year=year[0]), year[1]  # type: ignore[arg-type]
        relative = self._unit(self.at.skip(end, "من"))
        if relative and isinstance(relative[0], Shifted) and relative[0].unit == "year":
            turn = relative[0].by if relative[0].by in (-1, 0, 1) else None
            return InSeason(season=word.name, turn=turn), relative[1]  # type: ignore[arg-type]
        return None

    def _decade(self, i: int) -> Found:
        word = self.at.word(i, "decade")
        if word is None:
            return None
        end = i + 1
        century = {"القرن": 1}.get(self.at.form(self.at.skip(end, "من")))
        if century:
            here = self.at.skip(end, "من") + 1
            if self.at.word(here, "past", "last"):
                return Decade(start=1900 + word.number), here + 1
            if number := self.at.number(here, 15, 21, ordinal=True):
                return Decade(start=(number[0] - 1) * 100 + word.number), number[1]
        return (Decade(start=word.number), end) if word.article else None

    def _bare_day(self, i: int) -> Found:
        """يوم 27 and, after a verb of coming or going, a bare 27: a day of the running month."""
        at = self.at
        unit = at.word(i, "unit")
        if unit and unit.name == "day" and unit.grade == "one" and not unit.article:
            day = at.number(i + 1)
            if day and at.form(i + 1).isdigit() and self._bare(day[1]):
                return Calendar(day=day[0]), day[1]
            return None
        day = at.number(i)
        if day is None or at.cut.is_word(day[1]):
            return None
        numeral = at.numerals.get(i)
        if numeral is None:
            return None
        before = at.form(i - 1)
        travelled = before in date_words().travel or (at.word(i - 1, "to", "in") and at.form(i - 2) in date_words().travel)
        if travelled and (numeral.literal or numeral.article or numeral.kind == "ordinal"):
            return Calendar(day=day[0]), day[1]
        return None
