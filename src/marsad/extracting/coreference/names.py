"""Which of the chains a name belongs to: whole names, last names, names without their last words."""

from __future__ import annotations

from ...records import Mention
from .chains import Chain
from .referents import Referent
from .rules import rules

_BODIES = frozenset(("group", "organization", "government", "armed force", "media", "platform"))
_LINKS = frozenset(("بن", "ابن", "بنت"))


def same_name(by_token: dict[str, list[Chain]], referent: Referent) -> Chain | None:
    """The chain last mentioned that bears the name of ``referent``, in whole or in part; None where none does.

    ``by_token`` are the chains by each word of their names, the one last mentioned last.
    """
    mention, tokens = referent.mention, referent.tokens
    fits = _person if mention.type == "person" else _place if mention.type == "place" else _body
    found: Chain | None = None
    # the rarest word: of a person's name the last, of a body's any but its noun
    token = tokens[-1] if mention.type == "person" or len(tokens) == 1 else max(tokens, key=lambda t: t not in rules().heads)
    for chain in reversed(by_token.get(token, ())):
        if not _compatible(chain, mention):
            continue
        if tokens in chain.names:
            return chain
        if found is None and any(fits(tokens, name) for name in chain.names):
            found = chain
    if found is None and mention.type == "person" and len(tokens) == 1:
        return None
    return found


def _compatible(chain: Chain, mention: Mention) -> bool:
    if mention.entity and chain.entity and mention.entity != chain.entity:
        return False
    if mention.country and chain.country and mention.country != chain.country:
        return False
    return mention.type in chain.types or (mention.type in _BODIES and not chain.types.isdisjoint(_BODIES))


def _person(tokens: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """A last or first name alone, or both with others between left out: سليمان الأسد of سليمان هلال الأسد."""
    short, long = (tokens, name) if len(tokens) <= len(name) else (name, tokens)
    if len(short) == 1:
        return len(long) > 1 and (short[0] == long[-1] or short[0] == long[0])
    return set(short) <= set(long) and short[0] == long[0]


def _place(tokens: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """The same but for the noun before it: ولاية القصرين, القصرين."""
    heads = rules().heads
    return _without(tokens, heads) == _without(name, heads)


def _without(tokens: tuple[str, ...], heads: object) -> tuple[str, ...]:
    return tokens[1:] if len(tokens) > 1 and tokens[0] in rules().heads else tokens


def _body(tokens: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """A name without its last words, or without the noun before it: وزارة الداخلية, جماعة «أنصارو»."""
    if len(tokens) < len(name) and name[: len(tokens)] == tokens:
        return len(tokens) > 1 or tokens[0] not in rules().heads
    return _without(tokens, rules().heads) == _without(name, rules().heads)
