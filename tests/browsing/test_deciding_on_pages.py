"""A person decides on pages: a listed name confirmed and taken back, events split, merged and put back, a claim left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from observatory import AXE, Visit, serving_a_copy
from playwright.sync_api import Page
from test_pages_seen import serious

pytest_plugins = ("windows",)


@pytest.fixture(scope="module")
def address(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A store of these tests' own, which they change."""
    with serving_a_copy(samples, tmp_path_factory.mktemp("changing")) as here:
        yield here


def largest(seen: Visit) -> Any:
    """The event that most reports tell of."""
    items = seen.ask("events?limit=200")["items"]
    return max((item["event"] for item in items), key=lambda event: (len(event["reports"]), event["id"]))


def say_why(page: Page, reason: str) -> None:
    dialog = page.locator("dialog")
    dialog.locator("textarea").fill(reason)
    dialog.locator("button[type=submit]").click()
    dialog.wait_for(state="detached")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_sanctions_candidate_is_confirmed_and_taken_back(visit: Callable[..., Visit], lang: str) -> None:
    seen = visit()
    page = seen.to(f"/actors/al-qaida?lang={lang}")
    row = page.locator("[data-reference='QDe.004']")
    assert row.get_attribute("data-link") == "candidate"
    row.locator("summary").click()
    (listed,) = (one for one in seen.ask("candidates?name=al-qaida") if one["id"] == "QDe.004")
    assert row.locator("tbody tr").count() == len(listed["parts"])
    row.locator("[data-act=confirmed]").click()
    page.evaluate(AXE.read_text("utf-8"))
    assert serious(page) == []
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    say_why(page, "الاسم كما في القائمة")
    page.wait_for_selector("[data-reference='QDe.004'][data-link=confirmed]")
    assert "الاسم كما في القائمة" in row.inner_text()
    made = seen.ask("links?name=al-qaida")[-1]
    assert (made["decision"], made["because"]) == ("confirmed", "الاسم كما في القائمة")
    assert made["by"] in row.inner_text()
    assert "decided" in str(page.evaluate("document.activeElement.className"))
    row.locator("[data-act=withdrawn]").click()
    say_why(page, "x")
    page.wait_for_selector("[data-reference='QDe.004'][data-link=candidate]")
    assert seen.ask("links?name=al-qaida")[-1]["decision"] == "withdrawn"


def test_the_dialog_wants_a_reason_and_gives_the_focus_back(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.to("/actors/al-qaida?lang=en")
    button = page.locator("[data-reference='QDe.004'] [data-act=rejected]")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog")
    assert dialog.get_attribute("aria-labelledby") == dialog.locator("h2").get_attribute("id")
    dialog.locator("textarea").fill("   ")
    dialog.locator("button[type=submit]").click()
    assert dialog.count() == 1
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert page.evaluate("document.activeElement.dataset.act") == "rejected"
    assert not [one for one in seen.ask("links?name=al-qaida") if one["decision"] == "rejected"]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_merge_is_undone_and_that_taken_back(visit: Callable[..., Visit], lang: str) -> None:
    seen = visit()
    event = largest(seen)
    page = seen.to(f"/events/{event['id']}?lang={lang}")
    made = seen.ask(f"events/{event['id']}")["decisions"]
    join = page.locator(f".decision[data-number='{made[-1]['number']}']")
    assert join.get_attribute("data-kind") == "joined"
    join.locator("button").click()
    say_why(page, "هجومان مختلفان")
    page.wait_for_selector(".decided")
    after = seen.ask(f"events/{event['id']}")
    assert set(after["event"]["claims"]) < set(event["claims"])
    undone = page.locator(".decision[data-kind=apart]").first
    assert "هجومان مختلفان" in undone.inner_text()
    undone.locator("button").click()
    say_why(page, "x")
    page.wait_for_selector(".decision[data-kind=withdrawn]")
    assert set(seen.ask(f"events/{event['id']}")["event"]["claims"]) == set(event["claims"])


def test_a_telling_is_split_off_and_merged_again_by_its_address(visit: Callable[..., Visit]) -> None:
    seen = visit()
    event = largest(seen)
    page = seen.to(f"/events/{event['id']}?lang=en")
    assert page.locator("#split-off").is_disabled()
    told = page.locator(".told").last
    claim = str(told.get_attribute("data-claim"))
    told.locator("input[type=checkbox]").check()
    page.locator("#split-off").click()
    say_why(page, "another attack")
    page.wait_for_selector(".decided")
    assert page.locator(f".told[data-claim='{claim}']").count() == 0
    other = seen.ask(f"events/{claim}")["event"]["id"]
    assert other != event["id"]
    page.locator("#merge-other").click()
    page.locator("#merge-id").fill("e0000000000000000")
    page.locator("dialog textarea").fill("x")
    page.locator("dialog button[type=submit]").click()
    page.wait_for_selector("dialog .problem")
    assert page.locator("dialog [role=alert]").inner_text().startswith("Nothing has this name.")
    page.locator("#merge-id").fill(f"{seen.address}/events/{other}?lang=en")
    say_why(page, "the same after all")
    page.wait_for_selector(f".told[data-claim='{claim}']")
    assert set(seen.ask(f"events/{event['id']}")["event"]["claims"]) >= set(event["claims"])
    assert seen.to(f"/events/{other}").url.split("?")[0].endswith(event["id"])
    seen.wrong = [wrong for wrong in seen.wrong if "404" not in wrong]


def test_an_event_of_which_nothing_is_left_can_be_had_back(visit: Callable[..., Visit]) -> None:
    seen = visit()
    items = seen.ask("events?limit=200")["items"]
    event = next(item["event"] for item in items if len(item["event"]["claims"]) == 1)
    page = seen.to(f"/events/{event['id']}?lang=en")
    page.locator(".told button").click()
    say_why(page, "satire")
    page.wait_for_selector("h1:has-text('Nothing is left')")
    page.get_by_role("button", name="Take back").click()
    say_why(page, "no satire")
    page.wait_for_selector(f".told[data-claim='{event['claims'][0]}']")
    assert seen.ask(f"events/{event['id']}")["event"]["claims"] == event["claims"]
    seen.wrong = [wrong for wrong in seen.wrong if "404" not in wrong]
