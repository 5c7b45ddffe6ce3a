"""What a cell holds, and what the cells of a column hold, whatever the heading says."""

from collections import Counter

import pytest

from handout.classlist.holdings import (
    agree,
    class_key,
    is_address,
    is_bare_username,
    is_class,
    is_date,
    is_level,
    is_name,
    is_number,
    is_of_domain,
    is_titled,
    kind_of,
    kinds_of,
    mostly,
    plain_cell,
    plain_number,
)

DOMAIN = "students.edu.sg"


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("  TAN MEI ", "TAN MEI"),
        ('="01"', "01"),
        ('=" 3A "', "3A"),
        ('="NIL"', ""),
        ('="3A', '="3A'),
        ("=A1", "=A1"),
        ("-", ""),
        (" N/A ", ""),
        ("nil", ""),
        ("None", ""),
        ("nile", "nile"),
        ("- x", "- x"),
    ],
)
def test_a_cell_without_what_only_keeps_a_spreadsheet_from_reading_a_number(cell: str, plain: str) -> None:
    assert plain_cell(cell) == plain


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("7", "7"),
        ("1.0", "1"),
        ("12.", "12"),
        ("3)", "3"),
        ("'01", "01"),
        ("１２", "12"),
        ("４.", "4"),
        ("1234", "1234"),
        ("1.5", "1.5"),
        ("x7", "x7"),
        ("七", "七"),
        ("", ""),
    ],
)
def test_a_register_number_as_written(cell: str, number: str) -> None:
    assert plain_number(cell) == number
    assert is_number(cell) == (cell in {"7", "1.0", "12.", "3)", "'01", "１２", "４."})


@pytest.mark.parametrize("text", ["3A", "3-2", "P3 Joy", "Primary 3-2", "6 H", "Class 4B", "3 " + "j" * 28])
def test_what_can_hardly_be_anything_but_a_class(text: str) -> None:
    assert is_class(text)
    assert not is_level(text)


@pytest.mark.parametrize("text", ["3", "7A", "TAN", "", "3ABC", "3 " + "j" * 29])
def test_what_may_be_no_class(text: str) -> None:
    assert not is_class(text)
    assert is_level(text) == (text == "3")


@pytest.mark.parametrize("text", ["3-Jan", "Jan-03", "12/5/26", "8:30", "2026-01-03"])
def test_a_date_that_excel_has_made(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["3-1", "3A", "Jan", "3-Joy"])
def test_what_is_no_date(text: str) -> None:
    assert not is_date(text)


def test_a_class_is_the_same_but_for_spaces_and_capitals() -> None:
    assert class_key(" 3 a ") == class_key("3A") == "3a"


@pytest.mark.parametrize(
    ("text", "address", "of_domain"),
    [
        ("tan_mei@Students.EDU.sg", True, True),
        ("tan mei@students.edu.sg", False, True),
        ("x: tan_mei@students.edu.sg!", False, True),
        ("@students.edu.sg", False, True),
        ("tan@mail.sg", True, False),
        ("tan@mail", False, False),
        ("tan mei@mail.sg", False, False),
        ("@mail.sg", False, False),
        ("students.edu.sg", False, False),
        ("AHMAD@ALI", False, False),
    ],
)
def test_addresses(text: str, *, address: bool, of_domain: bool) -> None:
    assert is_address(text) == address
    assert is_of_domain(text, DOMAIN) == of_domain


@pytest.mark.parametrize("text", ["tan_mei", "TAN_MEI", "jo.ann-lim", "o'neil", "tan2", "s12a", "T1234567"])
def test_a_username_without_its_domain(text: str) -> None:
    assert is_bare_username(text)


@pytest.mark.parametrize("text", ["", "123", "tan mei", "T1234567A", "_tan", "tan__mei"])
def test_what_is_no_username_without_its_domain(text: str) -> None:
    assert not is_bare_username(text)


@pytest.mark.parametrize(
    "text",
    ["TAN MEI", "O'NEIL", "A/L", "AHMAD@ALI", "LEE (ANN)", "JO-ANN S.", "கவிதா", "王小明", "AHMAD@ALI.", "X @ Y.Z"],
)  # fmt: skip
def test_what_names_are_made_of(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["", "-", "TAN 2", "TAN_MEI", "a@b.com", "tan@mail.edu", "TAN#", "2"])
def test_what_no_name_has(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("name", "titled"),
    [("Mr Lim", True), ("MRS. LIM", True), ("mdm", True), ("Mrs", True), ("MADAM TAN AH", True), ("Ms X", True),
     ("LIM Mr", False), ("MRLIM", False), ("", False)],
)  # fmt: skip
def test_a_title_before_a_name(name: str, *, titled: bool) -> None:
    assert is_titled(name) == titled


KINDS = {
    "": "empty",
    "tan@students.edu.sg": "username",
    "tan mei@students.edu.sg": "username",
    "tan@mail.sg": "address",
    "7": "number",
    "7.0": "number",
    "3A": "class",
    "TAN MEI": "name",
    "AHMAD@ALI BIN X": "name",
    "AHMAD@ALI": "word",
    "SUNNY": "word",
    "TAN 2": "other",
}


@pytest.mark.parametrize("text", KINDS)
def test_what_a_cell_holds(text: str) -> None:
    assert kind_of(text, DOMAIN) == KINDS[text]


def test_what_a_column_holds() -> None:
    texts = ["3A", "3A", "4B", "", "TAN MEI", "TAN MEI", ""]
    assert kinds_of(texts, DOMAIN) == {"class": 3, "name": 2}
    assert kinds_of(["", ""], DOMAIN) == {}


def test_what_more_than_half_of_a_column_is() -> None:
    assert mostly(Counter(name=2, word=1), "name")
    assert not mostly(Counter(name=1, word=1), "name")
    assert mostly(Counter(name=1, word=1, number=1), "name", "word")
    assert mostly(Counter(name=5), "name", share=0.8)
    assert not mostly(Counter(name=4, word=1), "name", share=0.8)
    assert not mostly(Counter(), "name", share=-1)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (["3A", "4B"], ["3a", "4 B"], True),
        (["3A", "", "4B"], ["3A", "x", ""], True),
        (["3A", "4B"], ["3A", "4C"], False),
        (["", "4B"], ["3A", ""], False),
        ([], [], False),
    ],
)
def test_whether_two_columns_say_the_same(first: list[str], second: list[str], *, same: bool) -> None:
    assert agree(first, second) == same
