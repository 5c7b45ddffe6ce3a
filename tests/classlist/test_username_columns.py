"""Which column has the usernames."""

from pathlib import Path

import pytest
from helpers.lists import CHILDREN, SECRET, fields, listed, workbook, write

from handout import read_students
from handout.model import Answers, ColumnAnswer


@pytest.mark.parametrize("heading", ["MIMS Usename", "", "Xyz"])
def test_usernames_under_an_unknown_heading_are_read_where_they_fit_the_names(
    tmp_path: Path, heading: str
) -> None:
    roster = read_students(listed(tmp_path, "No", "Name", "Class", heading))
    assert fields(roster) == CHILDREN
    assert any("was read as the usernames: they fit the names." in note.what for note in roster.notes)


@pytest.mark.parametrize("heading", ["English Name", "", "Xyz"])
def test_names_under_an_unclear_heading_are_read_where_the_usernames_fit_them(
    tmp_path: Path, heading: str
) -> None:
    roster = read_students(listed(tmp_path, "No", heading, "Class", "Username"))
    assert fields(roster) == CHILDREN
    assert any("was read as the names: the usernames fit them." in note.what for note in roster.notes)


@pytest.mark.parametrize("heading", ["Father's Name", "Preferred Name", "English Name"])
def test_names_that_the_usernames_do_not_fit_or_that_are_others_are_asked_about(
    tmp_path: Path, heading: str
) -> None:
    text = f"No,{heading},Username\n1,ANN SIM,lim_jo@students.edu.sg\n2,BEN SIM,tan_mei@students.edu.sg\n"
    assert [question.kind for question in read_students(write(tmp_path, "list.csv", text)).questions] == [
        "name"
    ]


def test_usernames_under_an_unknown_heading_that_fit_no_name_are_asked_about(tmp_path: Path) -> None:
    text = "Name,Buddy\nTAN MEI,raj_kumar@students.edu.sg\nLIM JO,ann_lee@students.edu.sg\n"
    path = write(tmp_path, "list.csv", text.replace("Buddy", "Xyz"))
    (question,) = read_students(path).questions
    assert [choice.value for choice in question.choices] == ["B", "none"]
    none = read_students(path, answers=Answers((ColumnAnswer("username", "none"),)))
    assert [student.origin for student in none.students] == ["blank", "blank"]  # the file gives usernames


def test_a_column_of_usernames_in_a_workbook_needs_no_heading(tmp_path: Path) -> None:
    rows = [
        ["No", "Name"],
        [1, "TAN MEI", "tan_mei_2@students.edu.sg"],
        [2, "LIM JO", "lim_jo@students.edu.sg"],
    ]
    roster = read_students(workbook(tmp_path, ("3A", rows)))
    assert [student.username.partition("@")[0] for student in roster.students] == ["tan_mei_2", "lim_jo"]


def test_usernames_without_a_domain_are_asked_about_once(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,SLS Username\n1,TAN MEI,tan_mei\n2,LIM JO,LIM_JO_2\n")
    (question,) = read_students(path).questions
    assert question.kind == "domain"
    roster = read_students(path, answers=Answers(add_domain=True))
    assert [student.username for student in roster.students] == [
        "tan_mei@students.edu.sg",
        "lim_jo_2@students.edu.sg",
    ]


def test_what_looks_like_a_password_gets_no_domain(tmp_path: Path) -> None:
    """Nor is it suggested; a username of three kinds of letters that has a word of the name does get one."""
    names = ["TAN MEI", "LIM JO", "ONG KAI LE", "GOH BEE HOON"]
    codes = ["Tan-Mei01", "Bluesky88Tiger", "sunny Rain 2026", "Moss2-Tiger"]
    rows = "".join(f"{name},{code}\n" for name, code in zip(names, codes, strict=True))
    answers = Answers((ColumnAnswer("username", "B"),), add_domain=True)
    roster = read_students(write(tmp_path, "list.csv", f"Name,Login\n{rows}"), answers=answers)
    assert [student.username for student in roster.students] == ["tan-mei01@students.edu.sg", "", "", ""]
    assert [problem.place.row for problem in roster.problems] == [3, 4, 5]
    assert "The username looks like a password. Correct the cell" in str(roster.problems[0])
    assert not any(secret in repr(roster).lower() for secret in ("tiger", "sunny"))


def test_the_addresses_of_our_domain_count_where_two_columns_are_headed_as_usernames(tmp_path: Path) -> None:
    text = "Name,SLS Username,Email\nTAN MEI,TAN_MEI,tan_mei_2@students.edu.sg\nLIM JO,LJ,lim_jo@students.edu.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [student.username.partition("@")[0] for student in roster.students] == ["tan_mei_2", "lim_jo"]


def test_two_columns_that_give_one_child_different_usernames_give_none(tmp_path: Path) -> None:
    rows = "".join(
        f"ANN LEE {'ABCDEFGH'[n]},ann_{n}@students.edu.sg,ann_{n}@students.edu.sg\n" for n in range(8)
    )
    text = f"Name,MIMS ID,Email\n{rows}TAN MEI,tan_mei@students.edu.sg,lim_jo@students.edu.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    (problem,) = roster.problems
    assert (problem.place.row, "different usernames" in problem.what) == (10, True)
    assert roster.students[-1].username == ""


@pytest.mark.parametrize("nothing", ["-", "NIL", "N/A", "TBC", "n.a."])
def test_a_dash_is_no_username(tmp_path: Path, nothing: str) -> None:
    roster = read_students(
        write(tmp_path, "list.csv", f"Name,Email\nTAN MEI,tan_mei@students.edu.sg\nLIM JO,{nothing}\n")
    )
    assert not roster.problems
    assert [student.origin for student in roster.students] == ["given", "blank"]


def test_a_username_in_a_column_of_passwords_makes_no_other_sure(tmp_path: Path) -> None:
    text = f"Name,Password\nTAN MEI,tan_mei_7@students.edu.sg\nLIM JO,{SECRET}\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert not [student for student in roster.students if student.username]
    assert SECRET not in repr(roster)


def test_of_two_empty_columns_of_usernames_one_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "Name,Class,Username,Login\nTAN MEI LING,3A,,\nLIM JO ANN,3A,,\n")
    first, *_ = read_students(path).notes
    assert first.what == 'These columns were not read: "Login".'
