"""One verb of saying with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ...languages.arabic.dates import DateSpan
from .cue_forms import Cue
from .speaker_after import Range

How = Literal["that", "colon", "quote", "preposition", "object"]
# Kinds of saying whose verb has two nouns after it: who speaks and who is spoken to.
TWO_NOUNS = frozenset({"accused", "warned", "demanded", "threatened", "promised"})


@dataclass(slots=True)
class Frame:
    """One verb of saying with what stands around it; ``content`` is None where nothing said follows.

    ``recalled``: a pronoun calls the source back, so that the subject only passed it on: نقلت عنه الوكالة.
    """

    cue: Cue
    verb: int
    subject: Range | None = None
    via: Range | None = None
    content: int | None = None
    how: How | None = None
    before: bool = False
    pronoun: bool = False
    recalled: bool = False
    dates: list[DateSpan] = field(default_factory=list)
