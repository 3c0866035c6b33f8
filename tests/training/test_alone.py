"""What the reader alone would say, from outputs made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from encoder import alone
from marsad.encoder.heads import heads
from marsad.extracting.learned.reading import Learned
from marsad.languages.arabic.words import Words, cut

TEXT = "هاجم مسلحون قرية أمس"
KNOWN = heads()
SURE = 5.0


@pytest.fixture
def told() -> tuple[Words, Learned]:
    """Of ``TEXT``: an ASSAULT, trigger the first word, agent the second, an armed one; and no target."""
    words = cut(TEXT)
    values = np.full((len(words.forms), KNOWN.layout.width), -SURE, np.float32)
    first = KNOWN.layout.parts.start + KNOWN.events.index("ASSAULT") * len(KNOWN.parts)
    values[0, first + KNOWN.parts.index("trigger")] = SURE
    values[1, first + KNOWN.parts.index("agent")] = SURE
    sectors = np.zeros((1, len(KNOWN.events), 2, len(KNOWN.sectors)), np.float32)
    sectors[0, KNOWN.events.index("ASSAULT"), 0, KNOWN.sectors.index("UAF")] = SURE
    events, coded, worded = np.zeros((3, 1, len(KNOWN.events)), np.float32)
    return words, Learned(values, events, coded, worded, sectors, (0,))


def test_an_event_has_the_words_of_its_parts_and_the_sectors_of_its_actors(told: tuple[Words, Learned]) -> None:
    words, learned = told
    assert alone._event("ASSAULT", words, learned) == {
        "type": "ASSAULT",
        "verb": [words.forms[0]],
        "source": [words.forms[1]],
        "source_role": "UAF",
        "target": [],
        "target_role": None,
    }


def test_of_another_type_nothing_is_told(told: tuple[Words, Learned]) -> None:
    assert alone._event("PROTEST", *told)["verb"] == []


def test_labels_of_tokens_to_names_by_token() -> None:
    tokens = [("زار", "O"), ("محمد", "B-PERS"), ("علي", "I-PERS"), ("لندن", "B-LOC"), ("ثم", "O"), ("x", "I-LOC")]
    assert alone._labelled(tokens) == [("PERS", 1, 3), ("LOC", 3, 4)]
