"""How fast the shipped encoder is beside a BERT-base of random weights, under the same runtime, on one thread.

    PYTHONPATH=training python benchmarks/encoding.py

Prints milliseconds a sentence, the least of several runs in turn, for batches of 16 sentences of 40 pieces: BERT-base in
float, BERT-base with dynamic 8-bit weights as its users make it, and the reader with all its heads; and the ratios.
Needs the ``train`` extra, for onnx.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from encoder.graph import CONTRIB, Graph
from marsad.encoder.files import model_file

BATCH, PIECES, ROUNDS = 16, 40, 12
LAYERS, HIDDEN, INNER, HEADS = 12, 768, 3072, 12
FLOAT = 1


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "bert.onnx", Path(folder) / "bert8.onnx"
        bert_base(plain)
        quantize_dynamic(plain, small, weight_type=QuantType.QInt8, extra_options={"DefaultTensorType": FLOAT})
        sessions = {
            "BERT-base float": (session(plain), HIDDEN),
            "BERT-base 8-bit": (session(small), HIDDEN),
            "reader": (session(model_file("reader.onnx")), 384),
        }
        best = dict.fromkeys(sessions, float("inf"))
        for _ in range(ROUNDS):
            for name, (running, size) in sessions.items():
                best[name] = min(best[name], timed(running, size))
    for name, seconds in best.items():
        print(f"{name:<16} {seconds / BATCH * 1000:6.2f} ms a sentence  {seconds / best['reader']:5.1f} x the reader")


def session(path: Path) -> onnxruntime.InferenceSession:
    """The network at ``path`` on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def timed(running: onnxruntime.InferenceSession, size: int) -> float:
    """Seconds for one batch."""
    source = np.random.default_rng(1)
    given = {
        "vectors": source.standard_normal((BATCH, PIECES, size)).astype(np.float32),
        "lengths": np.full(BATCH, PIECES, np.int32),
        "begins": np.ones((BATCH, PIECES), np.float32),
    }
    wanted = {one.name for one in running.get_inputs()}
    given = {name: value for name, value in given.items() if name in wanted}
    begun = time.perf_counter()
    running.run(None, given)
    return time.perf_counter() - begun


def bert_base(path: Path) -> None:
    """Write BERT-base's layers with random weights and the fused operators that the runtime offers."""
    source, graph, x = np.random.default_rng(0), Graph(eight_bits=False), "vectors"

    def linear(value: str, name: str, inputs: int, outputs: int) -> str:
        weight = source.standard_normal((outputs, inputs)).astype(np.float32) * 0.03
        return graph.product(value, name, weight)

    def constant(name: str, size: int) -> str:
        return graph.constant(name, np.ones(size, np.float32))

    for n in range(LAYERS):
        query, key, value = (linear(x, f"{n} {part}", HIDDEN, HIDDEN) for part in ("query", "key", "value"))
        mixed = graph.node(
            "MultiHeadAttention", query, key, value, constant("attended", 3 * HIDDEN), "lengths",
            domain=CONTRIB, num_heads=HEADS,
        )  # fmt: skip
        sides = [constant(f"side {i}", HIDDEN) for i in range(3)]
        joined = linear(mixed, f"{n} joined", HIDDEN, HIDDEN)
        x = graph.node("SkipLayerNormalization", joined, x, *sides, domain=CONTRIB, epsilon=1e-12)
        inner = graph.node("BiasGelu", linear(x, f"{n} inner", HIDDEN, INNER), constant("inner", INNER), domain=CONTRIB)
        outer = linear(inner, f"{n} outer", INNER, HIDDEN)
        x = graph.node("SkipLayerNormalization", outer, x, *sides, domain=CONTRIB, epsilon=1e-12)
    inputs = {
        "vectors": helper.make_tensor_type_proto(TensorProto.FLOAT, ["batch", "pieces", HIDDEN]),
        "lengths": helper.make_tensor_type_proto(TensorProto.INT32, ["batch"]),
    }
    onnx.save(graph.model(inputs, {"hidden": x}), path)


if __name__ == "__main__":
    main()
