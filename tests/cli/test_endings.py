"""How `add` ends when the machine does not go along: killed, locked out, out of room, interrupted."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

COUNT = 160
TABLES = {
    "originals": "sha256, size, packing, body",
    "reports": "number, id, sha256, source, outlet, title, published, language, body",
    "mentions": "*",
    "claims": "*",
    "actors": "*",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "news.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(COUNT):
            text = (
                f"أعلنت السلطات مقتل {number % 40 + 3} جنديا في هجوم على بلدة شمال مالي. "
                + "وقال المتحدث باسم الجيش إن القوات تواصل عملياتها ضد الإرهاب في المنطقة. " * 10
            )
            record = {"id": f"n{number}", "text": text, "published": f"2021-05-{number % 28 + 1:02d}"}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "marsad", *(str(word) for word in words)]


def rows(store: Path) -> dict[str, list[Any]]:
    """All that matters in a store; not when it was written, nor in how many runs."""
    connection = sqlite3.connect(store)
    try:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        found = {
            table: connection.execute(f"select {columns} from {table} order by 1, 2").fetchall()
            for table, columns in TABLES.items()
        }
        found["found"] = connection.execute("select rowid from words where words match 'ارهاب'").fetchall()
        return found
    finally:
        connection.close()


def count(store: Path) -> int:
    if not store.exists():
        return 0
    try:
        connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        try:
            return int(connection.execute("select count(*) from reports").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.OperationalError:
        return 0


def stop_midway(store: Path, corpus: Path, target: int, how: signal.Signals) -> subprocess.CompletedProcess[str]:
    """Start `add`, and send it ``how`` once ``target`` reports are stored."""
    process = subprocess.Popen(
        command("add", corpus, "--store", store), stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    while count(store) < target and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(how)
    _, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, "", err)


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a run that nothing disturbs."""
    store = tmp_path_factory.mktemp("whole") / "m.db"
    subprocess.run(command("add", corpus, "--store", store), check=True, capture_output=True)
    return store


@pytest.fixture(scope="module")
def whole(undisturbed: Path) -> dict[str, list[Any]]:
    """What that store holds."""
    found = rows(undisturbed)
    assert len(found["reports"]) == COUNT
    assert len(found["found"]) == COUNT
    assert len(found["claims"]) >= COUNT
    return found


def test_killed_again_and_again_nothing_is_lost_or_doubled(
    corpus: Path, whole: dict[str, list[Any]], tmp_path: Path
) -> None:
    store = tmp_path / "m.db"
    stored = [0]
    for target in (1, 30, 70, 110):
        ended = stop_midway(store, corpus, target, signal.SIGKILL)
        assert ended.returncode == -signal.SIGKILL
        stored.append(count(store))
        rows(store)
    assert sorted(set(stored)) == stored
    assert stored[-1] < COUNT
    finished = subprocess.run(
        command("add", corpus, "--store", store), check=True, capture_output=True, encoding="utf-8"
    )
    assert f"{COUNT - stored[-1]} stored" in finished.stderr
    assert f"{stored[-1]} already stored" in finished.stderr
    assert rows(store) == whole


def test_interrupted_it_ends_cleanly_and_is_taken_up_again(
    corpus: Path, whole: dict[str, list[Any]], tmp_path: Path
) -> None:
    store = tmp_path / "m.db"
    ended = stop_midway(store, corpus, 30, signal.SIGINT)
    assert ended.returncode == 130
    (line,) = ended.stderr.splitlines()
    assert "stopped" in line
    assert f"{count(store)} stored" in line
    subprocess.run(command("add", corpus, "--store", store), check=True, capture_output=True)
    assert rows(store) == whole


def test_a_full_disk_is_one_clear_line_and_tears_nothing(
    corpus: Path, whole: dict[str, list[Any]], tmp_path: Path
) -> None:
    store = tmp_path / "m.db"
    room = 700_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    ended = subprocess.run(
        command("add", corpus, "--store", store), capture_output=True, encoding="utf-8", preexec_fn=limit
    )
    assert ended.returncode == 8
    stopped, line = ended.stderr.splitlines()
    assert "stopped" in stopped
    assert str(store) in line
    assert "no room" in line
    kept = count(store)
    assert 0 < kept < COUNT
    assert f"{kept} stored" in stopped
    rows(store)
    subprocess.run(command("add", corpus, "--store", store), check=True, capture_output=True)
    assert rows(store) == whole


def test_without_any_room_no_store_is_left_half_made(corpus: Path, tmp_path: Path) -> None:
    store = tmp_path / "m.db"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    ended = subprocess.run(
        command("add", corpus, "--store", store), capture_output=True, encoding="utf-8", preexec_fn=limit
    )
    assert ended.returncode == 8
    (line,) = ended.stderr.splitlines()
    assert str(store) in line
    again = subprocess.run(command("add", corpus, "--store", store), capture_output=True, encoding="utf-8")
    assert again.returncode == 0
    assert count(store) == COUNT


def test_a_locked_store_is_one_clear_line(corpus: Path, tmp_path: Path) -> None:
    store = tmp_path / "m.db"
    ended = stop_midway(store, corpus, 20, signal.SIGKILL)
    assert ended.returncode == -signal.SIGKILL
    before = rows(store)
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("begin exclusive")
    try:
        ended = subprocess.run(
            command("add", corpus, "--store", f"sqlite:///{store}?timeout=0.2"),
            capture_output=True,
            encoding="utf-8",
        )
    finally:
        other.execute("rollback")
        other.close()
    assert ended.returncode == 7
    (line,) = ended.stderr.splitlines()
    assert str(store) in line
    assert "locked" in line
    assert rows(store) == before


def test_two_at_once_store_everything_once(corpus: Path, whole: dict[str, list[Any]], tmp_path: Path) -> None:
    store = tmp_path / "m.db"
    both = [subprocess.Popen(command("add", corpus, "--store", store), stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.wait() for process in both if process.communicate()] == [0, 0]
    assert rows(store) == whole


@pytest.mark.parametrize("words", [["read", "CORPUS"], ["claims"], ["export", "jsonl"]])
def test_a_reader_that_goes_away_is_no_error(corpus: Path, undisturbed: Path, words: list[str]) -> None:
    process = subprocess.Popen(
        command(*(corpus if word == "CORPUS" else word for word in words)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"MARSAD_STORE": str(undisturbed)},
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_output_that_finds_no_room_is_one_clear_line(undisturbed: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command("export", "jsonl", "--store", undisturbed), stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert ended.returncode == 8
    (line,) = ended.stderr.splitlines()
    assert "no room" in line


def test_reports_come_in_by_standard_input(corpus: Path) -> None:
    with corpus.open("rb") as lines:
        piped = subprocess.run(command("read", "-"), stdin=lines, capture_output=True, check=True)
    read = subprocess.run(command("read", corpus), capture_output=True, check=True)
    assert piped.stdout.count(b"\n") == read.stdout.count(b"\n")
    assert piped.stdout.count(b'"record":"report"') == COUNT


def test_output_is_utf8_whatever_the_locale(corpus: Path) -> None:
    env = os.environ | {"PYTHONIOENCODING": "latin-1"}
    ended = subprocess.run(command("read", corpus), capture_output=True, check=True, env=env)
    assert "أعلنت السلطات" in ended.stdout.decode("utf-8")
