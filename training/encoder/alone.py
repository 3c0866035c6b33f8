"""Figures of the reader alone, without grammar or lexicon: what its heads say of held-out sentences, against their labels.

Run in a process of its own, so that ``MARSAD_MODEL`` names the files: ``python -m encoder.alone DATA SPANS FOLD`` prints one
line of JSON.  ``SPANS`` is the scorer of spans, whose rules are used.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from marsad.encoder.arrays import Floats
from marsad.encoder.heads import TAGS_PER_KIND, heads
from marsad.encoder.running import probability
from marsad.extracting.learned.decisions import decisions
from marsad.extracting.learned.reading import Learned, read_words
from marsad.extracting.learned.spans import shares, stretch, tagged
from marsad.languages.arabic.words import Words, cut

from .agreement import f1
from .corpora import entities, events
from .data import FOLDS

GROUP = 64  # texts read together
GIVEN = 30.0  # logit of a tag that is given
_FIELDS = {"trigger": "verb", "agent": "source", "target": "target"}
_CLASS = {"person": "PERS", "place": "LOC", "organization": "ORG"}


def figures(folder: Path, spans: Path, fold: int) -> dict[str, float]:
    """Every figure by its name, as :mod:`encoder.measuring` names them; F1 of events where the threshold is best."""
    known = events.folds(folder / "events", FOLDS)
    texts = [text for text, number in known.items() if number == fold]
    told = dict(zip(texts, read(texts), strict=True))
    # Who is told that there is an event needs no gate.
    given = dict(zip(texts, read(texts, whole=True), strict=True))
    return sentences(folder, told) | parts(folder, given, spans) | names(folder) | kinds(folder)


def read(texts: Sequence[str], whole: bool = False) -> list[tuple[Words, Learned]]:
    """What the reader says of each text, cut into words as reports are; with ``whole`` whatever the gate says."""
    out: list[tuple[Words, Learned]] = []
    for start in range(0, len(texts), GROUP):
        words = [cut(text) for text in texts[start : start + GROUP]]
        out += zip(words, read_words(words, whole), strict=True)
    return out


def sentences(folder: Path, told: Mapping[str, tuple[Words, Learned]]) -> dict[str, float]:
    """F1 of event sentences at the one threshold that is best over all negatives and easy ones together."""
    out: dict[str, float] = {}
    for kind, event in enumerate(heads().events):
        rows = [row for row in events.rows(folder / "events") if row["text"] in told and row["event_type"] == event]
        odds = np.array([_odds(told[row["text"]][1], kind) for row in rows], np.float32)
        labels = [row["label"] for row in rows]
        scored = [(f1(odds, labels, at, hard=True), f1(odds, labels, at, hard=False)) for at in np.arange(-3, 3, 0.1)]
        out[f"{event} all"], out[f"{event} easy"] = max(scored, key=sum)
    return out


def _odds(learned: Learned, kind: int) -> float:
    """The log odds of the likeliest sentence, the mean of the two heads."""
    return float(((learned.events + learned.coded)[:, kind] / 2).max(initial=-30))


def parts(folder: Path, told: Mapping[str, tuple[Words, Learned]], spans: Path) -> dict[str, float]:
    """Overlap F1 of triggers, agents and targets, and F1 of sectors, given the type of event, of both types together."""
    scorer = _loaded(spans)
    records = [r for r in events.records(folder / "events") if r["text"] in told]
    found = {r["_id"]: [_event(r["event_type"], *told[r["text"]])] for r in records}
    totals = scorer.agg(scorer.rows_for(records, found, "verb", scorer.light, True))
    out = {f"ALL {field}": totals[f"{field}.any_overlap"][2] for field in _FIELDS.values()}
    return out | {f"ALL {field}_role": totals[f"{field}_role"][2] for field in ("source", "target")}


def _event(kind: str, words: Words, learned: Learned) -> dict[str, Any]:
    """The event of the given type that the reader would tell of a text, in the form of the scorer."""
    known = heads()
    column = known.layout.parts.start + known.events.index(kind) * len(known.parts)
    odds = probability(learned.words[:, column : column + len(known.parts)])
    out: dict[str, Any] = {"type": kind}
    likeliest = int(learned.events[:, known.events.index(kind)].argmax())
    for number, part in enumerate(known.parts):
        found = stretch(odds[:, number], decisions().parts[part])
        field = _FIELDS[part]
        out[field] = [words.forms[i] for i in range(*found)] if found else []
        if part != "trigger":
            code = known.sectors[int(learned.sectors[likeliest, known.events.index(kind), number - 1].argmax())]
            out[f"{field}_role"] = code if found and code != "none" else None
    return out


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("spans", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def names(folder: Path) -> dict[str, float]:
    """F1 of persons, places and organizations on the sentences held out of the entity corpora."""
    held = entities.held_out(folder / "entities")
    tally = {name: np.zeros(3) for name in (*_CLASS.values(), "all")}  # right, found, labelled
    for tokens, (words, learned) in zip(held, read([" ".join(t for t, _ in s) for s in held]), strict=True):
        starts = np.cumsum([0, *(len(t) + 1 for t, _ in tokens)])
        labelled = {(kind, a, b) for kind, a, b in _labelled(tokens) if kind in tally}
        found = set()
        for one in tagged(shares(learned.words[:, heads().layout.names])):
            first = int(np.searchsorted(starts, words.starts[one.first], "right")) - 1
            last = int(np.searchsorted(starts, words.ends[one.last - 1], "left"))
            found.add((_CLASS[heads().names[one.kind]], first, last))
        for name in tally:
            mine, gold = ({x for x in some if name in (x[0], "all")} for some in (found, labelled))
            tally[name] += (len(mine & gold), len(mine), len(gold))
    return {f"names {name}": 2 * right / max(1, mine + gold) for name, (right, mine, gold) in tally.items()}


def kinds(folder: Path) -> dict[str, float]:
    """F1 of each finer kind on the held-out sentences that NewsFANE labels, where it has the kind."""
    held = entities.held_out_kinds(folder / "entities")
    order = heads().kinds
    tally = {kind: np.zeros(3) for kind in order}
    for one, (_, learned) in zip(held, read([e.text for e in held]), strict=True):
        assert one.kinds is not None
        mine = _tagged(learned.words[: len(one.kinds), heads().layout.kinds])
        gold = _tagged(GIVEN * np.eye(1 + TAGS_PER_KIND * len(order), dtype=np.float32)[one.kinds])
        for number, kind in enumerate(order):
            told, labelled = ({x for x in some if x[0] == number} for some in (mine, gold))
            tally[kind] += (len(told & labelled), len(told), len(labelled))
    return {f"kinds {kind}": 2 * right / (mine + gold) for kind, (right, mine, gold) in tally.items() if gold}


def _tagged(logits: Floats) -> set[tuple[int, int, int]]:
    return {(one.kind, one.first, one.last) for one in tagged(shares(logits))}


def _labelled(tokens: Sequence[tuple[str, str]]) -> list[tuple[str, int, int]]:
    out: list[tuple[str, int, int]] = []
    for i, (_, label) in enumerate(tokens):
        if label.startswith("B-"):
            out.append((label[2:], i, i + 1))
        elif label.startswith("I-") and out and out[-1][2] == i:
            out[-1] = (out[-1][0], out[-1][1], i + 1)
    return out


if __name__ == "__main__":
    data, scorer_, number = sys.argv[1:]
    print(json.dumps(figures(Path(data), Path(scorer_), int(number))))
