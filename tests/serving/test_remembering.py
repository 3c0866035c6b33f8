"""What was worked out is remembered: made once for all who ask at the same time, and kept within bounds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Semaphore
from typing import Any

import pytest
from fastapi.testclient import TestClient

from marsad.publishing.codebooks import COMPARED
from marsad.serving.served import ServedStore
from marsad.serving.warming import warming
from marsad.serving.weighing import weight
from marsad.storing import Query, Store, find_events
from marsad.storing.events import merge, tellings_of_each

ASKING = 4


class Work:
    """What is worked out: goes on when told to, and counts how often it was begun."""

    def __init__(self, made: object) -> None:
        self.made, self.begun, self.go_on, self.times = made, Event(), Event(), 0

    def __call__(self) -> object:
        self.times += 1
        self.begun.set()
        assert self.go_on.wait(30)
        if isinstance(self.made, Exception):
            raise self.made
        return self.made


@pytest.fixture
def asked_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[[Work], list[Any]]:
    """Has several threads ask for the same work while the first is at it; their answers, errors among them."""
    served = ServedStore(store)
    arrived = Semaphore(0)
    state = ServedStore.state

    def told(self: ServedStore) -> str:
        arrived.release()
        return state(self)

    monkeypatch.setattr(ServedStore, "state", told)

    def ask(work: Work) -> list[Any]:
        with ThreadPoolExecutor(ASKING) as pool:
            first = pool.submit(served.remember, "work", work)
            assert work.begun.wait(30)
            others = [pool.submit(served.remember, "work", work) for _ in range(ASKING - 1)]
            for _ in range(ASKING):
                assert arrived.acquire(timeout=30)
            work.go_on.set()
            return [one.exception() or one.result() for one in (first, *others)]

    return ask


def test_many_ask_and_one_works(asked_at_once: Callable[[Work], list[Any]]) -> None:
    work = Work(["made"])
    answers = asked_at_once(work)
    assert work.times == 1
    assert all(answer is work.made for answer in answers)


def test_an_error_is_told_to_all_and_tried_again(asked_at_once: Callable[[Work], list[Any]]) -> None:
    work = Work(ValueError("none"))
    assert {type(answer) for answer in asked_at_once(work)} == {ValueError}
    once = work.times
    assert {type(answer) for answer in asked_at_once(work)} == {ValueError}
    assert work.times > once


def remembered(served: ServedStore, name: str) -> bool:
    made = object()
    return served.remember(name, lambda: made) is not made


def test_no_more_is_kept_than_there_is_room_for(store: Store) -> None:
    served = ServedStore(store, room=10_000)
    for name in "abc":
        served.remember(name, lambda: [bytes(4000)])
    assert [remembered(served, name) for name in "cba"] == [True, True, False]


def test_what_alone_is_larger_than_the_room_is_kept_until_something_else_is(store: Store) -> None:
    served = ServedStore(store, room=1000)
    served.remember("large", lambda: [bytes(4000)])
    assert remembered(served, "large")
    served.remember("other", lambda: 1)
    assert not remembered(served, "large")


def test_what_has_grown_is_weighed_again(store: Store) -> None:
    served = ServedStore(store, room=10_000)
    growing: dict[int, bytes] = served.remember("growing", dict)
    served.remember("other", lambda: 1)
    growing.update({at: bytes(4000) for at in range(3)})
    assert served.remember("growing", dict) is growing
    assert not remembered(served, "other")


def test_another_state_of_the_store_is_another_answer(store: Store) -> None:
    served = ServedStore(store)
    served.remember("total", lambda: 1)
    one, other, *_ = (event.id for event, _ in find_events(store, Query()))
    merge(store, one, other, by="test", because="to see")
    assert served.remember("total", lambda: 2) == 2
    assert len(served._known) == 1


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 1000])
def test_the_weight_of_many_is_that_of_each_times_their_number(count: int) -> None:
    one = weight({"a": ["b"]})
    assert weight([{"a": ["b"]} for _ in range(count)]) == sys.getsizeof([{} for _ in range(count)]) + count * one


def test_rows_of_the_codebooks_are_made_before_they_are_asked_for(
    store: Store, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    app: Any = client.app
    with warming(app.state.served, index=False) as thread:
        thread.join()
    asked: list[int] = []

    def told(store: Store, events: list[Any], query: Query) -> Any:
        asked.append(len(events))
        return tellings_of_each(store, events, query)

    monkeypatch.setattr("marsad.serving.answers.rows.tellings_of_each", told)
    for codebook in COMPARED:
        assert client.get("/api/v1/counts/facets", params={"codebook": codebook}).status_code == 200
    assert len(asked) >= len(COMPARED)
    assert set(asked) == {0}
