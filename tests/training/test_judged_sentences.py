"""The sentences coded for the reader to learn from."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest

from encoder.corpora import judged
from marsad.encoder.heads import heads

KNOWN = heads()
TEXT = "قتل مسلحون مجهولون ضابطا في الشرطة"


def label(**told: Any) -> dict[str, Any]:
    return {"ASSAULT": {"score": 0}, "PROTEST": {"score": 0}} | told


def test_a_label_gives_shares_words_and_sectors() -> None:
    spans = {"trigger": [0, 3], "agent": [4, 18], "target": [19, 34], "sectors": ["UAF", "COP"]}
    made = judged.judged(TEXT, label(ASSAULT={"score": 2, **spans}))
    assert made is not None
    assert made.coded is not None
    assert made.parts is not None
    assert made.sectors is not None
    assert made.coded.tolist() == pytest.approx([2 / 3, 0])
    first = KNOWN.events.index("ASSAULT") * len(KNOWN.parts)
    assert made.parts[:, first : first + 3].tolist() == [[1, 0, 0], [0, 1, 0], [0, 1, 0], *[[0, 0, 1]] * 3]
    assert made.sectors[0].argmax(-1).tolist() == [KNOWN.sectors.index("UAF"), KNOWN.sectors.index("COP")]
    assert made.events is None, "what annotators said is learned by another head"


def test_nothing_is_learned_of_parts_where_no_event_is_told() -> None:
    made = judged.judged(TEXT, label())
    assert made is not None
    assert made.part_weights is not None
    assert not made.part_weights.any()
    assert made.keep == judged.KEPT_OF_REJECTED


@pytest.mark.parametrize("name", ["event_sentences.jsonl", "written_sentences.jsonl"])
def test_labels_are_well_formed(name: str) -> None:
    count, wrong = 0, []
    for one in judged.labels(name):
        count += 1
        for event in KNOWN.events:
            told = one[event]
            spans = [told[part] for part in KNOWN.parts if part in told]
            right = told["score"] in range(judged.CODERS + 1) and all(0 <= a < b for a, b in spans)
            right &= bool(told["score"]) or not spans
            right &= all(sector in (None, *KNOWN.sectors) for sector in told.get("sectors", [None, None]))
            right &= all(b <= len(one["text"]) for _, b in spans) if "text" in one else True
            if not right:
                wrong.append(one)
    assert count > 4000
    assert not wrong


def test_no_written_sentence_stands_twice() -> None:
    counts = Counter(one["text"] for one in judged.labels("written_sentences.jsonl"))
    assert max(counts.values()) == 1


def test_the_corpora_are_all_that_sentences_are_taken_from() -> None:
    kept = [
        {k: one[k] for k in ("corpus", "item", "start", "end") if k in one}
        for one in judged.labels("event_sentences.jsonl")
    ]
    assert {one["corpus"] for one in kept} == {"news", "anercorp", "newsfane"}
    assert len({tuple(one.values()) for one in kept}) == len(kept)
    assert np.all([one["start"] < one["end"] for one in kept if one["corpus"] == "news"])
