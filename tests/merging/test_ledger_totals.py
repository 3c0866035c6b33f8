"""What one report gives as totals, and what becomes of its parts."""

from __future__ import annotations

import pytest
from ledger_samples import figure, plain, report, telling

from marsad.merging.ledger import RULES, UnknownRuleError, ledger_of, tolls
from marsad.merging.telling import Telling
from marsad.records import Bounds, Role


def killed(*tellings: Telling, rule: str = "latest-official") -> tuple[object, ...] | None:
    found = tolls(tellings, rule).get("killed")
    return (found.low, found.best, found.high) if found else None


def standings(*tellings: Telling) -> dict[object, str]:
    return {entry.low: entry.standing for entry in ledger_of(tellings).entries}


def test_a_part_does_not_count_beside_its_whole() -> None:
    told = report("a", "قتل 32 شخصا بينهم 29 سجينا وثلاثة حراس في تمرد")
    whole = figure(told, "32 شخصا", 32, of="شخصا")
    parts = [figure(told, "29 سجينا", 29, of="سجينا", part_of=whole), figure(told, "ثلاثة حراس", 3, part_of=whole)]
    assert killed(telling(told, whole, *parts)) == (32, 32, 32)
    assert standings(telling(told, whole, *parts)) == {32: "total", 29: "part", 3: "part"}


def test_what_one_voice_counts_in_one_breath_is_added_up() -> None:
    told = report("a", "قتل ثلاثة جنود وخمسة مدنيين في الهجوم")
    soldiers, civilians = figure(told, "ثلاثة جنود", 3, of="جنود"), figure(told, "خمسة مدنيين", 5, of="مدنيين")
    assert killed(telling(told, soldiers, civilians)) == (8, 8, 8)
    reasons = [entry.reason.en for entry in ledger_of([telling(told, soldiers, civilians)]).entries]
    assert "added up with 5 مدنيين to 8" in reasons[0]


@pytest.mark.parametrize("whom", ["المارينز", "مشاة البحرية", "بحارة"])
def test_a_later_count_of_soldiers_takes_the_place_of_one_of_marines_or_sailors(whom: str) -> None:
    first = report("a", f"قتل أربعة من {whom} عند البوابة", outlet="الغد")
    later = report("b", "قتل خمسة جنود عند البوابة", 2, outlet="الغد")
    before = telling(first, figure(first, f"أربعة من {whom}", 4, of=whom))
    after = telling(later, figure(later, "خمسة جنود", 5, of="جنود"))
    assert standings(before, after) == {4: "superseded", 5: "update"}


def test_in_addition_to_adds_up_whatever_was_counted() -> None:
    told = report("a", "أصيب ثلاثون شخصا بجروح، إضافة إلى جرح أربعة من رجال الشرطة")
    pair = figure(told, "ثلاثون شخصا", 30, of="شخصا"), figure(told, "أربعة من رجال الشرطة", 4, of="رجال الشرطة")
    assert killed(telling(told, *pair)) == (34, 34, 34)
    told = report("b", "أصيب ثلاثون شخصا بجروح، بينما قتل أربعة من رجال الشرطة في مكان آخر")
    pair = figure(told, "ثلاثون شخصا", 30, of="شخصا"), figure(told, "أربعة من رجال الشرطة", 4, of="رجال الشرطة")
    assert killed(telling(told, *pair)) == (30, 30, 30)


def test_an_open_part_leaves_the_sum_open() -> None:
    told = report("a", "قتل ثلاثة جنود وخمسة مدنيين على الأقل")
    pair = figure(told, "ثلاثة جنود", 3, of="جنود"), figure(told, "خمسة مدنيين على الأقل", 5, None, of="مدنيين")
    assert killed(telling(told, *pair)) == (8, 8, None)


def test_what_two_voices_count_is_not_added_up() -> None:
    told = report("a", "قتل ثلاثة جنود وخمسة مدنيين")
    pair = figure(told, "ثلاثة جنود", 3, of="جنود", by="الجيش"), figure(told, "خمسة مدنيين", 5, of="مدنيين")
    assert killed(telling(told, *pair)) == (3, 3, 5)


def test_figures_whose_sum_is_told_are_its_parts() -> None:
    told = report("a", "قتل 25 مقاتلا من الطرفين. وقال المرصد إن القتلى 18 من الفصيل الأول وسبعة من الثاني")
    figures = [
        figure(told, "25 مقاتلا", 25, of="مقاتلا من الطرفين"),
        figure(told, "18 من الفصيل الأول", 18, of="الفصيل الأول", by="المرصد"),
        figure(told, "سبعة من الثاني", 7, of="الثاني", by="المرصد"),
    ]
    assert killed(telling(told, *figures)) == (25, 25, 25)


def test_parts_in_several_sentences_are_added_up_where_there_is_no_total() -> None:
    told = report("a", "قتل ثلاثة جنود في الكمين. كما قتل خمسة مدنيين كانوا في المكان")
    parts = figure(told, "ثلاثة جنود", 3, of="جنود"), figure(told, "خمسة مدنيين", 5, of="مدنيين")
    assert killed(telling(told, *parts), rule="reported-range") == (8, 8, 8)
    told = report("a", told.text + ". وبلغ عدد القتلى تسعة أشخاص")
    nine = figure(told, "تسعة أشخاص", 9, of="أشخاص")
    assert killed(telling(told, *parts, nine), rule="reported-range") == (9, 9, 9)


def test_those_who_died_later_are_within_the_total_they_made_grow() -> None:
    told = report("a", "ارتفعت حصيلة القتلى إلى 17 شخصا بعد وفاة ثلاثة جرحى")
    found = telling(told, figure(told, "17 شخصا", 17, of="شخصا"), figure(told, "ثلاثة جرحى", 3, of="جرحى"))
    assert killed(found) == (17, 17, 17)


def test_attackers_count_in_a_sum_and_are_no_rival_alone() -> None:
    told = report("a", "قتل خمسة جنود وثلاثة مهاجمين")
    pair = figure(told, "خمسة جنود", 5, of="جنود"), figure(told, "ثلاثة مهاجمين", 3, of="مهاجمين")
    assert killed(telling(told, *pair)) == (8, 8, 8)
    other = report("b", "أعلن الجيش مقتل أربعة مهاجمين")
    alone = telling(other, figure(other, "أربعة مهاجمين", 4, of="مهاجمين", by="الجيش"))
    assert killed(telling(told, *pair), alone) == (8, 8, 8)
    assert standings(telling(told, *pair), alone)[4] == "part"


def test_the_side_follows_the_agent_of_the_event() -> None:
    told = report("a", "قتل عشرة متمردين وجنديان حين هاجم متمردون موقعا")
    agent = Role("متمردون", 0, 7, role="agent", type="REB")
    found = telling(told, figure(told, "عشرة متمردين", 10, of="متمردين"), roles=(agent,))
    (entry,) = ledger_of([found]).entries
    assert entry.side == "agent"


def test_those_attacked_are_not_the_attackers_though_both_bear_arms() -> None:
    told = report("a", "قتل عشرة متمردين في غارة على متمردين")
    roles = (Role("ميليشيا", 0, 7, role="agent", type="REB"), Role("متمردين", 0, 7, role="target", type="REB"))
    (entry,) = ledger_of([telling(told, figure(told, "عشرة متمردين", 10, of="متمردين"), roles=roles)]).entries
    assert entry.side is None


def test_two_others_are_within_three_of_the_same_report() -> None:
    told = report("a", "قتل قائد مع مسلحين اثنين آخرين. وقال البيان إن ثلاثة أشخاص قتلوا")
    others = figure(told, "اثنين آخرين", 2, of="آخرين", by="الوزارة")
    three = figure(told, "ثلاثة أشخاص", 3, of="أشخاص", by="البيان")
    assert killed(telling(told, others, three)) == (3, 3, 3)


def test_one_of_several_is_no_rival_of_all() -> None:
    told = report("a", "بدأت الاشتباكات بعد مقتل أحد أفراد القبيلة", 2)
    one = telling(told, figure(told, "أحد أفراد القبيلة", 1, of="أحد أفراد القبيلة"))
    assert killed(plain("b", 40), one) == (40, 40, 40)
    assert killed(one) == (1, 1, 1)


def test_denied_figures_are_listed_and_never_counted() -> None:
    told = report("a", "نفت الوزارة مقتل 40 شخصا")
    denied = telling(told, figure(told, "40 شخصا", 40, of="شخصا", certainty="denied", by="الوزارة"))
    assert killed(denied) is None
    assert killed(denied, plain("b", 9)) == (9, 9, 9)
    assert standings(denied, plain("b", 9)) == {40: "denied", 9: "total"}


def test_a_part_of_what_is_denied_counts_by_itself() -> None:
    told = report("a", "نفى مقتل 40 شخصا وأكد مقتل 7 جنود")
    whole = figure(told, "40 شخصا", 40, certainty="denied")
    assert killed(telling(told, whole, figure(told, "7 جنود", 7, of="جنود", part_of=whole))) == (7, 7, 7)


def test_measures_and_units_are_kept_apart() -> None:
    told = report("a", "قتل 3 أشخاص وأصيب 7 ونزح 90 أسرة و400 شخص")
    found = telling(
        told,
        figure(told, "3 أشخاص", 3),
        figure(told, "أصيب 7", 7, measure="injured"),
        figure(told, "90 أسرة", 90, measure="displaced", unit="families"),
        figure(told, "400 شخص", 400, measure="displaced"),
    )
    assert tolls([found]) == {
        "displaced": Bounds(low=400, best=400, high=400),
        "injured": Bounds(low=7, best=7, high=7),
        "killed": Bounds(low=3, best=3, high=3),
    }


def test_every_figure_opens_its_sentence() -> None:
    told = report("a", "وقع الهجوم صباحا. وقتل فيه 3 جنود، وفق الجيش. وانتهى مساء.")
    (entry,) = ledger_of([telling(told, figure(told, "3 جنود", 3))]).entries
    assert entry.sentence.text == "وقتل فيه 3 جنود، وفق الجيش"
    assert told.text[entry.sentence.start : entry.sentence.end] == entry.sentence.text


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(UnknownRuleError, match="latest-official"):
        tolls([plain("a", 3)], "guess")


def test_every_rule_says_what_it_is_and_where_from() -> None:
    assert list(RULES) == ["latest-official", "ucdp", "acled", "median", "reported-range"]
    for name, rule in RULES.items():
        assert rule.name == name
        assert rule.definition
        assert (rule.source is None) == (name not in ("ucdp", "acled"))
        assert len(rule.bounds.__doc__ or "") > 60


def test_those_killed_with_somebody_are_within_any_greater_count() -> None:
    told = report("a", "قتل القيادي مع مسلحين اثنين في الغارة")
    two = telling(told, figure(told, "اثنين", 2))
    assert killed(two, plain("b", 3)) == (3, 3, 3)
    assert killed(two) == (2, 2, 2)
    alone = report("a", "قتل القيادي. وقال الجيش إن مسلحين اثنين سقطوا")
    assert killed(telling(alone, figure(alone, "اثنين", 2)), plain("b", 3)) == (2, 3, 3)
