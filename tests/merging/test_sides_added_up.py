"""What one voice counts of the sides of a clash is added up, and a count of one side alone is no total beside it."""

from __future__ import annotations

import pytest
from ledger_samples import figure, report, telling

from marsad.merging.ledger import ledger_of, tolls
from marsad.merging.telling import Telling
from marsad.records import Claim


def killed(*tellings: Telling) -> tuple[object, ...]:
    found = tolls(tellings)["killed"]
    return found.low, found.best, found.high


Counted = tuple[str, int, str]


@pytest.mark.parametrize(
    ("text", "one", "other", "toll"),
    [
        pytest.param(
            "قتل 13 عنصرا من المتمردين في المدينة. وسقط أيضا 4 قتلى من أفراد المقاومة الشعبية",
            ("13 عنصرا", 13, "عنصرا من المتمردين"), ("4 قتلى", 4, "قتلى"), (17, 17, 17), id="people at large of a side",
        ),
        pytest.param(
            "مقتل 6 مقاتلين من المقاومة، و11 حوثيا",
            ("6 مقاتلين", 6, "مقاتلين"), ("11 حوثيا", 11, "حوثيا"), (17, 17, 17), id="fighters of a side",
        ),
        pytest.param(
            "قتل عشرون من الحوثيين في المعركة. وسقط منذ اندلاع الحرب 1000 قتيل",
            ("عشرون", 20, "الحوثيين"), ("1000 قتيل", 1000, "قتيل"), (20, 20, 20), id="one side is no part of the whole war",
        ),
        pytest.param(
            "قتل 20 شخصا من الشرطة والمدنيين في المدينة. وكان بين الضحايا خمسة مدنيين",
            ("20 شخصا", 20, "شخصا"), ("خمسة مدنيين", 5, "مدنيين"), (20, 20, 20), id="people of several kinds",
        ),
        pytest.param(
            "قتل 13 مسلحا في المدينة. وسقط أيضا 4 قتلى من عائلة واحدة",
            ("13 مسلحا", 13, "مسلحا"), ("4 قتلى", 4, "قتلى"), (4, 4, 13), id="a family is no side",
        ),
    ],
)  # fmt: skip
def test_what_one_voice_counts_of_two_sides_is_added_up(
    text: str, one: Counted, other: Counted, toll: tuple[object, ...]
) -> None:
    told = report("a", text)
    counts = (figure(told, words, number, of=of) for words, number, of in (one, other))
    assert killed(telling(told, *counts)) == toll


@pytest.mark.parametrize(
    ("between", "behind", "toll"),
    [
        ("قتلوا فيما قتل", "وأصيب 50 من المقاومة", (31, 31, 31)),
        ("قتلوا، كما لقي", "من رجال المقاومة مصرعهم", (31, 31, 31)),
        ("من المتمردين ومقتل", "وإصابة 35 من المقاومة", (31, 31, 31)),
        ("قتلوا فيما تم تحديد هوية", "قتلى", (9, 9, 22)),
        ("قتلوا فيما قتل", "رميا بالرصاص", (9, 9, 22)),
        ("في غارة على البلدة ومقتل", "وإصابة 35 من المقاومة", (9, 9, 22)),
        ("قتلوا في هجوم، وفي مارس وقع هجوم أسفر عن مقتل", "في المدينة", (9, 9, 22)),
    ],
)
def test_a_smaller_count_is_of_others_where_it_is_set_beside_the_first_and_the_other_side_named(
    between: str, behind: str, toll: tuple[object, ...]
) -> None:
    told = report("a", f"وقالت مصادر إن 22 مسلحا {between} 9 {behind}")
    counts = figure(told, "22 مسلحا", 22, of="مسلحا", by="مصادر"), figure(told, f"9 {behind}", 9, by="مصادر")
    assert killed(telling(told, *counts)) == toll


def test_a_greater_count_of_people_at_large_takes_in_the_kind_before_it() -> None:
    told = report("a", "وقالت مصادر إن 22 مسلحا قتلوا فيما بلغ عدد القتلى 25 شخصا")
    counts = figure(told, "22 مسلحا", 22, of="مسلحا", by="مصادر"), figure(told, "25 شخصا", 25, of="شخصا", by="مصادر")
    assert killed(telling(told, *counts)) == (25, 25, 25)


def test_people_at_large_joined_by_and_come_on_top_of_a_kind() -> None:
    told = report("a", "أسفرت المواجهات عن سقوط ضابط وأربعة قتلى")
    counts = figure(told, "سقوط ضابط", 1, of="ضابط"), figure(told, "أربعة قتلى", 4, of="قتلى")
    assert killed(telling(told, *counts)) == (5, 5, 5)


def test_of_two_equal_numbers_in_a_claim_the_one_before_those_counted_is_meant() -> None:
    told = report("a", "مقتل خمسة من أعضاء الجماعة، وخمسة من ضباط الشرطة، وأحد المخبرين")
    counts: list[Claim] = [
        figure(told, "مقتل خمسة من أعضاء الجماعة", 5, of="أعضاء الجماعة"),
        figure(told, "خمسة من أعضاء الجماعة، وخمسة من ضباط الشرطة", 5, of="ضباط الشرطة"),
        figure(told, "أحد المخبرين", 1, of="المخبرين"),
    ]
    assert killed(telling(told, *counts)) == (11, 11, 11)


def test_a_headline_that_gives_one_side_alone_is_a_part_of_the_sum() -> None:
    told = report("a", "مقتل 19 من جماعة الراية. قال مصدر إن 19 من مقاتلي الراية وجنديين قتلوا")
    counts = (
        figure(told, "مقتل 19 من جماعة الراية", 19, of="جماعة الراية"),
        figure(told, "19 من مقاتلي الراية", 19, of="مقاتلي الراية", by="مصدر"),
        figure(told, "جنديين", 2, of="جنديين", by="مصدر"),
    )
    found = telling(told, *counts)
    assert killed(found) == (21, 21, 21)
    headline = ledger_of([found]).entries[0]
    assert (headline.standing, headline.reason.en) == ("part", "it is one of the parts that make 21")


def test_a_headline_of_other_people_stands_beside_the_sum() -> None:
    told = report("a", "مقتل 19 من جماعة الراية. قال مصدر إن 19 من عمال المصنع وجنديين قتلوا")
    counts = (
        figure(told, "مقتل 19 من جماعة الراية", 19, of="جماعة الراية"),
        figure(told, "19 من عمال المصنع", 19, of="عمال المصنع", by="مصدر"),
        figure(told, "جنديين", 2, of="جنديين", by="مصدر"),
    )
    assert killed(telling(told, *counts))[0] == 19
