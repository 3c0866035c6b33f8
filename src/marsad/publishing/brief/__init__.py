"""Briefs: a digest of what a store tells, every sentence with the claims that it rests on."""

from .rendering import Format, written
from .types import Brief, Digits, Dispute, Language, Material, Section, Sentence, Source
from .writing import brief_of

__all__ = [
    "Brief",
    "Digits",
    "Dispute",
    "Format",
    "Language",
    "Material",
    "Section",
    "Sentence",
    "Source",
    "brief_of",
    "written",
]
