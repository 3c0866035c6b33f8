"""The runs that lead to the shipped reader, each from data and earlier runs to one file of weights.

``base``     the encoder's lower layers learn names, kinds, proclitics and, from the grammar's own labels, parts of events;
             no event sentence that a person judged is read, so every fold starts from it.
``teacher``  all of the encoder's layers learn one fold's event sentences.
``reader``   the base learns one fold's event sentences, sentences of news as the fold's teachers judge them, and goes on with
             a share of what the base learned.
A fold of -1 holds nothing out: its reader is the one that ships, taught by the teachers of all folds.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from . import weights as encoder_weights
from .corpora import entities, events, proclitics, silver
from .data import ALL, FOLDS, Data
from .examples import Example
from .learning import Plan, train
from .network import Network
from .predicting import predict

LAYERS = 7
BASE = Plan(rate=1e-4, epochs=2, seed=0)
TEACHER = Plan(rate=7e-5, epochs=4, seed=0)
READER = Plan(rate=7e-5, epochs=3, seed=0)
SILVER, SOFT = 5000, 5000  # sentences
REPLAYED = 0.2  # share of the base's examples read again in each pass of a reader
CARELESS = 0.3  # share of entity sentences read without hamzas in the base


def network(layers: int) -> Network:
    """The encoder's lowest ``layers`` with heads that know nothing yet."""
    return Network(encoder_weights.read(encoder_weights.installed()), range(layers))


def base(data: Data, seed: int) -> Network:
    """Train the base, or load it."""
    out = network(LAYERS)
    labelled = grounding(data, seed)
    train(out, lambda source: kept(labelled, source), seeded(BASE, seed), data.runs / f"base-{seed}.pt")
    return out


def grounding(data: Data, seed: int) -> list[Example]:
    """What the base learns: names, kinds, proclitics, and the grammar's labels."""
    source = random.Random(seed)
    named = [entities.stripped(e, CARELESS, source) for e in entities.examples(data.folder / "entities")]
    cut = proclitics.examples(data.folder / "syntax" / "ar_pud-ud-test.conllu")
    return named + cut + silver.examples(data.news, SILVER, seed)


def teacher(data: Data, fold: int, seed: int) -> Network:
    """Train the teacher of a fold, or load it."""
    layers = encoder_weights.read(encoder_weights.installed()).shape.layers
    out = network(layers)
    learned, _ = divided(data, fold)
    train(out, lambda source: kept(learned, source), seeded(TEACHER, seed), data.runs / f"teacher-{fold}-{seed}.pt")
    return out


def reader(data: Data, fold: int, seed: int) -> Network:
    """Train the reader of a fold, or load it; ``ALL`` holds nothing out."""
    path = data.runs / f"reader-{fold}-{seed}.pt"
    out = network(LAYERS) if path.exists() else base(data, seed)
    learned: list[Example] = []
    judged: list[Example] = []
    again: list[Example] = []
    if not path.exists():
        learned, _ = divided(data, fold)
        judged, again = taught(data, fold, seed), grounding(data, seed)

    def epoch(source: random.Random) -> list[Example]:
        return kept(learned, source) + judged + source.sample(again, int(REPLAYED * len(again)))

    train(out, epoch, seeded(READER, seed), path)
    return out


def divided(data: Data, fold: int) -> tuple[list[Example], list[Example]]:
    """The event sentences that a fold's runs learn from, and those held out of it."""
    known = events.folds(data.folder / "events", FOLDS)
    every = events.examples(data.folder / "events")
    return [e for e in every if known[e.text] != fold], [e for e in every if known[e.text] == fold]


def taught(data: Data, fold: int, seed: int) -> list[Example]:
    """Sentences of news with what the teachers that never saw the fold say of them, on average."""
    out = silver.sentences(data.news, SOFT, seed)
    teachers = range(FOLDS) if fold == ALL else [fold]
    told = [predict(teacher(data, number, seed), out) for number in teachers]
    for i, one in enumerate(out):
        one.events = np.mean([1 / (1 + np.exp(-t[i].events)) for t in told], axis=0).astype(np.float32)
        one.event_weights = np.ones_like(one.events)
        one.parts = np.mean([t[i].parts for t in told], axis=0).astype(np.float32)
        one.part_weights = np.repeat(one.events, one.parts.shape[1] // len(one.events))
    return out


def kept(examples: Sequence[Example], source: random.Random) -> list[Example]:
    """Each example as many times as its ``keep`` says, chance deciding the fraction."""
    return [e for e in examples for _ in range(int(e.keep) + (source.random() < e.keep % 1))]


def seeded(plan: Plan, seed: int) -> Plan:
    """The plan with another seed."""
    return Plan(plan.rate, plan.epochs, seed)
