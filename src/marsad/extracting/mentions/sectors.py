"""The PLOVER sector of a mention."""

from __future__ import annotations

from ...records import Mention

_BY_TYPE = {"government": "GOV", "armed force": "MIL", "media": "MED", "group": "REB"}


def sector(mention: Mention) -> str | None:
    """PLOVER's code for whom the mention names: what it carries, else what its type implies, else None."""
    held = mention.subtype
    if held and len(held) == 3 and held.isascii() and held.isupper():
        return held
    return _BY_TYPE.get(mention.type)
