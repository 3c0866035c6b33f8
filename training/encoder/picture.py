"""The reliability picture: how often what the reader gives a probability turned out so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from marsad.encoder.heads import heads
from marsad.extracting.learned.decisions import odds_to_probability

from .fitting import Row
from .reliability import bins

BESIDE = ((4, -10), (-16, 6))  # where the counts of each line stand, in points from its marks
SALT = "reliability"  # names of parts of the picture, so that the same figures give the same file


def reliability(held: Sequence[tuple[Row, float]], path: Path) -> None:
    """Draw held-out rows and the log odds given to them, a line for each event type, as SVG."""
    mpl.rcParams["svg.hashsalt"] = SALT
    figure = Figure(figsize=(5, 5))
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.7", linestyle=":", label="as it should be")
    for event, (right, up) in zip(heads().events, BESIDE, strict=True):
        told = [(odds_to_probability(odds), row.share) for row, odds in held if row.event == event]
        found = bins(*np.array(told).T)
        axes.plot([b[0] for b in found], [b[1] for b in found], marker="o", label=f"{event}, {len(told)} sentences")
        for x, y, count in found:
            axes.annotate(str(count), (x, y), textcoords="offset points", xytext=(right, up), fontsize=7)
    axes.set(
        xlabel="probability stated", ylabel="share of annotators who agreed", xlim=(0, 1), ylim=(0, 1), aspect="equal"
    )
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(path, format="svg", bbox_inches="tight", metadata={"Date": None})
