"""The table of weights is held against what is compared."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cluster_samples import BAIDOA, GAO, KIDAL, SOMEWHERE, attack

from marsad.errors import CodebookError
from marsad.merging import weights as module
from marsad.merging import within
from marsad.merging.likeness import features
from marsad.merging.outline import Outline, outline_of
from marsad.merging.weights import ACROSS, WITHIN, read_weights, weights

TABLE = Path(module.__file__).with_name("weights.yaml")


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = TABLE.read_text("utf-8")
    assert old in text
    file = tmp_path / "weights.yaml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


def test_the_table_that_comes_with_it_is_read() -> None:
    assert read_weights(TABLE) == weights()


def test_a_weight_of_no_feature_is_refused_by_name_and_place(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"weights\.yaml: across: .*no feature is called same-plase") as caught:
        read_weights(changed(tmp_path, "  same-place: ", "  same-plase: "))
    assert caught.value.code == "codebook"


def test_what_is_compared_within_one_report_only_has_no_weight_across(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"across: .*no feature is called goes-on"):
        read_weights(changed(tmp_path, "across:\n", "across:\n  goes-on: 1.0\n"))
    with pytest.raises(CodebookError, match=r"within: .*no feature is called gone-on"):
        read_weights(changed(tmp_path, "  goes-on: 1.0\n", "  gone-on: 1.0\n"))


def test_the_bias_is_there(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"across: .*there is no bias"):
        read_weights(changed(tmp_path, f"  bias: {weights().across['bias']:g}\n", ""))


def pairs() -> Iterator[tuple[Outline, Outline]]:
    """Outlines that between them are alike and differ in every field."""
    full = replace(
        outline_of(attack("a", killed=14, agent="al-shabaab", mode="explosives")),
        weapons=frozenset({"bomb"}), targets=frozenset({"somalia"}), sectors=frozenset({"GOV"}), whom=frozenset({"السوق"}),
    )  # fmt: skip
    other = replace(
        full,
        id="z",
        agents=frozenset({"boko-haram"}), targets=frozenset({"nigeria"}), sectors=frozenset({"CVL"}),
        modes=frozenset({"firearms"}), weapons=frozenset({"rifle"}), status="planned",
    )  # fmt: skip
    yield full, full
    yield full, other
    for count in (14, 15, 20, 400):
        yield full, replace(full, counts={"killed": (count, count)})
    for place in (
        GAO,
        KIDAL,
        SOMEWHERE,
        replace(BAIDOA, id="t:near", latitude=3.3),
        replace(BAIDOA, id="t:bay", precision="region"),
    ):
        yield full, outline_of(attack("b", place=place))
    for names in ({"بيدوا"}, {"غاو"}):
        yield replace(full, spot=None), replace(full, spot=None, localities=frozenset(names))
    for day in (date(2021, 5, 9), date(2021, 5, 10), date(2021, 5, 20)):
        yield full, outline_of(attack("b", day=day))
    yield full, outline_of(attack("b", day=None))


def test_every_feature_that_is_found_can_be_weighed_and_every_other_name_cannot() -> None:
    found = {name for a, b in pairs() for name, value, _ in features(a, b) if value}
    assert found | {"bias"} == ACROSS
    told = set(re.findall(r'yield "([^"]+)"', inspect.getsource(within)))
    assert ACROSS | told == WITHIN
