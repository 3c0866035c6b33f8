"""What a claim is worth before the learned reader speaks: how often claims of its group were right when people judged them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from ..codebook.yaml_file import read_yaml
from ..records import AssessmentBody, EventBody, FigureBody, Kind, RelationBody
from .proposal import Proposal

_VIOLENT = frozenset({"ASSAULT", "PROTEST"})
_TOLL = frozenset({"killed", "injured", "casualties"})


@cache
def rates() -> dict[str, float]:
    """Group → share of its claims that were right; see ``rates.yaml``."""
    return read_yaml(files(__package__) / "rates.yaml", dict[str, float])


def group(kind: Kind, type_: str, passing: bool = False) -> str:
    """The group of a claim: violent events and tolls, which the grammar knows best, apart from the rest of their kind, and
    events named in ``passing`` apart from those told.
    """
    if passing:
        return "event in passing"
    if kind == "event":
        return "violent event" if type_ in _VIOLENT else "other event"
    if kind == "figure":
        return "toll" if type_ in _TOLL else "other figure"
    return kind


def rate(proposals: Iterable[Proposal]) -> None:
    """Give each proposal that has no probability yet that of its group."""
    for proposal in proposals:
        if proposal.probability is None:
            named = group(proposal.kind, _type(proposal.body), proposal.passing)
            proposal.probability = rates()[named]


def _type(body: EventBody | FigureBody | RelationBody | AssessmentBody) -> str:
    if isinstance(body, FigureBody):
        return body.measure
    return body.predicate if isinstance(body, RelationBody) else body.type
