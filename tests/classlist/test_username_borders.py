"""Usernames beside the wrong names, by rules of thumb at their border: just enough rows to tell, and just too few."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students

CHILDREN = ["ANG PEI SHAN", "CHUA YONG SHENG", "LIM JO ANN", "ONG KAI LIN", "TAN WEI JIE", "GOH BEE HOON",
            "KOH MUI CHOO", "SIM TECK GUAN", "YEO XIU ZHEN", "HO FANG DING", "QUEK RUI VERN", "NG ZI QING"]  # fmt: skip
OWN = [name.lower().replace(" ", "_") for name in CHILDREN]
SWAPPED = [OWN[1], OWN[0]]
LEADS = "The username is the one that the name in row 3 leads to."
OWNER = "Row 2 has the username that this name leads to."
NOTHING = "The username has little or nothing of this name, though others come from names."
MAYBE = "Usernames of other rows are beside the wrong names: this row may be wrong too."


def told(folder: Path, usernames: list[str]) -> dict[int | None, str]:
    """What is told of each row with a problem; such a row is not printed."""
    rows = "".join(
        f"{n},{CHILDREN[n - 1]},{username and username + '@students.edu.sg'}\n"
        for n, username in enumerate(usernames, 1)
    )
    roster = read_students(write(folder, "list.csv", f"No,Name,Email\n{rows}"))
    assert not roster.questions
    found = {problem.place.row: problem.flaw.what for problem in roster.problems}
    assert [student.row for student in roster.students] == [
        row for row in range(2, len(usernames) + 2) if row not in found
    ]
    return found


@pytest.mark.parametrize(
    ("usernames", "expected"),
    [
        ([*SWAPPED, *OWN[2:10], ""], {2: LEADS, 3: OWNER, 12: MAYBE}),  # two of ten: others may be wrong too
        ([*SWAPPED, *OWN[2:11], ""], {2: LEADS, 3: OWNER}),  # two of eleven
        ([OWN[1], "", *OWN[2:5], ""], {2: LEADS, 3: OWNER}),  # one alone, though it is one of four
        (["yong_sheng_chua", "", *OWN[2:5], ""], {2: LEADS, 3: OWNER}),  # its words in another order
    ],
)
def test_usernames_of_other_rows(tmp_path: Path, usernames: list[str], expected: dict[int, str]) -> None:
    assert told(tmp_path, usernames) == expected


@pytest.mark.parametrize(
    ("usernames", "strange"),
    [
        (["sunny_boy", OWN[1]], []),  # too few
        (["sunny_boy", *OWN[1:3]], [2]),
        (["sunny_boy", "moon_girl", *OWN[2:4]], [2, 3]),  # half of the others' come from names
        (["sunny_boy", "moon_girl", "star_kid", *OWN[3:5]], []),
        (["x1234", *OWN[1:5]], [2]),  # not made of words: told where four of five come from names
        (["x1234", *OWN[1:4]], []),
    ],
)
def test_usernames_that_have_nothing_of_their_names(
    tmp_path: Path, usernames: list[str], strange: list[int]
) -> None:
    assert told(tmp_path, usernames) == dict.fromkeys(strange, NOTHING)


@pytest.mark.parametrize(
    ("strangers", "what"),
    [(["sunny_boy", "moon_girl"], NOTHING), (["sunny_boy", "moon_girl", "star_kid"], MAYBE)],
)
def test_strange_usernames_among_those_of_other_rows(tmp_path: Path, strangers: list[str], what: str) -> None:
    """With eight of ten from names a username without a name is strange; with seven it only may be wrong."""
    found = told(tmp_path, [*SWAPPED, *strangers, *OWN[2 + len(strangers) : 10]])
    assert list(found) == [2, 3, *range(4, 4 + len(strangers))]
    assert {found[row] for row in list(found)[2:]} == {what}


@pytest.mark.parametrize(
    ("count", "where"),
    [(6, "row 3, row 4, row 5, row 6, row 7"), (7, "row 3, row 4, row 5, row 6, row 7 and 1 more")],
)
def test_five_other_rows_of_one_username_are_named(tmp_path: Path, count: int, where: str) -> None:
    rows = "".join(f"{n},{CHILDREN[n - 1]},ang_pei_shan@students.edu.sg\n" for n in range(1, count + 1))
    roster = read_students(write(tmp_path, "list.csv", f"No,Name,Email\n{rows}"))
    assert roster.problems[0].flaw.what == f"No. 1 ANG PEI SHAN: The same username is also in {where}."
    assert [student.username for student in roster.students] == [""] * count


def test_a_username_like_the_name_of_a_child_with_its_own_is_not_that_child_s(tmp_path: Path) -> None:
    text = """No,Name,Class,Email
1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg
2,LIM JO ANN,3A,tan_mei@students.edu.sg
3,ONG KAI,3A,ong_kai@students.edu.sg
4,RAJ KUMAR,3A,raj_kumar@students.edu.sg
5,SITI NUR,3A,siti_nur@students.edu.sg
"""
    (problem,) = read_students(write(tmp_path, "list.csv", text)).problems
    assert problem.place.row == 3
    assert problem.flaw.what == NOTHING
