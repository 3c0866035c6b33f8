from __future__ import annotations

import pytest

from marsad.codebook import Coded, load


def category(codebook: str, event: Coded) -> str | None:
    found = load().crosswalks[codebook].render(event).category
    return found.code if found else None


@pytest.mark.parametrize(
    ("event", "acled"),
    [
        (Coded(type="ASSAULT", mode="suicide-attack", agents=["REB"], targets=["MIL"]), "Suicide bomb"),
        (Coded(type="ASSAULT", mode="explosives", weapon="grenade"), "Grenade"),
        (Coded(type="ASSAULT", mode="firearms", agents=["REB"], targets=["COP"]), "Armed clash"),
        (Coded(type="ASSAULT", mode="firearms", agents=["UAF"], targets=["MED"]), "Attack"),
        (Coded(type="ASSAULT", mode="explosives", status="foiled"), "Disrupted weapons use"),
        (Coded(type="ASSAULT", mode="explosives", status="planned"), None),
        (Coded(type="ASSAULT"), None),
        (Coded(type="PROTEST"), "Peaceful protest"),
        (Coded(type="PROTEST", mode="riot"), "Violent demonstration"),
        (Coded(type="COERCE", mode="arrest"), "Arrests"),
        (Coded(type="COERCE", mode="sentence"), None),
        (Coded(type="RETREAT", mode="ceasefire"), "Agreement"),
    ],
)
def test_acled(event: Coded, acled: str | None) -> None:
    assert category("acled", event) == acled


@pytest.mark.parametrize(
    ("agents", "targets", "killed", "ucdp"),
    [
        (["MIL"], ["REB"], 3, "1"),
        (["REB"], ["GOV"], 1, "1"),
        (["REB"], ["UAF"], 2, "2"),
        (["REB"], ["CVL"], 7, "3"),
        (["MIL"], ["CVL"], 7, "3"),
        (["REB"], ["CVL"], 0, None),
        (["REB"], ["CVL"], None, None),
        ([], [], 5, None),
        (["XYZ"], ["CVL"], 5, None),
    ],
)
def test_ucdp(agents: list[str], targets: list[str], killed: int | None, ucdp: str | None) -> None:
    assert category("ucdp", Coded(type="ASSAULT", agents=agents, targets=targets, killed=killed)) == ucdp


def test_every_type_has_a_cameo_root_and_modes_move_it() -> None:
    assert all(category("cameo", Coded(type=code)) for code in load().events)
    assert category("cameo", Coded(type="ASSAULT", mode="abduct")) == "18"
    assert category("cameo", Coded(type="ASSAULT", mode="aerial")) == "19"
    assert category("cameo", Coded(type="COERCE", mode="sentence")) == "11"


def test_no_category_comes_with_the_reason() -> None:
    acled = load().crosswalks["acled"]
    talks, attack = (acled.render(Coded(type=type_)).because for type_ in ("CONSULT", "ASSAULT"))
    assert talks is not None
    assert talks.en == "ACLED records no talks as such."
    assert attack is not None
    assert "armed" in attack.en
    assert acled.render(Coded(type="UNHEARD-OF")).because is None
