"""Proclitics in ten folds: the share of words of UD Arabic-PUD cut as there, by readers that learned from the other nine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from marsad.encoder.arrays import Floats
from marsad.encoder.heads import heads
from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.lexicon import proclitic

from . import losses, recipes
from .corpora import proclitics
from .data import Data
from .examples import NOT_LABELLED, Example
from .learning import Plan, train
from .predicting import read_words

PLAN = Plan(rate=2e-4, epochs=6)


def ten_fold(data: Data, seed: int) -> Iterator[tuple[int, int]]:
    """(right, words) of each fold.  Words whose chain no output stands for, or that do not line up, count as wrong."""
    every = proclitics.examples(data.folder / "syntax" / "ar_pud-ud-test.conllu")
    for number in range(proclitics.FOLDS):
        yield one_fold(data, every, number, seed)


def one_fold(data: Data, every: Sequence[Example], number: int, seed: int) -> tuple[int, int]:
    """(right, words) of one fold, by a reader that learned from the others."""
    learned = [e for e in every if e.group != str(number)]
    held = [e for e in every if e.group == str(number)]
    network = recipes.new_words(seed)
    path = data.runs / f"proclitics-{number}-{seed}.pt"
    train(network, partial(losses.of_words, network), lambda _: learned, PLAN, seed, path)
    columns = heads().layout.proclitics
    right = sum(_right(e, words[:, columns]) for e, words in zip(held, read_words(network, held), strict=True))
    return right, sum(len(e.firsts) for e in held)


def _right(example: Example, scores: Floats) -> int:
    assert example.proclitics is not None
    told = chains(example, scores)
    return sum(t == g != NOT_LABELLED for t, g in zip(told, example.proclitics.tolist(), strict=True))


def chains(example: Example, scores: Floats) -> list[int]:
    """The likeliest chain of each word among those that its letters allow, as its number; of equals the shortest."""
    order = [c.replace("+", "") for c in heads().proclitics]
    out = []
    for (start, end), row in zip(example.words, scores, strict=True):
        form = fold(example.text[start:end])
        out.append(max((number for number, c in enumerate(order) if form.startswith(c)), key=lambda n: float(row[n])))
    return out


def by_grammar(path: Path) -> tuple[int, int]:
    """(right, words) of the grammar's own cut."""
    order = [c.replace("+", "") for c in heads().proclitics]
    right = words = 0
    for example in proclitics.examples(path):
        assert example.proclitics is not None
        for (start, end), gold in zip(example.words, example.proclitics.tolist(), strict=True):
            lead = proclitic(fold(example.text[start:end]))[0]
            right += gold != NOT_LABELLED and order[gold] == lead
            words += 1
    return right, words
