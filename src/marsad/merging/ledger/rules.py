"""The rules under which best, low and high are taken from what the sources count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from types import MappingProxyType

from marsad.errors import MarsadError
from marsad.records import Bounds

from .lists import vague
from .phrases import words_of
from .standing import Held
from .totals import Total
from .wording import Number

DEFAULT_RULE = "latest-official"


class UnknownRuleError(MarsadError):
    """A rule was asked for that there is none of."""

    code = "rule"
    exit_code = 26


@dataclass(frozen=True, slots=True)
class Rule:
    """How best, low and high follow from the accounts of one measure; ``source`` cites where the rule
    is from, None for one of Marsad's own."""

    name: str
    definition: str
    source: str | None
    bounds: Callable[[Sequence[Held]], Bounds]


def rule_named(name: str) -> Rule:
    """The rule of this name; UnknownRuleError where there is none."""
    if name not in RULES:
        raise UnknownRuleError("no such rule", where=name, remedy=f"take one of {', '.join(RULES)}")
    return RULES[name]


def latest_official(accounts: Sequence[Held]) -> Bounds:
    """Best: the latest total by an authority, else the latest by anyone.

    Later is the later day of a report that gives it; within one report what is told later in its text; of reports of one
    day the greatest, after those that tell of an update.  Low and high: the least and the greatest of the totals that stand, one
    for each independent source; a side that a source leaves open ("at least 14") is open unless another source closes it.
    """
    standing = _numbered(accounts)
    official = [h for h in standing if h.account.official]
    return Bounds(low=_least(standing), best=_latest(official) or _latest(standing), high=_greatest(standing))


def ucdp(accounts: Sequence[Held]) -> Bounds:
    """Best: the number of the most independent sources, the lower one where that does not decide.

    Low and high: the least and the greatest number of the totals that stand.  All three are numbers: "at least 14" is 14.
    """
    standing = _numbered(accounts)
    numbers = [number for h in standing if (number := _closed(h.account.principal)) is not None]
    if not numbers:
        return Bounds(low=None, best=None, high=None)
    best = max(numbers, key=lambda number: (numbers.count(number), -number))
    highs = [h.account.high for h in standing if h.account.high is not None]
    return Bounds(low=min(numbers), best=best, high=max([*numbers, *highs]))


def acled(accounts: Sequence[Held]) -> Bounds:
    """One number: the least of the totals that stand; where none has a number, what ACLED codes for its words."""
    numbers = [number for h in _numbered(accounts) if (number := _closed(h.account.principal)) is not None]
    if not numbers:
        numbers = [number for h in _standing(accounts) if (number := _coded(h.account.principal))]
    least = min(numbers, default=None)
    return Bounds(low=least, best=least, high=least)


def median(accounts: Sequence[Held]) -> Bounds:
    """Best: the median of the totals that stand, one for each independent source; of an even number the lower middle one.

    Low and high as under ``latest-official``.
    """
    standing = _numbered(accounts)
    numbers = [number for h in standing if (number := _closed(h.account.principal)) is not None]
    best = median_low(numbers) if numbers else None
    return Bounds(low=_least(standing), best=best, high=_greatest(standing))


def reported_range(accounts: Sequence[Held]) -> Bounds:
    """Low and high: the least and the greatest total that any report gives, its parts added up where it gives no total.

    Totals that were superseded since count too.  There is a best figure only where all reports agree, for the rule prefers
    nobody's.
    """
    given = _given(accounts)
    lows = [number for total in given if (number := _low(total)) is not None]
    highs = [number for total in given if (number := total.high) is not None]
    closing = max(highs, default=None)
    is_open = any(total.high is None and (closing is None or (total.low or 0) > closing) for total in given)
    low, high = min(lows, default=None), None if is_open else closing
    return Bounds(low=low, best=low if low == high else None, high=high)


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            Rule(
                "latest-official",
                "best: the latest total by an authority, else by anyone; low and high: of what each independent source "
                "gave last",
                None,
                latest_official,
            ),
            Rule(
                "ucdp",
                "best: the most reliable number, the lower where none is; low and high: the least and the greatest; that "
                "reliability goes by the number of independent sources is Marsad's reading",
                "UCDP Georeferenced Event Dataset Codebook 22.1 (Högbladh 2022), on best, low and high estimates",
                ucdp,
            ),
            Rule(
                "acled",
                "one number, the most conservative; dozens 12, hundreds 100, several 3",
                "ACLED Codebook of 7 October 2024 and ACLED's FAQs on fatalities, 27 February 2023",
                acled,
            ),
            Rule("median", "best: the median of the independent sources", None, median),
            Rule(
                "reported-range",
                "low and high: the least and the greatest total that any report gives; best only where they agree",
                None,
                reported_range,
            ),
        )
    }
)


def _standing(accounts: Sequence[Held]) -> list[Held]:
    """The accounts that stand; those that may be, are feared or are thought only where there are no others."""
    standing = [h for h in accounts if h.stands]
    firm = [h for h in standing if h.account.head.claim.certainty != "hedged"]
    return firm or standing


def _numbered(accounts: Sequence[Held]) -> list[Held]:
    return [h for h in _standing(accounts) if not h.account.principal.vague]


def _latest(accounts: Sequence[Held]) -> Number:
    with_number = [h for h in accounts if h.account.low is not None]
    if not with_number:
        return None
    told = [(total.head, h) for h in with_number for total in h.account.totals]
    last = max(figure.day for figure, _ in told)
    ends: dict[str, Held] = {}
    for figure, h in sorted(told, key=lambda pair: pair[0].place):
        if figure.day == last:
            ends[figure.report.id] = h
    return max(ends.values(), key=lambda h: (h.account.turn is not None, h.account.low or 0)).account.low


def _least(accounts: Sequence[Held]) -> Number:
    lows = [h.account.low for h in accounts if h.account.low is not None]
    least = min(lows, default=None)
    open_below = [h.account.high for h in accounts if h.account.low is None]
    return None if any(high is not None and (least is None or high < least) for high in open_below) else least


def _greatest(accounts: Sequence[Held]) -> Number:
    highs = [h.account.high for h in accounts if h.account.high is not None]
    greatest = max(highs, default=None)
    open_above = [h.account.low for h in accounts if h.account.high is None]
    return None if any(low is not None and (greatest is None or low > greatest) for low in open_above) else greatest


def _closed(total: Total) -> Number:
    return total.low if total.low is not None else total.high


def _low(total: Total) -> Number:
    return total.low


def _coded(total: Total) -> int | None:
    """What ACLED codes for a number left open, all its figures together."""
    numbers = [_of_words(f"{f.claim.text} {f.body.of or ''}") for f in total.figures]
    told = [number for number in numbers if number is not None]
    return sum(told) if told else None


def _of_words(text: str) -> int | None:
    forms = words_of(text).forms
    return next((number for phrases, number in vague() if phrases.first(forms) is not None), None)


def _given(accounts: Sequence[Held]) -> list[Total]:
    """The totals that reports give: not a smaller number beside a greater from the same source in the same report, nor
    counts of attackers alone."""
    told = [total for h in accounts for total in h.account.totals if not total.vague and not _outdone(total, h)]
    firm = [t for t in told if t.head.claim.certainty != "hedged"] or told
    return [t for t in firm if not t.of_attackers] or firm


def _outdone(total: Total, h: Held) -> bool:
    if h.standing == "beyond":
        return True
    if h.by is None or total.head.before or total.head.turn == "early":
        return False
    here = [t.head for t in h.by.totals if t.head.report.id == total.head.report.id]
    return any(head.source.key == total.head.source.key and head.turn is None for head in here)
