"""``python -m names COMMAND DATA_FOLDER``: the tables behind names across scripts, and what they were measured to do."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
import yaml

from marsad.linking.names.spelling import write_spelling

app = typer.Typer(help=__doc__, no_args_is_help=True, pretty_exceptions_enable=False)

DataFolder = Annotated[Path, typer.Argument(help="Folder with names/, sanctions/, entities/ and text/.")]
Seed = Annotated[int, typer.Option(help="Seed of what is held out.")]
Kept = Annotated[
    Path, typer.Argument(help="File for the names found in the news: read where it is there, else written.")
]

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "marsad" / "linking" / "names"


@app.command()
def spelling(data: DataFolder, seed: Seed = 0) -> None:
    """Learn which Arabic letters Latin ones stand for, and write spelling.tsv.  Example: python -m names spelling DATA."""
    from . import aligning, pairs

    known = pairs.training_pairs(pairs.listed(data), seed)
    counts, left_out = aligning.learn(known)
    head = [
        "What Latin letters stand for in Arabic names: the letter, or it and the next, or it between two, then Arabic letters",
        f"and how often (- for none).  Learned from {len(known) - left_out} tokens of Wikidata by `python -m names spelling`.",
    ]
    write_spelling(PACKAGE / "spelling.tsv", counts, head)
    typer.echo(f"{len(counts)} contexts from {len(known) - left_out} pairs; {left_out} were no spellings of one name")


@app.command()
def rarity(data: DataFolder, seed: Seed = 0) -> None:
    """Count how rare parts of names are, and write rarity.tsv.  Example: python -m names rarity DATA."""
    from . import counting

    found = counting.rarities(data, seed)
    head = "# Parts of names, letters without vowels, and how rare they are in bits.  Written by `python -m names rarity`.\n"
    lines = (f"{key}\t{bits:g}\n" for key, bits in found.items())
    (PACKAGE / "rarity.tsv").write_text(head + "".join(lines), encoding="utf-8")
    typer.echo(f"{len(found)} parts")


@app.command()
def measure(data: DataFolder, kept: Kept, seed: Seed = 0) -> None:
    """Measure on what training did not see, and write figures.yaml.  Example: python -m names measure DATA /tmp/news.txt."""
    from . import measuring

    figures = {"tokens": measuring.tokens(data, seed)} | measuring.entries(data)
    figures["news"] = measuring.unlisted(data, seed, kept)
    figures["links"] = {"precision": measuring.precision(figures)}
    shown = yaml.safe_dump(
        {"files": measuring.digests(PACKAGE)} | measuring.rounded(figures), allow_unicode=True, sort_keys=False
    )
    head = "# What comparing names does; see measuring.py for what is asked.  Written by `python -m names measure`.\n"
    Path(__file__).with_name("figures.yaml").write_text(head + shown, encoding="utf-8")
    typer.echo(shown)


if __name__ == "__main__":
    app()
