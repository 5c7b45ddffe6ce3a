"""The school's own handout.html: its settings go into the file, nothing of a class list does."""

import base64
import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from helpers.browsing import new_page, open_list, opened, patient, print_all
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

LIST = "No,Name,Class,Email\n1,QUIXOTE ZARATHUSTRA,3A,zarathustra_q@students.edu.sg\n"


def test_own_settings_are_saved_into_the_file_and_no_child_is(
    page: Any, chromium: Any, tmp_path: Path
) -> None:
    open_list(page, LIST)
    print_all(page)
    with new_page(page, "[data-school]"):
        page.click("nav >> text=School")
    page.fill("[name='at:settings/school']", "Fictional Primary School")
    with new_page(page, "[data-school]"):
        page.click("button[name=save]")
    page.wait_for_selector("text=brings the former texts back")
    with page.expect_download() as download:
        page.click("text=Save our own handout.html")
    own = tmp_path / download.value.suggested_filename
    download.value.save_as(own)
    assert own.name == "handout.html"
    held = unpacked(own)
    assert b"Fictional Primary School" in held
    assert b"content.yaml" in held
    for of_the_child in (b"QUIXOTE", b"ZARATHUSTRA", b"zarathustra"):
        assert of_the_child not in held
        assert of_the_child not in own.read_bytes()
    context = patient(chromium)
    again = opened(context, own)
    with new_page(again, "[data-school]"):
        again.click("nav >> text=School")
    assert again.input_value("[name='at:settings/school']") == "Fictional Primary School"
    context.close()


def unpacked(path: Path) -> bytes:
    """All that the file holds: its text, and what is packed into it."""
    text = path.read_text("utf-8")
    held = [text.encode()]
    for kind in ("program", "school"):
        pieces = re.findall(rf'<script type="text/plain" data-{kind}>([^<]*)</script>', text)
        held.append(gzip.decompress(base64.b64decode("".join(pieces))))
    return b"".join(held)


def test_a_file_that_cannot_be_saved_is_reported(page: Any) -> None:
    with new_page(page, "[data-school]"):
        page.click("nav >> text=School")
    page.evaluate("[globalThis.kept, globalThis.CompressionStream] = [CompressionStream, undefined]")
    page.click("text=Save our own handout.html")
    expect(page.locator("#live")).to_contain_text(
        "The file was not saved. Close other windows and try again."
    )
    expect(page.locator("[data-saving]")).to_be_hidden()
    with new_page(page, "[data-school]"):
        page.click("nav >> text=School")  # the message is in nobody's way
    page.evaluate("() => { globalThis.CompressionStream = kept; }")
    with page.expect_download():
        page.click("text=Save our own handout.html")
    expect(page.locator("#live")).to_be_empty()
