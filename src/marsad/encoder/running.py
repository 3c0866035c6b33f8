"""Running the networks that the package ships: batches of sentences of one length, any number of sentences."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import numpy.typing as npt

from .arrays import Floats
from .files import model_file
from .heads import heads
from .pieces import Passage
from .table import hidden_size, rows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Told = TypeVar("Told")

SLOWER = "SkipLayerNormFusion"  # the runtime's fused sum and normalisation takes five times what the two take
TOGETHER = 1024  # passages read before the next are begun, which bounds the memory of a long report
PIECES = 512  # pieces in one run: more is no faster and only takes memory
UNREAD = -30.0  # logit of what was not read: never, and a number to reckon with
CLEAR = 4  # decimals kept of a probability; what lies below differs from one processor to the next


@dataclass(frozen=True, slots=True)
class Output:
    """What the heads say of one passage.

    ``events`` and ``coded`` logits (types), ``words`` logits (words, width), ``sectors`` logits (types, 2, sectors); ``whole``
    whether the branch of events has read it, else the first two are the gate's.
    """

    events: Floats
    coded: Floats
    words: Floats
    sectors: Floats
    whole: bool


@cache
def _session(name: str) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(model_file(name)), options, providers=["CPUExecutionProvider"], disabled_optimizers=[SLOWER]
    )


@cache
def _workers() -> ThreadPoolExecutor:
    """One thread a core, each with a batch of its own: that keeps all cores busier than many threads on one batch."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return ThreadPoolExecutor(cores, thread_name_prefix="encoder")


def read(passages: Sequence[Passage], least: npt.ArrayLike) -> list[Output]:
    """The heads' outputs for each passage, in order; the same whatever else is read with it.

    The branch of events reads only what the gate gives log odds of ``least`` or more to tell of an event of some type: a number,
    or one for each passage and type, shape (passages, types).  Of the rest these log odds are the word on events, and no word is
    part of one.
    """
    limits = np.broadcast_to(np.asarray(least, np.float32), (len(passages), len(heads().events)))
    words, events = _session("words.onnx"), _session("events.onnx")
    out: list[Output] = []
    for start in range(0, len(passages), TOGETHER):
        some = passages[start : start + TOGETHER]
        read_words = partial(_read_words, words, limits=limits[start : start + TOGETHER])
        told = dict(_each(read_words, some, range(len(some))))
        doubtful = [number for number in told if told[number].hidden is not None]
        told_of_events = dict(_each(partial(_read_events, events, told=told), some, doubtful))
        out += [_joined(told[i], told_of_events.get(i)) for i in range(len(some))]
    return out


@dataclass(frozen=True, slots=True)
class _OfWords:
    """What the branch of words says of a passage: ``words`` (words, width), ``gate`` (types), and for what the branch of events
    is to read ``hidden`` (pieces, size).
    """

    hidden: Floats | None
    words: Floats
    gate: Floats


@dataclass(frozen=True, slots=True)
class _OfEvents:
    """What the branch of events says: ``events`` and ``coded`` (types), ``parts`` (words, types × parts), ``sectors`` (types, 2,
    sectors).
    """

    events: Floats
    coded: Floats
    parts: Floats
    sectors: Floats


def _read_words(
    session: InferenceSession, passages: Sequence[Passage], group: list[int], limits: Floats
) -> list[tuple[int, _OfWords]]:
    given = {"vectors": _vectors(passages, group)}
    hidden, words, odds = map(np.asarray, session.run(["hidden", "words", "gate"], given))
    out = []
    for row, number in enumerate(group):
        kept = hidden[row].copy() if (odds[row] >= limits[number]).any() else None
        out.append((number, _OfWords(kept, words[row, list(passages[number].words)], odds[row])))
    return out


def _read_events(
    session: InferenceSession, passages: Sequence[Passage], group: list[int], told: Mapping[int, _OfWords]
) -> list[tuple[int, _OfEvents]]:
    hidden = np.stack([h for number in group if (h := told[number].hidden) is not None])
    begins = np.zeros(hidden.shape[:2], np.float32)
    for row, number in enumerate(group):
        begins[row, list(passages[number].words)] = 1
    given = {"hidden": hidden, "begins": begins}
    events, coded, parts, sectors = map(np.asarray, session.run(["events", "coded", "parts", "sectors"], given))
    return [
        (number, _OfEvents(events[row], coded[row], parts[row, list(passages[number].words)], sectors[row]))
        for row, number in enumerate(group)
    ]


def _each(
    run: Callable[[Sequence[Passage], list[int]], list[Told]], passages: Sequence[Passage], numbers: Iterable[int]
) -> Iterator[Told]:
    for told in _workers().map(partial(run, passages), _groups(passages, numbers)):
        yield from told


def _joined(told: _OfWords, events: _OfEvents | None) -> Output:
    known = heads()
    words = told.words
    if events is None:
        words[:, known.layout.parts] = UNREAD
        sectors = np.zeros((len(known.events), 2, len(known.sectors)), np.float32)
        return Output(told.gate, told.gate, words, sectors, whole=False)
    words[:, known.layout.parts] = events.parts
    return Output(events.events, events.coded, words, events.sectors, whole=True)


def sentence_vectors(passages: Sequence[Passage]) -> Floats:
    """One vector of length 1 for each passage, shape (passages, hidden)."""
    session = _session("sentences.onnx")

    def run(group: list[int]) -> Floats:
        return np.asarray(session.run(["sentence"], {"vectors": _vectors(passages, group)})[0])

    groups = list(_groups(passages, range(len(passages))))
    out = np.zeros((len(passages), hidden_size()), np.float32)
    for group, told in zip(groups, _workers().map(run, groups), strict=True):
        out[group] = told
    return out


def _groups(passages: Sequence[Passage], numbers: Iterable[int]) -> Iterator[list[int]]:
    """Those of ``numbers`` whose passages are run together: as long as one another, the longest first.

    Without padding there is nothing to mask, so that no sentence's numbers hang on its neighbours' lengths.
    """
    by_length: dict[int, list[int]] = {}
    for number in numbers:
        by_length.setdefault(len(passages[number].ids), []).append(number)
    for length, alike in sorted(by_length.items(), reverse=True):
        size = max(1, PIECES // length)
        yield from (alike[start : start + size] for start in range(0, len(alike), size))


def _vectors(passages: Sequence[Passage], group: Sequence[int]) -> Floats:
    """Vectors of the pieces of passages of one length, shape (batch, pieces, hidden)."""
    return rows(np.array([passages[number].ids for number in group], np.int64))


def probability(logits: Floats) -> Floats:
    """Logits → probabilities, rounded to ``CLEAR`` decimals."""
    return np.round(1 / (1 + np.exp(-logits.astype(np.float64))), CLEAR).astype(np.float32)
