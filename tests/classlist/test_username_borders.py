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


STRANGE = [
    "sunny_boy",
    "moon_girl",
    "star_kid",
    "mary_lamb",
    "tom_thumb",
    "jack_sprat",
    "peter_rabbit",
    "humpty_dumpty",
]


@pytest.mark.parametrize("count", [2, 3])
def test_strange_usernames_among_those_of_other_rows(tmp_path: Path, count: int) -> None:
    found = told(tmp_path, [*SWAPPED, *STRANGE[:count], *OWN[2 + count : 10]])
    assert list(found) == [2, 3, *range(4, 4 + count)]
    assert {found[row] for row in list(found)[2:]} == {NOTHING}


@pytest.mark.parametrize(("own", "strange"), [(3, [*range(2, 10)]), (2, [])])
def test_usernames_of_another_class_pasted_over_most_of_a_column(
    tmp_path: Path, own: int, strange: list[int]
) -> None:
    """Three that come from their names are enough to tell, were they a quarter."""
    assert told(tmp_path, [*STRANGE, *OWN[8 : 8 + own]]) == dict.fromkeys(strange, NOTHING)


@pytest.mark.parametrize(("other", "strange"), [("sunny_boy", [2, 4]), (OWN[0], [])])
def test_one_word_of_the_name_is_too_little_where_another_username_has_nothing_of_its_own(
    tmp_path: Path, other: str, strange: list[int]
) -> None:
    usernames = [other, OWN[1], "lim_xiu_zhen", *OWN[3:6], "choo_tim", "sim_tom"]
    assert told(tmp_path, usernames) == dict.fromkeys(strange, NOTHING)


SHORT = [name.lower().replace(" ", "") for name in CHILDREN[:8]]
INITIALS = [
    f"{name.lower().split()[0]}_{name.split()[1][0]}{name.split()[2][0]}".lower() for name in CHILDREN[:8]
]


@pytest.mark.parametrize("usernames", [SHORT, INITIALS])
def test_usernames_written_together_or_shortened(tmp_path: Path, usernames: list[str]) -> None:
    """Where most of a list are so, another child's is known."""
    assert told(tmp_path, usernames) == {}
    assert told(tmp_path, [usernames[1], usernames[0], *usernames[2:]]).keys() >= {2, 3}
    assert told(tmp_path, ["sunnyboy", *usernames[1:]]) == {2: NOTHING}


def test_a_name_whose_username_is_in_a_row_that_cannot_be_read(tmp_path: Path) -> None:
    """Names moved down by one in a list too short to prove anything else."""
    text = "No,Name,Email\n1,,lim_jo_ann_2@students.edu.sg\n2,LIM JO ANN,sunny_boy@students.edu.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert roster.problems[1].flaw.what == "Row 2 has the username that this name leads to."
    assert roster.students == ()


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
