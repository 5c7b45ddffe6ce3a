"""A printed set is verified, and every way to spoil one is found."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.examples import examples
from helpers.lists import workbook
from helpers.pdfs import page_count, reader, rewritten
from helpers.school import child
from hypothesis import Phase, given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from handout import class_set, read_students, verify_set
from handout.checking import Verdict, check_set
from handout.errors import RosterError
from handout.model.content import Content
from handout.model.look import Look
from handout.model.student import NOBODY, Roster, Student
from handout.printing.press import Press
from handout.spreadsheets import raw_rows

LIST = """No,Name,Class,Email,Password,Home Phone
1,TAN MEI,3A,tan_mei@students.edu.sg,Hunter2-Hunter2,91234567
2,TAN MEI LING,3A,tan_mei_ling@students.edu.sg,Correct-Horse9,91234568
3,MARY TAN,3A,mary_tan@students.edu.sg,Battery-Staple,91234569
4,LIM JO ANN,3A,,567A,91234560
1,RAJ KUMAR,3B,raj_kumar@students.edu.sg,Tr0ubador-and-3,91234561
"""


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    path = tmp_path_factory.mktemp("list") / "list.csv"
    path.write_text(LIST, "utf-8")
    return read_students(path)


def verify(folder: Path, pdf: bytes, roster: Roster, content: Content) -> tuple[int, list[str]]:
    path = folder / "set.pdf"
    path.write_bytes(pdf)
    sheets, problems = verify_set(path, roster, content)
    return sheets, [problem.what for problem in problems]


@pytest.fixture(scope="module")
def packs(content: Content, roster: Roster) -> bytes:
    return class_set(content, roster.classes["3A"], spares=1)


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["pack", "sheet", "slips"])
@pytest.mark.parametrize("class_name", ["3A", "3B"])
def test_what_is_printed_is_right(
    tmp_path: Path, content: Content, roster: Roster, layout: str, class_name: str
) -> None:
    pdf = class_set(content, roster.classes[class_name], layout=layout, spares=2)
    assert verify(tmp_path, pdf, roster, content) == (len(roster.classes[class_name]), [])


LONG_LIST = """No,Name,Class,Email
1,TAN MEI,3A,tan_mei@students.edu.sg
2,ALEXANDRIA CHRISTABELLE FERNANDEZ-WOLLSTONECRAFT DE SOUZA,3A,alexandria_c@students.edu.sg
3,LIM JO ANN,3A,nur_aisyah_binte_muhammad_illyas_abdul_rahim@students.edu.sg
4,NUR AISYAH BINTE MUHAMMAD ILLYAS ABDUL RAHIM,3A,nur_aisyah_binte_muhammad_illyas_abdul_r@students.edu.sg
5,முகம்மது அப்துல் ரஹ்மான் கிருஷ்ணமூர்த்தி சுப்பிரமணியம் விஜயலட்சுமி,3A,vijaya@students.edu.sg
6,欧阳 Kai Wen,3A,ouyang_kai_wen@students.edu.sg
7,முகம்மது அப்துல் ரஹ்மான் சுப்பிரமணியம்,3A,abdul@students.edu.sg
"""


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_names_and_usernames_of_several_lines_raise_no_false_alarm(
    tmp_path: Path, content: Content, large: bool
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LONG_LIST, "utf-8")
    roster = read_students(path)
    pdf = class_set(content, roster.students, Look(large=large), layout="sheet")
    assert verify(tmp_path, pdf, roster, content) == (7, [])


@pytest.mark.slow
def test_a_part_of_a_class_need_not_hold_all_of_it(tmp_path: Path, content: Content, roster: Roster) -> None:
    press = Press(content, roster.students)
    some = roster.classes["3A"][1:3]
    assert verify(tmp_path, press.print(some, "3A", part=True), roster, content) == (2, [])
    missing = verify(tmp_path, press.print(some, "3A"), roster, content)[1]
    assert missing == [
        "No. 1 TAN MEI has no page with the right name and username.",
        "No. 4 LIM JO ANN has no page with the right name and username.",
    ]


@pytest.mark.slow
def test_another_username_is_found(tmp_path: Path, content: Content, packs: bytes) -> None:
    """The list was corrected after the set was printed."""
    path = tmp_path / "list.csv"
    path.write_text(LIST.replace("tan_mei@", "tan_mei_1@"), "utf-8")
    assert verify(tmp_path, packs, read_students(path), content)[1] == [
        "Page 1: No. 1 TAN MEI has another username in the list.",
    ]


@pytest.mark.slow
def test_a_child_printed_twice_is_found(tmp_path: Path, content: Content, roster: Roster) -> None:
    twice = (*roster.classes["3A"], roster.classes["3A"][0])
    pdf = Press(content, roster.students).print(twice, "3A")
    assert verify(tmp_path, pdf, roster, content)[1] == ["Page 17: a second page for No. 1 TAN MEI."]


@pytest.mark.slow
def test_plain_words_of_other_columns_raise_no_false_alarm(tmp_path: Path, content: Content) -> None:
    words = [
        "Page",
        "Link",
        "Span",
        "None",
        "2015",
        "0012",
        "567A",
        "Female",
        "Chinese",
        "Primary 3",
        "Part",
        "Document",
    ]
    rows = "".join(f"{n},CHILD {'ABCDEFGHIJKL'[n]}X,3A,{word}\n" for n, word in enumerate(words))
    (tmp_path / "list.csv").write_text("No,Name,Class,Remarks\n" + rows, "utf-8")
    roster = read_students(tmp_path / "list.csv")
    pdf = Press(content, roster.students, layout="sheet").print(roster.students, "3A")
    assert verify(tmp_path, pdf, roster, content) == (len(words), [])


@pytest.mark.slow
def test_a_child_of_another_class_is_found(tmp_path: Path, content: Content, roster: Roster) -> None:
    stranger = (*roster.classes["3A"], *roster.classes["3B"])
    pdf = Press(content, roster.students).print(stranger, "3A")
    assert verify(tmp_path, pdf, roster, content)[1] == [
        "Page 17: the page of No. 1 RAJ KUMAR is not for class 3A."
    ]


@pytest.mark.slow
def test_the_handout_for_everybody_is_no_set(tmp_path: Path, content: Content, roster: Roster) -> None:
    (tmp_path / "set.pdf").write_bytes(Press(content, [NOBODY]).handout())
    children, problems = verify_set(tmp_path / "set.pdf", roster, content)
    assert (children, list(map(str, problems))) == (
        0,
        [
            (
                "set.pdf: This file is no set of a class of the list."
                " Check it against the class list that it was printed from."
            )
        ],
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("1,ONG KAI LI,3A,ong@students.edu.sg,Hunter2-Hunter2", "none of its 4 children is in it"),
        ("4,LIM JO ANN,3A,,Correct-Horse9", "1 of its 4 children is in it"),
    ],
)
def test_a_set_of_quite_another_list_is_said_to_be_that(
    tmp_path: Path, content: Content, packs: bytes, rows: str, what: str
) -> None:
    """Nothing more: each further difference would only frighten."""
    path = tmp_path / "list.csv"
    path.write_text(f"No,Name,Class,Email,Password\n{rows}\n", "utf-8")
    found = verify(tmp_path, packs, read_students(path), content)
    assert found == (4, [f"This set was not made from this list: {what}."])


@pytest.mark.slow
def test_half_of_the_children_are_the_same_list(tmp_path: Path, content: Content, packs: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_text("".join(LIST.splitlines(keepends=True)[:3]), "utf-8")
    problems = verify(tmp_path, packs, read_students(path), content)[1]
    assert (
        "Pages 9, 13: no child of the list has the name, class and register number of this page." in problems
    )


@pytest.mark.slow
def test_the_worksheets_that_were_read_are_checked_and_no_hidden_one(
    tmp_path: Path, content: Content
) -> None:
    """A hidden worksheet is no part of the list: what it says of a child decides nothing."""
    headings = ["No", "Name", "Class", "Email"]
    path = workbook(
        tmp_path,
        ("3A", [headings, [1, "TAN MEI", "3A", "tan_mei@students.edu.sg"]]),
        ("3B", [headings, [1, "RAJ KUMAR", "3B", "raj_kumar@students.edu.sg"]]),
        ("Old", [headings, [1, "TAN MEI", "3A", "old_tan@students.edu.sg"]]),
    )
    book = load_workbook(path)
    book["Old"].sheet_state = "hidden"
    book.save(path)
    roster = read_students(path)
    assert any("hidden" in note.what for note in roster.notes)
    for class_name in ("3A", "3B"):
        pdf = class_set(content, roster.classes[class_name], layout="sheet")
        assert verify(tmp_path, pdf, roster, content) == (1, [])
    assert {row.worksheet for row in raw_rows(path)} == {survey.worksheet for survey in roster.surveys}


@pytest.mark.slow
def test_two_pages_alike_are_in_order(tmp_path: Path, content: Content) -> None:
    """Two children of one name, neither with a number or a username."""
    twin = child("LIM JO", number="", username="")
    students = (twin, child("ONG KAI", number="", username=""), twin)
    (tmp_path / "list.csv").write_text("Name,Class\nLIM JO,3A\nONG KAI,3A\nLIM JO,3A\n")
    pdf = Press(content, students, layout="sheet").print(students, "3A")
    assert verify(tmp_path, pdf, Roster(tmp_path / "list.csv", students, (), ()), content) == (3, [])


@pytest.mark.slow
def test_another_order_than_the_register_is_found(tmp_path: Path, content: Content, roster: Roster) -> None:
    first, second, *others = roster.classes["3A"]
    pdf = Press(content, roster.students).print([second, first, *others], "3A")
    assert verify(tmp_path, pdf, roster, content)[1] == [
        "Page 5: the page of No. 1 TAN MEI is out of the order of the list."
    ]


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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (double, "Page 1: the child's panel on this page cannot be read."),
        (text_in_a_form, ": something is drawn here in a way that no set of ours is."),
        (untagged_stray, "Page 2: the name or username of No. 2 TAN MEI LING is where it does not belong"),
        (remove_page, "Page 1: the pages of the child that begins here are not whole."),
        (remove_last_sheet, "Page 17: the pages of the child that begins here are not whole."),
        (something_on_a_password_line, "Page 1: something is printed on a password line."),
        (name_in_information, "The name or username of No. 2 TAN MEI LING is in the file beside its pages"),
        (secret_in_information, "The file has 1 value of the list that must not be printed"),
        (secret_in_attachment, "The file has 1 value of the list that must not be printed"),
        (short_secret_in_attachment, "The file has 1 value of the list that must not be printed"),
        (secret_in_annotation, "The file has 1 value of the list that must not be printed"),
    ],
)
def test_a_spoilt_set_is_found(
    tmp_path: Path,
    content: Content,
    roster: Roster,
    packs: bytes,
    spoil: Callable[[PdfWriter], None],
    words: str,
) -> None:
    found = verify(tmp_path, rewritten(packs, spoil), roster, content)[1]
    assert any(words in problem for problem in found), found
    assert not any(secret in " ".join(found) for secret in ("Hunter2", "Horse9", "91234567", "567A"))


@pytest.mark.slow
def test_two_children_changed_about_are_found(
    tmp_path: Path, content: Content, roster: Roster, packs: bytes
) -> None:
    """Name and username go together in one stream, so each sheet is right, but the order is not."""
    found = verify(tmp_path, rewritten(packs, swap), roster, content)
    assert found == (
        4,
        [
            "Page 5: the page of No. 1 TAN MEI is out of the order of the list.",
            "Pages 1, 5: a bookmark leads here that is another page's.",
        ],
    )


def circle_in_the_structure(writer: PdfWriter) -> None:
    element = writer.root_object["/StructTreeRoot"]["/K"][0].get_object()
    element["/K"][0].get_object()["/K"].append(element.indirect_reference)


def unknown_filter(writer: PdfWriter) -> None:
    personal(writer, 0)[NameObject("/Filter")] = NameObject("/Flat")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda pdf: rewritten(pdf, lambda writer: writer.encrypt("", "owner")), "locked with a password"),
        (lambda pdf: pdf + b"% raj_kumar@students.edu.sg\n", "added to this file"),
        (lambda pdf: rewritten(pdf, circle_in_the_structure), "damaged"),
        (lambda pdf: rewritten(pdf, unknown_filter), "damaged"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused(
    tmp_path: Path,
    content: Content,
    roster: Roster,
    packs: bytes,
    spoil: Callable[[bytes], bytes],
    words: str,
) -> None:
    with pytest.raises(RosterError, match=words) as error:
        verify(tmp_path, spoil(packs), roster, content)
    assert len(error.value.problems) == 1


@pytest.mark.slow
def test_a_size_of_a_thousand_million_takes_no_longer(
    tmp_path: Path, content: Content, roster: Roster, packs: bytes
) -> None:
    changed = re.sub(rb"/Size \d+", b"/Size 999999999", rewritten(packs, lambda _: None))
    assert verify(tmp_path, changed, roster, content) == (4, [])


@pytest.mark.slow
def test_a_set_with_a_pack_torn_out_is_refused(
    tmp_path: Path, content: Content, roster: Roster, packs: bytes
) -> None:
    writer = PdfWriter(clone_from=reader(packs))
    for _ in range(4):
        writer.remove_page(0)
    writer.write(tmp_path / "set.pdf")
    with pytest.raises(RosterError, match="damaged"):
        verify_set(tmp_path / "set.pdf", roster, content)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"Name,Class\n"])
def test_what_is_no_set_is_told_in_one_line(
    tmp_path: Path, content: Content, roster: Roster, data: bytes
) -> None:
    damaged = "This is no class set of ours, or it is damaged."
    (tmp_path / "set.pdf").write_bytes(data)
    for name, words in (
        ("set.pdf", f"{damaged} Choose the PDF as it was made here, or print the set again."),
        ("none.pdf", "There is no such file. Check its name."),
    ):
        with pytest.raises(RosterError) as error:
            verify_set(tmp_path / name, roster, content)
        assert str(error.value) == f"{tmp_path / name}: {words}"


@pytest.mark.slow
def test_a_set_is_checked_from_bytes_at_hand_and_says_how_far_it_is(
    content: Content, roster: Roster, packs: bytes
) -> None:
    nowhere = roster._replace(path=Path("nowhere/list.csv"))
    *parts, verdict = check_set(Path("set.pdf"), nowhere, content, data=packs, list_data=LIST.encode())
    assert verdict == Verdict(4, ())
    assert parts[0] == 0
    assert parts == sorted(parts)
    assert len(set(parts)) > page_count(packs), "each page is a step"
    assert 0.8 < parts[-1] < 1


WORDS = st.sampled_from(
    ["TAN", "LIM", "MEI", "LING", "ANN", "JO", "RAJ", "KUMAR", "NUR", "O'NEIL", "D/O", "BIN"]
)
NAMES = st.lists(WORDS, min_size=2, max_size=5).map(" ".join)


@pytest.mark.slow
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
    roster = Roster(folder / "list.csv", tuple(students), (), ())
    pdf = class_set(content, students, layout=layout, spares=1)
    assert verify(folder, pdf, roster, content) == (len(students), [])
    wrong: Student = students[-1]._replace(username="child_0@students.edu.sg", origin="given")
    changed = roster._replace(students=(*students[:-1], wrong))
    assert verify(folder, pdf, changed, content)[1]


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["pack", "slips"])
def test_a_name_that_stands_in_other_words_of_the_sheet_is_no_stray(
    tmp_path: Path, content: Content, layout: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "No,Name,Class,Username,Remark\n1,JOY,3 JOY,joy@students.edu.sg,Class 3 JOY\n"
        "5,TEO AH,3 JOY,teo_ah@students.edu.sg,Adobe\n2,TAN MEI,3 JOY,tan_mei@students.edu.sg,1999\n3,AN,3 JOY,an@students.edu.sg,3 JOY No. 1\n"
        "4,GRACE,3 JOY,grace@students.edu.sg,\n"
    )
    roster = read_students(path)
    assert not roster.problems
    pdf = class_set(content, roster.students, layout=layout, spares=1)
    assert verify(tmp_path, pdf, roster, content) == (5, [])


@pytest.mark.slow
def test_a_class_like_a_child_s_name_is_no_name_beside_the_pages(tmp_path: Path, content: Content) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Class,Username\nPATIENCE,3 PATIENCE,patience@students.edu.sg\n")
    roster = read_students(path)
    assert verify(tmp_path, class_set(content, roster.students), roster, content) == (1, [])


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["pack", "sheet"])
def test_a_worked_out_username_of_two_lines_moves_what_is_below_it(
    tmp_path: Path, content: Content, layout: str
) -> None:
    long = "SITI NURULHUDAAISYAHA ABDULLAHMUHAMMAD RAHIM"
    path = tmp_path / "list.csv"
    path.write_text(
        f"Index,Name,Class,Username\n1,LIM HUI FEN,3A,\n2,TAN MEI LING,3A,\n3,{long},3A,\n", "utf-8"
    )
    roster = read_students(path, derive="always")
    assert [student.origin for student in roster.students] == ["derived"] * 3
    pdf = class_set(content, roster.students, layout=layout)
    assert verify(tmp_path, pdf, roster, content) == (3, [])
