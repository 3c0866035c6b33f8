"""Where the corpora lie and where runs are written, and how the event sentences are divided."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDS = 3
ALL = -1  # the fold of a reader that nothing is held out of


@dataclass(frozen=True, slots=True)
class Data:
    """Where the labelled corpora lie, where runs are written, and the files of the reader that ships."""

    folder: Path
    runs: Path
    model: Path

    @property
    def news(self) -> Path:
        """The unlabelled articles."""
        return self.folder / "text" / "security_news_2015.jsonl.gz"

    @property
    def words(self) -> Path:
        """The shipped branch of words, which every branch of events reads on from."""
        return self.model / "words.onnx"
