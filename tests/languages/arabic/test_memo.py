"""What was found out about words is kept, in bounded space."""

from __future__ import annotations

from marsad.languages.arabic.memo import Memo


def test_a_word_is_worked_out_once() -> None:
    asked: list[str] = []

    def make(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(make)
    assert [memo[w] for w in ("قال", "نفى", "قال")] == [3, 3, 3]
    assert asked == ["قال", "نفى"]


def test_words_asked_again_outlive_others_and_space_is_bounded() -> None:
    asked: list[str] = []

    def make(word: str) -> str:
        asked.append(word)
        return word

    memo = Memo(make, most=4)
    for i in range(40):
        memo["قال"]
        memo[f"كلمة{i}"]
        assert len(memo) <= 4
    assert asked.count("قال") == 1
    memo["كلمة0"]
    assert asked.count("كلمة0") == 2


def test_nothing_is_known_after_clearing() -> None:
    asked: list[str] = []
    memo: Memo[None] = Memo(asked.append, most=1)
    memo["قال"]
    memo["نفى"]
    memo.clear()
    memo["قال"]
    assert asked == ["قال", "نفى", "قال"]
