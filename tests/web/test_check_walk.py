"""A clerk checks a printed set in a real browser, with and without the script."""

import pytest
from helpers.browsing import RIGHT, drop_files, enter, new_page, open_list, patient, print_all
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def test_what_was_printed_here_is_checked_here(page) -> None:  # noqa: ANN001
    open_list(page, RIGHT)
    (pdf,) = print_all(page).values()
    with new_page(page, "#set"):
        page.click("nav >> text=Check a set")
    drop_files(page, {"printed.pdf": pdf, "3A.csv": RIGHT.encode(), "more.csv": b""})
    expect(page.locator("#live")).to_contain_text("Drop one printed set and its class list at a time.")
    with new_page(page, "h1[data-focus]"):
        drop_files(page, {"3A.csv": RIGHT.encode(), "printed.pdf": pdf})
    assert page.inner_text("h1") == "This set is right"
    assert page.title() == "This set is right – MIMS account handouts"
    with new_page(page, "#set"):
        page.click("text=Check another set")
    page.set_input_files("#set", {"name": "set.pdf", "mimeType": "application/pdf", "buffer": b"no set"})
    expect(page.locator("h1")).to_have_text("This set cannot be checked")


def test_a_check_without_the_script(server, browser, page) -> None:  # noqa: ANN001
    open_list(page, RIGHT)
    (pdf,) = print_all(page).values()
    context = patient(browser, java_script_enabled=False)
    plain = context.new_page()
    enter(plain, server.address)
    plain.click("nav >> text=Check a set")
    plain.set_input_files("#set", {"name": "set.pdf", "mimeType": "application/pdf", "buffer": pdf})
    older = RIGHT.replace("raj_kumar@", "raj_kumar_1@").encode()
    plain.set_input_files("#list", {"name": "3A.csv", "mimeType": "text/csv", "buffer": older})
    plain.click("text=Check the set")
    expect(plain.locator("h1")).to_have_text("Do not hand this set out")
    expect(plain.locator(".problems")).to_contain_text("No. 3 RAJ KUMAR has another username in the list.")
    expect(plain.locator(".problems")).to_contain_text("Print it again from 3A.csv.")
    context.close()
