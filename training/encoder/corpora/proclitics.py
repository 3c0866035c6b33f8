"""Proclitics: UD Arabic-PUD (CC BY-SA 3.0), words cut into what is written onto them and the word proper."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from marsad.encoder.heads import heads

from ..examples import NOT_LABELLED, Example, example, words_of

FOLDS = 10
_LETTERS = frozenset("وفبلكس")


def sentences(path: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """For each sentence its text and its words as (word, proclitics); a number or a sign alone is no word."""
    out = []
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.strip().split("\n")
        text = next((line[len("# text = ") :] for line in lines if line.startswith("# text = ")), "")
        tokens = [
            cells for line in lines if not line.startswith("#") and (cells := line.split("\t")) and len(cells) == 10
        ]
        words: list[list[str]] = [[]]
        for cells in tokens:
            if cells[3] == "PUNCT":
                words.append([])
                continue
            words[-1].append(cells[1])
            if "SpaceAfter=No" not in cells[9]:
                words.append([])
        if text:
            out.append((text, [("".join(w), proclitics(w)) for w in words if w]))
    return out


def proclitics(parts: list[str]) -> str:
    """The particles that open a word given in its parts, joined by +: و+ب of وبالأمس."""
    lead: list[str] = []
    for part in parts[:-1]:
        if part not in _LETTERS or len(lead) == 2:
            break
        lead.append(part)
    return "+".join(lead)


def examples(path: Path) -> list[Example]:
    """One example a sentence; words that do not line up with the text are not labelled.  Groups are the ten folds."""
    out = []
    for number, (text, words) in enumerate(sentences(path)):
        made = example(text, str(number * FOLDS // 1000))
        if made is None:
            continue
        order = heads().proclitics
        made.proclitics = np.full(len(made.firsts), NOT_LABELLED, np.int64)
        at = 0
        for word, lead in words:
            found = text.find(word, at)
            if found < 0:
                continue
            at = found + len(word)
            first, last = words_of(made, found, at)
            if first < last <= len(made.firsts) and lead in order:
                made.proclitics[first] = order.index(lead)
        out.append(made)
    return out
