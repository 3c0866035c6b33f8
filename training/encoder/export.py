"""A trained network, or the published encoder as it is, → the ONNX files that the package ships.

Weights are 8-bit integers with one step a column.  What is multiplied by them is rounded row by row, one row a piece, so a
sentence gives the same numbers in any batch; normalisation, attention and heads are float.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from marsad.encoder.heads import heads
from marsad.encoder.pieces import LONGEST

from .graph import CONTRIB, Graph
from .network import Layer, Network


def _array(tensor: Any) -> Any:
    return tensor.detach().float().numpy()


def reader(network: Network, path: Path, *, eight_bits: bool = True) -> None:
    """Write the network with its heads: vectors, lengths, begins → events, words, sectors, as in ``Network.forward``."""
    graph = Graph(eight_bits)
    x = _encoded(graph, network)
    outputs = _heads(graph, network, x)
    _write(graph, {"begins": ["batch", "pieces"]}, outputs, path)


def sentences(network: Network, path: Path, *, eight_bits: bool = True) -> None:
    """Write the encoder alone: vectors, lengths → one vector of length 1 for each text, the mean over its pieces."""
    graph = Graph(eight_bits)
    x = _encoded(graph, network)
    inside = graph.node("Cast", _inside(graph), to=TensorProto.FLOAT)
    total = graph.node(
        "ReduceSum", graph.node("Mul", x, graph.node("Unsqueeze", inside, graph.ints(-1))), graph.ints(1), keepdims=0
    )
    length = graph.node("ReduceL2", total, axes=[-1], keepdims=1)
    _write(graph, {}, {"sentence": graph.node("Div", total, length)}, path)


def _write(graph: Graph, more: dict[str, list[str]], outputs: dict[str, str], path: Path) -> None:
    size = "hidden"
    inputs = {
        "vectors": helper.make_tensor_type_proto(TensorProto.FLOAT, ["batch", "pieces", size]),
        "lengths": helper.make_tensor_type_proto(TensorProto.INT32, ["batch"]),
    } | {name: helper.make_tensor_type_proto(TensorProto.FLOAT, shape) for name, shape in more.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(graph.model(inputs, outputs), path)


def _inside(graph: Graph) -> str:
    """Whether a piece is part of its sentence, shape (batch, pieces)."""
    count = graph.node("Gather", graph.node("Shape", "vectors"), graph.constant("one", np.int64(1)))
    zero, one = graph.constant("nought", np.int64(0)), graph.constant("one", np.int64(1))
    numbers = graph.node("Range", zero, count, one)
    lengths = graph.node("Cast", graph.node("Unsqueeze", "lengths", graph.ints(-1)), to=TensorProto.INT64)
    return str(graph.node("Less", numbers, lengths))


def _encoded(graph: Graph, network: Network) -> str:
    count = graph.node("Gather", graph.node("Shape", "vectors"), graph.ints(1))
    positions = graph.constant("positions", _array(network.positions)[:LONGEST])
    placed = graph.node("Add", "vectors", graph.node("Slice", positions, graph.ints(0), count))
    x = _normalised(graph, network.norm, placed, "norm")
    for number, layer in enumerate(network.layers):
        assert isinstance(layer, Layer)
        x = _layer(graph, layer, x, f"layer {number}")
    return x


def _normalised(graph: Graph, norm: Any, value: str, name: str) -> str:
    weight = graph.constant(f"{name} weight", _array(norm.weight))
    bias = graph.constant(f"{name} bias", _array(norm.bias))
    return str(graph.node("LayerNormalization", value, weight, bias, axis=-1, epsilon=norm.eps))


def _layer(graph: Graph, layer: Layer, x: str, name: str) -> str:
    def biased(part: str, value: str, linear: Any) -> str:
        return graph.product(value, f"{name} {part}", _array(linear.weight))

    def added(part: str, value: str, before: str, norm: Any, linear: Any) -> str:
        # The runtime's fused operator for this is slower than its parts.
        own = graph.node("Add", value, graph.constant(f"{name} {part} own", _array(linear.bias)))
        return _normalised(graph, norm, graph.node("Add", own, before), f"{name} {part}")

    size = layer.joined.in_features
    joint = biased("attended", x, layer.attended)
    query, key, value = graph.node("Split", joint, graph.ints(size, size, size), outputs=3, axis=-1)
    bias = graph.constant(f"{name} attended bias", _array(layer.attended.bias))
    mixed = graph.node("MultiHeadAttention", query, key, value, bias, "lengths", domain=CONTRIB, num_heads=layer.heads)
    x = added("after attention", biased("joined", mixed, layer.joined), x, layer.after_attention, layer.joined)
    inner_bias = graph.constant(f"{name} inner bias", _array(layer.inner.bias))
    inner = graph.node("BiasGelu", biased("inner", x, layer.inner), inner_bias, domain=CONTRIB)
    return added("after all", biased("outer", inner, layer.outer), x, layer.after_all, layer.outer)


def _heads(graph: Graph, network: Network, x: str) -> dict[str, str]:
    known = heads()
    types, size = len(known.events), network.words.in_features

    def linear(value: str, name: str, layer: Any) -> str:
        weight = graph.constant(f"{name} weight", _array(layer.weight).T)
        return str(
            graph.node("Add", graph.node("MatMul", value, weight), graph.constant(f"{name} bias", _array(layer.bias)))
        )

    outside = graph.node("Unsqueeze", graph.node("Not", _inside(graph)), graph.ints(-1))
    shares = graph.node("Where", outside, graph.number(-1e4), linear(x, "attention", network.attention))
    shares = graph.node("Transpose", graph.node("Softmax", shares, axis=1), perm=[0, 2, 1])
    opening = graph.node("Slice", x, graph.ints(0), graph.constant("upto one", np.array([1], np.int64)), graph.ints(1))
    many = graph.node("Tile", opening, graph.ints(1, types, 1))
    pooled = graph.node("Concat", graph.node("MatMul", shares, x), many, axis=-1)
    weight = graph.constant("events weight", _array(network.events.weight))
    events = graph.node("ReduceSum", graph.node("Mul", pooled, weight), graph.ints(-1), keepdims=0)
    events = graph.node("Add", events, graph.constant("events bias", _array(network.events.bias)))

    words = linear(x, "words", network.words)
    count = len(known.parts)
    actors = [k * count + part for k in range(types) for part in (1, 2)]
    parts = graph.node("Sigmoid", graph.node("Gather", words, graph.ints(*actors), axis=-1))
    parts = graph.node("Mul", parts, graph.node("Unsqueeze", "begins", graph.ints(-1)))
    total = graph.node("Add", graph.node("ReduceSum", parts, graph.ints(1), keepdims=1), graph.number(1e-3))
    shares = graph.node("Transpose", graph.node("Div", parts, total), perm=[0, 2, 1])
    told = graph.node(
        "Concat", graph.node("MatMul", shares, x), graph.node("Tile", opening, graph.ints(1, 2 * types, 1)), axis=-1
    )
    weight = _array(network.sectors.weight).reshape(2 * types, len(known.sectors), 2 * size).transpose(0, 2, 1)
    told = graph.node("Unsqueeze", told, graph.ints(-2))
    sectors = graph.node(
        "Squeeze", graph.node("MatMul", told, graph.constant("sectors weight", weight)), graph.ints(-2)
    )
    sectors = graph.node(
        "Add", sectors, graph.constant("sectors bias", _array(network.sectors.bias).reshape(2 * types, -1))
    )
    sectors = graph.node("Reshape", sectors, graph.ints(0, types, 2, len(known.sectors)))
    return {"events": events, "words": words, "sectors": sectors}
