from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from marsad.errors import CodebookError
from marsad.languages.arabic import lexicon, particles
from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.lexicon import (
    base,
    common_verbs,
    is_whole,
    looks_nominal,
    nouns_in_ya,
    proclitic,
)


@pytest.mark.parametrize(
    ("word", "lead", "rest"),
    [
        ("والجيش", "و", "الجيش"),
        ("وللتنظيم", "ول", "التنظيم"),
        ("للجنود", "ل", "الجنود"),
        ("ببغداد", "ب", "بغداد"),
        ("بالرصاص", "ب", "الرصاص"),
        ("فالجيش", "ف", "الجيش"),
        ("كالقنابل", "ك", "القنابل"),
        ("ومن", "و", "من"),
        ("وزارة", "", "وزارة"),
        ("لبنان", "", "لبنان"),
        ("ولبنان", "و", "لبنان"),
        ("بيان", "", "بيان"),
        ("كتيبة", "", "كتيبة"),
        ("فرنسا", "", "فرنسا"),
        ("وحدات", "", "وحدات"),
        ("ليبيا", "", "ليبيا"),
        ("مدينة", "", "مدينة"),
    ],
)
def test_a_proclitic_is_told_from_a_first_letter(word: str, lead: str, rest: str) -> None:
    assert proclitic(fold(word)) == (lead, fold(rest))


@pytest.mark.parametrize("word", ["وزيرها", "لجنتهم", "بيانات", "وزارة", "كتيبتين", "فرنسية", "من", "بعد"])
def test_a_listed_word_is_whole_with_its_endings(word: str) -> None:
    assert is_whole(fold(word))


@pytest.mark.parametrize("word", ["والجيش", "بالجيش", "للجنود", "وقتلوا"])
def test_a_word_with_a_proclitic_is_not_whole(word: str) -> None:
    assert not is_whole(fold(word))


@pytest.mark.parametrize(
    ("word", "stem"), [("وللتنظيم", "تنظيم"), ("بالرصاص", "رصاص"), ("الوزارة", "وزارة"), ("كتاب", "كتاب")]
)
def test_the_base_has_neither_proclitic_nor_article(word: str, stem: str) -> None:
    assert base(fold(word)) == fold(stem)


def test_common_verbs_are_known_in_their_forms() -> None:
    verbs = common_verbs()
    assert {"قالت", "اعلنت", "يقولون", "تواصل"} <= set(verbs)
    assert {"الجيش", "مدينه", "بيان"} & set(verbs) == set()


@pytest.mark.parametrize(("word", "nominal"), [("تصاعد", True), ("قام", True), ("تصاعدت", False), ("يتصاعد", False)])
def test_a_short_perfect_looks_like_a_noun(word: str, nominal: bool) -> None:
    assert looks_nominal(common_verbs()[word]) is nominal


def test_nouns_in_ya_are_no_forms_of_common_verbs() -> None:
    assert {"يوم", "يناير", "يورو"} <= nouns_in_ya()
    assert "يقول" not in nouns_in_ya()


def test_no_particle_is_both_preposition_and_relative() -> None:
    known = particles.particles()
    assert known.prepositions & known.relatives == frozenset()
    assert {"في", "الذي", "ان", "لم", "هذا"} <= known.all


@pytest.mark.parametrize(
    ("name", "text", "load", "told"),
    [
        ("verbs.yaml", "- [قال, يقول]\n- [قال, يقول, قائل]\n", "common_verbs", "قائل"),
        ("verbs.yaml", "- قال\n", "common_verbs", "قال"),
        ("nouns_in_ya.yaml", "[يوم, 3]\n", "nouns_in_ya", "list of words"),
        ("whole_words.yaml", "[وزارة]\n", "_whole_words", "map a letter"),
    ],
)
def test_a_broken_list_is_refused_by_file_and_entry(
    name: str, text: str, load: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.setattr(lexicon, "files", lambda _: tmp_path)
    with pytest.raises(CodebookError) as caught:
        getattr(lexicon, load).__wrapped__()
    assert name in str(caught.value)
    assert told in str(caught.value)


@pytest.mark.parametrize(("text", "told"), [("prepositions: [في]\n", "exactly"), ("prepositions", "exactly")])
def test_broken_particles_are_refused(text: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_particles(text, told, tmp_path, monkeypatch)


def test_a_particle_that_is_no_word_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = [f.name for f in fields(particles.Particles) if f.init]
    text = "".join(f"{kind}: [{'1' if kind == 'pronouns' else 'في'}]\n" for kind in kinds)
    refuse_particles(text, "pronouns", tmp_path, monkeypatch)


def refuse_particles(text: str, told: str, folder: Path, monkeypatch: Any) -> None:
    (folder / "particles.yaml").write_text(text, "utf-8")
    monkeypatch.setattr(particles, "files", lambda _: folder)
    with pytest.raises(CodebookError) as caught:
        particles.particles.__wrapped__()
    assert "particles.yaml" in str(caught.value)
    assert told in str(caught.value)
