"""Copies bound into one file: what they share once, what is a child's own in its own stream alone."""

import pytest
from helpers.pdfs import reader, syntax_faults
from helpers.school import child
from pypdf import PdfReader

from handout import class_set
from handout.model.content import Content

CHILDREN = [child(f"TAN MEI {letter}", number=str(number)) for number, letter in enumerate("ABC", 1)]
PAGES = 4


@pytest.fixture(scope="module")
def bound(content: Content) -> PdfReader:
    return reader(class_set(content, CHILDREN))


def streams(bound: PdfReader, number: int) -> list[int]:
    """Object numbers of a page's content streams."""
    return [stream.idnum for stream in list.__iter__(bound.pages[number]["/Contents"])]


def test_a_child_has_one_stream_between_two_that_all_share(bound: PdfReader) -> None:
    firsts = [streams(bound, copy * PAGES) for copy in range(len(CHILDREN))]
    assert len({before for before, _, _ in firsts}) == 1
    assert len({own for _, own, _ in firsts}) == len(CHILDREN)
    assert len({after for _, _, after in firsts}) == 1


def test_further_pages_are_the_same_for_all(bound: PdfReader) -> None:
    for page in range(1, PAGES):
        assert len({tuple(streams(bound, copy * PAGES + page)) for copy in range(len(CHILDREN))}) == 1


def test_every_page_hangs_below_its_own_copy(bound: PdfReader) -> None:
    root = bound.root_object["/Pages"]
    assert root["/Count"] == len(CHILDREN) * PAGES
    for copy, node in enumerate(list.__iter__(root["/Kids"])):
        kids = list(list.__iter__(node.get_object()["/Kids"]))
        assert len(kids) == PAGES
        assert {kid.get_object().raw_get("/Parent").idnum for kid in kids} == {node.idnum}
        assert (
            kids[0].get_object()["/Contents"][1].indirect_reference.idnum == streams(bound, copy * PAGES)[1]
        )


def test_keys_of_the_parent_tree_ascend_and_are_used_once(bound: PdfReader) -> None:
    tree = bound.root_object["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    keys = [int(numbers[place]) for place in range(0, len(numbers), 2)]
    assert keys == sorted(set(keys))
    assert keys[-1] < tree["/ParentTreeNextKey"]
    pages = [int(page["/StructParents"]) for page in bound.pages]
    links = [
        int(link.get_object()["/StructParent"]) for page in bound.pages for link in page.get("/Annots", [])
    ]
    assert links
    assert sorted(pages + links) == keys


@pytest.mark.slow
@pytest.mark.parametrize("end", [b"startxref\n", b"stream\nx\xda"], ids=["cross-references", "stream"])
def test_a_damaged_file_is_distinguished_from_a_sound_one(content: Content, end: bytes) -> None:
    """What every file that the tests make is checked for."""
    pdf = class_set(content, CHILDREN)
    place = pdf.index(end) + len(end)
    assert syntax_faults(pdf) == []
    assert syntax_faults(pdf[:place] + b"1111" + pdf[place + 4 :])
