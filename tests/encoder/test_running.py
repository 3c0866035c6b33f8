"""Running the networks: a sentence gives the same numbers in any batch, in any order."""

from __future__ import annotations

import random

import numpy as np
import pytest

from marsad.encoder import running
from marsad.encoder.heads import heads
from marsad.encoder.pieces import Passage, passages
from marsad.encoder.running import UNREAD, Output, probability, read, sentence_vectors
from marsad.languages.arabic.words import cut

ALL, NONE = -100.0, 100.0  # log odds from which on the branch of events reads a sentence
TEXTS = [
    "قُتل 13 جنديا في هجوم شنه مسلحو حركة الشباب على قاعدة عسكرية في مقديشو.",
    "تظاهر المئات في بغداد.",
    "وقال.",
    "أعلن المتحدث باسم وزارة الداخلية أن قوات الأمن ألقت القبض على خمسة أشخاص يشتبه في انتمائهم إلى تنظيم الدولة "
    "في عملية نفذتها فجر الأحد شرقي العاصمة، وصادرت أسلحة وذخائر ووثائق تعود إلى الخلية التي كانت تخطط لهجمات.",
    "Gunmen attacked a prison.",
    "12 34 56",
] * 5  # fmt: skip


def as_passages(texts: list[str]) -> list[Passage]:
    return [passages(text, cut(text).starts)[0] for text in texts]


def told(output: Output) -> list[float]:
    parts = output.words[:, heads().layout.parts]
    return [
        *probability(output.events).tolist(),
        *probability(output.coded).tolist(),
        *probability(parts).ravel().tolist(),
    ]


def test_shapes_are_those_of_the_heads() -> None:
    [passage] = as_passages(TEXTS[:1])
    [output] = read([passage], ALL)
    known = heads()
    assert output.events.shape == output.coded.shape == (len(known.events),)
    assert output.words.shape == (len(passage.words), known.layout.width)
    assert output.sectors.shape == (len(known.events), 2, len(known.sectors))


@pytest.mark.parametrize(("seed", "gate"), [(1, ALL), (2, -1.0)])
def test_probabilities_do_not_hang_on_the_batch_or_its_order(seed: int, gate: float) -> None:
    alone = [told(read([p], gate)[0]) for p in as_passages(TEXTS)]
    order = random.Random(seed).sample(range(len(TEXTS)), len(TEXTS))
    together = read([as_passages(TEXTS)[i] for i in order], gate)
    for place, i in enumerate(order):
        assert told(together[place]) == pytest.approx(alone[i], abs=0.0005)


def test_what_the_gate_shuts_out_has_its_word_on_events_and_no_parts() -> None:
    known = heads()
    for shut, opened in zip(read(as_passages(TEXTS[:6]), NONE), read(as_passages(TEXTS[:6]), ALL), strict=True):
        assert (shut.words[:, known.layout.parts] == UNREAD).all()
        assert (shut.words[:, known.layout.names] == opened.words[:, known.layout.names]).all()
        assert (opened.words[:, known.layout.parts] > UNREAD).all()
        assert not shut.sectors.any()
        assert (shut.whole, opened.whole) == (False, True)


def test_each_passage_and_type_may_have_a_limit_of_its_own() -> None:
    limits = np.full((2, len(heads().events)), NONE)
    limits[1, 0] = ALL
    assert [output.whole for output in read(as_passages(TEXTS[:2]), limits)] == [False, True]


def test_a_long_report_is_read_in_groups_as_a_short_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [told(o) for o in read(as_passages(TEXTS), ALL)]
    monkeypatch.setattr(running, "TOGETHER", 7)
    for one, other in zip(read(as_passages(TEXTS), ALL), whole, strict=True):
        assert told(one) == pytest.approx(other, abs=0.0005)


def test_vectors_have_length_one_and_do_not_hang_on_the_batch() -> None:
    together = sentence_vectors(as_passages(TEXTS))
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)
    for passage, vector in zip(as_passages(TEXTS[:6]), together, strict=False):
        assert sentence_vectors([passage])[0] == pytest.approx(vector, abs=0.0005)


def test_nothing_read_is_nothing_told() -> None:
    assert read([], ALL) == []
    assert len(sentence_vectors([])) == 0
