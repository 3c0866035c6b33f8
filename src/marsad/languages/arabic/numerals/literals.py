"""Numbers in digits: separators, signs, powers; and digits that are no quantity (labels, times, dates,
list marks)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..clitics import bare, splits
from ..particles import particles
from .tokens import Tokens
from .words import PROCLITICS, lists

Number = int | float

_THOUSANDS = re.compile(r"\d{1,3}(?:[,٬،]\d{3})+(?:[.,]\d+)?")
_DOTTED_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|\.\d{2}0)")
_DECIMAL = re.compile(r"\d+[.,]\d+")
# Digits with ر between them read from the right: 5ر1 is 1.5, 000ر30 is 30,000.
_RAA = re.compile(r"(\d+)ر(\d+)")
_EXPONENT = re.compile(r"(?:e[+-]?\d{1,2}|\^\+?\d{1,2})(?!\w)")
_RATIO = re.compile(r"(?:(\d{1,3}) )?(\d)/(\d)(?: (\d{1,3}))?(?![\w/.,:-])")
_LIST_MARK = re.compile(r"\s*[-–—.)]+\s*[^\W\d]")
_PROCLITICS = re.compile(r"[وف]?[بلك]?(?:ال)?")
# Longer digit strings are identifiers; they also exceed what a float holds exactly.
_MOST_DIGITS = 18
_GROUP = 3
_HYPHENS = ("-", "–")
# How many tokens lie between the first and the last of three parts, and how many letters a label may have behind it.
_CODE_TOKENS, _CODE_LETTERS = 4, 3


@dataclass(frozen=True, slots=True)
class Literal:
    """A number in digits at folded offsets, ending with token ``last - 1``; ``plain``: digits alone;
    ``ratio``: 3/4."""

    start: int
    end: int
    last: int
    value: Number
    plain: bool
    ratio: bool = False


def value_of(form: str, scaled: bool = False) -> Number | None:
    """The value of a digit token, or None where its separators make no one number.

    A comma before exactly three digits sets off thousands, else decimals.  A full stop sets off
    decimals, unless it stands twice or before three digits of which the last is 0 (12.500) and no scale
    follows (``scaled``): so are tolls written in the Maghreb, and no toll is a fraction.

    >>> value_of("1,400"), value_of("4,8"), value_of("12.500"), value_of("12.500", scaled=True)
    (1400, 4.8, 12500, 12.5)
    >>> value_of("5ر1"), value_of("000ر30")
    (1.5, 30000)
    """
    if form.isdecimal():
        return int(form) if len(form) <= _MOST_DIGITS else None
    if _THOUSANDS.fullmatch(form) and not form.startswith("0"):
        whole, mark, part = re.match(r"((?:\d{1,3})(?:[,٬،]\d{3})+)([.,]?)(\d*)", form).groups()  # type: ignore[union-attr]
        digits = re.sub(r"\D", "", whole)
        return float(f"{digits}.{part}") if mark else int(digits)
    if not scaled and _DOTTED_THOUSANDS.fullmatch(form):
        return int(form.replace(".", ""))
    if _DECIMAL.fullmatch(form):
        return float(form.replace(",", "."))
    if from_right := _RAA.fullmatch(form):
        part, whole = from_right.groups()
        thousands = len(part) == _GROUP and not scaled
        return int(whole + part) if thousands else float(f"{whole}.{part}")
    return None


def literals(tokens: Tokens, i: int, scaled: bool) -> list[Literal]:
    """The numbers that digit token ``i`` gives: one, several (10.0.0.1), or none where it is no quantity."""
    form, start, end = tokens.forms[i], tokens.starts[i], tokens.ends[i]
    last, text = i + 1, tokens.text
    if ratio := _ratio(tokens, i):
        return [ratio]
    if _named(tokens, i):
        return []
    power = _EXPONENT.match(text, end)
    if power is None and end < len(text) and (text[end].isascii() and text[end].isalpha()):
        return []
    value = value_of(form, scaled)
    if value is None:
        return [
            Literal(start + m.start(), start + m.end(), last, int(m.group()), False)
            for m in re.finditer(r"\d+", form)
            if len(m.group()) <= _MOST_DIGITS
        ]
    if power is not None:
        while last < len(tokens.forms) and tokens.starts[last] < power.end():
            last += 1
        mark, exponent = power.group()[0], int(power.group()[1:])
        value = _power(value, exponent, base_ten=mark == "e")
        end = power.end()
        if value is None:
            return []
    if _negative(tokens, i):
        return [Literal(start - 1, end, last, -value, False)]
    return [Literal(start, end, last, value, form.isdecimal())]


def _ratio(tokens: Tokens, i: int) -> Literal | None:
    """Halves, thirds and quarters, alone or with a whole number on either side; right-to-left text may
    swap their ends."""
    m = _RATIO.match(tokens.text, tokens.starts[i])
    if m is None or (tokens.glued(i) and tokens.form(i - 1) in ("/", "-")):
        return None
    whole, a, b, after = m.groups()
    least, most = sorted((int(a), int(b)))
    if most not in (2, 3, 4) or not 0 < least < most:
        return None
    last = i + 1
    while last < len(tokens.forms) and tokens.starts[last] < m.end():
        last += 1
    value = least / most + int(whole or after or 0)
    return Literal(tokens.starts[i], m.end(), last, value, False, ratio=not (whole or after))


def _power(value: Number, exponent: int, *, base_ten: bool) -> Number | None:
    try:
        return value * 10.0**exponent if base_ten else float(value) ** exponent
    except (OverflowError, ZeroDivisionError):
        return None


def _negative(tokens: Tokens, i: int) -> bool:
    if tokens.form(i - 1) not in ("-", "−") or not tokens.glued(i):
        return False
    before = tokens.form(i - 2)
    if before and not before.startswith("\n"):
        return not tokens.glued(i - 1) or before[0] in "<>="
    # At the head of a line a hyphen before words is a list mark; before a number alone it is a sign.
    return not tokens.is_word(i + 1)


@lru_cache(maxsize=4096)
def _is_label(word: str) -> bool:
    return any(rest in lists().labels or bare(rest) in lists().labels for _, rest in splits(word))


def _may_precede(word: str) -> bool:
    """Whether a word run into digits is a proclitic, a particle or a word with its space lost, not half
    a name (إف16)."""
    if not word[0].isalpha():
        return True
    return bool(_PROCLITICS.fullmatch(word)) or word in particles().all or (len(word) > 3 and not word.isascii())


def _in_code(tokens: Tokens, i: int) -> bool:
    """Whether the digits stand in a number of a document: one of three or more that hyphens join (2-6-363), or behind the
    letters that follow a label (رقم هـ م 363)."""
    first = last = i
    while tokens.form(first - 1) in _HYPHENS and _code_part(tokens.form(first - 2)):
        first -= 2
    while tokens.form(last + 1) in _HYPHENS and _code_part(tokens.form(last + 2)):
        last += 2
    if last - first >= _CODE_TOKENS:
        return True
    letters = first
    while _code_letter(tokens.form(letters - 1)) and first - letters < _CODE_LETTERS:
        letters -= 1
    return letters < first and _is_label(tokens.form(letters - 1))


def _code_part(form: str) -> bool:
    return form.isdecimal() or _code_letter(form)


def _code_letter(form: str) -> bool:
    return len(form) == 1 and form.isalpha() and form not in PROCLITICS and form not in particles().all


def _named(tokens: Tokens, i: int) -> bool:
    """Whether the digits are part of a name, a label, a time, a written date or a list mark."""
    before, text = tokens.form(i - 1), tokens.text
    start, end = tokens.starts[i], tokens.ends[i]
    if tokens.glued(i):
        if before in ("+", ":", "_", "#", "@", "&") or not _may_precede(before):
            return True
        if before in ("-", "–", "/") and tokens.glued(i - 1):
            further = tokens.form(i - 2)
            if further[0].isalpha() and not _PROCLITICS.fullmatch(further):
                return True
            if before == "/" and further[0].isdecimal():
                return True
    if before == ":":
        before = tokens.form(i - 2)
    if before and _is_label(before):
        return True
    if _in_code(tokens, i):
        return True
    if (
        before in ("-", "–")
        and len(further := tokens.form(i - 2)) < 4
        and further.isalpha()
        and further not in particles().all
    ):
        # A type spelt with spaces: إف - 16.
        return True
    after = text[end : end + 2]
    if after[:1] in (":", "/", "_", "+") and after[1:].isdecimal():
        return True
    head = i == 0 or before.startswith("\n")
    return head and tokens.forms[i].isdecimal() and end - start < 3 and _LIST_MARK.match(text, end) is not None
