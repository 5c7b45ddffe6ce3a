"""What the office answers to a question: a column by its heading or letter, of one worksheet or of all."""

from pathlib import Path

import pytest
from helpers.lists import told, workbook, write

from handout import read_students
from handout.model import Answers, ColumnAnswer, Field


@pytest.mark.parametrize("of", ["name", "number", "class", "username"])
def test_an_answer_that_names_no_column_shows_those_there_are(tmp_path: Path, of: Field) -> None:
    text = "Rain Tree\nNo,Name,,Class,Password\n1,GOH LI,x,3A,x\n2,TAN MEI,y,3A,x\n"
    path = write(tmp_path, "list.csv", text)
    for column in ("Z", "Password", "B+Z", "B+Password", "B+"):
        assert told(path, answers=Answers((ColumnAnswer(of, column),)))[:4] == [
            (
                f'list.csv, row 2: There is no column "{column}" that can be read. The columns are A "No", B "Name"'
                f' and D "Class". Answer with --column {of}=A or --column {of}=B or --column {of}=D.'
            ),
            'A: A "No"',
            'B: B "Name"',
            'D: D "Class"',
        ]


def test_an_answer_where_no_column_can_be_read_is_asked_for_once(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "Password\nTAN MEI\n")
    assert told(path, answers=Answers((ColumnAnswer("name", "Password"),))) == [
        (
            'list.csv, row 1: There is no column "Password" that can be read. Write "Name" above the names,'
            ' and "Index", "Class", "Username" above theirs.'
        )
    ]


@pytest.mark.parametrize("answer", ["First+Last", "first+last", " b ", "B"])
def test_a_column_is_named_by_its_whole_heading_or_its_letter(tmp_path: Path, answer: str) -> None:
    path = write(tmp_path, "list.csv", "No,First+Last,Class\n1,TAN MEI,3A\n2,LIM JO,3A\n")
    students = read_students(path, answers=Answers((ColumnAnswer("name", answer),))).students
    assert [student.name for student in students] == ["TAN MEI", "LIM JO"]


def test_a_question_and_its_answer_are_of_one_worksheet(tmp_path: Path) -> None:
    rows = [["No", "Name", "Class", "Class"], [1, "TAN MEI", "3A", "4A"], [2, "LIM JO", "3A", "4A"]]
    other = [rows[0], [1, "ONG KAI", "3B", "4B"], [2, "GOH LI", "3B", "4B"]]
    path = workbook(tmp_path, ("A", rows), ("B", other))
    answers = Answers((ColumnAnswer("class", "D", "A"),))
    assert told(path, answers=answers) == [
        (
            'list.xlsx, worksheet "B", row 1: Which column has the classes: C "Class" or D "Class"?'
            " Answer with --column class=C or --column class=D or --column class=none."
        ),
        'C: C "Class"',
        'D: D "Class"',
        "none: None of the columns",
    ]
    assert read_students(path, answers=answers).answers == answers
    both = Answers((*answers.columns, ColumnAnswer("class", "C", "B")))
    assert [student.class_name for student in read_students(path, answers=both).students] == [
        "4A",
        "4A",
        "3B",
        "3B",
    ]


@pytest.mark.parametrize("answer", ["C+D", "D+C", "D"])
def test_of_a_class_and_its_level_the_class_is_printed(tmp_path: Path, answer: str) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Level,Class\n1,TAN MEI,P3,HOPE\n2,LIM JO,P3,HOPE\n")
    students = read_students(path, answers=Answers((ColumnAnswer("class", answer),))).students
    assert {student.class_name for student in students} <= {"HOPE", "P3 HOPE"}
    assert len(students) == 2
