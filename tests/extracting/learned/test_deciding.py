"""Reader and grammar decide together: what stands, what is dropped, what the reader adds, and with what scores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest
import yaml

from marsad.encoder.files import SETTING
from marsad.errors import CodebookError
from marsad.extracting import extract, extract_all
from marsad.extracting.learned.decisions import Decisions, decisions, odds_to_probability
from marsad.extracting.learned.features import NAMES
from marsad.extracting.rating import rates
from marsad.records import Claim, Report

ATTACK = "قُتل 13 جنديا في هجوم شنه مسلحو حركة الشباب على قاعدة عسكرية في مقديشو."
KIDNAPPED = "خطف مسلحون ثلاثة عمال من حقل نفطي قرب سرت."
QUIET = "افتتح الوزير معرض الكتاب في العاصمة."


def report(text: str, name: str = "r", published: date | None = None) -> Report:
    return Report(id=name, source="", sha256="", text=text, published=published)


class Decide(Protocol):
    """Sets the decisions of both event types."""

    def __call__(self, *, bias: float, undated: float = 0.0, **weights: float) -> None:
        """``bias`` and ``undated``, the threshold of texts without a day, in log odds; weights 0 unless given."""


@pytest.fixture
def decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Decide]:
    """Set how sentences are decided: everything told, or nothing."""

    def write(*, bias: float, undated: float = 0.0, **weights: float) -> None:
        given = dict.fromkeys(NAMES, 0.0) | weights
        one = {"bias": bias, "weights": given, "add": 0.0, "drop": 0.0, "drop_undated": undated}
        parts = {"trigger": 0.25, "agent": 0.25, "target": 0.25}
        gate = {"bias": 0.0, "branch": 1.0, "wording": 0.0, "least": -100.0}
        both = {
            name: dict.fromkeys(("ASSAULT", "PROTEST"), figures) for name, figures in (("events", one), ("gate", gate))
        }
        text = yaml.safe_dump({**both, "parts": parts})
        (tmp_path / "decisions.yaml").write_text(text, "utf-8")
        monkeypatch.setenv(SETTING, str(tmp_path))
        decisions.cache_clear()

    yield write
    decisions.cache_clear()


def of_type(text: str, event: str) -> list[Claim]:
    return [c for c in extract(report(text)).claims if c.event and c.event.type == event]


def test_above_the_threshold_the_grammar_stands_with_its_probability(decide: Decide) -> None:
    decide(bias=2.0)
    claims = of_type(ATTACK, "ASSAULT")
    assert {c.proposed_by for c in claims} == {"event:قتل"}
    assert {c.probability for c in claims} == {odds_to_probability(2.0)}
    assert all(c.scores and c.scores["together"] == c.probability for c in claims)


def test_below_it_the_event_is_dropped_and_its_figures_stand_alone(decide: Decide) -> None:
    decide(bias=-2.0)
    found = extract(report(KIDNAPPED)).claims
    assert not [c for c in found if c.kind == "event"]
    [figure] = [c.figure for c in found if c.figure]
    assert (figure.measure, figure.low, figure.event) == ("kidnapped", 3, None)


def test_an_event_whose_sentence_gives_its_toll_is_not_dropped_where_one_can_tell_when_it_was(decide: Decide) -> None:
    decide(bias=-2.0)
    assert not of_type(ATTACK, "ASSAULT")
    found = extract(report(ATTACK, published=date(2021, 5, 9))).claims
    [event] = [c for c in found if c.event]
    [figure] = [c.figure for c in found if c.figure]
    assert (figure.measure, figure.low, figure.event) == ("killed", 13, event.id)


def test_a_text_without_a_day_has_a_threshold_of_its_own(decide: Decide) -> None:
    decide(bias=0.5, undated=1.0)
    assert not of_type(KIDNAPPED, "ASSAULT")
    assert [c for c in extract(report(KIDNAPPED, published=date(2021, 5, 9))).claims if c.event]


def test_the_trigger_is_all_the_words_that_the_reader_marks(decide: Decide) -> None:
    decide(bias=2.0)
    (claim,) = of_type("شن مسلحون هجوما انتحاريا على حاجز للجيش أمس.", "ASSAULT")
    assert claim.event
    assert claim.event.trigger.text == "هجوما انتحاريا"


def test_where_the_grammar_finds_nothing_the_reader_speaks(decide: Decide) -> None:
    decide(bias=2.0)
    [claim] = of_type(QUIET, "ASSAULT")
    assert claim.proposed_by == "reader:assault"
    assert claim.event
    assert QUIET[claim.event.trigger.start : claim.event.trigger.end] == claim.event.trigger.text


def test_what_the_grammar_found_counts(decide: Decide) -> None:
    decide(bias=-1.0, told=3.0)
    assert of_type(ATTACK, "ASSAULT")
    assert not of_type(QUIET, "ASSAULT")


def test_site_furniture_yields_nothing(decide: Decide) -> None:
    decide(bias=2.0)
    text = f"{QUIET}\n{QUIET}"
    whole = Report(id="r", source="", sha256="", text=text, furniture=((0, len(QUIET)),))
    starts = {c.start for c in extract(whole).claims if c.kind == "event"}
    assert starts
    assert min(starts) > len(QUIET)


def test_weights_must_be_those_of_the_features(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = {"bias": 0.0, "weights": {"reader": 1.0}, "add": 0.0, "drop": 0.0, "drop_undated": 0.0}
    (tmp_path / "decisions.yaml").write_text(yaml.safe_dump({"events": {"ASSAULT": one}, "parts": {}}), "utf-8")
    monkeypatch.setenv(SETTING, str(tmp_path))
    decisions.cache_clear()
    with pytest.raises(CodebookError, match="missing or unknown"):
        decisions()
    decisions.cache_clear()


def test_the_shipped_decisions_cover_the_heads() -> None:
    assert isinstance(decisions(), Decisions)
    assert set(decisions().events) == {"ASSAULT", "PROTEST"}


def test_reports_read_together_give_what_each_gives_alone() -> None:
    reports = [report(ATTACK, "a"), report(QUIET, "b"), report("", "c"), report(f"{QUIET} {ATTACK}", "d")]
    alone = [extract(r) for r in reports]
    assert extract_all(reports) == alone
    assert extract_all(reports[::-1]) == alone[::-1]


def test_below_the_threshold_what_a_dated_report_names_well_enough_stands_in_passing(decide: Decide) -> None:
    decide(bias=-5.0)
    told = "بدأت الحكومة حملة واسعة بعد الهجوم الذي وقع الأحد في تمبكتو."
    dated = Report(id="r", source="", sha256="", text=told, published=date(2026, 5, 20))
    (claim,) = (c for c in extract(dated).claims if c.event)
    assert (claim.proposed_by, claim.probability) == ("passing:هجوم", rates()["event in passing"])
    assert of_type(told, "ASSAULT") == []


def test_what_is_planned_keeps_its_organizer_and_gets_what_the_reader_marks(decide: Decide) -> None:
    decide(bias=-2.0)
    text = "دعت النقابات وممثلون عن الأحزاب الديمقراطية أمس إلى القيام باحتجاجات ضد الحزب القومي الألماني."
    (claim,) = of_type(text, "PROTEST")
    assert claim.event is not None
    roles = {role.role: role.text for role in claim.event.roles}
    assert claim.event.status == "planned"
    assert roles["organizer"].startswith("النقابات")
    assert "target" in roles
