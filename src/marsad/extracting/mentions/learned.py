"""What the learned reader names, put beside what the catalogue and the lists name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...encoder.arrays import Floats
from ...encoder.heads import TAGS_PER_KIND, heads
from ...languages.arabic.words import Sentence, Words
from ...records import MentionType
from ..learned.reading import Learned
from ..learned.spans import shares, tagged
from .drafts import Draft
from .lexicon import Lexicon, Sort

# A person or organization that the lists only guess is dropped where the reader gives its words a smaller share of being a name.
# Other bodies, places and what the catalogue holds are not doubted: the reader's corpora name few ministries, armies and small
# towns.
DOUBTED = 0.08
_DOUBTFUL = frozenset({"person", "organization"})
# A person or body that the reader alone finds must be a name by this share: of those below, 1 in 6 was, of the others 4 in 5
# (ANERcorp's held-out sentences).  Places are held to less: what happened there needs one, and the gazetteer judges them too.
SURE = 0.7
# A town or region of the catalogue that one word without the article names is none where the reader gives the word a smaller
# share: so stand adjectives, nouns and verbs that are spelt like towns (عالية, جده, كسبها).  In 420 reports of 2015 it was right
# of all 29 such words but two, which stand after a word for places; names with the article are more often new to it (الصخيرات).
NO_NAME = 0.005
_TYPES: dict[str, tuple[MentionType, ...]] = {
    "person": ("person",),
    "place": ("place",),
    "organization": ("group", "organization", "government", "armed force", "media"),
}
_WORDLIKE = frozenset({"town", "district", "region"})
_NAMED = frozenset(t for types in _TYPES.values() for t in types)


def merged(drafts: Sequence[Draft], words: Words, learned: Learned, lists: Lexicon) -> list[Draft]:
    """The drafts of the lists that the reader does not doubt, and the names that the reader finds besides.

    Where the reader finds a name with the words of a guess among its own, its limits hold; the guess's type holds where both
    tell of the same class.  A word that only opens names, or ends them, is none alone (نهر, غرب).
    """
    layout = heads().layout
    named, kinds = shares(learned.words[:, layout.names]), shares(learned.words[:, layout.kinds])
    every = (d for sentence in words.sentences for d in _found(words, learned, sentence, named, kinds))
    found = [d for d in every if _is_sure(d, named) and not _is_no_name(d, words, lists)]
    kept: list[Draft] = []
    for draft in drafts:
        if draft.certain or draft.type not in _NAMED:
            if not (_may_be_a_word(draft, words, lists) and _share(draft, named) < NO_NAME):
                kept.append(draft)
            continue
        same = next((f for f in found if _covers(f, draft) and _class(f.type) == _class(draft.type)), None)
        if same is not None:
            found[found.index(same)] = replace(
                same,
                type=draft.type,
                subtype=draft.subtype or same.subtype,
                country=draft.country or same.country,
            )
        elif draft.type not in _DOUBTFUL or _share(draft, named) >= DOUBTED:
            kept.append(draft)
    return kept + found


def _found(words: Words, learned: Learned, sentence: Sentence, named: Floats, kinds: Floats) -> list[Draft]:
    out = []
    for stretch in tagged(named[sentence.first : sentence.last]):
        first, last = sentence.first + stretch.first, sentence.first + stretch.last
        kind = _kind(heads().names[stretch.kind], kinds[first:last])
        out.append(Draft(first, last, lead(words, learned, first), kind))
    return out


def _is_sure(draft: Draft, named: Floats) -> bool:
    return draft.type == "place" or _share(draft, named) >= SURE


def _share(draft: Draft, named: Floats) -> float:
    """How likely the words of a draft are part of a name, on average."""
    return float(1 - named[draft.first : draft.last, 0].mean())


def _may_be_a_word(draft: Draft, words: Words, lists: Lexicon) -> bool:
    """Whether a draft is a town or region named by one word without the article, and not by the word before it."""
    if draft.subtype not in _WORDLIKE or draft.last - draft.first > 1:
        return False
    before = lists.read(words.forms[draft.first - 1]) if draft.first else None
    named_so = before is not None and bool(before.sort & (Sort.SITE | Sort.PLACE))
    return not named_so and not words.forms[draft.first][len(draft.lead) :].startswith("ال")


def _is_no_name(draft: Draft, words: Words, lists: Lexicon) -> bool:
    """Whether a draft is one word, without the article, that opens names of places or at which names end."""
    if draft.last - draft.first > 1:
        return False
    word = words.forms[draft.first][len(draft.lead) :]
    reading = lists.read(word)
    opens = reading is not None and not reading.definite and bool(reading.sort & (Sort.SITE | Sort.PLACE))
    return opens or word in lists.stop


def _kind(name: str, kinds: Floats) -> MentionType:
    """The finer type of a name, the likeliest of those its class allows."""
    allowed = _TYPES[name]
    if len(allowed) == 1:
        return allowed[0]
    order = heads().kinds

    def weight(kind: MentionType) -> float:
        at = 1 + TAGS_PER_KIND * order.index(kind)
        return float(kinds[:, at : at + TAGS_PER_KIND].sum())

    return max(allowed, key=weight)


def lead(words: Words, learned: Learned, word: int) -> str:
    """The proclitics of a word as the reader cuts them, both lams of a joined article among them."""
    form = words.forms[word]
    scores = learned.words[word, heads().layout.proclitics]
    chains = [(float(s), c.replace("+", "")) for s, c in zip(scores, heads().proclitics, strict=True)]
    chain = max((s, c) for s, c in chains if (form.startswith(c) and len(form) > len(c) + 1) or not c)[1]
    return chain + "ل" if chain.endswith("ل") and form[len(chain) : len(chain) + 1] == "ل" else chain


def _covers(wide: Draft, narrow: Draft) -> bool:
    return wide.first < narrow.last and narrow.first < wide.last


def _class(kind: MentionType) -> str:
    return next((name for name, types in _TYPES.items() if kind in types), kind)
