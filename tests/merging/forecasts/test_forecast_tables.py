"""The tables of words: every word leads to a range, every range to a public source."""

from __future__ import annotations

from marsad.codebook import load
from marsad.languages.arabic.words import cut
from marsad.merging.forecasts import hedge_table
from marsad.merging.forecasts.counted import counted_rules
from marsad.merging.forecasts.hedges import hedge_of
from marsad.merging.forecasts.horizons import horizon_rules


def test_every_word_has_a_range_on_every_scale_with_its_source() -> None:
    table = hedge_table()
    for scale in table.scales.values():
        assert scale.title
        assert scale.url.startswith("https://")
        for entry in table.words:
            hedge = table.on_scale(entry.term, scale.code)
            assert 0 <= hedge.low < hedge.high <= 1
            assert entry.term in table.scales[hedge.source].terms


def test_terms_rise_in_the_order_of_the_scale() -> None:
    order = ["almost-no-chance", "very-unlikely", "unlikely", "even-chance", "likely", "very-likely", "almost-certain"]
    for scale in hedge_table().scales:
        points = [hedge_table().on_scale(term, scale).midpoint for term in order]
        assert points == sorted(points)


def test_every_hedge_of_the_table_is_met_as_its_own_term() -> None:
    table = hedge_table()
    needy = {"قد"}
    for entry in table.words:
        for phrase in (*entry.ar, *entry.en):
            words = cut(f"{phrase} يقع" if phrase in needy else phrase)
            found = list(table.met(words.forms, 0, len(words.forms)))
            assert found, phrase
            assert found[0][2] == entry.term, phrase


def test_qad_before_a_perfect_is_no_hedge() -> None:
    words = cut("وقد وقعت الهجمات")
    assert list(hedge_table().met(words.forms, 0, len(words.forms))) == []


def test_words_of_no_entry_are_what_may_be_if_the_report_hedges() -> None:
    words = cut("تصاعد الهجمات")
    assert hedge_of(words, 0, 2, hedged=True).term == hedge_table().unknown
    assert hedge_of(words, 0, 2, hedged=False).term == hedge_table().unhedged


def test_what_is_counted_are_types_of_the_codebook() -> None:
    assert {entry.type for entry in counted_rules().types} <= set(load().events)


def test_names_of_horizon_rules_tell_their_length() -> None:
    rules = horizon_rules()
    for rule in (*rules.vague, rules.unknown):
        assert rule.name.endswith(f"-{rule.months}-months")
    assert rules.unknown.name.startswith("default-")
