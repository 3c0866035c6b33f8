"""A store of the sample reports and one hostile one, a server over it, and a browser to look at it with."""

from __future__ import annotations

import json
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Page

from marsad.pipeline import processed
from marsad.reading import originals_in
from marsad.serving import Settings, create_app
from marsad.storing import Store, open_store
from marsad.storing.events import bring_up_to_date

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
AXE = ROOT / "web/node_modules/axe-core/axe.min.js"
BUILT = ROOT / "src/marsad/serving/static/index.html"

HOSTILE = {
    "id": 'x"><img src=x onerror=hit(1)>',
    "title": "<script>hit(2)</script><svg onload=hit(3)>\"'",
    "outlet": "<iframe srcdoc='<script>parent.hit(4)</script>'>",
    "published": "2023-03-02",
    "text": 'قتل خمسة جنود <img src=x onerror="hit(5)"> في هجوم شنه مسلحون على قرية قرب كركوك أمس الأربعاء. '
    "وأعلنت وزارة الداخلية </p><script>hit(6)</script> مقتل سبعة أشخاص في الهجوم. {{hit(7)}} javascript:hit(8)\u202e",
}

# Chromium as root in a box without a screen or a network; it draws WebGL in software.
ARGUMENTS = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-quic",
    "--disable-sync",
    "--disable-component-update",
    "--disable-background-networking",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
]


def chromium() -> str | None:
    """Where a Chromium is; MARSAD_CHROMIUM names another than the system's."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("MARSAD_CHROMIUM") or next((found for name in names if (found := shutil.which(name))), None)


def fill(place: Path, *, model: bool = False, hostile: bool = True) -> None:
    """A store at ``place`` of all sample reports, read with the model or by the grammar alone, and of the hostile one."""
    files = [*sorted((SAMPLES / "reports").iterdir()), *sorted(SAMPLES.glob("clusters/measure/*.jsonl"))]
    contents = [(path.name, path.read_bytes()) for path in files if not path.name.endswith(".gold.jsonl")]
    if hostile:
        contents.append(("hostile.jsonl", json.dumps(HOSTILE, ensure_ascii=False).encode()))
    with open_store(str(place), create=True) as store:
        run = store.begin_run(["samples"])
        for name, content in contents:
            for one in processed(originals_in(content, name), model=model):
                if isinstance(one, Exception):
                    raise one
                store.add(one.report, one.original, one.mentions, one.claims, run)
        bring_up_to_date(store)


@dataclass
class Visit:
    """A page, and all that went wrong on it: what it logged, threw, or asked of others than its own server."""

    page: Page
    address: str
    wrong: list[str] = field(default_factory=list)

    def to(self, path: str) -> Page:
        """The page at ``path``, drawn."""
        self.page.goto(self.address + path)
        self.page.wait_for_selector("main[data-ready]", timeout=30_000)
        return self.page

    def ask(self, path: str) -> Any:
        """The API's answer at ``path``."""
        return self.page.request.get(f"{self.address}/api/v1/{path}").json()


@contextmanager
def serving(store: Store, **settings: Any) -> Iterator[str]:
    """The address of a server over ``store``, on a free port of this machine, set as ``settings`` say."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app: Any = create_app(store, Settings(port=listening.getsockname()[1], **settings))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)


@contextmanager
def serving_a_copy(samples: Path, folder: Path) -> Iterator[str]:
    """The address of a server over a copy of the samples, made in ``folder``."""
    place = folder / "copy.db"
    place.write_bytes(samples.read_bytes())
    with open_store(str(place)) as store, serving(store) as here:
        yield here
