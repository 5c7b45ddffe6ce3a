"""Where the class of a child is in a list."""

from pathlib import Path

import pytest
from helpers.lists import names, workbook, write

from handout import read_students


@pytest.mark.parametrize(
    "title", [["Class: 3A"], ["Class", "3A"], ["Form Class:", "3A"], ["CLASS LIST: 3A"], ["3A"], ["Class 3A"]]
)
def test_a_class_in_the_title(tmp_path: Path, title: list[str]) -> None:
    path = workbook(tmp_path, ("Sheet1", [title, ["No", "Name"], [1, "TAN MEI"], [2, "LIM JO"]]))
    assert [class_name for class_name, _, _ in names(path)] == ["3A", "3A"]


@pytest.mark.parametrize("again", ["No,Name\n", ""])
def test_sections_of_a_list_each_have_their_class(tmp_path: Path, again: str) -> None:
    text = f"Class: 3A\nNo,Name\n1,TAN MEI\n\nClass: 3B\n{again}1,LIM JO\n"
    assert names(write(tmp_path, "list.csv", text)) == [("3A", "1", "TAN MEI"), ("3B", "1", "LIM JO")]


def test_level_and_class_together_where_one_class_has_two_levels(tmp_path: Path) -> None:
    text = "Level,Class,No,Name\nP3,Respect,1,TAN MEI\nP4,Respect,1,LIM JO\n"
    assert [name for name, _, _ in names(write(tmp_path, "list.csv", text))] == ["P3 Respect", "P4 Respect"]
    one = text.replace("P4", "P3")
    assert [name for name, _, _ in names(write(tmp_path, "list.csv", one))] == ["Respect", "Respect"]


def test_a_class_written_once_holds_for_the_rows_below(tmp_path: Path) -> None:
    text = "Class,No,Name\n3A,1,TAN MEI\n,2,LIM JO\n3B,1,ANN LEE\n,2,RAJ KUMAR\n"
    assert [name for name, _, _ in names(write(tmp_path, "list.csv", text))] == ["3A", "3A", "3B", "3B"]


@pytest.mark.parametrize(
    ("classes", "lacking"),
    [
        (("3A", "", "3B", "", "3A", ""), [3, 5, 7]),  # written again
        (("", "3A", "", ""), [2, 4, 5]),  # not above the first child
        (("3A", "3B", ""), [4]),  # more of them than rows below
    ],
)
def test_a_class_that_may_not_hold_for_the_rows_below_is_a_problem(
    tmp_path: Path, classes: tuple[str, ...], lacking: list[int]
) -> None:
    children = ("TAN MEI", "LIM JO", "ANN LEE", "RAJ KUMAR", "GOH UN", "KOH AN")
    rows = "".join(
        f"{one},{n},{name}\n" for n, (one, name) in enumerate(zip(classes, children, strict=False), 1)
    )
    problems = read_students(write(tmp_path, "list.csv", f"Class,No,Name\n{rows}")).problems
    assert [problem.place.row for problem in problems] == lacking
    assert {problem.flaw.what for problem in problems} == {
        "There is no class in this row, though others have one."
    }


def test_one_class_holds_for_as_many_rows_below_as_classes_are_written(tmp_path: Path) -> None:
    text = "Class,No,Name\n3A,1,TAN MEI\n3B,1,LIM JO\n,2,ANN LEE\n,3,RAJ KUMAR\n"
    assert [name for name, _, _ in names(write(tmp_path, "list.csv", text))] == ["3A", "3B", "3B", "3B"]


def test_a_class_that_is_missing_in_the_middle_is_a_problem(tmp_path: Path) -> None:
    text = "Class,No,Name\n3A,1,TAN MEI\n3A,2,LIM JO\n,3,ANN LEE\n"
    assert [problem.place.row for problem in read_students(write(tmp_path, "list.csv", text)).problems] == [4]


@pytest.mark.parametrize("worksheet", ["Sheet1", "Tabelle1", "List", "Class List", "Master", "Namelist 2026"])
def test_names_that_any_worksheet_has_are_no_class(tmp_path: Path, worksheet: str) -> None:
    path = workbook(tmp_path, (worksheet, [["No", "Name"], [1, "TAN MEI"]]))
    assert names(path) == [("", "1", "TAN MEI")]
    assert any("No class is in this list" in note.what for note in read_students(path).notes)


def test_three_spellings_of_one_class_are_one(tmp_path: Path) -> None:
    text = "Class,Name\n3A,TAN MEI\n3a,LIM JO\n3 A,ANN LEE\n3A,RAJ KUMAR\n"
    assert {name for name, _, _ in names(write(tmp_path, "list.csv", text))} == {"3A"}


def test_a_class_heading_over_what_is_no_class_beside_plain_classes_is_a_question(tmp_path: Path) -> None:
    text = "No,Name,Class,Sex\n1,TAN MEI,F,3A\n2,LIM JO,M,3A\n3,ANG HOE,M,3B\n"
    (question,) = read_students(write(tmp_path, "list.csv", text)).questions
    assert (question.kind, [choice.value for choice in question.choices]) == ("class", ["C", "D", "none"])
    named = text.replace("Sex", "Old Class")
    assert not read_students(write(tmp_path, "list.csv", named)).questions
