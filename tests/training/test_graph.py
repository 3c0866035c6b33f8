"""Products in 8 bits: close to float, and the same for a row whatever the rows beside it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper

from encoder.graph import Graph

Floats = npt.NDArray[np.float32]
SOURCE = np.random.default_rng(0)
WEIGHT = SOURCE.standard_normal((24, 32)).astype(np.float32)
ROWS = (SOURCE.standard_normal((5, 7, 32)) * np.array([0.01, 1, 50, 3, 0.5])[:, None, None]).astype(np.float32)


def product(folder: Path, rows: Floats, *, eight_bits: bool) -> Floats:
    graph = Graph(eight_bits)
    out = graph.product("x", "w", WEIGHT)
    model = graph.model({"x": helper.make_tensor_type_proto(TensorProto.FLOAT, ["batch", "pieces", 32])}, {"y": out})
    onnx.save(model, folder / "m.onnx")
    return np.asarray(onnxruntime.InferenceSession(str(folder / "m.onnx")).run(["y"], {"x": rows})[0])


def test_float_is_exact(tmp_path: Path) -> None:
    assert product(tmp_path, ROWS, eight_bits=False) == pytest.approx(ROWS @ WEIGHT.T, rel=1e-4, abs=1e-4)


def test_eight_bits_are_close_for_small_rows_and_large(tmp_path: Path) -> None:
    wanted = ROWS @ WEIGHT.T
    error = np.abs(product(tmp_path, ROWS, eight_bits=True) - wanted).max(axis=(1, 2))
    assert (error < 0.03 * np.abs(wanted).max(axis=(1, 2))).all()
    assert error.max() > 0


def test_a_row_does_not_hang_on_the_rows_beside_it(tmp_path: Path) -> None:
    together = product(tmp_path, ROWS, eight_bits=True)
    for i in range(len(ROWS)):
        assert (product(tmp_path, ROWS[i : i + 1], eight_bits=True)[0] == together[i]).all()


def test_a_row_of_nothing_stays_nothing(tmp_path: Path) -> None:
    assert (product(tmp_path, np.zeros((1, 2, 32), np.float32), eight_bits=True) == 0).all()
