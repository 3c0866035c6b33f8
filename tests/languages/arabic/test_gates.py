"""Questions asked of all words of a text together."""

from __future__ import annotations

import pytest

import marsad.extracting  # noqa: F401  # every extractor's gates
from marsad.languages.arabic import gates
from marsad.languages.arabic.gates import Marks, WordGate
from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.words import cut

WORDS = "هجوم وهجوم الهجوم بالهجوم للهجوم وللهجوم قتل وقتل فقتلت سيقتل ثلاثة والثلاثين بثلاثة يونيو ويونيو "
WORDS += (
    "أمس منذ القتلى بقتيل قيادي وقيادي زعيمها بايع يتوقع وتوقع سيعود قد وقد لن تبنى وتبنى خلاياه كرة بالسلاح 12 ، كتاب"
)


def test_a_gate_tells_where_its_words_stand() -> None:
    @WordGate
    def long(word: str) -> bool:
        return len(word) > 6

    marks = Marks(["في", "المستشفيات", "قال", "المسؤولون"])
    assert marks.where(long) == [1, 3]


def test_a_gate_made_after_a_text_was_looked_at_is_asked_too() -> None:
    words = cut("قال الوزير إن الوزير قال")

    @WordGate
    def first(word: str) -> bool:
        return word == "الوزير"

    assert words.where(first) == [1, 3]

    @WordGate
    def second(word: str) -> bool:
        return word == "قال"

    assert words.where(second) == [0, 4]
    assert words.where(first) == [1, 3]


def test_a_listed_gate_is_asked_only_of_forms_of_its_words() -> None:
    asked: list[str] = []

    @WordGate.of(lambda: ["زقزاق"])
    def birds(word: str) -> bool:
        asked.append(word)
        return True

    forms = ["قطقاط", "زقزاق", "والزقزاق", "بزقزاق"]
    assert Marks(forms).where(birds) == [1, 2, 3]
    assert "قطقاط" not in asked


@pytest.mark.parametrize("word", fold(WORDS).split())
def test_no_gate_misses_a_word_by_its_list(word: str) -> None:
    """Whoever lists words for a gate must list all that its question can be answered with yes for."""
    for gate in [g for g in gates._GATES if g.asks.__module__.startswith("marsad.")]:
        assert Marks([word]).where(gate) == ([0] if gate.asks(word) else [])
