"""Measure the chains that Marsad makes against the labelled ones.

    python -m coreference DATA_FOLDER [tune|measure] [--write]

Prints F1 of each measure on one half (``measure`` unless told): with the labelled mentions and their types given, and end to
end, with the mentions Marsad itself finds by grammar; each with the chains of one mention and without.  ``--write`` keeps the
figures in figures.yaml.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from marsad.catalogue import load
from marsad.extracting import extract
from marsad.extracting.coreference.chains import spans
from marsad.extracting.coreference.resolving import resolve
from marsad.extracting.mentions import find_mentions
from marsad.languages.arabic.words import cut
from marsad.records import Mention

from .labels import Labelled, Offsets, labelled
from .scoring import Chain, linked, scores

FIGURES = Path(__file__).with_name("figures.yaml")


def given(one: Labelled) -> list[Chain]:
    """The chains of the labelled mentions: what Marsad knows of a mention that it finds itself, else its type alone."""
    words = cut(one.report.text)
    own = {(m.start, m.end): m for m in find_mentions(words, load(), one.report.id)}
    mentions = [_given(one, span, own) for span in sorted(one.types)]
    mentions += [m for m in own.values() if m.type in ("role", "nationality") and (m.start, m.end) not in one.types]
    chains = spans(resolve(words, mentions, load(), one.report.id, found=False))
    kept = (frozenset((m.start, m.end) for m in chain if (m.start, m.end) in one.types) for chain in chains)
    told = [chain for chain in kept if chain]
    missing = set(one.types) - {m for chain in told for m in chain}
    return told + [frozenset((m,)) for m in missing]


def _given(one: Labelled, span: Offsets, own: dict[Offsets, Mention]) -> Mention:
    start, end = span
    known = own.get(span)
    return Mention(
        report=one.report.id, start=start, end=end, text=one.report.text[start:end], type=one.types[span],
        subtype=known.subtype if known else None, entity=known.entity if known else None,
        name=known.name if known else None, country=known.country if known else None,
    )  # fmt: skip


def own(one: Labelled) -> list[Chain]:
    """The chains that a reader of Marsad's mentions sees: what they name, and what their antecedents join."""
    chains: dict[Offsets, set[Offsets]] = {}
    for mention in sorted(extract(one.report, model=False).mentions, key=lambda m: (m.start, -m.end)):
        if mention.type in ("nationality", "role") and mention.antecedent is None:
            continue
        span = (mention.start, mention.end)
        before = mention.antecedent and chains.get((mention.antecedent.start, mention.antecedent.end))
        chain = before if before else set()
        chain.add(span)
        chains[span] = chain
    whole = {id(chain): chain for chain in chains.values()}.values()
    return _laid_over(one, [frozenset(chain) for chain in whole])


def _laid_over(one: Labelled, told: list[Chain]) -> list[Chain]:
    """The same with a label's offsets for a mention that covers the labelled words or lies in them, each serving one."""
    free = set(one.types)
    place: dict[Offsets, Offsets] = {}
    for span in sorted(m for chain in told for m in chain):
        near = [g for g in free if (g[0] <= span[0] and span[1] <= g[1]) or (span[0] <= g[0] and g[1] <= span[1])]
        if near:
            place[span] = min(near, key=lambda g: abs(g[0] - span[0]) + abs(g[1] - span[1]))
            free.discard(place[span])
    return [frozenset(place.get(m, m) for m in chain) for chain in told]


def measured(texts: list[Labelled]) -> dict[str, dict[str, float]]:
    """The figures of these texts, by what was given and which chains count."""
    out = {}
    for name, chains in (("mentions given", given), ("end to end", own)):
        pairs = [(list(one.chains), chains(one)) for one in texts]
        out[f"{name}, all chains"] = scores(pairs)
        out[f"{name}, chains of two and more"] = scores((linked(gold), linked(told)) for gold, told in pairs)
    return out


def main() -> None:
    """Measure, print, and keep where asked."""
    data, *rest = sys.argv[1:]
    half = next((word for word in rest if not word.startswith("--")), "measure")
    figures = measured([one for one in labelled(Path(data)) if one.half == half])
    for name, row in figures.items():
        print(f"{name}: " + ", ".join(f"{measure} {value:.3f}" for measure, value in row.items()))
    if "--write" in rest:
        rounded = {name: {m: round(value, 3) for m, value in row.items()} for name, row in figures.items()}
        FIGURES.write_text(yaml.safe_dump({half: rounded}, sort_keys=False, allow_unicode=True), "utf-8")


if __name__ == "__main__":
    main()
