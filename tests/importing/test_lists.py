"""Lists of a page: one below another, numbered as the page has them, or a line that says so."""

import pytest
from helpers.site import png, remarks, text, tiptap

A = {"images/a.png": png()}


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
def test_a_list_that_is_numbered_differently_says_so(tag: str, entry: str) -> None:
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


def test_what_is_hidden_in_lists_and_tables_is_named_and_not_printed() -> None:
    cells = "<tr><th>A</th><th hidden>H</th><th>B</th></tr><tr><td>1</td><td hidden>x</td><td>2</td></tr><tr hidden><td>z</td></tr>"
    page = tiptap(
        f"<ul><li hidden>p</li><li style='display:none'>q</li><li>Seen</li></ul><table>{cells}</table>"
    )
    assert text(page) == [{"bullets": ["Seen"]}, {"table": {"head": "A | B", "rows": ["1 | 2"]}}]
    assert remarks(page) == [f'page.md, line 7: a hidden text was left out: "{word}"' for word in "pqHxz"]
