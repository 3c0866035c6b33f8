"""Which part of the training data a report goes to: always the same one, whatever else is there."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

Split = Literal["train", "dev", "test"]


def split_of(report: str) -> Split:
    """By the hash of the report's id: eight of ten to train, one each to dev and test."""
    tenth = int.from_bytes(sha256(report.encode()).digest()[:4], "big") % 10
    return "train" if tenth < 8 else ("dev" if tenth == 8 else "test")
