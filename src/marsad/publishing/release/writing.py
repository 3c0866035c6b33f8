"""Writing a release: a numbered folder, whole or not at all, never changed afterwards."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from marsad.codebook import load as load_codebook
from marsad.codebook.page import render

from .arrow import write_csv, write_parquet
from .describing import citation, data_package
from .errors import ReleaseError, ReleaseUnchangedError
from .made_of import dependencies, file_hash, parts
from .manifest import NAME, About, CodebookFacts, Content, FileFacts, Manifest, Run, read_manifest

if TYPE_CHECKING:
    import pyarrow as pa

_NOW: Mapping[str, str] = MappingProxyType({})
_NUMBER = re.compile(r"\d{4,}")


def write_release(
    tables: dict[str, pa.Table],
    home: Path,
    about: About,
    begun: datetime,
    *,
    looking_back: Mapping[str, str] = _NOW,
    again: bool = False,
) -> tuple[Path, Manifest]:
    """Write ``tables`` as the next release in ``home``; its folder, named by its number from 0001, and its manifest.

    ``looking_back`` are the days by which what it tells was recorded or published, where it is not all.  Files and folders are
    made read-only.  Raises ReleaseUnchangedError where the content is that of the last release, unless
    ``again``; ReleaseError where it cannot be written.
    """
    last = numbers(home)[-1] if numbers(home) else 0
    number = last + 1
    folder = home / f"{number:04d}"
    with _unfinished(home, number) as work:
        _write_content(tables, work)
        content = _content(tables, work, looking_back)
        if last and not again and read_manifest(home / f"{last:04d}").sha256 == content.hash:
            raise ReleaseUnchangedError(
                "nothing changed since this release",
                where=str(home / f"{last:04d}"),
                remedy="--again writes it once more",
            )
        now = datetime.now(UTC)
        (work / "datapackage.json").write_text(data_package(number, about, content), encoding="utf-8")
        (work / "CITATION.cff").write_text(citation(number, about, content, now.date()), encoding="utf-8")
        manifest = Manifest(
            number=number, sha256=content.hash, content=content, about=about, run=_run(begun, now),
            describing={name: _facts(work / name) for name in ("CITATION.cff", "datapackage.json")},
        )  # fmt: skip
        (work / NAME).write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
        _finish(work, folder)
    return folder, manifest


def numbers(home: Path) -> list[int]:
    """The numbers of the releases in ``home``, ascending."""
    if not home.is_dir():
        return []
    return sorted(int(one.name) for one in home.iterdir() if one.is_dir() and _NUMBER.fullmatch(one.name))


def _write_content(tables: dict[str, pa.Table], work: Path) -> None:
    for name in ("parquet", "csv"):
        (work / name).mkdir()
    for name, table in tables.items():
        write_parquet(table, work / "parquet" / f"{name}.parquet")
        write_csv(table, work / "csv" / f"{name}.csv")
    _copy_yaml(files("marsad.codebook"), work / "codebook")
    (work / "codebook" / "codebook.md").write_text(render(load_codebook()), encoding="utf-8")
    pinned = "".join(f"{name}=={version}\n" for name, version in dependencies().items())
    (work / "requirements.txt").write_text(pinned, encoding="utf-8")


def _copy_yaml(folder: Traversable, to: Path) -> None:
    for one in folder.iterdir():
        if one.is_dir() and one.name != "__pycache__":
            _copy_yaml(one, to / one.name)
        elif one.name.endswith(".yaml"):
            to.mkdir(parents=True, exist_ok=True)
            (to / one.name).write_bytes(one.read_bytes())


def _content(tables: dict[str, pa.Table], work: Path, looking_back: Mapping[str, str]) -> Content:
    book, made_of = load_codebook(), parts()
    reports = tables["reports"]
    written = sorted(path.relative_to(work).as_posix() for path in work.rglob("*") if path.is_file())
    return Content(
        looking_back=dict(looking_back),
        rules=sorted(set(tables["events"]["rule"].to_pylist())),
        codebook=CodebookFacts(name=book.name, version=book.version, digest=book.digest),
        rows={name: table.num_rows for name, table in tables.items()},
        files={path: _facts(work / path) for path in written},
        inputs=dict(zip(reports["id"].to_pylist(), reports["sha256"].to_pylist(), strict=True)),
        models=made_of["models"],
        knowledge=made_of["knowledge"],
        code=made_of["code"],
        dependencies=dependencies(),
    )


def _facts(path: Path) -> FileFacts:
    return FileFacts(sha256=file_hash(path), bytes=path.stat().st_size)


def _run(begun: datetime, now: datetime) -> Run:
    return Run(
        begun=begun.isoformat(timespec="seconds"),
        finished=now.isoformat(timespec="seconds"),
        seconds=round((now - begun).total_seconds(), 1),
        marsad=importlib.metadata.version("marsad"),
        python=platform.python_version(),
        machine=f"{platform.machine()}, {os.cpu_count()} processors",
        platform=platform.platform(),
    )


@contextmanager
def _unfinished(home: Path, number: int) -> Iterator[Path]:
    """A folder under another name than a release's; it is gone afterwards, renamed or deleted."""
    work = home / f".{number:04d}.{os.getpid()}"
    try:
        home.mkdir(parents=True, exist_ok=True)
        work.mkdir()
        yield work
    except OSError as error:
        raise ReleaseError(
            f"cannot be written: {error.strerror}", where=str(home), remedy="name another folder with --output"
        ) from error
    finally:
        if work.exists():
            for one in (work, *(path for path in work.rglob("*") if path.is_dir())):
                one.chmod(0o755)
            shutil.rmtree(work)


def _finish(work: Path, folder: Path) -> None:
    """Make everything read-only and durable, then give it its name; a release that has it already stays as it is."""
    for path in sorted(work.rglob("*"), reverse=True):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        path.chmod(0o444 if path.is_file() else 0o555)
    work.chmod(0o555)
    if folder.exists():
        raise FileExistsError(17, f"{folder.name} was written meanwhile")
    work.rename(folder)
