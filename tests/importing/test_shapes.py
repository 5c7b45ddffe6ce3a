"""Invented pages in the shapes that schools' pages have: what comes along, and a line for whatever does not."""

import pytest
from helpers.site import imported, png, remarks, text, tiptap, values

from handout.errors import ContentError

pytestmark = pytest.mark.slow

A = {"images/a.png": png()}


# Headings ------------------------------------------------------------------------------------------------


def test_headings_of_every_level_and_bold_lines() -> None:
    page = tiptap(
        """<h1>MIMS Account</h1>
<h2>Two</h2><h3><strong>Three</strong></h3><h4></h4><h4>Four&nbsp;<br></h4><h5>Five</h5><h6>Six</h6>
<p><strong>A bold line</strong>
</p>
<p><strong>Above its text<br></strong>This is the text.</p>
<p><strong>Also above<br></strong><br>More text.</p>
<p><strong>Not alone</strong> in its line.</p>
<p></p>
<p>&nbsp;</p>
<p><u><strong>Under a line</strong></u></p>"""
    )
    assert text(page) == [
        *(
            {"heading": word}
            for word in ("Two", "Three", "Four", "Five", "Six", "A bold line", "Above its text")
        ),
        {"paragraph": "This is the text."},
        {"heading": "Also above"},
        {"paragraph": "More text."},
        {"paragraph": "**Not alone** in its line."},
        {"heading": "Under a line"},
    ]
    assert remarks(page) == []


@pytest.mark.parametrize(
    ("page", "title", "headings"),
    [
        ("---\ntitle: One\n---\n# One\n\nText.", "One", []),
        ("---\ntitle: One\n---\n# Two\n\nText.", "One", ["Two"]),
        ("# Two\n\nText.", "Two", []),
        ("---\ntitle: A: colon\n---\nText.", "A: colon", []),
        ("---\npermalink: /x/\n---\nText.", "page", []),
        ("Text.\n\n## Two", "page", ["Two"]),
    ],
)
def test_the_title_is_that_of_the_front_matter_or_the_first_heading(
    page: str, title: str, headings: list[str]
) -> None:
    result = values(imported(page))
    assert result["title"] == title
    assert [passage["heading"] for passage in result["text"] if "heading" in passage] == headings
    assert result["settings"]["source"] == f"School website, {title} page"


def test_a_long_bold_paragraph_is_no_heading() -> None:
    words = "Never tell anybody your password. " * 5
    assert text(tiptap(f"<p><strong>{words}</strong></p>")) == [{"paragraph": f"**{words.strip()}**"}]


# Words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "markup"),
    [
        ("<b>bold</b> <i>italic</i> <u>under</u>", "**bold** *italic* ++under++"),
        ("<strong>edge </strong>of&nbsp;&nbsp; spaces &nbsp;.", "**edge** of spaces."),
        ("Two full stops.. Three... and. .", "Two full stops. Three... and."),
        ("<strong>Primary 1 - </strong>Parents", "**Primary 1** – Parents"),
        ("child/ward-to-be is 5-6", "child/ward-to-be is 5-6"),
        ("<u>full_name@x.example</u>", "`full_name@x.example`"),
        ("Ask ict@x.example, or www.x.example.", "Ask `ict@x.example`, or `www.x.example`."),
        ('<a href="https://x.example/a"><u>here</u></a>', "[++here++](https://x.example/a)"),
        ('<a href="https://x.example/a b">A</a>', "[A](https://x.example/a%20b)"),
        ('<a href="mailto:a@x.example?subject=Hi">Mail</a>', "[Mail](mailto:a@x.example)"),
        ('<a href="#top">up</a>', "up"),
        ('<a href="HTTPS://x.example/A">A</a>', "[A](https://x.example/A)"),
        ("moe.gov.sg, file.sg.com", "`moe.gov.sg`, file.sg.com"),
        ("1 &lt; 2 &amp; *star* [x] {y} `z`", "1 < 2 & \\*star\\* [x] \\{y} \\`z\\`"),
        ("zero\u200bwidth \ufeffand soft\u00adhyphen", "zerowidth and softhyphen"),
        ("<span style='color: red'><font>red</font></span><sup>2</sup>", "red²"),
        ("one<br>two<br><br>three<br>", "one\ntwo\nthree"),
        ("<code>typed_here</code>", "`typed_here`"),
        (
            "<span style='font-weight:700'>bold</span> <font style='font-style: italic'>italic</font>",
            "**bold** *italic*",
        ),
        ("<span style='color:red; text-decoration: underline'>under</span> a line", "++under++ a line"),
        (
            "<b style='font-weight:normal'>plain <span style='font-weight: bold'>bold</span></b>",
            "plain **bold**",
        ),
        (
            "He says <q>no</q>, page 136<sup>1</sup>, the 1<sup>st</sup>, H<sub>2</sub>O",
            "He says “no”, page 136¹, the 1st, H2O",
        ),
        ("1\ufe0f and \u2713\ufe0f", "1 and \u2713"),
        ("<em>A<br>B = </em>c_d@x.example", "*A*\n*B =* `c_d@x.example`"),
    ],
)
def test_words_and_their_emphasis(html: str, markup: str) -> None:
    assert text(tiptap(f"<p>{html}</p>")) == [{"paragraph": markup}]


def test_a_letter_that_no_typeface_has_is_named() -> None:
    page = tiptap("<p>\U0001f511 Keep it safe.</p>")
    assert text(page) == [{"paragraph": "Keep it safe."}]
    assert remarks(page) == [
        'page.md, line 7: \U0001f511 (U+1F511) cannot be printed and was left out of "\U0001f511 Keep it safe."'
    ]


def test_an_address_that_nobody_can_follow_from_paper_is_named() -> None:
    page = tiptap('<p>See <a href="/contact/">our page</a> or <a href="javascript:alert(1)">this</a>.</p>')
    assert text(page) == [{"paragraph": "See our page or this."}]
    assert remarks(page) == [
        'page.md, line 7: the address behind "our page" was left out, it is not a whole web address: "/contact/"',
        'page.md, line 7: the address behind "this" was left out, it is not a whole web address: "javascript:alert(1)"',
    ]


@pytest.mark.parametrize(
    ("link", "markup"),
    [
        ('<a href="tel:+6561234567">6123 4567</a>', "6123 4567"),
        ('<a href="www.x.example">www.x.example</a>', "`www.x.example`"),
        ('<a href="a_b@x.example">a_b@x.example</a>', "[`a_b@x.example`](mailto:a_b@x.example)"),
        ('<a href="ict@x.example">Mail us</a>', "[Mail us](mailto:ict@x.example)"),
    ],
)
def test_an_address_that_the_words_say_is_not_missed(link: str, markup: str) -> None:
    page = tiptap(f"<p>{link}</p>")
    assert (text(page), remarks(page)) == ([{"paragraph": markup}], [])


LONG = "A sentence that goes on and on, in the size of a heading. " * 3


@pytest.mark.parametrize(
    "html",
    [f"<h4>{LONG}</h4>", f"<figure><img src=/images/a.png><figcaption>{LONG}</figcaption></figure>"],
    ids=["heading", "caption"],
)
def test_what_is_too_long_for_its_place_is_a_paragraph(html: str) -> None:
    assert text(tiptap(html), A) == [{"paragraph": LONG.strip()}]


def test_what_the_front_matter_shows_is_named() -> None:
    page = "---\ntitle: Contact\nlocations:\n  - address: [1 Angsana Road]\n    hours: Mon to Fri\ntags: []\n---\nWords.\n"
    assert remarks(page) == [
        'page.md, line 3: the part "locations" of the front matter was left out: "1 Angsana Road, Mon to Fri"'
    ]


def test_more_text_than_a_handout_is_refused() -> None:
    with pytest.raises(ContentError, match="far more text than a handout"):
        imported("<p>Words and words.</p>\n" * 12_000, name="page.html")


@pytest.mark.parametrize("body", ["", "<p></p><p>&nbsp;</p>", "<script>words()</script>", "<!-- words -->"])
def test_a_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(ContentError, match=r"There is no text on this page\."):
        imported(tiptap(body))


def test_a_page_with_a_video_alone_says_both() -> None:
    with pytest.raises(ContentError) as caught:
        imported(tiptap("<iframe src='https://youtu.be/x'></iframe>"))
    assert str(caught.value.problems[1]) == 'page.md, line 7: a video was left out: "https://youtu.be/x"'
