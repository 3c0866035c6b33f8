"""Contradictions of a store, with the sentences they rest on."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from marsad.terminal import beside, isolated

if TYPE_CHECKING:
    from marsad.publishing.contradictions import Shown

COLUMNS = (
    "kind", "severity", "weight", "made_of", "report", "source", "what", "claims", "reports", "outlets", "published", "sentences",
)  # fmt: skip


def as_row(shown: Shown) -> dict[str, Any]:
    """The cells of :data:`COLUMNS`; ``claims``, ``reports``, ``outlets``, ``published`` and ``sentences`` run side by side."""
    found, first = shown.contradiction, shown.reports[0]
    return {
        "kind": found.kind,
        "severity": found.severity,
        "weight": found.weight,
        "made_of": [f"{share.name}: {share.points:g}" for share in found.shares],
        "report": first.id,
        "source": first.source,
        "what": found.what.en,
        "claims": [claim.id for claim in found.claims],
        "reports": [report.id for report in shown.reports],
        "outlets": [report.outlet or "" for report in shown.reports],
        "published": [report.published.isoformat() if report.published else "" for report in shown.reports],
        "sentences": shown.sentences,
    }


def tell(shown: Shown, out: IO[str]) -> None:
    """Write a contradiction for a reader: two reports side by side, one report with its sentences below one another."""
    row = as_row(shown)
    out.write(f"{row['kind']}: {row['what']}\n")
    made_of = f" ({', '.join(row['made_of'])})" if row["made_of"] else ""
    if len({*row["reports"]}) == 1:
        out.write(f"  in {isolated(row['source'], out)} ({row['report']})\n")
        for claim, sentence in zip(row["claims"], row["sentences"], strict=True):
            out.write(f"  {claim}: {isolated(sentence, out)}\n")
    else:
        heads = zip(row["outlets"], row["published"], row["reports"], row["claims"], strict=True)
        blocks = [[" · ".join(filter(None, head)), words] for head, words in zip(heads, row["sentences"], strict=True)]
        out.writelines(f"  {line}\n" for line in beside(blocks, out))
    out.write(f"  weight {row['weight']:g}{made_of}\n\n")
