"""Neighbouring sentences read together: which, and as one."""

from __future__ import annotations

import random

import numpy as np

from encoder.context import LONGEST, joined, passages
from encoder.examples import NOT_LABELLED, Example, example, tags


def sentence(text: str, group: str) -> Example:
    made = example(text, group)
    assert made is not None
    return made


def test_words_of_a_joined_example_begin_with_their_own_pieces() -> None:
    some = [sentence("وصل الرئيس إلى باريس", "a 0"), sentence("قتل ثلاثة في مقديشو", "a 0")]
    both = joined(some)
    wanted = [one.ids[first] for one in some for first in one.firsts]
    assert [both.ids[first] for first in both.firsts] == wanted
    assert (both.ids[0], both.ids[-1]) == (some[0].ids[0], some[1].ids[-1])
    assert len(both.ids) == sum(len(one.ids) for one in some) - 2


def test_tags_follow_their_words_and_what_is_not_labelled_stays_so() -> None:
    some = [sentence("وصل إلى باريس", "a 0"), sentence("قتل ثلاثة", "a 0")]
    some[0].names = tags(3, [(1, 2, 3)])
    both = joined(some)
    assert both.names is not None
    assert both.names.tolist() == [0, 0, 3, NOT_LABELLED, NOT_LABELLED]
    assert both.kinds is not None
    assert np.all(both.kinds == NOT_LABELLED)


def test_only_neighbours_of_one_document_are_read_together_in_their_order() -> None:
    some = [sentence(f"قتل {n} في باريس", f"{'ab'[n // 3]} 7") for n in range(6)]
    together = list(passages(some))
    assert together == [some[:3], some[3:]]


def test_a_passage_is_no_longer_than_its_limit() -> None:
    some = [sentence("وصل الرئيس إلى باريس ثم إلى مقديشو", "a 0") for _ in range(400)]
    for drawn in (None, random.Random(0)):
        together = list(passages(some, drawn))
        assert [one for passage in together for one in passage] == some
        assert all(sum(len(one.ids) for one in passage) <= LONGEST for passage in together)
    assert len({len(passage) for passage in passages(some, random.Random(0))}) > 2
