"""A builder of ONNX graphs: names its values, keeps its constants, and multiplies in 8 bits."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, NodeProto, TensorProto, TypeProto, helper, numpy_helper

CONTRIB = "com.microsoft"
OPSET, CONTRIB_OPSET, IR = 17, 1, 10
STEPS = 127
TINY = 1e-9

Array = npt.NDArray[Any]


class Graph:
    """Nodes and constants in the order they are added; each method returns the name of the value it makes."""

    def __init__(self, eight_bits: bool) -> None:
        self.eight_bits = eight_bits
        self.nodes: list[NodeProto] = []
        self.constants: dict[str, TensorProto] = {}
        self.scaled: dict[str, tuple[str, str]] = {}

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

    def product(self, value: str, name: str, weight: Array) -> str:
        """``value`` × the transpose of ``weight`` (outputs × inputs), without the bias."""
        if not self.eight_bits:
            return str(self.node("MatMul", value, self.constant(name, weight.T.astype(np.float32))))
        quantized, scale = self._row_quantized(value)
        steps = np.maximum(np.abs(weight).max(axis=1), TINY) / STEPS
        integers = np.clip(np.rint(weight / steps[:, None]), -STEPS, STEPS).astype(np.int8)
        zero, one = self.constant("zero", np.uint8(STEPS + 1)), self.number(1.0)
        columns = self.constant(f"{name} steps", steps.astype(np.float32))
        given = (quantized, self.constant(name, integers.T), one, columns, zero)
        return str(self.node("Mul", self.node("MatMulIntegerToFloat", *given, domain=CONTRIB), scale))

    def _row_quantized(self, value: str) -> tuple[str, str]:
        """Each row by its own largest value, so that no sentence depends on what else is in the batch."""
        if value not in self.scaled:
            largest = self.node("ReduceMax", self.node("Abs", value), axes=[-1], keepdims=1)
            scale = self.node("Max", self.node("Mul", largest, self.number(1 / STEPS)), self.number(TINY))
            ratio = self.node("Div", value, scale)
            zero = self.constant("zero", np.uint8(STEPS + 1))
            self.scaled[value] = (str(self.node("QuantizeLinear", ratio, self.number(1.0), zero)), str(scale))
        return self.scaled[value]

    def model(self, inputs: dict[str, TypeProto], outputs: dict[str, str]) -> ModelProto:
        """The graph as a model; ``outputs`` are the names it shows, and the values they stand for."""
        for name, value in outputs.items():
            self.nodes.append(helper.make_node("Identity", [value], [name]))
        shown = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs]
        given = [helper.make_value_info(name, kind) for name, kind in inputs.items()]
        graph = helper.make_graph(self.nodes, "encoder", given, shown, list(self.constants.values()))
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, CONTRIB_OPSET)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR)
