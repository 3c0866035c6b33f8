"""Pairs that are easily taken for one person or body, or for two: none may be decided wrongly."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict

from marsad.codebook.yaml_file import read_yaml
from marsad.linking.names import compare_bodies, compare_persons
from marsad.linking.names.letters import is_arabic


class Pair(BaseModel):
    model_config = ConfigDict(extra="forbid")

    names: tuple[str, str]
    verdict: Literal["same", "different"]
    why: str


PAIRS = read_yaml(Path(__file__).with_name("hard_pairs.yaml"), dict[str, list[Pair]])
PERSONS, BODIES = PAIRS["persons"], PAIRS["bodies"]
# Of the pairs, at least this share is decided, not left as a candidate.
DECIDED = 0.75


@pytest.mark.parametrize("pair", PERSONS, ids=lambda pair: " ~ ".join(pair.names))
@pytest.mark.parametrize("turned", [False, True])
def test_persons_are_told_or_left_as_candidates(pair: Pair, turned: bool) -> None:
    query, name = reversed(pair.names) if turned else pair.names
    assert compare_persons(query, name).verdict in (pair.verdict, "candidate"), compare_persons(query, name).explain()


@pytest.mark.parametrize("pair", BODIES, ids=lambda pair: " ~ ".join(pair.names))
@pytest.mark.parametrize("turned", [False, True])
def test_bodies_are_told_or_left_as_candidates(pair: Pair, turned: bool) -> None:
    query, name = reversed(pair.names) if turned else pair.names
    assert compare_bodies(query, name).verdict in (pair.verdict, "candidate"), compare_bodies(query, name).explain()


def test_most_pairs_are_decided() -> None:
    told = [compare_persons(*pair.names).verdict == pair.verdict for pair in PERSONS]
    told += [compare_bodies(*pair.names).verdict == pair.verdict for pair in BODIES]
    assert sum(told) / len(told) >= DECIDED


def test_the_table_holds_fifty_pairs_mostly_across_scripts_and_both_ways() -> None:
    every = PERSONS + BODIES
    assert len(every) >= 50
    assert sum(all(map(is_arabic, pair.names)) for pair in every) <= len(every) / 2
    assert min(sum(pair.verdict == one for pair in every) for one in ("same", "different")) >= len(every) / 3
