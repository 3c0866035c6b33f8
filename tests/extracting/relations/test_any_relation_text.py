from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from relation_samples import body, document, proposals

_PIECES = st.sampled_from(
    (
        "\n",
        *[
            "انضم",
            "بايع",
            "سيطر",
            "عليها",
            "إلى",
            "لـ",
            "له",
            "الذي",
            "والتي",
            "وهو",
            "كان",
            "أحد",
            "منظمي",
            "ابن",
            "زعيم",
            "خلايا",
            "تابعة",
            "داخل",
            "مصر",
            "التنظيم",
            "رايات",
            "الجبل",
            "للتنظيم",
            "هم",
            ".",
            "،",
            "«",
            "»",
            "؟",
            "ل",
            "و",
            "على",
            "قائد",
            "في",
        ],
    )
)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=40).map(" ".join)))
def test_no_text_raises_and_parties_quote_the_text(text: str) -> None:
    doc = document(text)
    for proposal in proposals(text, doc):
        assert 0 <= proposal.first <= proposal.anchor < proposal.last <= len(doc.words.forms)
        for party in (body(proposal).subject, body(proposal).object):
            assert party is None or text[party.start : party.end] == party.text
            assert party is None or 0 < len(party.text) <= 160
