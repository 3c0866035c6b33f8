from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_samples import ambush, trial

from marsad.storing import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in which run 1 has begun."""
    with open_store(str(tmp_path / "marsad.db"), create=True) as opened:
        assert opened.begin_run(["test"]) == 1
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with two reports."""
    assert ambush().add_to(store)
    assert trial().add_to(store)
    return store
