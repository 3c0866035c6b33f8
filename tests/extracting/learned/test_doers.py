"""What the grammar says of the actors that the reader names."""

from __future__ import annotations

import pytest

from marsad.catalogue import load
from marsad.extracting import look, propose
from marsad.extracting.document import Document
from marsad.extracting.learned.doers import may_be, whole
from marsad.extracting.proposal import Proposal
from marsad.extracting.speech import Speech
from marsad.languages.arabic.letters import fold
from marsad.records import Report


def read(text: str) -> tuple[Document, Speech, Proposal]:
    """A text with its first event as the grammar has it."""
    [looked] = look([Report(id="r", source="", sha256="", text=text)], model=False)
    doc, speech, proposals = propose(looked, load())
    return doc, speech, next(p for p in proposals if p.kind == "event")


def words(doc: Document, part: str) -> tuple[int, int]:
    wanted = fold(part).split()
    first = next(i for i in range(len(doc.words.forms)) if doc.words.forms[i : i + len(wanted)] == wanted)
    return first, first + len(wanted)


@pytest.mark.parametrize(
    ("text", "agent", "may"),
    [
        ("أكدت مصادر مقربة من حركة الشباب مقتل ستة قياديين في كيسمايو.", "حركة الشباب", False),
        ("قال المتحدث باسم حركة الشباب إن ستة مدنيين قتلوا في كيسمايو أمس.", "حركة الشباب", False),
        ("قالت حركة الشباب إنها هاجمت ثكنة في كيسمايو أمس.", "حركة الشباب", True),
        ("أسفر انفجار في مخزن للوقود لكتائب النصر عن مقتل حارسين في سرت أمس.", "لكتائب النصر", False),
        ("أسفر انفجار مخزن تابع لحركة الشباب عن مقتل حارسين في كيسمايو أمس.", "لحركة الشباب", False),
        ("أسفر هجوم انتحاري لحركة الشباب عن مقتل حارسين في كيسمايو أمس.", "لحركة الشباب", True),
        ("فجر شاب نفسه في سوق بكيدال أمس.", "نفسه", False),
        ("تعرض حاجز للجيش لهجوم انتحاري في كيدال أمس.", "انتحاري", False),
        ("هاجم انتحاري حاجزا للجيش في كيدال أمس.", "انتحاري", True),
    ],
)
def test_who_owns_or_only_speaks_of_it_did_not_do_it(text: str, agent: str, may: bool) -> None:
    doc, speech, event = read(text)
    assert may_be(doc, speech, event, "agent", words(doc, agent)) is may


@pytest.mark.parametrize(
    ("part", "all_of_them"),
    [("قادة الحركة", "تسعة من قادة الحركة"), ("جنديا", "13 جنديا"), ("شاب نفسه", "شاب"), ("القرية", "القرية")],
)
def test_a_count_belongs_to_whom_it_counts(part: str, all_of_them: str) -> None:
    text = "قتل تسعة من قادة الحركة و 13 جنديا بعدما فجر شاب نفسه في القرية أمس."
    doc, _, _ = read(text)
    assert whole(doc, words(doc, part), "target") == words(doc, all_of_them)


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("هاجم أربعة مسلحين مخفرا.", "مسلحين"),
        ("هاجم عدد كبير من المسلحين مخفرا.", "المسلحين"),
        ("هاجم عدد كبير من المسلحين مخفرا.", "عدد كبير"),
        ("هاجم 12 مسلحا مخفرا.", "12 مسلحا"),
        ("هاجم نصف الجنود مخفرا.", "نصف الجنود"),
        ("تظاهر مئات الطلاب في المدينة.", "الطلاب"),
    ],
)
def test_who_did_it_stands_without_how_many_they_were(text: str, agent: str) -> None:
    doc, _, _ = read(text)
    assert whole(doc, (1, words(doc, agent)[1]), "agent") == words(doc, agent)


def test_what_somebody_does_to_himself_is_no_part_of_who_did_it() -> None:
    doc, _, _ = read("فجر شاب نفسه في السوق.")
    assert whole(doc, words(doc, "شاب نفسه"), "agent") == words(doc, "شاب")


def test_some_of_them_and_what_it_was_done_with_are_no_target() -> None:
    doc, speech, event = read("قتل المسلحون تسعة أشخاص بينهم ضابط في كيدال أمس بالمدفعية الثقيلة.")
    assert may_be(doc, speech, event, "target", words(doc, "تسعة أشخاص"))
    assert not may_be(doc, speech, event, "target", words(doc, "ضابط"))
    assert not may_be(doc, speech, event, "target", words(doc, "بالمدفعية الثقيلة"))
