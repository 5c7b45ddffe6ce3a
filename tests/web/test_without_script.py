"""The office's page in a browser that runs no scripts, and by keyboard alone."""

import pytest
from helpers.browsing import (
    RIGHT,
    WRONG,
    enter,
    new_page,
    patient,
)
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def test_the_plain_handout_by_keyboard_alone(page) -> None:  # noqa: ANN001
    def tab_to(words: str) -> None:
        for _ in range(30):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                "document.activeElement.textContent + (document.activeElement.name || '')"
            )
            if words in focused:
                return
        raise AssertionError(words)

    tab_to("Plain handout")
    with new_page(page):
        page.keyboard.press("Enter")
    assert page.url.endswith("/handout")
    tab_to("large")
    page.keyboard.press("Space")
    tab_to("Make the PDF")
    with new_page(page, ".files"):
        page.keyboard.press("Enter")
    assert page.inner_text(".files b") == "mims-account.pdf"


def test_help_is_one_panel_that_escape_closes(page) -> None:  # noqa: ANN001
    page.focus("text=Help")
    page.keyboard.press("Enter")
    expect(page.locator("#help")).to_be_visible()
    box = page.locator("#help").bounding_box()
    assert box["height"] < page.viewport_size["height"]
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def test_without_scripts_every_step_works(server, browser) -> None:  # noqa: ANN001
    context = patient(browser, java_script_enabled=False)
    page = context.new_page()
    enter(page, server.address)
    page.set_input_files("#list", {"name": "3A.csv", "mimeType": "text/csv", "buffer": RIGHT.encode()})
    page.click("text=Read the list")
    page.check("input[value=sheet]")
    page.click("text=4 children")
    page.uncheck("[name=class]")
    page.check("[data-child] >> text=RAJ KUMAR")
    page.click("text=Show this choice")
    expect(page.locator("#table td").first).to_have_text("1")
    assert page.is_checked("input[value=sheet]")
    page.click("text=Next child")
    expect(page.locator("figcaption")).to_have_text("3A No. 4 ONG KAI LI")
    page.click("text=Make the PDFs")
    expect(page.locator(".files b")).to_have_text("mims-account-3A-sheet-part.pdf")
    context.close()


def test_cells_are_fixed_without_the_script(server, browser) -> None:  # noqa: ANN001
    context = patient(browser, java_script_enabled=False)
    page = context.new_page()
    enter(page, server.address)
    text = WRONG.replace("raj_kumar@", "raj kumar@").encode()
    page.set_input_files("#list", {"name": "3A.csv", "mimeType": "text/csv", "buffer": text})
    page.click("text=Read the list")
    page.click("#fix-1 button[name=suggested]")
    expect(page.locator("#problems li")).to_have_count(1)
    page.click("#fix-1 >> text=Change another cell")
    page.locator("#fix-1").get_by_label("Name", exact=True).fill("RAJ KUMAR SINGH")
    page.locator("#fix-1").get_by_label("MIMS username").fill("raj_1@students.edu.sg")
    page.click("#fix-1 button[name=save]")
    expect(page.locator("#problems")).to_have_count(0)
    expect(page.locator("[data-child]").nth(2)).to_contain_text("RAJ KUMAR SINGH raj_1")
    context.close()
