"""The runs that lead to the shipped reader, each from data and earlier runs to one file of weights.

``words``    the branch of words learns names, kinds, proclitics and, from the grammar's own labels, parts of events; no event
             sentence that a person judged is read, so that every fold starts from it.
``teacher``  all twelve layers of the encoder learn names, from neighbouring sentences read together; it is not shipped.
``upper``    the layers of the branch of words above the fork learn names anew: from the corpora, and from what the teacher says
             of the news.  Below the fork nothing changes, so that the branch of events reads what it learned to read.
``coded``    the branch of events learns the sentences that were coded by our guide, on what the shipped branch of words says of
             them: whether an event is told, its parts, sectors.  No sentence of the annotators' is among them.
``untaught`` the branch of events learns one fold's event sentences, and some of the coded ones again.
``whole``    all twelve layers of the encoder learn the same, first the coded sentences, then a fold's; it is not shipped.
``reader``   the branch of events learns its fold once more, and what ``whole`` of the same fold says of the news.
A fold of -1 holds nothing out: its reader is the one that ships, and all folds' teachers teach it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial

import torch

from marsad.encoder.heads import heads
from marsad.extracting.learned.spans import shares

from . import losses, taught
from . import weights as encoder_weights
from .context import joined, passages
from .corpora import entities, events, judged, proclitics, silver
from .data import ALL, FOLDS, Data
from .examples import Example
from .learning import Plan, train
from .network import Events, Upper, Whole, Words
from .predicting import read_events, read_hidden, read_tags, read_words

FORK, WORDS_UPTO, EVENTS_UPTO = 3, 6, 9  # layers: both branches share the first, each goes on up to its own last
WORDS = Plan(rate=1e-4, epochs=4)
TEACHER = Plan(rate=1e-4, epochs=4)
UPPER = Plan(rate=1e-4, epochs=3)
CODED = Plan(rate=1e-4, epochs=3)
EVENTS = Plan(rate=1e-4, epochs=3)
TAUGHT = Plan(rate=7e-5, epochs=1)
SHIPPED = 0  # seed of the branch of words that all readers share
SILVER, TYPICAL = 2500, 400  # sentences
AGAIN = 0.2  # share of the coded sentences that a pass over the annotators' reads again
CARELESS = 0.3  # share of entity sentences read without hamzas
DRAW = 7  # seed of which sentences of the news are learned from: the same for all readers of a fold
OFTEN = 2.0  # times that an entity sentence is read in a pass over the news


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
    learned = [] if path.exists() else grounding(data, seed)
    train(out, partial(losses.of_words, out), lambda source: kept(learned, source), WORDS, seed, path)
    return out


def grounding(data: Data, seed: int) -> list[Example]:
    """What the branch of words learns: names, kinds, proclitics, and the grammar's labels."""
    named, apart = grounds(data, seed)
    return named + apart + silver.examples(data.news, SILVER, seed)


def teacher(data: Data, seed: int) -> Words:
    """Train the teacher of names, or load it."""
    path = data.runs / f"teacher-{seed}.pt"
    torch.manual_seed(seed)
    published = encoder_weights.read(encoder_weights.installed())
    out = Words(published, published.shape.layers, FORK)
    named, apart = ([], []) if path.exists() else grounds(data, seed)

    def epoch(source: random.Random) -> list[Example]:
        return [*map(joined, passages(named, source)), *apart]

    train(out, partial(losses.of_words, out), epoch, TEACHER, seed, path, half=True)
    return out


def upper(data: Data, seed: int) -> Upper:
    """Train the upper layers of the branch of words, or load them."""
    path = data.runs / f"upper-{seed}.pt"
    torch.manual_seed(seed)
    out = Upper(encoder_weights.read(encoder_weights.installed()), FORK, WORDS_UPTO)
    learned = [] if path.exists() else lessons(data, seed)
    train(out, partial(losses.of_upper, out), lambda source: kept(learned, source), UPPER, seed, path, half=True)
    return out


def lessons(data: Data, seed: int) -> list[Example]:
    """What the upper layers learn: names from the corpora and from the teacher, kinds and proclitics also from the branch as it
    stands.
    """
    told, network = silver.every(data.news), teacher(data, seed)
    names = heads().layout.names
    together = list(passages(told))
    for some, logits in zip(together, read_words(network, list(map(joined, together)), half=True), strict=True):
        start = 0
        for one in some:
            one.told_names = shares(logits[start : start + len(one.firsts), names])
            start += len(one.firsts)
    named, apart = grounds(data, seed)
    for one in named:
        one.keep = OFTEN
    out = [*told, *named, *apart]
    read_tags(data.words, out)
    return out


def grounds(data: Data, seed: int) -> tuple[list[Example], list[Example]]:
    """Sentences that people labelled: those with names, in their order, and those with proclitics."""
    source = random.Random(seed)
    named = [entities.stripped(e, CARELESS, source) for e in entities.examples(data.folder / "entities")]
    return named, proclitics.examples(data.folder / "syntax" / "ar_pud-ud-test.conllu")


def typical(data: Data, seed: int) -> list[Example]:
    """Sentences of news that show how large values inside the networks get."""
    out = silver.sentences(data.news, TYPICAL, seed)
    read_hidden(data.words, out)
    return out


def coded(data: Data) -> Events:
    """Train the branch of events on the coded sentences, or load it: all readers go on from this one."""
    path = data.runs / "coded.pt"
    out = new_events(SHIPPED)
    learned: list[Example] = []
    if not path.exists():
        learned = judged.examples(data.folder)
        read_hidden(data.words, learned)
    train(out, partial(losses.of_events, out), lambda source: kept(learned, source), CODED, SHIPPED, path, half=True)
    return out


def untaught(data: Data, fold: int, seed: int) -> Events:
    """Train the branch of events of a fold's reader as far as labels alone bring it, or load it; ``ALL`` holds nothing out."""
    path = data.runs / f"untaught-{fold}-{seed}.pt"
    out = new_events(seed) if path.exists() else coded(data)
    learned: list[Example] = []
    if not path.exists():
        learned = begun(out, data, fold)
        read_hidden(data.words, learned)
    train(out, partial(losses.of_events, out), lambda source: kept(learned, source), EVENTS, seed, path, half=True)
    return out


def new_whole(seed: int) -> Whole:
    """The whole encoder as published, with heads that know nothing yet."""
    torch.manual_seed(seed)
    return Whole(encoder_weights.read(encoder_weights.installed()))


def whole_coded(data: Data) -> Whole:
    """Train the whole encoder on the coded sentences, or load it."""
    path = data.runs / "whole-coded.pt"
    out = new_whole(SHIPPED)
    learned = [] if path.exists() else judged.examples(data.folder)
    train(out, partial(losses.of_whole, out), lambda source: kept(learned, source), CODED, SHIPPED, path, half=True)
    return out


def whole(data: Data, fold: int) -> Whole:
    """Train the whole encoder on a fold's event sentences, or load it: the teacher of the fold's readers."""
    path = data.runs / f"whole-{fold}.pt"
    out = new_whole(SHIPPED) if path.exists() else whole_coded(data)
    learned = [] if path.exists() else begun(out, data, fold)
    train(out, partial(losses.of_whole, out), lambda source: kept(learned, source), EVENTS, SHIPPED, path, half=True)
    return out


def reader(data: Data, fold: int, seed: int) -> Events:
    """Train the branch of events of a fold's reader to its end, or load it; ``ALL`` holds nothing out."""
    path = data.runs / f"events-{fold}-{seed}.pt"
    out = new_events(seed) if path.exists() else untaught(data, fold, seed)
    learned: list[Example] = []
    if not path.exists():
        learned = labelled(data, fold) + told_by_teachers(data, fold)
        read_hidden(data.words, learned)
    train(out, partial(losses.of_events, out), lambda source: kept(learned, source), TAUGHT, seed, path, half=True)
    return out


def told_by_teachers(data: Data, fold: int) -> list[Example]:
    """Sentences of the news with what a fold's teacher says of them, which learned no sentence that is held out of the fold; for
    ``ALL`` what the teachers of all folds say in the mean.
    """
    out = silver.every(data.news)
    told = [read_events(whole(data, number), out) for number in (range(FOLDS) if fold == ALL else [fold])]
    for one, *each in zip(out, *told, strict=True):
        taught.learn(one, taught.mean_of(each))
    return taught.drawn(out, random.Random(DRAW))


def begun(out: Events, data: Data, fold: int) -> list[Example]:
    """What a network that learned the coded sentences learns next, its head for the annotators' judgement begun for it."""
    # That judgement differs little from the coder's: its head begins where the coder's ended.
    out.events.load_state_dict(out.coded.state_dict())
    return labelled(data, fold)


def labelled(data: Data, fold: int) -> list[Example]:
    """What the readers of a fold learn from people and coder: its event sentences, and some of the coded ones again."""
    learned, _ = divided(data, fold)
    again = judged.examples(data.folder)
    for one in again:
        one.keep *= AGAIN
    return learned + again


def divided(data: Data, fold: int) -> tuple[list[Example], list[Example]]:
    """The event sentences that a fold's runs learn from, and those held out of it."""
    known = events.folds(data.folder / "events", FOLDS)
    every = events.examples(data.folder / "events")
    return [e for e in every if known[e.text] != fold], [e for e in every if known[e.text] == fold]


def kept(examples: Sequence[Example], source: random.Random) -> list[Example]:
    """Each example as many times as its ``keep`` says, chance deciding the fraction."""
    return [e for e in examples for _ in range(int(e.keep) + (source.random() < e.keep % 1))]
