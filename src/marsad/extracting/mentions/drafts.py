"""Mentions while they are found: word ranges with what they name, and how crossing ones are settled."""

from __future__ import annotations

from dataclasses import dataclass

from ...languages.arabic.letters import fold
from ...languages.arabic.words import Words
from ...records import Mention, MentionType

# Where two drafts cover the same words or cross, the kind that stands first here is kept.
_ORDER: tuple[MentionType, ...] = (
    "group", "organization", "government", "armed force", "media", "platform", "person", "place", "role",
    "nationality",
)  # fmt: skip
_RANK = {kind: n for n, kind in enumerate(_ORDER)}


@dataclass(frozen=True, slots=True)
class Draft:
    """Words ``first`` up to ``last``, without the proclitics ``lead`` of the first.

    ``certain`` drafts come from the catalogue; they win over guesses that cross them.
    """

    first: int
    last: int
    lead: str
    type: MentionType
    subtype: str | None = None
    entity: str | None = None
    name: str | None = None
    country: str | None = None
    certain: bool = False


def settle(drafts: list[Draft]) -> list[Draft]:
    """Drop doubles and drafts that cross others; what lies inside another stays."""
    order = sorted(drafts, key=lambda d: (-d.certain, d.first - d.last, _RANK[d.type]))
    kept: list[Draft] = []
    owner: dict[int, list[Draft]] = {}
    for draft in order:
        around = {id(k): k for i in (draft.first, draft.last - 1) for k in owner.get(i, ())}.values()
        if any(_clash(draft, other) for other in around):
            continue
        kept.append(draft)
        for i in range(draft.first, draft.last):
            owner.setdefault(i, []).append(draft)
    return sorted(kept, key=lambda d: (d.first, -d.last))


def _clash(a: Draft, b: Draft) -> bool:
    if (a.first, a.last) == (b.first, b.last):
        return True
    inside = (b.first <= a.first and a.last <= b.last) or (a.first <= b.first and b.last <= a.last)
    if not inside:
        return True
    # a name holds words for peoples, places and bodies; two readings of the same kind nested are one too many
    return a.type == b.type and a.type not in ("place", "government", "role")


def mention(draft: Draft, words: Words, report: str) -> Mention:
    """The draft as a record, with original offsets."""
    start = _past_lead(words, draft)
    end = words.ends[draft.last - 1]
    text = words.text[start:end]
    return Mention(
        report=report,
        start=start,
        end=end,
        text=text,
        type=draft.type,
        subtype=draft.subtype,
        entity=draft.entity,
        name=draft.name,
        country=draft.country,
    )


def _past_lead(words: Words, draft: Draft) -> int:
    """Where the word starts once its proclitics are read, marks and tatweel between them counted."""
    at = words.starts[draft.first]
    for _ in draft.lead:
        at += 1
        while at < words.ends[draft.first] and not fold(words.text[at]):
            at += 1
    return at
