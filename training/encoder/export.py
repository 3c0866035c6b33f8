"""A trained network, or the published encoder as it is, → the ONNX files that the package ships.

Trained weights are 8-bit integers with one step a column, published ones the 4-bit blocks that they came in.  What is
multiplied by them is rounded by steps that don't hang on the batch; normalisation, attention and heads are float.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from marsad.encoder.arrays import Floats
from marsad.encoder.heads import heads
from marsad.encoder.pieces import LONGEST

from .graph import CONTRIB, Graph
from .network import Events, Layer, Upper, Whether, Words
from .weights import Weights

# (value, number of the layer, part, layer) → the value times the weight of that part, plus its bias
Product = Callable[[str, int, str, Layer], str]

# Part of a layer, as the graph names its products → the largest value that each of its inputs takes
Reach = Mapping[str, Floats]

_PUBLISHED = {"attended": "q k v", "joined": "ao", "inner": "fi", "outer": "fo"}
_PIECES = ["batch", "pieces", "hidden size"]


def _array(tensor: Any) -> Any:
    return tensor.detach().float().numpy()


def words(network: Words, gate: Whether, path: Path, reach: Reach | None) -> None:
    """Write the branch of words with its heads and the gate: vectors → hidden, words, gate.

    Products are in 8 bits where ``reach`` tells how large their inputs are, else float.
    """
    graph = Graph(reach)
    hidden, x = _encoded(graph, network, _own(graph))
    words_ = _linear(graph, x, "words", network.words)
    outputs = {"hidden": hidden, "words": words_, "gate": _whether(graph, hidden, "gate", gate)}
    _write(graph, {"vectors": _PIECES}, outputs, path)


def gated(source: Path, gate: Whether, path: Path) -> None:
    """Write the branch of words at ``source`` with another gate, all else as it is there."""
    graph = Graph()
    _whether(graph, "hidden", "gate", gate)
    _replace(source, graph, path)


def renewed(source: Path, upper: Upper, path: Path, reach: Reach) -> None:
    """Write the branch of words at ``source`` with other layers above the fork and other heads, all else as it is there."""
    graph = Graph(reach)
    x = "hidden"
    for number, layer in enumerate(upper.layers):
        assert isinstance(layer, Layer)
        x = _layer(graph, layer, x, number + upper.fork, _own(graph))
    _linear(graph, x, "words", upper.words)
    _replace(source, graph, path)


def _replace(source: Path, graph: Graph, path: Path) -> None:
    """Write the network at ``source`` with the constants of ``graph`` in place of its own of the same names."""
    model = onnx.load(source)
    kept = [graph.constants.get(one.name, one) for one in model.graph.initializer]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, path)


def events(network: Events, path: Path, reach: Reach | None) -> None:
    """Write the branch of events with its heads: hidden, begins → what ``Events.forward`` gives but the gate."""
    graph = Graph(reach)
    x = "hidden"
    for number, layer in enumerate(network.layers):
        x = _layer(graph, layer, x, number, _own(graph))
    _write(graph, {"hidden": _PIECES, "begins": ["batch", "pieces"]}, _heads(graph, network, x), path)


def sentences(weights: Weights, path: Path) -> None:
    """Write the encoder alone, as published: vectors → one vector of length 1 for each text, the mean of its pieces."""
    graph = Graph()

    def product(value: str, number: int, part: str, layer: Layer) -> str:
        blocks = np.concatenate([weights.blocks[f"l{number}.{name}.w"] for name in _PUBLISHED[part].split()])
        return graph.published(value, f"layer {number} {part}", blocks, _array(getattr(layer, part).bias))

    _, x = _encoded(graph, Words(weights, weights.shape.layers, 0), product)
    total = graph.node("ReduceSum", x, graph.ints(1), keepdims=0)
    length = graph.node("ReduceL2", total, axes=[-1], keepdims=1)
    _write(graph, {"vectors": _PIECES}, {"sentence": graph.node("Div", total, length)}, path)


def _write(graph: Graph, given: dict[str, list[str]], outputs: dict[str, str], path: Path) -> None:
    inputs = {name: helper.make_tensor_type_proto(TensorProto.FLOAT, shape) for name, shape in given.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(graph.model(inputs, outputs), path)


def _encoded(graph: Graph, network: Words, product: Product) -> tuple[str, str]:
    """Hidden states at the fork, and after the last layer."""
    count = graph.node("Gather", graph.node("Shape", "vectors"), graph.ints(1))
    positions = graph.constant("positions", _array(network.positions)[:LONGEST])
    placed = graph.node("Add", "vectors", graph.node("Slice", positions, graph.ints(0), count))
    states = [_normalised(graph, network.norm, placed, "norm")]
    for number, layer in enumerate(network.layers):
        assert isinstance(layer, Layer)
        states.append(_layer(graph, layer, states[-1], number, product))
    return states[network.fork], states[-1]


def _own(graph: Graph) -> Product:
    """Products with a layer's own weights, in 8 bits or as they are."""

    def product(value: str, number: int, part: str, layer: Layer) -> str:
        own = getattr(layer, part)
        return graph.product(value, f"layer {number} {part}", _array(own.weight), _array(own.bias))

    return product


def _normalised(graph: Graph, norm: Any, value: str, name: str) -> str:
    weight = graph.constant(f"{name} weight", _array(norm.weight))
    bias = graph.constant(f"{name} bias", _array(norm.bias))
    return str(graph.node("LayerNormalization", value, weight, bias, axis=-1, epsilon=norm.eps))


def _layer(graph: Graph, layer: Layer, x: str, number: int, product: Product) -> str:
    name = f"layer {number}"

    def added(part: str, value: str, before: str, norm: Any) -> str:
        # The runtime's fused operator for this is slower than its parts.
        sum_ = graph.node("Add", product(value, number, part, layer), before)
        return _normalised(graph, norm, sum_, f"{name} {part} norm")

    size = layer.joined.in_features
    joint = product(x, number, "attended", layer)
    query, key, value = graph.node("Split", joint, graph.ints(size, size, size), outputs=3, axis=-1)
    mixed = graph.node("MultiHeadAttention", query, key, value, domain=CONTRIB, num_heads=layer.heads)
    x = added("joined", mixed, x, layer.after_attention)
    # The runtime's operator that adds the bias as well takes twice the time of this.
    inner = graph.node("Gelu", product(x, number, "inner", layer), domain=CONTRIB)
    return added("outer", inner, x, layer.after_all)


def _linear(graph: Graph, value: str, name: str, layer: Any) -> str:
    weight, bias = (
        graph.constant(f"{name} weight", _array(layer.weight).T),
        graph.constant(f"{name} bias", _array(layer.bias)),
    )
    return str(graph.node("Add", graph.node("MatMul", value, weight), bias))


def _whether(graph: Graph, x: str, name: str, head: Whether) -> str:
    types = head.attention.out_features
    shares = graph.node("Softmax", _linear(graph, x, f"{name} attention", head.attention), axis=1)
    many = graph.node("Tile", _opening(graph, x), graph.ints(1, types, 1))
    pooled = graph.node("MatMul", graph.node("Transpose", shares, perm=[0, 2, 1]), x)
    weight = graph.constant(f"{name} weight", _array(head.linear.weight))
    product = graph.node("Mul", graph.node("Concat", pooled, many, axis=-1), weight)
    bias = graph.constant(f"{name} bias", _array(head.linear.bias))
    return str(graph.node("Add", graph.node("ReduceSum", product, graph.ints(-1), keepdims=0), bias))


def _opening(graph: Graph, x: str) -> str:
    return str(
        graph.node("Slice", x, graph.ints(0), graph.constant("upto one", np.array([1], np.int64)), graph.ints(1))
    )


def _heads(graph: Graph, network: Events, x: str) -> dict[str, str]:
    known = heads()
    types, size, count = len(known.events), network.parts.in_features, len(known.parts)
    parts = _linear(graph, x, "parts", network.parts)
    actors = [k * count + part for k in range(types) for part in (1, 2)]
    shares = graph.node("Sigmoid", graph.node("Gather", parts, graph.ints(*actors), axis=-1))
    shares = graph.node("Mul", shares, graph.node("Unsqueeze", "begins", graph.ints(-1)))
    total = graph.node("Add", graph.node("ReduceSum", shares, graph.ints(1), keepdims=1), graph.number(1e-3))
    shares = graph.node("Transpose", graph.node("Div", shares, total), perm=[0, 2, 1])
    opening = graph.node("Tile", _opening(graph, x), graph.ints(1, 2 * types, 1))
    told = graph.node("Concat", graph.node("MatMul", shares, x), opening, axis=-1)
    weight = _array(network.sectors.weight).reshape(2 * types, len(known.sectors), 2 * size).transpose(0, 2, 1)
    product = graph.node(
        "MatMul", graph.node("Unsqueeze", told, graph.ints(-2)), graph.constant("sectors weight", weight)
    )
    bias = graph.constant("sectors bias", _array(network.sectors.bias).reshape(2 * types, -1))
    sectors = graph.node("Add", graph.node("Squeeze", product, graph.ints(-2)), bias)
    sectors = graph.node("Reshape", sectors, graph.ints(0, types, 2, len(known.sectors)))
    whether = {name: _whether(graph, x, name, getattr(network, name)) for name in ("events", "coded")}
    return {**whether, "parts": parts, "sectors": sectors}
