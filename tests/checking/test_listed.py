"""What the list's own cells say of a name, a number, a class and a username, however they are written."""

import pytest

from handout.checking.listed import Listed, says_class, with_class, with_number
from handout.spreadsheets import RawRow

DOMAIN = "students.edu.sg"


def listed(*rows: tuple[str, ...], worksheet: str = "") -> Listed:
    return Listed([RawRow(worksheet, number, cells) for number, cells in enumerate(rows, 1)], DOMAIN)


def numbers(rows: list[RawRow]) -> list[int]:
    return [row.number for row in rows]


@pytest.mark.parametrize(
    "cells",
    [
        ("TAN MEI LING",),
        ("Tan Mei-Ling", "3A"),
        ("TAN", "MEI LING"),
        ("1", "TAN", "x", "MEI LING"),
        ("TAN", "MEI", "LING"),
        ("", "TAN", "", "MEI", "", "LING"),
        ("1", "MEI LING", "TAN"),  # a given name before the surname, as the office may have answered
        ("MEI", "LING", "3A", "TAN"),
        ("LING", "TAN", "MEI"),
        ("TAN MEI LING (new)",),
        ("TÁN  MEI ＬＩＮＧ",),
    ],
)
def test_a_name_in_a_cell_in_cells_together_or_in_a_longer_text(cells: tuple[str, ...]) -> None:
    assert numbers(listed(("LIM JO", "2"), cells, ("ONG KAI",)).named("TAN MEI LING")) == [2]


@pytest.mark.parametrize(
    "name", ["GOH HUI MIN @ WU HUIMIN", "GOH HUI MIN @WU HUIMIN", "GOH HUI MIN@WU HUIMIN"]
)
def test_a_name_with_an_alias(name: str) -> None:
    assert numbers(listed(("GOH HUI",), ("7", name, "goh_hui_min@students.edu.sg")).named(name)) == [2]


def test_a_name_that_is_nowhere_or_in_another_order() -> None:
    rows = listed(("MEI", "TAN", "LING"), ("TAN", "MEI", "LI", "NG"), ("TAN.MEI.LING@x.example",))
    assert rows.named("TAN MEI LING") == []


def test_a_whole_cell_comes_before_cells_together_and_these_before_a_longer_text() -> None:
    rows = listed(("TAN MEI LING",), ("TAN MEI",), ("TAN", "MEI"), ("TAN MEI", "TAN MEI"))
    assert numbers(rows.named("TAN MEI")) == [2, 4]
    assert numbers(listed(("TAN MEI LING",), ("TAN", "MEI")).named("TAN MEI")) == [2]
    assert numbers(listed(("TAN MEI LING",), ("LIM",)).named("TAN MEI")) == [1]


def test_the_usernames_of_a_row() -> None:
    rows = listed(
        ("tan_mei", "TAN_MEI@students.edu.sg ", "mother@example.com"),
        ("SLS: a_b@students.edu.sg; MIMS <c_d@students.edu.sg>", "x@students.edu.sg.my", "@students.edu.sg"),
        ("sean_o’neil@students.edu.sg", "y@students.edu.sgs", "z@students-edu-sg"),
    )
    assert [rows.usernames(row) for row in rows.rows] == [
        {"tan_mei@students.edu.sg"},
        {"a_b@students.edu.sg", "c_d@students.edu.sg"},
        {"sean_o'neil@students.edu.sg"},
    ]
    assert numbers(rows.of("Tan_Mei@students.edu.sg")) == [1]
    assert numbers(rows.of("sean_o'neil@students.edu.sg")) == [3]
    assert rows.of("mother@example.com") == []


@pytest.mark.parametrize(
    ("cell", "holds"),
    [
        ("tan_mei@students.edu.sg", True),
        (" Tan_Mei ", True),
        ("SLS: tan_mei@students.edu.sg", True),
        ("SLS: tan_mei", False),
        ("tan_mei_1", False),
        ("tan_mei@students.edu.sg.my", False),
        ("", False),
    ],
)
def test_whether_a_row_holds_a_username(cell: str, *, holds: bool) -> None:
    rows = listed(("TAN MEI", cell, "3A"))
    assert rows.holds(rows.rows[0], "tan_mei@students.edu.sg") == holds


def test_rows_with_a_register_number() -> None:
    cells = [("A", "1"), ("A", "01"), ("A", "1.0"), ("A", "#1"), ("A", "11"), ("A", "1a"), ("A", "")]
    rows = listed(*cells).rows
    assert numbers(with_number(rows, "1")) == [1, 2, 3, 4]
    assert numbers(with_number(rows, "001")) == [1, 2, 3, 4]
    assert numbers(with_number(rows, "11")) == [5]
    assert numbers(with_number(rows, "7")) == [1, 2, 3, 4, 5, 6, 7], "none has it: any may be meant"
    assert numbers(with_number(rows, "")) == [1, 2, 3, 4, 5, 6, 7]


def test_rows_of_a_class() -> None:
    rows = [RawRow("3A", 1, ("A",)), RawRow("x", 2, ("A", "3 a")), RawRow("x", 3, ("A", "3AB"))]
    assert numbers(with_class(rows, "3A")) == [1, 2]
    assert numbers(with_class(rows, "5B")) == [1, 2, 3]
    assert not says_class(rows[2], "")
    assert not says_class(RawRow("", 1, ("",)), "")
