"""Who claims a deed, and on which day the claim was made."""

from __future__ import annotations

from datetime import date

import pytest
from event_samples import body, events, role

ATTACK = "هاجم مسلحون قرية في دارفور في 10 مايو 2026 وقتلوا تسعة مدنيين. "


@pytest.mark.parametrize(
    ("claim", "claimant", "day"),
    [
        ("وأعلنت جماعة بوكو حرام مسؤوليتها عن الهجوم.", "جماعة بوكو حرام", None),
        ("وأعلنت جماعة بوكو حرام في 12 مايو 2026 مسؤوليتها عن الهجوم.", "جماعة بوكو حرام", date(2026, 5, 12)),
        ("وتبنته جماعة بوكو حرام في 12 مايو 2026.", "جماعة بوكو حرام", date(2026, 5, 12)),
        ("وتبنت جماعة بوكو حرام الهجوم في بيان نشرته في 12 مايو 2026.", "جماعة بوكو حرام", date(2026, 5, 12)),
        ("وأقرت جماعة بوكو حرام بمسؤوليتها عن الهجوم.", "جماعة بوكو حرام", None),
        ("وأعلنت جماعة بوكو حرام في 12 مايو 2026 أنها نفذته.", "جماعة بوكو حرام", date(2026, 5, 12)),
    ],
)
def test_the_claimant_and_the_day_of_the_claim_are_written_into_the_attack(
    claim: str, claimant: str, day: date | None
) -> None:
    attack, *_ = events(ATTACK + claim)
    found = role(attack, "claimant")
    assert found is not None
    said_on = body(attack).claimed_on
    assert (found.text, said_on.earliest if said_on else None) == (claimant, day)
    assert attack.date is not None
    assert attack.date.earliest == date(2026, 5, 10)


def test_a_claim_told_in_another_sentence_is_a_claim_of_its_own_about_the_same_attack() -> None:
    attack, claimed = events(ATTACK + "وأعلنت جماعة بوكو حرام مسؤوليتها عن الهجوم.")
    assert body(claimed).trigger.text == "الهجوم"
    assert (claimed.date, claimed.place) == (attack.date, attack.place)
    assert [r.role for r in body(claimed).roles] == ["claimant"]


def test_a_deed_not_told_before_is_told_by_its_claim() -> None:
    [event] = events("تبنى تنظيم داعش هجوما على ثكنة في كركوك أمس.")
    found = role(event, "claimant")
    assert found is not None
    assert found.entity == "isil"


def test_an_attack_without_a_claim_has_no_claimant() -> None:
    [event] = events(ATTACK)
    assert role(event, "claimant") is None
    assert body(event).claimed_on is None
