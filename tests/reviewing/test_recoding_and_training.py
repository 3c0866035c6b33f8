from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from review_samples import claims_in, event_coding, figure_coding, reports_read

from marsad.codebook import Codebook, load
from marsad.errors import CodebookError
from marsad.reviewing import Saying, judge, withdraw_judgement
from marsad.reviewing.assignments import assign
from marsad.reviewing.exporting import training_data
from marsad.reviewing.queue.weights import QueueWeights, queue_weights
from marsad.reviewing.recoding import to_recode
from marsad.reviewing.splits import split_of
from marsad.storing import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return reports_read(tmp_path)


def changed(**parts: Any) -> Codebook:
    """The codebook of a later version in which some parts say otherwise."""
    return replace(load(), version="2099.1", digest="0" * 64, **parts)


def with_definition(type_: str, definition: str) -> Codebook:
    events = dict(load().events)
    events[type_] = events[type_].model_copy(update={"definition": definition})
    return changed(events=MappingProxyType(events))


def test_only_judgements_on_changed_entries_are_to_be_recoded(store: Store) -> None:
    attack, arrest = claims_in(store, "baidoa", "event")[0], claims_in(store, "sanaa", "event")[0]
    judge(store, Saying(verdict="accept", claim=attack.id), by="Awa")
    held = judge(store, Saying(verdict="accept", claim=arrest.id), by="Awa")
    judge(store, Saying(verdict="reject", claim=claims_in(store, "gao-1", "event")[0].id, because="x"), by="Awa")
    assert to_recode(store, load()) == []
    assert to_recode(store, changed()) == []
    (found,) = to_recode(store, with_definition("COERCE", "Force by the state alone."))
    assert found.judgement == held
    (change,) = found.changes
    assert (change.part, change.code) == ("type", "COERCE")
    assert change.before != change.after
    assert "Force by the state alone." in (change.after or "")
    withdraw_judgement(store, held.number, by="Awa")
    assert to_recode(store, with_definition("COERCE", "Force by the state alone.")) == []


def test_a_mode_that_is_gone_and_a_rule_of_a_crosswalk_that_changed_are_told(store: Store) -> None:
    judge(store, Saying(verdict="accept", claim=claims_in(store, "baidoa", "event")[0].id), by="Awa")
    events = dict(load().events)
    modes = {code: mode for code, mode in events["ASSAULT"].modes.items() if code != "explosives"}
    events["ASSAULT"] = events["ASSAULT"].model_copy(update={"modes": MappingProxyType(modes)})
    (found,) = to_recode(store, changed(events=MappingProxyType(events)))
    assert [(change.part, change.code, change.after) for change in found.changes] == [
        ("mode", "ASSAULT/explosives", None)
    ]
    acled = load().crosswalks["acled"]
    rules = tuple(rule for rule in acled.file.rules if "explosives" not in rule.modes)
    walks = dict(load().crosswalks) | {"acled": replace(acled, file=acled.file.model_copy(update={"rules": rules}))}
    (found,) = to_recode(store, changed(crosswalks=MappingProxyType(walks)))
    assert [(change.part, change.code) for change in found.changes] == [("crosswalk acled", "ASSAULT")]


def records(store: Store) -> list[dict[str, Any]]:
    found = list(training_data(store))
    json.dumps(found)
    return found


def test_training_data_are_what_is_settled_with_its_words(store: Store) -> None:
    good, bad = claims_in(store, "gao-1", "event")[0], claims_in(store, "baidoa", "event")[0]
    figure = claims_in(store, "gao-2", "figure")[0]
    judge(store, Saying(verdict="correct", claim=good.id, coded=replace(event_coding(good), mode="clash")), by="Awa")
    judge(store, Saying(verdict="reject", claim=bad.id, because="a film"), by="Awa")
    judge(
        store,
        Saying(verdict="correct", claim=figure.id, coded=replace(figure_coding(figure), low=12, high=12)),
        by="Awa",
    )
    judge(store, Saying(verdict="unsure", claim=claims_in(store, "sanaa", "event")[0].id), by="Awa")
    found = {one["id"]: one for one in records(store)}
    assert found.keys() == {good.id, bad.id, figure.id}
    one = found[good.id]
    assert (one["label"], one["verdict"], one["settled"], one["coders"]) == ("positive", "correct", "single", ["Awa"])
    assert (one["coded"]["mode"], one["split"]) == ("clash", split_of(good.report))
    for words in (one["coded"]["trigger"], one["coded"]["place"], *one["coded"]["roles"]):
        assert one["text"][words["start"] : words["end"]] == words["text"]
    assert found[bad.id]["label"] == "negative"
    assert found[bad.id]["coded"]["type"] == "ASSAULT"
    one = found[figure.id]
    assert (one["coded"]["low"], one["text"][one["start"] : one["end"]]) == (12, figure.text)


def test_blind_judgements_are_training_data_once_they_are_settled(store: Store) -> None:
    for coder in ("Awa", "Bilal"):
        assign(store, coder, None, date(2021, 5, 1), date(2021, 5, 31), blind=True, by="Dina")
    claim, other = claims_in(store, "gao-1", "event")[0], claims_in(store, "gao-2", "event")[0]
    for coder in ("Awa", "Bilal"):
        assert records(store) == []
        judge(store, Saying(verdict="accept", claim=claim.id), by=coder)
    (one,) = records(store)
    assert (one["settled"], one["coders"], one["verdict"]) == ("agreed", ["Awa", "Bilal"], "accept")
    judge(store, Saying(verdict="accept", claim=other.id), by="Awa")
    judge(store, Saying(verdict="reject", claim=other.id, because="x"), by="Bilal")
    assert len(records(store)) == 1
    judge(store, Saying(verdict="reject", claim=other.id, because="y", adjudicate=True), by="Dina")
    assert [one["settled"] for one in records(store)] == ["agreed", "adjudicated"]


def test_pairs_are_training_data_too(store: Store) -> None:
    one, other = claims_in(store, "gao-1", "event")[0], claims_in(store, "baidoa", "event")[0]
    judge(store, Saying(verdict="reject", claim=one.id, other=other.id, because="two towns"), by="Awa")
    (found,) = records(store)
    assert (found["kind"], found["label"], len(found["texts"])) == ("pair", "negative", 2)
    splits = {split_of(one.report), split_of(other.report)}
    assert found["split"] == (splits.pop() if len(splits) == 1 else None)


def test_splits_hold_about_what_they_say() -> None:
    parts = [split_of(f"r{number}") for number in range(2000)]
    assert 0.75 < parts.count("train") / 2000 < 0.85
    assert 0.07 < parts.count("test") / 2000 < 0.13


def test_weights_that_are_none_are_refused(tmp_path: Path) -> None:
    from marsad.codebook.yaml_file import read_yaml

    assert set(queue_weights().points) >= {"uncertain", "near-threshold", "rare-type"}
    path = tmp_path / "weights.yaml"
    path.write_text("points: {luck: 1}\nrare: 5\nmargin: 1\nlooked_up: 5\nexamined: 5\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="luck"):
        read_yaml(path, QueueWeights)
