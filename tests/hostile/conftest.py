from __future__ import annotations

from pathlib import Path

import pytest

from .store import build


@pytest.fixture(scope="session")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of all hostile inputs, read by the grammar alone."""
    place = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place.parent))
        build(place)
    return place
