from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from typer.testing import Result


def test_the_description_is_printed_without_a_store(marsad: Callable[..., Result]) -> None:
    result = marsad("serve", "--openapi")
    assert result.exit_code == 0
    assert "/api/v1/events/{id}" in json.loads(result.stdout)["paths"]


def test_a_port_that_is_taken_ends_it_with_one_line(marsad: Callable[..., Result], folder: Path) -> None:
    assert marsad("add", folder / "ambush.txt").exit_code == 0
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = marsad("serve", "--port", taken.getsockname()[1], "--no-index")
    assert result.exit_code == 28
    assert result.stderr.count("\n") == 1
    assert "--port" in result.stderr


@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_serves_the_store_on_loopback_until_it_is_told_to_end(
    marsad: Callable[..., Result], folder: Path, tmp_path: Path, workers: str
) -> None:
    assert marsad("add", folder / "ambush.txt").exit_code == 0
    command = [
        sys.executable,
        "-m",
        "marsad",
        "serve",
        "--port",
        "0",
        "--no-index",
        "--store",
        str(tmp_path / "marsad.db"),
        "--workers",
        workers,
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as server:
        try:
            assert server.stderr is not None
            found = re.search(r"http://127\.0\.0\.1:\d+/", server.stderr.readline())
            assert found
            about = httpx.get(f"{found[0]}api/v1/about", timeout=150).json()
            assert about["counts"]["reports"] == 1
            assert httpx.get(f"{found[0]}api/v1/about", headers={"Host": "evil.example"}).status_code == 400
        finally:
            server.send_signal(signal.SIGINT)
        assert server.wait(60) in (0, 130), server.stderr.read()


@pytest.mark.parametrize("module", ["fastapi", "uvicorn", "pydantic"])
def test_help_does_not_wait_for_the_server(module: str) -> None:
    told = f"import marsad.cli.app, sys; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
