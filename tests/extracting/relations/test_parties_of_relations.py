from __future__ import annotations

from datetime import date

from relation_samples import body, document, proposals, relations

from marsad.extracting import extract
from marsad.records import Report


def test_a_relative_clause_speaks_of_the_noun_that_agrees_with_it() -> None:
    text = "سالم الحداد، وهو شقيق ضابط متقاعد من الشرطة والذي التحق بعده بـ«رايات الجبل»، غائب."
    assert relations(text) == [
        ("sibling-of", "سالم الحداد", "ضابط متقاعد"),
        ("member-of", "ضابط متقاعد", "رايات الجبل"),
    ]


def test_a_clause_joined_without_subject_goes_on_about_the_same() -> None:
    text = "كانت جبهة السهل موالية لرايات الجبل، ثم شاركت في الهجمات على الميناء."
    assert ("participant-in", "جبهة السهل", "الهجمات") in relations(text)


def test_the_organization_stands_for_the_group_that_goes_by_that_noun() -> None:
    text = "ظهر تنظيم «رايات الجبل» قبل عامين. وسيطر التنظيم على مدينة تل الورد."
    assert controllers(text) == [("التنظيم", "رايات الجبل")]


def test_the_organization_stands_for_nobody_where_none_is_named_so() -> None:
    assert controllers("تقاتل الحكومة خصومها. وسيطر التنظيم على مدينة تل الورد.") == [("التنظيم", None)]


def controllers(text: str) -> list[tuple[str, str | None]]:
    """The words and the name of who is said to control something, read as a whole report."""
    claims = extract(Report(id="r", source="", sha256="", text=text), model=False).claims
    told = [c.relation.subject for c in claims if c.relation and c.relation.predicate == "controls"]
    return [(subject.text, subject.name) for subject in told if subject]


def test_an_accusation_is_alleged() -> None:
    [proposal] = proposals("أوقفت الشرطة رجلين للاشتباه في انتمائهما إلى الحي، وأربعة بتهمة الانتماء إلى رايات الجبل.")
    assert (body(proposal).predicate, proposal.hedge) == ("member-of", "alleged")


def test_a_relation_may_have_ended() -> None:
    ended = proposals("سيطرت جبهة السهل على مدينة تل الورد قبل أن تطردها القوات وخسرت مواقعها.")
    lasting = proposals("سيطرت جبهة السهل على مدينة تل الورد.")
    assert [body(p).ended for p in (*ended, *lasting)] == [True, False]


def test_a_date_beside_it_dates_it() -> None:
    text = "تنشط جبهة السهل في السودان منذ عام 2019."
    doc = document(text, ("منذ عام 2019", date(2019, 1, 1), date(2019, 12, 31)))
    [proposal] = proposals(text, doc)
    assert proposal.date is not None
    assert proposal.date.earliest == date(2019, 1, 1)


def test_an_article_written_into_a_preposition_is_cut_off_whole() -> None:
    text = "عرف تنظيم رايات الجبل. وأعلن لواء النهر انضمامه للتنظيم."
    assert ("member-of", "لواء النهر", "تنظيم") in relations(text)
