"""What Marsad remarks is worded in both languages, with all that it is given in both."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from marsad.codebook import load
from marsad.codebook.types import Label
from marsad.errors import CodebookError
from marsad.linking import listings
from marsad.merging.contradictions import reasons as contradictions
from marsad.merging.ledger import reasons as ledger
from marsad.merging.ledger.lists import kind_labels
from marsad.publishing.codebooks import reasons as codebooks
from marsad.remarks import Given, Remark, ReportId, Wording, Wordings

FILES: dict[str, Wordings[Any]] = {
    "ledger": ledger.reason,
    "contradictions": contradictions.reason,
    "listings": listings.reason,
    "codebooks": codebooks.reason,
}
EVERY = [pytest.param(file, code, id=f"{name}:{code}") for name, file in FILES.items() for code in file.table]
ARABIC, DIACRITICS = re.compile("[\u0621-\u064a]"), re.compile("[\u064b-\u0652]")


@pytest.mark.parametrize(("file", "code"), EVERY)
def test_every_remark_is_worded_in_both_languages(file: Wordings[Any], code: str) -> None:
    wording = file.table[code]
    given = {name: f"<{name}>" for name in wording.slots}
    remark = file(code, **given)
    for text in (remark.ar, remark.en):
        assert set(re.findall("<.+?>", text)) == set(given.values())
        assert not {"{", "}"} & set(text)
    ar, en = (re.sub("<.+?>", "", text) for text in (remark.ar, remark.en))
    assert ARABIC.search(ar) or not re.search("[A-Za-z]", en)
    assert not ARABIC.search(en)
    assert not DIACRITICS.search(ar)
    assert not re.search("[0-9]", ar)
    with pytest.raises(ValueError, match=code):
        file(code, **given, another=1)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("here: {en: a count}", "Field required", id="no Arabic"),
        pytest.param("here: {ar: عدد}", "Field required", id="no English"),
        pytest.param('here: {en: "a count of {number}", ar: عدد}', "the same", id="a name in one language only"),
        pytest.param("here: {en: a count, ar: a count}", "own letters", id="English twice"),
        pytest.param('here: {en: "a count{", ar: عدد}', "brace", id="an open brace"),
        pytest.param("there: {en: a count, ar: عدد}", "differ: here, there", id="another remark"),
    ],
)
def test_a_file_with_a_remark_that_is_not_whole_is_refused(text: str, what: str, tmp_path: Path) -> None:
    file = tmp_path / "reasons.yaml"
    file.write_text(text, encoding="utf-8")
    reason = Wordings[str](file, ["here"])
    with pytest.raises(CodebookError, match=what):
        reason("here")


def test_what_a_remark_is_given_is_written_as_its_language_has_it() -> None:
    wording = Wording(ar="في {day}: {numbers} ({whom}، {report})", en="on {day}: {numbers} ({whom}, {report})")
    numbers = (3, Decimal("0.50"), ledger.reason("at-least", number=1200))
    whom = Label(ar="مدنيون", en="civilians")
    given: dict[str, Given] = {"day": date(2021, 5, 9), "numbers": numbers, "whom": whom, "report": ReportId("r1")}
    remark = Remark("some", wording, given)
    assert remark.en == "on 2021-05-09: 3, 0.50, at least 1200 (civilians, r1)"
    assert remark.ar == "في 9 مايو 2021: 3، و0.50، وما لا يقل عن 1,200 (مدنيون، r1)"
    told = [(run.sort, run.value) for run in remark.runs("ar") if run.sort]
    assert told == [("day", "2021-05-09"), ("number", 3), ("number", 0.5), ("number", 1200), ("report", None)]


def test_every_kind_of_people_has_an_arabic_name() -> None:
    assert {"general", "others", "civilians"} <= set(kind_labels())
    assert not any(DIACRITICS.search(label.ar) for label in kind_labels().values())


def test_a_measure_goes_by_its_name_in_arabic() -> None:
    told = [
        contradictions.reason("figures", one=2, other=3, measure=contradictions.measured(m)) for m in load().measures
    ]
    assert told[0].en == "2 killed against 3"
    assert told[0].ar == "القتلى: 2 مقابل 3"
    assert not any(re.search("[a-z]", one.ar) for one in told)
