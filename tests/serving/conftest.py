from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from fastapi.testclient import TestClient

from marsad.pipeline import processed
from marsad.reading import originals_in
from marsad.serving import Settings, create_app
from marsad.storing import Store, open_store
from marsad.storing.events import bring_up_to_date
from marsad.team import ROLES, Doer, add_account

SAMPLES = Path(__file__).parents[2] / "samples" / "reports"
HERE = "http://localhost:8765"
PASSWORD = "violet kettle harbour"
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


@dataclass
class Hands:
    """A clock that only the test moves."""

    time: datetime = datetime(2024, 3, 1, 9)
    ticked: float = 0.0

    def now(self) -> datetime:
        return self.time

    def ticks(self) -> float:
        return self.ticked

    def pass_(self, **span: float) -> None:
        """Let time pass, as timedelta has it."""
        self.time += timedelta(**span)
        self.ticked += timedelta(**span).total_seconds()


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def _cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing that takes no time; what it is with real parameters is tested beside passwords."""
    cheap = PasswordHasher.from_parameters(CHEAPEST)
    monkeypatch.setattr("marsad.team.passwords.hasher", lambda: cheap)


@pytest.fixture
def team_store(store: Store, hands: Hands, _cheap_hashes: None) -> Store:
    """The sample reports with an account of each role, named as its role."""
    for role in ROLES:
        add_account(store, role, role, PASSWORD, hands.now(), Doer("the machine's user"))
    return store


@pytest.fixture
def team_settings(pages: Path, hands: Hands) -> Settings:
    return Settings(static=pages, team=True, clock=hands.now, ticks=hands.ticks)


@pytest.fixture
def as_(team_store: Store, team_settings: Settings) -> Callable[..., TestClient]:
    """A browser of its own for whoever is named, signed in; for nobody one that is not."""
    app = create_app(team_store, team_settings)

    def browser(name: str | None = None, password: str = PASSWORD) -> TestClient:
        client = TestClient(app, base_url=HERE)
        if name is not None:
            answer = client.post("/api/v1/session", json={"name": name, "password": password}, headers=OWN)
            assert answer.status_code == 200, answer.text
        return client

    return browser
