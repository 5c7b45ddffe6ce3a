"""Pages that nobody wrote for a reader: refused or harmless, in words, in bounded time."""

from pathlib import Path
from typing import Any

import pytest
from helpers.examples import examples
from helpers.site import imported, laid_down, png, remarks, text, tiptap, values
from hypothesis import given
from hypothesis import strategies as st

from handout import build_handout, import_page
from handout.errors import ContentError

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "html",
    [
        "<script>steal()</script>",
        "<style>p { display: none }</style>",
        "<noscript>Please enable JavaScript</noscript>",
        '<img src=x onerror="steal()">',
        "<!-- <p>hidden</p> -->",
        "<?php steal() ?>",
        "<template><p>hidden</p></template>",
        "<link rel=stylesheet href=https://x.example/y.css><meta http-equiv=refresh content=0>",
        '<base href="https://evil.example/">',
    ],
)
def test_what_a_browser_would_run_is_gone(html: str, tmp_path: Path) -> None:
    result = imported(tiptap(f"<p>Before.</p>{html}<p>After.</p>"))
    assert "steal" not in result.content
    assert "hidden" not in result.content
    content = laid_down(result, tmp_path)
    assert [passage.text[0].text for passage in content.text] == ["Before.", "After."]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "address",
    [*("javascript:alert(1)", "http://x.example\\@y.example"), *(pytest.param(address, marks=pytest.mark.slow) for address in ("JaVaScRiPt:alert(1)", " java\tscript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "&#106;avascript:x", "https://", "//x.example"))],
)  # fmt: skip
def test_no_link_leads_where_none_may(address: str, tmp_path: Path) -> None:
    result = imported(tiptap(f'<p>Read <a href="{address}">this</a>.</p>'))
    assert text(tiptap(f'<p>Read <a href="{address}">this</a>.</p>')) == [{"paragraph": "Read this."}]
    pdf = build_handout(laid_down(result, tmp_path))
    assert b"/Annot" not in pdf


@pytest.mark.parametrize(
    ("entities", "words"),
    [
        ("&lt;script&gt;x&lt;/script&gt;", "<script>x</script>"),
        ("&#0;a&#1;b&#x202e;c&#xfeff;d", "�abcd"),
        ("&nosuch; &amp;amp; &#x110000;", "&nosuch; &amp;"),
        ("a&#8203;b&zwj;c&shy;d", "abcd"),
        ("&#10;&#13;x&#9;y", "x y"),
    ],
)
def test_entities_are_letters_and_nothing_else(entities: str, words: str) -> None:
    found = str(text(tiptap(f"<p>{entities} end</p>"))[0]["paragraph"]).replace("\\", "")
    assert found.replace("�", " ").split() == f"{words} end".replace("�", " ").split()


def test_entities_of_its_own_are_not_made_larger() -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    result = imported(f"{bomb}]>\n<p>Words. &i;</p>", name="page.html")
    assert len(result.content) < 20_000
    assert "Words." in result.content


def test_entities_lead_to_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret words")
    page = tmp_path / "page.html"
    page.write_text(f'<!DOCTYPE x [<!ENTITY s SYSTEM "{tmp_path}/secret.txt">]><p>Words. &s;</p>')
    assert "secret words" not in import_page(page).content


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<p>x</p>" * 300_000, "It is larger than 2,000 KB, too much for the text of a page."),
        ("<div>" * 5000 + "x", "Its parts are nested too deeply to be read."),
        ("<ul><li>" * 300 + "x", "Its parts are nested too deeply to be read."),
        ("<b><i>" * 300 + "x", "Its parts are nested too deeply to be read."),
        ("<table><tr><td>" * 200 + "x", "Its parts are nested too deeply to be read."),
    ],
    ids=["10 MB", "div", "list", "style", "table"],
)  # fmt: skip
def test_html_that_is_no_page_is_refused(page: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        imported(page, name="page.html")
    assert caught.value.problems[0].what == message


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("x\n" * 300_000, "It is larger than 500 KB, too much for the text of a page."),
        (">" * 5000 + "x", "Its lists or quotes are nested too deeply to be read."),
        ("\n".join("  " * depth + "- x" for depth in range(200)), "Its lists or quotes are nested too deeply to be read."),
        ("[" * 200_000, "It has more marks than the text of a page."),
        ("*a " * 100_000, "It has more marks than the text of a page."),
        ("![[" * 60_000, "It has more marks than the text of a page."),
        ("|a" * 30_000 + "\n" + "|-" * 30_000, "It has more marks than the text of a page."),
    ],
    ids=["large", "quotes", "lists", "brackets", "stars", "images", "table"],
)  # fmt: skip
def test_markdown_that_is_no_page_is_refused(page: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        imported(page)
    assert caught.value.problems[0].what == message


@pytest.mark.parametrize(
    "matter",
    ["title: [", "title: {a: b}", "a: &x [*x]", "title: x\n" + "\n".join(f"{' ' * depth}a:" for depth in range(900)), "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]", "title: !!python/object:os.system x", "title: 2026-01-01", "\t", ""],
)  # fmt: skip
def test_front_matter_of_any_kind_does_no_harm(matter: str) -> None:
    assert text(f"---\n{matter}\n---\n\nWords.\n") == [{"paragraph": "Words."}]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("---\n- a\n---\n\nWords.", [{"bullets": ["a"]}, {"paragraph": "Words."}]),
        ("---\n\nOne.\n\n---\n\nTwo.", [{"paragraph": "One."}, {"paragraph": "Two."}]),
        ("---\n" + "[" * 3000 + "\n\n---\nWords.", [{"paragraph": "[" * 3000}, {"paragraph": "Words."}]),
    ],
)  # fmt: skip
def test_text_between_rules_is_no_front_matter(page: str, words: list[Any]) -> None:
    assert text(page) == words


@pytest.mark.parametrize(
    "page",
    ["---\ntitle: One\nvariant: tiptap\n...\n<p>*x*</p>", "---\ntitle: One\nvariant: tiptap\n<p>*x*</p>"],
)
def test_front_matter_with_another_end_is_no_text(page: str) -> None:
    result = imported(page)
    assert (values(result)["title"], text(page)) == ("One", [{"paragraph": "\\*x\\*"}])


@pytest.mark.parametrize("name", ["page.docx", "page.pdf", "page", "page.png"])
def test_another_kind_of_file_is_refused(name: str) -> None:
    with pytest.raises(ContentError, match="This is not a web page"):
        imported("Words.", name=name)


@pytest.mark.parametrize(
    "data",
    [
        "caf\u00e9".encode("utf-16"),
        b'<meta charset="windows-1252"><p>caf\xe9</p>',
        b"\xef\xbb\xbf<p>caf\xc3\xa9</p>",
        "\ufeffcaf\u00e9".encode("utf-32-le"),
        b'<?xml version="1.0" encoding="windows-1252"?><p>caf\xe9</p>',
    ],
    ids=["UTF-16", "declared", "BOM", "UTF-32", "XML"],
)
def test_other_encodings_are_read(data: bytes) -> None:
    assert "café" in import_page("page.html", files={"page.html": data}).content


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<p>caf\xe9</p>", "it is not UTF-8"),
        ("<p>caf\u00e9</p>".encode("utf-16-le"), "It is UTF-16, not UTF-8"),
    ],
)
def test_an_undeclared_encoding_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ContentError, match=message) as caught:
        import_page("page.html", files={"page.html": data})
    assert "in Notepad" in caught.value.problems[0].remedy


@pytest.mark.parametrize(
    ("declared", "meant", "words"),
    [("iso-8859-1", "cp1252", "“Café” – it’s"), ("gb2312", "gbk", "朱镕")],
)
def test_an_encoding_is_read_as_browsers_read_it(declared: str, meant: str, words: str) -> None:
    data = f"<meta charset={declared}><p>{words}</p>".encode(meant)
    assert words in import_page("page.html", files={"page.html": data}).content


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n1 0 obj", "This is a PDF, not a web page"),
        (b"{\\rtf1 Words}", "This is a Word document"),
        (b"PK\3\4\x14\0\6\0", "This is a Word document or a ZIP file"),
        (
            b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<p>x</p>",
            "This is a page saved as a single file",
        ),
    ],
)
def test_another_kind_of_file_under_the_name_of_a_page_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ContentError, match=message) as caught:
        import_page("page.html", files={"page.html": data})
    assert "Webpage, Complete" in caught.value.problems[0].remedy


def test_a_page_saved_as_a_single_file_is_told_how_to_save_it() -> None:
    with pytest.raises(ContentError, match="a page saved as a single file") as caught:
        imported("From: <Saved by Blink>", name="page.mhtml")
    assert "Webpage, Complete" in caught.value.problems[0].remedy


def test_what_follows_an_element_without_an_end_is_not_in_it() -> None:
    page = tiptap(
        "<p>One<wbr>Two</p><embed src=/files/a.pdf><p>Three</p><video><source src=a.mp4><track></video><p>Four</p>"
    )
    assert text(page) == [{"paragraph": words} for words in ("OneTwo", "Three", "Four")]
    assert remarks(page) == [
        'page.md, line 7: an embedded file was left out: "/files/a.pdf"',
        'page.md, line 7: a video was left out: "a.mp4"',
    ]


marks = st.text("<>/=&;\"' \n#*_[]()!`|-+{}:%abPpLlIiTtRrDdHh1234\u00a0\u200b\u202eé😀", max_size=200)
pieces = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<li>", "<ul>", "</ul>", "<ol start=2>", "</ol>", "<table>", "<tr>", "<td>", "<th>", "</table>", "<h2>", "</h2>",
         "<strong>", "</strong>", "<a href='x'>", "</a>", "<br>", "<img src=a.png>", "<details>", "<summary>", "<div>", "</div>", "<iframe>", "Words. ", "x", "\n\n", "<pre>", "<dl><dt>"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@examples(150)
@given(body=marks | pieces, name=st.sampled_from(["page.md", "page.html"]))
def test_any_page_is_imported_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, body: str, name: str
) -> None:
    try:
        result = imported(body, {"a.png": png()}, name=name)
    except ContentError:
        return
    laid_down(result, tmp_path_factory.getbasetemp() / "any")
