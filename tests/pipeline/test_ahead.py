"""Working ahead: order is kept, errors come where they belong, and no more than ``AHEAD`` items are made before their turn."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from marsad.pipeline import AHEAD, ahead


def test_each_item_comes_with_what_was_made_of_it_in_order() -> None:
    assert list(ahead(range(5), str)) == [(n, str(n)) for n in range(5)]
    assert list(ahead([], str)) == []


def test_the_next_are_worked_on_while_one_is_in_use() -> None:
    begun = [threading.Event() for _ in range(AHEAD + 2)]

    def work(number: int) -> int:
        begun[number].set()
        return number

    found = ahead(range(AHEAD + 2), work)
    assert next(found) == (0, 0)
    assert all(event.wait(5) for event in begun[: AHEAD + 1])
    assert not begun[AHEAD + 1].is_set()
    assert next(found) == (1, 1)
    assert begun[AHEAD + 1].wait(5)


def test_an_error_comes_in_the_place_of_its_item() -> None:
    found = ahead([1, 0, 2], lambda n: 1 // n)
    assert next(found) == (1, 1)
    with pytest.raises(ZeroDivisionError):
        next(found)


def test_items_are_not_taken_before_they_are_needed() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(10):
            taken.append(number)
            yield number

    found = ahead(items(), str)
    next(found)
    assert taken == list(range(AHEAD + 1))
