"""When an event happened, as a codebook writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from marsad.codebook.conventions import DateCode, Dates
from marsad.records import DateRange


@dataclass(frozen=True, slots=True)
class Written:
    """First and last day of a row's date, the same where one day stands for the event, and its precision's code."""

    first: date | None
    last: date | None
    code: DateCode | None


def days(told: DateRange | None) -> int | None:
    """How many days a date spans, both ends included; None where an end is open or out of order."""
    if told is None or told.earliest is None or told.latest is None or told.latest < told.earliest:
        return None
    return (told.latest - told.earliest).days + 1


def written(told: DateRange | None, published: date | None, rules: Dates) -> Written:
    """The date by the codebook's rules; a code only where both ends are known and not too far apart for all codes.

    ``published`` is the day of the first report, which some codebooks take where no date is told.
    """
    if told is None:
        day = published if rules.untold == "published" else None
        return Written(day, day, None)
    span = days(told)
    code = next((one for one in rules.codes if span is not None and span <= one.days), None)
    if rules.written == "span":
        return Written(told.earliest, told.latest, code)
    if rules.written == "first" or span is None or told.earliest is None:
        return Written(told.earliest, told.earliest, code)
    middle = told.earliest + timedelta(days=(span - 1) // 2)
    return Written(middle, middle, code)
