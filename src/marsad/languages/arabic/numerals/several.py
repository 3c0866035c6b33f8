"""Words for "several" (عدة, العديد من, عدد من), which number without a number."""

from __future__ import annotations

from functools import cache

from .tokens import Tokens
from .words import PROCLITICS, lists


@cache
def several_words() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """Phrases by their first word, the longest first, and whether the noun behind must be definite."""
    out: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for phrases, definite in ((lists().several, False), (lists().several_definite, True)):
        for phrase in phrases:
            out.setdefault(phrase[0], []).append((phrase, definite))
    for known in out.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return out


def several(tokens: Tokens, i: int) -> int:
    """The token after a word for "several" that starts at token ``i``, or ``i`` where none does."""
    form = tokens.form(i)
    for key in (form, form[1:]):
        for phrase, wanted in several_words().get(key, ()):
            last = i + len(phrase)
            if form[: len(form) - len(phrase[0])] not in PROCLITICS or tuple(tokens.forms[i + 1 : last]) != phrase[1:]:
                continue
            definite = tokens.form(last).startswith("ال")
            # عدة counts indefinite nouns; عده before the article is the verb "deemed it".
            if tokens.is_word(last) and (definite if wanted else (len(phrase) > 1 or not definite)):
                return last
    return i
