"""What teachers of events say of sentences that nobody labelled, as the branch of events learns it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from marsad.encoder.arrays import Floats

from .examples import Example, sizes

# How likely an event must be for the words of its parts to be learned from the sentence.
LEAST_FOR_PARTS = 0.1
# Of the sentences whose likeliest event is likelier than this most are learned from, of all others hardly any.
LIKELY = 0.2
DRAWN_OF_LIKELY, DRAWN_OF_OTHERS = 0.8, 0.024


class Told(NamedTuple):
    """How likely a network holds it that a sentence tells of an event, as annotators and as coders judge (types), that a word is
    a part of one (words, types × parts), and each sector of agent and target (types, 2, sectors).
    """

    events: Floats
    coded: Floats
    parts: Floats
    sectors: Floats


def mean_of(told: Sequence[Told]) -> Told:
    """What several networks say of one sentence, in the mean."""
    return Told(*(np.stack(each).mean(0) for each in zip(*told, strict=True)))


def learn(one: Example, told: Told) -> None:
    """Let the sentence be learned as it was told; parts and sectors of an event weigh as much as it is likely."""
    types, parts, _ = sizes()
    likely = np.maximum(told.events, told.coded)
    weights = np.where(likely > LEAST_FOR_PARTS, likely, 0).astype(np.float32)
    one.events, one.coded = told.events, told.coded
    one.event_weights = one.coded_weights = np.ones(types, np.float32)
    one.parts, one.part_weights = told.parts, weights.repeat(parts)
    one.sectors = told.sectors * weights[:, None, None]


def drawn(examples: Sequence[Example], source: random.Random) -> list[Example]:
    """Most of the sentences that may tell of an event, and a few of the others, by chance."""
    return [one for one in examples if source.random() < (DRAWN_OF_LIKELY if _likely(one) else DRAWN_OF_OTHERS)]


def _likely(one: Example) -> bool:
    assert one.events is not None
    assert one.coded is not None
    return max(one.events.max(), one.coded.max()) > LIKELY
