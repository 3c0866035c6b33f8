"""Chains of mentions of one and the same: drawing what is labelled, scoring, measuring."""
