from __future__ import annotations

import pytest
from speech_texts import Named, hear


@pytest.mark.parametrize(
    ("text", "speaker", "content", "certainty"),
    [
        ("قال قائد الشرطة إن الهجوم وقع فجرا.", "قائد الشرطة", "الهجوم وقع فجرا", "reported"),
        ("والمتحدث باسم الجيش يؤكد أن القافلة وصلت.", "المتحدث باسم الجيش", "القافلة وصلت", "reported"),
        ("أشار محافظ المدينة إلى أهمية المصالحة.", "محافظ المدينة", "أهمية المصالحة", "reported"),
        ("حذر خبراء محليون من عودة الخلايا.", "خبراء محليون", "عودة الخلايا", "reported"),
        ("وشدد مدير المنظمة على ضرورة فتح المعبر.", "مدير المنظمة", "ضرورة فتح المعبر", "reported"),
        ("زعم قائد الفصيل أن جنودا أسروا.", "قائد الفصيل", "جنودا أسروا", "alleged"),
        ("نفى ناطق حكومي أن تكون الغارة أصابت مدنيين.", "ناطق حكومي", "تكون الغارة أصابت مدنيين", "denied"),
        ("رجح محققون أن المنفذ تلقى مساعدة.", "محققون", "المنفذ تلقى مساعدة", "hedged"),
        ("أعلنت وزارة الدفاع مقتل سبعة مسلحين.", "وزارة الدفاع", "مقتل سبعة مسلحين", "reported"),
        ("ويرى محللون أن الحركة تتراجع.", "محللون", "الحركة تتراجع", "reported"),
        ("وأشارت تقديرات محلية إلى أن العدد تضاعف.", "تقديرات محلية", "العدد تضاعف", "reported"),
        ("وكان رئيس البلدية قد أكد أن الجسر انهار.", "رئيس البلدية", "الجسر انهار", "reported"),
        ("قال علي إن الطريق مقطوع.", "علي", "الطريق مقطوع", "reported"),
        ("توقع ناشطون اتساع رقعة الاحتجاج.", "ناشطون", "اتساع رقعة الاحتجاج", "hedged"),
    ],
)
def test_verb_speaker_content_and_certainty(text: str, speaker: str, content: str, certainty: str) -> None:
    heard = hear(text)
    (utterance,) = heard.speech.utterances
    assert utterance.speaker is not None
    assert utterance.speaker.text == speaker
    assert heard.doc.words.quote(utterance.first, utterance.last)[2] == content
    assert heard.speech.at(utterance.first).certainty == certainty
    assert heard.speech.at(utterance.last - 1).chain[0].text == speaker


def test_accusation_is_the_accusers_and_alleged() -> None:
    heard = hear("واتهمت نقابة الصحفيين المحافظ بإغلاق الإذاعة.", Named("المحافظ", "role"))
    assert heard.utterance("واتهمت").kind == "accused"
    assert heard.speakers("بإغلاق") == [("speaker", "نقابة الصحفيين")]
    assert heard.voice("بإغلاق").certainty == "alleged"


def test_apposition_between_commas_names_the_speaker() -> None:
    person = Named("سامي البدري", "person", name="سامي البدري")
    heard = hear("قال رئيس اللجنة، سامي البدري، إنه يرفض القرار.", person)
    speaker = heard.voice("يرفض").chain[0]
    assert (speaker.text, speaker.name) == ("رئيس اللجنة، سامي البدري", "سامي البدري")


def test_quoted_name_with_office_after_it() -> None:
    heard = hear("أكد «سامي البدري» النائب الأول لمندوب المنظمة لدى الاتحاد أن المهلة انتهت.")
    speaker = heard.voice("المهلة").chain[0]
    assert speaker.text == "سامي البدري» النائب الأول لمندوب المنظمة لدى الاتحاد"
    assert speaker.name == "سامي البدري"


def test_occasion_stands_between_verb_and_quotation() -> None:
    heard = hear("وقال الوزير فى مؤتمر صحفي عقد في العاصمة: «لن نغادر هذه الأرض أبدا».")
    assert heard.speakers("لن نغادر") == [("speaker", "الوزير")]
    assert heard.voice("لن نغادر").chain[0].direct


def test_relative_clause_after_its_speaker() -> None:
    heard = hear("تأجلت الجلسة بطلب من الدفاع الذي قال إنه لم يتسلم الملف.")
    assert heard.speakers("لم يتسلم") == [("speaker", "الدفاع")]
    assert heard.speakers("تأجلت") == []


def test_name_of_a_medium_one_spoke_to_is_via() -> None:
    medium = Named("المرفأ", "media", name="المرفأ")
    heard = hear("وقال مصدر أمني لصحيفة المرفأ إن الحصيلة ارتفعت.", medium)
    assert heard.speakers("الحصيلة") == [("speaker", "مصدر أمني"), ("via", "صحيفة المرفأ")]


def test_agency_quotes_somebody() -> None:
    heard = hear("ونقلت وكالة الساحل عن مسؤول محلي قوله إن الحريق أخمد.")
    assert heard.speakers("الحريق") == [("speaker", "مسؤول محلي"), ("via", "وكالة الساحل")]


def test_speech_within_speech_keeps_both() -> None:
    heard = hear("قالت إذاعة الجبل إن قائد اللواء أكد أن المعبر أغلق.")
    assert heard.speakers("المعبر") == [("speaker", "قائد اللواء"), ("via", "إذاعة الجبل")]


def test_claim_of_responsibility_is_told_but_leaves_the_event_to_the_author() -> None:
    heard = hear("كما أعلن التنظيم، في 3 مايو 2019، مسؤوليته عن الهجوم الذي استهدف السوق.")
    utterance = heard.utterance("أعلن")
    assert utterance.kind == "responsibility"
    assert utterance.date is not None
    assert utterance.date.text == "3 مايو 2019"
    assert heard.speakers("الهجوم") == []


def test_denied_part_in_a_deed_does_not_deny_the_deed() -> None:
    heard = hear("ونفت الحركة تورطها في الهجوم الذي أوقع خمسة قتلى.")
    assert heard.utterance("ونفت").kind == "denied"
    assert heard.voice("أوقع").certainty is None


@pytest.mark.parametrize(
    "text",
    [
        "تشير عملية السجن الأخيرة إلى أن التنظيم يحاول التجنيد.",
        "كل هذه المعطيات تؤكد أن الخطر قائم.",
        "ولم تعلن أي جهة أن الهجوم من تدبيرها.",
        "غادر القاعة دون أن يكشف أن المحادثات تعثرت.",
        "يذكر أن المدينة شهدت هجوما مماثلا.",
        "نقل المصابون إلى المستشفى بعد نقل الجثث.",
        "تراجعت المبيعات، ما يؤكد أن السوق راكدة.",
        "حكم على ستة متهمين بالتخطيط لهجوم.",
    ],
)
def test_what_only_looks_like_speech(text: str) -> None:
    heard = hear(text)
    assert all(not heard.speech.at(i).chain for i in range(len(heard.doc.words.forms)))


def test_impersonal_hedges_without_a_speaker() -> None:
    heard = hear("ويُعتقد أن المنفذ فر إلى الخارج.")
    assert heard.voice("فر").chain == ()
    assert heard.voice("فر").certainty == "hedged"


def test_noun_of_saying_after_a_light_verb() -> None:
    heard = hear("وهو ما دفع جهات عديدة إلى التحذير من المخاطر القادمة.")
    assert heard.speakers("المخاطر") == [("speaker", "جهات عديدة")]
    heard = hear("فإن جهات عديدة بدأت في الإشارة إلى أن العودة خطيرة.")
    assert heard.speakers("العودة") == [("speaker", "جهات عديدة")]


def test_frame_words_are_told_apart_from_content() -> None:
    heard = hear("قال قائد الشرطة إن الهجوم وقع فجرا.")
    framed = [form for i, form in enumerate(heard.doc.words.forms) if heard.speech.in_frame(i)]
    assert framed == ["قال", "قايد", "الشرطه", "ان"]


def test_topic_before_its_verb() -> None:
    heard = hear("أما قائد اللواء فأكد أن المعبر مفتوح.")
    assert heard.speakers("المعبر") == [("speaker", "قائد اللواء")]


def test_passive_accusation_is_alleged_by_nobody() -> None:
    heard = hear("والرجل الذي اتهم بقتل الحارس سلم نفسه.")
    assert heard.voice("بقتل").chain == ()
    assert heard.voice("بقتل").certainty == "alleged"


def test_pronoun_before_the_verb_is_its_subject() -> None:
    heard = hear("أدانت رئاسة الإقليم القصف، لكنها دعت الحزب إلى ضبط النفس.", Named("رئاسة الإقليم", "government"))
    assert heard.speakers("ضبط") == [("speaker", "رئاسة الإقليم")]
