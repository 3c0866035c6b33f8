from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

from .conftest import TEXTS


def test_a_copy_of_marsad_elsewhere_makes_the_same_release_of_the_same_reports(tmp_path: Path) -> None:
    """Another folder, another process, another order of sets, another time zone and locale."""
    reports = tmp_path / "reports.jsonl"
    lines = [json.dumps({"id": f"r{n}", "text": text, "published": "2023-03-04"}) for n, text in enumerate(TEXTS)]
    reports.write_text("\n".join(lines) + "\n", encoding="utf-8")
    copy = tmp_path / "copy"
    shutil.copytree(
        str(files("marsad")), copy / "marsad", copy_function=_linked, ignore=shutil.ignore_patterns("__pycache__")
    )
    here = _released(reports, tmp_path / "here", {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"})
    away = {"PYTHONHASHSEED": "2", "TZ": "Asia/Dushanbe", "LC_ALL": "C", "PYTHONPATH": str(copy)}
    there = _released(reports, tmp_path / "there", away)
    assert here["sha256"] == there["sha256"]
    assert here["describing"]["datapackage.json"] == there["describing"]["datapackage.json"]
    assert here["content"]["rows"]["events"] > 2


def _linked(source: str, target: str) -> None:
    """The same file under another name, where the file system allows it: the model is large."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _released(reports: Path, folder: Path, env: dict[str, str]) -> dict[str, Any]:
    folder.mkdir()
    given = {**os.environ, "MARSAD_STORE": str(folder / "marsad.db"), "PYTHONDONTWRITEBYTECODE": "1", **env}
    for words in (["add", "--no-model", str(reports)], ["release", "--output", str(folder / "releases")]):
        command = [sys.executable, "-m", "marsad", *words]
        subprocess.run(command, env=given, check=True, capture_output=True, cwd=folder)
    found: dict[str, Any] = json.loads((folder / "releases" / "0001" / "manifest.json").read_text(encoding="utf-8"))
    return found
