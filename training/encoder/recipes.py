"""The runs that lead to the shipped reader, each from data and earlier runs to one file of weights.

``words``    the branch of words learns names, kinds, proclitics and, from the grammar's own labels, parts of events; no event
             sentence that a person judged is read, so that every fold starts from it.
``parts``    the branch of events learns parts of events from the grammar's labels.
``reader``   the branch of events learns one fold's event sentences, on what the shipped branch of words says of them.
A fold of -1 holds nothing out: its reader is the one that ships.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial

import torch

from . import losses
from . import weights as encoder_weights
from .corpora import entities, events, proclitics, silver
from .data import FOLDS, Data
from .examples import Example
from .learning import Plan, train
from .network import Events, Words
from .predicting import read_hidden

FORK, WORDS_UPTO, EVENTS_UPTO = 3, 6, 9  # layers: both branches share the first, each goes on up to its own last
WORDS = Plan(rate=1e-4, epochs=4)
PARTS = Plan(rate=1e-4, epochs=2)
EVENTS = Plan(rate=1e-4, epochs=4)
SHIPPED = 0  # seed of the branch of words that all readers share
SILVER, TYPICAL = 2500, 400  # sentences
CARELESS = 0.3  # share of entity sentences read without hamzas


def new_words(seed: int) -> Words:
    """The branch of words as published, with heads that know nothing yet."""
    torch.manual_seed(seed)
    return Words(encoder_weights.read(encoder_weights.installed()), WORDS_UPTO, FORK)


def new_events(seed: int) -> Events:
    """The branch of events as published, with heads that know nothing yet."""
    torch.manual_seed(seed)
    return Events(encoder_weights.read(encoder_weights.installed()), FORK, EVENTS_UPTO)


def words(data: Data, seed: int) -> Words:
    """Train the branch of words, or load it."""
    path = data.runs / f"words-{seed}.pt"
    out = new_words(seed)
    labelled = [] if path.exists() else grounding(data, seed)
    train(out, partial(losses.of_words, out), lambda source: kept(labelled, source), WORDS, seed, path)
    return out


def grounding(data: Data, seed: int) -> list[Example]:
    """What the branch of words learns: names, kinds, proclitics, and the grammar's labels."""
    source = random.Random(seed)
    named = [entities.stripped(e, CARELESS, source) for e in entities.examples(data.folder / "entities")]
    cut = proclitics.examples(data.folder / "syntax" / "ar_pud-ud-test.conllu")
    return named + cut + silver.examples(data.news, SILVER, seed)


def typical(data: Data, seed: int) -> list[Example]:
    """Sentences of news that show how large values inside the networks get."""
    out = silver.sentences(data.news, TYPICAL, seed)
    read_hidden(data.words, out)
    return out


def parts(data: Data) -> Events:
    """Train the branch of events on the grammar's labels, or load it.

    All readers go on from this one, whatever their seed, so that their weights can be averaged.
    """
    path = data.runs / "parts.pt"
    out = new_events(SHIPPED)
    labelled: list[Example] = []
    if not path.exists():
        labelled = silver.examples(data.news, SILVER, SHIPPED)
        read_hidden(data.words, labelled)
    train(out, partial(losses.of_events, out), lambda source: kept(labelled, source), PARTS, SHIPPED, path)
    return out


def reader(data: Data, fold: int, seed: int) -> Events:
    """Train the branch of events of a fold's reader, or load it; ``ALL`` holds nothing out."""
    path = data.runs / f"events-{fold}-{seed}.pt"
    out = new_events(seed) if path.exists() else parts(data)
    learned: list[Example] = []
    if not path.exists():
        learned, _ = divided(data, fold)
        read_hidden(data.words, learned)
    train(out, partial(losses.of_events, out), lambda source: kept(learned, source), EVENTS, seed, path)
    return out


def divided(data: Data, fold: int) -> tuple[list[Example], list[Example]]:
    """The event sentences that a fold's runs learn from, and those held out of it."""
    known = events.folds(data.folder / "events", FOLDS)
    every = events.examples(data.folder / "events")
    return [e for e in every if known[e.text] != fold], [e for e in every if known[e.text] == fold]


def kept(examples: Sequence[Example], source: random.Random) -> list[Example]:
    """Each example as many times as its ``keep`` says, chance deciding the fraction."""
    return [e for e in examples for _ in range(int(e.keep) + (source.random() < e.keep % 1))]
