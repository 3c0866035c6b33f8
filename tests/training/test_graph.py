"""Products in 8 bits: close to float, and the same for a row whatever the rows beside it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper

from encoder.graph import Graph
from marsad.encoder.arrays import Floats
from marsad.encoder.table import dequantized

SOURCE = np.random.default_rng(0)
WEIGHT = SOURCE.standard_normal((24, 32)).astype(np.float32)
BIAS = SOURCE.standard_normal(24).astype(np.float32)
# As they come out of GELU: nothing below −0.17.
ROWS = (
    (SOURCE.standard_normal((5, 7, 32)) * np.array([0.1, 1, 50, 3, 0.5])[:, None, None])
    .clip(min=-0.17)
    .astype(np.float32)
)


REACH = np.abs(ROWS).max(axis=(0, 1))
REACHES: dict[str, dict[str, Floats] | None] = {"float": None, "by row": {}, "fixed": {"w": REACH}}


def product(folder: Path, rows: Floats, form: str) -> Floats:
    graph = Graph(REACHES[form])
    return run(folder, graph, graph.product("x", "w", WEIGHT, BIAS), rows)


def run(folder: Path, graph: Graph, out: str, rows: Floats) -> Floats:
    model = graph.model({"x": helper.make_tensor_type_proto(TensorProto.FLOAT, ["batch", "pieces", 32])}, {"y": out})
    onnx.save(model, folder / "m.onnx")
    return np.asarray(onnxruntime.InferenceSession(str(folder / "m.onnx")).run(["y"], {"x": rows})[0])


def test_float_is_exact(tmp_path: Path) -> None:
    assert product(tmp_path, ROWS, "float") == pytest.approx(ROWS @ WEIGHT.T + BIAS, rel=1e-4, abs=1e-4)


def test_rounded_by_row_small_rows_are_as_close_as_large(tmp_path: Path) -> None:
    wanted = ROWS @ WEIGHT.T
    error = np.abs(product(tmp_path, ROWS, "by row") - BIAS - wanted).max(axis=(1, 2))
    assert (error < 0.03 * np.abs(wanted).max(axis=(1, 2))).all()
    assert error.max() > 0


def test_rounded_by_fixed_steps_large_rows_are_close(tmp_path: Path) -> None:
    wanted = ROWS @ WEIGHT.T + BIAS
    error = np.abs(product(tmp_path, ROWS, "fixed") - wanted).max()
    assert 0 < error < 0.03 * np.abs(wanted).max()


def test_an_input_that_is_always_large_does_not_spoil_the_others(tmp_path: Path) -> None:
    rows = SOURCE.standard_normal((5, 7, 32)).astype(np.float32)
    rows[..., 3] += 40
    wanted = rows @ WEIGHT.T + BIAS
    errors = []
    for reach in ({}, {"w": np.abs(rows).max(axis=(0, 1))}):
        graph = Graph(reach)
        errors.append(np.abs(run(tmp_path, graph, graph.product("x", "w", WEIGHT, BIAS), rows) - wanted).mean())
    assert errors[1] < 0.7 * errors[0]


@pytest.mark.parametrize("form", ["by row", "fixed"])
def test_a_row_does_not_hang_on_the_rows_beside_it(tmp_path: Path, form: str) -> None:
    together = product(tmp_path, ROWS, form)
    for i in range(len(ROWS)):
        assert (product(tmp_path, ROWS[i : i + 1], form)[0] == together[i]).all()


@pytest.mark.parametrize("form", ["by row", "fixed"])
def test_a_row_of_nothing_gets_the_bias_alone(tmp_path: Path, form: str) -> None:
    assert (product(tmp_path, np.zeros((1, 2, 32), np.float32), form) == BIAS).all()


def test_published_blocks_are_multiplied_as_they_decode(tmp_path: Path) -> None:
    source = np.random.default_rng(1)
    scales = source.uniform(0.01, 0.1, (24, 1)).astype(np.float16)
    blocks = np.concatenate([scales.view(np.uint8), source.integers(0, 256, (24, 16), dtype=np.uint8)], axis=1)
    wanted = ROWS @ dequantized(blocks).T + BIAS
    graph = Graph()
    told = run(tmp_path, graph, graph.published("x", "w", blocks, BIAS), ROWS)
    error = np.abs(told - wanted).max(axis=(1, 2))
    assert (error < 0.03 * np.abs(wanted).max(axis=(1, 2))).all()
