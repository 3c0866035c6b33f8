"""Reports that tell of the same few events, for the tests of events across reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from marsad.interchange import to_json
from marsad.records import Claim, DateRange, EventBody, FigureBody, Place, Report, Role, Span
from marsad.storing import Query, Store, find_claims, find_events, find_reports, open_store

TOWNS = {
    "غاو": ("ML", 16.27, -0.04),
    "تيساليت": ("ML", 20.2, 1.01),
    "بيدوا": ("SO", 3.11, 43.65),
}
FIRST = date(2023, 5, 1)
START = datetime(2024, 1, 1, 12)
_NUMBERS = {2: "جنديين", 9: "تسعة جنود", 14: "أربعة عشر جنديا", 30: "ثلاثين جنديا"}


@dataclass(frozen=True)
class Told:
    """One event as a report tells it: an attack in a town, ``day`` days after the first, with so many killed."""

    town: str
    day: int
    killed: int | None = None
    denied: bool = False


def report_of(number: int, events: Sequence[Told], published: int | None) -> tuple[Report, tuple[Claim, ...]]:
    """A report, published so many days after the first, with a sentence for each of ``events``."""
    text = ""
    claims: list[Claim] = []
    id_ = f"report-{number}"
    for at, told in enumerate(events):
        begin = len(text)
        counted = _NUMBERS[told.killed] if told.killed else ""
        text += f"هاجم مسلحون ثكنة في {told.town} وقتلوا {counted} بحسب النشرة {number}.\n"
        country, latitude, longitude = TOWNS[told.town]
        where = text.index(told.town, begin)
        day = FIRST + timedelta(told.day)
        barracks = text.index("ثكنة", begin)
        event = Claim(
            id=f"{id_}-event-{at}",
            report=id_,
            kind="event",
            start=begin,
            end=len(text) - 1,
            text=text[begin:-1],
            certainty="denied" if told.denied else "asserted",
            date=DateRange(earliest=day, latest=day, precision="day"),
            place=Place(told.town, where, where + len(told.town), name=told.town, country=country, latitude=latitude,
                        longitude=longitude, radius_km=5.0, precision="town"),
            event=EventBody(
                type="ASSAULT",
                trigger=Span("هاجم", begin, begin + 4),
                roles=(Role("ثكنة", barracks, barracks + 4, role="target", type="MIL"),),
            ),
        )  # fmt: skip
        claims.append(event)
        if counted:
            start = text.index(counted, begin)
            body = FigureBody(measure="killed", low=told.killed, high=told.killed, event=event.id)
            claims.append(
                Claim(
                    id=f"{id_}-figure-{at}", report=id_, kind="figure", start=start, end=start + len(counted),
                    text=counted, figure=body,
                )
            )  # fmt: skip
    report = Report(
        id=id_,
        source=f"{id_}.txt",
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
        published=FIRST + timedelta(published) if published is not None else None,
        outlet="النشرة",
    )
    return report, tuple(claims)


@dataclass(frozen=True)
class Adding:
    """A step of a history: a report comes in."""

    number: int
    events: tuple[Told, ...]
    published: int | None

    def do(self, store: Store) -> None:
        report, claims = report_of(self.number, self.events, self.published)
        assert store.add(report, report.text.encode(), (), claims, 1)


class Clock:
    """Time as a test sets it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    @property
    def day(self) -> date:
        return self.now.date()


_names = count()


def new_store(folder: Path, clock: Clock | None = None) -> Store:
    """An empty store of its own in which run 1 has begun."""
    place = folder / f"{next(_names)}.db"
    place.write_bytes(_empty())
    return open_store(str(place), clock=clock or Clock())


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "empty.db"
        with open_store(str(place), create=True, clock=Clock()) as store:
            store.begin_run([])
        return place.read_bytes()


def exported(store: Store, query: Query | None = None) -> list[str]:
    """All that a store says of reports, claims and events, as lines."""
    asked = query or Query()
    lines = [to_json(report) for report in find_reports(store, asked)]
    lines += [to_json(claim) for claim, _ in find_claims(store, asked)]
    return lines + [to_json(event) for event, _ in find_events(store, asked)]


def grouped(store: Store, query: Query | None = None) -> set[frozenset[str]]:
    """Which claims are of one event, whatever it is called."""
    return {frozenset(event.claims) for event, _ in find_events(store, query or Query())}


def without_ids(store: Store) -> list[str]:
    """The events of a store in order, but for their ids."""
    return [to_json(replace(event, id="")) for event, _ in find_events(store, Query())]


tellings = st.builds(
    Told,
    town=st.sampled_from(sorted(TOWNS)),
    day=st.integers(0, 3),
    killed=st.sampled_from([None, *sorted(_NUMBERS)]),
    denied=st.sampled_from([False, False, False, True]),
)


def addings(least: int, most: int) -> st.SearchStrategy[list[Adding]]:
    """Reports with one event to three, some without a day of publication."""
    one = st.tuples(st.lists(tellings, min_size=1, max_size=3), st.one_of(st.none(), st.integers(0, 6)))
    return st.lists(one, min_size=least, max_size=most).map(
        lambda some: [Adding(number, tuple(events), published) for number, (events, published) in enumerate(some)]
    )
