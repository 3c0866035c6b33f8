from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from typer.testing import Result

from marsad.cli.output import SEVERAL_KINDS
from marsad.errors import EmptyError, NoiseError
from marsad.interchange import schema

Run = Callable[..., Result]


def records(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_read_gives_reports_mentions_and_claims_that_keep_the_schema(marsad: Run, folder: Path) -> None:
    result = marsad("read", folder / "ambush.txt", folder / "news.jsonl", "--format", "jsonl")
    assert result.exit_code == 0
    found = records(result)
    validator = jsonschema.Draft202012Validator(schema())
    for record in found:
        validator.validate(record)
    assert [record["record"] for record in found].count("report") == 3
    order = {"report": 0, "mention": 1, "claim": 2}
    seen = 0
    for record in found:
        noun = order[str(record["record"])]
        assert noun >= seen or noun == 0
        seen = noun
    texts = {record["id"]: str(record["text"]) for record in found if record["record"] == "report"}
    claims = [record for record in found if record["record"] == "claim"]
    assert {claim["kind"] for claim in claims} >= {"event", "figure"}
    for claim in claims:
        start, end = claim["start"], claim["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert texts[claim["report"]][start:end] == claim["text"]


def test_reading_stores_nothing(marsad: Run, folder: Path, tmp_path: Path) -> None:
    marsad("read", folder / "ambush.txt")
    assert not (tmp_path / "marsad.db").exists()


def test_what_is_refused_gets_a_line_and_the_rest_is_stored(marsad: Run, folder: Path) -> None:
    result = marsad("add", folder)
    assert result.exit_code == NoiseError.exit_code
    refusal, summary = result.stderr.splitlines()
    assert "noise.bin" in refusal
    assert "3 stored" in summary
    assert "1 refused" in summary
    assert result.stdout == ""
    assert len(records(marsad("reports", "--format", "jsonl"))) == 3


def test_refusals_of_several_kinds_have_a_code_of_their_own(marsad: Run, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    assert marsad("add", folder).exit_code == SEVERAL_KINDS
    assert marsad("read", folder).exit_code == SEVERAL_KINDS
    assert marsad("read", folder / "empty.txt").exit_code == EmptyError.exit_code


def test_adding_again_stores_nothing_twice(marsad: Run, folder: Path) -> None:
    marsad("add", folder / "ambush.txt", folder / "news.jsonl")
    before = marsad("export", "jsonl").stdout
    again = marsad("add", folder / "ambush.txt", folder / "news.jsonl")
    assert again.exit_code == 0
    assert "0 stored" in again.stderr
    assert "3 already stored" in again.stderr
    assert marsad("export", "jsonl").stdout == before


def test_what_the_store_exports_is_what_read_says(marsad: Run, folder: Path) -> None:
    files = (folder / "ambush.txt", folder / "news.jsonl")
    marsad("add", *files)
    stored = marsad("export", "jsonl").stdout.splitlines()
    said = marsad("read", *files, "--format", "jsonl").stdout.splitlines()
    assert sorted(stored) == sorted(said)
    assert stored[0] == said[0]


def test_a_conflicting_id_is_refused_by_name(marsad: Run, folder: Path, tmp_path: Path) -> None:
    marsad("add", folder / "news.jsonl")
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"id": "trial", "text": "نص آخر تماما عن أمر غيره."}), encoding="utf-8")
    result = marsad("add", other)
    assert result.exit_code == 6
    assert "other.jsonl" in result.stderr
    assert "trial" in result.stderr


def test_queries_narrow_down(marsad: Run, folder: Path) -> None:
    marsad("add", folder)
    every = records(marsad("claims"))
    figures = records(marsad("figures"))
    assert figures == records(marsad("claims", "--kind", "figure"))
    assert 0 < len(figures) < len(every)
    assert len(records(marsad("claims", "--limit", "1"))) == 1
    of_trial = records(marsad("claims", "--report", "trial"))
    assert of_trial
    assert {claim["report"] for claim in of_trial} == {"trial"}
    assert {event["record"] for event in records(marsad("events"))} == {"event"}
    assert records(marsad("events", "--since", "2030")) == []
    assert len(records(marsad("reports", "--since", "2022-02", "--until", "2022-02"))) == 1
    assert records(marsad("claims", "--actor", "لا أحد بهذا الاسم")) == []


def test_search_shows_sentences(marsad: Run, folder: Path) -> None:
    marsad("add", folder)
    found = records(marsad("search", "ارهاب", "--by", "words"))
    assert len(found) == 2
    assert all("الإرهاب" in str(hit["text"]) for hit in found)
    assert marsad("search", "كلمة لا توجد", "--by", "words").stdout == ""


@pytest.mark.parametrize(
    ("words", "column"),
    [
        (["claims"], "certainty"),
        (["figures"], "low"),
        (["events"], "killed_best"),
        (["reports"], "sha256"),
        (["search", "ارهاب"], "claims"),
        (["check"], "sentences"),
    ],
)
def test_csv_is_a_table(marsad: Run, folder: Path, words: list[str], column: str) -> None:
    marsad("add", folder)
    jsonl = marsad(*words, "--format", "jsonl").stdout.splitlines()
    table = list(csv.DictReader(io.StringIO(marsad(*words, "--format", "csv").stdout)))
    assert len(table) == len(jsonl)
    assert all(column in row and None not in row for row in table)


def test_export_writes_a_file_whole(marsad: Run, folder: Path, tmp_path: Path) -> None:
    marsad("add", folder)
    target = tmp_path / "claims.csv"
    assert marsad("export", "csv", "--output", target).exit_code == 0
    assert target.read_text(encoding="utf-8") == marsad("export", "csv").stdout
    for what in ("reports", "mentions", "claims", "events"):
        assert marsad("export", "csv", "--what", what).stdout.count("\n") > 1
        assert all(r["record"] == what[:-1] for r in records(marsad("export", "jsonl", "--what", what)))
    assert marsad("export", "csv", "--what", "all").exit_code == 2
    failed = marsad("export", "csv", "--output", tmp_path / "no" / "claims.csv")
    assert failed.exit_code == 6
    assert "claims.csv" in failed.stderr
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_schema_is_printed(marsad: Run) -> None:
    assert json.loads(marsad("schema").stdout) == schema()


@pytest.mark.parametrize("words", [["claims"], ["events"], ["check"], ["search", "x"], ["export", "jsonl"]])
def test_without_a_store_a_query_says_so(marsad: Run, tmp_path: Path, words: list[str]) -> None:
    result = marsad(*words)
    assert result.exit_code == 6
    (line,) = result.stderr.splitlines()
    assert str(tmp_path / "marsad.db") in line


@pytest.mark.parametrize(
    "words",
    [
        ["claims", "--since", "yesterday"],
        ["claims", "--until", "2021-13"],
        ["claims", "--since", "2021-02-30"],
        ["claims", "--kind", "rumour"],
        ["claims", "--limit", "0"],
        ["export", "xml"],
        ["frobnicate"],
    ],
)
def test_wrong_usage_is_told(marsad: Run, words: list[str]) -> None:
    result = marsad(*words)
    assert result.exit_code == 2
    assert "Error" in result.stderr


def test_doctor_finds_the_store_well(marsad: Run, folder: Path) -> None:
    marsad("add", folder)
    result = marsad("doctor")
    lines = {line[9:].split(":")[0]: line for line in result.stdout.splitlines()}
    assert "3 reports" in lines["store"]
    for what in ("journal", "foreign keys", "full-text search", "integrity", "codebook", "catalogue", "disk"):
        assert lines[what].startswith("ok"), lines[what]


def test_doctor_names_the_remedy(marsad: Run, tmp_path: Path) -> None:
    (tmp_path / "marsad.db").write_bytes(b"no database at all" * 99)
    result = marsad("doctor")
    assert result.exit_code == 1
    assert "problem  store" in result.stdout
    assert "--store" in result.stdout


def test_read_explains_what_proposed_each_claim(marsad: Run, folder: Path) -> None:
    told = marsad("read", folder / "ambush.txt", "--model", "--explain", "--format", "table").stdout
    assert "proposed by" in told
    assert "together" in told
    assert "figure:killed" in told


def test_without_the_model_no_claim_has_a_score(marsad: Run, folder: Path) -> None:
    alone = records(marsad("read", folder / "ambush.txt", "--no-model", "--format", "jsonl"))
    both = records(marsad("read", folder / "ambush.txt", "--model", "--format", "jsonl"))
    assert not any("scores" in record for record in alone)
    scores = [record["scores"] for record in both if "scores" in record]
    assert scores
    assert all(isinstance(told, dict) and set(told) == {"reader", "coders", "wording", "together"} for told in scores)


def test_search_finds_meaning_in_stored_sentences(marsad: Run, folder: Path) -> None:
    marsad("add", folder / "ambush.txt")
    first, *_ = records(marsad("search", "soldiers killed in an attack", "--by", "meaning", "--format", "jsonl"))
    assert "جنود" in str(first["text"])
    assert 0 < float(str(first["meaning"])) <= 1
    assert first["words"] is None


def test_claims_can_be_asked_for_by_how_sure_they_are(marsad: Run, folder: Path) -> None:
    marsad("add", folder)
    every = records(marsad("claims", "--format", "jsonl"))
    sure = records(marsad("claims", "--sure", "0.9", "--format", "jsonl"))
    assert 0 < len(sure) < len(every)
    assert [c for c in every if float(str(c["probability"])) >= 0.9] == sure
    assert marsad("claims", "--sure", "2").exit_code == 2
