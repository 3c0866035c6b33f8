"""How often places are set where the text says they lie.

    python benchmarks/places.py training/labels/places_2015.jsonl ARTICLES.jsonl.gz [--wrong]

The labels are offsets into the articles; those of articles with an even number were used for tuning, the others not.  For each
half it prints, of all labelled mentions that Marsad finds or is given, how many have the right country, and how many that the
text sets somewhere are within 25 km, countries and larger areas right by their id.  ``found`` are the mentions that Marsad finds
by itself in its grammar; the others are asked for by their words with the whole article around them.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from marsad.catalogue import Catalogue, PlaceEntry, load
from marsad.extracting.circumstances import place_of
from marsad.extracting.mentions import find_mentions
from marsad.languages.arabic.words import cut
from marsad.linking.place_names import candidates
from marsad.linking.places import distance_km
from marsad.records import Mention, Place

_REACH_KM = 25


def main() -> None:
    """Measure both halves and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("labels", type=Path)
    ask.add_argument("articles", type=Path)
    ask.add_argument("--wrong", action="store_true", help="print the places that are wrong")
    opts = ask.parse_args()
    with gzip.open(opts.articles, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["content"] for line in lines]
    by_article: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for line in opts.labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        by_article[label["article"]].append(label)
    catalogue = load()
    counts: dict[str, Counter[str]] = {"tuned": Counter(), "held out": Counter()}
    for article, labels in by_article.items():
        half = "held out" if article % 2 else "tuned"
        _judge(texts[article], labels, catalogue, counts[half], f"{half} {article}" if opts.wrong else "")
    for half, n in counts.items():
        print(f"{half}: {n['labels']} mentions, found {n['found']}")
        for how in ("found", "given"):
            country, located = n[f"{how} country"], n[f"{how} located"]
            print(
                f"  {how}: country {n[f'{how} country right']}/{country} = {n[f'{how} country right'] / country:.3f}, "
                f"within {_REACH_KM} km {n[f'{how} located right']}/{located} = {n[f'{how} located right'] / located:.3f}"
            )


def _judge(text: str, labels: list[dict[str, Any]], catalogue: Catalogue, counts: Counter[str], told: str) -> None:
    found = [m for m in find_mentions(cut(text), catalogue, "") if m.type == "place"]
    for label in labels:
        counts["labels"] += 1
        mention = _overlapping(found, label)
        place, country = _answer(mention, catalogue, found)
        counts["found"] += mention is not None
        if mention is None:
            best = candidates(text[label["start"] : label["end"]], catalogue, near=text, limit=1)
            place = best[0].place if best else None
            country = place.country if place else None
        right = {"country": country == label["country"], "located": _is_there(place, label)}
        asked = {"country": label["country"] is not None, "located": label["kind"] != "open"}
        for what, judged in asked.items():
            if judged:
                counts[f"given {what}"] += 1
                counts[f"given {what} right"] += right[what]
                counts[f"found {what}"] += mention is not None
                counts[f"found {what} right"] += right[what] and mention is not None
        if told and any(judged and not right[what] for what, judged in asked.items()):
            answer = f"{place.id} {place.name} {place.latitude} {place.longitude}" if place else None
            print(
                told, "found" if mention else "asked", text[label["start"] : label["end"]], label, "->", country, answer
            )


def _overlapping(found: list[Mention], label: dict[str, Any]) -> Mention | None:
    """The mention that covers most of the label's words."""
    shared = [(min(m.end, label["end"]) - max(m.start, label["start"]), m.start - m.end, m) for m in found]
    return max(((s, n, m) for s, n, m in shared if s > 0), key=lambda x: x[:2], default=(0, 0, None))[2]


def _answer(
    mention: Mention | None, catalogue: Catalogue, found: list[Mention]
) -> tuple[Place | PlaceEntry | None, str | None]:
    if mention is None:
        return None, None
    place = place_of(catalogue, mention, found)
    return place, place.country


def _is_there(place: Place | PlaceEntry | None, label: dict[str, Any]) -> bool:
    if place is None:
        return False
    if label["latitude"] is None or label["kind"] in ("country", "area"):
        return bool(place.id == label["id"])
    if place.latitude is None or place.longitude is None:
        return False
    return distance_km((place.latitude, place.longitude), (label["latitude"], label["longitude"])) <= _REACH_KM


if __name__ == "__main__":
    main()
