"""What is wrong with an entry is told with file, entry and remedy."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from marsad.catalogue import Alias, Catalogue, Period, Tie
from marsad.errors import CodebookError

GROUPS = """\
type: group
sector: REB
entries:
  - {id: dawn, en: Dawn, ar: جماعة الشروق, countries: [IQ], same_as: {un: QDe.998, ucdp: ["91", "92"]}}
  - id: dusk
    en: Dusk
    ar: جماعة الغروب
    ru: Сумерки
    countries: [SY]
    active: {since: 2011, until: 2019-03-23}
    names: [الغروب, {name: كتائب الغروب, since: "2012-05", until: "2014"}]
    aliases:
      en: [Twilight, {name: Dusk Battalions, since: "2012-05", until: "2014"}]
      fr: [Crépuscule]
    relations:
      - {predicate: split-from, object: dawn, since: "2011"}
      - {predicate: loyal-to, object: dawn, until: "2014-06"}
  - {id: paper, en: Paper, ar: صحيفة الفجر البعيد, type: media, sector: MED}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the catalogue's folders, with two groups and a newspaper of its own."""
    own = Path(str(files("marsad.catalogue")))
    shutil.copytree(own / "places", tmp_path / "places")
    (tmp_path / "groups").mkdir()
    (tmp_path / "organizations").mkdir()
    (tmp_path / "groups" / "own.yaml").write_text(GROUPS, encoding="utf-8")
    return tmp_path


def test_an_entry_holds_names_and_relations_with_their_periods(home: Path) -> None:
    dusk = Catalogue(home).entries["dusk"]
    battalions = Period("2012-05", "2014")
    assert dusk.active == Period("2011", "2019-03-23")
    assert dusk.aliases == (
        Alias("جماعة الغروب", "ar"),
        Alias("Dusk", "en"),
        Alias("Сумерки", "ru"),
        Alias("الغروب", "ar"),
        Alias("كتائب الغروب", "ar", battalions),
        Alias("Twilight", "en"),
        Alias("Dusk Battalions", "en", battalions),
        Alias("Crépuscule", "fr"),
    )
    assert dusk.relations == (
        Tie("split-from", "dawn", Period("2011")),
        Tie("loyal-to", "dawn", Period(None, "2014-06")),
    )
    assert Catalogue(home).entries["dawn"].ucdp == ("91", "92")


@pytest.mark.parametrize(
    ("old", "new", "told", "remedy"),
    [
        ("predicate: split-from", "predicate: quarrelled-with", "dusk: unknown predicate", "split-from"),
        ("split-from, object: dawn", "split-from, object: noon", "'noon' of split-from is no entry", "correct the id"),
        ("split-from, object: dawn", "split-from, object: dusk", "split-from itself", "correct"),
        ("split-from, object: dawn", "split-from, object: paper", "no group and media", "it goes from person, group"),
        ("2019-03-23}", "2009}", "active ends before it begins: 2011..2009", "since or until"),
        (
            'object: dawn, since: "2011"',
            'object: dawn, since: "2011", until: "2010-12"',
            "split-from dawn ends",
            "since",
        ),
        ('كتائب الغروب, since: "2012-05"', 'كتائب الغروب, since: "2015"', "'كتائب الغروب' ends before", "since"),
        ('Battalions, since: "2012-05"', 'Battalions, since: "2014-13"', "own.yaml: entries > dusk", "correct"),
        ('un: QDe.998, ucdp: ["91", "92"]}}', "un: QDe.998}, parent: dawn}", "go in a circle: dawn > dawn", "take one"),
        ('"92"]}}', '"92"]}, relations: [{predicate: split-from, object: dusk}]}', "splits go in a circle", "take one"),
        ("countries: [SY]", "same_as: {un: QDe.998}", "un QDe.998 is claimed by dawn of own.yaml", "look it up"),
        ("countries: [SY]", 'same_as: {ucdp: "92"}', "ucdp 92 is claimed by dawn of own.yaml", "look it up"),
        ("countries: [SY]", "same_as: {un: Q1}", "own.yaml: entries > dusk > same_as > un", "correct"),
        ("fr: [Crépuscule]", "fr: [الشفق]", "'الشفق' has no letter of the language 'fr'", "under the language"),
        ("fr: [Crépuscule]", "french: [Crépuscule]", "own.yaml: entries > dusk > aliases", "correct"),
        ("names: [الغروب,", "names: [غرب,", "'غرب' has fewer than 4 letters", "conditional"),
        ("names: [الغروب,", "names: [أعلنت,", "'أعلنت' is a word of the language too", "conditional"),
        ("names: [الغروب,", "names: [جماعة الشروق,", "is claimed by dawn of own.yaml", "condition"),
    ],
)
def test_what_is_wrong_with_an_entry_is_told(home: Path, old: str, new: str, told: str, remedy: str) -> None:
    path = home / "groups" / "own.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        Catalogue(home)
    assert "own.yaml" in str(caught.value.where)
    assert told in str(caught.value)
    assert remedy in str(caught.value.remedy)


def test_a_short_name_may_stand_under_a_condition_even_an_empty_one(home: Path) -> None:
    path = home / "groups" / "own.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    aliases:", "    conditional: {غرب: {}}\n    aliases:"), encoding="utf-8")
    assert Alias("غرب", "ar") in Catalogue(home).entries["dusk"].aliases


def test_a_circle_over_three_is_told_with_its_way(home: Path) -> None:
    path = home / "groups" / "own.yaml"
    text = path.read_text(encoding="utf-8")
    more = "  - {id: night, en: Night, ar: جماعة الظلام الدامس, relations: [{predicate: branch-of, object: dusk}]}\n"
    text = text.replace("countries: [SY]", "parent: night") + more
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match="dusk > night > dusk"):
        Catalogue(home)
