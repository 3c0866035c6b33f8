"""Outlook: what is expected, feared, explained, advised and thought, as assessments."""

from .find import find_outlook

__all__ = ["find_outlook"]
