from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.team.limits import Limit, Rate


class Ticks:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@given(
    burst=st.integers(1, 20),
    seconds=st.sampled_from([0.25, 1, 60]),
    gaps=st.lists(st.floats(0, 200), min_size=1, max_size=200),
)
def test_never_more_than_the_burst_and_one_each_so_many_seconds(burst: int, seconds: float, gaps: list[float]) -> None:
    ticks = Ticks()
    limit = Limit(Rate(burst, seconds), ticks)
    given_at: list[float] = []
    for gap in gaps:
        ticks.now += gap
        waiting = limit.take("one")
        if not waiting:
            given_at.append(ticks.now)
            for at, first in enumerate(given_at):
                within = len(given_at) - at
                assert within <= burst + (ticks.now - first) / seconds + 1e-3
        else:
            ticks.now += waiting
            assert limit.take("one") == 0
            given_at.append(ticks.now)


def test_a_bucket_is_spent_waited_for_and_filled() -> None:
    ticks = Ticks()
    limit = Limit(Rate(3, 10), ticks)
    assert [limit.take("a") for _ in range(5)] == [0, 0, 0, 10, 10]
    assert limit.take("b") == 0
    ticks.now = 4
    assert limit.take("a") == 6
    ticks.now = 10
    assert [limit.take("a") for _ in range(2)] == [0, 10]
    limit.forgive("a")
    assert [limit.take("a") for _ in range(4)] == [0, 0, 0, 10]


@given(keys=st.lists(st.integers(0, 1000), max_size=500), most=st.integers(1, 50))
def test_memory_is_bounded_whoever_asks(keys: list[int], most: int) -> None:
    ticks = Ticks()
    limit = Limit(Rate(2, 5), ticks, most)
    for key in keys:
        limit.take(str(key))
        ticks.now += 0.1
        assert len(limit) <= most


def test_full_buckets_are_forgotten() -> None:
    ticks = Ticks()
    limit = Limit(Rate(2, 5), ticks)
    for key in range(100):
        limit.take(str(key))
    ticks.now = 11
    limit.take("last")
    assert len(limit) == 1
