"""What a clerk does before the page's script has begun is not lost."""

from collections.abc import Callable
from typing import Any

import pytest
from helpers.browsing import READY, RIGHT, new_page, open_list
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


@pytest.fixture
def hold(page: Any) -> Callable[[str], Callable[[], None]]:
    """Opens an address, its scripts held back; what it gives lets them go."""
    held: list[Any] = []
    holds = [True]

    def let_go() -> None:
        assert page.locator(READY).count() == 0
        holds[0] = False
        for route in held:
            route.continue_()

    def opened(address: str) -> Callable[[], None]:
        page.route("**/static/*.js", lambda route: held.append(route) if holds[0] else route.continue_())
        page.goto(address, wait_until="commit")
        return let_go

    return opened


def test_a_list_is_chosen(page: Any, hold: Callable) -> None:
    begin = hold(page.url)
    page.set_input_files("#list", {"name": "3A.csv", "mimeType": "text/csv", "buffer": RIGHT.encode()})
    begin()
    expect(page.locator("#table tfoot td").first).to_have_text("4")


def test_ticks_are_set(page: Any, hold: Callable) -> None:
    open_list(page, RIGHT)
    begin = hold(page.url)
    page.uncheck("[name=class]")
    page.click("text=4 children")
    page.check("[data-child] >> text=RAJ KUMAR")
    page.check("input[value=slips]")
    begin()
    expect(page.locator("#table tfoot td").first).to_have_text("1")
    expect(page.locator("figcaption")).to_have_text("Slips, from 3A No. 3 RAJ KUMAR")
    page.wait_for_url("**layout=slips**")


def test_another_child_is_looked_at(page: Any, hold: Callable) -> None:
    open_list(page, RIGHT)
    begin = hold(page.url)
    page.select_option("[data-show]", label="3 RAJ KUMAR")
    begin()
    expect(page.locator("figcaption")).to_have_text("3A No. 3 RAJ KUMAR")


def test_a_text_is_typed(page: Any, hold: Callable, server: Any) -> None:
    begin = hold(server.origin + "/school")
    page.fill("[name='at:settings/school']", "Frangipani Primary School")
    begin()
    expect(page.locator("#state")).to_contain_text("Not saved yet.")
    with new_page(page):
        page.click("text=Discard")


def test_where_nothing_was_done_nothing_is_asked(page: Any, server: Any) -> None:
    open_list(page, RIGHT)
    for address in (page.url, f"{server.origin}/handout"):
        page.goto(address)
        page.wait_for_selector(READY, state="attached")
        assert page.url == address, "it would say what was chosen"
    page.goto(f"{server.origin}/school")
    page.wait_for_selector(READY, state="attached")
    assert not page.evaluate("handoutPage.isTouched(document.querySelector('[data-school]'))")
