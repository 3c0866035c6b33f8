"""A builder of ONNX graphs: names its values, keeps its constants, and multiplies in 8 bits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, NodeProto, TensorProto, TypeProto, helper, numpy_helper

from .weights import BLOCK

CONTRIB = "com.microsoft"
OPSET, CONTRIB_OPSET, IR = 17, 1, 10
STEPS = 127
# Processors without 8-bit dot products (AVX2) add two products in 16 bits: 2 × 255 × 63 stays below 32,767, 2 × 255 × 127 not.
WEIGHT_STEPS = 63
TINY = 1e-9
LOAD = 0.75
BELOW = 0.17  # how far GELU goes below nothing: what comes out of it is what is rounded by row
ROUNDED = 4  # the runtime's name for rounding what is multiplied to 8 bits, block by block

Array = npt.NDArray[Any]


class Graph:
    """Nodes and constants in the order they are added; each method returns the name of the value it makes."""

    def __init__(self, reach: Mapping[str, Array] | None = None) -> None:
        """``reach``: by product the largest value that each of its inputs takes, where steps are fixed; None for float."""
        self.reach = reach
        self.nodes: list[NodeProto] = []
        self.constants: dict[str, TensorProto] = {}

    def constant(self, name: str, value: npt.ArrayLike) -> str:
        """A constant under ``name``."""
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def ints(self, *values: int) -> str:
        """A constant vector of integers."""
        return self.constant("ints " + " ".join(map(str, values)), np.array(values, np.int64))

    def number(self, value: float) -> str:
        """A constant float."""
        return self.constant(f"number {value!r}", np.float32(value))

    def node(self, operator: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes: Any) -> Any:
        """Add a node; the name of its output, or a tuple of names where it has more than one."""
        names = [f"{operator} {len(self.nodes)} {i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else tuple(names)

    def product(self, value: str, name: str, weight: Array, bias: Array) -> str:
        """``value`` × the transpose of ``weight`` (outputs × inputs), plus ``bias`` (outputs).

        In 8 bits inputs are rounded by steps fixed beforehand where their reach is known, else each row by its own largest
        value, for which none may be below −``BELOW``; in neither way does a sentence depend on what else is in the batch.
        """
        own = self.constant(f"{name} bias", bias.astype(np.float32))
        if self.reach is None:
            return str(
                self.node("Add", self.node("MatMul", value, self.constant(name, weight.T.astype(np.float32))), own)
            )
        if name not in self.reach:
            rounded, scale = self._row_rounded(value)
            return str(self.node("Add", self.node("Mul", self._integers(rounded, name, weight), scale), own))
        shared = _shared(self.reach[name], weight)
        evened = self.node("Mul", value, self.constant(f"{name} shared", (1 / shared).astype(np.float32)))
        zero = self.constant("zero", np.uint8(STEPS + 1))
        rounded = self.node("QuantizeLinear", evened, self.number(1.0), zero)
        return self._integers(rounded, name, weight * shared, own)

    def _integers(self, rounded: str, name: str, weight: Array, *bias: str) -> str:
        steps = np.maximum(np.abs(weight).max(axis=1), TINY) / WEIGHT_STEPS
        integers = np.clip(np.rint(weight / steps[:, None]), -WEIGHT_STEPS, WEIGHT_STEPS).astype(np.int8)
        zero, one = self.constant("zero", np.uint8(STEPS + 1)), self.number(1.0)
        columns = self.constant(f"{name} steps", steps.astype(np.float32))
        given = (rounded, self.constant(name, integers.T), one, columns, zero, "", *bias)
        return str(self.node("MatMulIntegerToFloat", *given, domain=CONTRIB))

    def _row_rounded(self, value: str) -> tuple[str, str]:
        """Rows rounded by steps of their own, and the steps.  A step an axis is rounded faster than rows divided by theirs."""
        largest = self.node("Max", self.node("ReduceMax", value, axes=[-1], keepdims=1), self.number(BELOW))
        scale = self.node("Mul", largest, self.number(1 / STEPS))
        steps = self.node("Reshape", scale, self.ints(-1))
        zeros = self.node("Expand", self.constant("zero", np.uint8(STEPS + 1)), self.node("Shape", steps))
        rows = self.node("Flatten", value, axis=-1)
        rounded = self.node("QuantizeLinear", rows, steps, zeros, axis=0)
        return str(self.node("Reshape", rounded, self.node("Shape", value))), str(scale)

    def published(self, value: str, name: str, blocks: Array, bias: Array) -> str:
        """``value`` × the transpose of a weight in the 4-bit blocks of the published file, one row of them an output, plus
        ``bias`` (outputs).
        """
        outputs = len(bias)
        scales = np.ascontiguousarray(blocks[:, :2]).view(np.float16).astype(np.float32).reshape(outputs, -1)
        nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
        packed = (nibbles[:, 0::2] | nibbles[:, 1::2] << 4).reshape(outputs, -1, BLOCK // 2)
        own = self.constant(f"{name} bias", bias.astype(np.float32))
        given = (self.constant(name, packed), self.constant(f"{name} scales", scales.reshape(-1)), "", "", own)
        sizes = {"N": outputs, "K": scales.shape[1] * BLOCK, "bits": 4, "block_size": BLOCK}
        return str(self.node("MatMulNBits", value, *given, domain=CONTRIB, accuracy_level=ROUNDED, **sizes))

    def model(self, inputs: dict[str, TypeProto], outputs: dict[str, str]) -> ModelProto:
        """The graph as a model; ``outputs`` are the names it shows, and the values they stand for."""
        for name, value in outputs.items():
            self.nodes.append(helper.make_node("Identity", [value], [name]))
        shown = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs]
        given = [helper.make_value_info(name, kind) for name, kind in inputs.items()]
        graph = helper.make_graph(self.nodes, "encoder", given, shown, list(self.constants.values()))
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, CONTRIB_OPSET)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR)


def _shared(reach: Array, weight: Array) -> Array:
    """What each input is divided by and its weights are multiplied by, the step of rounding in it.

    Large inputs and their weights share the load, as in SmoothQuant (Xiao et al. 2023); of exponents from 0.5 to 1 this one
    left the least error in the three products it is used for.
    """
    reach = np.maximum(reach, TINY)
    even = reach**LOAD / np.maximum(np.abs(weight).max(axis=0), TINY) ** (1 - LOAD)
    return np.asarray(even * (reach / even).max() / STEPS)
