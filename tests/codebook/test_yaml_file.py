from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from marsad.codebook.yaml_file import read_yaml
from marsad.errors import CodebookError


class Word(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    rank: int = 0


def write(folder: Path, text: str) -> Path:
    file = folder / "words.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_model_list_and_dict_shapes(tmp_path: Path) -> None:
    assert read_yaml(write(tmp_path, "code: قتل\nrank: 2"), Word) == Word(code="قتل", rank=2)
    assert read_yaml(write(tmp_path, "- {code: a}\n- {code: b}"), list[Word]) == [
        Word(code="a"),
        Word(code="b"),
    ]
    assert read_yaml(write(tmp_path, "x: [a, b]\ny: [c]"), dict[str, tuple[str, ...]]) == {
        "x": ("a", "b"),
        "y": ("c",),
    }


def test_merge_keys_are_allowed(tmp_path: Path) -> None:
    text = "- &one {code: a, rank: 1}\n- {<<: *one, code: b}"
    assert read_yaml(write(tmp_path, text), list[Word])[1] == Word(code="b", rank=1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- code: a\n- code: b\n  rank: high", "b > rank"),
        ("- code: a\n- rank: 1", "item 2 > code: Field required"),
        ("- code: a\n  colour: red", "a > colour"),
        ("- code: a\n  code: b", "line 2: the key 'code' stands twice"),
        ("- {code: a", "line"),
        ("- {[a]: b}", "correct the YAML"),
        ("", "whole file"),
        ("- code: \x07", "words.yaml: "),
    ],
)
def test_errors_name_file_and_entry(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(CodebookError) as caught:
        read_yaml(write(tmp_path, text), list[Word])
    assert told in str(caught.value)
    assert "words.yaml" in (caught.value.where or "")
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_missing_file_and_other_encoding(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        read_yaml(tmp_path / "absent.yaml", list[Word])
    file = tmp_path / "words.yaml"
    file.write_bytes("- code: قتل".encode("windows-1256"))
    with pytest.raises(CodebookError, match="not UTF-8 at byte 8"):
        read_yaml(file, list[Word])
