"""The sentences of a brief on what was predicted, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.merging.forecasts import Score

from .telling import Teller
from .types import Run, Sentence
from .wording import fill

# What is too vague for a sentence of its own.
_VAGUE = frozenset(("no direction", "nothing counted"))


def forecast_sentences(teller: Teller, scores: Sequence[Score], most: int) -> Iterator[Sentence]:
    """A sentence for each forecast that has a direction and speaks of what is counted, scored ones first; one for the rest."""
    clear = [score for score in scores if score.unscorable not in _VAGUE]
    clear.sort(key=lambda score: (score.brier is None, score.forecast.report.published is None))
    yield from (_forecast(teller, score) for score in clear[:most])
    vague = [score.forecast for score in scores if score.unscorable in _VAGUE]
    if vague:
        said = fill(teller.words.vague, forecasts=teller.count("forecasts", len(vague)))
        yield Sentence(said, tuple(teller.source(one.claim, one.report) for one in vague))


def _forecast(teller: Teller, score: Score) -> Sentence:
    one, words = score.forecast, teller.words
    assert one.direction
    assert one.counted
    published, horizon = one.report.published, one.horizon
    said = fill(
        words.forecast_negated if one.negated else words.forecast,
        author=_name(one.author) if one.author else words.author_unknown,
        outlet=_name(one.outlet or one.report.source),
        day=teller.day(published) if published else words.unknown_day,
        quote=teller.quoted(one.claim.text),
        way=words.ways[one.direction],
        type=teller.type(one.counted.type),
        until=teller.day(horizon.latest) if horizon else words.unknown_day,
        low=teller.percent(one.hedge.low),
        high=teller.percent(one.hedge.high),
        verdict=_verdict(teller, score),
    )
    return Sentence(said, (teller.source(one.claim, one.report),))


def _verdict(teller: Teller, score: Score) -> str:
    words, outcome = teller.words, score.outcome
    if score.unscorable is not None or outcome is None:
        return words.unscorable[score.unscorable] if score.unscorable else words.verdicts.open
    template = words.verdicts.came_true if score.came_true else words.verdicts.failed
    before, after = (teller.count("events", len(some)) for some in (outcome.before, outcome.after))
    return template.replace("{before}", before).replace("{after}", after)


def _name(text: str) -> Run:
    return Run(text, foreign=True)
