from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.errors import CodebookError
from marsad.publishing.release import declared
from marsad.publishing.release.declared import tables

RIGHT: dict[str, Any] = {
    "groups": {"some": [{"name": "b", "type": "day", "about": "B."}]},
    "tables": {"t": {"about": "T.", "key": ["a"], "columns": [{"name": "a", "type": "text", "about": "A."}, "some"]}},
}


def loaded(written: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, declared.Table]:
    (folder / "tables.yaml").write_text(yaml.safe_dump(written), encoding="utf-8")
    monkeypatch.setattr(declared, "files", lambda _package: folder)
    return tables.__wrapped__()


def test_groups_of_columns_are_put_in_their_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(RIGHT, tmp_path, monkeypatch)["t"].names == ("a", "b")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"key": ["c"]}, "does not have: c"),
        ({"columns": ["none"]}, "no group 'none'"),
        ({"columns": ["some", "some"]}, "share a name"),
        ({"columns": [{"name": "a", "type": "text", "about": "A.", "refers": "t.z"}]}, r"refers to t\.z"),
        ({"columns": [{"name": "a", "type": "colour", "about": "A."}]}, "t"),
    ],
)
def test_contradictions_are_told(
    change: dict[str, Any], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = RIGHT | {"tables": {"t": RIGHT["tables"]["t"] | change}}
    with pytest.raises(CodebookError, match=said):
        loaded(wrong, tmp_path, monkeypatch)


def test_every_key_is_required_so_that_rows_can_be_told_apart() -> None:
    for table in tables().values():
        assert all(column.required for column in table.columns if column.name in table.key)
