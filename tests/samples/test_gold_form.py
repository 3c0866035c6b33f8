"""The samples' gold is well formed: its words stand in the reports, its values in the codebook."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import html

from marsad import codebook

SAMPLES = Path(__file__).parents[2] / "samples"
SETS = (SAMPLES, SAMPLES / "held", SAMPLES / "varied" / "opened", SAMPLES / "varied" / "unopened")
GOLD = sorted(path for home in SETS for path in (home / "gold").glob("*.gold.json"))
REPORTS = sorted(path for home in SETS for path in (home / "reports").iterdir() if path.is_file())
WINDOWS_1256 = {"weekly-algiers.txt"}

OF_REPORT = {"file", "language", "published", "title", "no_claims_before", "exhaustive", "excused"}
OF_ALL = {"id", "kind", "near", "certainty", "date", "country", "place"}
OF_VOICE = {"voice", "voice_via", "voice_date", "direct_quote"}
OF_KIND = {
    "event": {"type", "status", "agent", "target", "claimed_by", "claimed_on"},
    "figure": {"measure", "low", "high", "approximate", "part_of", "part_of_event"},
    "relation": {"subject", "predicate", "object"},
    "assessment": {"type", "direction"},
}
WINDOWS = ("date", "claimed_on", "voice_date")

Json = dict[str, Any]


def paragraphs(report: Path) -> list[str]:
    """The report's lines or paragraphs, the units within which quoted words must stand."""
    if report.suffix == ".docx":
        return [paragraph.text for paragraph in docx.Document(str(report)).paragraphs]
    if report.suffix == ".html":
        page = html.fromstring(report.read_bytes())
        return ["".join(str(text) for text in element.itertext()) for element in page.iter("h1", "p")]
    encoding = "windows-1256" if report.name in WINDOWS_1256 else "utf-8"
    return report.read_text(encoding=encoding).splitlines()


def occurrences(words: str, report: Path) -> int:
    return sum(paragraph.count(words) for paragraph in paragraphs(report))


def values(accepted: str | list[str]) -> set[str]:
    return {accepted} if isinstance(accepted, str) else set(accepted)


def report_of(gold_file: Path) -> Path:
    gold: Json = json.loads(gold_file.read_text(encoding="utf-8"))
    return (gold_file.parent / str(gold["report"]["file"])).resolve()


@pytest.fixture(params=GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
def gold_file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def gold(gold_file: Path) -> Json:
    loaded: Json = json.loads(gold_file.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def report(gold_file: Path) -> Path:
    return report_of(gold_file)


def test_every_report_has_its_gold_and_there_are_at_least_twelve() -> None:
    assert sorted(report_of(path) for path in GOLD) == sorted(REPORTS)
    assert sorted(path.name.removesuffix(".gold.json") for path in GOLD) == sorted(path.stem for path in REPORTS)
    assert len(REPORTS) >= 12


def test_the_column_of_metaphors_has_no_claims() -> None:
    gold = json.loads((SAMPLES / "gold/column-metaphors.gold.json").read_text(encoding="utf-8"))
    assert gold["claims"] == []


def test_the_words_of_each_claim_stand_in_its_report_once(gold: Json, report: Path) -> None:
    assert {c["id"]: occurrences(c["near"], report) for c in gold["claims"]} == {c["id"]: 1 for c in gold["claims"]}


def test_title_start_and_excused_passages_stand_in_the_report(gold: Json, report: Path) -> None:
    about = gold["report"]
    heads = [about[key] for key in ("title", "no_claims_before") if about.get(key)]
    passages = [*heads, *about.get("excused", [])]
    assert [passage for passage in passages if not occurrences(passage, report)] == []


def test_mentions_stand_in_the_report_and_have_types_of_the_codebook(gold: Json, report: Path) -> None:
    said = [*gold["mentions"], *gold.get("never", [])]
    assert [mention["text"] for mention in said if not occurrences(mention["text"], report)] == []
    assert {mention["type"] for mention in gold["mentions"]} <= set(codebook.load().mentions)


def test_claims_have_unique_ids_known_kinds_and_known_fields(gold: Json) -> None:
    claims = gold["claims"]
    assert len({claim["id"] for claim in claims}) == len(claims)
    for claim in claims:
        assert set(claim) <= OF_ALL | OF_VOICE | OF_KIND[claim["kind"]], claim["id"]


def test_parts_point_to_a_larger_figure_of_the_same_report(gold: Json) -> None:
    figures = {claim["id"]: claim for claim in gold["claims"] if claim["kind"] == "figure"}
    for figure in figures.values():
        if "part_of" in figure:
            assert figures[figure["part_of"]]["low"] > figure["low"], figure["id"]


def test_a_figure_is_a_count_or_a_bound_in_order(gold: Json) -> None:
    for figure in (claim for claim in gold["claims"] if claim["kind"] == "figure"):
        low, high = figure["low"], figure["high"]
        assert all(bound is None or isinstance(bound, int) for bound in (low, high)), figure["id"]
        assert low is None or high is None or 0 <= low <= high, figure["id"]


def test_dates_are_iso_and_in_order(gold: Json) -> None:
    published = gold["report"]["published"]
    assert published is None or date.fromisoformat(published)
    for claim in gold["claims"]:
        for window in (claim[key] for key in WINDOWS if key in claim):
            days = [date.fromisoformat(day) for day in window if day is not None]
            assert len(window) == 2, claim["id"]
            assert days == sorted(days), claim["id"]


def test_values_are_those_of_the_codebook(gold: Json) -> None:
    book = codebook.load()
    known = {
        "event": {"type": set(book.events), "status": set(book.statuses)},
        "figure": {"measure": set(book.measures)},
        "relation": {"predicate": set(book.relations)},
        "assessment": {"type": set(book.assessments), "direction": {"up", "down"}},
    }
    for claim in gold["claims"]:
        assert values(claim.get("certainty", [])) <= set(book.certainties), claim["id"]
        assert re.fullmatch("[A-Z]{2}", claim.get("country", "XX")), claim["id"]
        for key, codes in known[claim["kind"]].items():
            assert values(claim.get(key, [])) <= codes, claim["id"]


def test_gold_states_every_event_and_figure(gold: Json) -> None:
    about = gold["report"]
    assert set(about) <= OF_REPORT
    assert about["exhaustive"] == ["event", "figure"]
    assert about["language"] == "ar"
