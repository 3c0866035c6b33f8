"""What a coder may see: in blind coding nothing that another said of the same, until it is adjudicated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from marsad.storing.review_tables import judgements

from .assignments import assignment_for, assignments_of
from .judgements import Judgement, UnitKey, on_unit, standing
from .subjects import claim_subject, event_of


class Sight:
    """Tells of units whether ``coder`` may see what others said of them; each is looked up once."""

    def __init__(self, connection: Connection, coder: str) -> None:
        self.connection, self.coder = connection, coder
        self._known: dict[UnitKey, bool] = {}
        own = select(judgements.c.number).where(judgements.c.by == coder, judgements.c.blind).limit(1)
        assigned = any(one.blind and not one.withdrawn for one in assignments_of(connection, coder))
        self._codes_blind = assigned or connection.execute(own).first() is not None

    def of(self, unit: UnitKey) -> bool:
        """Whether others' judgements on a unit may be seen."""
        if not self._codes_blind:
            return True
        if unit not in self._known:
            self._known[unit] = not self._hidden(unit)
        return self._known[unit]

    def seen(self, log: Iterable[Judgement]) -> Iterator[Judgement]:
        """Those of the judgements that may be seen: the coder's own, and those of others."""
        return (one for one in log if one.by == self.coder or self.of(one.unit))

    def _hidden(self, unit: UnitKey) -> bool:
        log = standing(on_unit(self.connection, unit))
        if any(one.adjudicates for one in log):
            return False
        if any(one.blind and one.by == self.coder for one in log):
            return True
        subject = claim_subject(self.connection, *unit)
        event = event_of(self.connection, subject)
        if event is None:
            return False
        under = assignment_for(self.connection, self.coder, event, unknown=subject.claim is None)
        return bool(under and under.blind)
