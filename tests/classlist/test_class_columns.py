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
    for level in ("P3", ""):
        one = text.replace("P4", level)
        assert [name for name, _, _ in names(write(tmp_path, "list.csv", one))] == ["Respect", "Respect"]


def test_a_row_without_a_class_does_not_give_one_class_two_levels(tmp_path: Path) -> None:
    text = "Level,Class,No,Name\nP3,Respect,1,TAN MEI\nP3,,2,LIM JO\nP4,,3,ANN LEE\nP3,Respect,4,GOH UN\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [problem.place.row for problem in roster.problems] == [3, 4]
    assert {student.class_name for student in roster.students} == {"Respect"}


def test_levels_alone_are_no_classes(tmp_path: Path) -> None:
    assert names(write(tmp_path, "list.csv", "Level,No,Name\nP3,1,TAN MEI\n")) == [("", "1", "TAN MEI")]


@pytest.mark.parametrize(("count", "is_class"), [(5, False), (6, True)])
def test_a_column_of_levels_has_classes_where_more_than_four_of_five_cells_are_plain_ones(
    tmp_path: Path, count: int, *, is_class: bool
) -> None:
    children = ("TAN MEI", "LIM JO", "ANN LEE", "RAJ KUMAR", "GOH UN", "KOH AN")
    cells = [*["3A"] * (count - 1), "P3"]
    rows = "".join(f"{level},{n},{children[n]}\n" for n, level in enumerate(cells))
    found = [name for name, _, _ in names(write(tmp_path, "list.csv", f"Level,No,Name\n{rows}"))]
    assert found == (cells if is_class else [""] * count)


@pytest.mark.parametrize("address", ["tan@mail.sg", "tan@students.edu.sg"])
def test_addresses_under_class_are_asked_about_however_few(tmp_path: Path, address: str) -> None:
    text = f"No,Name,Class\n1,TAN MEI,{address}\n2,LIM JO,lim@mail.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert "class" in [question.kind for question in roster.questions]


def test_a_column_of_classes_without_saved_values_is_the_classes_all_the_same(tmp_path: Path) -> None:
    rows = [["No", "Name", "Class"], [1, "TAN MEI", "=X1"], [2, "LIM JO", "=X1"]]
    roster = read_students(workbook(tmp_path, ("List", rows)))
    assert [problem.what for problem in roster.problems] == ["A formula in this row has no saved value."] * 2


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


NUMBERED = [
    ("1", "TAN MEI"),
    ("2", "LIM JO"),
    ("3", "ANN LEE"),
    ("4", "RAJ KUMAR"),
    ("5", "GOH UN"),
    ("6", "KOH AN"),
]


@pytest.mark.parametrize(
    ("moved", "asked", "told"), [(6, True, []), (5, True, []), (3, False, [2, 3, 4]), (1, False, [2])]
)
def test_register_numbers_and_classes_that_changed_places_in_some_rows(
    tmp_path: Path, moved: int, *, asked: bool, told: list[int]
) -> None:
    rows = "".join(
        f"3A,{name},{number}\n" if place < moved else f"{number},{name},3A\n"
        for place, (number, name) in enumerate(NUMBERED)
    )
    roster = read_students(write(tmp_path, "list.csv", f"Index,Name,Class\n{rows}"))
    assert [question.kind for question in roster.questions] == (["class"] if asked else [])
    assert [problem.place.row for problem in roster.problems if not asked] == told
    assert {student.class_name for student in roster.students} == (set() if asked else {"3A"})
