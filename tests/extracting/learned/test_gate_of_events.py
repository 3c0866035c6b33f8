"""Which sentences the branch of events reads, by what the branch of words and the wording say of them."""

from __future__ import annotations

import numpy as np
import pytest

from marsad.encoder.heads import heads
from marsad.encoder.pieces import passages
from marsad.encoder.running import read
from marsad.extracting.learned import reading
from marsad.extracting.learned.decisions import Decisions, SentenceGate, decisions
from marsad.extracting.learned.reading import read_words
from marsad.extracting.learned.wording import wording
from marsad.languages.arabic.words import cut

TEXT = "افتتح الوزير معرض الكتاب في العاصمة."


def gated(monkeypatch: pytest.MonkeyPatch, least: float) -> dict[str, SentenceGate]:
    gates = {event: SentenceGate(bias=0.5, branch=2.0, wording=3.0, least=least) for event in heads().events}
    own = decisions()
    monkeypatch.setattr(reading, "decisions", lambda: Decisions(events=own.events, gate=gates, parts=own.parts))
    return gates


def test_what_is_needed_of_the_branch_of_words_hangs_on_the_wording() -> None:
    gate = SentenceGate(bias=0.5, branch=2.0, wording=3.0, least=-3.0)
    assert gate.needed(-1.0) > gate.needed(1.0)
    assert gate.log_odds(gate.needed(-1.0), -1.0) == pytest.approx(gate.least)


def test_a_sentence_that_is_not_read_has_the_guess_of_gate_and_wording_for_odds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gates = gated(monkeypatch, least=100.0)
    words = cut(TEXT)
    [learned] = read_words([words])
    [output] = read(passages(TEXT, words.starts), np.inf)
    said = zip(gates.values(), output.events, wording(words.forms), strict=True)
    assert learned.events[0] == pytest.approx([gate.log_odds(float(o), float(w)) for gate, o, w in said], abs=1e-3)
    assert not learned.parts("ASSAULT", words.sentences[0]).any()


def test_the_whole_is_read_whatever_the_gate_says(monkeypatch: pytest.MonkeyPatch) -> None:
    gated(monkeypatch, least=100.0)
    [shut], [whole] = read_words([cut(TEXT)]), read_words([cut(TEXT)], whole=True)
    gated(monkeypatch, least=-100.0)
    [opened] = read_words([cut(TEXT)])
    assert whole.events == pytest.approx(opened.events)
    assert not np.allclose(shut.events, opened.events)
