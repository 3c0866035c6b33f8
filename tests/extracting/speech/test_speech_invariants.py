from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from speech_texts import Named, hear

from marsad.extracting.speech import hedge_at, negated
from marsad.extracting.speech.memory import LONGEST_TEXT

SPOKEN_OF = """
قال وقال أكد وأضاف نفت يرى أعلن نقلت عن إن أن بأن أنه إلى على من في بحسب وفقا للشرطة حسبما
نقلا كما الوزير وزارة الداخلية الروسي تقرير التقرير نشرته مجلة مشيرا مؤكدا مقتل مسؤوليته
قوله التحذير بدأت اتجاهات يعتقد قد لم عدم أمس مايو 2019 سامر البدري الذي غير شائعات على حد
قوله رغم
"""
WORDS = st.sampled_from(SPOKEN_OF.split())
GAPS = st.sampled_from(
    [" ", " ", " ", "، ", ": ", ". ", "\n", " «", "» ", '" ', ' "', " “", "” ", "؟ ", " (", ") ", ":", " - "]
)
TEXTS = st.one_of(
    st.lists(st.tuples(WORDS, GAPS), max_size=60).map(lambda parts: "".join(a + b for a, b in parts)),
    st.text(max_size=200),
)
NAMES = (
    Named("سامر البدري", "person", name="سامر البدري"),
    Named("البدري", "person"),
    Named("وزارة الداخلية", "government", name="وزارة الداخلية", entity="x", country="TN"),
    Named("الروسي", "nationality", country="RU"),
)


@settings(max_examples=300)
@given(TEXTS)
def test_no_text_makes_it_raise_and_spans_cut_their_text(text: str) -> None:
    heard = hear(text, *NAMES)
    size = len(heard.doc.words.forms)
    for utterance in heard.speech.utterances:
        assert 0 <= utterance.frame[0] < utterance.frame[1] <= size
        assert 0 <= utterance.first <= utterance.last <= size or utterance.first > utterance.last >= 0
    for word in range(size):
        for link in heard.speech.at(word).chain:
            assert text[link.start : link.end] == link.text
            assert 0 < len(link.text) <= LONGEST_TEXT
        negated(heard.doc, word)
        hedge_at(heard.doc, word, word + 4)
    assert heard.speech.at(-1).chain == heard.speech.at(size).chain == ()


@settings(max_examples=50)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    one, two = hear(text, *NAMES).speech, hear(text, *NAMES).speech
    assert [one.at(i) for i in range(80)] == [two.at(i) for i in range(80)]
