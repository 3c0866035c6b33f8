from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from marsad.pipeline import processed
from marsad.reading import originals_in
from marsad.serving import Settings, create_app
from marsad.storing import Store, open_store
from marsad.storing.events import bring_up_to_date

SAMPLES = Path(__file__).parents[2] / "samples" / "reports"
HERE = "http://localhost:8765"
OWN = {"X-Marsad": "1", "Origin": HERE}


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample reports, read by the grammar alone."""
    place = tmp_path_factory.mktemp("serving") / "samples.db"
    with pytest.MonkeyPatch.context() as patch, open_store(str(place), create=True) as store:
        patch.setenv("XDG_CACHE_HOME", str(place.parent))
        run = store.begin_run(["samples"])
        for path in sorted(SAMPLES.iterdir()):
            for one in processed(originals_in(path.read_bytes(), path.name), model=False):
                assert not isinstance(one, Exception)
                assert store.add(one.report, one.original, one.mentions, one.claims, run)
        bring_up_to_date(store)
    return place


@pytest.fixture(autouse=True)
def _with_a_cache_of_their_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What linking keeps between runs stays out of the home of whoever runs the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def store(sample_file: Path, tmp_path: Path) -> Iterator[Store]:
    """The sample reports in a store of the test's own."""
    place = tmp_path / "marsad.db"
    place.write_bytes(sample_file.read_bytes())
    with open_store(str(place)) as opened:
        yield opened


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of built pages, with a secret beside it."""
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>Marsad</title>", encoding="utf-8")
    (folder / "assets" / "main-1a2b.js").write_text("export {}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture
def client(store: Store, pages: Path) -> TestClient:
    """A browser on this machine."""
    return TestClient(create_app(store, Settings(static=pages)), base_url=HERE)
