"""How the reader and the grammar decide together: fitted on sentences whose documents the reader never saw.

For each event type a logistic regression over the features of ``marsad.extracting.learned.features``, its targets the
shares of annotators; the reader's own claims are made from where F1 is best over all sentences that annotators agreed on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from sklearn.linear_model import LogisticRegression

from marsad.catalogue import load
from marsad.encoder.arrays import Floats
from marsad.encoder.heads import heads
from marsad.encoder.pieces import passages
from marsad.encoder.running import read
from marsad.extracting import Looked, propose
from marsad.extracting.learned.decisions import Decision, Decisions, SentenceGate
from marsad.extracting.learned.features import NAMES, SUREST, denied, features
from marsad.extracting.learned.reading import read_words
from marsad.extracting.learned.wording import wording
from marsad.languages.arabic.words import cut
from marsad.records import Report

from .agreement import f1
from .corpora import events

STRENGTH = 0.1  # inverse of the penalty on weights; with less of one, protests, of which there are few, are told worse
# Below these log odds what the grammar found in a report is dropped.  With 0 whole reports would lose attacks told as background,
# which careful coders keep.
DROP = {"ASSAULT": -0.2, "PROTEST": -0.4}
# The same in a text without a day of publication, as sentences by themselves are: an attack is told where that is likelier than
# not, which is how the annotators took it; of protests, which are few, that would lose more than it saves.  ``add`` is fitted
# beside it.
DROP_UNDATED = {"ASSAULT": 0.0, "PROTEST": -0.4}
# Log odds, by gate and wording, that the branch of events would hold an event for told, below which it is not asked.  Of held-out
# sentences that annotators took for attacks 99 in 100 lie above, for protests 97; of sentences of news four in ten.
LEAST = {"ASSAULT": -2.0, "PROTEST": -2.0}
AS_GOOD = 0.005
PARTS = {"trigger": 0.25, "agent": 0.25, "target": 0.25}


@dataclass(frozen=True, slots=True)
class Row:
    """One judged sentence: its features as the whole reader gives them, the share of annotators that accepted it, and their
    verdict; ``gates`` by event type the log odds of the branch of words and of the wording.
    """

    event: str
    values: tuple[float, ...]
    share: float
    label: str
    gates: Mapping[str, tuple[float, float]]


def rows(folder: Path, texts: Sequence[str]) -> list[Row]:
    """The judged rows of ``texts``, with what the model at ``MARSAD_MODEL`` and the grammar say of them."""
    told = {text: judged(text) for text in texts}
    out = []
    for row in events.rows(folder):
        accepted, rejected = int(row["accept"]), int(row["reject"])
        if row["text"] in told and accepted + rejected:
            values, gates = told[row["text"]]
            share = accepted / (accepted + rejected)
            out.append(Row(row["event_type"], values[row["event_type"]], share, row["label"], gates))
    return out


def judged(text: str) -> tuple[dict[str, tuple[float, ...]], dict[str, tuple[float, float]]]:
    """Event type → features of a text taken as one sentence, its likeliest part's logit as the reader's; and → log odds of the
    branch of words and of the wording.
    """
    catalogue, words = load(), cut(text)
    learned = read_words([words], whole=True)[0]
    looked = Looked(Report(id="", source="", sha256="", text=text), words, learned)
    _, speech, proposals = propose(looked, catalogue)
    no = denied(speech, proposals)
    proposals = [p for p in proposals if p not in no]
    best, coded = (
        told.max(axis=0) if len(told) else np.full(len(heads().events), -10.0)
        for told in (learned.events, learned.coded)
    )
    # Of the text as the annotators judged it, whole; ``learned.worded`` has it of each sentence that the reader parts it into.
    worded = wording(words.forms)
    shut = [output.events for output in read(passages(text, words.starts), np.inf)]
    gate = np.max(shut, axis=0) if shut else np.full(len(heads().events), -10.0)
    told = {
        event: features(event, float(best[kind]), float(coded[kind]), float(worded[kind]), proposals)
        for kind, event in enumerate(heads().events)
    }
    return told, {event: (float(gate[kind]), float(worded[kind])) for kind, event in enumerate(heads().events)}


def fit_gates(given: Sequence[Row]) -> dict[str, SentenceGate]:
    """The gates that tell best what the branch of events would hold for told."""
    out = {}
    for event in heads().events:
        of_type = [row for row in given if row.event == event]
        held = np.array([row.values[0] + row.values[1] >= 0 for row in of_type])
        model = LogisticRegression(max_iter=2000).fit(np.array([row.gates[event] for row in of_type]), held)
        branch, worded = (round(float(w), 3) for w in model.coef_[0])
        out[event] = SentenceGate(
            bias=round(float(model.intercept_[0]), 3), branch=branch, wording=worded, least=LEAST[event]
        )
    return out


def as_read(row: Row, gates: Mapping[str, SentenceGate]) -> tuple[float, ...]:
    """The features of a row where the gates decide whether the branch of events is asked."""
    odds = {event: gate.log_odds(*row.gates[event]) for event, gate in gates.items()}
    if any(odds[event] >= gate.least for event, gate in gates.items()):
        return row.values
    shut = min(odds[row.event], SUREST)
    return (shut, shut, *row.values[2:])


def fit(given: Sequence[Row]) -> Decisions:
    """The decisions that suit the rows best."""
    out: dict[str, Decision] = {}
    gates = fit_gates(given)
    for event in heads().events:
        of_type = [row for row in given if row.event == event]
        values = np.array([as_read(row, gates) for row in of_type])
        share = np.array([row.share for row in of_type])
        model = LogisticRegression(C=STRENGTH, max_iter=2000)
        count = len(of_type)
        model.fit(
            np.concatenate([values, values]),
            np.repeat([1, 0], count),
            sample_weight=np.concatenate([share, 1 - share]) + 1e-9,
        )
        odds = model.decision_function(values)
        weights = {name: round(float(w), 3) for name, w in zip(NAMES, model.coef_[0], strict=True)}
        untold = values[:, NAMES.index("told")] == 0
        labels = [row.label for row in of_type]
        add = best_threshold(np.where(untold, odds, odds - DROP_UNDATED[event]), labels, untold)
        bias = round(float(model.intercept_[0]), 3)
        out[event] = Decision(
            bias=bias, weights=weights, add=round(add, 2), drop=DROP[event], drop_undated=DROP_UNDATED[event]
        )
    return Decisions(events=out, gate=gates, parts=PARTS)


def best_threshold(odds: Floats, labels: Sequence[str], moved: npt.NDArray[np.bool_]) -> float:
    """The least threshold whose F1 over all negatives and over the easy ones, added up, is within ``AS_GOOD`` of the best.

    Only the sentences ``moved`` are held against it, the others against 0.  Between thresholds as good as one another the curve
    is chance; the least misses fewest, and who wants fewer claims can ask for the likelier ones.
    """
    scored = []
    for at in np.arange(-2, 2, 0.1):
        against = np.where(moved, odds - at, odds)
        scored.append((at, f1(against, labels, 0, hard=True) + f1(against, labels, 0, hard=False)))
    best = max(score for _, score in scored)
    return float(min(at for at, score in scored if score >= best - AS_GOOD))


def write(decisions: Decisions, path: Path) -> None:
    """Write ``decisions.yaml`` with a word on where it comes from."""
    head = (
        "# Written by `python -m encoder decide`: log odds that a sentence tells of an event, by what speaks for it.\n"
    )
    path.write_text(head + yaml.safe_dump(decisions.model_dump(), sort_keys=False, allow_unicode=True), "utf-8")
