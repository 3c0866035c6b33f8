"""Figures of a reader, alone and through `marsad read`, on sentences of documents that it never saw."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from statistics import mean, pstdev

import yaml

from .corpora import entities, events
from .data import FOLDS, Data

FILES = ("words.onnx", "events.onnx", "wording.npz", "decisions.yaml", "pieces.npy", "pieces.json.gz", "sentences.onnx")
HEAD = """\
# Figures on sentences of documents that the readers of the folds never saw.  `grammar` and `both`: what `marsad read` claims, by
# the grammar alone and with the reader.  `reader`, as shipped, and `reader in float`: its heads alone, with the best threshold
# for events, and told the type of event for its parts.  Written by `python -m encoder measure`; `files` are the SHA-256 of
# what ships.
"""
_LINE = re.compile(r"^(ASSAULT|PROTEST) .*?P ([\d.]+).*?R ([\d.]+).*?F1 ([\d.]+)")
_SPAN = re.compile(r"^\s+(verb|source|target) +any-annotator overlap P [\d.]+ R [\d.]+ F1 ([\d.]+)")
_ROLE = re.compile(r"^\s+(source_role|target_role) +micro P [\d.]+ R [\d.]+ F1 ([\d.]+)")
_NAME = re.compile(r"^entities \S+ (PERS|LOC|ORG|all) +P [\d.]+ R [\d.]+ F1 ([\d.]+)")


def end_to_end(data: Data, scorer: Path, fold: int, model: Path | None) -> dict[str, float]:
    """Figures that ``scorer`` prints for the sentences of a fold, read with the files in the folder ``model``, or by the
    grammar alone.
    """
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        known = events.folds(data.folder / "events", FOLDS)
        ids = {row["id"] for row in events.rows(data.folder / "events") if known[row["text"]] == fold}
        ids |= {r["source"] for r in events.records(data.folder / "events") if known[r["text"]] == fold}
        (scratch / "ids.txt").write_text("\n".join(sorted(ids)), "utf-8")
        words = ["--events", str(data.folder / "events"), "--ids", str(scratch / "ids.txt")]
        return _figures(_scored(scorer, model, words))


def names(data: Data, scorer: Path, model: Path | None) -> dict[str, float]:
    """F1 of persons, places and organizations on the sentences held out of the entity corpora."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "held.txt"
        lines = ["\n".join(f"{t} {label}" for t, label in s) for s in entities.held_out(data.folder / "entities")]
        path.write_text("\n\n".join(lines) + "\n", "utf-8")
        return _figures(_scored(scorer, model, ["--entities", str(path)]))


def alone(data: Data, scorer: Path, fold: int, model: Path) -> dict[str, float]:
    """Figures of the reader alone with the files in the folder ``model``; ``scorer`` stands beside the scorer of spans."""
    command = [sys.executable, "-m", "encoder.alone", str(data.folder), str(scorer.with_name("spans.py")), str(fold)]
    setting = {"MARSAD_MODEL": str(model), "PYTHONPATH": str(Path(__file__).parents[1])}
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | setting).stdout
    return {name: round(value, 3) for name, value in json.loads(told).items()}


def _scored(scorer: Path, model: Path | None, words: list[str]) -> str:
    marsad = str(Path(sys.executable).with_name("marsad"))
    setting = {"MARSAD_USE_MODEL": "0"} if model is None else {"MARSAD_MODEL": str(model)}
    command = [sys.executable, str(scorer), "--marsad", marsad, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | setting).stdout


def _figures(text: str) -> dict[str, float]:
    out: dict[str, float] = {}
    part = ""
    for line in text.splitlines():
        if line.startswith("event sentences"):
            part = line.split(", ")[1].split()[0]
        elif line.startswith("== "):
            part = line.split(":")[0][3:]
        elif found := _LINE.match(line):
            out[f"{found[1]} {part}"] = float(found[4])
        elif found := _SPAN.match(line) or _ROLE.match(line):
            out[f"{part} {found[1]}"] = float(found[2])
        elif found := _NAME.match(line):
            out[f"names {found[1]}"] = float(found[2])
    return out


def write(told: Mapping[str, Sequence[Mapping[str, float]]], model: Path, path: Path) -> None:
    """Write the mean, spread, least and greatest of each figure over runs, and the SHA-256 of the shipped files."""
    out: dict[str, object] = {name: sha256((model / name).read_bytes()).hexdigest() for name in FILES}
    out = {"files": out}
    for name, runs in told.items():
        figures = {key: [run[key] for run in runs if key in run] for key in runs[0]}
        out[name] = {
            key: {
                "mean": round(mean(v), 3),
                "spread": round(pstdev(v), 3),
                "least": min(v),
                "greatest": max(v),
                "runs": len(v),
            }
            for key, v in figures.items()
        }
    path.write_text(HEAD + yaml.safe_dump(out, sort_keys=False, allow_unicode=True), "utf-8")
