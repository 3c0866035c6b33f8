from __future__ import annotations

import pytest

from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.verbs import Form, conjugate


def forms(*verb: str) -> dict[str, Form]:
    return {form.word: form for form in conjugate(*verb)}


@pytest.mark.parametrize(
    ("verb", "word", "tense", "feminine", "plural"),
    [
        (("قتل", "يقتل"), "قتل", "perfect", False, False),
        (("قتل", "يقتل"), "قتلت", "perfect", True, False),
        (("قتل", "يقتل"), "قتلوا", "perfect", False, True),
        (("قتل", "يقتل"), "قتلن", "perfect", True, True),
        (("قتل", "يقتل"), "يقتل", "imperfect", False, False),
        (("قتل", "يقتل"), "تقتل", "imperfect", True, False),
        (("قتل", "يقتل"), "يقتلون", "imperfect", False, True),
        (("هاجم", "يهاجم"), "يهاجموا", "imperfect", False, True),
        (("نفى", "ينفي"), "نفى", "perfect", False, False),
        (("نفى", "ينفي"), "نفت", "perfect", True, False),
        (("نفى", "ينفي"), "نفوا", "perfect", False, True),
        (("نفى", "ينفي"), "ينفون", "imperfect", False, True),
        (("لقي", "يلقى"), "لقوا", "perfect", False, True),
        (("لقي", "يلقى"), "لقيا", "perfect", False, True),
        (("ألقى", "يلقي"), "ألقت", "perfect", True, False),
        (("تبنى", "يتبنى"), "تتبنى", "imperfect", True, False),
    ],
)
def test_a_verb_is_written_in_all_third_persons(
    verb: tuple[str, str], word: str, tense: str, feminine: bool, plural: bool
) -> None:
    form = forms(*verb)[fold(word)]
    assert (form.tense, form.feminine, form.plural, form.object) == (tense, feminine, plural, "")


@pytest.mark.parametrize(
    ("verb", "word", "pronoun"),
    [
        (("قتل", "يقتل"), "قتلته", "ه"),
        (("قتل", "يقتل"), "قتلوهم", "هم"),
        (("نفذ", "ينفذ"), "نفذها", "ها"),
        (("تبنى", "يتبنى"), "تبناه", "ه"),
        (("تبنى", "يتبنى"), "تبنته", "ه"),
        (("نفى", "ينفي"), "ينفيها", "ها"),
    ],
)
def test_object_pronouns_are_written_onto_it(verb: tuple[str, str], word: str, pronoun: str) -> None:
    assert forms(*verb)[fold(word)].object == pronoun


def test_a_verb_given_by_one_tense_has_no_form_of_the_other() -> None:
    assert {f.tense for f in conjugate("اغتيل")} == {"perfect"}
    assert {f.tense for f in conjugate(None, "يبيت")} == {"imperfect"}
    assert conjugate(None) == []


def test_forms_are_folded_and_each_stands_once() -> None:
    words = [form.word for form in conjugate("أدّى", "يؤدي")]
    assert len(words) == len(set(words))
    assert words == [fold(word) for word in words]
    assert "ادت" in words


def test_a_plural_without_its_last_letter_has_no_pronoun_as_it_would_be_a_noun() -> None:
    assert fold("بقوا") in forms("بقي", "يبقى")
    assert fold("بقوة") not in forms("بقي", "يبقى")
