from __future__ import annotations

import csv
import json
import stat
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import jsonschema
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml
from frictionless import Package

from marsad.publishing.release import About, Release, ReleaseError, ReleaseUnchangedError
from marsad.publishing.release.arrow import Builder
from marsad.publishing.release.declared import tables
from marsad.publishing.release.writing import numbers, write_release

from .conftest import TEXTS, Build

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_reports_added_anew_give_the_same_bytes(build: Build, tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        folder, manifest = write_release(build(name=name), tmp_path / name, About(), NOW)
        data = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        found.append((manifest.sha256, {path: body for path, body in data.items() if path != "manifest.json"}))
    assert found[0] == found[1]
    assert found[0][1]["parquet/claims.parquet"]


def test_tables_do_not_follow_the_order_in_which_reports_came(build: Build) -> None:
    forward, backward = build(TEXTS, "forward"), build(TEXTS[::-1], "backward")
    # An event bears the id of its claim that was recorded first: that alone follows the order.
    same = {
        row["id"]: " ".join(sorted(row["claims"])) for made in (forward, backward) for row in made["events"].to_pylist()
    }
    for name, table in tables().items():
        found = [[_renamed(row, same) for row in made[name].to_pylist()] for made in (forward, backward)]
        assert sorted(found[0]) == sorted(found[1]), name
        if not any(column.refers == "events.id" or name == "events" for column in table.columns):
            assert forward[name] == backward[name]
    assert forward["events"]["id"].to_pylist() != backward["events"]["id"].to_pylist()


def _renamed(row: dict[str, object], names: dict[str, str]) -> str:
    return str({key: names.get(str(value), value) for key, value in row.items()})


def test_what_rival_reports_tell_is_one_event_with_the_join_and_the_standings(build: Build) -> None:
    made = build()
    (event,) = [row for row in made["events"].to_pylist() if len(row["reports"]) == 2]
    (join,) = made["decisions"].to_pylist()
    assert join["decision"] == "joined"
    assert {join["one"], join["other"]} < set(event["claims"])
    assert join["decided"] is None
    assert "same-day" in join["because"]
    figures = [row for row in made["figures"].to_pylist() if row["event"] == event["id"]]
    assert {row["low"] for row in figures} == {3, 12, 14}
    assert all(row["standing"] and row["source"] for row in figures)
    assert {row["standing"] for row in figures if row["low"] == 3} == {"part"}


def test_another_report_gives_another_hash(build: Build, tmp_path: Path) -> None:
    _, first = write_release(build(TEXTS[:2], "some"), tmp_path / "r", About(), NOW)
    _, second = write_release(build(TEXTS, "all"), tmp_path / "r", About(), NOW)
    assert first.sha256 != second.sha256
    assert second.number == 2
    assert set(second.content.inputs) > set(first.content.inputs)
    assert second.content.code == first.content.code


def test_time_and_machine_are_no_part_of_the_hash(released: Release) -> None:
    told = json.loads((released.folder / "manifest.json").read_text(encoding="utf-8"))
    content = json.dumps(told["content"])
    assert told["run"]["machine"] not in content
    assert told["run"]["finished"][:10] not in content
    changed = released.manifest.model_copy(
        update={"run": released.manifest.run.model_copy(update={"machine": "other"})}
    )
    assert changed.content.hash == released.manifest.sha256


def test_releases_are_numbered_and_nothing_unchanged_is_released_twice(build: Build, tmp_path: Path) -> None:
    home, made = tmp_path / "releases", build()
    write_release(made, home, About(), NOW)
    with pytest.raises(ReleaseUnchangedError, match="0001"):
        write_release(made, home, About(title="another"), NOW)
    assert [one.name for one in home.iterdir()] == ["0001"]
    folder, again = write_release(made, home, About(), NOW, again=True)
    assert folder.name == "0002"
    assert again.sha256 == write_release(made, tmp_path / "elsewhere", About(), NOW)[1].sha256


def test_a_release_is_read_only_and_a_number_is_never_given_twice(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, made = tmp_path / "releases", build()
    folder, _ = write_release(made, home, About(), NOW)
    assert all(not one.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) for one in folder.rglob("*"))
    before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    monkeypatch.setattr("marsad.publishing.release.writing.numbers", lambda _home: [])
    with pytest.raises(ReleaseError, match="0001 was written meanwhile"):
        write_release(made, home, About(), NOW)
    assert {one: one.read_bytes() for one in before} == before
    assert [one.name for one in home.iterdir()] == ["0001"]


def test_what_fails_leaves_nothing(build: Build, tmp_path: Path) -> None:
    made = build()
    del made["places"]
    with pytest.raises(KeyError):
        write_release(made, tmp_path / "releases", About(), NOW)
    assert list((tmp_path / "releases").iterdir()) == []
    assert numbers(tmp_path / "none") == []


def test_the_data_package_is_valid(released: Release) -> None:
    report = Package(str(released.folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "message"])
    names = {task.name for task in report.tasks}
    assert names == {name for table in tables() for name in (table, f"{table}-parquet")}


def test_the_data_package_tells_what_refers_to_nothing(released: Release, tmp_path: Path) -> None:
    told = json.loads((released.folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in told["resources"]:
        source = released.folder / resource["path"]
        (tmp_path / "copy" / resource["path"]).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "copy" / resource["path"]).write_bytes(source.read_bytes())
        for name in ("bytes", "hash"):
            del resource[name]
    (tmp_path / "copy" / "csv" / "events.csv").write_text(",".join(tables()["events"].names) + "\n", encoding="utf-8")
    (tmp_path / "copy" / "datapackage.json").write_text(json.dumps(told), encoding="utf-8")
    report = Package(str(tmp_path / "copy" / "datapackage.json")).validate()
    assert {"foreign-key"} == {kind for (kind,) in report.flatten(["type"])}


def test_the_citation_keeps_the_schema_of_citation_files(released: Release) -> None:
    # The schema knows no dates but text, so YAML's own types are left aside.
    told = yaml.load((released.folder / "CITATION.cff").read_text(encoding="utf-8"), yaml.BaseLoader)
    schema = json.loads((Path(__file__).parent / "cff-1.2.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker()).validate(told)
    assert told["authors"] == [{"family-names": "Diallo", "given-names": "Awa"}, {"name": "مرصد"}]
    assert told["identifiers"][0]["value"] == f"sha256:{released.manifest.sha256}"


def test_csv_and_parquet_hold_the_same(released: Release) -> None:
    for name, table in tables().items():
        rows = released.table(name).to_pylist()
        with (released.folder / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            read = list(csv.reader(file))
        assert read[0] == list(table.names)
        assert len(read) - 1 == len(rows)
        for cells, row in zip(read[1:], rows, strict=True):
            for cell, column in zip(cells, table.columns, strict=True):
                assert _of_csv(cell, column.type) == (row[column.name] if row[column.name] != "" else None)


def _of_csv(cell: str, kind: str) -> object:
    if cell == "":
        return None
    makers: dict[str, Callable[[str], object]] = {
        "day": date.fromisoformat,
        "number": float,
        "integer": int,
        "boolean": "true".__eq__,
        "texts": json.loads,
    }
    return makers[kind](cell) if kind in makers else cell


def test_figures_events_and_tolls_fit_together(released: Release) -> None:
    figures = [row for row in released.table("figures").to_pylist() if row["measure"] == "killed"]
    tolls = {(row["event"], row["measure"]): row for row in released.table("tolls").to_pylist()}
    events = {row["id"]: row for row in released.table("events").to_pylist()}
    assert {row["low"] for row in figures} >= {5, 12}
    for row in figures:
        assert row["id"] in events[row["event"]]["claims"]
        assert events[row["event"]]["killed_best"] == tolls[row["event"], "killed"]["best"]
    assert released.table("forecasts").num_rows
    assert "al-qaida" in released.table("actors")["id"].to_pylist()


def test_rows_are_sorted_and_bytes_follow_from_rows(tmp_path: Path) -> None:
    table = tables()["tolls"]
    rows = [
        {"event": f"e{n % 7}", "measure": f"m{n}", "low": n, "rule": "r", "other": "no column"} for n in range(9000)
    ]
    made = []
    for order in (rows, rows[::-1]):
        builder = Builder(table)
        for row in order:
            builder.add(row)
        made.append(builder.table())
    assert made[0] == made[1]
    assert made[0].column_names == list(table.names)
    assert made[0]["event"].to_pylist() == sorted(made[0]["event"].to_pylist())
    assert made[0].schema.field("low").type == pa.float64()


def test_parquet_carries_no_time(released: Release) -> None:
    facts = pq.read_metadata(released.path("events"))
    assert set(facts.metadata or {}) == {b"ARROW:schema"}
    assert facts.created_by.startswith("parquet-cpp-arrow version ")
