"""Tables of a page: a simple one comes along, any other is named, and one that only arranges is read."""

import pytest
from helpers.site import imported, png, remarks, table, text, tiptap, values

A = {"images/a.png": png()}


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


def test_no_cell_of_a_markdown_table_is_lost() -> None:
    page = "Before.\n\n| A | B |\n|---|---|\n| a | b | c\\|d |\n| e | f |\n"
    assert text(page) == [{"paragraph": "Before."}]
    assert remarks(page) == ['page.md, line 3: a table of 3 rows was left out: "A, B, a, b, c|d, e, f"']


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


@pytest.mark.slow
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


def test_words_outside_the_cells_of_a_table_stay() -> None:
    page = tiptap(f"<table>Stray<tbody><p>words</p>{table(['A', 'B'], ['x', 'y'])[len('<table>') :]}")
    assert text(page)[:2] == [{"paragraph": "Stray"}, {"paragraph": "words"}]


def test_an_empty_table_is_not_worth_a_word() -> None:
    page = tiptap("<p>x</p><table></table><table><tr><td><p></p></td><td>&nbsp;</td></tr></table>")
    assert remarks(page) == []


LONG = "A sentence that goes on and on, in the size of a heading. " * 3


def test_a_row_that_no_page_has_room_for_is_named() -> None:
    page = tiptap(table(["A", "B"], [LONG * 9, "x"]))
    assert "a table of 2 rows was left out" in "".join(remarks(page + "<p>Words.</p>"))
