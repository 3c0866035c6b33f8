"""A report while its names are sought: its words, what the catalogue found, and what each word may be."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from ...catalogue import Catalogue
from ...languages.arabic.lexicon import is_whole
from ...languages.arabic.words import Words
from .drafts import Draft
from .lexicon import Lexicon, Reading, Sort

_LEADS = ("ول", "وب", "و", "ف", "ب", "ل", "ك", "")
QUOTES = frozenset("\"'«»“”‘’")
_LONGEST_QUOTED = 5
_ATTACHED_ARTICLE = ("وال", "بال", "لل")
# Verbal nouns of the fourth, seventh, eighth and tenth forms and of the second: إجراء, انسحاب, استخدام,
# تنفيذ.
_VERBAL_NOUN = re.compile("ا(?:ست)?\\w{2,3}ا\\w|ت\\w{2}ي\\w")
_OPENS = ~(Sort.GIVEN | Sort.AMBIGUOUS | Sort.SURNAME | Sort.KUNYA | Sort.ABD | Sort.HONORIFIC)


@dataclass(slots=True)
class Scan:
    """``known`` are the catalogue's drafts; ``at`` the longest by first word, ``over`` by every word
    they cover; ``heads`` the words that can open a name, ``marks`` those after more than a space."""

    words: Words
    catalogue: Catalogue
    lexicon: Lexicon
    known: list[Draft]
    at: dict[int, Draft] = field(default_factory=dict)
    over: dict[int, Draft] = field(default_factory=dict)
    heads: list[tuple[int, Reading]] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for draft in self.known:
            self.hold(draft)
        self.marks = [i for i, gap in enumerate(self.words.gaps[:-1]) if gap != " "]
        self.heads = self.lexicon.heads(self.words.forms)

    def hold(self, draft: Draft) -> None:
        """Let a draft count as found, the longer one where two overlap."""
        for i in range(draft.first, draft.last):
            other = self.over.get(i)
            if other is None or other.last - other.first <= draft.last - draft.first:
                self.over[i] = draft
        other = self.at.get(draft.first)
        if other is None or other.last < draft.last:
            self.at[draft.first] = draft

    def free(self, wanted: Collection[str]) -> Iterator[tuple[int, str, str]]:
        """Where one of the ``wanted`` words stands outside every known name: (word, its proclitics, the
        wanted word)."""
        table = {lead + word: (lead, word) for word in wanted for lead in _LEADS}
        table |= {
            lead + "لل" + word[2:]: (lead + "لل", word)
            for lead in ("", "و")
            for word in wanted
            if word.startswith("ال")
        }
        for i, form in enumerate(self.words.forms):
            if form in table and i not in self.over:
                yield i, *table[form]

    def plain(self, i: int) -> bool:
        """Whether word ``i`` follows the one before it with nothing but a space between."""
        return 0 < i < len(self.words.forms) and self.words.gaps[i] == " "

    def opens_quote(self, i: int) -> bool:
        """Whether a quotation mark stands right before word ``i``, and no punctuation besides."""
        if not 0 < i < len(self.words.forms):
            return False
        gap = self.words.gaps[i].strip()
        return gap != "" and QUOTES.issuperset(gap)

    def quoted(self, i: int) -> int | None:
        """Past the last word of a short quotation that opens at word ``i``; None where it does not close
        soon."""
        gaps = self.words.gaps
        for k in range(i + 1, min(i + _LONGEST_QUOTED, len(gaps) - 1) + 1):
            gap = gaps[k]
            if gap != " " and not QUOTES.isdisjoint(gap):
                return k
            if gap != " ":
                return None
        return None

    def given(self, i: int) -> bool:
        """Whether word ``i`` is a given name; علي with alif maqsura is the preposition."""
        form = self.words.forms[i]
        if form == "علي":
            return self.words.text[self.words.ends[i] - 1] != "ى"
        return form in self.lexicon.given

    def name_part(self, i: int) -> bool:
        """Whether word ``i`` may stand in a person's name: given names, and words that are nothing else
        we know of."""
        if i >= len(self.words.forms):
            return False
        form = self.words.forms[i]
        if self.given(i):
            return True
        if len(form) < 2 or not "\u0621" <= form[0] <= "\u06d3" or form in self.lexicon.stop or form == "علي":
            return False
        if form.startswith(_ATTACHED_ARTICLE) or self.lexicon.is_verb(form) or self.held(i):
            return False
        reading = self.lexicon.read(form)
        if reading and reading.sort & _OPENS:
            return False
        if form.endswith("ا") and self._accusative(form[:-1]):
            return False
        return self._shape(i, form)

    def _accusative(self, noun: str) -> bool:
        """Whether a noun or title we know of stands in the accusative: زعيما جديدا."""
        reading = self.lexicon.read(noun)
        return noun in self.lexicon.stop or (reading is not None and bool(reading.sort & Sort.TITLE))

    def verbal_noun(self, i: int) -> bool:
        """Whether an unknown word is shaped like a verbal noun, as objects after a subject are."""
        form = self.words.forms[i].removesuffix("ا")
        # الحداد has the article; التحاق is of the eighth form
        if form.startswith("ال") and not form.startswith("الت"):
            return False
        return _VERBAL_NOUN.fullmatch(form) is not None or (
            form[:1] in "بلك" and _VERBAL_NOUN.fullmatch(form[1:]) is not None
        )

    def held(self, i: int) -> bool:
        """Whether word ``i`` belongs to a name that is no person's."""
        draft = self.over.get(i)
        return draft is not None and draft.type != "person"

    def _shape(self, i: int, form: str) -> bool:
        """Whether an unknown word is shaped like a name rather than a noun, adjective or verb."""
        lexicon = self.lexicon
        if form.startswith("ال"):
            return not form.endswith(("يه", "ات", "ين", "ون", "يات")) and form[2:] not in lexicon.stop and len(form) > 4
        bare_ha = form.endswith(("اه", "وه")) and self.words.text[self.words.ends[i] - 1] == "ه"
        if (form.endswith(("ه", "ات", "تين", "يين")) and not bare_ha) or "\u064b" in self.words.text[
            self.words.starts[i] : self.words.ends[i]
        ]:
            return False
        if form[0] in "يت" and form[1:] in lexicon.verbs:
            return False
        if form[0] == "ي" and 4 <= len(form) <= 6 and not form.endswith(lexicon.endings):
            return False
        rest = form[1:]
        if form[0] in "وفبلك" and (rest in lexicon.stop or rest in lexicon.given or lexicon.is_verb(rest)):
            return False
        return not (form[0] == "و" and (form[1] not in "ويا" or len(form) > 5 or is_whole(rest)))
