"""Hand-judged claims → how often a claim of each group is right, which is what it is worth before anything else is known.

    PYTHONPATH=src python training/rate_claims.py

Reads ``training/labels/claims_2015.jsonl`` and writes ``src/marsad/extracting/rates.yaml``.  A rate is (right + 1) /
(judged + 2), the mean of Laplace's rule of succession, so that a few right ones don't make a certainty.
"""

from __future__ import annotations

import collections
import json
from pathlib import Path

from marsad.extracting.rating import group

HERE = Path(__file__).parent
LABELS = HERE / "labels" / "claims_2015.jsonl"
RATES = HERE.parent / "src" / "marsad" / "extracting" / "rates.yaml"
HEAD = """\
# How often claims of a group were right among those judged by hand; written by training/rate_claims.py.
"""


def main() -> None:
    """Count and write."""
    judged: collections.Counter[str] = collections.Counter()
    right: collections.Counter[str] = collections.Counter()
    for line in LABELS.read_text("utf-8").splitlines():
        label = json.loads(line)
        name = group(label["kind"], label["type"], label["rule"].startswith("passing:"))
        judged[name] += 1
        right[name] += label["right"]
    rows = (f"{name}: {(right[name] + 1) / (n + 2):.3f} # {right[name]} of {n}" for name, n in sorted(judged.items()))
    RATES.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
