"""Where the file cannot start it says why, and what to do; where a list would be lost it asks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers.browsing import READY, RIGHT, new_page, open_list, patient
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

ANOTHER = "Open the file in another browser (Edge, Chrome or Firefox of the last two years), or ask your ICT teacher."
IN_THE_WORKER = """
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => make(blob.type === "text/javascript"
        ? new Blob([%r, blob], { type: blob.type }) : blob);
"""


@pytest.fixture
def context(chromium: Any) -> Iterator[Any]:
    context = patient(chromium)
    yield context
    context.close()


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (
            "delete globalThis.WebAssembly",
            "It needs WebAssembly. This browser does not have it, or its settings do not allow it.",
        ),
        ("delete globalThis.DecompressionStream", "It needs a newer browser."),
        ("delete globalThis.Worker", "It needs a newer browser."),
        (IN_THE_WORKER % "WebAssembly.validate = () => false;", "It needs a newer browser."),
        (IN_THE_WORKER % "throw new Error('TAN MEI LING');", "It stopped while it was starting."),
        (IN_THE_WORKER % "loadPyodide = null;", "It stopped while it was starting."),
    ],
)
def test_a_browser_that_cannot_start_it_says_so(context: Any, one_file: Path, spoilt: str, told: str) -> None:
    page = context.new_page()
    page.add_init_script(spoilt)
    page.goto(one_file.as_uri())
    said = page.get_by_role("alert")
    expect(said).to_contain_text("This file cannot start here")
    expect(said).to_contain_text(told)
    expect(said).to_contain_text(ANOTHER)
    assert "Error" not in said.inner_text()


def test_no_message_where_it_starts(context: Any, one_file: Path) -> None:
    page = context.new_page()
    page.add_init_script("globalThis.Worker = class { postMessage() {} }")  # it starts for ever
    page.goto(one_file.as_uri())
    expect(page.locator("#stage")).to_have_text("Unpacking")
    expect(page.get_by_role("progressbar", name="Starting")).to_be_visible()
    assert "does not start" not in page.inner_text("body")


def test_a_file_that_is_not_whole_says_so(context: Any, one_file: Path, tmp_path: Path) -> None:
    text = one_file.read_text("utf-8")
    piece = re.compile('<script type="text/plain" data-program>[^<]*</script>')
    missing = piece.sub("", text, count=1)
    for number, spoilt in enumerate((missing, text[: len(text) // 2])):
        copy = tmp_path / f"{number}.html"
        copy.write_text(spoilt, "utf-8")
        page = context.new_page()
        page.goto(copy.as_uri())
        said = page.get_by_role("alert")
        expect(said).to_contain_text("The file is not whole: a part of it is missing.")
        expect(said).to_contain_text("Copy it again from where you got it")


def test_without_scripts_it_says_what_to_switch_on(chromium: Any, one_file: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(one_file.as_uri())
    expect(page.get_by_role("main")).to_contain_text("This file does not start here. It needs JavaScript")
    context.close()


def test_leaving_asks_while_a_list_is_open(context: Any, one_file: Path) -> None:
    page = context.new_page()
    asked: list[str] = []

    def hear(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", hear)
    page.goto(one_file.as_uri())
    with new_page(page):
        page.click("nav >> text=Plain handout")
    expect(page.locator("h1")).to_have_text("Print the plain handout")
    page.reload()
    page.wait_for_selector(READY, state="attached")
    expect(page.locator("h1")).to_have_text("Print the plain handout")  # the address has kept it
    assert asked == []
    with new_page(page, "#list"):
        page.click("nav >> text=Class sets")
    open_list(page, RIGHT)
    page.click("[name=grey]")
    page.reload()
    page.wait_for_selector(READY, state="attached")
    assert asked == ["beforeunload"]
    expect(page.locator("main")).to_contain_text("This list is no longer kept. Choose it again.")


def test_where_new_tabs_are_barred_the_pdf_is_downloaded(context: Any, one_file: Path) -> None:
    page = context.new_page()
    page.add_init_script("window.open = () => null")
    page.goto(one_file.as_uri())
    with new_page(page):
        page.click("nav >> text=Plain handout")
    with new_page(page, ".files"):
        page.click("text=Make the PDF")
    with page.expect_download() as download:
        page.click("a:has-text('Open to print')")
    assert download.value.suggested_filename == "mims-account.pdf"
