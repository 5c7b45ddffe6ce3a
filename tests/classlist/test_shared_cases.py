"""Lists of every kind of fault that lie beside a developer's checkout: what comes of each. Skipped elsewhere."""

from pathlib import Path

import pytest
from helpers.school import ROOT

from handout import HandoutError, read_students

pytestmark = pytest.mark.slow

CASES = ROOT.parent / "shared" / "cases" / "lists"
SECRETS = ("Xkcd9999", "Abcd1234", "Abcdxyzw", "Secret-123", "Hunter2", "Secret#1", "pw-one", "pw-two", "Mims@2026",
           "Zyxw9876", "91234567")  # fmt: skip

REFUSED = "refused"  # in a clear line
ASKED = "asked"

# The beginning of a file's name → how many children are read, and the rows with a problem; or what else comes of it.
# A shorter beginning holds for all files that have no longer one.
EXPECTED: dict[str, tuple[int, list[int]] | str] = {
    "c01": (5, []), "c03": (5, []), "c04": (5, []), "c06": (1, []), "c07": (5, []), "c09": (5, []), "c10": (5, []),
    "c12": (5, []), "c13": (5, []), "c15": REFUSED, "c16": (5, []), "c18": (5, []), "c19": (1, []), "c21": (5, []),
    "c22": REFUSED, "c24": REFUSED, "c25": (5, []), "c27": (5, []), "c28": (3, []), "c30": REFUSED, "c31": (1, []),
    "c33": (5, []), "c34": (3, []), "c36": (4, []), "c37": (2, []), "c39": (3, []), "c40": (3, []), "c42": (0, [2]),
    "c43": (1, []), "c45": (2, []), "c46": ASKED, "c48": (2, []), "c49": (1, []), "c51": (5, []), "c52": (3, []),
    "c54": (5, []), "c55": (5, []), "c57": (1, []), "c58": (1, []), "c60": (4, [2, 4, 5]),
    "e01": (5, []), "e03": ASKED, "e04": ASKED, "e06": (1, []), "e07": ASKED, "e09": ASKED, "e10": ASKED, "e12": ASKED,
    "e13": (5, []), "e15": (5, []), "e16": ASKED, "e18": (5, []), "e19": (5, []), "e21": REFUSED,
    "i01": (2, []), "i03": (2, []), "i04": (1, [3]), "i06": (1, [3]), "i07": (0, [2, 3, 4, 5]), "i09": (2, []),
    "i10": (1, []), "i12": (2, []), "i13": (2, []), "i15": (1, []), "i16": REFUSED, "i18": (2, []), "i19": (1, []),
    "i21": (2, []), "i22": (0, [2, 3, 4, 5]), "i24": (2, []), "i25": (1, [3]), "i27": (1, []), "i28": (1, [3]),
    "k": (5, []), "k12": ASKED, "n": (5, []), "n45": ASKED, "r0": (5, []), "r1": (5, []), "r2": (5, []),
    "r3": (5, []), "u": (5, []),
    "r-a0": (0, [2]), "r-a10": (0, [1]), "r-a11": ASKED, "r-a12": (1, [3]), "r-a1_": (0, [2, 3, 4, 5, 6]),
    "r-a2": (0, [1]), "r-a3": (2, []), "r-a4": (2, []), "r-a5": (1, [3]), "r-a6": (1, [3]), "r-a8": (1, [2]),
    "r-a9": (1, []), "r-b10": (4, []), "r-b12": (2, []), "r-b13": (4, []), "r-b14": (1, []), "r-b1_": (1, [3]),
    "r-b3": (1, [3]), "r-b4": (7, []), "r-b5": ASKED, "r-b6": (1, []), "r-b8": (2, []),
    "x": (5, []), "x09": ASKED, "x10": (0, [1]), "x22": (3, []), "x36": ASKED, "x37": ASKED, "x40": (2, []),
    "x42": (2, []), "x43": (2, []), "x55": REFUSED, "x60": (2, [2, 3]), "x61": (2, []), "x63": ASKED, "x64": ASKED,
    "x66": (2, []),
}  # fmt: skip
# Their usernames are the list's own, never ones worked out from the names.
GIVEN = (
    "c0",
    "c1",
    "e01",
    "e13",
    "e15",
    "i10",
    "i19",
    "i21",
    "k",
    "n",
    "r0",
    "u",
    "x01",
    "x12",
    "x13",
    "x24",
)


def expected(name: str) -> tuple[int, list[int]] | str:
    return EXPECTED[max((start for start in EXPECTED if name.startswith(start)), key=len)]


@pytest.mark.parametrize(
    "path", [path for path in sorted(CASES.glob("*")) if path.suffix != ".md"], ids=lambda path: path.stem
)
def test_what_comes_of_a_list(path: Path) -> None:
    found, told, origins = come_of(path)
    assert found == expected(path.name)
    assert not any(secret in told for secret in SECRETS)
    if path.name.startswith(GIVEN):
        assert "derived" not in origins


def come_of(path: Path) -> tuple[tuple[int, list[int | None]] | str, str, set[str]]:
    """What comes of a list, all that is said of it, and where its usernames are from."""
    try:
        roster = read_students(path)
    except HandoutError as error:
        return REFUSED, str(error), set()
    rows = [problem.place.row for problem in roster.problems]
    found = ASKED if roster.questions else (len(roster.students), rows)
    return found, repr(roster), {student.origin for student in roster.students}
