from __future__ import annotations

from pathlib import Path
from typing import get_args

from marsad.merging.contradictions import Kind
from marsad.merging.contradictions.weighing import contradiction_weights
from marsad.merging.ledger import RULES
from marsad.merging.ledger.standing import Standing


def test_the_page_explains_every_rule_and_standing() -> None:
    page = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")
    for name in (*RULES, *get_args(Standing)):
        assert f"| `{name}`" in page


def test_every_kind_of_contradiction_has_a_weight() -> None:
    assert set(contradiction_weights().kinds) == set(get_args(Kind))
