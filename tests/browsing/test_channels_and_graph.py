"""The board of channels, and an actor's relations as a graph and as a list."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from observatory import Visit

pytest_plugins = ("windows",)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_figure_of_channels_stands_in_its_sentence(visit: Callable[..., Visit], lang: str) -> None:
    seen = visit()
    page = seen.to(f"/channels?lang={lang}")
    points = seen.ask("channels?limit=200")["items"]
    assert points
    assert page.locator(".figures .entry").count() == len(points)
    for point in points:
        entry = page.locator(f".entry[data-claim='{point['claim']['id']}']")
        assert entry.locator("blockquote").inner_text() == point["sentence"]
    isil = page.locator(".channel-subject[data-about=isil]")
    assert isil.locator("svg.series circle").count() == 4
    assert page.locator("a[href^='http']").count() == 0
    page.locator("#choice-about").select_option("al-qaida")
    assert page.locator(".channel-subject").count() == 1
    page.locator(".channel-subject td a").first.click()
    page.wait_for_selector(".reader .claim.lit")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_relation_in_the_graph_opens_its_sentences_in_the_list(visit: Callable[..., Visit], lang: str) -> None:
    seen = visit()
    page = seen.to(f"/actors/al-qaida?lang={lang}")
    relations = seen.ask("actors/al-qaida")["relations"]
    assert page.locator(".tie").count() == len(relations)
    told = [one for one in relations if one["claims"]]
    assert told
    node = page.locator(".node:has(.node-claims)").first
    node.click()
    row = page.locator(".tie:focus")
    sentence = row.locator("blockquote").first.inner_text()
    assert sentence in [source["sentence"] for one in told for source in one["claims"]]
    row.locator("blockquote a").first.click()
    page.wait_for_selector("#main[data-ready] .reader .claim.lit")
    page.wait_for_timeout(100)  # the focus comes to rest after the page is ready
    page.locator(".reader h1").hover()
    page.locator(".sheet").hover(position={"x": 2, "y": 2})
    assert f"claim={page.locator('.claim.lit').get_attribute('data-claim')}" in page.url
    assert page.locator(".claim.lit").evaluate("one => one === document.activeElement")


def test_the_graph_is_of_the_year_picked(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.to("/actors/isil-khorasan?lang=en")
    relations = seen.ask("actors/isil-khorasan")["relations"]
    others = {one["other"]["id"] if one["other"] else one["name"] for one in relations}
    assert page.locator(".node").count() == len(others)
    page.locator("#graph-all").uncheck()
    first = min(int(one["since"][:4]) for one in relations if one["since"])
    page.locator("#graph-year").fill(str(first))
    then = {
        one["other"]["id"] if one["other"] else one["name"]
        for one in relations
        if not one["since"] or int(one["since"][:4]) <= first
    }
    assert page.locator(".node").count() == len(then) < len(others)
    assert page.locator(".tie.then").count() > 0


def test_places_are_called_by_their_english_names_where_english_is_read(visit: Callable[..., Visit]) -> None:
    seen = visit()
    items = seen.ask("events?limit=200")["items"]
    item = next(item for item in items if item["place_name"] and item["place_name"]["en"] == "Baidoa")
    assert "Baidoa" in seen.to(f"/events/{item['event']['id']}?lang=en").locator("h1").inner_text()
    assert "بيدوا" in seen.to(f"/events/{item['event']['id']}?lang=ar").locator("h1").inner_text()
    page = seen.to(f"/?lang=en&place={item['event']['place']['id']}")
    assert "Baidoa" in page.locator(".event-row").first.inner_text()
    assert "Baidoa" in seen.to(f"/reports/{item['event']['reports'][0]}?lang=en").locator(".claims").inner_text()
