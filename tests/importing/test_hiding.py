"""What a website does not show is not printed; what a click opens is."""

import pytest
from helpers.site import imported, remarks, text, tiptap, values

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "hidden",
    [
        "<p class='lead sr-only'>Secret</p>",
        "<p class=screen-reader-text>Secret</p>",
        "<p class=d-none>Secret</p>",
        "<p style='mso-hide: all'>Secret</p>",
        "<p style='position: absolute; left: -9999px'>Secret</p>",
        "<dialog><p>Secret</p></dialog>",
        "<div popover>Secret</div>",
        "<style>/* x */ p.x, .off { color: red; display: none }</style><p class=off>Secret</p>",
        "<style>@media print { p { color: red } } #off{display:none!important}</style><p id=off>Secret</p>",
        "<button aria-haspopup=menu aria-controls=m>≡</button><div id=m hidden>Secret</div>",
    ],
)
def test_what_is_hidden_is_named_and_not_printed(hidden: str) -> None:
    page = tiptap(f"<p>Before.</p>{hidden}<p>After.</p>")
    assert text(page) == [{"paragraph": "Before."}, {"paragraph": "After."}]
    assert remarks(page)[-1] == 'page.md, line 7: a hidden text was left out: "Secret"'


@pytest.mark.parametrize(
    "shown",
    [
        "<p class='d-none d-md-block'>Shown</p>",
        "<p class='hidden md:flex'>Shown</p>",
        "<p aria-hidden=true>Shown</p>",
        "<dialog open>Shown</dialog>",
        "<style>.tab { display: none } .tab.on { display: block }</style><p class='tab on'>Shown</p>",
        "<style>@media print { .menu { display: none } }</style><p class=menu>Shown</p>",
    ],
)
def test_what_some_readers_see_is_printed(shown: str) -> None:
    page = tiptap(shown)
    assert (text(page), remarks(page)) == ([{"paragraph": "Shown"}], [])


@pytest.mark.parametrize(
    "page",
    [
        "<h3><button aria-controls=a1>Question?</button></h3><div id=a1 hidden>Answer.</div>",
        "<h3><a role=button href='#a1'>Question?</a></h3><div id=a1 style='display:none'>Answer.</div>",
        "<h3><a data-toggle=collapse href='#a1'>Question?</a></h3><div id=a1 class=hidden>Answer.</div>",
        "<h3>Question?</h3><div role=tabpanel hidden>Answer.</div>",
    ],
)
def test_what_folds_out_is_printed(page: str) -> None:
    assert text(tiptap(page))[-1] == {"paragraph": "Answer."}


def test_a_part_with_few_of_the_words_is_not_the_page() -> None:
    page = "<html><body><div><p>How to log in, step by step.</p></div><article><p>News</p></article></body></html>"
    assert values(imported(page, name="page.html"))["text"] == [
        {"paragraph": "How to log in, step by step."},
        {"paragraph": "News"},
    ]


def test_a_page_is_where_its_name_says_so() -> None:
    page = "<html><body><div class=hero>Top</div><div id=main-content><h1>MIMS</h1><p>Words.</p></div><div>We use cookies</div></body></html>"
    result = imported(page, name="page.html")
    assert [str(remark) for remark in result.remarks if remark.place.line] == [
        f'page.html, line 1: a part of the website around the page was left out: "{words}"'
        for words in ("Top", "We use cookies")
    ]
