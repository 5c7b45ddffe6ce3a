"""A clerk's walk through handout.html: every step gives what the served page and the command line give."""

import io
import re
import zipfile
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from helpers.browsing import RIGHT, WRONG, drop, new_page, open_list, print_all, reads, usernames_in
from helpers.lists import names
from helpers.native import children, printed_natively
from playwright.sync_api import expect

from handout.classlist import roster_template
from handout.model import Layout, Look
from handout.web import School
from handout.web.work import print_handout

pytestmark = pytest.mark.slow

LAYOUTS: tuple[Layout, ...] = ("pack", "sheet", "slips")
# At once when there is a file: a school is soon done.
CANCEL = """() => new Promise((resolve) => {
    const look = () => {
        if (!/^[1-9].* of/.test(document.querySelector("[data-progress]").textContent)) setTimeout(look, 20);
        else resolve(document.querySelector("form[action$=cancel] button").click());
    };
    look();
})"""
LOOKS = {"plain": Look(), "saver": Look(saver=True), "grey": Look(grey=True)}


def choose(page: Any, layout: str, look: Look) -> None:
    page.check(f"input[value={layout}]")
    for name in ("saver", "grey"):
        page.set_checked(f"[name={name}]", getattr(look, name))


def kept(page: Any, link: str) -> bytes:
    with page.expect_download() as download:
        page.click(link)
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize(("layout", "look"), list(product(LAYOUTS, LOOKS)))
def test_a_class_is_printed_byte_for_byte(page: Any, school: Path, layout: Layout, look: str) -> None:
    text = children(40)
    open_list(page, text)
    choose(page, layout, LOOKS[look])
    assert print_all(page) == printed_natively(school, text, layout, LOOKS[look])


def test_names_in_letters_of_other_typefaces_are_printed_byte_for_byte(page: Any, school: Path) -> None:
    rows = ["NGUYỄN THỊ ÁNH", "ПЕТРОВА АННА", "ΜΑΡΙΑ", "प्रिया क्षत्रिय", "ŁUCJA Đỗ", "நிலா செல்வன்", "نور حسن"]
    text = "\n".join(
        [
            "No,Name,Class,Email",
            *(f"{n},{name},3A,child_{n}@students.edu.sg" for n, name in enumerate(rows, 1)),
        ]
    )
    open_list(page, text)
    assert print_all(page) == printed_natively(school, text, "pack", Look())


@pytest.mark.parametrize(("layout", "look"), list(zip(LAYOUTS, LOOKS, strict=True)))
def test_a_whole_school_is_printed_byte_for_byte(page: Any, school: Path, layout: Layout, look: str) -> None:
    text = children(1800)
    open_list(page, text)
    choose(page, layout, LOOKS[look])
    with new_page(page, ".files"):
        page.click("[data-print]")
    archive = zipfile.ZipFile(io.BytesIO(kept(page, "a[download][href$=zip]")))
    printed = {name: archive.read(name) for name in archive.namelist()}
    assert printed == printed_natively(school, text, layout, LOOKS[look])


def test_a_list_is_dropped_corrected_and_printed(page: Any, tmp_path: Path) -> None:
    with reads(page):
        drop(page, WRONG)
    assert page.is_disabled("[data-print]")
    page.fill(".fix >> label:has-text('MIMS username') >> input", "tan_mei_1@students.edu.sg")
    with reads(page):
        page.click(".fix >> text=Save")
    expect(page.locator("#problems")).to_have_count(0)
    files = print_all(page)
    assert usernames_in(files["mims-account-3A.pdf"]) == ["tan_mei_1", "raj_kumar"]
    with reads(page):
        page.click("text=Print another way")
    corrected = tmp_path / "corrected.xlsx"
    corrected.write_bytes(kept(page, "text=Download the corrected list"))
    assert names(corrected)[0] == ("3A", "1", "TAN MEI LING")
    assert len(names(corrected)) == 4


def test_the_picture_follows_the_ticks_and_they_are_in_the_address(page: Any) -> None:
    open_list(page, RIGHT)
    picture = page.locator("[data-preview]")
    for layout in ("sheet", "slips"):
        page.check(f"input[value={layout}]")
        page.wait_for_url(f"**layout={layout}**")
        expect(picture).to_have_attribute("aria-busy", "false")
        expect(picture).not_to_have_js_property("naturalWidth", 0)
    with new_page(page, "h1:has-text('plain handout')"):
        page.click("nav >> text=Plain handout")
    with reads(page):
        page.go_back()
    assert page.is_checked("input[value=slips]")


def test_back_and_forward_walk_through_the_pages(page: Any) -> None:
    open_list(page, RIGHT)
    print_all(page)
    with new_page(page, "#table"):
        page.go_back()
    with new_page(page, "#list"):
        page.go_back()
    with new_page(page, "#table"):
        page.go_forward()


def test_open_to_print_shows_the_pdf_in_a_tab_of_its_own(page: Any) -> None:
    open_list(page, RIGHT)
    with new_page(page, ".files"):
        page.click("[data-print]")
    with page.context.expect_page() as opened:
        page.click("a:has-text('Open to print')")
    opened.value.wait_for_url(re.compile("^blob:"), wait_until="commit")
    opened.value.close()


def test_a_workbook_is_read_and_the_starter_lists_are_given(page: Any) -> None:
    for ending in (".xlsx", ".csv"):
        with new_page(page, "#list"):
            page.click("nav >> text=Class sets")
        assert kept(page, f"a[href='/class-list{ending}']") == roster_template(ending)
    open_list(page, roster_template(".xlsx"), "class-list.xlsx")
    assert page.locator("#table tbody tr").count() == 1


def test_the_plain_handout_is_byte_for_byte(page: Any, school: Path) -> None:
    with new_page(page, "h1:has-text('plain handout')"):
        page.click("nav >> text=Plain handout")
    page.check("[name=large]")
    with new_page(page, ".files"):
        page.click("text=Make the PDF")
    (handout,) = print_handout(School(school / "content.yaml"), Look(large=True))
    assert kept(page, ".files a[download]") == handout.data


def test_a_job_is_cancelled_between_two_files(page: Any) -> None:
    open_list(page, children(1800))
    with new_page(page, "[data-job]"):
        page.click("[data-print]")
    with new_page(page, "h1:has-text('Cancelled')"):
        page.evaluate(CANCEL)
    assert page.locator(".files").count() == 0
