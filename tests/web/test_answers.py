"""The forms of a list, as they are read: what the office said, and no more."""

from pathlib import Path

import pytest
from helpers.lists import workbook, write
from starlette.datastructures import FormData

from handout import read_students
from handout.model import NO_ANSWERS, ColumnAnswer, Roster
from handout.web.answers import NEW_HEADING, lasting, read_answers, read_edits
from handout.web.open_list import OpenList
from handout.web.work import ClassList

KIDS = [["1", "AHMAD BIN ALI", "3A"], ["2", "OSMAN BIN SALIM", "3A"], ["3", "LIM KAI LE", "3A"]]
CODES = ["Bluesky88Tiger", "Kangaroo77Mint", "Hunter2Hunter2"]


def sent(roster: Roster, **fields: str) -> FormData:
    """The form of the columns as the page shows it, with these fields chosen besides."""
    shown = {
        f"column-{number}-{column.letter}": column.field or ""
        for number, survey in enumerate(roster.surveys)
        for column in survey.columns
    }
    return FormData(shown | {name.replace("_", "-"): value for name, value in fields.items()})


def test_no_to_the_question_of_the_domain_reads_no_usernames(tmp_path: Path) -> None:
    rows = "".join(f"{','.join(kid)},{code}\n" for kid, code in zip(KIDS, CODES, strict=True))
    path = write(tmp_path, "list.csv", f"No,Name,Class,Login\n{rows}")
    roster = read_students(path)
    assert [question.kind for question in roster.questions] == ["domain"]
    answers = read_answers(sent(roster, question_0="none"), roster, NO_ANSWERS)
    assert not answers.add_domain
    assert answers.column("username", "") == "none"
    after = read_students(path, answers=answers)
    assert not after.questions
    assert "Tiger".lower() not in repr(after).lower()
    assert read_answers(sent(roster, question_0="yes"), roster, NO_ANSWERS).add_domain


def test_the_order_of_a_name_in_two_columns_is_kept_when_other_columns_are_chosen(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,First Name,Surname,Class\n1,Wei Jie,Tan,3A\n2,Jo Ann,Lim,3A\n")
    roster = read_students(path)
    answers = read_answers(sent(roster, question_0="C+B"), roster, NO_ANSWERS)
    roster = read_students(path, answers=answers)
    assert [student.name for student in roster.students] == ["Tan Wei Jie", "Lim Jo Ann"]
    again = read_answers(sent(roster), roster, answers)
    assert again.column("name", "") == "C+B"
    assert read_answers(sent(roster, column_0_C=""), roster, answers).column("name", "") == "B"


def test_a_level_beside_the_class_stays_a_level_when_the_columns_are_sent(tmp_path: Path) -> None:
    text = "No,Name,Level,Class\n1,TAN MEI,P3,Joy\n2,LIM JO,P4,Joy\n3,RAJ KUMAR,P4,Hope\n"
    path = write(tmp_path, "list.csv", text)
    roster = read_students(path)
    answers = read_answers(sent(roster), roster, NO_ANSWERS)
    assert list(read_students(path, answers=answers).classes) == ["P3 Joy", "P4 Joy", "P4 Hope"]


@pytest.mark.parametrize(
    ("headings", "more", "letter"),
    [
        ([], [], "D"),
        ([], ["Bluesky88Tiger"], "E"),  # a column without a heading, which may hold anything
        ([f"Task {number}" for number in range(97)], [], "CW"),  # as many columns as a list may have
    ],
)
def test_the_first_username_of_a_list_goes_to_the_right_of_all_cells(
    tmp_path: Path, headings: list[str], more: list[str], letter: str
) -> None:
    rows = [["No", "Name", "Class", *headings], *([*kid, *more] for kid in KIDS)]
    path = workbook(tmp_path, ("3A", rows))
    opened = OpenList(ClassList(path.name, path.read_bytes()))
    edits = read_edits(FormData({"accept": "0:2:1"}), read_students(path), opened)
    assert edits == {("3A", 1, letter): NEW_HEADING, ("3A", 2, letter): "ahmad_ali@students.edu.sg"}
    roster = read_students(path, edits=edits)
    assert [student.username for student in roster.students] == ["ahmad_ali@students.edu.sg", "", ""]
    assert not roster.problems


def test_what_the_office_says_of_one_column_is_no_answer_for_the_others(tmp_path: Path) -> None:
    """Else the next list with these headings were not asked why its usernames do not fit its names."""
    text = "No,Name,Class,Class,Email\n1,TAN MEI,2A,3A,tan_mei@students.edu.sg\n2,LIM JO,2B,3A,lim_jo@students.edu.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    answers = read_answers(sent(roster, question_0="D"), roster, NO_ANSWERS)
    assert answers.columns == (ColumnAnswer("class", "D", ""),)
    assert lasting(answers, NO_ANSWERS, roster) == answers
    assert lasting(answers, answers, roster) == NO_ANSWERS  # not said again


OTHER_CLASS = ["goh_bee_hoon", "koh_mui_choo", "sim_teck_guan", "yeo_xiu_zhen"]


def test_an_answer_to_what_the_cells_say_is_for_this_list_alone(tmp_path: Path) -> None:
    names = ["TAN MEI", "LIM JO", "RAJ KUMAR", "ANN LEE"]
    rows = "".join(
        f"{name},{local}@students.edu.sg\n" for name, local in zip(names, OTHER_CLASS, strict=True)
    )
    path = write(tmp_path, "list.csv", f"Name,Email\n{rows}")
    roster = read_students(path)
    for said in ("B", "none"):
        answers = read_answers(sent(roster, question_0=said), roster, NO_ANSWERS)
        assert answers.columns == (ColumnAnswer("username", said, ""),)
        assert not read_students(path, answers=answers).questions
        assert lasting(answers, NO_ANSWERS, roster) == NO_ANSWERS
