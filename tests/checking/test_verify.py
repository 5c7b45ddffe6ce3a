"""A printed set against its list: what is right passes, and a child with a wrong page is named."""

from pathlib import Path

import pytest
from helpers.lists import workbook
from helpers.pdfs import page_count
from helpers.school import child
from helpers.verifying import LIST, verify
from openpyxl import load_workbook

from handout import class_set, read_students
from handout.checking import Verdict, check_set
from handout.model.content import Content
from handout.model.student import Roster
from handout.printing.press import Press
from handout.spreadsheets import raw_rows

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("layout", ["pack", "sheet", "slips"])
@pytest.mark.parametrize("class_name", ["3A", "3B"])
def test_what_is_printed_is_right(
    tmp_path: Path, content: Content, two_classes: Roster, layout: str, class_name: str
) -> None:
    pdf = class_set(content, two_classes.classes[class_name], layout=layout, spares=2)
    assert verify(tmp_path, pdf, two_classes, content) == (len(two_classes.classes[class_name]), [])


def test_a_part_of_a_class_need_not_hold_all_of_it(
    tmp_path: Path, content: Content, two_classes: Roster
) -> None:
    press = Press(content, two_classes.students)
    some = two_classes.classes["3A"][1:3]
    assert verify(tmp_path, press.print(some, "3A", part=True), two_classes, content) == (2, [])
    missing = verify(tmp_path, press.print(some, "3A"), two_classes, content)[1]
    assert missing == [
        "No. 1 TAN MEI has no page with the right name and username.",
        "No. 4 LIM JO ANN has no page with the right name and username.",
    ]


def test_another_username_is_found(tmp_path: Path, content: Content, packs: bytes) -> None:
    """The list was corrected after the set was printed."""
    path = tmp_path / "list.csv"
    path.write_text(LIST.replace("tan_mei@", "tan_mei_1@"), "utf-8")
    assert verify(tmp_path, packs, read_students(path), content)[1] == [
        "Page 1: No. 1 TAN MEI has another username in the list.",
    ]


def test_a_child_printed_twice_is_found(tmp_path: Path, content: Content, two_classes: Roster) -> None:
    twice = (*two_classes.classes["3A"], two_classes.classes["3A"][0])
    pdf = Press(content, two_classes.students).print(twice, "3A")
    assert verify(tmp_path, pdf, two_classes, content)[1] == ["Page 17: a second page for No. 1 TAN MEI."]


def test_a_child_of_another_class_is_found(tmp_path: Path, content: Content, two_classes: Roster) -> None:
    stranger = (*two_classes.classes["3A"], *two_classes.classes["3B"])
    pdf = Press(content, two_classes.students).print(stranger, "3A")
    assert verify(tmp_path, pdf, two_classes, content)[1] == [
        "Page 17: the page of No. 1 RAJ KUMAR is not for class 3A."
    ]


def test_the_worksheets_that_were_read_are_checked_and_no_hidden_one(
    tmp_path: Path, content: Content
) -> None:
    """A hidden worksheet is no part of the list: what it says of a child decides nothing."""
    headings = ["No", "Name", "Class", "Email"]
    path = workbook(
        tmp_path,
        ("3A", [headings, [1, "TAN MEI", "3A", "tan_mei@students.edu.sg"]]),
        ("3B", [headings, [1, "RAJ KUMAR", "3B", "raj_kumar@students.edu.sg"]]),
        ("Old", [headings, [1, "TAN MEI", "3A", "old_tan@students.edu.sg"]]),
    )
    book = load_workbook(path)
    book["Old"].sheet_state = "hidden"
    book.save(path)
    two_classes = read_students(path)
    assert any("hidden" in note.what for note in two_classes.notes)
    for class_name in ("3A", "3B"):
        pdf = class_set(content, two_classes.classes[class_name], layout="sheet")
        assert verify(tmp_path, pdf, two_classes, content) == (1, [])
    assert {row.worksheet for row in raw_rows(path)} == {survey.worksheet for survey in two_classes.surveys}


def test_two_identical_pages_are_in_order(tmp_path: Path, content: Content) -> None:
    """Two children of one name, neither with a number or a username."""
    twin = child("LIM JO", number="", username="")
    students = (twin, child("ONG KAI", number="", username=""), twin)
    (tmp_path / "list.csv").write_text("Name,Class\nLIM JO,3A\nONG KAI,3A\nLIM JO,3A\n")
    pdf = Press(content, students, layout="sheet").print(students, "3A")
    assert verify(tmp_path, pdf, Roster(tmp_path / "list.csv", students, (), ()), content) == (3, [])


def test_another_order_than_the_register_is_found(
    tmp_path: Path, content: Content, two_classes: Roster
) -> None:
    first, second, *others = two_classes.classes["3A"]
    pdf = Press(content, two_classes.students).print([second, first, *others], "3A")
    assert verify(tmp_path, pdf, two_classes, content)[1] == [
        "Page 5: the page of No. 1 TAN MEI is out of the order of the list."
    ]


def test_a_set_is_checked_from_bytes_at_hand_and_says_how_far_it_is(
    content: Content, two_classes: Roster, packs: bytes
) -> None:
    nowhere = two_classes._replace(path=Path("nowhere/list.csv"))
    *parts, verdict = check_set(Path("set.pdf"), nowhere, content, data=packs, list_data=LIST.encode())
    assert verdict == Verdict(4, ())
    assert parts[0] == 0
    assert parts == sorted(parts)
    assert len(set(parts)) > page_count(packs), "each page is a step"
    assert 0.8 < parts[-1] < 1
