"""The word lists of relations: a slip in them is told with the file and the list."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from marsad.errors import CodebookError
from marsad.extracting.relations import cues
from marsad.extracting.relations.cues import party_words


@pytest.mark.parametrize(
    ("old", "new", "told"), [("kin:", "kins:", "kin"), ("called: [", "called: [[[1]], ", "called")]
)
def test_a_broken_list_is_refused_by_file_and_list(
    old: str, new: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (files("marsad.codebook") / "cues" / "relations_words.yaml").read_text("utf-8")
    (tmp_path / "cues").mkdir()
    (tmp_path / "cues" / "relations_words.yaml").write_text(text.replace(old, new, 1), "utf-8")
    monkeypatch.setattr(cues, "files", lambda _: tmp_path)
    with pytest.raises(CodebookError) as caught:
        party_words.__wrapped__()
    assert "relations_words.yaml" in str(caught.value)
    assert told in str(caught.value)
