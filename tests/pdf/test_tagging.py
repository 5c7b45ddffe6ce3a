"""The structure tree, and proof that its checks can fail."""

import re

import pytest
from helpers.pdfs import failures, rewritten, tree_faults
from helpers.school import child
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, NameObject

from handout import class_set
from handout.model.content import Content
from handout.pdf.stamp import Stamp
from handout.pdf.tagging import Annotation, Element, Mark, Structure, tick_box, writing_line


def test_a_copy_is_numbered_from_its_first_object() -> None:
    """The node above its pages, the pages, the annotations, then the structure."""
    root = Element("Part")
    paragraph = root.child("P")
    paragraph.kids += [Mark(0, 0), Mark(1, 0)]
    link = paragraph.child("Link")
    link.kids += [Mark(1, 1), Annotation(1, 0)]
    structure = Structure(root, pages=2, annotations=1, parent=7)
    part, text, words, first_page, second_page = stamped(structure.bodies(), 99)
    assert structure.top_element == 4
    assert part == "<</Type/StructElem/S/Part/P 7 0 R/K[104 0 R]>>"
    assert text == (
        "<</Type/StructElem/S/P/P 103 0 R/K[<</Type/MCR/Pg 100 0 R/MCID 0>> "
        "<</Type/MCR/Pg 101 0 R/MCID 0>> 105 0 R]>>"
    )
    assert words.endswith("<</Type/MCR/Pg 101 0 R/MCID 1>> <</Type/OBJR/Pg 101 0 R/Obj 102 0 R>>]>>")
    assert (first_page, second_page) == ("[104 0 R]", "[104 0 R 105 0 R]")
    assert stamped([structure.parent_tree()], 99) == ["100 106 0 R 101 107 0 R 102 105 0 R"]


def test_words_of_an_element_may_hold_any_sign() -> None:
    root = Element("Part")
    root.child("Figure", alt="100 % (of “all”) \\ more")
    body = stamped(Structure(root, pages=1, annotations=0, parent=1).bodies(), 5)[1]
    assert "100 % (of “all”) \\ more".encode("utf-16-be").hex().upper() in body


def test_what_is_filled_in_by_hand_says_its_role_and_what_belongs_there() -> None:
    root = Element("Part")
    root.child("Form", actual_text="blank", attributes=writing_line("MIMS password"))
    root.child("Form", attributes=tick_box("No. 7 collected"))
    _, line, box, _ = stamped(Structure(root, pages=1, annotations=0, parent=1).bodies(), 5)
    assert "/S/Form" in line
    assert "/A<</O/PrintField/Role/tv/Desc(MIMS password)>>" in line
    assert "/A<</O/PrintField/Role/cb/checked/off/Desc(No. 7 collected)>>" in box


def stamped(bodies: list[str], first: int) -> list[str]:
    """The objects of the copy that begins there, without the room left for longer numbers."""
    return re.sub(" +", " ", Stamp(bodies).at(first).decode()).replace("[ ", "[").lstrip().split("\n")


@pytest.fixture(scope="module")
def pdf(content: Content) -> bytes:
    return class_set(content, [child("TAN MEI LING"), child("LIM JO", number="2")])


class TestTheChecksFail:
    """Each mutant breaks one thing; a check that lets it pass is no check."""

    def test_the_sound_file_passes(self, pdf: bytes) -> None:
        assert rewritten(pdf, lambda _: None)
        assert not tree_faults(rewritten(pdf, lambda _: None))
        assert not failures(pdf, "ua1")

    def test_alt_removed(self, pdf: bytes) -> None:
        def mutate(writer: PdfWriter) -> None:
            figure = next(item for item in _objects(writer) if item.get("/S") == "/Figure")
            del figure["/Alt"]

        mutant = rewritten(pdf, mutate)
        assert any("no alternative text" in fault for fault in tree_faults(mutant))
        assert failures(mutant, "ua1")

    def test_footer_untagged(self, pdf: bytes) -> None:
        def mutate(writer: PdfWriter) -> None:
            stream = writer.pages[1]["/Contents"][0].get_object()
            data = stream.get_data()
            stream.set_data(
                re.sub(
                    rb"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n(.*?)\nEMC",
                    rb"\1",
                    data,
                    flags=re.DOTALL,
                )
            )

        mutant = rewritten(pdf, mutate)
        assert any("drawn outside the structure" in fault for fault in tree_faults(mutant))
        assert failures(mutant, "ua1")

    def test_parent_tree_reversed(self, pdf: bytes) -> None:
        def mutate(writer: PdfWriter) -> None:
            numbers = writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
            array = numbers[1].get_object()
            turned = list(reversed(list(list.__iter__(array))))
            for place, item in enumerate(turned):
                list.__setitem__(array, place, item)

        assert any("two owners" in fault for fault in tree_faults(rewritten(pdf, mutate)))

    def test_reading_order_turned(self, pdf: bytes) -> None:
        def mutate(writer: PdfWriter) -> None:
            part = writer.root_object["/StructTreeRoot"]["/K"][0]["/K"][0].get_object()
            kids = part["/K"]
            part[NameObject("/K")] = ArrayObject(reversed(list(list.__iter__(kids))))

        assert "the reading order is not the printed order" in tree_faults(rewritten(pdf, mutate))

    def test_font_not_embedded(self, pdf: bytes) -> None:
        def mutate(writer: PdfWriter) -> None:
            for item in _objects(writer):
                item.pop("/FontFile2", None)

        assert failures(rewritten(pdf, mutate), "2a")

    def test_language_missing(self, pdf: bytes) -> None:
        def mutate(writer: PdfWriter) -> None:
            del writer.root_object["/Lang"]

        assert failures(rewritten(pdf, mutate), "ua1")


def _objects(writer: PdfWriter) -> list:
    return [item for item in writer._objects if isinstance(item, dict)]
