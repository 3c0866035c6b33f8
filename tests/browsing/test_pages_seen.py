"""Every page in both languages: drawn, in its direction, within the window, and fit for those who don't use a mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from observatory import AXE, Visit
from playwright.sync_api import Page

pytest_plugins = ("windows",)

PAGES = [
    "/",
    "/events/{event}",
    "/actors",
    "/actors/isil",
    "/reports",
    "/reports/{report}",
    "/contradictions",
    "/forecasts",
    "/channels",
    "/add",
    "/actors/al-qaida",
    "/search?q=هجوم&by=words",
]


def addressed(visit: Visit, path: str) -> str:
    """The address of a page: of the event told by most reports, and of a report with furniture."""
    items = visit.ask("events?limit=200")["items"]
    event = max(items, key=lambda item: len(item["event"]["reports"]))["event"]["id"]
    reports = visit.ask("reports?limit=100")["items"]
    report = next(one["id"] for one in reports if one["source"].endswith("scraped-niamey.txt"))
    return path.format(event=event, report=report)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious_and_nothing_sticks_out_of_a_phone(
    visit: Callable[..., Visit], path: str, lang: str
) -> None:
    seen = visit()
    to = addressed(seen, path)
    page = seen.to(f"{to}{'&' if '?' in to else '?'}lang={lang}")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        lang,
        "rtl" if lang == "ar" else "ltr",
    ]
    assert page.locator("h1").count() == 1
    page.evaluate(AXE.read_text("utf-8"))
    assert serious(page) == []
    page.emulate_media(color_scheme="dark")
    assert serious(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def serious(page: Page) -> list[Any]:
    """What axe holds against a page under WCAG 2.2 A and AA that hinders people."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found: Any = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
    return [
        (one["id"], node["target"], node["failureSummary"])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]


def test_digits_and_language_are_the_readers_choice_and_are_kept(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.to("/")
    total = page.locator(".sum b").first
    assert any("٠" <= letter <= "٩" for letter in total.inner_text())
    page.locator("[data-choose=digits]").click()
    page.wait_for_selector("main[data-ready]")
    assert total.inner_text().isascii()
    assert seen.to("/").locator(".sum b").first.inner_text().isascii()
    page.locator("[data-choose=lang]").click()
    page.wait_for_selector("html[lang=en] main[data-ready]")
    assert page.evaluate("document.documentElement.dir") == "ltr"


def test_the_bundled_fonts_are_those_in_use(visit: Callable[..., Visit]) -> None:
    page = visit().to("/")
    loaded = page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family))"
    )
    assert {name.strip('"') for name in loaded} == {"IBM Plex Sans Arabic", "Noto Naskh Arabic"}


def test_what_is_not_there_says_so(visit: Callable[..., Visit]) -> None:
    seen = visit()
    seen.page.goto(f"{seen.address}/events/e0000000000000000")
    assert seen.page.locator("[role=alert] h1").inner_text() == "لا شيء بهذا العنوان"
    seen.wrong = [wrong for wrong in seen.wrong if "404" not in wrong]
