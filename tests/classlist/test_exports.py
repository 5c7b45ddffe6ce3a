"""What programs write into a list: headings of Google's lists of accounts, a last name of dots, zeros of formulas."""

from pathlib import Path

import pytest
from helpers.lists import workbook, write

from handout import read_students
from handout.model import Answers, ColumnAnswer

AT = "@students.edu.sg"
NAMES = ["KOH AN QI", "LEE XIN YI", "OMAR ZAKI", "VERA LOPEZ"]


def test_the_accounts_that_google_exports(tmp_path: Path) -> None:
    text = (
        "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],"
        "Org Unit Path [Required],New Primary Email [UPLOAD ONLY],Status [READ ONLY]\n"
        f"AN QI,KOH,koh_an_qi{AT},Moon-4411-Rice,/P3,,Active\nXIN YI,LEE,lee_xin_yi{AT},Moon-4412-Rice,/P3,,Suspended\n"
    )
    path = write(tmp_path, "list.csv", text)
    (question,) = read_students(path).questions
    assert [choice.value for choice in question.choices] == ["B+A", "A+B"]
    roster = read_students(path, answers=Answers((ColumnAnswer("name", "B+A"),)))
    assert [(one.name, one.username) for one in roster.students] == [
        ("KOH AN QI", f"koh_an_qi{AT}"),
        ("LEE XIN YI", f"lee_xin_yi{AT}"),
    ]
    assert [note.place.row for note in roster.notes if "has left" in note.what] == [3]
    assert "4411" not in repr(roster)


@pytest.mark.parametrize("last", ["", ".", "-"])
def test_a_last_name_that_nobody_has_is_no_question(tmp_path: Path, last: str) -> None:
    text = f"First Name,Last Name,Email\nKOH AN QI,{last},koh_an_qi{AT}\nLEE XIN YI,{last},lee_xin_yi{AT}\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert not roster.questions
    assert [student.name for student in roster.students] == ["KOH AN QI", "LEE XIN YI"]


def test_zeros_of_formulas_on_empty_cells_are_no_children(tmp_path: Path) -> None:
    rows = [
        ["No", "Name", "Class", "Username"],
        [1, "KOH AN QI", "3A", f"koh_an_qi{AT}"],
        [2, "LEE XIN", "3A", 0],
    ]
    empty = [[number, 0, "3A", 0] for number in range(3, 12)]
    roster = read_students(workbook(tmp_path, ("Sheet1", [*rows, *empty, [0, 0, 0, 0]])))
    assert not roster.problems
    assert [(student.name, student.username) for student in roster.students] == [
        ("KOH AN QI", f"koh_an_qi{AT}"),
        ("LEE XIN", ""),
    ]
    assert [note.place.row for note in roster.notes if "left out: no name" in note.what] == [4]


def test_a_zero_is_no_class(tmp_path: Path) -> None:
    rows = [["Name", "Class"], ["KOH AN QI", "3A"], ["LEE XIN YI", "3A"], ["OMAR ZAKI", 0]]
    roster = read_students(workbook(tmp_path, ("Sheet1", rows)))
    assert [problem.place.row for problem in roster.problems] == [4]


def test_an_apostrophe_before_a_username_is_no_part_of_what_is_suggested(tmp_path: Path) -> None:
    (problem,) = read_students(
        write(tmp_path, "list.csv", f"Name,Email\nKOH AN QI,'koh_an_qi{AT}\n")
    ).problems
    assert problem.fix
    assert problem.fix.suggestion == f"koh_an_qi{AT}"


def test_the_number_of_an_identity_card_is_no_username_without_its_domain(tmp_path: Path) -> None:
    text = "Name,Login ID\nKOH AN QI,T0000001A\nLEE XIN YI,T0000002B\n"
    path = write(tmp_path, "list.csv", text)
    (question,) = read_students(path).questions
    assert (question.kind, [choice.value for choice in question.choices]) == ("username", ["B", "none"])
    assert not read_students(path, answers=Answers(add_domain=True)).students


@pytest.mark.parametrize(
    ("classes", "asked"),
    [
        (["P3-1", "P3-2", "P3-3", "P3-4"], True),
        (["3-9", "3-10", "3-11", "3-12"], True),
        (["P3-01", "P3-02", "P3-03", "P3-04"], True),
        (["P3-1", "P3-1", "P3-2", "P3-3"], False),
        (["P3-1", "P3-3", "P3-5", "P3-7"], False),
        (["1-1", "2-1", "3-1", "4-1"], False),
        (["3A", "3B", "3C", "3D"], False),
        (["3X", "3Y", "3Z", "4X"], False),
        (["P3 Joy", "3A", "3B", "3C"], False),
        (["P3-1", "P3-2", "P3-3"], False),  # too few
    ],
)
def test_classes_that_count_on_from_row_to_row_are_asked_about(
    tmp_path: Path, classes: list[str], *, asked: bool
) -> None:
    rows = "".join(f"{name},{of}\n" for name, of in zip(NAMES, classes, strict=False))
    roster = read_students(write(tmp_path, "list.csv", f"Name,Class\n{rows}"))
    assert [question.kind for question in roster.questions] == (["class"] if asked else [])
