"""What a clerk has chosen or typed on the page of a list is there until it is printed."""

import pytest
from helpers.browsing import WRONG, new_page, open_list, reads
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def test_a_correction_keeps_what_was_chosen_and_the_tick_of_each_child(page) -> None:  # noqa: ANN001
    open_list(page, WRONG.replace("2,LIM JO ANN,3A,", "2,,3A,lim_jo_ann@students.edu.sg"))
    page.check("input[value=sheet]")
    page.check("[name=rest]")
    page.click("[data-none]")
    page.click("text=3 children")
    page.check("[data-child] >> text=ONG KAI LI")
    expect(page.locator("#bar")).to_contain_text("1 child, 1 page,")
    page.locator("fieldset:has-text('Row 3')").get_by_label("Name", exact=True).fill("LIM JO ANN")
    with reads(page):
        page.click("fieldset:has-text('Row 3') >> text=Save")
    assert page.is_checked("input[value=sheet]")
    ticked = page.locator("[data-child]:has(:checked)")
    expect(ticked).to_have_count(1)
    expect(ticked).to_contain_text("ONG KAI LI")
    with reads(page):
        page.click("text=Undo the last change")
    expect(ticked).to_contain_text("ONG KAI LI")
    expect(page.locator("#problems li")).to_have_count(2)


def test_nothing_is_made_while_what_was_typed_is_not_saved(page) -> None:  # noqa: ANN001
    open_list(page, WRONG)
    page.check("[name=rest]")
    expect(page.locator("[data-print]")).to_be_enabled()
    page.fill("#fix-1 label:has-text('username') input", "tan_mei_ling@students.edu.sg")
    page.click("[data-print]")
    expect(page.locator("#live")).to_contain_text("What you typed here is not saved yet.")
    assert page.evaluate("document.activeElement.value") == "tan_mei_ling@students.edu.sg"
    with reads(page):
        page.keyboard.press("Enter")
    expect(page.locator("#problems")).to_have_count(0)
    with new_page(page, ".files"):
        page.click("[data-print]")


def test_who_types_for_long_keeps_the_list(page) -> None:  # noqa: ANN001
    open_list(page, WRONG)
    with page.expect_request(lambda request: request.url.endswith("/kept")):
        page.type("#fix-1 label:has-text('username') input", "tan")


def test_what_was_typed_can_be_taken_back_and_the_rest_is_made(page) -> None:  # noqa: ANN001
    open_list(page, WRONG)
    page.check("[name=rest]")
    expect(page.locator("[data-print]")).to_be_enabled()
    cell = page.locator("#fix-1 label:has-text('username') input")
    before = cell.input_value()
    cell.fill("tan")
    page.click("[data-print]")
    expect(page.locator("#live")).to_contain_text("What you typed here is not saved yet.")
    cell.fill(before)
    with new_page(page, ".files"):
        page.click("[data-print]")
