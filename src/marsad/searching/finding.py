"""A query → sentences, by their words and by their meaning, each with the scores that brought it up."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

import numpy as np

from ..encoder.running import sentence_vectors
from ..records import Report
from ..storing import Found, Query, Store, search_words, sentences_at, sentences_then
from .blocks import nearest
from .indexing import ASKED_AS, as_passage

By = Literal["words", "meaning", "both"]

# Reciprocal rank fusion with the constant of Cormack, Clarke and Büttcher (SIGIR 2009): a list's first counts little more
# than its second, so that what both lists hold comes first.
_FUSION = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence, or a title, that answers.

    ``words`` is its report's BM25 where it holds the words asked for, ``meaning`` its cosine to the query where it is among
    the nearest, ``score`` what it is ranked by.
    """

    found: Found
    words: float | None
    meaning: float | None
    score: float

    @property
    def report(self) -> Report:
        """The report it stands in."""
        return self.found.report


def search(
    store: Store, query: str, count: int, by: By = "both", language: str | None = None, then: Query | None = None
) -> list[Hit]:
    """The ``count`` best sentences for ``query``, the best first; with ``language`` only those of reports in it.

    Of ``then`` the days count by which reports were recorded or published.

    The vectors of the store must be up to date, see :func:`marsad.searching.index_sentences`.
    """
    hits: dict[tuple[str, int | None], Hit] = {}
    if by != "meaning":
        with closing(search_words(store, query, then)) as told:
            said = (f for f in told if language in (None, f.report.language))
            _rank(hits, ((f, f.score, None) for f in islice(said, count)))
    if by != "words":
        vector = sentence_vectors([as_passage(ASKED_AS, query)])[0].astype(np.float32)
        looks_back = then is not None and (then.as_known_on or then.published_until)
        among = np.array(sorted(sentences_then(store, then)), np.int64) if then and looks_back else None
        near = nearest(store, vector, count, language, among)
        at = sentences_at(store, [number for _, number in near])
        _rank(hits, ((at[number], None, cosine) for cosine, number in near if number in at))
    ranked = sorted(hits.values(), key=lambda h: (-h.score, h.report.id, h.found.start or 0))
    return ranked[:count]


def _rank(hits: dict[tuple[str, int | None], Hit], given: Iterable[tuple[Found, float | None, float | None]]) -> None:
    """Add a ranked list to the hits."""
    for place, (found, words, meaning) in enumerate(given, 1):
        key = (found.report.id, found.start)
        hit = hits.get(key) or Hit(found, None, None, 0.0)
        hits[key] = replace(
            hit,
            words=hit.words if words is None else words,
            meaning=hit.meaning if meaning is None else meaning,
            score=round(hit.score + 1 / (_FUSION + place), 5),
        )
