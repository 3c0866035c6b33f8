"""Years, seasons and decades: عام 2014, 1436 هـ, صيف 2014, التسعينيات."""

from __future__ import annotations

from .months import Months
from .nodes import Calendar, Decade, InSeason, Shifted
from .shape import TURNS, Found
from .words import date_words


class Years(Months):
    """The shapes that name a year or what is counted in years."""

    def _year(self, i: int) -> Found:
        """عام 2014, سنة ٢٠١٥, 1436 هـ, and 2014 alone after in, since, during or "the war of"."""
        at = self.at
        unit = at.word(i, "unit", "years_pair")
        if unit and (unit.kind == "years_pair" or (unit.name == "year" and unit.grade in ("one", "many"))):
            if at.form(i - 1) in date_words().general_after:
                return None
            year = self._year_number(i + 1, named=unit.grade != "many" and not unit.article)
            if year:
                self.years.add(i + 1)
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
        before = self.at.word(
            i - 1, "in", "since", "until", "during", "begin", "middle", "end", "before", "after", "between"
        )
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

    def _season(self, i: int) -> Found:
        word = self.at.word(i, "season")
        if word is None:
            return None
        end = i + 1
        if word.article:
            adjective = self.at.word(end, *TURNS)
            if adjective is None or not adjective.article:
                return None
            return InSeason(season=word.name, turn=TURNS[adjective.kind]), end + 1  # type: ignore[arg-type]
        year = self._year_after(end, False)
        if year is not None:
            return InSeason(season=word.name, year=year[0]), year[1]  # type: ignore[arg-type]
        relative = self._unit(self.at.skip(end, "من"))
        if relative and isinstance(relative[0], Shifted) and relative[0].unit == "year":
            return InSeason(season=word.name, year_shift=relative[0].by), relative[1]  # type: ignore[arg-type]
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
