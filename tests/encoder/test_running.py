"""Running the networks: a sentence gives the same numbers in any batch, in any order."""

from __future__ import annotations

import random

import numpy as np
import pytest

from marsad.encoder.heads import heads
from marsad.encoder.pieces import Passage, passages
from marsad.encoder.running import Output, probability, read, sentence_vectors
from marsad.languages.arabic.words import cut

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
    return [*probability(output.events).tolist(), *probability(parts).ravel().tolist()]


def test_shapes_are_those_of_the_heads() -> None:
    [passage] = as_passages(TEXTS[:1])
    [output] = read([passage])
    known = heads()
    assert output.events.shape == (len(known.events),)
    assert output.words.shape == (len(passage.words), known.layout.width)
    assert output.sectors.shape == (len(known.events), 2, len(known.sectors))


@pytest.mark.parametrize("seed", [1, 2])
def test_probabilities_do_not_hang_on_the_batch_or_its_order(seed: int) -> None:
    alone = [told(read([p])[0]) for p in as_passages(TEXTS)]
    order = random.Random(seed).sample(range(len(TEXTS)), len(TEXTS))
    together = read([as_passages(TEXTS)[i] for i in order])
    for place, i in enumerate(order):
        assert told(together[place]) == pytest.approx(alone[i], abs=0.0005)


def test_vectors_have_length_one_and_do_not_hang_on_the_batch() -> None:
    together = sentence_vectors(as_passages(TEXTS))
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)
    for passage, vector in zip(as_passages(TEXTS[:6]), together, strict=False):
        assert sentence_vectors([passage])[0] == pytest.approx(vector, abs=0.0005)


def test_nothing_read_is_nothing_told() -> None:
    assert read([]) == []
    assert len(sentence_vectors([])) == 0
