"""The cue file of events: what it may hold, and that a slip in it is told with file and entry."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from marsad.codebook import load, read_yaml
from marsad.errors import CodebookError
from marsad.extracting.events import context, cues, participants
from marsad.extracting.events.cues import EventCue, event_cues, readings
from marsad.languages.arabic.letters import fold


def label(cue: EventCue) -> str:
    return f"{cue.type} {(cue.verb or cue.nouns)[0]}"


def test_every_cue_has_a_type_and_a_mode_of_the_codebook() -> None:
    book = load()
    assert [label(c) for c in event_cues() if c.type not in book.events] == []
    assert [label(c) for c in event_cues() if c.mode and c.mode not in book.events[c.type].modes] == []


def test_every_cue_has_a_weapon_of_the_codebook() -> None:
    assert [label(c) for c in event_cues() if c.weapon and c.weapon not in load().weapons] == []


def test_every_sector_word_has_a_sector_of_the_codebook() -> None:
    listed = read_yaml(files("marsad.codebook") / "cues" / "sectors.yaml", dict[str, list[str]])
    assert set(listed) - set(load().sectors) == set()


def test_companion_words_are_folded() -> None:
    words = [w for c in event_cues() for w in c.needs | c.before | c.before_any | c.not_before | c.not_with]
    assert [w for w in words if w != fold(w)] == []


@pytest.mark.parametrize(
    ("word", "type_", "mode"),
    [
        ("وقتلوا", "ASSAULT", None),
        ("واعتقلت", "COERCE", "arrest"),
        ("باعتقال", "COERCE", "arrest"),
        ("للهجوم", "ASSAULT", None),
        ("هجومين", "ASSAULT", None),
        ("سيغتال", "ASSAULT", "assassinate"),
        ("تظاهراتهم", "PROTEST", "demo"),
    ],
)
def test_a_cue_is_known_with_its_proclitics_and_endings(word: str, type_: str, mode: str | None) -> None:
    assert (type_, mode) in {(r.cue.type, r.cue.mode) for r in readings(fold(word))}


@pytest.mark.parametrize("word", ["كتاب", "مدينة", "وزير", "بيان", "سنوات", "ال", "و", "12"])
def test_an_ordinary_word_has_no_reading(word: str) -> None:
    assert readings(fold(word)) == ()


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{type: ASSAULT, verb: [قتل, يقتل], nouns: [قتل], frame: either}", "either a verb or nouns"),
        ("{type: ASSAULT, frame: either}", "either a verb or nouns"),
        ("{type: ASSAULT, verb: [قتل, يقتل, قاتل], frame: either}", "[perfect, imperfect]"),
        ("{type: ASSAULT, nouns: [قتل], frame: sideways}", "frame"),
        ("{type: ASSAULT, nouns: [قتل], frame: of-target, loud: true}", "loud"),
        ("{nouns: [قتل], frame: of-target}", "type"),
    ],
)
def test_a_broken_entry_is_refused_by_file_and_entry(
    entry: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = "- {type: ASSAULT, nouns: [مقتل], frame: of-target}\n"
    broken(tmp_path, monkeypatch, cues, "events.yaml", f"{good}- {entry}\n")
    with pytest.raises(CodebookError) as caught:
        event_cues.__wrapped__()
    assert told in str(caught.value)
    assert "events.yaml: item 2" in str(caught.value)


@pytest.mark.parametrize(
    ("module", "load_again", "name"),
    [
        (context, context.context.__wrapped__, "context.yaml"),
        (participants, participants.participants.__wrapped__, "participants.yaml"),
    ],
)
@pytest.mark.parametrize("slip", ["missing", "unknown", "not words"])
def test_a_broken_word_list_is_refused_by_file_and_list(
    module: Any,
    load_again: Callable[[], object],
    name: str,
    slip: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = (files("marsad.codebook") / "cues" / name).read_text("utf-8")
    first = next(line for line in text.splitlines() if line[:1].isalpha()).partition(":")[0]
    slips = {
        "missing": text.replace(f"{first}:", f"{first}_x:", 1),
        "unknown": f"{text}\nloud: [صاخب]\n",
        "not words": text.replace(f"{first}: [", f"{first}: [[[1]], ", 1),
    }
    broken(tmp_path, monkeypatch, module, name, slips[slip])
    with pytest.raises(CodebookError) as caught:
        load_again()
    assert name in str(caught.value)
    assert ("loud" if slip == "unknown" else first) in str(caught.value)


def broken(folder: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, text: str) -> None:
    """Let ``module`` find its data in ``folder``, where the file ``name`` holds ``text``."""
    (folder / "cues").mkdir()
    (folder / "cues" / name).write_text(text, "utf-8")
    monkeypatch.setattr(module, "files", lambda _: folder)
