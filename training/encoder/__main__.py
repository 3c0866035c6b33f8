"""``python -m encoder COMMAND DATA_FOLDER``: the runs behind the shipped reader; what is done is not done again."""

from __future__ import annotations

import json
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Annotated

import typer

from marsad.encoder.files import SETTING

from . import export, recipes, vocabulary, weights
from .corpora import events
from .data import ALL, FOLDS, Data

app = typer.Typer(help=__doc__, no_args_is_help=True, pretty_exceptions_enable=False)

DataFolder = Annotated[Path, typer.Argument(help="Folder with entities/, events/, syntax/ and text/.")]
Runs = Annotated[Path, typer.Option(help="Where weights of runs are kept.")]
Seed = Annotated[int, typer.Option(help="Seed of all chance.")]
Fold = Annotated[int, typer.Option(help="The fold held out; -1 holds nothing out.")]

Folds = Annotated[list[int], typer.Argument(help="Folds whose readers are there.")]
Scorer = Annotated[Path, typer.Argument(help="The scorer that runs `marsad read` over event sentences and entities.")]

MODEL = Path(__file__).resolve().parents[2] / "src" / "marsad" / "encoder" / "model"
RUNS = Path("runs")


@app.command()
def pieces() -> None:
    """Write the tokenizer and the table of pieces.  Example: python -m encoder pieces."""
    count = vocabulary.write(weights.read(weights.installed()), MODEL)
    typer.echo(f"{count} pieces in {MODEL}")


@app.command()
def base(data: DataFolder, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Train the base that every fold starts from.  Example: python -m encoder base DATA."""
    recipes.base(_data(data, runs), seed)


@app.command()
def teacher(data: DataFolder, fold: Fold, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Train the teacher of a fold.  Example: python -m encoder teacher DATA --fold 0."""
    recipes.teacher(_data(data, runs), fold, seed)


@app.command()
def reader(data: DataFolder, fold: Fold, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Train the reader of a fold, and what it needs.  Example: python -m encoder reader DATA --fold -1."""
    recipes.reader(_data(data, runs), fold, seed)


@app.command()
def ship(data: DataFolder, fold: Fold = ALL, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Write a reader as the package reads it: into the package, or for a fold beside its run.

    Example: python -m encoder ship DATA.
    """
    folder = MODEL if fold == ALL else runs / f"model-{fold}-{seed}"
    export.reader(recipes.reader(_data(data, runs), fold, seed), folder / "reader.onnx")


@app.command()
def sentences() -> None:
    """Write the encoder as published, for vectors of sentences.  Example: python -m encoder sentences."""
    every = weights.read(weights.installed()).shape.layers
    export.sentences(recipes.network(every), MODEL / "sentences.onnx")


@app.command()
def decide(data: DataFolder, folds: Folds, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Fit how reader and grammar decide: for each fold's reader on the other folds, for the package on all.

    Example: python -m encoder decide DATA 0 1 2.
    """
    from . import fitting

    known = events.folds(data / "events", FOLDS)
    told = {}
    for fold in folds:
        os.environ[SETTING] = str(runs / f"model-{fold}-{seed}")
        texts = [text for text, number in known.items() if number == fold]
        with ProcessPoolExecutor(1) as alone:
            told[fold] = alone.submit(fitting.rows, data / "events", texts).result()
    for fold in folds:
        rest = [row for number, rows in told.items() for row in rows if number != fold]
        fitting.write(fitting.fit(rest or told[fold]), runs / f"model-{fold}-{seed}" / "decisions.yaml")
    fitting.write(fitting.fit([row for rows in told.values() for row in rows]), MODEL / "decisions.yaml")


@app.command("cut")
def cut_words(data: DataFolder, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Measure the cutting of proclitics in ten folds, and by the grammar.  Example: python -m encoder cut DATA."""
    from . import proclitics_ten_fold

    right, words = proclitics_ten_fold.by_grammar(data / "syntax" / "ar_pud-ud-test.conllu")
    typer.echo(f"grammar: {right} of {words}, {right / words:.4f}")
    right = words = 0
    for number, (some, count) in enumerate(proclitics_ten_fold.ten_fold(_data(data, runs), seed)):
        right, words = right + some, words + count
        typer.echo(f"fold {number}: {some} of {count}, so far {right / words:.4f}")


@app.command()
def measure(data: DataFolder, scorer: Scorer, folds: Folds, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Measure each fold's reader and the grammar alone on what the reader never saw, and write figures.yaml.

    Example: python -m encoder measure DATA score/reader.py 0 1 2.
    """
    from . import measuring

    at = _data(data, runs)
    told: dict[str, list[dict[str, float]]] = {"grammar": [], "both": []}
    for fold in folds:
        for name, model in (("grammar", None), ("both", runs / f"model-{fold}-{seed}")):
            told[name].append(measuring.end_to_end(at, scorer, fold, model) | measuring.names(at, scorer, model))
            typer.echo(json.dumps({"fold": fold, "seed": seed, "read by": name} | told[name][-1]))
    measuring.write(told, MODEL, Path(__file__).with_name("figures.yaml"))


def _data(folder: Path, runs: Path) -> Data:
    runs.mkdir(parents=True, exist_ok=True)
    return Data(folder, runs)


if __name__ == "__main__":
    app()
