"""The file in each of its states: no fault that axe finds, nothing over the edge, and all of it by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from helpers.browsing import RIGHT, WRONG, new_page, open_list, opened, patient, reads
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

ASKED = """() => {
    const asked = { files: false };
    document.activeElement.addEventListener("click", (event) => {
        asked.files = !event.defaultPrevented;
        event.preventDefault();
    });
    return asked;
}"""  # whether the place of the list was asked for files
STARTS_FOR_EVER = "globalThis.Worker = class { postMessage() {} }"


@pytest.fixture(scope="module")
def started(chromium: Any, one_file: Path) -> Iterator[Any]:
    # axe brings a script of its own, which the file's policy would refuse as it should.
    context = patient(chromium, bypass_csp=True, viewport={"width": 1200, "height": 800})
    yield opened(context, one_file)
    context.close()


@pytest.fixture
def page(started: Any) -> Any:
    """The first page, as wide as a desk's screen."""
    started.set_viewport_size({"width": 1200, "height": 800})
    with new_page(started, "#list"):
        started.click("nav >> text=Class sets")
    return started


def accessible(page: Any) -> None:
    for width, scheme in ((1200, "light"), (600, "dark"), (320, "light")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, scheme)


def first(page: Any) -> None:
    page.wait_for_selector("#list")


def about(page: Any) -> None:
    page.click("text=About this file")
    expect(page.get_by_role("heading", name="About this file")).to_be_visible()


def problems(page: Any) -> None:
    open_list(page, WRONG)


def chosen(page: Any) -> None:
    open_list(page, RIGHT)
    expect(page.locator("[data-preview]")).not_to_have_js_property("naturalWidth", 0)


def ready(page: Any) -> None:
    open_list(page, RIGHT)
    with new_page(page, ".files"):
        page.click("[data-print]")


def school(page: Any) -> None:
    with new_page(page, "[data-school]"):
        page.click("nav >> text=School")


@pytest.mark.parametrize("state", [first, about, problems, chosen, ready, school])
def test_every_state_is_accessible_and_fits(page: Any, state: Callable[[Any], None]) -> None:
    state(page)
    accessible(page)
    page.keyboard.press("Escape")


@pytest.mark.parametrize("spoilt", [STARTS_FOR_EVER, "delete globalThis.WebAssembly"])
def test_so_it_is_while_it_starts_and_where_it_cannot(chromium: Any, one_file: Path, spoilt: str) -> None:
    context = patient(chromium, bypass_csp=True)
    page = context.new_page()
    page.add_init_script(spoilt)
    page.goto(one_file.as_uri())
    page.wait_for_selector("[role=alert], progress[value='0.1']")
    accessible(page)
    context.close()


def test_a_class_is_printed_without_a_mouse(page: Any, tmp_path: Path) -> None:
    (tmp_path / "3A.csv").write_text(RIGHT, "utf-8")
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    tab_to(page, "#list")
    asked = page.evaluate_handle(ASKED)  # the browser's own window of files is not ours to drive
    page.keyboard.press("Space")
    page.wait_for_function("asked => asked.files", arg=asked)
    with reads(page):
        page.locator("#list").set_input_files(tmp_path / "3A.csv")
    tab_to(page, "input[value=pack]")
    page.keyboard.press("ArrowDown")
    expect(page.locator("input[value=sheet]")).to_be_checked()
    tab_to(page, "[data-print]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ready to print")).to_be_focused()
    tab_to(page, ".files a[download]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "mims-account-3A-sheet.pdf"


def tab_to(page: Any, selector: str) -> None:
    """Press Tab until it has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
    raise AssertionError(selector)
