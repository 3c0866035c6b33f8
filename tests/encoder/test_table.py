"""The table of pieces: 4-bit blocks to values."""

from __future__ import annotations

import numpy as np

from marsad.encoder.table import dequantized, hidden_size, rows


def test_a_block_is_a_scale_then_low_nibbles_then_high() -> None:
    nibbles = np.arange(16, dtype=np.uint8) | (np.arange(16, dtype=np.uint8)[::-1] << 4)
    block = np.concatenate([np.array([0.5], np.float16).view(np.uint8), nibbles.astype(np.uint8)])
    wanted = [(q - 8) * 0.5 for q in [*range(16), *reversed(range(16))]]
    assert dequantized(block[None]).tolist() == [wanted]


def test_rows_come_in_the_shape_asked_for() -> None:
    some = rows(np.array([[4, 5, 4], [7, 7, 7]]))
    assert some.shape == (2, 3, hidden_size())
    assert (some[0, 0] == some[0, 2]).all()
    assert not (some[0, 0] == some[0, 1]).all()


def test_no_rows_are_no_rows() -> None:
    assert rows(np.zeros((0, 4), np.int64)).shape == (0, 4, hidden_size())
