"""Rows become students: given, derived or blank, and never two with one username."""

from pathlib import Path

import pytest
from helpers.examples import examples
from helpers.lists import read, usernames
from hypothesis import assume, given
from hypothesis import strategies as st

from handout import read_students
from handout.model.student import Student


@pytest.mark.parametrize(
    ("class_name", "level"),
    [
        ("3A", 3),
        ("P3 Joy", 3),
        ("P 3", 3),
        ("Pri 4", 4),
        ("Pr 4", 4),
        ("Class 4B", 4),
        ("Primary 3-2", 3),
        ("3 Respect", 3),
        ("1", 1),
        ("6H", 6),
        ("JOY", None),
        ("P12", None),
        ("7A", None),
        ("K2", None),
        ("Sec 1", None),
        ("", None),
    ],
)
def test_level_is_read_off_the_class(class_name: str, level: int | None) -> None:
    assert Student("ANN", class_name, "", "", "blank").level == level


def test_where_the_list_gives_usernames_a_missing_one_is_a_blank_line(tmp_path: Path) -> None:
    roster = read(
        tmp_path,
        "No,Name,Class,Email\n1,TAN MEI,3A,Tan_Mei_7@students.edu.sg\n2,LIM JO,3A,\n3,Xavier,3A,\n",
    )
    assert usernames(roster) == [("given", "tan_mei_7"), ("blank", ""), ("blank", "")]
    assert roster.students[2].suggestion == "xavier@students.edu.sg"
    told = [note.what for note in roster.notes]
    assert told == [
        "Class 3A: 1 username was given with capital letters; printed in small letters.",
        "No. 2 LIM JO: The username line is blank, as the list gives none. Perhaps lim_jo@students.edu.sg.",
        "No. 3 Xavier: The username line is blank: a single word. Perhaps xavier@students.edu.sg.",
    ]


def test_nothing_is_derived_where_that_is_not_wanted(tmp_path: Path) -> None:
    roster = read(tmp_path, "Name\nLIM JO\n", derive="never")
    assert usernames(roster) == [("blank", "")]
    assert "as the list gives none" in roster.notes[0].what


def test_two_names_that_lead_to_one_username_both_stay_blank(tmp_path: Path) -> None:
    roster = read(tmp_path, "No,Name\n1,LIM JO\n2,Lim  Jo\n3,LIM S/O JO\n")
    assert usernames(roster) == [("blank", "")] * 3
    assert {student.suggestion for student in roster.students} == {"lim_jo@students.edu.sg"}
    assert not roster.problems


def test_what_the_list_gives_to_one_child_is_not_derived_for_another(tmp_path: Path) -> None:
    roster = read(
        tmp_path,
        "No,Name,Email\n1,LIM JO,lim_jo@students.edu.sg\n2,LIM JO ANN,lim_jo_ann@students.edu.sg\n3,LIM JO,\n",
    )
    assert usernames(roster) == [("given", "lim_jo"), ("given", "lim_jo_ann"), ("blank", "")]
    assert roster.students[2].reason == "the list has the username of this name already"


def test_a_username_in_dispute_is_not_derived_for_a_third_child(tmp_path: Path) -> None:
    rows = "1,ANN TAN,lim_jo@students.edu.sg\n2,BEN TAN,lim_jo@students.edu.sg\n3,LIM JO,\n4,,ong_kai@students.edu.sg\n5,ONG KAI,\n"
    roster = read(tmp_path, "No,Name,Email\n" + rows)
    assert usernames(roster) == [("blank", "")] * 4
    assert [problem.place.row for problem in roster.problems] == [2, 3, 5]


def test_a_namesake_makes_a_username_doubtful_whatever_the_list_gives_to_the_other(tmp_path: Path) -> None:
    roster = read(
        tmp_path, "No,Name,Email\n1,LIM JO,lim_jo_1@students.edu.sg\n2,LIM JO,\n3,ONG KAI,\n4,ONG KAI,bad\n"
    )
    assert usernames(roster) == [("given", "lim_jo_1"), ("blank", ""), ("blank", ""), ("blank", "")]
    assert roster.students[1].suggestion == "lim_jo@students.edu.sg"


def test_children_without_a_number_are_named_where_their_usernames_are_to_be_checked(tmp_path: Path) -> None:
    assert read(tmp_path, "Name\nLIM JO\n").notes[0].what.endswith("check LIM JO.")


def test_the_classes_in_the_order_of_the_list(tmp_path: Path) -> None:
    roster = read(tmp_path, "No,Name,Class\n2,LIM JO,3B\n1,TAN MEI,3A\n1,ONG KAI,3B\n")
    assert {name: [student.name for student in members] for name, members in roster.classes.items()} == {
        "3B": ["ONG KAI", "LIM JO"],
        "3A": ["TAN MEI"],
    }


def test_a_username_filled_down_a_whole_column_is_told_in_short(tmp_path: Path) -> None:
    rows = "".join(f"{number},LIM JO {'A' * number},x@students.edu.sg\n" for number in range(1, 10))
    roster = read(tmp_path, "No,Name,Email\n" + rows)
    assert usernames(roster) == [("blank", "")] * 9
    assert "row 3, row 4, row 5, row 6, row 7 and 3 more" in roster.problems[0].what
    assert "row 2, row 3, row 4, row 5, row 6 and 3 more" in roster.problems[8].what


@pytest.mark.parametrize("sign", ["\x0c", "\x1f", "\x85", "\u2028"])
def test_a_control_sign_that_passes_for_white_space_is_a_problem(tmp_path: Path, sign: str) -> None:
    roster = read(tmp_path, f"No,Name\n1,LIM{sign}JO\n2,ONG\tKAI\n")
    assert [student.name for student in roster.students] == ["ONG KAI"]
    assert [problem.place.row for problem in roster.problems] == [2]


def test_a_register_number_that_cannot_be_one_is_not_shown(tmp_path: Path) -> None:
    roster = read(tmp_path, "Name,Password,Index,Class\nTAN, MEI,Hunter2-Hunter2,1\n")
    assert roster.problems
    assert "Hunter2" not in repr(roster)


def test_one_register_number_for_two_children_is_told(tmp_path: Path) -> None:
    roster = read(tmp_path, "No,Name,Class\n1,LIM JO,3A\n1,TAN MEI,3A\n1,ONG KAI,3B\n")
    assert [note.place.row for note in roster.notes if "same register number" in note.what] == [3]


def test_an_apostrophe_in_a_given_username_is_printed_and_told(tmp_path: Path) -> None:
    roster = read(tmp_path, "Name,Email\nANN O'NEIL,ann_o'neil@students.edu.sg\n")
    assert usernames(roster) == [("given", "ann_o'neil")]
    assert "apostrophe" in roster.notes[0].what


def test_problems_are_in_the_order_of_the_list(tmp_path: Path) -> None:
    roster = read(
        tmp_path, "Name,Email\nANN,x@students.edu.sg\n,y@students.edu.sg\nBEN,x@students.edu.sg\nCAI,no\n"
    )
    assert [problem.place.row for problem in roster.problems] == [2, 3, 4, 5]


CELLS = st.sampled_from(["lim_jo", "ong_kai", "tan_mei", ""])
NAMES = st.sampled_from(["LIM JO", "Lim Jo", "ONG KAI", "TAN MEI", "TAN BTE MEI", "ANN LEE", ""])


@pytest.mark.slow
@examples(60)
@given(st.lists(st.tuples(NAMES, CELLS), min_size=1, max_size=8))
def test_no_two_children_ever_have_one_username(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    assume(any(name for name, _ in rows))
    text = "".join(
        f"{number},{name},{cell and cell + '@students.edu.sg'}\n"
        for number, (name, cell) in enumerate(rows, 1)
    )
    roster = read(tmp_path_factory.mktemp("list"), "No,Name,Email\n" + text)
    printed = [student.username for student in roster.students if student.username]
    assert len(printed) == len(set(printed))
    given_to = {f"{cell}@students.edu.sg" for _, cell in rows if cell}
    assert not {student.username for student in roster.students if student.origin == "derived"} & given_to


def test_a_child_without_a_register_number_is_told_by_its_name_alone(tmp_path: Path) -> None:
    roster = read(tmp_path, "Name,Class,Email\nTAN MEI,3A,tan_mei@students.edu.sg\nLIM JO,3A,\n")
    assert [note.what for note in roster.notes] == [
        "LIM JO: The username line is blank, as the list gives none. Perhaps lim_jo@students.edu.sg."
    ]


def test_what_to_retype_is_named_by_its_column_and_why_a_line_is_blank(tmp_path: Path) -> None:
    roster = read(
        tmp_path,
        "No,Name,Email\n1,ANN O'NEIL,ann_o'neil@students.edu.sg\n2,LIM JO,lim jo@students.edu.sg\n",
    )
    assert [(note.fix.column, note.fix.field) for note in roster.notes if note.fix] == [("C", "username")]
    (problem,) = roster.problems
    assert (problem.fix.column, problem.fix.suggestion) == ("C", "lim_jo@students.edu.sg")
    assert roster.students[1].reason == "the username in the list cannot be right"


def test_a_name_unlike_the_others_is_to_be_retyped_in_its_column(tmp_path: Path) -> None:
    roster = read(tmp_path, "No,Name,Class\n1,TAN MEI,3A\n2,LIM JO,3A\n3,3A,3A\n")
    (problem,) = roster.problems
    assert (problem.place.row, problem.fix.column) == (4, "B")


def test_a_list_is_read_from_its_bytes_whatever_the_file_has(tmp_path: Path) -> None:
    data = b"No,Name\n1,TAN MEI\n"
    assert [student.name for student in read_students("gone.csv", data=data).students] == ["TAN MEI"]
    (tmp_path / "list.csv").write_text("No,Name\n1,LIM JO\n", "utf-8")
    roster = read_students(tmp_path / "list.csv", data=data)
    assert [student.name for student in roster.students] == ["TAN MEI"]
