"""A set that was spoilt after it was printed is found, whatever was done to it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.examples import examples
from helpers.pdfs import rewritten
from helpers.school import child
from helpers.verifying import verify
from hypothesis import Phase, given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from handout import class_set
from handout.model.content import Content
from handout.model.student import Roster, Student

pytestmark = pytest.mark.slow


def personal(writer: PdfWriter, page: int) -> object:
    return writer.pages[page]["/Contents"][1].get_object()


def swap(writer: PdfWriter) -> None:
    one, two = personal(writer, 0), personal(writer, 4)
    first, second = one.get_data(), two.get_data()
    one.set_data(second)
    two.set_data(first)


def double(writer: PdfWriter) -> None:
    """What merging a page into itself again and again does: another child's lines on top."""
    one, two = personal(writer, 0), personal(writer, 4)
    one.set_data(one.get_data() + b"\n" + two.get_data())


def untagged_stray(writer: PdfWriter) -> None:
    shared, other = writer.pages[1]["/Contents"][0].get_object(), personal(writer, 4)
    stray = b"\n".join(line for line in other.get_data().split(b"\n") if line.startswith(b"BT"))
    shared.set_data(shared.get_data() + b"\n" + stray)


def remove_page(writer: PdfWriter) -> None:
    writer.remove_page(2)


def remove_last_sheet(writer: PdfWriter) -> None:
    for _ in range(2):
        writer.remove_page(len(writer.pages) - 1)


def something_on_a_password_line(writer: PdfWriter) -> None:
    """The username once more, inside the mark of the first blank line."""
    after = writer.pages[0]["/Contents"][2].get_object()
    text = personal(writer, 0).get_data().split(b"\n")[-2]
    blank = re.compile(rb"(/Form <</MCID \d+>> BDC\n)(?!BT)")
    after.set_data(blank.sub(rb"\1" + text + rb"\n", after.get_data(), count=1))


def secret_in_information(writer: PdfWriter) -> None:
    writer.add_metadata({"/Keywords": "Hunter2-Hunter2"})


def name_in_information(writer: PdfWriter) -> None:
    writer.add_metadata({"/Author": "TAN MEI LING"})


def secret_in_attachment(writer: PdfWriter) -> None:
    writer.add_attachment("note.txt", b"91234567")


def short_secret_in_attachment(writer: PdfWriter) -> None:
    writer.add_attachment("note.txt", b"The last of it is 567A.")


def secret_in_annotation(writer: PdfWriter) -> None:
    note = writer.root_object
    note[NameObject("/Remark")] = TextStringObject("Correct-Horse9")


def text_in_a_form(writer: PdfWriter) -> None:
    form = writer.pages[1]["/Resources"]["/XObject"]["/P0"].get_object()
    form[NameObject("/Subtype")] = NameObject("/Form")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (double, "Page 1: the child's panel on this page cannot be read."),
        (text_in_a_form, ": something is drawn here that a class set never has."),
        (untagged_stray, "Page 2: the name or username of No. 2 TAN MEI LING is where it does not belong"),
        (remove_page, "Page 1: the pack that begins here is not complete."),
        (remove_last_sheet, "Page 17: the pack that begins here is not complete."),
        (something_on_a_password_line, "Page 1: something is printed on a password line."),
        (name_in_information, "The name or username of No. 2 TAN MEI LING is in the file outside its pages"),
        (secret_in_information, "The file has 1 value of the list that must not be printed"),
        (secret_in_attachment, "The file has 1 value of the list that must not be printed"),
        (short_secret_in_attachment, "The file has 1 value of the list that must not be printed"),
        (secret_in_annotation, "The file has 1 value of the list that must not be printed"),
    ],
)
def test_a_spoilt_set_is_found(
    tmp_path: Path,
    content: Content,
    two_classes: Roster,
    packs: bytes,
    spoil: Callable[[PdfWriter], None],
    words: str,
) -> None:
    found = verify(tmp_path, rewritten(packs, spoil), two_classes, content)[1]
    assert any(words in problem for problem in found), found
    assert not any(secret in " ".join(found) for secret in ("Hunter2", "Horse9", "91234567", "567A"))


def test_two_children_changed_about_are_found(
    tmp_path: Path, content: Content, two_classes: Roster, packs: bytes
) -> None:
    """Name and username go together in one stream, so each sheet is right, but the order is not."""
    found = verify(tmp_path, rewritten(packs, swap), two_classes, content)
    assert found == (
        4,
        [
            "Page 5: the page of No. 1 TAN MEI is out of the order of the list.",
            "Pages 1, 5: a bookmark for another page leads here.",
        ],
    )


WORDS = st.sampled_from(
    ["TAN", "LIM", "MEI", "LING", "ANN", "JO", "RAJ", "KUMAR", "NUR", "O'NEIL", "D/O", "BIN"]
)

NAMES = st.lists(WORDS, min_size=2, max_size=5).map(" ".join)


@examples(12, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    st.lists(NAMES, min_size=1, max_size=9, unique=True), st.sampled_from(["sheet", "slips"]), st.booleans()
)
def test_random_classes_print_right_and_one_changed_letter_is_found(
    tmp_path_factory: pytest.TempPathFactory,
    content: Content,
    names: list[str],
    layout: str,
    blank_first: bool,
) -> None:
    folder = tmp_path_factory.mktemp("random")
    students = [
        child(name, number=str(number), username=f"child_{number}@students.edu.sg")
        for number, name in enumerate(names, 1)
    ]
    if blank_first:
        students[0] = students[0]._replace(username="", origin="blank")
    rows = "".join(f"{one.register_number},{one.name},3A,{one.username}\n" for one in students)
    (folder / "list.csv").write_text("No,Name,Class,Email\n" + rows)
    two_classes = Roster(folder / "list.csv", tuple(students), (), ())
    pdf = class_set(content, students, layout=layout, spares=1)
    assert verify(folder, pdf, two_classes, content) == (len(students), [])
    wrong: Student = students[-1]._replace(username="child_0@students.edu.sg", origin="given")
    changed = two_classes._replace(students=(*students[:-1], wrong))
    assert verify(folder, pdf, changed, content)[1]
