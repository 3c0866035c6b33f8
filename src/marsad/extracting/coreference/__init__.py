"""Mentions → the same with what each refers to: chains of names and definite nouns inside one report."""

from .resolving import corefer

__all__ = ["corefer"]
