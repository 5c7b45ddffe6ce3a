"""Names in other scripts are drawn with other faces, in another order, in other shapes: each is read back."""

from pathlib import Path

import pytest
from helpers.pdfs import rewritten
from helpers.school import child
from pypdf import PdfWriter

from handout import class_set, verify_set
from handout.checking.words import as_read
from handout.model import Content, Roster

pytestmark = pytest.mark.slow

NAMES = ("Nguyễn Thị Hoa", "Иван Петров", "张伟", "欧阳 Kai Wen", "கவிதா சுரேஷ்", "محمد أمير", "José Núñez")
STUDENTS = tuple(
    child(name, number=str(number), username=f"child_{number}@students.edu.sg")
    for number, name in enumerate(NAMES, 1)
)


@pytest.fixture
def roster(tmp_path: Path) -> Roster:
    rows = "".join(f"{one.register_number},{one.name},3A,{one.username}\n" for one in STUDENTS)
    (tmp_path / "list.csv").write_text("No,Name,Class,Email\n" + rows, "utf-8")
    return Roster(tmp_path / "list.csv", STUDENTS, (), ())


@pytest.mark.parametrize("layout", ["sheet", "slips"])
def test_names_in_other_scripts_are_read_back(
    tmp_path: Path, content: Content, roster: Roster, layout: str
) -> None:
    (tmp_path / "set.pdf").write_bytes(class_set(content, STUDENTS, layout=layout))  # type: ignore[arg-type]
    assert verify_set(tmp_path / "set.pdf", roster, content) == (len(NAMES), [])


def test_a_cyrillic_letter_drawn_as_another_is_found(
    tmp_path: Path, content: Content, roster: Roster
) -> None:
    """One weight of a variable face is compared with that weight."""

    def spoil(writer: PdfWriter) -> None:
        table = writer.pages[0]["/Resources"]["/Font"]["/NOTO_BOLD"]["/ToUnicode"]
        table.set_data(table.get_data().replace(b"<0418>", b"<0419>"))

    pdf = rewritten(class_set(content, STUDENTS, layout="sheet"), spoil)
    (tmp_path / "set.pdf").write_bytes(pdf)
    found = [problem.what for problem in verify_set(tmp_path / "set.pdf", roster, content)[1]]
    assert any("something is drawn here that a class set never has." in what for what in found), found


def test_the_order_in_which_a_line_is_read() -> None:
    assert as_read("KaiريمأWen") == "KaiأميرWen"
    assert as_read("\ufc91") == "ير"
    assert as_read("TAN MEI") == "TAN MEI"
