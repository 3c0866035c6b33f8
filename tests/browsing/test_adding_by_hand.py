"""A text pasted and files chosen are read before one's eyes, and stored only where a person says so."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from observatory import AXE, SAMPLES, Visit, serving_a_copy
from playwright.sync_api import FilePayload
from test_pages_seen import serious

pytest_plugins = ("windows",)


@pytest.fixture(scope="module")
def address(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A store of these tests' own, which they change."""
    with serving_a_copy(samples, tmp_path_factory.mktemp("changing")) as here:
        yield here


TEXT = "قُتل ستة جنود في هجوم شنه مسلحون على بلدة غاو في شمال مالي يوم 9 مايو 2021.\nوقال الجيش إن الحرب مستمرة.\n"
OTHER = "جُرح أربعة عناصر من الشرطة في انفجار عبوة ناسفة في بيدوا يوم 3 مارس 2022."


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_pasted_text_is_read_looked_at_and_stored(visit: Callable[..., Visit], lang: str) -> None:
    seen = visit()
    text = f"{TEXT}وهذا خبر {'أول' if lang == 'ar' else 'ثان'}.\n"
    before = seen.ask("about")["counts"]
    page = seen.to(f"/add?lang={lang}")
    page.locator("#add-text").fill(text)
    page.locator("#add-outlet").fill("النشرة")
    page.locator("#add-published").fill("2021-05-10")
    page.locator("#add-read").click()
    page.wait_for_selector(".job .claim")
    assert page.locator(".job .report-text").evaluate("one => one.textContent") == text
    mark = page.locator(".job mark").first
    mark.hover()
    assert page.locator(".job .claim.lit").get_attribute("data-claim") == mark.get_attribute("data-claim")
    page.evaluate(AXE.read_text("utf-8"))
    assert serious(page) == []
    assert seen.ask("about")["counts"] == before
    page.locator(".job .button.strong").click()
    page.wait_for_selector("main[data-ready] > .reader")
    assert "/reports/" in page.url
    assert page.locator(".claim").count() > 0
    assert seen.ask("about")["counts"]["reports"] == before["reports"] + 1
    report = page.url.split("/reports/")[1].split("?")[0]
    assert seen.ask(f"reports/{report}")["report"]["outlet"] == "النشرة"
    page = seen.to(f"/add?lang={lang}")
    page.locator("#add-text").fill(text)
    page.locator("#add-read").click()
    again = page.locator(f".job .state a[href='/reports/{report}']")
    again.wait_for()
    assert page.locator(".job .button.strong").count() == 0
    again.click()
    page.wait_for_selector("main[data-ready] > .reader")


def test_files_are_known_by_content_and_one_that_is_none_says_why(visit: Callable[..., Visit]) -> None:
    seen = visit()
    before = seen.ask("about")["counts"]
    page = seen.to("/add?lang=en")
    lines = "\n".join(json.dumps({"id": f"by-hand-{n}", "title": f"خبر {n}", "text": OTHER}) for n in range(2))
    files: list[FilePayload] = [
        {"name": "noise.pdf", "mimeType": "application/pdf", "buffer": bytes(range(256)) * 8},
        {"name": "two.txt", "mimeType": "text/plain", "buffer": lines.encode()},
        {"name": "nothing.txt", "mimeType": "text/plain", "buffer": b""},
    ]
    page.locator("#add-files").set_input_files(files)
    page.wait_for_selector(".job .button.strong")
    refused = page.locator(".job:has-text('noise.pdf') .problem")
    assert refused.get_attribute("data-code") == "noise"
    assert "its bytes are no text" in refused.inner_text()
    assert page.locator(".job:has-text('nothing.txt') .problem").get_attribute("data-code") == "empty"
    job = page.locator(".job:has-text('two.txt')")
    assert job.locator(".along").count() == 2
    assert job.locator(".along[open]").count() == 1
    job.locator(".button.strong").click()
    page.wait_for_selector(".job .state a[href='/reports/by-hand-1']")
    assert seen.ask("about")["counts"]["reports"] == before["reports"] + 2


def test_a_file_can_be_dropped(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.to("/add?lang=ar")
    handle = page.evaluate_handle(
        "text => { const held = new DataTransfer(); held.items.add(new File([text], 'خبر.txt')); return held; }", OTHER
    )
    page.dispatch_event(".dropping", "drop", {"dataTransfer": handle})
    page.wait_for_selector(".job .claim")
    assert page.locator(".job h2").inner_text() == "خبر.txt"


def test_reading_can_be_cancelled_and_leaves_nothing(visit: Callable[..., Visit]) -> None:
    seen = visit()
    before = seen.ask("about")["counts"]
    page = seen.to("/add?lang=en")
    long = (SAMPLES / "reports/scraped-niamey.txt").read_text("utf-8") * 40
    page.locator("#add-text").evaluate("(one, text) => { one.value = text; }", long)
    page.locator("#add-read").click()
    page.get_by_role("button", name="Cancel").click()
    assert page.locator(".job").count() == 0
    page.locator("#add-text").fill(TEXT)
    page.locator("#add-read").click()
    page.wait_for_selector(".job .claim")
    page.get_by_role("button", name="Discard").click()
    assert page.locator(".job").count() == 0
    assert seen.ask("about")["counts"] == before
