"""A codebook that contradicts itself does not load, and says why: one broken copy for each contradiction."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import marsad.codebook
from marsad.codebook import load
from marsad.errors import CodebookError

HOME = Path(marsad.codebook.__file__).parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "codebook"
    (folder / "crosswalks").mkdir(parents=True)
    for file in [*HOME.glob("*.yaml"), *HOME.glob("crosswalks/*.yaml")]:
        shutil.copy(file, folder / file.relative_to(HOME))
    return folder


def replace(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text, f"{name} no longer holds {old!r}"
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_unbroken_copy_loads_with_the_same_digest(copy: Path) -> None:
    assert load(copy).digest == load().digest


def test_any_change_of_a_file_changes_the_digest(copy: Path) -> None:
    replace(copy, "crosswalks/ucdp.yaml", "name: UCDP GED", "name: UCDP")
    assert load(copy).digest != load().digest


BROKEN = {
    "mode defined twice": (
        "events.yaml",
        "- code: torture",
        "- code: beat",
        "ASSAULT > modes: Value error, beat is defined twice",
    ),
    "type defined twice": ("events.yaml", "- code: AID", "- code: AGREE", "AGREE is defined twice"),
    "label missing in Arabic": (
        "events.yaml",
        "label: {ar: تأييد, en: Support}",
        "label: {en: Support}",
        "SUPPORT > label > ar: Field required",
    ),
    "label missing in English": (
        "measures.yaml",
        "label: {ar: القتلى, en: killed}",
        'label: {ar: القتلى, en: ""}',
        "killed > label > en",
    ),
    "labels swapped": (
        "weapons.yaml",
        "{ar: لغم, en: landmine}",
        "{ar: landmine, en: لغم}",
        "landmine > label > ar",
    ),
    "label given twice": ("weapons.yaml", "ar: لغم,", "ar: مدفعية,", "landmine has the label مدفعية too"),
    "example of another type": (
        "events.yaml",
        "  - type: AGREE\n",
        "  - type: CONSULT\n",
        "AGREE > examples > item 1: the example is of type CONSULT",
    ),
    "example with an unknown mode": (
        "events.yaml",
        "mode: firearms\n",
        "mode: spell\n",
        "ASSAULT > examples > item 1: unknown mode spell",
    ),
    "trigger not in the example": (
        "events.yaml",
        "trigger: أشاد",
        "trigger: ندد",
        "the trigger does not stand in the text",
    ),
    "no example": (
        "events.yaml",
        """  examples:
    - type: AID
      text: وزعت منظمة إغاثية مساعدات غذائية على النازحين.
      trigger: مساعدات
      gloss: A relief organization distributed food aid to the displaced.
""",
        "  examples: []\n",
        "AID > examples: no example",
    ),
    "exclusion to an unknown type": (
        "events.yaml",
        "instead: CONCEDE",
        "instead: YIELD",
        "AGREE > exclude: unknown event type YIELD",
    ),
    "exclusion to the type itself": (
        "events.yaml",
        "instead: SUPPORT",
        "instead: AGREE",
        "AGREE > exclude: the rule sends back",
    ),
    "own mode without a way back": (
        "events.yaml",
        "      plover: {type: SANCTION, mode: discontinue}\n",
        "",
        "SANCTION > modes > list: origin and plover disagree",
    ),
    "way back to an unknown type": (
        "events.yaml",
        "plover: {type: SANCTION, mode: convict}",
        "plover: {type: PUNISH}",
        "unknown event type PUNISH",
    ),
    "unknown quad class": ("events.yaml", "quad: material-conflict", "quad: war", "PROTEST > quad"),
    "unknown key": (
        "events.yaml",
        "  quad: verbal-cooperation\n",
        "  quad: verbal-cooperation\n  colour: red\n",
        "AGREE > colour: Extra inputs",
    ),
    "ranks equal": (
        "certainty.yaml",
        "rank: 3",
        "rank: 2",
        "alleged > rank: reported has rank 2 too",
    ),
    "measure of an unknown type": (
        "measures.yaml",
        "events: [ASSAULT, PROTEST]",
        "events: [ATTACK]",
        "killed > events: unknown event type ATTACK",
    ),
    "measure with unknown parts": (
        "measures.yaml",
        "parts: [killed, injured]",
        "parts: [killed, wounded]",
        "casualties > parts: unknown measure wounded",
    ),
    "measure part of itself": (
        "measures.yaml",
        "parts: [killed, injured]",
        "parts: [casualties]",
        "casualties > parts: the measure is part of itself",
    ),
    "example of another measure": (
        "measures.yaml",
        "{measure: injured,",
        "{measure: killed,",
        "injured > example: the example is of killed",
    ),
    "bounds swapped": ("measures.yaml", "low: 300, high: 500", "low: 500, high: 300", "low is above high"),
    "plural form missing": (
        "measures.yaml",
        "two: قتيلان, ",
        "",
        "killed > forms > ar > two: Field required",
    ),
    "plural form without number": ("measures.yaml", '"{n} قتلى"', "قتلى", "killed > forms: no {n} in قتلى"),
    "symmetric relation with another reverse": (
        "relations.yaml",
        "reverse: {ar: متحالف مع, en: allied with}",
        "reverse: {ar: يحالفه, en: ally of}",
        "allied-with > reverse: reverse and symmetric disagree",
    ),
    "one-way relation that reads the same": (
        "relations.yaml",
        "reverse: {ar: من أعضائه, en: has member}",
        "reverse: {ar: عضو في, en: member of}",
        "member-of > reverse: reverse and symmetric disagree",
    ),
    "symmetric relation with uneven sides": (
        "relations.yaml",
        "  symmetric: true\n  subjects: [person, role]\n",
        "  symmetric: true\n  subjects: [person]\n",
        "sibling-of > objects: subjects and objects differ",
    ),
    "relation of an unknown type": (
        "relations.yaml",
        "subjects: [person, group, role]",
        "subjects: [person, tribe]",
        "leader-of > subjects: unknown mention type tribe",
    ),
    "weapon of an unknown mode": (
        "weapons.yaml",
        "mode: unconventional",
        "mode: gas",
        "chemical > mode: unknown mode of ASSAULT gas",
    ),
    "crosswalk from an unknown type": (
        "crosswalks/cameo.yaml",
        "{type: PROTEST,",
        "{type: RIOT,",
        "unknown event type RIOT",
    ),
    "crosswalk from an unknown mode": (
        "crosswalks/acled.yaml",
        "modes: [riot]",
        "modes: [rampage]",
        "unknown mode of PROTEST rampage",
    ),
    "crosswalk from an unknown weapon": (
        "crosswalks/acled.yaml",
        "weapons: [grenade]",
        "weapons: [sling]",
        "unknown weapon sling",
    ),
    "crosswalk from an unknown status": (
        "crosswalks/ucdp.yaml",
        "statuses: [planned,",
        "statuses: [dreamt,",
        "unknown status dreamt",
    ),
    "crosswalk to an unknown category": (
        "crosswalks/ucdp.yaml",
        'target: [armed], to: "2"',
        'target: [armed], to: "9"',
        "unknown category 9",
    ),
    "crosswalk that leaves a type open": (
        "crosswalks/ucdp.yaml",
        "  CONSULT: *not-violence\n",
        "",
        "rules: CONSULT may be left without a category",
    ),
    "crosswalk that covers a type twice": (
        "crosswalks/cameo.yaml",
        "uncovered: {}",
        "uncovered: {AID: {en: No aid., ar: لا مساعدات.}}",
        "uncovered > AID: a rule without conditions covers it",
    ),
    "crosswalk rule that never fits": (
        "crosswalks/cameo.yaml",
        '  - {type: COERCE, modes: [trial, sentence], to: "11"',
        '  - {type: COERCE, to: "17"}\n  - {type: COERCE, modes: [trial, sentence], to: "11"',
        "an earlier rule without conditions always wins",
    ),
    "crosswalk to nothing without a reason": (
        "crosswalks/ucdp.yaml",
        ', because: {en: "Nobody was killed.", ar: "لم يقتل أحد."}',
        "",
        "no category and no reason",
    ),
    "crosswalk with a category that nothing leads to": (
        "crosswalks/cameo.yaml",
        ', unreached: "Marsad does not set appeals apart from demands; both go to 10."',
        "",
        "categories > 02: no rule leads to it",
    ),
    "crosswalk with a category said to be out of reach that is not": (
        "crosswalks/ucdp.yaml",
        "name: One-sided violence,",
        "name: One-sided violence, unreached: Nobody codes it.,",
        "categories > 3: a rule leads to it",
    ),
    "crosswalk whose last order is for some events only": (
        "crosswalks/cameo.yaml",
        "    - first: agent",
        '    - categories: ["18"]\n      first: agent',
        "conventions > orders: some events have no order",
    ),
    "crosswalk with an order for an unknown category": (
        "crosswalks/acled.yaml",
        "    - categories: [Protests, Riots]",
        "    - categories: [Protests, Rallies]",
        "conventions > orders > item 1: unknown category Rallies",
    ),
    "crosswalk with an actor of an unknown sector": (
        "crosswalks/acled.yaml",
        "sectors: [REB, IMG]",
        "sectors: [REB, XXX]",
        "unknown sector XXX",
    ),
    "crosswalk with spans out of order": (
        "crosswalks/acled.yaml",
        "{code: 2, days: 7,",
        "{code: 2, days: 70,",
        "conventions > dates > codes: the spans do not grow",
    ),
    "crosswalk with two codes for one precision": (
        "crosswalks/acled.yaml",
        "precisions: [district]",
        "precisions: [district, town]",
        "conventions > places: two codes for one precision",
    ),
    "crosswalk with a rule of rows that cites nothing": (
        "crosswalks/ucdp.yaml",
        'ar: "الطرف الأول هو الفاعل، والثاني مدنيون."}\n      section: variables side_a and side_b\n',
        'ar: "الطرف الأول هو الفاعل، والثاني مدنيون."}\n',
        "conventions > orders > item 3 > section: Field required",
    ),
    "crosswalk under another name": (
        "crosswalks/ucdp.yaml",
        "code: ucdp",
        "code: acled",
        "the crosswalk calls itself acled",
    ),
    "manifest without version": ("codebook.yaml", 'version: "2026.1"\n', "", "version: Field required"),
    "file listed that is not there": (
        "codebook.yaml",
        "roles: roles.yaml",
        "roles: parts.yaml",
        "roles.yaml is not listed",
    ),
    "crosswalk listed that is not there": (
        "codebook.yaml",
        "crosswalks:\n",
        "crosswalks:\n  - crosswalks/gtd.yaml\n",
        "cannot be read",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_contradiction_is_refused(copy: Path, case: str) -> None:
    name, old, new, told = BROKEN[case]
    replace(copy, name, old, new)
    with pytest.raises(CodebookError) as caught:
        load(copy)
    assert told in str(caught.value)
    assert str(copy) in (caught.value.where or "")
    assert caught.value.remedy


def test_a_stray_file_is_refused(copy: Path) -> None:
    (copy / "crosswalks" / "old.yaml").write_text("[]", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"crosswalks/old\.yaml is not listed"):
        load(copy)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        load(tmp_path / "nowhere")
