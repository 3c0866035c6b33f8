"""Periods counted from the report's day: last week, this year, the last five years, three days ago."""

from __future__ import annotations

from .nodes import Distance, Same, Shifted, TakenUp, Unit, Window
from .shape import TURNS, Found, Shape
from .words import DateWord, date_words

_OWN_PERIODS = ("week", "month", "year", "decade", "century", "day")
_TAKEN_UP: dict[str, TakenUp] = {"week": "week", "month": "month", "year": "year"}
# "A few days" are read as three, as Recognizers-Text does.
_FEW = 3


class Counted(Shape):
    """The shapes of counted periods."""

    def _unit(self, i: int) -> Found:
        """العام الماضي, هذا الشهر, العام نفسه, الأسبوع بعد القادم, الأسبوع الثالث من مايو."""
        at = self.at
        demonstrative = at.word(i, "demonstrative", "same_before")
        here = i + 1 if demonstrative else i
        word = at.word(here, "unit")
        if word is None or word.grade != "one" or word.name not in _OWN_PERIODS:
            return None
        if word.name == "year" and self._general(here):
            return None
        unit: Unit = word.name  # type: ignore[assignment]
        same = at.word(here + 1, "same") if demonstrative is None else None
        if word.article and (same or (demonstrative and demonstrative.kind == "same_before")):
            taken_up = _TAKEN_UP.get(word.name)
            return (Same(unit=taken_up), here + 1 + (same is not None)) if taken_up else None
        if word.article and at.word(here + 1, "following") and (taken_up := _TAKEN_UP.get(word.name)):
            return Same(unit=taken_up, by=1), here + 2
        if demonstrative is not None:
            return (Shifted(unit=unit, by=0), here + 1) if word.article and unit != "day" else None
        if not word.article:
            return None
        end = here + 1
        twice = at.word(end, "after", "before")
        if twice and at.word(end + 1, "next", "past") and at.form(end + 1).startswith("ال"):
            by = 2 if at.word(end + 1, "next") else -2
            return Shifted(unit=unit, by=by), end + 2
        if unit == "week" and (nth := self._nth_week(end)):
            return nth
        adjective = at.word(end, *TURNS)
        if adjective is None or not adjective.article:
            return None
        if unit == "day" and adjective.kind != "next":
            return None
        return Shifted(unit=unit, by=TURNS[adjective.kind]), end + 1

    def _general(self, i: int) -> bool:
        """Whether عام before token ``i`` + 1 is the adjective "general" (الأمين العام السابق)."""
        before = self.at.form(i - 1)
        return any(
            before == t or before[1:] == t or (before[2:] == t[2:] != "" and before[:1] == "ل")
            for t in date_words().general_after
        )

    def window(self, i: int) -> Found:
        """الأعوام الخمسة الأخيرة, آخر 3 سنوات, 3 أيام القادمة, الأيام القليلة الماضية, الـ24 ساعة الماضية."""
        at = self.at
        final = at.word(i, "final")
        if final is not None:
            counted = self._counted_unit(i + 1)
            if counted is None:
                return None
            return Window(unit=counted[0], count=counted[1], sign=-1), counted[2]
        counted = self._counted_unit(i)
        if counted is None:
            return None
        unit, count, end, definite = counted
        adjective = at.word(end, "past", "last", "next")
        if adjective is None or (not (adjective.article or adjective.grade) and at.form(end) not in ("مضت", "خلت")):
            return None
        if not (definite or adjective.article) or (count == 1 and unit != "hour"):
            return None
        return Window(unit=unit, count=count, sign=TURNS[adjective.kind]), end + 1

    def _counted_unit(self, i: int) -> tuple[Unit, int | None, int, bool] | None:
        """Unit, how many of it, the token after, and whether the article stands on it."""
        at = self.at
        word = at.word(i, "unit")
        if word is None:
            # "ال 24 ساعة", "الثلاثة عقود", "3 أيام".
            here = at.skip(i, "ال")
            count = at.number(here, 1, 1000, ordinal=False)
            if count is None or not (word := at.word(count[1], "unit")) or word.grade == "two":
                return None
            numeral = at.numerals.get(here)
            definite = here > i or word.article or (numeral is not None and (numeral.article or "ال" in numeral.lead))
            return word.name, count[0], count[1] + 1, definite  # type: ignore[return-value]
        unit: Unit = word.name  # type: ignore[assignment]
        if word.grade == "two":
            return unit, 2, i + 1, word.article
        if word.grade == "one":
            return None
        here = at.skip(i + 1, "ال")
        if at.word(here, "few"):
            return unit, _FEW, here + 1, word.article
        count = at.number(here, 1, 1000, ordinal=False)
        if count is not None and (word.article or here > i + 1):
            return unit, count[0], count[1], word.article
        return unit, None, i + 1, word.article

    def distance(self, i: int) -> tuple[tuple[tuple[Unit, int, int], ...], int, bool] | None:
        """ "Two years, one month and 21 days", "three days", "a week", "days": lengths, token after, and
        "from now"."""
        at = self.at
        lengths: list[tuple[Unit, int, int]] = []
        here = i
        while (length := self._length(here)) is not None:
            lengths.append(length[0])
            here = length[1]
            step = at.skip(at.skip(here, ",", "،"), "و")
            following = at.word(step, "unit") or (
                at.word(at.numerals[step].last, "unit") if step in at.numerals else None
            )
            joined = (
                step > here
                or (following is not None and following.lead.startswith("و"))
                or (step in at.numerals and at.numerals[step].joined)
            )
            if following is None or not joined:
                break
            here = step
        if not lengths:
            return None
        if at.form(here) == "من" and at.word(here + 1, "now"):
            return tuple(lengths), here + 2, True
        return tuple(lengths), here, False

    def _length(self, i: int) -> tuple[tuple[Unit, int, int], int] | None:
        at = self.at
        about = at.skip(i, *date_words().about)
        word: DateWord | None = at.word(about, "unit")
        if word is not None:
            i = about
            if word.article:
                return None
            unit: Unit = word.name  # type: ignore[assignment]
            if word.grade == "one":
                # "a month" or, with its number behind it, "one month"; but not "the year 2009", "Sunday".
                one = at.number(i + 1, 1, 1, ordinal=False)
                named = at.word(i + 1, "month", "weekday", "day", "unit")
                if one is None and ((named and "و" not in named.lead) or self._numbered(i + 1)):
                    return None
                return (unit, 1, 1), one[1] if one else at.skip(i + 1, "واحد", "واحده")
            if word.grade == "two":
                return (unit, 2, 2), i + 1
            if at.word(i + 1, "few"):
                return (unit, 3, 9), i + 2
            # "Years ago" may be any number of them.
            return ((unit, 2, 9), i + 1) if unit in ("hour", "day", "week", "month") else None
        numeral = at.numerals.get(about)
        if numeral is None or numeral.kind not in ("number", "few") or numeral.counted:
            return None
        word = at.word(numeral.last, "unit")
        if word is None or word.article or not isinstance(numeral.low, int) or not isinstance(numeral.high, int):
            return None
        if not 0 < numeral.high <= 10_000:
            return None
        blur = 1 if about > i and numeral.low > 2 else 0
        return (word.name, numeral.low - blur, numeral.high + blur), numeral.last + 1  # type: ignore[return-value]

    def _numbered(self, i: int) -> bool:
        numeral = self.at.numerals.get(i)
        return (numeral is not None and not numeral.joined) or (i in self.at.written)

    def ago(self, i: int) -> Found:
        """قبل ثلاثة أيام, منذ شهر و21 يوما من الآن; not "three days before the elections"."""
        at = self.at
        word = at.word(i, "before", "after", "since")
        if word is None:
            lengths = self.distance(i)
            if lengths is not None and lengths[2]:
                return Distance(lengths=lengths[0], sign=-1, exact=True), lengths[1]
            return None
        lengths = self.distance(i + word.length)
        if lengths is None:
            return None
        parts, end, from_now = lengths
        # "Three days before the elections", "three years after (على) the attack" count from there.
        counts_from = ("من", "علي") if word.kind == "after" else ("من",)
        if not from_now and word.kind != "since" and at.form(end) in counts_from:
            return None
        return Distance(lengths=parts, sign=1 if word.kind == "after" else -1, exact=from_now), end

    def from_told(self, i: int) -> Found:
        """بعد ذلك بعامين, وقبلها بنحو ستة أشهر: so long after or before what was told."""
        word = self.at.word(i, "after_it", "before_it")
        lengths = self.distance(i + word.length) if word and self.at.form(i + word.length).startswith("ب") else None
        if word is None or lengths is None:
            return None
        return Distance(lengths=lengths[0], sign=1 if word.kind == "after_it" else -1, told=True), lengths[1]

    def _nth_week(self, i: int) -> Found:  # noqa: ARG002
        """The third week of May: for the grammar to say, which knows months and years."""
        return None
