"""What Marsad itself is made of, as hashes: its models, what it knows (lexicon, codebook, catalogue), its code, and the versions
of the packages it stands on."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from packaging.requirements import Requirement

from marsad.encoder.files import model_file

Part = Literal["models", "knowledge", "code"]
_MODEL = "encoder/model/"
_KNOWLEDGE = (".yaml", ".tsv", ".sqlite", ".gz")
_BUFFER = 1 << 20


def parts() -> dict[Part, dict[str, str]]:
    """SHA-256 of every file of the package by its path in it, models, knowledge and code apart.

    A file of the model that ``MARSAD_MODEL`` replaces counts as what replaces it.
    """
    found: dict[Part, dict[str, str]] = {"models": {}, "knowledge": {}, "code": {}}
    for path, file in _files(files("marsad"), ""):
        if path.startswith(_MODEL):
            found["models"][path] = file_hash(model_file(path.removeprefix(_MODEL)))
        else:
            found["knowledge" if path.endswith(_KNOWLEDGE) else "code"][path] = file_hash(file)
    return found


def file_hash(file: Traversable | Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    told = sha256()
    with file.open("rb") as source:
        while block := source.read(_BUFFER):
            told.update(block)
    return told.hexdigest()


def dependencies(package: str = "marsad") -> dict[str, str]:
    """Versions of all packages that ``package`` needs to run, and those need, by name."""
    found: dict[str, str] = {}
    waiting = [Requirement(package)]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        key = (wanted.name.lower().replace("_", "-"), frozenset(wanted.extras))
        if key in seen:
            continue
        seen.add(key)
        try:
            known = importlib.metadata.distribution(wanted.name)
        except importlib.metadata.PackageNotFoundError:
            continue
        if wanted.name != package:
            found[key[0]] = known.version
        for line in known.requires or ():
            needed = Requirement(line)
            extras = ("", *sorted(wanted.extras))
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(needed)
    return dict(sorted(found.items()))


def _files(folder: Traversable, under: str) -> Iterator[tuple[str, Traversable]]:
    for one in sorted(folder.iterdir(), key=lambda item: item.name):
        if one.is_dir():
            if one.name != "__pycache__":
                yield from _files(one, f"{under}{one.name}/")
        elif not one.name.endswith(".pyc"):
            yield f"{under}{one.name}", one
