"""The cue file of figures: what it may hold, and that a slip in it is told with file and entry."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from marsad.codebook import load
from marsad.errors import CodebookError
from marsad.extracting.figures import cues
from marsad.extracting.figures.cues import figure_cues
from marsad.languages.arabic.letters import fold


def test_every_word_counts_a_measure_of_the_codebook() -> None:
    known = figure_cues()
    near = {measure for told in known.if_near.values() for measure, _ in told}
    single = [known.governors, known.units, known.weak, known.after, known.none_of]
    assert near.union(*(words.values() for words in single)) - set(load().measures) == set()


def test_words_are_folded() -> None:
    known = figure_cues()
    words = [
        *known.units,
        *known.weak,
        *known.not_counted,
        *known.partitives,
        *known.singulars,
        *known.things,
    ]
    assert [w for w in words if w != fold(w)] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  killed:\n", "  slain:\n", "slain"),
        ("none_of: {إصابات: injured", "none_of: {إصابات: hurt", "hurt"),
        ("    units: []\n", "    units: []\n    loud: [صاخب]\n", "loud"),
        ("verbs: [[أفرج, يفرج]]", "verbs: [[أفرج]]", "released"),
        ("partitives: [", "partitif: [", "partitives: Field required"),
    ],
)
def test_a_slip_in_the_file_is_told_with_file_and_entry(
    old: str, new: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (files("marsad.codebook") / "cues" / "figures.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "cues").mkdir()
    (tmp_path / "cues" / "figures.yaml").write_text(text.replace(old, new, 1), "utf-8")
    monkeypatch.setattr(cues, "files", lambda _: tmp_path)
    with pytest.raises(CodebookError) as caught:
        figure_cues.__wrapped__()
    assert told in str(caught.value)
    assert "figures.yaml" in str(caught.value)
