"""The tables of a typeface in a file, as other programs write them too."""

from types import SimpleNamespace

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject

from handout.checking import typefaces
from handout.checking.graphics import Box
from handout.checking.typefaces import _letters, _widths


def test_which_letter_each_code_stands_for() -> None:
    table = b"""2 beginbfchar
<0001> <0041>
<0002> <0066 0069>
endbfchar
2 beginbfrange
<0003> <0005> <0061>
<0006> <0007> [<0078> <0079>]
endbfrange
1 beginbfchar <00FF> <D83DDE00> endbfchar
1 beginbfrange <0100><0101><00620030> endbfrange"""
    assert dict(_letters(table)) == {
        1: "A", 2: "fi", 3: "a", 4: "b", 5: "c", 6: "x", 7: "y", 255: "😀", 256: "b0", 257: "b1",
    }  # fmt: skip


def test_how_wide_each_code_is() -> None:
    widths = ArrayObject(
        [
            NumberObject(1),
            ArrayObject([NumberObject(500), FloatObject(600.5)]),
            NumberObject(5),
            NumberObject(7),
            NumberObject(250),
            NumberObject(9),
            ArrayObject([NumberObject(100)]),
        ]
    )
    font = DictionaryObject({NameObject("/W"): widths})
    assert dict(_widths(font)) == {1: 500, 2: 600.5, 5: 250, 6: 250, 7: 250, 9: 100}


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Box(5, 5, 15, 15), True),
        (Box(2, 2, 3, 3), True),
        (Box(10, 0, 20, 10), False),
        (Box(9.9, 0, 20, 10), False),
        (Box(9.5, 0, 20, 10), True),
        (Box(0, 9.9, 10, 20), False),
        (Box(0, 9.5, 10, 20), True),
        (Box(-9, 0, 0.1, 10), False),
        (Box(-9, -9, 0.5, 0.5), True),
        (Box(11, 11, 12, 12), False),
        (Box(2, 20, 8, 30), False),
    ],
)
def test_two_boxes_that_have_more_than_an_edge_in_common(other: Box, *, meets: bool) -> None:
    box = Box(0, 0, 10, 10)
    assert box.meets(other) == other.meets(box) == meets


@pytest.mark.parametrize(
    ("inner", "is_in"),
    [
        (Box(0, 0, 10, 10), True),
        (Box(1, 1, 9, 9), True),
        (Box(-1, 1, 9, 9), False),
        (Box(1, -1, 9, 9), False),
        (Box(1, 1, 11, 9), False),
        (Box(1, 1, 9, 11), False),
    ],
)
def test_a_box_in_another(inner: Box, *, is_in: bool) -> None:
    assert inner.is_in(Box(0, 0, 10, 10)) == is_in


@pytest.mark.parametrize(
    ("of_font", "of_descendant", "is_true"),
    [
        ({}, {}, True),
        ({}, {"/CIDToGIDMap": NameObject("/Identity")}, True),
        ({}, {"/CIDToGIDMap": NameObject("/Other")}, False),
        ({}, {"/W": ArrayObject()}, False),
        ({"/Subtype": NameObject("/Type1")}, {}, False),
        ({"/Encoding": NameObject("/Identity-V")}, {}, False),
    ],
)
def test_a_typeface_whose_codes_are_its_letters_in_order(
    monkeypatch: pytest.MonkeyPatch, of_font: dict, of_descendant: dict, *, is_true: bool
) -> None:
    """Its shapes are not looked at here."""
    monkeypatch.setattr(typefaces, "_shapes_are_true", lambda *_: True)
    widths = ArrayObject([NumberObject(1), ArrayObject([NumberObject(500)])])
    letters = SimpleNamespace(get_data=lambda: b"1 beginbfchar <0001> <0041> endbfchar")
    descendant = DictionaryObject({NameObject("/W"): widths} | of_descendant)
    plain = {"/Subtype": NameObject("/Type0"), "/Encoding": NameObject("/Identity-H"), "/ToUnicode": letters}
    found = typefaces.read_typeface({**plain, "/DescendantFonts": [descendant], **of_font})
    assert (found.letters, found.fault) == (
        {1: "A"},
        "" if is_true else "letters that are not what they seem",
    )
