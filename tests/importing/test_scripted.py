"""Pictures that a website loads late, and mail addresses that it keeps from robots."""

import pytest
from helpers.site import guides, imported, png, remarks, text, tiptap, values

pytestmark = pytest.mark.slow

A = {"images/a.png": png()}
_BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


@pytest.mark.parametrize(
    "html",
    [
        "<img src=blank.gif data-original=/images/a.png>",
        "<img data-lazy-src=/images/a.png>",
        "<img data-srcset='small.png 300w, /images/a.png 900w'>",
        "<img srcset='https://x.example/w_49,h_30/a.png 1x, /images/a.png 2x'>",
        f"<img src='{_BLANK}'><noscript><img src=/images/a.png></noscript>",
        f"<noscript><img src=/images/a.png></noscript><img src='{_BLANK}'>",
        "<p>Words</p><noscript><img src=/images/a.png></noscript>",
        "<img data-src=/images/a.png><noscript><img src=/images/a.png></noscript>",
        "<picture><source srcset=a.webp><img data-src=/images/a.png></picture>",
        "<img src='data:image/svg+xml;utf8,<svg/>' data-src=/images/a.png>",
    ],
)
def test_a_picture_that_is_loaded_late_comes_along_once(html: str) -> None:
    assert [guide["image"] for guide in guides(html, A)] == ["images/a.png"]
    assert remarks(tiptap(html), A) == []


def test_the_alt_text_is_where_the_picture_is_shown_without_scripts() -> None:
    (guide,) = guides(f"<img src='{_BLANK}'><noscript><img src=/images/a.png alt='A kite'></noscript>", A)
    assert guide["alt"] == "A kite"


def test_the_larger_copy_of_a_picture_wins() -> None:
    files = {"small.png": png("red"), "large.png": png("blue")}
    result = imported(tiptap("<img data-srcset='small.png 300w, large.png 1.5e3w, large.png 900w'>"), files)
    assert result.images == {"large.png": png("blue")}


@pytest.mark.parametrize(
    "html",
    [
        "<span data-cfemail=422b213602267b6c27>[email&#160;protected]</span>",
        "<a href='/cdn-cgi/l/email-protection#422b213602267b6c27'><span data-cfemail=422b213602267b6c27>[email protected]</span></a>",
        "<a href='/cdn-cgi/l/email-protection' data-cfemail=422b213602267b6c27>[email <b>protected</b>]</a>",
    ],
)  # fmt: skip
def test_a_mail_address_kept_from_robots_is_printed(html: str) -> None:
    page = tiptap(f"<p>{html}</p>")
    (passage,) = text(page)
    assert "ict@d9.e" in passage["paragraph"]
    assert "protected" not in passage["paragraph"]
    assert remarks(page) == []


def test_a_broken_code_is_left_as_the_page_has_it() -> None:
    assert "protected" in str(values(imported(tiptap("<p><span data-cfemail=zz>protected</span></p>"))))
