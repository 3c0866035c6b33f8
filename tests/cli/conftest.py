from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from marsad.cli.app import app

AMBUSH = (
    "باماكو - قُتل خمسة جنود في هجوم شنه مسلحون على بلدة في شمال مالي يوم 9 مايو 2021.\n"
    "وقال المتحدث باسم الجيش إن الحرب على الإرهاب مستمرة.\n"
)
TRIAL = "داكار - أدانت محكمة في السنغال رجلين بالانتماء إلى تنظيم القاعدة يوم 31 يناير 2022.\n"


@pytest.fixture(scope="session", autouse=True)
def _with_a_cache_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What commands keep between them stays out of the home of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _by_the_grammar_alone() -> Iterator[None]:
    """Commands in processes of their own read by the grammar alone too: they are about the store, and start at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MARSAD_USE_MODEL", "0")
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a text and two JSON records of reports, and a file that is none."""
    place = tmp_path / "reports"
    place.mkdir()
    (place / "ambush.txt").write_text(AMBUSH, encoding="utf-8")
    records = [
        {"id": "trial", "text": TRIAL, "published": "2022-02-01", "title": "حكم في داكار"},
        {"id": "ambush", "text": AMBUSH.replace("خمسة", "سبعة"), "published": "2021-05-10"},
    ]
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (place / "news.jsonl").write_text(lines, encoding="utf-8")
    (place / "noise.bin").write_bytes(bytes(range(256)) * 8)
    return place


@pytest.fixture
def marsad(tmp_path: Path) -> Callable[..., Result]:
    """Runs a command over a store of its own, reports read by the grammar alone unless the command says otherwise."""

    def run(*words: object) -> Result:
        env = {"MARSAD_STORE": str(tmp_path / "marsad.db")}
        result = CliRunner().invoke(app, [str(word) for word in words], env=env)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
