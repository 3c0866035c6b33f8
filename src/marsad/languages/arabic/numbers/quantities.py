"""From numerals to quantities: bounds, ranges, approximations, shares."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..numerals.literals import Number
from ..numerals.parts import Numeral
from ..numerals.tokens import Tokens
from ..numerals.words import lists
from .cues import cue_after, cue_before, cues
from .spans import NumberKind, Share

# How many words of the counted noun may stand between a numeral and "at least" behind it.
_NOUN_WORDS = 3
# How many tokens before "from A to B" a verb of change is looked for.
_CHANGE_REACH = 8


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number span in folded offsets; see :class:`NumberSpan`."""

    start: int
    end: int
    core_start: int
    core_end: int
    low: Number | None
    high: Number | None
    approximate: bool = False
    kind: NumberKind = "exact"
    counted: str | None = None
    share: Share | None = None
    first: int = 0
    last: int = 0


def quantities(tokens: Tokens, found: tuple[Numeral, ...]) -> list[Quantity]:
    """The quantities of a text in order; ordinals only where a bound or range makes them numbers."""
    found = _said_once(tokens, found)
    out: list[Quantity] = []
    i = 0
    while i < len(found):
        made, used = _quantity(tokens, found, i)
        i += used
        if made is None:
            continue
        if out and (merged := _both_bounds(tokens, out[-1], made)):
            out[-1] = merged
        elif not out or made.start >= out[-1].end:
            out.append(made)
        elif made.core_start >= out[-1].end:
            out.append(replace(made, start=made.core_start))
    return out


def _said_once(tokens: Tokens, found: tuple[Numeral, ...]) -> tuple[Numeral, ...]:
    """Numerals without those that say the one before again in brackets, which it then reaches over: سبعة عشر (17) صاروخا."""
    out: list[Numeral] = []
    for one in found:
        before = out[-1] if out else None
        bracketed = tokens.form(one.first - 1) == "(" and tokens.form(one.last) == ")"
        if before and bracketed and before.last == one.first - 1 and (before.low, before.high) == (one.low, one.high):
            out[-1] = replace(before, last=one.last + 1, end=tokens.ends[one.last])
        else:
            out.append(one)
    return tuple(out)


def _quantity(tokens: Tokens, found: tuple[Numeral, ...], i: int) -> tuple[Quantity | None, int]:
    one = found[i]
    # What stands before "and 20" belongs to what it is joined to: 30 قتيلا على الأقل و20 جريحا.
    cue = None if one.joined else cue_before(tokens, one.first)
    pair = _range(tokens, found, i, cue)
    if pair is not None:
        low, high, other, start = pair
        made = Quantity(
            start, other.end, one.start, other.end, low, high, kind="range", first=one.first, last=other.last,
            share="fraction" if one.fraction or other.fraction else None,
        )  # fmt: skip
        return _trim(tokens, made), 1 + (other is not one)
    return _single(tokens, found, i, cue)


def _single(
    tokens: Tokens, found: tuple[Numeral, ...], i: int, cue: tuple[str, int, int] | None
) -> tuple[Quantity | None, int]:
    one = found[i]
    # "Until the sixth" is an hour or a day.
    until = cue is not None and tokens.forms[cue[1]].endswith("حتي")
    if one.kind == "ordinal" and (cue is None or cue[0] not in ("lower", "upper") or until):
        return None, 1
    share = _one_of(tokens, found, i)
    if share is not None:
        return share
    made = Quantity(
        one.start, one.end, one.start, one.end, one.low, one.high, counted=one.counted, first=one.first,
        last=one.last, share="fraction" if one.fraction else None,
    )  # fmt: skip
    if one.kind in ("vague", "few"):
        made = replace(made, approximate=True, kind="vague")
    made = _trim(tokens, made)
    while cue is not None:
        made = _apply(made, cue[0], cue[2])
        joined = tokens.forms[cue[1]].startswith("و")
        cue = cue_before(tokens, cue[1]) if cue[0] in ("approximate", "exact") and not joined else None
        if cue is not None and cue[0] not in ("approximate", "lower", "upper"):
            cue = None
    return _behind(tokens, found, i, made), 1


def _apply(made: Quantity, kind: str, start: int) -> Quantity:
    if kind == "approximate":
        return replace(made, start=start, approximate=True)
    if kind in ("lower", "upper") and made.kind in ("exact", "vague"):
        value = made.low if kind == "lower" else made.high
        low, high = (value, None) if kind == "lower" else (None, value)
        return replace(made, start=start, low=low, high=high, kind="bound" if value is not None else "vague")
    return made


def _behind(tokens: Tokens, found: tuple[Numeral, ...], i: int, made: Quantity) -> Quantity:
    """Cues behind the numeral or behind what it counts; only those right behind it widen the span."""
    stop = found[i + 1].first if i + 1 < len(found) else len(tokens.forms)
    for at in range(made.last, min(made.last + _NOUN_WORDS + 1, stop)):
        hit = cue_after(tokens, at)
        if hit is not None:
            kind, last = hit
            # "at least" that opens the next bound (… على الأقل 20) belongs to the number behind it, unless "and" stands between.
            if at > made.last and last == stop and stop < len(tokens.forms) and not found[i + 1].joined:
                return made
            if at == made.last:
                made = replace(made, end=tokens.ends[last - 1], last=last)
            if kind == "after_approximate":
                return replace(made, approximate=True)
            if made.kind != "exact":
                return made
            return replace(
                made, kind="bound", low=made.low if kind == "after_lower" else None,
                high=made.high if kind == "after_upper" else None,
            )  # fmt: skip
        if not tokens.is_word(at):
            break
    return made


def _trim(tokens: Tokens, made: Quantity) -> Quantity:
    """Take in a percent sign or words."""
    for phrase in lists().percent:
        if tuple(tokens.forms[made.last : made.last + len(phrase)]) == phrase:
            last = made.last + len(phrase)
            return replace(made, end=tokens.ends[last - 1], last=last, share="percent")
    if tokens.form(made.first - 1) == "%" and tokens.glued(made.first):
        return replace(made, start=tokens.starts[made.first - 1], share="percent")
    return made


def _range(
    tokens: Tokens, found: tuple[Numeral, ...], i: int, cue: tuple[str, int, int] | None
) -> tuple[Number, Number, Numeral, int] | None:
    """Low, high, the second numeral and the folded start, where numerals ``i`` and ``i + 1`` are ends of
    a range."""
    one = found[i]
    if i + 1 >= len(found) or one.low is None or one.kind in ("vague", "few") or one.counted:
        return None
    two = found[i + 1]
    if two.low is None or two.kind in ("vague", "few") or two.counted:
        return None
    gap = tokens.forms[one.last : two.first]
    kind = cue[0] if cue else ""
    ties = {"و"} | cues().to if kind == "between" else cues().to if kind == "from" else set()
    start = cue[2] if cue and kind in ("between", "from") else one.start
    if kind == "between":
        tied = (
            (two.joined and len(gap) <= 2) or (bool(gap) and gap[-1] in ties and len(gap) <= 3) or gap in (["-"], ["–"])
        )
    else:
        tied = (len(gap) == 1 and gap[0] in cues().to and gap[0] != "حتي") or (
            kind == "from" and len(gap) in (1, 2) and gap[-1] in ties
        )
        if tied and _changes(tokens, one.first):
            return None
        if not tied and len(gap) == 1 and gap[0] in ("-", "–", "—", "او"):
            tied = (one.literal and two.literal) or gap[0] == "او"
            start = one.start
    if not tied or ((one.kind == "ordinal") != (two.kind == "ordinal") and kind != "between"):
        return None
    if one.kind == "ordinal" and kind != "between":
        return None
    low, high = one.low, two.low
    # "3 to 5 million": the scale belongs to both.
    if (one.literal or kind == "between") and two.scale >= 1000 and low < two.low / two.scale and one.scale == 1:
        low = low * two.scale
    if low >= high:
        return None
    return low, high, two, start


def _changes(tokens: Tokens, i: int) -> bool:
    for at in range(i - 1, max(-1, i - 1 - _CHANGE_REACH), -1):
        form = tokens.forms[at]
        if form in (".", "،", ";", "؛") or form.startswith("\n"):
            return False
        if form in cues().change or form[1:] in cues().change:
            return True
    return False


def _one_of(tokens: Tokens, found: tuple[Numeral, ...], i: int) -> tuple[Quantity, int] | None:
    """واحد من كل ثلاثة, ١ على ٢٠, مائة على ألف: a share, and how many numerals it took."""
    one, parts = found[i], lists().part_words
    if not one.low or one.kind != "number":
        return None
    if tokens.form(one.first - 1) == "من" and tokens.form(one.first - 2) in parts:
        if one.low > 1 and (not tokens.is_word(one.last) or tokens.form(one.last) in parts):
            start = tokens.starts[one.first - 2]
            return _share(replace(one, start=start, first=one.first - 2), one, 1 / one.low), 1
        return None
    if i + 1 >= len(found):
        return None
    two = found[i + 1]
    if not two.low or two.low < 2 or two.kind != "number" or two.article or two.counted:
        return None
    gap = tokens.forms[one.last : two.first]
    if gap == ["علي"]:
        fits = one.low == 1 or (one.word and two.word and one.low < two.low) or not tokens.is_word(two.last)
    elif gap:
        fits = (one.low == 1 and one.word and gap in (["من"], ["من", "كل"])) or (
            len(gap) == 2 and gap[0] in parts and gap[1] == "من"
        )
    else:
        fits = two.parts
    return (_share(one, two, one.low / two.low), 2) if fits else None


def _share(one: Numeral, two: Numeral, value: float) -> Quantity:
    return Quantity(
        one.start, two.end, one.start, two.end, value, value, share="fraction", first=one.first, last=two.last
    )


def _both_bounds(tokens: Tokens, left: Quantity, right: Quantity) -> Quantity | None:
    """ "More than 20 and less than 35" is one range."""
    if left.kind != "bound" or right.kind != "bound" or left.high is not None or right.low is not None:
        return None
    if left.low is None or right.high is None or left.low >= right.high:
        return None
    between = tokens.text[left.end : right.start].strip()
    if between not in ("", "و", "،", "، و"):
        return None
    return replace(left, end=right.end, core_end=right.core_end, high=right.high, kind="range", last=right.last)
