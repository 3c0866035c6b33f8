"""``python -m encoder COMMAND DATA_FOLDER``: the runs behind the shipped reader; what is done is not done again."""

from __future__ import annotations

import json
import os
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from marsad.encoder.files import SETTING
from marsad.extracting.learned.decisions import odds_to_probability

from . import export, recipes, vocabulary, weights, wording
from .corpora import events, silver
from .data import ALL, FOLDS, Data
from .reaching import reach

app = typer.Typer(help=__doc__, no_args_is_help=True, pretty_exceptions_enable=False)

DataFolder = Annotated[Path, typer.Argument(help="Folder with entities/, events/, syntax/ and text/.")]
Runs = Annotated[Path, typer.Option(help="Where weights of runs are kept.")]
Seed = Annotated[int, typer.Option(help="Seed of all chance.")]
Seeds = Annotated[int, typer.Option(help="How many seeds were trained, from 0 on.")]
Fold = Annotated[int, typer.Option(help="The fold held out; -1 holds nothing out.")]

Folds = Annotated[list[int], typer.Argument(help="Folds whose readers are there.")]
Scorer = Annotated[Path, typer.Argument(help="The scorer that runs `marsad read` over event sentences and entities.")]

MODEL = Path(__file__).resolve().parents[2] / "src" / "marsad" / "encoder" / "model"
RUNS = Path("runs")
PICTURE = Path(__file__).resolve().parents[2] / "docs" / "reliability.svg"


@app.command()
def pieces() -> None:
    """Write the tokenizer and the table of pieces.  Example: python -m encoder pieces."""
    published = weights.read(weights.installed())
    ids = vocabulary.kept(published.pieces)
    vocabulary.write(published, MODEL, ids)
    typer.echo(f"{len(ids)} pieces in {MODEL}")


@app.command()
def words(data: DataFolder, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Train the branch of words, which every fold goes on from, and write it into the package with a gate that knows nothing.

    Example: python -m encoder words DATA.
    """
    at = _data(data, runs)
    lower = recipes.words(at, seed)
    examples = silver.sentences(at.news, recipes.TYPICAL, seed)
    export.words(lower, recipes.new_events(seed).gate, at.words, reach(lower, examples))


@app.command()
def names(data: DataFolder, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Teach the branch of words in the package names anew, by a larger network that is trained for it.

    Example: python -m encoder names DATA.
    """
    at = _data(data, runs)
    upper = recipes.upper(at, seed)
    export.renewed(at.words, upper, at.words, reach(upper, recipes.typical(at, seed)))


@app.command()
def reader(data: DataFolder, fold: Fold, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Train the branch of events of a fold, and what it needs.  Example: python -m encoder reader DATA --fold -1."""
    recipes.reader(_data(data, runs), fold, seed)


@app.command()
def ship(data: DataFolder, fold: Fold = ALL, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Write a reader as the package reads it: into the package, or for a fold beside its run, in 8 bits and as trained.

    Example: python -m encoder ship DATA.
    """
    at = _data(data, runs)
    upper = recipes.reader(at, fold, seed)
    learned = [text for text, number in events.folds(data / "events", FOLDS).items() if number != fold]
    folder = MODEL if fold == ALL else runs / f"model-{fold}-{seed}"
    forms: dict[Path, export.Reach | None] = {folder: reach(upper, recipes.typical(at, seed))}
    if fold != ALL:
        forms[runs / f"float-{fold}-{seed}"] = None
    for folder, largest in forms.items():
        export.gated(at.words, upper.gate, folder / "words.onnx")
        export.events(upper, folder / "events.onnx", largest)
        wording.write(wording.fit(data / "events", learned), folder / "wording.npz")


@app.command()
def sentences() -> None:
    """Write the encoder as published, for vectors of sentences.  Example: python -m encoder sentences."""
    export.sentences(weights.read(weights.installed()), MODEL / "sentences.onnx")


@app.command()
def decide(data: DataFolder, folds: Folds, runs: Runs = RUNS, seeds: Seeds = 1) -> None:
    """Fit how reader and grammar decide: for each fold's readers on the other folds, for the package on all; and draw how often
    what each fold's decisions give a probability turned out so.

    Example: python -m encoder decide DATA 0 1 2 --seeds 3.
    """
    from . import fitting, picture, reliability

    if len(folds) < 2:
        raise typer.BadParameter("decisions are fitted on other folds than they are measured on: name two or more")
    known = events.folds(data / "events", FOLDS)
    told: dict[int, list[fitting.Row]] = {fold: [] for fold in folds}
    for fold, seed in product(folds, range(seeds)):
        os.environ[SETTING] = str(runs / f"model-{fold}-{seed}")
        texts = [text for text, number in known.items() if number == fold]
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            told[fold] += alone.submit(fitting.rows, data / "events", texts).result()
    held: list[tuple[fitting.Row, float]] = []
    for fold in folds:
        fitted = fitting.fit([row for number, rows in told.items() for row in rows if number != fold])
        # Of the seeds the first is drawn, so that each sentence counts once.
        first = told[fold][: len(told[fold]) // seeds]
        held += [(row, fitted.events[row.event].log_odds(fitting.as_read(row, fitted.gate))) for row in first]
        for seed, form in product(range(seeds), ("model", "float")):
            fitting.write(fitted, runs / f"{form}-{fold}-{seed}" / "decisions.yaml")
    fitting.write(fitting.fit([row for rows in told.values() for row in rows]), MODEL / "decisions.yaml")
    picture.reliability(held, PICTURE)
    odds, shares = np.array([(odds_to_probability(o), row.share) for row, o in held]).T
    for least in (0.9, 0.8, 0.7):
        count, agreed = reliability.surest(odds, shares, least)
        typer.echo(f"{count} of {len(held)} with a probability of {least} or more, {agreed:.3f} of annotators agreed")


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
def precision(data: DataFolder, scorer: Scorer, fold: Fold = 0, runs: Runs = RUNS, seed: Seed = 0) -> None:
    """Measure a fold's reader alone with weights in fewer bits, and with fewer pieces.

    Example: python -m encoder precision DATA score/reader.py.
    """
    from . import precision as needs

    for what, figures in needs.measured(_data(data, runs), scorer, fold, seed):
        typer.echo(json.dumps({"reader": what} | figures))


@app.command()
def measure(data: DataFolder, scorer: Scorer, folds: Folds, runs: Runs = RUNS, seeds: Seeds = 1) -> None:
    """Measure the folds' readers and the grammar alone on what the readers never saw, and write figures.yaml.

    Example: python -m encoder measure DATA score/reader.py 0 1 2 --seeds 3.
    """
    from . import measuring

    at = _data(data, runs)
    told: dict[str, list[dict[str, float]]] = {"grammar": [], "reader in float": [], "reader": [], "both": []}

    def keep(name: str, fold: int, figures: dict[str, float]) -> None:
        told[name].append(figures)
        typer.echo(json.dumps({"fold": fold, "read by": name} | figures))

    for fold in folds:
        keep("grammar", fold, measuring.end_to_end(at, scorer, fold, None) | measuring.names(at, scorer, None))
        for seed in range(seeds):
            model = runs / f"model-{fold}-{seed}"
            keep("reader in float", fold, measuring.alone(at, scorer, fold, runs / f"float-{fold}-{seed}"))
            keep("reader", fold, measuring.alone(at, scorer, fold, model))
            keep("both", fold, measuring.end_to_end(at, scorer, fold, model) | measuring.names(at, scorer, model))
    measuring.write(told, MODEL, Path(__file__).with_name("figures.yaml"))


def _data(folder: Path, runs: Path) -> Data:
    runs.mkdir(parents=True, exist_ok=True)
    return Data(folder, runs, MODEL)


if __name__ == "__main__":
    app()
