"""The words beside a numeral that bound it, blur it or tie it to another, from ``cues.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ....codebook.yaml_file import read_yaml
from ....errors import CodebookError
from ..letters import fold
from ..numerals.tokens import Tokens
from ..numerals.words import PROCLITICS

_BEFORE = ("approximate", "exact", "lower", "upper", "between", "from")
_AFTER = ("after_lower", "after_upper", "after_approximate")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Phrases as folded words with their kind: those before a numeral by their last word, those after by
    their first.

    Longer phrases come first.
    """

    before: dict[str, list[tuple[Phrase, str]]]
    after: dict[str, list[tuple[Phrase, str]]]
    to: frozenset[str]
    change: frozenset[str]


@cache
def cues() -> Cues:
    """The cues, folded; CodebookError where a list is missing or unknown."""
    raw = read_yaml(files(__package__) / "cues.yaml", dict[str, list[str]])
    if set(raw) != (wanted := {*_BEFORE, *_AFTER, "to", "change"}):
        raise CodebookError(f"must hold exactly {sorted(wanted)}", where="numbers/cues.yaml")

    def index(kinds: tuple[str, ...], at: int) -> dict[str, list[tuple[Phrase, str]]]:
        out: dict[str, list[tuple[Phrase, str]]] = {}
        for kind in kinds:
            for entry in raw[kind]:
                phrase = tuple(fold(entry).split())
                out.setdefault(phrase[at], []).append((phrase, kind))
        for phrases in out.values():
            phrases.sort(key=lambda p: -len(p[0]))
        return out

    return Cues(
        index(_BEFORE, -1),
        index(_AFTER, 0),
        frozenset(map(fold, raw["to"])),
        frozenset(map(fold, raw["change"])),
    )


def _bears(form: str, word: str) -> bool:
    return form.endswith(word) and form[: len(form) - len(word)] in PROCLITICS


def cue_before(tokens: Tokens, i: int) -> tuple[str, int, int] | None:
    """The longest cue that ends right before token ``i``: its kind, first token, and folded start
    without proclitics."""
    last = tokens.form(i - 1)
    if not last:
        return None
    known = cues().before
    # A cue of one word may itself bear a proclitic, so that it is looked up without it too.
    for key in (last, last[1:], last[2:]):
        for phrase, kind in known.get(key, ()):
            first = i - len(phrase)
            if first < 0 or (len(phrase) > 1 and key != last):
                continue
            if tuple(tokens.forms[first + 1 : i]) == phrase[1:] and _bears(tokens.forms[first], phrase[0]):
                return kind, first, tokens.starts[first] + len(tokens.forms[first]) - len(phrase[0])
    return None


def cue_after(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The longest cue that starts at token ``i``: its kind and the token after it."""
    for phrase, kind in cues().after.get(tokens.form(i), ()):
        # "or less" is a cue; "or less than ..." opens the next bound.  "At least", with the article, opens none: 19 على الأقل من.
        opens = not phrase[-1].startswith("ال") and tokens.form(i + len(phrase)) == "من"
        if tuple(tokens.forms[i : i + len(phrase)]) == phrase and not opens:
            return kind, i + len(phrase)
    return None
