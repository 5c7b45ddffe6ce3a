"""A printed set is checked in handout.html: with the same words as by the served page, and nothing leaves."""

from pathlib import Path
from typing import Any

import pytest
from helpers.browsing import new_page
from playwright.sync_api import expect

from handout import class_set, load_content, read_students

pytestmark = pytest.mark.slow

LIST = "No,Name,Class,Email\n1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg\n2,LIM JO ANN,3A,lim_jo_ann@students.edu.sg\n"


@pytest.fixture(scope="module")
def printed(school: Path) -> bytes:
    roster = read_students(Path("3A.csv"), data=LIST.encode())
    return class_set(load_content(school / "content.yaml"), roster.students)


def check(page: Any, pdf: bytes, text: str) -> None:
    with new_page(page, "#set"):
        page.click("nav >> text=Check a set")
    page.set_input_files("#set", {"name": "set.pdf", "mimeType": "application/pdf", "buffer": pdf})
    with new_page(page, "h1[data-focus]"):
        page.set_input_files("#list", {"name": "3A.csv", "mimeType": "text/csv", "buffer": text.encode()})


def test_a_right_set(page: Any, printed: bytes) -> None:
    check(page, printed, LIST)
    expect(page.locator("h1")).to_have_text("This set is right")
    expect(page.locator("main")).to_contain_text("2 children’s pages: each carries the child’s own name")


def test_a_set_of_an_older_list(page: Any, printed: bytes) -> None:
    check(page, printed, LIST.replace("lim_jo_ann@", "lim_jo_ann_1@"))
    expect(page.locator("h1")).to_have_text("Do not hand this set out")
    expect(page.locator(".problems")).to_contain_text("No. 2 LIM JO ANN has another username in the list.")


def test_what_is_no_set(page: Any) -> None:
    check(page, b"%PDF-1.7\n%%EOF", LIST)
    expect(page.locator("h1")).to_have_text("This set cannot be checked")
    with new_page(page, "#set"):
        page.click("text=Check another set")
    expect(page.locator("form.drop")).to_contain_text("3A.csv, as it is open here")
