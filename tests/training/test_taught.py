"""What teachers of events say of the news becomes what the branch of events learns."""

import random

import numpy as np
import pytest

from encoder.examples import Example, example, sizes
from encoder.taught import Told, drawn, learn, mean_of

SENTENCE = "قتل مسلحون ثلاثة جنود في هجوم على حاجز"


def _example() -> Example:
    made = example(SENTENCE, "a")
    assert made is not None
    return made


def _told(first: float, second: float) -> Told:
    """What a network says that holds the two types for so likely, and every word and sector for even."""
    types, parts, sectors = sizes()
    likely = np.array([first, second], np.float32)
    words = np.full((len(_example().firsts), types * parts), 0.5, np.float32)
    return Told(
        likely,
        np.array([first / 2, second / 2], np.float32),
        words,
        np.full((types, 2, sectors), 1 / sectors, np.float32),
    )


def test_parts_weigh_as_much_as_their_event_is_likely_and_nothing_where_it_is_not() -> None:
    one = _example()
    learn(one, _told(0.8, 0.05))
    parts = sizes()[1]
    assert one.part_weights is not None
    assert one.sectors is not None
    assert one.part_weights.tolist() == [np.float32(0.8)] * parts + [0] * parts
    assert one.sectors.sum(-1).ravel().tolist() == pytest.approx([0.8, 0.8, 0, 0])


def test_whether_an_event_is_told_is_learned_of_both_types_as_the_network_said() -> None:
    one = _example()
    learn(one, _told(0.8, 0.05))
    assert one.events is not None
    assert one.coded is not None
    assert np.allclose(one.events, [0.8, 0.05])
    assert np.allclose(one.coded, [0.4, 0.025])
    assert one.event_weights is not None
    assert one.event_weights.tolist() == [1, 1]


def test_several_teachers_are_heard_in_the_mean() -> None:
    told = mean_of([_told(0.9, 0.0), _told(0.3, 0.2)])
    assert np.allclose(told.events, [0.6, 0.1])
    assert told.parts.shape == _told(0, 0).parts.shape


def test_most_of_the_likely_and_few_of_the_others_are_drawn() -> None:
    likely, others = [_example() for _ in range(300)], [_example() for _ in range(300)]
    for one in likely:
        learn(one, _told(0.1, 0.3))
    for one in others:
        learn(one, _told(0.1, 0.1))
    some = drawn([*likely, *others], random.Random(0))
    of_likely = sum(any(one is kept for kept in some) for one in likely)
    assert 210 <= of_likely <= 270
    assert len(some) - of_likely <= 20
    assert [id(one) for one in some] == [id(one) for one in drawn([*likely, *others], random.Random(0))]
