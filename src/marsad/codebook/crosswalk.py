"""Crosswalks: an event in the categories of another codebook, by rules of which the first that fits wins."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from .conventions import Conventions
from .types import Code, EnglishText, Label, Sector, SectorGroup, Shape, Source, Table, Text

Sense = Literal["words", "cooperation", "unrest", "pressure", "posture", "fighting", "against-civilians"]
SideGroup = SectorGroup | Literal["untold"]


class Category(Shape):
    """A category of the other codebook.

    ``group`` is the wider one it belongs to, ``family`` the one above that.  ``senses`` are what it may mean, in terms that
    all codebooks share: two categories with none in common say different things.  ``unreached`` is why no rule leads there.
    """

    code: Text
    name: Text | None = None
    group: Text | None = None
    family: Text | None = None
    senses: tuple[Sense, ...]
    unreached: EnglishText | None = None


class Rule(Shape):
    """An event of ``type`` goes ``to`` a category, or to none, if all that the rule asks for holds.

    What is left empty is not asked for.  ``agent`` and ``target`` ask for the group of a sector, ``untold`` for none known;
    ``killed`` asks for at least one death.  ``section`` is the part of the codebook that the rule follows, where it is
    another than the crosswalk's.
    """

    type: Code
    modes: tuple[Code, ...] = ()
    weapons: tuple[Code, ...] = ()
    statuses: tuple[Code, ...] = ()
    agent: tuple[SideGroup, ...] = ()
    target: tuple[SideGroup, ...] = ()
    killed: bool = False
    to: str | None
    because: Label | None = None
    section: EnglishText | None = None

    @property
    def conditional(self) -> bool:
        """Whether the rule asks for anything beside the type."""
        return bool(self.modes or self.weapons or self.statuses or self.agent or self.target or self.killed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What a crosswalk looks at in an event; agents and targets are given as PLOVER sector codes."""

    type: str
    mode: str | None = None
    weapon: str | None = None
    status: str = "occurred"
    agents: Collection[str] = ()
    targets: Collection[str] = ()
    killed: int | float | None = None


@dataclass(frozen=True, slots=True)
class Rendering:
    """The category an event goes to, or None, the reason where the codebook gives one, and the section followed.

    ``rule`` is the one that fitted; where none did, the type has no category at all.
    """

    category: Category | None
    because: Label | None
    section: str
    rule: Rule | None = None


class CrosswalkFile(Shape):
    """A crosswalk as its file has it; ``uncovered`` says why a type has no category where no rule fits.

    ``section`` is the part of the source that defines the categories.  ``plover_modes`` tells that modes which Marsad has and
    PLOVER lacks are written in PLOVER's way first (see events.yaml).
    """

    code: Code
    name: EnglishText
    source: Source
    section: EnglishText
    plover_modes: bool = False
    categories: Table[Category]
    rules: tuple[Rule, ...]
    uncovered: dict[Code, Label]
    conventions: Conventions


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """A crosswalk ready for use, with the sectors that its rules speak of."""

    file: CrosswalkFile
    sectors: Mapping[str, Sector]

    def render(self, event: Coded) -> Rendering:
        """The event in the other codebook's categories, by the first rule that fits; never raises."""
        agents = self._groups(event.agents)
        targets = self._groups(event.targets)
        for rule in self.file.rules:
            if _fits(rule, event, agents, targets):
                category = self.file.categories[rule.to] if rule.to is not None else None
                return Rendering(category, rule.because, rule.section or self.file.section, rule)
        return Rendering(None, self.file.uncovered.get(event.type), self.file.section)

    def cited(self, section: str) -> str:
        """A section as one cites it."""
        source = self.file.source
        return f"{source.publisher}, {source.title}, {source.version} ({source.year}), {section}"

    def _groups(self, codes: Collection[str]) -> frozenset[str]:
        return frozenset(self.sectors[code].group for code in codes if code in self.sectors) or frozenset({"untold"})


def _fits(rule: Rule, event: Coded, agents: frozenset[str], targets: frozenset[str]) -> bool:
    return (
        rule.type == event.type
        and (not rule.modes or event.mode in rule.modes)
        and (not rule.weapons or event.weapon in rule.weapons)
        and (not rule.statuses or event.status in rule.statuses)
        and (not rule.agent or not agents.isdisjoint(rule.agent))
        and (not rule.target or not targets.isdisjoint(rule.target))
        and (not rule.killed or bool(event.killed))
    )
