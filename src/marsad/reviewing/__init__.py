"""Reviewing: what people decide of claims, how far they agree, and what can be learnt from it."""
