"""How fast the shipped encoder is beside a BERT-base of random weights, under the same runtime, on one thread.

    PYTHONPATH=training python benchmarks/encoding.py

Prints milliseconds a sentence, the least of several runs in turn, for batches of 16 sentences of 40 pieces: BERT-base in
float, BERT-base with dynamic 8-bit weights as its users make it, and the reader's two branches with their heads.
The second reads a share of the sentences only, counted here over the sample reports; the ratios are to what that comes to.
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
from marsad.encoder.heads import heads
from marsad.encoder.running import SLOWER, UNREAD
from marsad.extracting.learned.reading import read_words
from marsad.languages.arabic.words import cut
from marsad.reading import read
from marsad.records import Report

SAMPLES = Path(__file__).parents[1] / "samples" / "reports"
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
            "words": (session(model_file("words.onnx"), SLOWER), 384),
            "events": (session(model_file("events.onnx"), SLOWER), 384),
        }
        best = dict.fromkeys(sessions, float("inf"))
        for _ in range(ROUNDS):
            for name, (running, size) in sessions.items():
                best[name] = min(best[name], timed(running, size))
    share = read_further()
    every = {"reader": best["words"] + share * best["events"]}
    every["both on every sentence"] = best["words"] + best["events"]
    print(f"{share:.0%} of the sentences of the sample reports go on to the branch of events")
    for name, seconds in (best | every).items():
        print(f"{name:<22} {seconds / BATCH * 1000:6.2f} ms a sentence  {seconds / every['reader']:5.1f} x the reader")


def read_further() -> float:
    """The share of the sentences of the shipped sample reports that the branch of events reads."""
    found = [one for path in sorted(SAMPLES.iterdir()) for one in read(path)]
    words = [cut(one.text) for one in found if isinstance(one, Report)]
    first = heads().layout.parts.start
    further = [
        bool((one.words[sentence.first : sentence.last, first] > UNREAD).any())
        for one, report in zip(read_words(words), words, strict=True)
        for sentence in report.sentences
    ]
    return sum(further) / len(further)


def session(path: Path, *without: str) -> onnxruntime.InferenceSession:
    """The network at ``path`` on one thread, ``without`` these optimizations of the runtime."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    providers = ["CPUExecutionProvider"]
    return onnxruntime.InferenceSession(str(path), options, providers=providers, disabled_optimizers=list(without))


def timed(running: onnxruntime.InferenceSession, size: int) -> float:
    """Seconds for one batch."""
    source = np.random.default_rng(1)
    given = {
        "hidden": source.standard_normal((BATCH, PIECES, size)).astype(np.float32),
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
    source, graph, x = np.random.default_rng(0), Graph(), "vectors"

    def linear(value: str, name: str, inputs: int, outputs: int) -> str:
        weight = source.standard_normal((outputs, inputs)).astype(np.float32) * 0.03
        return str(graph.node("MatMul", value, graph.constant(name, weight.T)))

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
