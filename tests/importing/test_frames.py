"""What folds, frames and cards: read where paper can carry it, else named; and pages with their website around them."""

import pytest
from helpers.site import imported, png, remarks, table, text, tiptap, values

A = {"images/a.png": png()}


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


@pytest.mark.slow
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
        ("<p><span style='text-decoration-line: line-through'>Struck</span></p>", 'a struck-through text was left out: "Struck"'),
        ("<frameset><frame src=menu.html></frameset>", 'a frame was left out: "menu.html"'),
        ("<input type=image src=a.png alt=Send>", 'a field was left out: "Send, a.png"'),
        ("<svg height=300><title>Kite</title><image href='/a.png'/></svg>", 'a drawing was left out: "Kite, /a.png"'),
        ('<div style="background: #fff url(/images/b.png)"></div>', 'a picture behind the words was left out: "/images/b.png"'),
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


@pytest.mark.parametrize(
    ("html", "remark"),
    [
        ('<p>More<a href="https://kite.example/form"></a></p>', 'the address behind a link without words was left out: "https://kite.example/form"'),
        ('<p>More<a href="/files/form.pdf"></a></p>', 'the address behind a link without words was left out, it is not a whole web address: "/files/form.pdf"'),
        ('<p>More</p><map name="m"><area alt="Library" href="/library"><area href="https://kite.example/hall"></map>', 'a map was left out: "Library, /library, https://kite.example/hall"'),
    ],
)  # fmt: skip
def test_a_link_that_no_words_show_is_named(html: str, remark: str) -> None:
    page = tiptap(html)
    assert text(page) == [{"paragraph": "More"}]
    assert remarks(page) == [f"page.md, line 7: {remark}"]


def test_a_group_without_cards_is_read() -> None:
    page = tiptap('<div class="isomer-card-grid"><p>Words.</p></div><div class="isomer-card-grid"></div>')
    assert (text(page), remarks(page)) == ([{"paragraph": "Words."}], [])


@pytest.mark.parametrize(
    "icon", ['<svg height="1em"></svg>', '<svg aria-hidden="true"></svg>', '<svg height="24"></svg>']
)
def test_an_icon_is_not_worth_a_word(icon: str) -> None:
    assert remarks(tiptap(f"<p>Words {icon}</p>")) == []
    assert len(remarks(tiptap("<p>Words <svg height=300></svg></p>"))) == 1


@pytest.mark.slow
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
