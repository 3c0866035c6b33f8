"""Reports written for the tests of review, and a store that holds them."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from marsad.interchange import to_json
from marsad.pipeline import processed
from marsad.reading import originals_in
from marsad.records import Claim
from marsad.reviewing.codes_of import coded_of
from marsad.reviewing.coding import CodedEvent, CodedFigure
from marsad.storing import Query, Store, find_claims, find_events, open_store
from marsad.storing.events import bring_up_to_date

TEXTS = {
    "gao-1": "باماكو، 10 مايو 2021\nقُتل تسعة جنود في هجوم شنه مسلحون على ثكنة في مدينة غاو شمالي مالي يوم 9 مايو 2021.\n",
    "gao-2": "أفاد الجيش المالي بأن مسلحين هاجموا ثكنة في مدينة غاو يوم 9 مايو 2021، وقتل في الهجوم 11 جنديا.\n",
    "gao-3": "أعلن متحدث عسكري أن مسلحين قتلوا 9 جنود في هجوم على ثكنة في غاو يوم 9 مايو 2021.\n",
    "baidoa": "قتل خمسة مدنيين في تفجير عبوة ناسفة في مدينة بيدوا جنوبي الصومال يوم 12 مايو 2021.\n",
    "prison": "أسفرت أعمال شغب في سجن بمدينة خجند يوم 8 نوفمبر 2018 عن مقتل 32 شخصا، من بينهم 29 سجينا و3 حراس.\n",
    "sanaa": "اعتقلت الشرطة أربعة أشخاص في صنعاء يوم 3 مايو 2021، وقال شهود إن مظاهرة خرجت في المدينة.\n",
}
FIRST = datetime(2024, 1, 1, 12)
_names = count()


class Clock:
    """Time as a test sets it."""

    def __init__(self) -> None:
        self.now = FIRST

    def __call__(self) -> datetime:
        return self.now


def reports_read(folder: Path, clock: Clock | None = None) -> Store:
    """A store of its own with the reports above, read by the grammar alone and put into events."""
    place = folder / f"review-{next(_names)}.db"
    place.write_bytes(_read())
    return open_store(str(place), clock=clock or Clock())


@cache
def _read() -> bytes:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "read.db"
        with open_store(str(place), create=True, clock=Clock()) as store:
            run = store.begin_run(["test"])
            for name, text in TEXTS.items():
                for one in processed(originals_in(text.encode(), f"{name}.txt"), model=False):
                    assert not isinstance(one, Exception)
                    assert store.add(one.report, one.original, one.mentions, one.claims, run)
            bring_up_to_date(store)
        return place.read_bytes()


def claims_in(store: Store, source: str, kind: str) -> list[Claim]:
    """The claims of a kind in a report named as above."""
    return [claim for claim, _ in find_claims(store, Query(report=f"{source}.txt", kind=(kind,)))]


def event_coding(claim: Claim) -> CodedEvent:
    """The coded fields of a claim of an event."""
    coded = coded_of(claim)
    assert isinstance(coded, CodedEvent)
    return coded


def figure_coding(claim: Claim) -> CodedFigure:
    """The coded fields of a claim of a figure."""
    coded = coded_of(claim)
    assert isinstance(coded, CodedFigure)
    return coded


def exported(store: Store, query: Query | None = None) -> list[str]:
    """All that a store says of claims and events, as lines."""
    asked = query or Query()
    return [to_json(claim) for claim, _ in find_claims(store, asked)] + [
        to_json(event) for event, _ in find_events(store, asked)
    ]
