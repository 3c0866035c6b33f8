from __future__ import annotations

import pytest

from .inputs import LEAST, Written, checked, inputs

GROUPS = (
    "scripts handlers addresses drawings mutations templates styles json directions invisible marks long controls surrogates "
    "formulas names look_alikes disguises queries terminal"
)


def test_there_are_enough_of_every_kind() -> None:
    every = inputs()
    assert len(set(every.values())) >= LEAST
    assert {name.rpartition("-")[0] for name in every} == set(GROUPS.split())


@pytest.mark.parametrize(
    ("groups", "wrong"),
    [({"a": ["x"] * LEAST}, "twice"), ({"a": [str(one) for one in range(LEAST - 1)]}, "fewer")],
)
def test_a_short_list_and_a_double_are_refused(groups: dict[str, list[Written]], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        checked(groups)
