"""Map, timeline and list filter one another, and the address brings the same view back."""

from __future__ import annotations

import re
from collections.abc import Callable

from observatory import Visit
from playwright.sync_api import Page

pytest_plugins = ("windows",)


def shown(page: Page, act: Callable[[], object]) -> None:
    """Do something that filters, and wait until all that depends on it was drawn anew."""
    before = int(page.locator(".overview").get_attribute("data-shown") or 0)
    act()
    page.wait_for_selector(f".overview[data-shown='{before + 1}']")


def total(page: Page) -> int:
    return int(page.locator(".sum b").first.inner_text().replace(",", ""))


def test_a_type_that_is_picked_filters_list_and_map(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.to("/?lang=en")
    before, cells = total(page), int(page.locator(".map").get_attribute("data-cells") or 0)
    shown(page, page.get_by_role("checkbox", name=re.compile("^Coerce")).check)
    assert 0 < total(page) < before
    assert total(page) == seen.ask("counts/facets?type=COERCE")["total"]
    assert set(page.locator(".event-row .chip").all_text_contents()) == {"Coerce"}
    assert 0 < int(page.locator(".map").get_attribute("data-cells") or 0) <= cells
    assert "type=COERCE" in page.url
    again = seen.to(page.url.removeprefix(seen.address))
    assert total(again) == seen.ask("counts/facets?type=COERCE")["total"]
    assert again.get_by_role("checkbox", name=re.compile("^Coerce")).is_checked()
    shown(again, again.locator("#clear").click)
    assert total(again) == before
    shown(again, again.go_back)
    assert total(again) < before


def test_brushing_the_timeline_picks_days(visit: Callable[..., Visit]) -> None:
    seen = visit()
    for lang in ("en", "ar"):
        page = seen.to(f"/?lang={lang}&digits=latn")
        before = total(page)
        brush = page.locator(".brush")
        brush.scroll_into_view_if_needed()
        area = brush.bounding_box()
        assert area is not None
        # The later half: at the end of the line, which is the left side in Arabic.
        near, far = (area["x"] + area["width"] * part for part in ((0.999, 0.5) if lang == "en" else (0.001, 0.5)))
        page.mouse.move(far, area["y"] + 20)
        page.mouse.down()
        page.mouse.move(near, area["y"] + 20, steps=4)
        shown(page, page.mouse.up)
        since, until = (page.locator(f"#day-{name}").input_value() for name in ("since", "until"))
        assert since < until
        first, last = (seen.ask("about")[name] for name in ("first", "last"))
        assert first < since
        assert until >= last
        assert total(page) == seen.ask(f"counts/facets?since={since}&until={until}")["total"] < before
        shown(page, page.locator("#all-time").click)
        assert total(page) == before


def test_an_area_drawn_on_the_map_filters_the_list(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.to("/?lang=en")
    before = total(page)
    area = page.locator(".map").bounding_box()
    assert area is not None
    page.locator("#draw").click()
    page.mouse.move(area["x"] + area["width"] * 0.45, area["y"] + area["height"] * 0.2)
    page.mouse.down()
    page.mouse.move(area["x"] + area["width"] * 0.9, area["y"] + area["height"] * 0.8, steps=4)
    shown(page, page.mouse.up)
    box = re.search(r"bbox=([^&]+)", page.url)
    assert box is not None
    assert total(page) == seen.ask(f"counts/facets?bbox={box[1]}")["total"]
    assert 0 < total(page) < before


def test_another_codebook_brings_its_own_categories(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.to("/?lang=en")
    before = total(page)
    shown(page, lambda: page.locator("#choice-codebook").select_option("ucdp"))
    assert 0 < total(page) < before
    chips = set(page.locator(".event-row .chip").all_text_contents())
    known = next(book for book in seen.ask("codebook")["codebooks"] if book["code"] == "ucdp")
    assert page.locator("details[data-name=category] label").count() > 0
    assert chips <= {one["code"] for one in known["categories"]} | {one["name"] for one in known["categories"]}


def test_more_of_the_list_can_be_had(visit: Callable[..., Visit]) -> None:
    page = visit().to("/?lang=en")
    before = page.locator(".event-row").count()
    page.locator(".list > button").click()
    page.wait_for_selector(f".event-row:nth-child({before + 1})")
    ids = [row.get_attribute("data-event") for row in page.locator(".event-row").all()]
    assert len(ids) == len(set(ids))


def test_maps_of_pages_left_before_they_were_painted_are_gone(visit: Callable[..., Visit]) -> None:
    # The seventeenth that still draws would make the browser complain, which no window here may.
    page = visit().to("/?lang=en")
    for _ in range(20):
        page.evaluate("document.querySelector('header a[href^=\"/actors\"]').click()")
        page.wait_for_selector(".map", state="detached")
        page.evaluate('document.querySelector(\'header a[href="/"], header a[href^="/?"]\').click()')
        page.wait_for_selector(".map canvas", state="attached")
    page.wait_for_selector(".map[data-drawn]")
