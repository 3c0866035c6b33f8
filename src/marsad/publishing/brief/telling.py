"""Numbers, days, names and labels as a language writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from marsad.catalogue import Catalogue, load
from marsad.codebook import Codebook
from marsad.codebook import load as load_codebook
from marsad.records import Bounds, Claim, DateRange, Entity, Place, Report

from .types import Digits, Language, Run, Source
from .wording import Wording, fill, merged, wording

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True)
class Teller:
    """Says things in a language, with digits of choice: ``arab`` ٠١٢, ``latn`` 012.

    Labels come from the codebook, names from the catalogue, plural categories, months and countries from Unicode CLDR.
    """

    language: Language
    digits: Digits
    words: Wording = field(init=False)
    _locale: Locale = field(init=False)
    _codebook: Codebook = field(init=False)
    _catalogue: Catalogue = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", wording(self.language))
        object.__setattr__(self, "_locale", Locale.parse("ar" if self.language == "ar" else "en_GB"))
        object.__setattr__(self, "_codebook", load_codebook())
        object.__setattr__(self, "_catalogue", load())

    def number(self, number: float) -> str:
        """A number with its separators."""
        return self.shown(format_decimal(number, locale=self._locale, numbering_system=self.digits))

    def percent(self, share: float) -> str:
        """A share from 0 to 1 in whole percent."""
        return f"{self.number(round(100 * share))}{'٪' if self.digits == 'arab' else '%'}"

    def shown(self, text: str) -> str:
        """The text in digits of choice."""
        return text.translate(_ARABIC_DIGITS) if self.digits == "arab" else text

    def count(self, noun: str, number: int) -> str:
        """So many events, reports or forecasts: a noun in the form that its number asks for."""
        return self._form(self.words.counts[noun], number)  # type: ignore[index]  # named by the caller

    def measure(self, code: str, number: float) -> str:
        """So many killed, arrested...: the codebook's forms."""
        forms = getattr(self._codebook.measures[code].forms, self.language)
        return self._form(forms.model_dump(), number)

    def _form(self, forms: Mapping[str, str], number: float) -> str:
        return forms[self._locale.plural_form(number)].replace("{n}", self.number(number))

    def toll(self, code: str, bounds: Bounds) -> str | None:
        """A toll with its least and greatest figure; None where it says nothing."""
        low, best, high = bounds.low, bounds.best if bounds.best is not None else bounds.low, bounds.high
        forms = self.words.toll
        if best is None or (low is None and high is not None):
            return forms.most.replace("{high}", self.measure(code, high)) if high is not None else None
        said = self.measure(code, best)
        if high is None:
            return forms.least.replace("{best}", said) if best else None
        if low is None or low == high:
            return forms.exact.replace("{best}", said)
        bounded = forms.range.replace("{best}", said)
        return bounded.replace("{low}", self.number(low)).replace("{high}", self.number(high))

    def tolls(self, figures: Mapping[str, Bounds]) -> str:
        """Tolls by measure in the codebook's order, joined."""
        said = (self.toll(code, figures[code]) for code in self._codebook.measures if code in figures)
        return self.words.comma.join(one for one in said if one)

    def day(self, day: date) -> str:
        """A day in words."""
        return self.shown(format_date(day, "d MMMM y", locale=self._locale))

    def days(self, days: DateRange | None) -> str:
        """A day, a whole month or year, or a range."""
        if days is None or (days.earliest is None and days.latest is None):
            return self.words.unknown_day
        first, last = days.earliest, days.latest
        if last is None or first is None:
            open_ = self.words.since_day if last is None else self.words.until_day
            return open_.replace("{first}", self.day(first or date.min)).replace("{last}", self.day(last or date.min))
        if first == last:
            return self.day(first)
        ends_month = (last + timedelta(days=1)).day == 1 if last < date.max else True
        if first.day == 1 and ends_month and (first.year, first.month) == (last.year, last.month):
            return self.shown(format_date(first, "MMMM y", locale=self._locale))
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return self.shown(str(first.year))
        return self.words.between.replace("{first}", self.day(first)).replace("{last}", self.day(last))

    def type(self, code: str) -> str:
        """The label of an event type."""
        return str(getattr(self._codebook.events[code].label, self.language))

    def status(self, code: str) -> str:
        """The label of a status."""
        return str(getattr(self._codebook.statuses[code].label, self.language))

    def name(self, entity: Entity) -> Run:
        """A name: the catalogue's in the language of the brief, else as the report has it."""
        known = self._catalogue.entry(entity.entity) if entity.entity else None
        place = self._catalogue.place(entity.entity) if entity.entity else None
        english = (known.en if known else None) or (place.en if place else None)
        return Run((english if self.language == "en" else None) or entity.name or entity.text, foreign=True)

    def called(self, name: str) -> str:
        """The name of an id of the catalogue; anything else as it is."""
        known = self._catalogue.entry(name) or self._catalogue.place(name)
        return name if known is None else (known.en if self.language == "en" else known.name)

    def is_actor(self, entity: Entity) -> bool:
        """Whether an entity is of the catalogue and acts: states do, smaller places do not."""
        place = self._catalogue.place(entity.entity) if entity.entity else None
        return entity.entity is not None and (place is None or place.precision == "country")

    def place(self, place: Place | None) -> tuple[Run, ...]:
        """A place with its country, where they differ."""
        if place is None:
            return (Run(self.words.unknown_place),)
        known = self._catalogue.place(place.id) if place.id else None
        name = (known.en if known and self.language == "en" else None) or place.name or place.text
        if place.precision == "country" or place.country is None:
            return (Run(self.country(place.country) if place.country else name, foreign=True),)
        return merged([Run(name, foreign=True), Run(self.words.comma), Run(self.country(place.country), foreign=True)])

    def country(self, code: str) -> str:
        """A country's name."""
        return str(self._locale.territories.get(code, code))

    def names(self, entities: Iterable[Entity]) -> tuple[Run, ...]:
        """Names joined, each once."""
        return self.joined([(run,) for run in dict.fromkeys(map(self.name, entities))])

    def joined(self, items: Sequence[Sequence[Run]]) -> tuple[Run, ...]:
        """Items with commas and a last "and"."""
        out: list[Run] = []
        for at, item in enumerate(items):
            if at:
                out.append(Run(self.words.and_ if at == len(items) - 1 else self.words.comma))
            out += item
        return merged(out)

    def quoted(self, text: str) -> tuple[Run, ...]:
        """Words of a report between quotation marks, in one line."""
        return fill(self.words.quote, text=Run(" ".join(text.split()), foreign=True))

    def source(self, claim: Claim, report: Report) -> Source:
        """A claim as a footnote names it."""
        day = self.day(report.published) if report.published else None
        return Source(claim.id, report.id, report.outlet, day, " ".join(claim.text.split()))
