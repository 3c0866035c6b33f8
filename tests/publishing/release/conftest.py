from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pytest

from marsad.extracting import extract
from marsad.publishing.release import About, Release, open_release
from marsad.publishing.release.of_store import tables_of
from marsad.publishing.release.writing import write_release
from marsad.records import Report
from marsad.storing import Query, Store, open_store

TEXTS = (
    "باماكو - قُتل خمسة جنود وأصيب ثلاثة في هجوم شنه تنظيم القاعدة على بلدة تيساليت في شمال مالي يوم 9 مايو 2021.\n",
    "داكار - أدانت محكمة في السنغال رجلين بالانتماء إلى تنظيم القاعدة يوم 31 يناير 2022.\n",
    "مقديشو - قال المتحدث باسم الشرطة إن 12 شخصا على الأقل قتلوا، بينهم ثلاثة من الشرطة، في تفجير في بيدوا يوم 3 مارس 2023.\n"
    "وحذر محللون من احتمال تزايد الهجمات في الصومال خلال العام المقبل.\n",
    "نيروبي - قتل 14 شخصا في تفجير في بيدوا يوم 3 مارس 2023، وفق ما أعلن مستشفى المدينة.\n",
)  # fmt: skip

Build = Callable[..., dict[str, pa.Table]]


def add(store: Store, texts: Sequence[str]) -> None:
    """Read the texts as reports of one paper, and store them."""
    mark = store.begin_run(["texts"])
    for text in texts:
        digest = sha256(text.encode()).hexdigest()
        report = Report(
            id="r" + digest[:16], source=f"{digest[:6]}.txt", sha256=digest, text=text, outlet="جريدة المساء",
            published=date(2023, 3, 4),
        )  # fmt: skip
        found = extract(report, model=False)
        store.add(report, text.encode(), found.mentions, found.claims, mark)


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Adds reports to a store of their own, and gives the tables of all it says."""

    def run(texts: Sequence[str] = TEXTS, name: str = "one") -> dict[str, pa.Table]:
        with open_store(str(tmp_path / f"{name}.db"), create=True) as store:
            add(store, texts)
            return tables_of(store, Query())

    return run


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release of all the texts: tests leave it as it is."""
    place = tmp_path_factory.mktemp("released")
    about = About(title="هجمات", creators=("Diallo, Awa", "مرصد"), license="CC-BY-4.0")
    with open_store(str(place / "marsad.db"), create=True) as store:
        add(store, TEXTS)
        folder, _ = write_release(tables_of(store, Query()), place / "releases", about, datetime.now(UTC))
    return open_release(folder)
