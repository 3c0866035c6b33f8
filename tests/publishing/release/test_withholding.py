from __future__ import annotations

import pytest

from marsad.catalogue import Catalogue, load
from marsad.publishing.release.gathering import gather
from marsad.publishing.release.withholding import PERSON, outlet_of, without_links
from marsad.records import Bounds, Claim, Entity, Event, EventBody, Mention, RelationBody, Report, Role, Span

TEXT = "قتل سالم الحداد في انفجار وأصيب وزير الصحة كامل النجار. واتهمت الشرطة تنظيم القاعدة. وسامي الحداد شقيق سالم الحداد."
VICTIM, MINISTER = "سالم الحداد", "كامل النجار"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def at(words: str) -> tuple[str, int, int]:
    start = TEXT.index(words)
    return words, start, start + len(words)


def mention(words: str, kind: str) -> Mention:
    text, start, end = at(words)
    return Mention(report="r1", start=start, end=end, text=text, type=kind, name=text)  # type: ignore[arg-type]


def told(outlet: str | None = None) -> tuple[list[Report | Mention | Claim], Event]:
    report = Report(id="r1", source="https://example.org/1", sha256="0" * 64, text=TEXT, title="عنوان", outlet=outlet)
    roles = (
        Role(*at(VICTIM), name=VICTIM, role="victim"),
        Role(*at(f"وزير الصحة {MINISTER}"), name=MINISTER, role="victim"),
        Role(*at("تنظيم القاعدة"), name="تنظيم القاعدة", entity="al-qaida", role="agent"),
    )
    text, start, end = at("انفجار")
    event = Claim(
        id="c1", report="r1", kind="event", start=0, end=26, text=TEXT[:26],
        event=EventBody(type="ASSAULT", trigger=Span(text, start, end), roles=roles),
    )  # fmt: skip
    kin = Claim(
        id="c2", report="r1", kind="relation", start=90, end=94, text=TEXT[90:94],
        relation=RelationBody(predicate="sibling-of", subject=Entity(*at("سامي الحداد")), object=Entity(*at(VICTIM))),
    )  # fmt: skip
    mentions = [mention(VICTIM, "person"), mention("سامي الحداد", "person"), mention("وزير الصحة", "role")]
    mentions.append(mention(MINISTER, "person"))
    merged = Event(
        id="e1", type="ASSAULT", status="occurred", claims=("c1",), reports=("r1",), rule="r", roles=roles,
        figures={"killed": Bounds(low=1, best=1, high=1)},
    )  # fmt: skip
    return [report, *mentions, event, kin], merged


def test_private_persons_are_named_in_no_cell_but_the_evidence(catalogue: Catalogue) -> None:
    records, event = told()
    tables = gather(records, [event], (), catalogue)
    for name, table in tables.items():
        for row in table.to_pylist():
            cells = {column: str(value) for column, value in row.items() if column != "text"}
            assert not any("الحداد" in value for value in cells.values()), (name, cells)
    (row,) = [row for row in tables["claims"].to_pylist() if row["kind"] == "event"]
    assert row["text"] == TEXT[:26]
    assert [p["name"] for p in tables["participants"].to_pylist()] == [PERSON, MINISTER, "تنظيم القاعدة"]
    assert tables["actors"]["id"].to_pylist() == ["al-qaida"]


def test_leaders_of_groups_are_public(catalogue: Catalogue) -> None:
    records, event = told()
    leads = Claim(
        id="c3", report="r1", kind="relation", start=4, end=15, text=VICTIM,
        relation=RelationBody(predicate="leader-of", subject=Entity(*at(VICTIM)), object=None),
    )  # fmt: skip
    claims = gather([*records, leads], [event], (), catalogue)["claims"].to_pylist()
    assert {row["id"]: row["subject"] for row in claims if row["kind"] == "relation"} == {"c2": PERSON, "c3": VICTIM}


def test_words_and_links_of_armed_groups_outlets_are_withheld(catalogue: Catalogue) -> None:
    records, event = told(outlet="وكالة أعماق")
    tables = gather(records, [event], (), catalogue)
    (report,) = tables["reports"].to_pylist()
    assert report["outlet_of"] == "isil"
    assert report["title"] is None
    assert report["source"] == "hxxps://example.org/1"
    assert tables["claims"]["text"].null_count == tables["claims"].num_rows
    assert tables["claims"]["start"].null_count == 0


def test_other_outlets_are_no_groups(catalogue: Catalogue) -> None:
    records, _ = told(outlet="رويترز")
    report = records[0]
    assert isinstance(report, Report)
    assert outlet_of(report, catalogue) is None
    assert without_links("a.txt") == "a.txt"
