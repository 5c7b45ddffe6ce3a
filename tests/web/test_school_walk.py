"""A clerk changes the school's texts and slides in a real browser: the page beside the form follows."""

import io

import pytest
from helpers.browsing import new_page
from PIL import Image
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def test_the_page_next_to_the_form_follows(page) -> None:  # noqa: ANN001
    with new_page(page, "[data-school]"):
        page.click("nav >> text=Your school")
    page.click("summary >> text=The guides")
    out = io.BytesIO()
    Image.new("RGB", (1180, 660), "orange").save(out, "PNG")
    slide = {"name": "ours.png", "mimeType": "image/png", "buffer": out.getvalue()}
    page.set_input_files("[name=picture-2]", slide)
    expect(page.locator("#former-2")).to_contain_text("those of the former picture: do they still fit?")
    expect(page.locator("#name-2")).to_contain_text("ours-")
    expect(page.locator("#figure figcaption")).to_contain_text("Page 2 of")
    page.fill("[name='at:guides/pictures/2/caption']", "Our own slide")
    page.click("#figure >> text=Previous page")
    expect(page.locator("#figure figcaption")).to_contain_text("Page 1 of")
    assert page.input_value("[name='at:guides/pictures/2/caption']") == "Our own slide"
    assert page.is_visible("[name='at:guides/pictures/2/caption']"), "the form stays as it was"
    page.reload()
    assert page.input_value("[name='at:guides/pictures/2/caption']") == "Our own slide", (
        "and so does what was typed"
    )
