"""What a column is, by rules of thumb at their border: just enough rows to tell, and just too few."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students
from handout.model import Answers, ColumnAnswer

CHILDREN = ["TAN MEI LING", "LIM HUI FEN", "ONG KAI LIN", "GOH JO ANN", "KOH YI HUI", "SIM AH GEOK"]
OTHERS = ["raj_kumar", "ann_lee", "ben_chua", "zul_hakim"]
OWN = [name.lower().replace(" ", "_") for name in CHILDREN]


def asked(folder: Path, heading: str, usernames: list[str]) -> list[str]:
    """What is asked about a list with these usernames; "" for a cell without one."""
    cells = [f"{username}@students.edu.sg" if username else "" for username in usernames]
    rows = "".join(f"{n},{CHILDREN[n - 1]},{cell}\n" for n, cell in enumerate(cells, 1))
    path = write(folder, "list.csv", f"No,{heading},Username\n{rows}")
    return [question.flaw.what for question in read_students(path).questions]


@pytest.mark.parametrize("last", ["", "raj_kumar"])
def test_names_without_a_heading_are_read_where_more_than_four_of_five_usernames_fit(
    tmp_path: Path, last: str
) -> None:
    assert asked(tmp_path, "Xyz", [*OWN[:5], last]) == []
    assert asked(tmp_path, "Xyz", [*OWN[:4], last]) == ['Does column B "Xyz" have the names?']


@pytest.mark.parametrize(
    "usernames",
    [
        OTHERS,
        [*OTHERS, "", ""],  # cells without one do not count
        [*OTHERS, "s1234a"],  # four of five are made of names
        [OTHERS[0], OTHERS[0], OTHERS[1], OTHERS[1]],  # half of them differ
        [*OTHERS[:3], OWN[0]],  # one of four is another child's here
        [*OTHERS, "eve_lopez", OWN[5]],  # one of six fits the name beside it
        [*(name.lower().split()[0] + "_xyz" for name in CHILDREN[:2]), *OTHERS[2:]],  # half share a word
    ],
)
def test_usernames_of_other_names_are_asked_about(tmp_path: Path, usernames: list[str]) -> None:
    assert asked(tmp_path, "Name", usernames) == [
        'Does column C "Username" have the usernames of these children? They do not fit the names in column B "Name".'
    ]


@pytest.mark.parametrize(
    "usernames",
    [
        OTHERS[:3],  # too few
        [*OTHERS, "s1234a", "s1235b"],  # four of six are made of names
        [*OTHERS[:3], "s1234a", "s1235b"],  # three of five are made of names
        [OTHERS[0]] * 4,
        [*OTHERS[:2], OWN[1], OWN[0]],  # half are another child's here
        [*OTHERS, OWN[4]],  # one of five fits the name beside it
        [*(name.lower().split()[0] + "_xyz" for name in CHILDREN[:3]), OTHERS[0]],  # more share a word
    ],
)
def test_usernames_that_may_be_of_these_names_are_not(tmp_path: Path, usernames: list[str]) -> None:
    assert asked(tmp_path, "Name", usernames) == []


def listed(folder: Path, headings: str, *columns: list[str]) -> Path:
    """A list of numbered children with the cells of these columns behind their numbers."""
    rows = "".join(f"{n},{','.join(cells)}\n" for n, cells in enumerate(zip(*columns, strict=True), 1))
    return write(folder, "list.csv", f"No,{headings}\n{rows}")


def kinds_asked(path: Path) -> list[str]:
    return [question.kind for question in read_students(path).questions]


@pytest.mark.parametrize(("count", "read"), [(3, True), (4, False)])
def test_letters_in_four_rows_are_no_register_numbers(tmp_path: Path, count: int, *, read: bool) -> None:
    rows = "".join(f"{letter},{name}\n" for letter, name in zip("wxyz"[:count], CHILDREN, strict=False))
    roster = read_students(write(tmp_path, "list.csv", f"No,Name\n{rows}"))
    assert len(roster.problems) == (3 if read else 0)
    assert [student.register_number for student in roster.students] == ([] if read else [""] * 4)


@pytest.mark.parametrize("heading", ["Student No", "Pupil Number"])
def test_letters_in_few_rows_under_a_number_of_a_pupil_are_no_register_numbers_either(
    tmp_path: Path, heading: str
) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"{heading},Name\nw,TAN MEI\nx,LIM JO\n"))
    assert not roster.problems
    assert [student.register_number for student in roster.students] == ["", ""]


@pytest.mark.parametrize(
    ("classes", "asked"),
    [
        (["Red", "Tall", "Shy"], False),
        (["Red", "Tall", "Shy", "Bold"], True),
        (["Red", "Red", "Shy", "Shy"], False),
        (["Red", "Tall", "3A", "3A"], False),
    ],
)
def test_classes_of_which_hardly_two_are_alike_are_asked_about(
    tmp_path: Path, classes: list[str], *, asked: bool
) -> None:
    path = listed(tmp_path, "Name,Class", CHILDREN[: len(classes)], classes)
    assert kinds_asked(path) == (["class"] if asked else [])
    assert [student.class_name for student in read_students(path).students] == ([] if asked else classes)


@pytest.mark.parametrize(("count", "asked"), [(5, False), (6, True)])
def test_a_column_of_plain_classes_in_more_than_four_of_five_rows_is_asked_about(
    tmp_path: Path, count: int, *, asked: bool
) -> None:
    children, groups = CHILDREN[:count], [*["3A"] * (count - 1), "x"]
    kinds = ["class"] if asked else []
    assert kinds_asked(listed(tmp_path, "Name,Xyz", children, groups)) == kinds
    sexes = list("MFMFMF"[:count])
    assert kinds_asked(listed(tmp_path, "Name,Class,Group", children, sexes, groups)) == kinds


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (["LIM AH"] * 4, False),
        (["LIM AH"] * 3, True),
        (["LIM AH", "LIM AH", "TAN BO", "TAN BO"], True),
        (["Mr Lim Ah", "Mdm Tan Bo", "Mrs Koh An", "Sim Yi"], False),
        (["Mr Lim Ah", "Mdm Tan Bo", "Koh An", "Sim Yi"], True),
        (["Mr Lim Ah", "Mdm Tan Bo", "Mrs Koh An"], True),
    ],
)
def test_of_two_columns_of_names_one_that_repeats_or_has_grown_ups_is_not_the_children_s(
    tmp_path: Path, names: list[str], *, asked: bool
) -> None:
    children = CHILDREN[: len(names)]
    path = listed(tmp_path, "Name,Full Name", names, children)
    assert kinds_asked(path) == (["name"] if asked else [])
    assert [student.name for student in read_students(path).students] == ([] if asked else children)


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (["ANN", "BEN", "EVE", "ZUL"], True),
        (["ANN", "BEN", "EVE"], False),
        (["ANN", "BEN", "EVE TAN", "ZUL LIM"], False),
    ],
)
def test_single_words_beside_whole_names_are_asked_about(
    tmp_path: Path, names: list[str], *, asked: bool
) -> None:
    path = listed(tmp_path, "Name,Xyz", names, CHILDREN[: len(names)])
    assert kinds_asked(path) == (["name"] if asked else [])
    assert [student.name for student in read_students(path).students] == ([] if asked else names)


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (["a b", "c d", "", ""], []),  # half the rows: each is told
        (["a b", "c d", "e f", ""], ["username"]),
        (["anonymous", "Anonymous"], []),  # as a form writes
        (["sunny", "sunny"], ["domain"]),
        (["sunny"], ["domain"]),
        (["sunny", "moon"], ["domain"]),
        (["3A", "3B"], ["username"]),
    ],
)
def test_cells_without_an_address_under_a_heading_of_usernames(
    tmp_path: Path, cells: list[str], asked: list[str]
) -> None:
    assert kinds_asked(listed(tmp_path, "Name,Username", CHILDREN[: len(cells)], cells)) == asked


@pytest.mark.parametrize(("count", "asked"), [(5, False), (4, True)])
def test_two_columns_of_usernames_may_differ_in_one_of_five_rows(
    tmp_path: Path, count: int, *, asked: bool
) -> None:
    usernames = [f"{username}@students.edu.sg" for username in OWN[:count]]
    others = ["x" + usernames[0], *usernames[1:]]
    path = listed(tmp_path, "Name,MIMS ID,Email", CHILDREN[:count], usernames, others)
    assert kinds_asked(path) == (["username"] if asked else [])
    given = [student.username for student in read_students(path).students]
    assert given == ([] if asked else ["", *usernames[1:]])


@pytest.mark.parametrize(("stranger", "asked"), [(OTHERS[0], []), (OTHERS[1], ["username"])])
def test_usernames_under_an_unknown_heading_fit_more_than_four_of_five_names(
    tmp_path: Path, stranger: str, asked: list[str]
) -> None:
    children = [*CHILDREN[:4], "RAJ KUMAR"]
    usernames = [f"{username}@students.edu.sg" for username in (*OWN[:4], stranger)]
    assert kinds_asked(listed(tmp_path, "Name,Xyz", children, usernames)) == asked


def test_one_username_under_an_unknown_heading_is_enough_where_its_other_cells_are_empty(
    tmp_path: Path,
) -> None:
    path = listed(tmp_path, "Name,Xyz", CHILDREN[:4], [f"{OWN[0]}@students.edu.sg", "", "", ""])
    assert [student.username for student in read_students(path).students] == [
        f"{OWN[0]}@students.edu.sg",
        "",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("heading", "asked"), [("Username", ["username"]), ("School Email", []), ("Email", [])]
)
def test_addresses_of_others_are_asked_about_under_a_heading_that_says_username(
    tmp_path: Path, heading: str, asked: list[str]
) -> None:
    path = listed(tmp_path, f"Name,{heading}", CHILDREN[:2], ["ann@mail.sg", "bo@mail.sg"])
    assert kinds_asked(path) == asked
    assert [student.username for student in read_students(path).students if student.origin == "given"] == []


@pytest.mark.parametrize(("count", "read"), [(2, False), (3, True)])
def test_usernames_under_no_heading_are_in_most_rows(tmp_path: Path, count: int, *, read: bool) -> None:
    usernames = [f"{username}@students.edu.sg" for username in OWN[:count]] + [""] * (4 - count)
    roster = read_students(listed(tmp_path, "Name,", CHILDREN[:4], usernames))
    assert [problem.place.row for problem in roster.problems] == ([] if read else [2, 3])
    assert [student.username for student in roster.students] == (usernames if read else ["", ""])


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (["1", "2", "3", "4"], True),
        (["tan_mei@mail.sg", "lim_jo@mail.sg"], True),
        (["T1001A", "T1002B", "T1003C", "T1004D"], True),
        (["T1001A", "T1002B", "T1003C"], False),  # too few: each is told
        (["T1001A", "T1002B", "ANN LEE", "RAJ KUMAR"], False),
    ],
)
def test_cells_under_name_that_are_no_names(tmp_path: Path, cells: list[str], *, asked: bool) -> None:
    path = listed(tmp_path, "Name,Xyz", cells, CHILDREN[: len(cells)])
    assert kinds_asked(path) == (["name"] if asked else [])
    problems = [problem.place.row for problem in read_students(path).problems]
    figures = [row for row, cell in enumerate(cells, 2) if cell.startswith("T1")]
    assert problems == ([1] if asked else figures)


@pytest.mark.parametrize(
    ("headings", "cells", "choices"),
    [
        ("First Name,Middle Name,Last Name", "MEI,ANN,TAN", ["D+B+C", "B+C+D"]),
        ("First Name,Middle Name,Last Name", "MEI,,TAN", ["D+B", "B+D"]),  # nobody has a middle name
        ("Last Name,First Name,Middle Name", "TAN,MEI,ANN", ["B+C+D", "C+D+B"]),
        ("Last Name,First Name,Middle Name", "TAN,MEI,", []),
    ],
)
def test_the_order_of_the_parts_of_a_name(
    tmp_path: Path, headings: str, cells: str, choices: list[str]
) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"No,{headings}\n1,{cells}\n"))
    assert [choice.value for question in roster.questions for choice in question.choices] == choices
    assert [student.name for student in roster.students] == ([] if choices else ["TAN MEI"])


def test_an_answer_that_is_no_column_is_told_by_its_first_forty_letters(tmp_path: Path) -> None:
    path = listed(tmp_path, "Name,Name", ["TAN MEI"], ["LIM"])
    roster = read_students(path, answers=Answers((ColumnAnswer("name", "Q" * 41),)))
    assert roster.questions[0].flaw.what == (
        f'There is no column "{"Q" * 40}" that can be read. The columns are A "No", B "Name" and C "Name".'
    )
