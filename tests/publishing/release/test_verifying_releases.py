from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from marsad.publishing.release import Fault, Release, ReleaseError, faults, open_release


@pytest.fixture
def copy(released: Release, tmp_path: Path) -> Path:
    """A copy of the release that can be written to."""
    folder = tmp_path / "copy"
    shutil.copytree(released.folder, folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    return folder


def test_a_copy_is_as_it_was(copy: Path) -> None:
    assert faults(open_release(copy)) == []


def test_one_byte_changed_in_any_file_is_found(copy: Path) -> None:
    paths = [path for path in copy.rglob("*") if path.is_file() and path.name != "manifest.json"]
    assert len(paths) > 30
    for path in paths:
        body = path.read_bytes()
        at = len(body) // 2
        path.write_bytes(body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :])
        assert Fault(path.relative_to(copy).as_posix(), "changed") in faults(open_release(copy))
        path.write_bytes(body)


def test_a_file_taken_away_or_added_is_found(copy: Path) -> None:
    (copy / "csv" / "events.csv").unlink()
    (copy / "csv" / "more.csv").write_text("id\n", encoding="utf-8")
    (copy / "csv" / "claims.csv").rename(copy / "claims.csv")
    (copy / "csv" / "claims.csv").symlink_to(copy / "claims.csv")
    assert faults(open_release(copy)) == [
        Fault("claims.csv", "added"),
        Fault("csv/claims.csv", "missing"),
        Fault("csv/events.csv", "missing"),
        Fault("csv/more.csv", "added"),
    ]


def _edit(copy: Path, change: dict[str, Any]) -> None:
    told = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    (copy / "manifest.json").write_text(json.dumps(told | change), encoding="utf-8")


def test_a_manifest_changed_to_fit_is_found_by_its_hash(copy: Path) -> None:
    told = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    report = next(iter(told["content"]["inputs"]))
    told["content"]["inputs"][report] = "0" * 64
    _edit(copy, {"content": told["content"]})
    (fault,) = faults(open_release(copy))
    assert fault.path == "manifest.json"
    _edit(copy, {"sha256": fault.what.split()[5].rstrip(",")})
    assert {found.path for found in faults(open_release(copy))} == {"CITATION.cff", "datapackage.json"}


def test_what_is_no_release_is_refused_by_name(tmp_path: Path, copy: Path) -> None:
    with pytest.raises(ReleaseError, match="no release"):
        open_release(tmp_path / "none")
    _edit(copy, {"format": "marsad-release/9"})
    with pytest.raises(ReleaseError, match="update Marsad"):
        open_release(copy)
    _edit(copy, {"sha256": "not a hash"})
    with pytest.raises(ReleaseError, match="sha256"):
        open_release(copy)
    (copy / "parquet" / "events.parquet").write_bytes(b"PAR1")
    with pytest.raises(ReleaseError, match="cannot be read"):
        Release(copy, None).table("events")  # type: ignore[arg-type]  # the manifest plays no part
