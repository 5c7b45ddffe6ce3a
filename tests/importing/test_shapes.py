"""Invented pages in the shapes that schools' pages have: what comes along, and a line for whatever does not."""

import pytest
from helpers.site import imported, png, remarks, text, tiptap, values

from handout.errors import ContentError

A, B = {"images/a.png": png()}, {"images/b.png": png("blue")}


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
        ("<span style='color: red'><font>red</font></span><sup>2</sup>", "red2"),
        ("one<br>two<br><br>three<br>", "one\ntwo\nthree"),
        ("<code>typed_here</code>", "`typed_here`"),
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


# Lists -----------------------------------------------------------------------------------------------------


def item(words: str, more: str = "") -> str:
    return f"<li>\n<p>{words}</p>\n{more}</li>\n"


def test_numbered_lists_in_a_row_are_one() -> None:
    page = tiptap(
        f'<ol data-tight="true" class="tight">\n{item("One")}</ol>\n<p></p>\n<ol start="2">{item("Two")}</ol>'
        f'<div class="isomer-image-wrapper"><img src="/images/a.png" alt="A"></div><p>Mind this.</p>'
        f'<ol start="3">{item("Three")}</ol><h4>Next</h4><ol>{item("One again")}</ol>'
    )
    assert text(page, A) == [
        {"numbered": ["One", "Two\nMind this.", "Three"]},
        {"heading": "Next"},
        {"numbered": ["One again"]},
    ]


def test_a_list_that_begins_elsewhere_says_so() -> None:
    page = tiptap(f'<ol>{item("One")}</ol><h4>Next</h4><ol start="5">{item("Five")}</ol>')
    assert remarks(page) == ["page.md, line 10: a list begins with 5 on the page, and with 1 on the paper."]


@pytest.mark.parametrize(
    ("tag", "entry"),
    [
        ('ol type="a"', "li"),
        ('ol style="list-style-type: lower-roman;"', "li"),
        ("ol reversed", "li"),
        ('ol start="0"', "li"),
        ('ol start="-3"', "li"),
        ("ol", 'li value="5"'),
    ],
)
def test_a_list_that_is_numbered_otherwise_says_so(tag: str, entry: str) -> None:
    (remark,) = remarks(tiptap(f"<{tag}>\n<{entry}>One</li><li>Two</li></ol>"))
    assert remark.startswith("page.md, line 7: a list")
    assert "on the paper." in remark


def test_a_list_that_says_its_numbers_itself_is_as_it_is() -> None:
    assert remarks(tiptap('<ol type="1" start="1"><li value="1">One</li><li value="2">Two</li></ol>')) == []


def test_a_list_in_a_list_is_one_level_down_and_deeper_ones_too() -> None:
    deep = f"<ol>{item('b')}</ol>"
    inner = f"<ul>{item('a', deep)}{item('c')}</ul>"
    page = tiptap(f"<ul>{item('Outer', inner)}{item('')}{item('Last', '<p>More of it.</p>')}</ul>")
    assert text(page) == [
        {"bullets": [{"text": "Outer", "bullets": ["a", "b", "c"]}, "Last\nMore of it."]},
    ]
    assert remarks(page) == []


def test_text_after_an_inner_list_stays_in_its_order() -> None:
    inner = f"<ul>{item('in')}</ul><p>After.</p>"
    page = tiptap(f"<ol>{item('Before', inner)}</ol>")
    assert text(page) == [{"numbered": [{"text": "Before", "bullets": ["in\nAfter."]}]}]


def test_a_table_or_frame_inside_a_list_is_named() -> None:
    times = "<table><tbody><tr><th>Day</th><th>Time</th></tr><tr><td>Mon</td><td>8</td></tr></tbody></table>"
    frame = "<iframe src=https://maps.example/x></iframe>"
    page = tiptap(f"<ol>{item('When?', times)}{item('How?', frame)}</ol>")
    assert text(page) == [{"numbered": ["When?", "How?"]}]
    assert remarks(page) == [
        'page.md, line 9: a table of 2 rows inside a list was left out: "Day, Time, Mon, 8"',
        'page.md, line 12: a frame was left out: "https://maps.example/x"',
    ]


# Tables ----------------------------------------------------------------------------------------------------


def cell(words: str, tag: str = "td") -> str:
    return f'<{tag} rowspan="1" colspan="1">\n<p>{words}</p>\n<p></p>\n</{tag}>\n'


def table(*rows: list[str], head: str = "th") -> str:
    lines = [
        "".join(cell(words, head if not place else "td") for words in row) for place, row in enumerate(rows)
    ]
    return (
        '<table style="minWidth: 50px">\n<tbody>\n'
        + "".join(f"<tr>\n{line}</tr>\n" for line in lines)
        + "</tbody></table>"
    )


@pytest.mark.parametrize(
    "page",
    [
        table(["Level", "Who | where"], ["P1", "<strong>Parents</strong>"], ["", ""], ["P4", ""]),
        table(
            ["<strong>Level</strong>", "<strong>Who | where</strong>"],
            ["P1", "<b>Parents</b>"],
            ["P4", ""],
            head="td",
        ),
    ],
    ids=["th", "bold"],
)
def test_a_simple_table_comes_along(page: str) -> None:
    assert text(tiptap(page)) == [
        {"table": {"head": "Level | Who \\| where", "rows": ["P1 | **Parents**", "P4 |"]}}
    ]
    assert remarks(tiptap(page)) == []


def test_a_markdown_table_comes_along() -> None:
    assert text("| Level | Who |\n|---|---|\n| P1 | *Parents* |\n") == [
        {"table": {"head": "Level | Who", "rows": ["P1 | *Parents*"]}}
    ]


def test_a_list_in_a_cell_keeps_its_dots() -> None:
    page = table(["A", "B"], ["x", "</p><ul><li><p>one</p></li><li><p>two</p></li></ul><p>"])
    assert text(tiptap(page)) == [{"table": {"head": "A | B", "rows": ["x | • one\n• two"]}}]


@pytest.mark.parametrize(
    ("page", "remark"),
    [
        (table(["Browser", "Windows 10"], ["Edge", "yes"], head="td"), 'a table of 2 rows was left out: "Browser, Windows 10, Edge, yes"'),
        (table(*[[f"r{row}c{column}" for column in range(7)] for row in range(2)]), 'a table of 2 rows was left out: "r0c0, r0c1, r0c2, r0c3, r0c4, r0c5, r0c6, r1c0, r1c1, r1c2, r1c3, …"'),
        (table(["A", "B"], ["<img src=/images/a.png>", "x"]), 'a table of 2 rows with 1 picture was left out: "A, B, x, /images/a.png"'),
        ("<table><tr><th colspan=2>Both</th></tr><tr><td>a</td><td>b</td></tr></table>", 'a table of 2 rows was left out: "Both, a, b"'),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>a</td></tr></table>", 'a table of 2 rows was left out: "A, B, a"'),
        (table(["A", "B"]), 'a table of 1 row was left out: "A, B"'),
        (table(["A", "\U0001f511"], ["x", "y"], head="td"), 'a table of 2 rows was left out: "A, \U0001f511, x, y"'),
    ],
    ids=["no head", "seven columns", "a picture", "spans", "ragged", "one row", "odd letters"],
)  # fmt: skip
def test_any_other_table_is_named(page: str, remark: str) -> None:
    assert text(tiptap(f"<p>Before.</p>\n{page}", "T"), A) == [{"paragraph": "Before."}]
    assert remarks(tiptap(f"<p>Before.</p>\n{page}", "T"), A) == [f"page.md, line 8: {remark}"]


def test_what_is_hidden_in_lists_and_tables_is_named_and_not_printed() -> None:
    cells = "<tr><th>A</th><th hidden>H</th><th>B</th></tr><tr><td>1</td><td hidden>x</td><td>2</td></tr><tr hidden><td>z</td></tr>"
    page = tiptap(
        f"<ul><li hidden>p</li><li style='display:none'>q</li><li>Seen</li></ul><table>{cells}</table>"
    )
    assert text(page) == [{"bullets": ["Seen"]}, {"table": {"head": "A | B", "rows": ["1 | 2"]}}]
    assert remarks(page) == [f'page.md, line 7: a hidden text was left out: "{word}"' for word in "pqHxz"]


def test_a_group_without_cards_is_read() -> None:
    page = tiptap('<div class="isomer-card-grid"><p>Words.</p></div><div class="isomer-card-grid"></div>')
    assert (text(page), remarks(page)) == ([{"paragraph": "Words."}], [])


def test_what_the_front_matter_shows_is_named() -> None:
    page = "---\ntitle: Contact\nlocations:\n  - address: [1 Angsana Road]\n    hours: Mon to Fri\ntags: []\n---\nWords.\n"
    assert remarks(page) == [
        'page.md, line 3: the part "locations" of the front matter was left out: "1 Angsana Road, Mon to Fri"'
    ]


def test_a_table_that_only_arranges_is_read_box_by_box() -> None:
    box = "<table><tr><th>Note</th></tr><tr><td><p>One.</p><ul><li>Two</li></ul></td></tr></table>"
    assert text(tiptap(box)) == [{"heading": "Note"}, {"paragraph": "One."}, {"bullets": ["Two"]}]
    steps = "<table><tr><td>Log in.</td><td><img src=/images/a.png alt=x></td></tr></table>"
    (guide,) = values(imported(tiptap(steps), A))["guides"]["pictures"]
    assert (text(tiptap(steps), A), guide["caption"]) == ([{"paragraph": "Log in."}], "Log in")
    assert remarks(tiptap(box + steps), A) == []
    row = "<tr><td><img src=/images/a.png></td><td><img src=/images/a.png></td><td></td></tr>"
    album = f"<table>{row}<tr><td colspan=3><strong>Vision</strong><br>We see.</td></tr></table>"
    assert text(tiptap(album), A) == [{"heading": "Vision"}, {"paragraph": "We see."}]
    assert len(values(imported(tiptap(album), A))["guides"]["pictures"]) == 2


def test_words_beside_the_cells_of_a_table_stay() -> None:
    page = tiptap(f"<table>Stray<tbody><p>words</p>{table(['A', 'B'], ['x', 'y'])[len('<table>') :]}")
    assert text(page)[:2] == [{"paragraph": "Stray"}, {"paragraph": "words"}]


def test_an_empty_table_is_not_worth_a_word() -> None:
    page = tiptap("<p>x</p><table></table><table><tr><td><p></p></td><td>&nbsp;</td></tr></table>")
    assert remarks(page) == []


# What folds, frames and cards ----------------------------------------------------------------------------------


def test_an_accordion_becomes_heading_and_text() -> None:
    page = tiptap(
        '<div data-type="detailGroup" class="isomer-accordion isomer-accordion-white">\n<details class="isomer-details">\n'
        "<summary><strong>How do I log in?</strong>\n</summary>\n"
        '<div data-type="detailsContent" class="isomer-details-content">\n<p>Like this.</p>\n'
        f"{table(['A', 'B'], ['a', 'b'])}</div>\n</details>\n</div>"
    )
    assert text(page) == [
        {"heading": "How do I log in?"},
        {"paragraph": "Like this."},
        {"table": {"head": "A | B", "rows": ["a | b"]}},
    ]


def test_an_older_accordion_too() -> None:
    page = (
        '<ul class="jekyllcodex_accordion">\n<li><input id="a1" type="checkbox" /><label for="a1">Question?</label>'
        "<div>\n<p>Answer.</p>\n</div></li></ul>"
    )
    assert text(page) == [{"heading": "Question?"}, {"paragraph": "Answer."}]
    assert remarks(page) == []


@pytest.mark.parametrize(
    ("html", "remark"),
    [
        ('<div class="iframe-wrapper"><iframe src="https://www.youtube.com/embed/x"></iframe></div>', 'a video was left out: "https://www.youtube.com/embed/x"'),
        ('<iframe title="Our map" src="https://maps.example/x"></iframe>', 'a frame was left out: "Our map, https://maps.example/x"'),
        ("<video src=a.mp4>No video</video>", 'a video was left out: "No video, a.mp4"'),
        ("<form><p>Name</p><input value=Send></form>", 'a form was left out: "Name, Send"'),
        ("<button>Press</button>", 'a button was left out: "Press"'),
        ("<p hidden>Not seen</p>", 'a hidden text was left out: "Not seen"'),
        ("<div style='display: none'>Not seen</div>", 'a hidden text was left out: "Not seen"'),
        ("<p><s>Struck</s></p>", 'a struck-through text was left out: "Struck"'),
        ("<nav><a href=/>Home</a></nav>", 'a menu was left out: "Home"'),
        ('<div class="isomer-card-grid"><div class="isomer-card"><div>One</div></div><a class="isomer-card"><div>Two</div></a></div>', 'a group of 2 cards was left out: "One, Two"'),
        ("<svg><text>Drawn</text></svg>", 'a drawing was left out: "Drawn"'),
        (f"<table>{'<tr><td>A sentence.</td><td>It goes on.</td></tr>' * 9}</table>", 'a table of 9 rows was left out: "A sentence., It goes on., A sentence., It goes on., A sentence., It …"'),
        (f"<iframe src='https://x.example/{'a' * 99}'></iframe>", f'a frame was left out: "https://x.example/{"a" * 52}…"'),
        ('<div class="isomer-card-grid"><div class="isomer-card"><img src=/a.png><p>One</p></div></div>', 'a group of 1 card was left out: "One, /a.png"'),
    ],
)  # fmt: skip
def test_what_paper_cannot_carry_is_named_with_its_place_and_its_text(html: str, remark: str) -> None:
    page = tiptap(f"<p>Before.</p>\n\n{html}\n<p>After.</p>")
    assert text(page) == [{"paragraph": "Before."}, {"paragraph": "After."}]
    assert remarks(page) == [f"page.md, line 9: {remark}"]


def test_markdown_with_html_inside() -> None:
    page = """---
title: MIMS Account
variant: markdown
---

#### **Log in**{: .heading}

Go to the *portal*,
<b>now</b>. ~~Never~~

* Keep
  1. it
  2. safe

<div class="row">
<p>HTML <em>inside</em></p>

**Markdown** again
</div>

{% include youtube.html id="x" %}

![The page](/images/a.png){:style="width:50%"}
"""
    assert text(page, A) == [
        {"heading": "Log in"},
        {"paragraph": "Go to the *portal*, **now**."},
        {"bullets": [{"text": "Keep", "numbered": ["it", "safe"]}]},
        {"paragraph": "HTML *inside*"},
        {"paragraph": "**Markdown** again"},
    ]
    assert remarks(page, A) == [
        'page.md, line 9: a struck-through text was left out: "Never"',
        'page.md, line 21: a command of the website was left out: "{% include youtube.html id="x" %}"',
    ]


def test_a_page_saved_with_its_website_around_it() -> None:
    page = """<!DOCTYPE html><html lang="en-SG"><head><title>MIMS Account | Banyan Tree Primary School</title></head>
<body><nav><a href="/">Home</a> <a href="/about/">About us</a></nav>
<div role="main"><h1>MIMS Account</h1><p>Words.</p>
<aside><ul><li>Other page</li></ul></aside></div>
<footer>Contact us</footer></body></html>"""
    result = imported(page, name="saved.html")
    assert values(result)["text"] == [{"paragraph": "Words."}]
    assert (values(result)["title"], values(result)["settings"]["school"]) == (
        "MIMS Account",
        "Banyan Tree Primary School",
    )
    assert [str(remark) for remark in result.remarks if remark.place.line] == [
        'saved.html, line 2: a part of the website around the page was left out: "Home About us"',
        'saved.html, line 4: a side column was left out: "Other page"',
        'saved.html, line 5: a part of the website around the page was left out: "Contact us"',
    ]


def test_a_part_of_a_page_is_all_of_it() -> None:
    page = tiptap("<p>One.</p><article><p>Two.</p></article><div class=content><p>Three.</p></div>")
    assert text(page) == [{"paragraph": word} for word in ("One.", "Two.", "Three.")]


def test_of_several_articles_none_is_lost() -> None:
    page = "<html><body><header><ul><li>Menu</li></ul></header><article>One.</article><article>Two.</article></body></html>"
    result = imported(page, name="page.html")
    assert values(result)["text"] == [{"paragraph": "One."}, {"paragraph": "Two."}]
    assert 'a header was left out: "Menu"' in "".join(map(str, result.remarks))


def test_the_page_is_where_its_words_are() -> None:
    page = "<html><body><main></main><div class='content'><p>Words.</p></div></body></html>"
    assert values(imported(page, name="page.html"))["text"] == [{"paragraph": "Words."}]


def test_headers_and_footers_of_a_section_are_the_pages_own() -> None:
    page = "<html><body><main><section><header><h2>One</h2></header><p>Two</p><footer>Three</footer></section></main></body></html>"
    assert values(imported(page, name="page.html"))["text"] == [
        {"heading": "One"},
        {"paragraph": "Two"},
        {"paragraph": "Three"},
    ]


@pytest.mark.parametrize(
    "icon", ['<svg height="1em"></svg>', '<svg aria-hidden="true"></svg>', '<svg height="24"></svg>']
)
def test_an_icon_is_not_worth_a_word(icon: str) -> None:
    assert remarks(tiptap(f"<p>Words {icon}</p>")) == []
    assert len(remarks(tiptap("<p>Words <svg height=300></svg></p>"))) == 1


LONG = "A sentence that goes on and on, in the size of a heading. " * 3


@pytest.mark.parametrize(
    "html",
    [f"<h4>{LONG}</h4>", f"<figure><img src=/images/a.png><figcaption>{LONG}</figcaption></figure>"],
    ids=["heading", "caption"],
)
def test_what_is_too_long_for_its_place_is_a_paragraph(html: str) -> None:
    assert text(tiptap(html), A) == [{"paragraph": LONG.strip()}]


def test_a_row_that_no_page_has_room_for_is_named() -> None:
    page = tiptap(table(["A", "B"], [LONG * 9, "x"]))
    assert "a table of 2 rows was left out" in "".join(remarks(page + "<p>Words.</p>"))


@pytest.mark.slow
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
