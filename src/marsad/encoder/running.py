"""Running the networks that the package ships: batches of sentences of like length, any number of sentences."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from .files import model_file
from .pieces import PAD, Passage
from .table import hidden_size, rows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = npt.NDArray[np.float32]

# Lengths are rounded up to these steps, by the sentence alone, so that its padding does not hang on its neighbours.
STEP = 8
PIECES = 512  # padded pieces in one run: more is no faster and only takes memory
CLEAR = 4  # decimals kept of a probability; what lies below differs from one processor to the next


@dataclass(frozen=True, slots=True)
class Output:
    """What the heads say of one passage.

    ``events`` logits (types), ``words`` logits (words, width), ``sectors`` logits (types, 2, sectors).
    """

    events: Floats
    words: Floats
    sectors: Floats


@cache
def _session(name: str) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model_file(name)), options, providers=["CPUExecutionProvider"])


@cache
def _workers() -> ThreadPoolExecutor:
    """One thread a core, each with a batch of its own: that keeps all cores busier than many threads on one batch."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return ThreadPoolExecutor(cores, thread_name_prefix="encoder")


def read(passages: Sequence[Passage]) -> list[Output]:
    """The heads' outputs for each passage, in order; the same whatever else is read with it."""
    session = _session("reader.onnx")

    def run(group: list[int]) -> Iterator[tuple[int, Output]]:
        vectors, lengths = _padded([passages[n] for n in group])
        begins = np.zeros(vectors.shape[:2], np.float32)
        for row, number in enumerate(group):
            begins[row, list(passages[number].words)] = 1
        given = {"vectors": vectors, "lengths": lengths, "begins": begins}
        events, words, sectors = map(np.asarray, session.run(["events", "words", "sectors"], given))
        for row, number in enumerate(group):
            yield number, Output(events[row], words[row, list(passages[number].words)], sectors[row])

    found = dict(pair for pairs in _workers().map(lambda g: list(run(g)), _groups(passages)) for pair in pairs)
    return [found[i] for i in range(len(passages))]


def sentence_vectors(passages: Sequence[Passage]) -> Floats:
    """One vector of length 1 for each passage, shape (passages, hidden)."""
    session = _session("sentences.onnx")

    def run(group: list[int]) -> Floats:
        vectors, lengths = _padded([passages[n] for n in group])
        return np.asarray(session.run(["sentence"], {"vectors": vectors, "lengths": lengths})[0])

    groups = list(_groups(passages))
    out = np.zeros((len(passages), hidden_size()), np.float32)
    for group, told in zip(groups, _workers().map(run, groups), strict=True):
        out[group] = told
    return out


def _groups(passages: Sequence[Passage]) -> Iterator[list[int]]:
    """The numbers of the passages that are run together: of one padded length, the longest first."""
    by_length: dict[int, list[int]] = {}
    for number, passage in enumerate(passages):
        by_length.setdefault(_padded_length(passage), []).append(number)
    for length, numbers in sorted(by_length.items(), reverse=True):
        size = max(1, PIECES // length)
        yield from (numbers[start : start + size] for start in range(0, len(numbers), size))


def _padded_length(passage: Passage) -> int:
    return -(-len(passage.ids) // STEP) * STEP


def _padded(group: Sequence[Passage]) -> tuple[Floats, npt.NDArray[np.int32]]:
    """Vectors (batch, pieces, hidden) and lengths of passages of one padded length."""
    ids = np.full((len(group), _padded_length(group[0])), PAD, np.int64)
    for row, passage in enumerate(group):
        ids[row, : len(passage.ids)] = passage.ids
    return rows(ids), np.array([len(p.ids) for p in group], np.int32)


def probability(logits: Floats) -> Floats:
    """Logits → probabilities, rounded to ``CLEAR`` decimals."""
    return np.round(1 / (1 + np.exp(-logits.astype(np.float64))), CLEAR).astype(np.float32)
