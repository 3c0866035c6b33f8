"""What claims are worth before the reader speaks."""

from __future__ import annotations

import pytest

from marsad.extracting import extract
from marsad.extracting.rating import group, rates
from marsad.records import Kind, Report


@pytest.mark.parametrize(
    ("kind", "type_", "wanted"),
    [
        ("event", "ASSAULT", "violent event"),
        ("event", "COERCE", "other event"),
        ("figure", "killed", "toll"),
        ("figure", "recruits", "other figure"),
        ("relation", "member-of", "relation"),
        ("assessment", "forecast", "assessment"),
    ],
)
def test_every_claim_has_a_group_with_a_rate(kind: Kind, type_: str, wanted: str) -> None:
    assert group(kind, type_) == wanted
    assert 0 < rates()[wanted] < 1


def test_no_claim_is_without_a_probability() -> None:
    text = "قتل سبعة جنود في هجوم على ثكنة في بنغازي، واعتقلت الشرطة خمسة أشخاص. وحذر خبراء من أن الهجمات قد تتصاعد."
    for model in (False, True):
        claims = extract(Report(id="r", source="", sha256="", text=text), model=model).claims
        assert claims
        assert all(c.probability is not None and 0 < c.probability < 1 for c in claims)


def test_by_the_grammar_alone_the_rate_is_the_groups() -> None:
    text = "قتل سبعة جنود في هجوم على ثكنة في بنغازي."
    told = {c.kind: c.probability for c in extract(Report(id="r", source="", sha256="", text=text), model=False).claims}
    assert told == {"event": rates()["violent event"], "figure": rates()["toll"]}
