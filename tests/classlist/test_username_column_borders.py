"""Which column has the usernames, by rules of thumb at their border: just enough rows to tell, and just too few."""

from pathlib import Path

import pytest
from helpers.lists import kinds_asked, numbered, write

from handout import read_students

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
    assert kinds_asked(numbered(tmp_path, "Name,Username", CHILDREN[: len(cells)], cells)) == asked


@pytest.mark.parametrize(("count", "asked"), [(5, False), (4, True)])
def test_two_columns_of_usernames_may_differ_in_one_of_five_rows(
    tmp_path: Path, count: int, *, asked: bool
) -> None:
    usernames = [f"{username}@students.edu.sg" for username in OWN[:count]]
    others = ["x" + usernames[0], *usernames[1:]]
    path = numbered(tmp_path, "Name,MIMS ID,Email", CHILDREN[:count], usernames, others)
    assert kinds_asked(path) == (["username"] if asked else [])
    given = [student.username for student in read_students(path).students]
    assert given == ([] if asked else ["", *usernames[1:]])


@pytest.mark.parametrize(("stranger", "asked"), [(OTHERS[0], []), (OTHERS[1], ["username"])])
def test_usernames_under_an_unknown_heading_fit_more_than_four_of_five_names(
    tmp_path: Path, stranger: str, asked: list[str]
) -> None:
    children = [*CHILDREN[:4], "RAJ KUMAR"]
    usernames = [f"{username}@students.edu.sg" for username in (*OWN[:4], stranger)]
    assert kinds_asked(numbered(tmp_path, "Name,Xyz", children, usernames)) == asked


def test_one_username_under_an_unknown_heading_is_enough_where_its_other_cells_are_empty(
    tmp_path: Path,
) -> None:
    path = numbered(tmp_path, "Name,Xyz", CHILDREN[:4], [f"{OWN[0]}@students.edu.sg", "", "", ""])
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
    path = numbered(tmp_path, f"Name,{heading}", CHILDREN[:2], ["ann@mail.sg", "bo@mail.sg"])
    assert kinds_asked(path) == asked
    assert [student.username for student in read_students(path).students if student.origin == "given"] == []


@pytest.mark.parametrize(("count", "read"), [(2, False), (3, True)])
def test_usernames_under_no_heading_are_in_most_rows(tmp_path: Path, count: int, *, read: bool) -> None:
    usernames = [f"{username}@students.edu.sg" for username in OWN[:count]] + [""] * (4 - count)
    roster = read_students(numbered(tmp_path, "Name,", CHILDREN[:4], usernames))
    assert [problem.place.row for problem in roster.problems] == ([] if read else [2, 3])
    assert [student.username for student in roster.students] == (usernames if read else ["", ""])
