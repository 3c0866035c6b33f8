"""How long the overview takes in a browser: the first view, and a change of filters, beside the naive way.

    python benchmarks/enlarging.py SMALL.db LARGE.db
    make web && python benchmarks/looking.py LARGE.db

Starts `marsad serve`, waits until it has loaded what it loads, and opens the overview in Chromium, each time with an empty cache:
from the begin of the navigation until list, counts and timeline stand and the map is painted.  Then filters are picked, each
another: from the click until all stands, and until the map is painted, which without a graphics card the processor does.  The
naive way reads all events and counts those that answer, in Python, which is what a page without an index would wait for.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

from answering import hardware
from marsad.storing import Query, find_events, open_store

PORT = 8973
ADDRESS = f"http://127.0.0.1:{PORT}"
# Chromium as root in a box without a screen or a graphics card; it draws WebGL in software.
ARGUMENTS = [
    "--no-sandbox", "--no-first-run", "--disable-component-update", "--disable-background-networking", "--disable-sync",
    "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--disable-gpu-rasterization",
]  # fmt: skip

# Notes on `window.seen` when, in milliseconds since the navigation began, things stood for the first time since it was emptied.
WATCH = """
window.seen = {};
const stands = {
  list: ".event-row",
  shown: ".overview[aria-busy=false]",
  drawn: ".overview[aria-busy=false] .map[data-drawn]",
};
new MutationObserver(() => {
  for (const [name, what] of Object.entries(stands))
    if (!(name in seen) && document.querySelector(what)) seen[name] = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true});
"""
DRAWN = """
() => new Promise((done) => {
  const ended = () => "drawn" in seen ? done(seen) : setTimeout(ended, 20);
  ended();
})
"""
PICK = """
id => new Promise((done) => {
  window.seen = {};
  const began = performance.now();
  document.getElementById(id).click();
  const ended = () => "drawn" in seen ? done([seen.shown - began, seen.drawn - began]) : setTimeout(ended, 5);
  ended();
})
"""


def _wait() -> None:
    for _ in range(600):
        try:
            httpx.get(f"{ADDRESS}/api/v1/columns", timeout=300).raise_for_status()
        except httpx.TransportError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("the server does not answer")


def _first(browser: Browser) -> dict[str, float]:
    """When things stood, with nothing in the browser's cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{ADDRESS}/?lang=en")
    seen: dict[str, float] = page.evaluate(DRAWN)
    context.close()
    return seen


def _changes(browser: Browser, count: int, seed: int) -> tuple[list[tuple[float, float]], list[str]]:
    """How long it took until all stood, and until the map was painted, after each pick; and what was picked."""
    chance = random.Random(seed)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH)
    page.goto(f"{ADDRESS}/?lang=en")
    page.evaluate(DRAWN)
    took, picked = [], []
    ids = _choices(page)
    for number, id_ in enumerate(chance.sample(ids, min(count, len(ids)))):
        took.append(tuple(page.evaluate(PICK, id_)))
        picked.append(id_)
        if number % 2:
            page.evaluate(PICK, "clear")
    page.close()
    return took, picked


def _choices(page: Page) -> list[str]:
    found: Any = page.evaluate("[...document.querySelectorAll('.options input')].map(one => one.id)")
    return list(found)


def _naive(store: Path) -> float:
    with open_store(str(store)) as opened:
        began = time.perf_counter()
        chosen = [event for event, _ in find_events(opened, Query()) if event.type == "ASSAULT"]
        Counter(event.place.country for event in chosen if event.place)
        Counter(event.date.earliest for event in chosen if event.date)
        return (time.perf_counter() - began) * 1000


def _told(name: str, some: list[float]) -> str:
    return f"{name}: median {statistics.median(some):.0f} ms, least {min(some):.0f}, most {max(some):.0f} ({len(some)} times)"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--views", type=int, default=7)
    parser.add_argument("--changes", type=int, default=40)
    parser.add_argument("--seed", type=int, default=6)
    given = parser.parse_args()
    chromium = os.environ.get("MARSAD_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    command = [sys.executable, "-m", "marsad", "serve", "--store", str(given.store), "--port", str(PORT), "--no-index"]
    server = subprocess.Popen(command)
    try:
        _wait()
        time.sleep(10)  # what it loads beside
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            print(f"{hardware()}, Chromium {browser.version}")
            views = [_first(browser) for _ in range(given.views)]
            took, picked = _changes(browser, given.changes, given.seed)
            browser.close()
    finally:
        server.terminate()
        server.wait()
    for name, words in (("list", "list"), ("shown", "list, counts and timeline"), ("drawn", "map too")):
        print(_told(f"first view, {words}", [seen[name] for seen in views]))
    print(f"{len(set(picked))} filters of {', '.join(sorted({one.split('-')[1] for one in picked}))}")
    for at, words in enumerate(("all but the map's pixels", "map too")):
        print(_told(f"filter, {words}", [one[at] for one in took]))
    print(f"naive, all events read, filtered and counted: {_naive(given.store):.0f} ms")


if __name__ == "__main__":
    main()
