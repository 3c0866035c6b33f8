"""Fixtures of the tests that look at pages: the address of a server, and windows on it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from observatory import ARGUMENTS, BUILT, Visit, chromium, fill, serving_a_copy
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store of the sample reports, to be copied and not to be opened."""
    if not BUILT.exists():
        pytest.fail("the pages are not built: run `make web`")
    place = tmp_path_factory.mktemp("browsing") / "samples.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place.parent))
        fill(place)
        yield place


@pytest.fixture(scope="session")
def address(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages are served, over a store of the sample reports in which nothing is changed."""
    with serving_a_copy(samples, tmp_path_factory.mktemp("looking")) as here:
        yield here


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; where there is none the tests are passed over, but never in CI."""
    path = chromium()
    if path is None:
        message = "no Chromium: install the package chromium, or name one by MARSAD_CHROMIUM"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Opens a window; when the test ends nothing may have gone wrong in any that it opened."""
    opened: list[Visit] = []

    def begin(width: int = 1280, height: int = 900, **options: Any) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", accept_downloads=True, **options
        )
        page = context.new_page()
        found = Visit(page, address)
        page.on("console", lambda m: found.wrong.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: found.wrong.append(str(error)))
        page.on("request", lambda r: None if _own(r.url, address) else found.wrong.append(f"asked for {r.url}"))
        opened.append(found)
        return found

    yield begin
    for one in opened:
        one.page.context.close()
    assert [wrong for one in opened for wrong in one.wrong] == []


def _own(url: str, address: str) -> bool:
    return url.startswith((f"{address}/", "blob:", "data:"))
