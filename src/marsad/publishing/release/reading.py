"""Reading a release back: its tables, and whether its files are those of its manifest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import ReleaseError
from .made_of import file_hash
from .manifest import NAME, Manifest, read_manifest

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Release:
    """A release in its folder."""

    folder: Path
    manifest: Manifest

    def path(self, table: str) -> Path:
        """Where a table stands as Parquet.  Raises ReleaseError where it is missing."""
        path = self.folder / "parquet" / f"{table}.parquet"
        if not path.is_file():
            raise ReleaseError("a table is missing", where=str(path), remedy="restore a copy of the release")
        return path

    def table(self, name: str) -> pa.Table:
        """A table with its rows.  Raises ReleaseError where it is missing or damaged."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        path = self.path(name)
        try:
            return pq.read_table(path)
        except (OSError, pa.ArrowException) as error:
            raise ReleaseError(
                f"a table cannot be read: {str(error).splitlines()[0]}", where=str(path), remedy="restore a copy"
            ) from error


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file of a release, or with what the manifest says of it."""

    path: str
    what: str


def open_release(folder: Path) -> Release:
    """The release in ``folder``.  Raises ReleaseError where there is none."""
    return Release(folder, read_manifest(folder))


def faults(release: Release) -> list[Fault]:
    """What differs from the manifest: files changed, missing or added, and a manifest that contradicts itself; by path."""
    manifest, folder = release.manifest, release.folder
    found = []
    if manifest.sha256 != manifest.content.hash:
        found.append(Fault(NAME, f"its content has the hash {manifest.content.hash}, not {manifest.sha256}"))
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    for path, facts in manifest.files.items():
        if path not in there or (folder / path).is_symlink():
            found.append(Fault(path, "missing"))
        elif file_hash(folder / path) != facts.sha256:
            found.append(Fault(path, "changed"))
    found += [Fault(path, "added") for path in there - manifest.files.keys() - {NAME}]
    for name in ("datapackage.json", "CITATION.cff"):
        file = folder / name
        if file.is_file() and manifest.sha256 not in file.read_text(encoding="utf-8", errors="replace"):
            found.append(Fault(name, "does not name the hash of the content"))
    return sorted(found, key=lambda fault: (fault.path, fault.what))
