"""Briefs of reports written for these tests."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import docx
import pytest
import yaml
from lxml import etree, html

from marsad.codebook import load
from marsad.codebook.yaml_file import read_yaml
from marsad.errors import CodebookError
from marsad.extracting import extract
from marsad.merging import Cluster, event_of, ledger, tellings_of
from marsad.merging.forecasts import Series, forecasts_of, scored
from marsad.publishing.brief import Brief, Dispute, Language, Material, brief_of, written
from marsad.publishing.brief.telling import Teller
from marsad.publishing.brief.wording import Wording
from marsad.records import Bounds, DateRange, Report, Role

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ATTACK = (
    "باماكو - قتل ثلاثة عشر جنديا وأصيب ستة آخرون في هجوم شنه مسلحون على ثكنة في مالي يوم 9 مايو 2021، وتبنى تنظيم القاعدة"
    " الهجوم. وقال شهود إن الهجوم أوقع خمسة عشر قتيلا بين الجنود. ومن المرجح أن تتصاعد هجمات تنظيم القاعدة في مالي خلال"
    " الشهرين المقبلين. ومن المتوقع أن يزداد الوضع سوءا في مالي."
)
ARREST = "باماكو - اعتقلت الشرطة أحد عشر شخصا في مالي يوم 3 يونيو 2021 بعد احتجاجات في العاصمة."
OUTLET = "<script>alert()</script> \u202eوكالة السهل"


@cache
def material() -> Material:
    reports = [
        Report(id=name, source=name, sha256="0" * 64, text=text, published=day, outlet=OUTLET)
        for name, text, day in (("r1", ATTACK, date(2021, 5, 10)), ("r2", ARREST, date(2021, 6, 4)))
    ]
    events, disputes, scores = [], [], []
    for report in reports:
        claims = extract(report, model=False).claims
        told = {claim.id: (claim, report) for claim in claims}
        for one in tellings_of(report, claims):
            tolls = ledger.tolls([one], ledger.DEFAULT_RULE)
            event = event_of(Cluster((one,)), one.id, ledger.DEFAULT_RULE, tolls)
            events.append((event, tuple(told[claim] for claim in event.claims)))
        killed = [told[one.id] for one in claims if one.figure and one.figure.measure == "killed"]
        disputes += [Dispute("rival-figures", tuple(killed))] if len(killed) > 1 else []
        scores += [scored(one, Series.of((), ()), date(2022, 1, 1)) for one in forecasts_of(report, claims)]
    return Material(
        events=tuple(events), disputes=tuple(disputes), scores=tuple(scores), country="ML", since=date(2021, 1, 1)
    )


def said(brief: Brief) -> list[str]:
    return ["".join(run.text for run in one.runs) for section in brief.sections for one in section.sentences]


@pytest.mark.parametrize("language", get_args(Language))
def test_every_sentence_carries_claims_whose_words_stand_in_their_report(language: Language) -> None:
    brief = brief_of(material(), language)
    texts = {"r1": " ".join(ATTACK.split()), "r2": " ".join(ARREST.split())}
    sentences = [one for section in brief.sections for one in section.sentences]
    assert len(brief.sections) == 5
    for sentence in sentences:
        assert sentence.sources
        for source in sentence.sources:
            assert source.quote in texts[source.report]
            assert source.claim.startswith("c")
            assert source.day


def test_an_arabic_brief_counts_in_arabic_and_an_english_one_in_english() -> None:
    arabic, english = "\n".join(said(brief_of(material(), "ar"))), "\n".join(said(brief_of(material(), "en")))
    assert "١٥ قتيلا" in arabic
    assert "٦ جرحى" in arabic
    assert "١١ موقوفا" in arabic
    assert "15 persons killed" in english
    assert "11 persons arrested" in english
    assert not re.search("[0-9]", arabic)
    assert "15 قتيلا" in "\n".join(said(brief_of(material(), "ar", "latn")))


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "لا أحداث"), (1, "حدث واحد"), (2, "حدثان"), (3, "3 أحداث"), (10, "10 أحداث"), (11, "11 حدثا"), (26, "26 حدثا"),
     (99, "99 حدثا"), (100, "100 حدث"), (102, "102 حدث"), (103, "103 أحداث"), (111, "111 حدثا"), (1000, "1,000 حدث")],
)  # fmt: skip
def test_nouns_agree_with_their_number(number: int, words: str) -> None:
    assert Teller("ar", "latn").count("events", number) == words


def test_digits_of_either_kind_are_written_throughout() -> None:
    teller = Teller("ar", "arab")
    assert teller.number(12345) == "١٢٬٣٤٥"
    assert teller.percent(0.55) == "٥٥٪"
    assert teller.day(date(2021, 5, 9)) == "٩ مايو ٢٠٢١"


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (Bounds(low=13, best=13, high=13), "13 قتيلا"),
        (Bounds(low=13, best=13, high=15), "13 قتيلا (بين 13 و15)"),
        (Bounds(low=2, best=2, high=None), "قتيلان على الأقل"),
        (Bounds(low=None, best=None, high=20), "20 قتيلا على الأكثر"),
        (Bounds(low=None, best=None, high=None), None),
    ],
)
def test_tolls_say_what_they_leave_open(bounds: Bounds, words: str | None) -> None:
    assert Teller("ar", "latn").toll("killed", bounds) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2021, 5, 9), date(2021, 5, 9), "9 May 2021"),
        (date(2021, 5, 1), date(2021, 5, 31), "May 2021"),
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
        (date(2021, 5, 9), date(2021, 6, 1), "between 9 May 2021 and 1 June 2021"),
        (date(2021, 5, 9), None, "since 9 May 2021"),
        (None, date(2021, 5, 9), "until 9 May 2021"),
    ],
)
def test_days_are_told_as_finely_as_they_are_known(first: date | None, last: date | None, words: str) -> None:
    assert Teller("en", "latn").days(DateRange(earliest=first, latest=last, precision="range")) == words


@pytest.mark.parametrize("language", get_args(Language))
def test_everything_coded_has_a_name_in_both_languages(language: Language) -> None:
    teller, book = Teller(language, "latn"), load()
    for code in book.events:
        assert teller.type(code)
    for code in book.statuses:
        assert teller.status(code)
    for code in book.measures:
        assert {teller.measure(code, number) for number in (0, 1, 2, 3, 11, 100)}


def _strings(raw: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if isinstance(raw, dict):
        return [found for key, value in raw.items() for found in _strings(value, (*path, key))]
    return [path]


@pytest.mark.parametrize("language", get_args(Language))
def test_a_missing_string_is_an_error(language: Language, tmp_path: Path) -> None:
    """Whichever string of a language is taken out, its file no longer loads."""
    raw = yaml.safe_load((files("marsad.publishing.brief") / f"{language}.yaml").read_text("utf-8"))
    for path in _strings(raw):
        less = yaml.safe_load(yaml.safe_dump(raw))
        inner = less
        for key in path[:-1]:
            inner = inner[key]
        del inner[path[-1]]
        file = tmp_path / "less.yaml"
        file.write_text(yaml.safe_dump(less, allow_unicode=True), encoding="utf-8")
        with pytest.raises(CodebookError):
            read_yaml(file, Wording)


def test_arabic_strings_are_arabic_and_slots_agree_with_english() -> None:
    raw = {
        one: yaml.safe_load((files("marsad.publishing.brief") / f"{one}.yaml").read_text("utf-8"))
        for one in get_args(Language)
    }

    def at(language: str, path: tuple[str, ...]) -> str:
        found = raw[language]
        for key in path:
            found = found[key]
        return str(found)

    for path in _strings(raw["en"]):
        if "counts" in path:
            continue
        slots = [set(re.findall(r"\{\w+\}", at(one, path))) for one in ("ar", "en")]
        assert slots[0] == slots[1], path
    for path in _strings(raw["ar"]):
        bare = re.sub(r"\{\w+\}", "", at("ar", path))
        assert not re.search("[A-Za-z]", bare), path


def test_private_persons_are_not_named() -> None:
    event, told = material().events[0]
    named = Role("سالم العبيدي", 0, 12, name="سالم العبيدي", role="victim")
    someone = Role("جنود", 0, 4, role="target")
    brief = brief_of(Material(events=((replace(event, roles=(named, someone)), told),)))
    main = "\n".join(said(brief)[-1:])
    assert "جنود" in main
    assert "العبيدي" not in main


def test_the_page_runs_right_to_left_and_lets_nothing_in() -> None:
    page = written(brief_of(material(), "ar"), "html").decode("utf-8")
    root: Any = html.fromstring(page)
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert root.xpath("//script") == []
    assert "\u202e" not in page
    assert "<bdi>مالي</bdi>" in page
    marks = [one.get("href") for one in root.xpath("//sup/a")]
    assert marks == [f"#n{n}" for n in range(1, len(marks) + 1)]
    assert all(root.xpath(f"//div[@id='{mark[1:]}']//li") for mark in marks)
    assert root.xpath("//a[starts-with(@href, 'http')]") == []


def test_styles_know_no_left_and_right() -> None:
    css = (files("marsad.publishing.brief") / "brief.css").read_text("utf-8")
    assert not re.search(r"\b(left|right|top|bottom|width)\b", css)


@pytest.mark.parametrize("language", get_args(Language))
def test_the_document_has_a_footnote_for_every_sentence(language: Language) -> None:
    brief = brief_of(material(), language)
    content = written(brief, "docx")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        body = etree.fromstring(package.read("word/document.xml"))
        types = package.read("[Content_Types].xml").decode()
    assert "/word/footnotes.xml" in types
    told = [one for one in notes if int(one.get(f"{W}id", "0")) > 0]
    marks = [one.get(f"{W}id") for one in body.iter(f"{W}footnoteReference")]
    sentences = [one for section in brief.sections for one in section.sentences]
    assert marks == [one.get(f"{W}id") for one in told] == [str(n) for n in range(1, len(sentences) + 1)]
    for note, sentence in zip(told, sentences, strict=True):
        text = "".join(map(str, note.itertext()))
        assert all(source.claim in text and source.quote in text for source in sentence.sources)
    paragraphs = docx.Document(io.BytesIO(content)).paragraphs
    turned = [one._p.pPr is not None and one._p.pPr.find(f"{W}bidi") is not None for one in paragraphs]
    assert set(turned) == {language == "ar"}


def test_text_numbers_its_sentences_and_sources_alike() -> None:
    text = written(brief_of(material(), "en"), "text").decode("utf-8")
    marks = re.findall(r"\[(\d+)\]$", text, re.M)
    notes = re.findall(r"^\[(\d+)\] ", text, re.M)
    assert marks == notes == [str(n) for n in range(1, len(marks) + 1)]


def test_the_title_names_what_was_asked_for() -> None:
    asked = Material(events=(), country="ML", subject="al-qaida")
    assert written(brief_of(asked, "en"), "text").decode().splitlines()[0] == "Brief: \u2068Mali, Al-Qaida\u2069"
    assert "تنظيم القاعدة" in written(brief_of(asked, "ar"), "text").decode()


def test_a_brief_on_nothing_is_a_title_and_no_sentence() -> None:
    brief = brief_of(Material(events=()), "en")
    assert brief.sections == ()
    assert written(brief, "text").decode("utf-8").startswith("Brief: ")
