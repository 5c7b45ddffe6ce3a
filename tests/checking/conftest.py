"""What the tests of verify share: two children's sheets, and what is said of them after a change."""

from pathlib import Path

import pytest
from helpers.pdfs import rewritten
from helpers.school import child
from helpers.spoiling import Found, Spoil

from handout import class_set, verify_set
from handout.model import Content, Roster

STUDENTS = (child("ONG WEI LIN", number="1"), child("SITI AMINAH", number="2"))
ROWS = "No,Name,Email\n1,ONG WEI LIN,ong_wei_lin@students.edu.sg\n2,SITI AMINAH,siti_aminah@students.edu.sg\n"


@pytest.fixture(scope="module")
def sheets(content: Content) -> bytes:
    return class_set(content, STUDENTS, layout="sheet")


@pytest.fixture
def found(tmp_path: Path, content: Content, sheets: bytes) -> Found:
    def verify(spoil: Spoil) -> list[str]:
        (tmp_path / "list.csv").write_text(ROWS, "utf-8")
        (tmp_path / "set.pdf").write_bytes(rewritten(sheets, spoil))
        roster = Roster(tmp_path / "list.csv", STUDENTS, (), ())
        return [problem.what for problem in verify_set(tmp_path / "set.pdf", roster, content)[1]]

    return verify
