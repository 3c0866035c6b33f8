from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from outlook_samples import document, proposals

_PIECES = st.sampled_from(
    (
        "\n",
        *[
            "سوف",
            "سيضع",
            "قد",
            "ربما",
            "يجب",
            "على",
            "أن",
            "من",
            "المتوقع",
            "خطر",
            "مخاوف",
            "يهدد",
            "تراجع",
            "نفوذ",
            "بسبب",
            "غياب",
            "إذا",
            "1-",
            "أولا:",
            "الأسباب:",
            "عوامل",
            "تنظيم",
            "داعش",
            "لـ",
            ".",
            "،",
            "«",
            "»",
            "؟",
            ":",
            "ل",
            "و",
        ],
    )
)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=40).map(" ".join)))
def test_no_text_raises_and_evidence_holds_its_anchor(text: str) -> None:
    doc = document(text)
    for proposal in proposals(text, doc):
        assert 0 <= proposal.first <= proposal.anchor < proposal.last <= len(doc.words.forms)
        assert len(doc.span(proposal.first, proposal.last).text) <= 600
