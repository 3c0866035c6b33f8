"""The pages with accounts: signing in and out, what each role is shown, and keeping accounts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from observatory import AXE, BUILT, Visit, fill, serving
from playwright.sync_api import Page, expect
from test_pages_seen import addressed, serious

from marsad.storing import Store, open_store
from marsad.team import ROLES, Doer, add_account, entries, set_role

pytest_plugins = ("windows",)

PASSWORD = "violet kettle harbour"
BY = Doer("the machine's user")


class Hands:
    """A clock that only a test moves; it begins with the day of the test, since cookies go by the browser's."""

    def __init__(self) -> None:
        self.moved = timedelta()

    def now(self) -> datetime:
        from marsad.storing.store import now

        return now() + self.moved

    def ticks(self) -> float:
        return self.now().timestamp()


@pytest.fixture(scope="module")
def hands() -> Hands:
    return Hands()


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory, hands: Hands) -> Iterator[tuple[Store, str]]:
    """A store with an account of each role, named as the role, and the address it is served at."""
    if not BUILT.exists():
        pytest.fail("the pages are not built: run `make web`")
    place = tmp_path_factory.mktemp("team") / "samples.db"
    cheap = PasswordHasher.from_parameters(CHEAPEST)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place.parent))
        patch.setattr("marsad.team.passwords.hasher", lambda: cheap)
        fill(place)
        with open_store(str(place)) as store:
            for role in ROLES:
                add_account(store, role, role, PASSWORD, hands.now(), BY)
            with serving(store, team=True, clock=hands.now, ticks=hands.ticks) as here:
                yield store, here


@pytest.fixture(scope="module")
def address(team: tuple[Store, str]) -> str:
    return team[1]


@pytest.fixture
def enter(visit: Callable[..., Visit], address: str) -> Callable[..., Visit]:
    """Opens a window in which someone of a role is signed in."""

    def entered(role: str, lang: str = "en", **options: Any) -> Visit:
        seen = visit(**options)
        body = {"name": role, "password": PASSWORD}
        own = {"X-Marsad": "1", "Origin": address}
        assert seen.page.request.post(f"{address}/api/v1/session", data=body, headers=own).ok
        seen.to(f"/reports?lang={lang}")
        return seen

    return entered


def allow(seen: Visit, status: int) -> None:
    """Browsers log every answer of 400 and above; those of this status belong to the test."""
    seen.wrong = [wrong for wrong in seen.wrong if str(status) not in wrong]


def type_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.keyboard.press("Enter")


def test_one_signs_in_by_keyboard_and_comes_back_to_where_one_was(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.page
    page.goto(f"{seen.address}/contradictions?lang=en")
    page.wait_for_url("**/sign-in?*")
    page.wait_for_selector("main[data-ready]")
    assert page.locator("nav").count() == 0
    assert page.evaluate("document.activeElement.autocomplete") == "username"
    page.keyboard.type("reader")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.autocomplete") == "current-password"
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/contradictions?lang=en")
    page.wait_for_selector("main[data-ready]")
    assert page.locator(".account a").inner_text() == "reader"
    page.locator("[data-sign-out]").click()
    page.wait_for_url("**/sign-in")
    page.wait_for_selector("main[data-ready]")
    page.goto(f"{seen.address}/reports?lang=en")
    page.wait_for_url("**/sign-in?*")
    page.wait_for_selector("main[data-ready]")
    allow(seen, 401)


def test_what_is_wrong_is_said_in_words_and_nothing_is_lost(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.to("/sign-in?lang=en&next=/forecasts")
    type_in(page, "coder", "not my password")
    expect(page.get_by_role("alert")).to_have_text("Name and password do not belong together.")
    assert page.get_by_label("Name").input_value() == "coder"
    assert page.evaluate("document.activeElement.type") == "password"
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/forecasts")
    allow(seen, 401)


@pytest.mark.parametrize("way", ["https://evil.example/x", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_the_way_back_stays_within_these_pages(visit: Callable[..., Visit], way: str) -> None:
    seen = visit()
    page = seen.page
    page.goto(f"{seen.address}/sign-in?lang=en")
    page.evaluate("to => history.replaceState(null, '', '/sign-in?lang=en&next=' + encodeURIComponent(to))", way)
    page.wait_for_selector("main[data-ready]")
    type_in(page, "reader", PASSWORD)
    page.wait_for_selector("nav")
    assert page.url.startswith(f"{seen.address}/")


def test_a_session_that_has_ended_leads_to_signing_in_and_back(enter: Callable[..., Visit], hands: Hands) -> None:
    seen = enter("reader")
    page = seen.page
    hands.moved += timedelta(minutes=61)
    page.locator("nav a[href='/actors']").click()
    page.wait_for_url("**/sign-in?next=%2Factors*")
    page.wait_for_selector("main[data-ready]")
    page.locator("#field-username").fill("reader")
    page.locator("#field-password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors*")
    page.wait_for_selector("main[data-ready]")
    allow(seen, 401)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_shown_what_it_may_do(enter: Callable[..., Visit], role: str) -> None:
    seen = enter(role)
    page = seen.page
    assert page.locator("nav a[href='/team']").count() == (role == "admin")
    assert page.locator(".account a").inner_text() == role
    sent = """async () => (await fetch('/api/v1/decisions', {method: 'POST', body: '{}',
        headers: {'x-marsad': '1', 'content-type': 'application/json'}})).status"""
    assert page.evaluate(sent) == (403 if role == "reader" else 422)
    allow(seen, 403 if role == "reader" else 422)


@pytest.mark.parametrize("path", ["/events/{event}", "/reports/{report}", "/actors/isil", "/contradictions"])
def test_no_control_asks_a_reader_to_decide(enter: Callable[..., Visit], path: str) -> None:
    seen = enter("reader")
    page = seen.to(f"{addressed(seen, path)}?lang=en")
    changes: list[str] = []
    page.on("request", lambda asked: changes.append(asked.url) if asked.method != "GET" else None)
    assert page.locator("nav a[href='/add'], main a[href='/add']").count() == 0
    for button in page.locator("main button:visible").all():
        if button.is_visible() and button.is_enabled():
            button.click()
            assert page.locator("dialog[open]").count() == 0, button.inner_text()
    assert changes == []


def test_an_admin_makes_an_account_changes_it_and_reads_of_it(
    enter: Callable[..., Visit], team: tuple[Store, str]
) -> None:
    store, _ = team
    seen = enter("admin")
    page = seen.to("/team?lang=en")
    adding = page.locator("section.sheet", has=page.get_by_role("heading", name="A new account"))
    adding.get_by_label("Name").fill("أمل")
    adding.get_by_label("Password").fill("كلمة المرور ١٢٣")
    adding.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("This password will not do")
    adding.get_by_label("Password").fill("lantern orchard pebble")
    adding.get_by_role("button").click()
    row = page.locator("[data-account='أمل']")
    expect(page.get_by_role("alert")).to_have_text("The account أمل was made.")
    row.locator("select").select_option("coder")
    expect(page.locator(".audit li").first).to_contain_text("role changed")
    row.get_by_role("button", name="Disable").click()
    expect(row).to_contain_text("disabled")
    expect(page.locator(".audit li").first).to_contain_text("account disabled")
    told = [one.entry for one in entries(store, 3)]
    assert [one.what for one in told] == ["أمل", "أمل: coder", "أمل: reader"]
    assert {one.account for one in told} == {"admin"}
    page.locator("[data-account=admin] select").select_option("reader")
    expect(page.get_by_role("alert")).to_contain_text("The last admin stays")
    expect(page.locator("[data-account=admin] select")).to_have_value("admin")
    allow(seen, 422)
    allow(seen, 409)


def test_who_may_not_keep_accounts_is_told_so(enter: Callable[..., Visit]) -> None:
    seen = enter("coder")
    seen.page.goto(f"{seen.address}/team?lang=en")
    expect(seen.page.get_by_role("alert")).to_contain_text("a coder may not do this")
    allow(seen, 403)


def test_a_coder_reviews_in_the_accounts_name_and_assigns_nothing(enter: Callable[..., Visit]) -> None:
    seen = enter("coder")
    page = seen.to("/review?lang=en")
    assert page.locator("#coder").count() == 0
    page.wait_for_selector(".desk:focus")
    page.keyboard.press("u")
    page.wait_for_selector(".said:has-text('Left unsure')")
    assert [one["verdict"] for one in seen.ask("review/judgements?by=coder")["items"]] == ["unsure"]
    assert seen.to("/review/assignments").locator("form.assign").count() == 0
    assert enter("admin").to("/review/assignments").locator("form.assign").count() == 1


def test_one_changes_ones_own_password(enter: Callable[..., Visit], team: tuple[Store, str], hands: Hands) -> None:
    add_account(team[0], "karim", "reader", PASSWORD, hands.now(), BY)
    seen = enter("karim")
    page = seen.to("/account?lang=en")
    page.get_by_label("Present password").fill("something else")
    page.get_by_label("New password").fill("lantern orchard pebble")
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_role("alert")).to_have_text("This is not the present password.")
    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_role("alert")).to_contain_text("The password was changed")
    seen.to("/account?lang=en")
    allow(seen, 401)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", ["/sign-in", "/account", "/team"])
def test_axe_finds_nothing_serious_on_the_pages_of_accounts(enter: Callable[..., Visit], path: str, lang: str) -> None:
    page = enter("admin", lang).to(f"{path}?lang={lang}")
    assert page.evaluate("document.documentElement.dir") == ("rtl" if lang == "ar" else "ltr")
    assert page.locator("h1").count() == 1
    page.evaluate(AXE.read_text("utf-8"))
    assert serious(page) == []
    page.emulate_media(color_scheme="dark")
    assert serious(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_role_taken_away_is_gone_with_the_next_page(
    enter: Callable[..., Visit], team: tuple[Store, str], hands: Hands
) -> None:
    add_account(team[0], "second", "admin", PASSWORD, hands.now(), BY)
    seen = enter("second")
    assert seen.page.locator("nav a[href='/team']").count() == 1
    set_role(team[0], "second", "reader", hands.now(), BY)
    page = seen.to("/reports?lang=en")
    assert page.locator("nav a[href='/team']").count() == 0
    assert re.search("reads", page.locator(".account a").get_attribute("title") or "")
