"""The manifest: what a release holds and came from, as hashes.

``content`` says all that decides what is in the tables, and nothing that differs from one run to the next: whoever adds the same
reports with the same Marsad gets the same hash of it.  ``about`` and ``run`` stand beside it: title, creators and the files that
say them; when and on what the release was made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from .errors import ReleaseError

NAME = "manifest.json"
FORMAT = "marsad-release/1"

Hash = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FileFacts(_Strict):
    """A file of a release."""

    sha256: Hash
    bytes: int


class CodebookFacts(_Strict):
    """The codebook; ``digest`` as `marsad.codebook` computes it."""

    name: str
    version: str
    digest: Hash


class Content(_Strict):
    """What is hashed: ``inputs`` are the originals' SHA-256 by report, ``models``, ``knowledge`` and ``code`` files of Marsad."""

    looking_back: dict[str, str]
    rules: list[str]
    codebook: CodebookFacts
    rows: dict[str, int]
    files: dict[str, FileFacts]
    inputs: dict[str, Hash]
    models: dict[str, Hash]
    knowledge: dict[str, Hash]
    code: dict[str, Hash]
    dependencies: dict[str, str]

    @property
    def hash(self) -> str:
        """SHA-256 of the content as JSON: keys sorted, no spaces, UTF-8."""
        told = json.dumps(self.model_dump(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return sha256(told.encode()).hexdigest()


class About(_Strict):
    """How the release is to be called and cited; ``license`` is an SPDX identifier."""

    title: str = "Claims and events from public reports, read by Marsad"
    creators: tuple[str, ...] = ()
    license: str | None = None


class Run(_Strict):
    """When and on what the release was made: no part of what is hashed."""

    begun: str
    finished: str
    seconds: float
    marsad: str
    python: str
    machine: str
    platform: str


class Manifest(_Strict):
    """All of it; ``sha256`` is the content's hash, ``describing`` the files that describe the rest."""

    format: str = FORMAT
    number: int
    sha256: Hash
    content: Content
    about: About
    describing: dict[str, FileFacts]
    run: Run

    @property
    def files(self) -> Mapping[str, FileFacts]:
        """Every file of the release but the manifest, by path."""
        return self.content.files | self.describing


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the release in ``folder``.  Raises ReleaseError where there is none, or it is damaged."""
    try:
        found = Manifest.model_validate_json((folder / NAME).read_bytes())
    except OSError as error:
        raise ReleaseError(
            f"no release: {NAME} cannot be read: {error.strerror}",
            where=str(folder),
            remedy="name a folder of a release",
        ) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        at = ".".join(str(part) for part in first["loc"]) or "whole"
        raise ReleaseError(
            f"no manifest of a release: {at}: {first['msg']}", where=str(folder / NAME), remedy="restore a copy"
        ) from error
    if found.format != FORMAT:
        raise ReleaseError(f"a release of the form {found.format}", where=str(folder), remedy="update Marsad")
    return found
