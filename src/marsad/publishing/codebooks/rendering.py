"""One event by the rules of a codebook: its row, or why it has none."""

from __future__ import annotations

from marsad.codebook import Coded, Crosswalk, load
from marsad.errors import CodebookError
from marsad.records import Event

from . import actors, dates, deaths
from .evidence import Evidence
from .inclusion import Reason, kept_out, not_distinct
from .layouts import LAYOUTS
from .parts import Parts, said
from .reasons import by_rule
from .rows import NotIncluded, Row
from .sides import Sides, codes, headed, sides

CODEBOOKS = ("plover", "acled", "ucdp", "cameo")


def rendered(event: Event, codebook: str, evidence: Evidence) -> Row | NotIncluded:
    """The event as a row of ``codebook`` (one of :data:`CODEBOOKS`), or the rule that keeps it out.

    Low, best and high of the dead are those of the ledger's rule that the codebook asks for.  The result is the same for the
    same arguments.  Raises :class:`CodebookError` where there are no rules of that name.
    """
    crosswalk = load().crosswalks.get(codebook)
    if crosswalk is None:
        raise CodebookError(
            "there are no rules of this codebook", where=codebook, remedy=f"use one of {', '.join(CODEBOOKS)}"
        )
    rules = crosswalk.file.conventions
    mode = evidence.mode(event)
    told = sides(event, mode)
    type_, written_mode = _in_its_terms(event.type, mode, crosswalk)
    rendering = crosswalk.render(
        Coded(
            type=type_,
            mode=written_mode,
            weapon=evidence.weapon(event),
            status=event.status,
            agents=codes(told.acting),
            targets=codes(told.met),
            killed=int(deaths.someone_died(event, evidence, rules.deaths.rule)),
        )
    )
    reason = kept_out(event, evidence, told, crosswalk, rendering)
    if reason is not None or rendering.category is None:
        return _not_included(event, crosswalk, reason or (by_rule(None), rendering.section))
    asked = rendering.rule
    told = Sides(headed(told.acting, asked.agent if asked else ()), headed(told.met, asked.target if asked else ()))
    pair = actors.pair(event, mode, told, crosswalk, rendering.category)
    if reason := not_distinct(pair, crosswalk):
        return _not_included(event, crosswalk, reason)
    acting = next(iter(told.acting), None)
    toll = deaths.toll(event, evidence, rules.deaths.rule)
    first, second = (actor.role if actor else None for actor in (pair.first, pair.second))
    precision = (event.place.precision or "country") if event.place else None
    parts = Parts(
        event=event,
        evidence=evidence,
        crosswalk=crosswalk,
        rendering=rendering,
        category=rendering.category,
        mode=written_mode,
        actors=pair,
        date=dates.written(event.date, evidence.published, rules.dates),
        place=next((code for code in rules.places if precision in code.precisions), None),
        toll=toll,
        one_number=deaths.one_number(event, evidence, rules.deaths),
        split=deaths.split(
            toll.best if toll else None,
            evidence,
            acting,
            first,
            second,
            one_sided="fighting" not in rendering.category.senses,
        ),
    )
    return Row(codebook, event.id, LAYOUTS[codebook](parts), event.claims, said(parts))


def _not_included(event: Event, crosswalk: Crosswalk, reason: Reason) -> NotIncluded:
    because, section = reason
    return NotIncluded(crosswalk.file.code, event.id, because, crosswalk.cited(section))


def _in_its_terms(type_: str, mode: str | None, crosswalk: Crosswalk) -> tuple[str, str | None]:
    """Type and mode; for PLOVER, a mode of Marsad's own as PLOVER writes it."""
    own = load().events[type_].modes.get(mode) if mode else None
    if crosswalk.file.plover_modes and own is not None and own.plover is not None:
        return own.plover.type, own.plover.mode
    return type_, mode
