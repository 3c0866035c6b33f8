"""The words and rules of forecasts as a page of Markdown: ``python -m marsad.merging.forecasts.page docs/forecasts.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from .counted import counted_rules
from .hedges import HedgeTable, HedgeWords, hedge_table
from .horizons import horizon_rules


def render() -> str:
    """The page: what ``page.md`` says, and the tables of words."""
    prose = (files(__package__) / "page.md").read_text("utf-8").rstrip()
    return "\n".join([prose, "", *_hedges(hedge_table()), *_horizons(), *_counted()]).rstrip() + "\n"


def _hedges(table: HedgeTable) -> Iterator[str]:
    yield from (
        "## How sure: words and ranges",
        "",
        "Published scales give English terms of likelihood their ranges. Which term an Arabic word is read as is Marsad's own",
        "reading: no public scale is in Arabic. The first hedge in the words of a forecast counts, else the last before them in",
        f"the sentence. `--scale` chooses the scale, by default `{table.default}`; a term that it lacks is taken from the scale",
        "named in brackets.",
        "",
    )
    for scale in table.scales.values():
        yield f"- `{scale.code}`: {scale.title}. <{scale.url}>"
    yield ""
    order = list(dict.fromkeys(entry.term for entry in table.words))
    yield from _table(
        ("Term", *(f"`{code}`" for code in table.scales)),
        ((term, *(_range(table, term, code) for code in table.scales)) for term in order),
    )
    yield from _table(
        ("Term", "Arabic", "English"), ((one.term, _arabic(one), ", ".join(one.en)) for one in table.words)
    )
    yield from (
        f'A bare future (سيقع, سوف يقع, لن يقع) is read as `{table.unhedged}`: readers take "will" for an outcome that may',
        "be certain but more often simply probable (K. H. Teigen and P. Filkuková, Can > Will, Journal of Behavioral Decision",
        f"Making 26, 2013, pp. 68-78). What a report hedges in words of no entry is `{table.unknown}`. What only may be scores",
        "about 0.25 whatever comes: such words can hardly be wrong, and earn nothing.",
        "",
    )


def _range(table: HedgeTable, term: str, code: str) -> str:
    hedge = table.on_scale(term, code)
    return f"{hedge.low:.2f}-{hedge.high:.2f}{'' if hedge.source == code else f' [{hedge.source}]'}"


def _arabic(entry: HedgeWords) -> str:
    return "، ".join([*entry.ar, *(f"{perfect} ({imperfect})" for perfect, imperfect in entry.verbs)])


def _horizons() -> Iterator[str]:
    rules = horizon_rules()
    yield from (
        "## By when: rules for horizons",
        "",
        "A day, month or season that the words name, or a counted length (خلال ستة أشهر, الشهرين المقبلين), is `stated`. All",
        "else is inferred, and says by which rule. Lengths count from the day after publication.",
        "",
    )
    several = f"`several-{rules.several}-months`, days, weeks, ..."
    few = f"`few-{rules.least}`, `few-{rules.least}-months`, ..."
    said = [
        (
            several,
            "خلال الأشهر المقبلة",
            f"{rules.several} of the unit: the Arabic plural of things counted stands for three to ten",
        ),
        (few, "الأيام القليلة المقبلة", f"{rules.least} of the unit"),
        *((f"`{one.name}`", "، ".join(one.phrases), f"{one.months} months") for one in rules.vague),
        (f"`{rules.unknown.name}`", "no horizon at all", f"{rules.unknown.months} months"),
    ]
    yield from _table(("Rule", "Words", "Length"), said)


def _counted() -> Iterator[str]:
    rules = counted_rules()
    yield from (
        "## What is counted",
        "",
        "Nouns, plural or of mass, that stand near a word of rise or fall, and the type of event that they are counted as. After",
        f"{'، '.join(sorted(rules.against))} they are turned round and not counted.",
        "",
    )
    yield from _table(("Type", "Words"), ((f"`{one.type}`", "، ".join(one.nouns)) for one in rules.types))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def main(arguments: Sequence[str]) -> None:
    """Write the page to the file named, or to standard output."""
    if arguments:
        Path(arguments[0]).write_text(render(), encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(render())


if __name__ == "__main__":
    main(sys.argv[1:])
