"""The catalogue: actors, organizations, media, platforms, countries and places, and where a text names
them."""

from .book import Catalogue, load
from .conditions import Condition
from .entries import Alias, Entry, Tie
from .gazetteer import PlaceEntry
from .names import Match, Name
from .organ_table import Organ, Told
from .organs import Organs
from .periods import Period

__all__ = [
    "Alias", "Catalogue", "Condition", "Entry", "Match", "Name", "Organ", "Organs", "Period", "PlaceEntry", "Tie", "Told",
    "load",
]  # fmt: skip
