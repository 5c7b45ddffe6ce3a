"""What the file of a class set holds besides its pages, and what it does not."""

import re

import pytest
from helpers.pdfs import (
    reader,
    squeezed,
)
from helpers.school import child
from pypdf import PdfReader
from pypdf.generic import StreamObject

from handout import class_set
from handout.model.content import Content
from handout.printing.press import Press

pytestmark = pytest.mark.slow


def test_bookmarks_go_by_register_number_never_by_name(content: Content, three_a: list) -> None:
    document = reader(class_set(content, three_a, spares=1))
    whole, children = document.outline
    assert whole["/Title"] == "Class 3A"
    assert [entry["/Title"] for entry in children] == ["3A No. 1", "3A No. 2", "3A No. 3", "3A spare"]
    assert [document.get_destination_page_number(entry) for entry in children] == [0, 4, 8, 12]


def test_no_name_is_in_the_metadata(content: Content, three_a: list) -> None:
    document = reader(class_set(content, three_a))
    metadata = str(document.metadata) + document.root_object["/Metadata"].get_data().decode()
    for student in three_a:
        assert student.name not in metadata


def test_what_all_share_is_in_the_file_once(content: Content, three_a: list) -> None:
    document = reader(class_set(content, three_a))
    contents_of = [[item.idnum for item in list.__iter__(page["/Contents"])] for page in document.pages]
    assert contents_of[1:4] == contents_of[5:8] == contents_of[9:12]
    assert contents_of[0][0] == contents_of[4][0]
    assert contents_of[0][1] != contents_of[4][1]
    pictures = {
        picture.idnum for page in document.pages for picture in dict.values(page["/Resources"]["/XObject"])
    }
    assert len(pictures) == 8


def test_a_further_child_takes_little_room(content: Content) -> None:
    few = [child(f"CHILD NUMBER {chr(65 + n)}", number=str(n)) for n in range(10)]
    many = few * 10
    press = Press(content, many)
    assert (len(press.print(many, "3A")) - len(press.print(few, "3A"))) / 90 < 6000


def test_one_class_holds_nothing_of_another(content: Content) -> None:
    ours, theirs = child("TAN MEI LING", "3A"), child("KRISHNA PILLAI", "3B")
    press = Press(content, [ours, theirs])
    press.print([theirs], "3B")
    together, alone = reader(press.print([ours], "3A")), reader(class_set(content, [ours]))
    assert squeezed("TAN MEI LING") in squeezed(together.pages[0].extract_text())
    assert len(together.pages) == len(alone.pages) == 4
    assert _marks_in(together) == _marks_in(alone)


def test_the_letters_of_a_file_show_nothing_of_a_child_who_is_not_in_it(content: Content) -> None:
    """The fonts know the letters of the whole run: in the order of the face, not of the names."""
    theirs, ours = child("WXYZ QUV", username="wxyz_kq@students.edu.sg"), child("LIM HO", number="2")
    pdf = Press(content, [theirs, ours], layout="sheet").print([ours], "3A", part=True)
    fonts = reader(pdf).pages[0]["/Resources"]["/Font"]
    for face, value in (("/BOLD", theirs.name), ("/TYPED", theirs.username)):
        table = fonts[face]["/ToUnicode"].get_data().decode()
        known = re.findall(r"<(\w{4})> <(\w{4})>", table)
        assert set(value) - {" "} <= {chr(int(letter, 16)) for _, letter in known}
        assert known == sorted(known)


def _marks_in(document: PdfReader) -> int:
    """How many pieces of marked content are anywhere in the file, on a page or not."""
    objects = [document.get_object(number) for number in range(1, document.trailer["/Size"])]
    streams = [
        item for item in objects if isinstance(item, StreamObject) and item.get("/Subtype") != "/Image"
    ]
    return sum(stream.get_data().count(b"BDC") for stream in streams)
