"""What is no set of this list, or none that can be trusted, is refused in words."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.pdfs import reader, rewritten
from helpers.verifying import LIST, verify
from pypdf import PdfWriter
from pypdf.generic import NameObject

from handout import read_students, verify_set
from handout.errors import RosterError
from handout.model.content import Content
from handout.model.student import NOBODY, Roster
from handout.printing.press import Press


@pytest.mark.slow
def test_the_handout_for_everybody_is_no_set(tmp_path: Path, content: Content, two_classes: Roster) -> None:
    (tmp_path / "set.pdf").write_bytes(Press(content, [NOBODY]).handout())
    children, problems = verify_set(tmp_path / "set.pdf", two_classes, content)
    assert (children, list(map(str, problems))) == (
        0,
        [
            (
                "set.pdf: This file is not a set of a class in the list."
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
def test_a_set_of_a_different_list_is_reported_as_that(
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


def personal(writer: PdfWriter, page: int) -> object:
    return writer.pages[page]["/Contents"][1].get_object()


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
    two_classes: Roster,
    packs: bytes,
    spoil: Callable[[bytes], bytes],
    words: str,
) -> None:
    with pytest.raises(RosterError, match=words) as error:
        verify(tmp_path, spoil(packs), two_classes, content)
    assert len(error.value.problems) == 1


@pytest.mark.slow
def test_a_size_of_a_thousand_million_takes_no_longer(
    tmp_path: Path, content: Content, two_classes: Roster, packs: bytes
) -> None:
    changed = re.sub(rb"/Size \d+", b"/Size 999999999", rewritten(packs, lambda _: None))
    assert verify(tmp_path, changed, two_classes, content) == (4, [])


@pytest.mark.slow
def test_a_set_without_one_of_its_packs_is_refused(
    tmp_path: Path, content: Content, two_classes: Roster, packs: bytes
) -> None:
    writer = PdfWriter(clone_from=reader(packs))
    for _ in range(4):
        writer.remove_page(0)
    writer.write(tmp_path / "set.pdf")
    with pytest.raises(RosterError, match="damaged"):
        verify_set(tmp_path / "set.pdf", two_classes, content)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"Name,Class\n"])
def test_what_is_no_set_is_refused_in_one_line(
    tmp_path: Path, content: Content, two_classes: Roster, data: bytes
) -> None:
    damaged = "This is not a class set that was made here, or it is damaged."
    (tmp_path / "set.pdf").write_bytes(data)
    for name, words in (
        ("set.pdf", f"{damaged} Choose the PDF as it was made here, or print the set again."),
        ("none.pdf", "There is no such file. Check its name."),
    ):
        with pytest.raises(RosterError) as error:
            verify_set(tmp_path / name, two_classes, content)
        assert str(error.value) == f"{tmp_path / name}: {words}"
