"""The files of the model: the shipped ones, those of a folder of one's own, and none."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.encoder.files import SETTING, ModelError, model_file

LARGEST = 75_000_000  # bytes that the reader may add to the package, tokenizer included


def test_all_files_of_the_model_together_stay_small() -> None:
    folder = model_file("words.onnx").parent
    assert sum(file.stat().st_size for file in folder.iterdir()) <= LARGEST


def test_a_folder_of_ones_own_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words.onnx").write_bytes(b"own")
    monkeypatch.setenv(SETTING, str(tmp_path))
    assert model_file("words.onnx") == tmp_path / "words.onnx"
    assert model_file("pieces.npy").parent != tmp_path


def test_a_missing_file_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"nothing\.onnx.*--no-model"):
        model_file("nothing.onnx")
