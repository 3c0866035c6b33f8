"""Relations: who leads, joins, backs, holds or stands against whom."""

from .find import find_relations

__all__ = ["find_relations"]
