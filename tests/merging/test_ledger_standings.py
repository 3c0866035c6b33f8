"""Updates told from rivals, copies from independent sources."""

from __future__ import annotations

from itertools import permutations

import pytest
from ledger_samples import figure, plain, report, said_by, telling

from marsad.merging.ledger import Entry, ledger_of, tolls
from marsad.merging.telling import Telling
from marsad.records import Bounds, Speaker


def entries(*tellings: Telling) -> dict[object, Entry]:
    return {(entry.report.id, entry.low): entry for entry in ledger_of(tellings).entries}


def standings(*tellings: Telling) -> dict[object, str]:
    return {key: entry.standing for key, entry in entries(*tellings).items()}


def one(
    id_: str, text: str, words: str, number: int, day: int = 1, by: str | tuple[Speaker, ...] = "", **fields: object
) -> Telling:
    told = report(id_, text, day)
    return telling(told, figure(told, words, number, of="شخصا", by=by))


RISE = one("b", "ارتفعت حصيلة القتلى في تفجير السوق إلى 32 شخصا", "32 شخصا", 32, day=2)


def test_a_toll_said_to_have_risen_takes_the_place_of_any_before() -> None:
    found = entries(plain("a", 14, by="شاهد عيان"), RISE)
    assert found["a", 14].standing == "superseded"
    assert found["a", 14].superseded_by == found["b", 32].claim.id
    assert found["b", 32].standing == "update"
    assert found["b", 32].supersedes == (found["a", 14].claim.id,)
    assert "32" in found["a", 14].reason.en


def test_an_authoritys_count_gives_way_to_an_authority_only() -> None:
    assert standings(plain("a", 14, by="الشرطة"), RISE) == {("a", 14): "rival", ("b", 32): "rival"}
    official = one("b", "أعلن محافظ المدينة ارتفاع عدد القتلى إلى 32 شخصا", "32 شخصا", 32, day=2, by="محافظ المدينة")
    assert standings(plain("a", 14, by="الشرطة"), official) == {("a", 14): "superseded", ("b", 32): "update"}


def test_of_two_reports_of_one_day_it_is_not_known_which_came_first() -> None:
    rise = one("b", "ارتفعت حصيلة القتلى إلى 32 شخصا", "32 شخصا", 32)
    assert standings(plain("a", 14, by="شاهد عيان"), rise) == {("a", 14): "rival", ("b", 32): "rival"}


def test_without_such_words_another_source_is_a_rival() -> None:
    found = entries(plain("a", 14, by="مصدر طبي"), plain("b", 32, by="وزارة الداخلية", day=2))
    assert {entry.standing for entry in found.values()} == {"rival"}
    assert "وزارة الداخلية counts 32" in found["a", 14].reason.en


def test_a_greater_count_is_not_superseded_by_a_rise_to_less() -> None:
    assert standings(plain("a", 50, by="التنظيم"), RISE) == {("a", 50): "rival", ("b", 32): "rival"}


def test_the_same_source_corrects_itself() -> None:
    early, late = plain("a", 14, by="وزارة الصحة"), plain("b", 16, by="المتحدث باسم وزارة الصحة", day=3)
    assert standings(early, late) == {("a", 14): "superseded", ("b", 16): "update"}
    down = plain("b", 12, by="وزارة الصحة", day=3)
    assert standings(early, down) == {("a", 14): "superseded", ("b", 12): "update"}


def test_of_one_day_the_greater_count_of_a_source_is_the_later() -> None:
    assert standings(plain("b", 14, by="الشرطة"), plain("a", 16, by="الشرطة"))["b", 14] == "superseded"


def test_a_number_given_as_the_one_before_is_set_aside_wherever_it_was_given() -> None:
    told = report("b", "قتل 27 شخصا وفق مصدرين أمنيين، وذلك بعدما كانت تحدثت مصادر عن 20 قتيلا", 2)
    both = telling(
        told, figure(told, "27 شخصا", 27, of="شخصا", by="مصدران أمنيان"), figure(told, "20 قتيلا", 20, of="قتيلا")
    )
    assert standings(both, plain("a", 20, by="الشرطة")) == {
        ("a", 20): "superseded",
        ("b", 27): "update",
        ("b", 20): "superseded",
    }
    assert tolls([both])["killed"] == Bounds(low=27, best=27, high=27)


def test_a_preliminary_count_gives_way_to_any_later_one() -> None:
    early = one("a", "قال مصدر طبي في حصيلة أولية إن 9 أشخاص قتلوا", "9 أشخاص", 9, by="مصدر طبي")
    assert standings(early, plain("b", 11, by="الجيش", day=2)) == {("a", 9): "superseded", ("b", 11): "update"}


def test_a_preliminary_count_does_not_give_way_to_next_to_nothing() -> None:
    early = one("a", "قال مصدر طبي في حصيلة أولية إن 40 شخصا قتلوا", "40 شخصا", 40, by="مصدر طبي")
    assert standings(early, plain("b", 4, by="الجيش", day=2)) == {("a", 40): "rival", ("b", 4): "rival"}


def test_a_count_over_years_is_not_of_this_event() -> None:
    years = one("b", "وأودى النزاع بحياة 40000 شخص منذ بداية التمرد", "40000 شخص", 40000, day=2)
    assert standings(plain("a", 14), years) == {("a", 14): "total", ("b", 40000): "beyond"}
    assert tolls([plain("a", 14), years])["killed"] == Bounds(low=14, best=14, high=14)
    assert tolls([plain("a", 14), years], "reported-range")["killed"] == Bounds(low=14, best=14, high=14)
    assert standings(years) == {("b", 40000): "total"}


def test_a_count_of_scattered_attacks_is_not_of_this_one() -> None:
    day = one("b", "قتل 30 شخصا في سلسلة تفجيرات في مناطق مختلفة", "30 شخصا", 30)
    assert standings(plain("a", 14), day) == {("a", 14): "total", ("b", 30): "beyond"}


def test_whoever_had_said_something_said_it_before() -> None:
    told = report("b", "ارتفع عدد القتلى إلى 20 شخصا. وكانت مصادر أمنية ذكرت أن 14 شخصا قتلوا", 2)
    both = telling(
        told,
        figure(told, "20 شخصا", 20, of="شخصا", by="التلفزيون"),
        figure(told, "14 شخصا", 14, of="شخصا", by="مصادر أمنية"),
    )
    assert standings(both) == {("b", 20): "update", ("b", 14): "superseded"}


def test_a_name_is_known_by_the_office_it_was_introduced_with() -> None:
    told = report("a", "قال حاكم الولاية محمد بارز إن الهجوم وقع صباحا. وأضاف بارز أن 15 شخصا قتلوا")
    (entry,) = ledger_of([telling(told, figure(told, "15 شخصا", 15, of="شخصا", by="بارز"))]).entries
    assert (entry.source, entry.official) == ("governor", True)


def test_what_is_known_comes_from_whoever_passes_it_on() -> None:
    (entry,) = ledger_of([plain("a", 15, by=said_by("معلوماتنا", via="قائد الشرطة"))]).entries
    assert (entry.name, entry.official) == ("قائد الشرطة", True)


def test_one_wire_in_two_papers_is_one_source() -> None:
    via = said_by("شاهد عيان", via="فرانس برس")
    ledger = ledger_of([plain("a", 14, by=via), plain("b", 14, by=via, day=2), plain("c", 14, by="الجيش", day=3)])
    assert [entry.standing for entry in ledger.entries] == ["total", "copy", "total"]
    assert ledger.entries[1].origin == ledger.entries[0].claim.id
    (value,) = ledger.values
    assert (value.sources, value.first, value.first_by) == (2, ledger.entries[0].claim.id, "شاهد عيان")


def test_a_dateline_names_the_wire() -> None:
    text = "كابل - رويترز: {} أوقع 14 قتيلا"
    tellings = [
        one(id_, text.format(word), "14 قتيلا", 14) for id_, word in (("a", "الهجوم"), ("b", "تفجير في المدينة"))
    ]
    assert [entry.standing for entry in ledger_of(tellings).entries] == ["total", "copy"]


def test_a_sentence_printed_twice_is_one_source() -> None:
    text = "أعلن مصدر في المدينة مقتل 14 شخصا في هجوم شنه مسلحون على نقطة تفتيش عند المدخل الشمالي"
    other = text.replace("أعلن", "وأعلن")
    mine = one("a", text, "14 شخصا", 14), one("b", other, "14 شخصا", 14, day=2)
    assert standings(*mine) == {("a", 14): "total", ("b", 14): "copy"}
    (value,) = ledger_of(mine).values
    assert value.sources == 1


def test_unnamed_sources_of_two_papers_are_two() -> None:
    (value,) = ledger_of([plain("a", 14, by="مصادر محلية"), plain("b", 14, by="مصادر محلية")]).values
    assert value.sources == 2


def test_the_papers_own_words_follow_whom_it_quotes() -> None:
    told = report("a", "قتل 14 شخصا في هجوم. وقال محافظ الإقليم إن 14 شخصا لقوا حتفهم")
    own = figure(told, "14 شخصا", 14, of="شخصا")
    start = told.text.rindex("14")
    quoted = figure(told, "إن 14 شخصا", 14, of="شخصا", by="محافظ الإقليم")
    assert start > own.start
    ledger = ledger_of([telling(told, own, quoted)])
    assert [(entry.standing, entry.official) for entry in ledger.entries] == [("copy", False), ("total", True)]


@pytest.mark.parametrize(
    ("speaker", "official"),
    [
        ("المتحدث باسم شرطة الإقليم", True),
        ("وزارة الداخلية", True),
        ("مصدر طبي في المستشفى", True),
        ("محافظ المدينة", True),
        ("الدفاع المدني", True),
        ("النيابة العامة", True),
        ("بعثة الأمم المتحدة", True),
        ("متحدث عسكري", True),
        ("والي الولاية", True),
        ("شهود عيان", False),
        ("المرصد السوري لحقوق الإنسان", False),
        ("المتحدث باسم حركة طالبان", False),
        ("الجيش الحر", False),
        ("وكالة فرانس برس", False),
        ("ناشطون", False),
    ],
)
def test_who_speaks_for_an_authority(speaker: str, official: bool) -> None:
    (entry,) = ledger_of([plain("a", 3, by=speaker)]).entries
    assert entry.official is official


def test_a_kind_of_people_is_no_total_beside_a_greater_count_of_all() -> None:
    told = report("b", "قال الجيش إن ثلاثة جنود قتلوا", 2)
    soldiers = telling(told, figure(told, "ثلاثة جنود", 3, of="جنود", by="الجيش"))
    assert standings(plain("a", 14), soldiers) == {("a", 14): "total", ("b", 3): "part"}
    assert tolls([plain("a", 14), soldiers])["killed"] == Bounds(low=14, best=14, high=14)
    assert tolls([plain("a", 14), soldiers], "reported-range")["killed"] == Bounds(low=3, best=None, high=14)


def test_the_order_of_the_tellings_does_not_matter() -> None:
    tellings = [
        plain("a", 14, by="مصدر طبي"),
        RISE,
        plain("c", 32, by="وزارة الصحة", day=3),
        plain("d", 30, by="الجيش", day=3),
        plain("e", 14, by=said_by("شاهد", via="رويترز"), day=2),
    ]
    ledgers = [ledger_of(order) for order in permutations(tellings)]
    assert all(ledger == ledgers[0] for ledger in ledgers)
    assert [entry.reported for entry in ledgers[0].entries] == sorted(
        e.reported for e in ledgers[0].entries if e.reported
    )


CLAIMED = "وكان متحدث باسم الجماعة تحدث عن مقتل 14 جنديا"


def test_a_rivals_claim_told_after_a_smaller_count_stands() -> None:
    told = report("b", f"قتل تسعة جنود في الكمين. {CLAIMED}", 2)
    nine = figure(told, "تسعة جنود", 9, of="جنود", by="وزارة الدفاع")
    both = telling(told, nine, figure(told, "14 جنديا", 14, of="جنديا", by="متحدث باسم الجماعة"))
    assert tolls([both])["killed"] == Bounds(low=9, best=9, high=14)
    assert tolls([both, plain("a", 14, by="المرصد")])["killed"].high == 14


def test_what_somebody_had_said_gives_way_to_more_or_to_their_own_word() -> None:
    told = report("b", f"قتل عشرون جنديا في الكمين. {CLAIMED}", 2)
    more = telling(
        told,
        figure(told, "عشرون جنديا", 20, of="جنديا", by="وزارة الدفاع"),
        figure(told, "14 جنديا", 14, of="جنديا", by="متحدث باسم الجماعة"),
    )
    assert standings(more) == {("b", 20): "update", ("b", 14): "superseded"}
    own = report("c", f"قتل تسعة جنود في الكمين. {CLAIMED}", 2)
    less = telling(
        own,
        figure(own, "تسعة جنود", 9, of="جنود", by="متحدث باسم الجماعة"),
        figure(own, "14 جنديا", 14, of="جنديا", by="متحدث باسم الجماعة"),
    )
    assert standings(less)["c", 14] == "superseded"


def test_what_was_said_at_the_beginning_is_a_count_of_before() -> None:
    told = report("b", "وكانت السلطات تحدثت في البداية عن مقتل 14 جنديا. وأعلن الحاكم مقتل 10 جنود", 2)
    fourteen = figure(told, "14 جنديا", 14, of="جنديا", by="السلطات")
    both = telling(told, fourteen, figure(told, "10 جنود", 10, of="جنود", by="الحاكم"))
    assert standings(both) == {("b", 14): "superseded", ("b", 10): "update"}


def test_one_sentence_with_another_number_is_the_wire_corrected() -> None:
    wording = "لقي نحو {} شخصا مصرعهم في تفجيرين استهدفا محطتي حافلات في شمال شرقي البلاد"
    early = one("a", wording.format(42), "42 شخصا", 42, by=())
    late = one("b", wording.format(37), "37 شخصا", 37, day=2, by=())
    assert standings(early, late) == {("a", 42): "superseded", ("b", 37): "update"}
    same_day = one("b", wording.format(37), "37 شخصا", 37, by=())
    assert standings(early, same_day) == {("a", 42): "rival", ("b", 37): "rival"}
    other = one("b", "قتل 37 شخصا حين انفجرت سيارتان في محطة للحافلات", "37 شخصا", 37, day=2, by=())
    assert standings(early, other) == {("a", 42): "rival", ("b", 37): "rival"}


def test_an_unnamed_source_speaks_for_the_body_it_serves_at() -> None:
    for words, official in (
        ("بالشرطة ومصادر طبية", True),
        ("في وزارة الصحة", True),
        ("في المعارضة", False),
        ("قريبة", False),
    ):
        text = f"وقالت مصادر {words} إن 15 شخصا قتلوا"
        told = report("a", text)
        start = text.index("مصادر")
        voice = (Speaker("مصادر", start, start + len("مصادر")),)
        (entry,) = ledger_of([telling(told, figure(told, "15 شخصا", 15, of="شخصا", by=voice))]).entries
        assert entry.official is official, words


def test_who_writes_of_security_is_no_authority() -> None:
    (entry,) = ledger_of([plain("a", 15, by="محرر شؤون الأمن الوطني")]).entries
    assert not entry.official
