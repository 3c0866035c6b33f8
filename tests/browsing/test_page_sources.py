"""What holds of the pages' sources: every text in both languages, no physical sides, no markup made of strings."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from observatory import ROOT

SOURCES = ROOT / "web/src"
TEXTS = {lang: json.loads((SOURCES / f"texts/{lang}.json").read_text("utf-8")) for lang in ("ar", "en")}
# CLDR's plural categories of cardinal numbers.
CATEGORIES = {"ar": {"zero", "one", "two", "few", "many", "other"}, "en": {"one", "other"}}
SIDES = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset)-)?(?:left|right)(?![\w-])\s*[:;]|text-align:\s*(?:left|right)"
)
MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTML|DOMParser|srcdoc|\beval\b|new Function"
)


def named(text: Any) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", json.dumps(text)))


@pytest.mark.parametrize(("lang", "other"), [("ar", "en"), ("en", "ar")])
def test_every_text_is_there_in_the_other_language_too(lang: str, other: str) -> None:
    assert set(TEXTS[lang]) - set(TEXTS[other]) == set()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_text_of_a_number_has_every_plural_form_of_its_language(lang: str) -> None:
    forms = {key: set(text) for key, text in TEXTS[lang].items() if isinstance(text, dict)}
    assert forms
    assert {key: found for key, found in forms.items() if found != CATEGORIES[lang]} == {}


def test_both_languages_fill_the_same_names_into_a_text() -> None:
    assert {key for key in TEXTS["ar"] if named(TEXTS["ar"][key]) != named(TEXTS["en"][key])} == set()


def test_arabic_texts_carry_no_latin_digits() -> None:
    latin = {key for key, text in TEXTS["ar"].items() if re.search("[0-9]", json.dumps(text, ensure_ascii=False))}
    assert latin <= {"digits.latn"}


def test_texts_are_in_use() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCES.rglob("*.ts"))
    used = set(re.findall(r'"([a-z_]+(?:\.[a-z_-]+)*)"', code))
    prefixes = set(re.findall(r'sayCode\("(\w+)"', code)) | set(re.findall(r"[`\"](\w+(?:\.\w+)*)\.\$\{", code))
    assert [key for key in TEXTS["ar"] if key not in used and key.split(".")[0] not in prefixes] == []


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.css")), ids=lambda path: path.name)
def test_styles_name_starts_and_ends_not_left_and_right(path: Any) -> None:
    assert SIDES.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.ts")), ids=lambda path: path.name)
def test_pages_are_made_of_nodes_not_of_markup(path: Any) -> None:
    assert MARKUP.findall(path.read_text("utf-8")) == []


def test_sources_stay_small() -> None:
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in SOURCES.rglob("*.ts"))
    assert lengths[-1] < 400
    assert lengths[len(lengths) // 2] < 120
