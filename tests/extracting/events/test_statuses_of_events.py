from __future__ import annotations

import pytest
from event_samples import Row, body, check, events, rows

from marsad.extracting.events.context import context
from marsad.languages.arabic.letters import fold


@pytest.mark.parametrize("row", rows("statuses.yaml"))
def test_the_words_around_an_event_tell_its_status_and_certainty(row: Row) -> None:
    check(row)


@pytest.mark.parametrize(
    ("words", "text", "status"),
    [
        ("attempts", "{} اغتيال قاض برصاص مسلحين في بغداد أمس.", "attempted"),
        ("foiled", "{} الشرطة هجوما على سوق في برلين أمس.", "foiled"),
        ("planned", "{} هجوم على سوق في برلين أمس بالقنابل.", "planned"),
    ],
)
def test_every_word_of_a_list_gives_its_status(words: str, text: str, status: str) -> None:
    told = {word: [body(c).status for c in events(text.format(word))] for word in getattr(context(), words)}
    assert {word: found for word, found in told.items() if found != [status]} == {}


def test_lists_of_context_are_folded() -> None:
    lists = [words for _, words in context() if isinstance(words, frozenset)]
    assert [w for words in lists for w in words if w != fold(w)] == []
