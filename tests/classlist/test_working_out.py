"""A username is worked out only where nothing tells against it; else it is suggested, or not even that."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students

AT = "@students.edu.sg"
ALONE = "more than one name leads to the same username"

# A list, and of each child without a username of the list: what is worked out, what is suggested, and why not.
LISTS = {
    "one is given as the rule has it": (
        f"No,Name,Email\n1,TAN MEI,tan_mei{AT}\n2,LIM JO,\n3,ANN,\n",
        {3: ("lim_jo", "", ""), 4: ("", "ann", "a single word")},
    ),
    "one is given with a number": (
        f"No,Name,Email\n1,TAN MEI,tan_mei_4{AT}\n2,LIM JO,\n3,ANN,\n",
        {3: ("lim_jo", "", ""), 4: ("", "ann", "a single word")},
    ),
    "one breaks the rule": (
        f"No,Name,Email\n1,TAN MEI,mei_tan{AT}\n2,LIM JO,\n",
        {3: ("", "lim_jo", "")},
    ),
    "one breaks a rule that is not sure": (
        f"No,Name,Email\n1,O'NEIL ANN,o_ann{AT}\n2,LIM JO,\n",
        {3: ("lim_jo", "", "")},
    ),
    "none is given": (
        "No,Name\n1,TAN MEI\n2,TAN BIN HAO\n3,TAN  MEI\n4,LIM JO\n",
        {
            2: ("", "tan_mei", ALONE),
            3: ("", "tan_bin_hao or tan_hao", "BIN inside the name"),
            4: ("", "tan_mei", ALONE),
            5: ("lim_jo", "", ""),
        },
    ),
    "it is somebody's already": (
        f"No,Name,Email,Remark\n1,TAN MEI,,\n2,LIM JO,lim_jo{AT},sister (Tan_Mei{AT})\n3,ANN LEE,,\n",
        {2: ("", "", "the list has the username of this name already"), 4: ("ann_lee", "", "")},
    ),
}


@pytest.mark.parametrize("which", LISTS)
@pytest.mark.parametrize("derive", ["auto", "always", "never"])
def test_what_is_worked_out(tmp_path: Path, which: str, derive: str) -> None:
    text, expected = LISTS[which]
    roster = read_students(write(tmp_path, "list.csv", text), derive=derive)
    gives_any = AT in text
    found = {
        student.row: (
            student.username.removesuffix(AT),
            student.suggestion.replace(AT, ""),
            student.reason,
        )
        for student in roster.students
        if student.origin != "given"
    }
    if derive == "never":
        expected = dict.fromkeys(expected, ("", "", ""))
    elif derive == "auto" and gives_any:  # then only suggested
        expected = {
            row: ("", username or suggested, why) for row, (username, suggested, why) in expected.items()
        }
    assert found == expected
