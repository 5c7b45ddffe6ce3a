"""The structure tree, and proof that its checks can fail."""

import re
from collections.abc import Callable

import pytest
from helpers.mutants import FOR_THE_TREE, FOR_VALIDATORS
from helpers.pdfs import all_faults, failures, rewritten, tree_faults
from helpers.school import child

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


@pytest.mark.slow
class TestTheChecksFail:
    """Each mutant spoils one thing; a check that lets it pass is no check."""

    def test_the_sound_file_passes(self, pdf: bytes) -> None:
        assert not all_faults(rewritten(pdf, lambda _: None))

    @pytest.mark.parametrize("change", FOR_VALIDATORS)
    def test_the_validator_sees_what_is_missing(self, pdf: bytes, change: Callable) -> None:
        mutant = rewritten(pdf, change)
        assert failures(mutant, "ua1") + failures(mutant, "2a")

    @pytest.mark.parametrize("change", FOR_THE_TREE)
    def test_the_look_at_the_tree_sees_what_contradicts_itself(self, pdf: bytes, change: Callable) -> None:
        assert any(FOR_THE_TREE[change] in fault for fault in tree_faults(rewritten(pdf, change)))
