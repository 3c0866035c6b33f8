"""Which of the chains a name belongs to: whole names, last names, names without their last words."""

from __future__ import annotations

from ...records import Mention
from .chains import Chain
from .referents import Referent
from .rules import rules

Tokens = tuple[str, ...]

_BODIES = frozenset(("group", "organization", "government", "armed force", "media", "platform"))


def same_name(by_token: dict[str, list[Chain]], referent: Referent) -> Chain | None:
    """The chain last mentioned that bears the name of ``referent``, in whole or in part; None where none does.

    ``by_token`` are the chains by each word of their names.
    """
    mention, tokens = referent.mention, referent.tokens
    fits = _person if mention.type == "person" else _place if mention.type == "place" else _body
    found: Chain | None = None
    # Of a person's name the last word, of a body's the one after its noun.
    token = tokens[-1] if mention.type == "person" else tokens[tokens[0] in rules().heads and len(tokens) > 1]
    for chain in sorted(by_token.get(token, ()), key=lambda c: -c.order):
        if not _compatible(chain, mention):
            continue
        if tokens in chain.names:
            return chain
        if found is None and any(fits(tokens, name, mention.type in chain.types) for name in chain.names):
            found = chain
    return found


def _compatible(chain: Chain, mention: Mention) -> bool:
    if mention.entity and chain.entity and mention.entity != chain.entity:
        return False
    if mention.country and chain.country and mention.country != chain.country:
        return False
    return mention.type in chain.types or (mention.type in _BODIES and not chain.types.isdisjoint(_BODIES))


def _person(tokens: Tokens, name: Tokens, _alike: bool) -> bool:
    """A last or first name alone, or both with others between left out: سليمان الأسد of سليمان هلال الأسد."""
    short, long = (tokens, name) if len(tokens) <= len(name) else (name, tokens)
    if len(short) == 1:
        return len(long) > 1 and (short[0] == long[-1] or short[0] == long[0])
    return set(short) <= set(long) and short[0] == long[0]


def _place(tokens: Tokens, name: Tokens, _alike: bool) -> bool:
    """The same but for the noun before it: ولاية القصرين, القصرين."""
    return tokens == _without(name) or _without(tokens) == name


def _body(tokens: Tokens, name: Tokens, alike: bool) -> bool:
    """A name without its last words, or without the noun before it: وزارة الداخلية, الداخلية التونسية."""
    return _begins(tokens, name) or (alike and (_begins(_without(tokens), name) or _begins(tokens, _without(name))))


def _begins(tokens: Tokens, name: Tokens) -> bool:
    """Whether one of two names begins the other; a noun alone begins any."""
    short, long = (tokens, name) if len(tokens) <= len(name) else (name, tokens)
    return long[: len(short)] == short and (short == long or len(short) > 1 or short[0] not in rules().heads)


def _without(tokens: Tokens) -> Tokens:
    """A name without the noun that it is often told without."""
    head = rules().heads.get(tokens[0]) if len(tokens) > 1 else None
    return tokens[1:] if head and head.dropped else tokens
