"""Usernames beside the wrong names: which rows are told, and in which words; the rules of thumb at their border."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students

OWN = [
    ("KOH AN QI", "koh_an_qi"),
    ("SIM BOON HUAT", "sim_boon_huat"),
    ("VERA LOPEZ", "vera_lopez"),
    ("OMAR ZAKI", "omar_zaki"),
    ("LEE XIN", "lee_xin"),
    ("YEO LI", "yeo_li"),
    ("ANN KOH", "ann_koh"),
    ("PEH BO", "peh_bo"),
    ("RAJ KUMAR", "raj_kumar"),
]
SWAPPED = [("TAN MEI", "lim_jo"), ("LIM JO", "tan_mei")]
STRANGE = "The username has little or nothing of this name, though others come from names."
NAMESAKE = "Another row has this name, and a username that fits it better."
DOUBTFUL = "Usernames of other rows are beside the wrong names: this row may be wrong too."
Children = list[tuple[str, str]]


def of_row(row: int) -> str:
    return f"The username is the one that the name in row {row} leads to."


def in_row(row: int) -> str:
    return f"Row {row} has the username that this name leads to."


@pytest.mark.parametrize(
    ("children", "told"),
    [
        # of names that others of the list come from: more than half, of two words; else four of five
        ([*OWN[:1], ("HO MIN", "sunny_boy")], {}),  # two tell nothing
        ([*OWN[:2], ("HO MIN", "sunny_boy")], {4: STRANGE}),
        ([*OWN[:2], ("HO MIN", "sunny_boy"), ("PEH LI", "s123")], {4: STRANGE}),
        ([*OWN[:2], ("HO MIN", "sunny_boy"), ("PEH LI", "s123"), ("TAY LI", "s124")], {}),
        ([*OWN[:3], ("HO MIN", "sunshine")], {}),
        ([*OWN[:4], ("HO MIN", "sunshine")], {6: STRANGE}),
        # a word of the name among others
        ([*OWN[:4], ("HO MIN", "ho_big_day")], {6: STRANGE}),
        ([*OWN[:3], ("HO MIN", "ho_big_day")], {}),
        ([*OWN[:4], ("HO MIN", "ho_day")], {}),
        ([*OWN[:4], ("HO MIN", "ho_b_day")], {}),
        # one that is right ends nothing, nor one in another script
        ([*OWN[:4], ("LIM KAI EN", "ethan_lim"), ("HO MIN", "sunny_boy"), *OWN[4:6]], {7: STRANGE}),
        ([*OWN[:4], ("王小明", "lim_jo_x"), ("李美", "goh_ox")], {}),
        ([*OWN[:4], ("LIM JO", "lim_jo"), ("LIM JO", "sunny_day")], {7: NAMESAKE}),
        # another child's
        ([*OWN[:4], ("HO MIN", "tay_ja"), ("TAY JA SON", "")], {6: of_row(7), 7: in_row(6)}),
        ([*OWN[:4], ("TAY JA SON", ""), ("HO MIN", "ja_tay_3")], {6: in_row(7), 7: of_row(6)}),
        ([*OWN[:4], ("TAN MEI", "lim_jo"), ("LIM JO", "lim_jo_2")], {6: of_row(7), 7: in_row(6)}),
        ([*OWN[:4], ("TAN MEI", "lim_jo7"), ("LIM JO", "")], {6: of_row(7), 7: in_row(6)}),
        ([*OWN[:4], ("HO MIN", "adam_ali"), ("ADAM BIN ALI", "")], {6: of_row(7), 7: in_row(6)}),
        # a child without a username beside them: in doubt where two of ten are mixed up, not of eleven
        ([*OWN[:8], *SWAPPED, ("TEO AH", "")], {10: of_row(11), 11: in_row(10), 12: DOUBTFUL}),
        ([*OWN[:9], *SWAPPED, ("TEO AH", "")], {11: of_row(12), 12: in_row(11)}),
        ([("TAN MEI", "lim_jo"), ("LIM JO", ""), ("TEO AH", "")], {2: of_row(3), 3: in_row(2)}),
        ([*OWN[:5], *SWAPPED, ("HO MIN", "ho_day")], {7: of_row(8), 8: in_row(7), 9: DOUBTFUL}),
        ([*OWN[:3], *SWAPPED, ("TAY LI", "s123")], {5: of_row(6), 6: in_row(5), 7: STRANGE}),
        ([*OWN[:2], *SWAPPED, ("TAY LI", "s123"), ("PEH LI", "s124")],
         {4: of_row(5), 5: in_row(4), 6: DOUBTFUL, 7: DOUBTFUL}),
    ],
)  # fmt: skip
def test_usernames_beside_the_wrong_names(tmp_path: Path, children: Children, told: dict[int, str]) -> None:
    rows = "".join(
        f"{n},{name},{username and username + '@students.edu.sg'}\n"
        for n, (name, username) in enumerate(children, 1)
    )
    roster = read_students(write(tmp_path, "list.csv", f"No,Name,Email\n{rows}"))
    assert {problem.place.row: problem.what for problem in roster.problems} == told
    for row, (_, username) in enumerate(children, 2):
        given = [student.username.partition("@")[0] for student in roster.students if student.row == row]
        assert given in ([[], [""]] if row in told else [[username]])
