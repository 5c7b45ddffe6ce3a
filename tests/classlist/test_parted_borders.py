"""A row with nothing but a name: what tells that it is a part of the name above or below, and what tells nothing."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students

D = "@students.edu.sg"
BEFORE = [f"1,KOH AN QI,koh_an_qi{D}", "2,VERA LOPEZ,"]
AFTER = [f"4,OMAR ZAKI,omar_zaki{D}", f"5,LEE XIN YI,lee_xin_yi{D}"]
LATER = [f"5,OMAR ZAKI,omar_zaki{D}"]  # a number is missing before it: the row above it may be a child's
ABOVE = "The name may go on in the row below, which has nothing but a name."
ALONE = "This row has nothing but a name. Does it belong to the name above or below?"
BELOW = "The name may begin in the row above, which has nothing but a name."


def told(folder: Path, rows: list[str], headings: str = "No,Name,Username", **options: object) -> dict:
    roster = read_students(write(folder, "list.csv", "\n".join([headings, *rows]) + "\n"), **options)
    found = {problem.place.row: problem.what for problem in roster.problems}
    assert {student.row for student in roster.students} == set(range(2, len(rows) + 2)) - found.keys()
    return found


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        # its words: BIN ends a name, BINTE does not; neither begins one
        ([*BEFORE, "3,TAN WEI BIN,", ",JANE MARY TAN,", *LATER], {}),
        ([*BEFORE, "3,TAN WEI BINTE,", ",JANE MARY TAN,", *LATER], {4: ABOVE, 5: ALONE}),
        ([*BEFORE, "3,TAN WEI,", ",BIN JANE MARY,", *LATER], {4: ABOVE, 5: ALONE}),
        # its number
        ([*BEFORE, "3,SOH KAI ENG,", ",JANE MARY,", *LATER], {}),
        ([*BEFORE, "3,SOH KAI ENG,", ",JANE MARY,", *AFTER], {4: ABOVE, 5: ALONE, 6: BELOW}),
        ([*BEFORE, "4,SOH KAI ENG,", ",JANE MARY,", f"3,OMAR ZAKI,omar_zaki{D}"], {}),
        ([*BEFORE, "new,SOH KAI ENG,", ",JANE MARY,", *AFTER], {}),
        # its username
        ([*BEFORE, f"3,SOH KAI,soh_kai{D}", ",ENG JANE,", *LATER], {}),
        ([*BEFORE, f"3,SOH KAI,soh_kai_eng{D}", ",ENG JANE,", *LATER], {4: ABOVE, 5: ALONE}),
        ([*BEFORE, ",SOH KAI,", f"4,ENG JANE,soh_kai_eng{D}", "6,HO LI,"], {4: ALONE, 5: BELOW}),
        ([*BEFORE, ",SOH,", ",KAI,", f"4,ENG,soh_kai_eng{D}", "6,HO LI,"], {4: ALONE, 5: ALONE, 6: BELOW}),
        ([",SOH KAI,", f"1,ENG JANE,soh_kai_eng{D}", *AFTER], {2: ALONE, 3: BELOW}),
        (
            [*BEFORE, f"3,SOH KAI,soh_kai_eng{D}", ",ENG,", f"4,PEH LI,peh_li_xin{D}", ",XIN,", *LATER],
            {4: ABOVE, 5: ALONE, 6: ABOVE, 7: ALONE},
        ),
        # one word, where names have several
        ([*BEFORE, "3,SOH KAI ENG,", ",JANE,", *LATER], {4: ABOVE, 5: ALONE, 6: BELOW}),
        ([*BEFORE, "3,SOH,", ",KAI ENG,", *LATER, AFTER[1]], {4: ABOVE, 5: ALONE}),
        ([*BEFORE, ",KAI ENG,", "5,SOH,", "6,HO LI,", "7,YEO BO,"], {4: ALONE, 5: BELOW}),
        # a fault in the row above does not hide it
        ([*BEFORE, "3,=A1,", ",JANE MARY,", *AFTER], {4: "The name looks like a formula.", 5: ALONE, 6: BELOW}),
    ],
)  # fmt: skip
def test_what_tells(tmp_path: Path, rows: list[str], problems: dict[int, str]) -> None:
    assert told(tmp_path, rows) == problems


@pytest.mark.parametrize(("given", "is_odd"), [(3, True), (2, False)])
def test_one_word_is_odd_where_most_have_a_username(tmp_path: Path, given: int, *, is_odd: bool) -> None:
    children = [("KOH AN QI", "koh_an_qi"), ("OMAR ZAKI", "omar_zaki"), ("VERA LOPEZ", "vera_lopez")]
    rows = [f"{name},{username + D if n < given else ''}" for n, (name, username) in enumerate(children)]
    expected = {3: ABOVE, 4: ALONE, 5: BELOW} if is_odd else {}
    assert told(tmp_path, [*rows[:2], "JANE,", rows[2]], "Name,Username") == expected


@pytest.mark.parametrize(("house", "is_odd"), [("-", True), ("Red", False)])
def test_a_row_with_something_else_in_it_is_a_child_s(tmp_path: Path, house: str, *, is_odd: bool) -> None:
    rows = [f"1,KOH AN,koh_an{D},Red", f"2,SOH KAI,soh_kai_eng{D},Red", f",ENG,,{house}", "4,HO LI,,Red"]
    expected = {3: ABOVE, 4: ALONE} if is_odd else {}
    assert told(tmp_path, rows, "No,Name,Username,House") == expected


@pytest.mark.parametrize(
    ("rows", "edit", "problems"),
    [
        ([f"3,SOH KAI,soh_kai_eng_jane{D}", ",ENG JANE,"], {("", 4, "B"): "SOH KAI"}, {5: ALONE}),
        ([",SOH KAI,", f"3,ENG JANE,soh_kai_eng_jane{D}"], {("", 5, "B"): "ENG JANE"}, {4: ALONE}),
        ([f"3,SOH KAI,soh_kai_eng_jane{D}", ",ENG JANE,"], {("", 5, "B"): "ENG JANE"}, {}),
        ([f"3,SOH KAI,soh_kai_eng_jane{D}", ",ENG JANE,"], {("", 5, "C"): f"eng_jane{D}"}, {}),
        ([f"3,SOH KAI,soh_kai_eng_jane{D}", ",ENG JANE,"], {("", 5, "A"): "6"}, {}),
    ],
)
def test_the_name_that_the_office_has_typed_is_whole(
    tmp_path: Path, rows: list[str], edit: dict, problems: dict[int, str]
) -> None:
    assert told(tmp_path, [*BEFORE, *rows, *AFTER], edits=edit) == problems
