"""Event sentences → the model of their wording: TF-IDF features, and a logistic regression for each type of event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from marsad.encoder.arrays import Floats
from marsad.encoder.heads import heads
from marsad.extracting.learned.wording import Hashes, Wording, features, weighed
from marsad.languages.arabic.words import cut

from .corpora import events

STRENGTH = 5.0  # inverse of the penalty on weights
LEAST = (2, 3)  # sentences that a word, a stretch of letters must stand in


def fit(folder: Path, texts: Sequence[str]) -> Wording:
    """The model that suits the judged rows of ``texts`` best; its targets are the shares of annotators."""
    told = {text: features(cut(text).forms) for text in texts}
    hashes, rarity = _known(list(told.values()))
    weights, bias = [], []
    for event in heads().events:
        rows = [r for r in events.rows(folder) if r["text"] in told and r["event_type"] == event]
        rows = [r for r in rows if int(r["accept"]) + int(r["reject"])]
        share = np.array([int(r["accept"]) / (int(r["accept"]) + int(r["reject"])) for r in rows])
        values = _matrix([told[r["text"]] for r in rows], hashes, rarity)
        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300)
        sample_weight = np.concatenate([share, 1 - share]) + 1e-9
        model.fit(vstack([values, values]), np.repeat([1, 0], len(rows)), sample_weight=sample_weight)
        weights.append(model.coef_[0])
        bias.append(model.intercept_[0])
    return Wording(hashes, rarity, np.array(weights, np.float32), np.array(bias, np.float32))


def _known(told: Sequence[tuple[Hashes, Hashes]]) -> tuple[Hashes, Floats]:
    seen: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    for families in told:
        for counter, hashes in zip(seen, families, strict=True):
            counter.update(np.unique(hashes).tolist())
    counts = {h: n for counter, least in zip(seen, LEAST, strict=True) for h, n in counter.items() if n >= least}
    known = np.array(sorted(counts), np.uint32)
    rarity = np.array([np.log((1 + len(told)) / (1 + counts[int(h)])) + 1 for h in known], np.float32)
    return known, rarity


def _matrix(told: Sequence[tuple[Hashes, Hashes]], hashes: Hashes, rarity: Floats) -> csr_matrix:
    rows, columns, values = [], [], []
    for number, families in enumerate(told):
        for family in families:
            some, weights = weighed(family, hashes, rarity)
            rows.append(np.full(len(some), number))
            columns.append(some)
            values.append(weights)
    given = (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))
    return csr_matrix(given, shape=(len(told), len(hashes)))


def write(model: Wording, path: Path) -> None:
    """Write the model; numbers of it in half the bits, which changes no log odds by more than .01."""
    path.parent.mkdir(parents=True, exist_ok=True)
    short = {name: getattr(model, name).astype(np.float16) for name in Wording._fields[1:]}
    np.savez_compressed(path, hashes=model.hashes, **short)
