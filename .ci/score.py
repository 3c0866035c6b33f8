"""Run the public scorers over what Marsad reads, print their lines, and fail where a figure falls below its floor.

    python .ci/score.py SHARED_FOLDER

The floors stand in ``.ci/floors.yaml``; lowering one is a change to review like any other.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "training"))
MARSAD = Path(sys.executable).with_name("marsad")


def run(*words: str) -> str:
    """The standard output of a command, also printed; its exit code is for the caller's figures to judge."""
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    print(done.stdout, end="", flush=True)
    if done.returncode and done.stderr:
        print(done.stderr, file=sys.stderr)
    return done.stdout


def claims(score: Path, gold: Path, report: Path, how: str) -> dict[str, float]:
    """Figures of one report, read with the option ``how``, against its gold: located and found by kind, precision, share of
    mentions.
    """
    print(f"== {report.name} {how}")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        subprocess.run([str(MARSAD), "read", str(report), how, "--format", "jsonl"], stdout=file, check=True)
        out = run(sys.executable, str(score / "claims.py"), str(gold), file.name)
    figures: dict[str, float] = {
        "faults": float(bool(re.search(r"^(broken|boilerplate|title|published|mistaken)", out, re.M)))
    }
    for kind, precision, wrong, all_ in re.findall(r"^(\w+) +precision ([\d.]+) \((\d+) wrong of (\d+)\)", out, re.M):
        figures[f"{kind}.precision"] = float(precision)
        figures[f"{kind}.wrong"], figures[f"{kind}.claimed"] = float(wrong), float(all_)
    for kind, n, located, found in re.findall(r"^(\w+) +gold +(\d+) +located +(\d+) +found +(\d+)", out, re.M):
        figures[f"{kind}.gold"] = float(n)
        figures[f"{kind}.located"], figures[f"{kind}.found"] = float(located), float(found)
    if mention := re.search(r"^mention +gold +(\d+) +found +(\d+)", out, re.M):
        figures["mention.share"] = float(mention[2]) / max(float(mention[1]), 1)
    return figures


def own(score: Path, folder: str, how: str) -> list[dict[str, float]]:
    """Figures of the project's own reports, each against the gold of ``folder``."""
    gold = sorted((HERE.parent / folder).glob("*.gold.json"))
    files = ((g, (g.parent / json.loads(g.read_text("utf-8"))["report"]["file"]).resolve()) for g in gold)
    return [claims(score, g, report, how) for g, report in files]


def reports(score: Path, shared: Path, how: str) -> dict[str, dict[str, float]]:
    """Figures of the seed reports and of our own sets, read with the option ``how``."""
    gold = sorted((shared / "reports").glob("*.gold.json"))
    seeds = [claims(score, g, g.with_name(g.name.replace(".gold.json", ".txt")), how) for g in gold]
    folders = {"samples": "samples/gold", "held": "samples/held/gold", "unopened": "samples/varied/unopened/gold"}
    sets = {"seeds": seeds} | {name: own(score, folder, how) for name, folder in folders.items()}
    return {name: summed(rows) for name, rows in sets.items()}


def summed(rows: list[dict[str, float]]) -> dict[str, float]:
    """Shares over several reports together."""
    total = {key: sum(row.get(key, 0) for row in rows) for row in rows for key in row}
    out = {"faults": total["faults"], "mentions": min(row.get("mention.share", 1) for row in rows)}
    gold = total["all.gold"]
    out["located"], out["found"] = total["all.located"] / gold, total["all.found"] / gold
    for kind in ("event", "figure"):
        if total.get(f"{kind}.claimed"):
            out[f"{kind}.precision"] = 1 - total[f"{kind}.wrong"] / total[f"{kind}.claimed"]
    return out


def reader(score: Path) -> dict[str, float]:
    """Shares of the sentences of each label in which an event of the file's type is found, and F1.

    The shipped reader learned from most of these sentences: what this gates is that nothing breaks.  What it does on sentences
    that it never saw stands in ``training/encoder/figures.yaml``, with floors of its own.
    """
    out = run(sys.executable, str(score / "reader.py"), "--marsad", str(MARSAD))
    figures = {}
    negatives = ""
    for line in out.splitlines():
        if found := re.match(r"event sentences, (\w+) negatives", line):
            negatives = found[1]
        if found := re.match(r"(ASSAULT|PROTEST) .*F1 ([\d.]+) .*predicted-rate by label (\{.*\})", line):
            figures[f"{found[1].lower()}.f1-{negatives}"] = float(found[2])
            for label, share in json.loads(found[3].replace("'", '"')).items():
                figures[f"{found[1].lower()}.{label.replace(' ', '-')}"] = share
    return figures


def names(score: Path, shared: Path) -> dict[str, float]:
    """F1 of names on the sentences that no reader ever learned from."""
    from encoder.corpora.entities import held_out

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "held-out.txt"
        told = held_out(shared / "data" / "entities")
        path.write_text("\n\n".join("\n".join(f"{t} {label}" for t, label in s) for s in told) + "\n", "utf-8")
        out = run(sys.executable, str(score / "reader.py"), "--marsad", str(MARSAD), "--entities", str(path))
    return {name.lower(): float(f1) for name, f1 in re.findall(r"^entities \S+ (\w+) +P .* F1 ([\d.]+)", out, re.M)}


def dates_and_numbers(score: Path) -> dict[str, float]:
    """Share right per file of cases."""
    out = run(sys.executable, str(score / "dates_and_numbers.py"))
    return {name.lower(): int(right) / int(n) for name, right, n in re.findall(r"^(\w+): (\d+)/(\d+) right", out, re.M)}


def main() -> int:
    """Score everything, compare with the floors, and say what fell below."""
    shared = Path(sys.argv[1])
    score = shared / "score"
    figures = reports(score, shared, "--model")
    figures |= {f"{name} by grammar": told for name, told in reports(score, shared, "--no-model").items()}
    figures |= {
        "sentences": reader(score),
        "names": names(score, shared),
        "cases": dates_and_numbers(score),
    }
    floors = yaml.safe_load((HERE / "floors.yaml").read_text("utf-8"))
    floors.pop("reader")  # held against training/encoder/figures.yaml by a test, which needs no data
    low = []
    for group, wanted in floors.items():
        for name, floor in wanted.items():
            value, at_most = (
                figures[group].get(name, float("nan")),
                name.startswith("faults") or name.endswith("easy-no"),
            )
            ok = value <= floor if at_most else value >= floor
            print(
                f"{group}.{name}: {value:.3f} ({'at most' if at_most else 'at least'} {floor}){'' if ok else '  BELOW'}"
            )
            if not ok:
                low.append(f"{group}.{name}")
    if low:
        print(f"below the floor: {', '.join(low)}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
