"""What is in a file beside the content of its pages: links of ours and what programs add pass, all else is found."""

from typing import Any

import pytest
from helpers.spoiling import Found, Spoil
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

ADDED = "Page 1: a note, a drawing or a foreign link was added to this page."
FOREIGN = "Page 1: something foreign was added to this page."
CUT_OFF = "Page 1: a part of this page is cut off."


def link(writer: PdfWriter) -> Any:
    return writer.pages[0]["/Annots"][0].get_object()


def with_entry(key: str, value: Any) -> Spoil:
    return lambda writer: link(writer).update({NameObject(key): value})


def without_entry(key: str) -> Spoil:
    return lambda writer: link(writer).pop(NameObject(key))


def with_action(key: str, value: Any) -> Spoil:
    return lambda writer: link(writer)["/A"].update({NameObject(key): value})


def without_action(key: str) -> Spoil:
    return lambda writer: link(writer)["/A"].pop(NameObject(key))


@pytest.mark.parametrize(
    "spoil",
    [
        with_entry("/Subtype", NameObject("/Widget")),
        with_entry("/AA", DictionaryObject()),
        with_entry("/Border", ArrayObject([NumberObject(0), NumberObject(0), NumberObject(2)])),
        without_entry("/Border"),
        without_entry("/A"),
        with_action("/S", NameObject("/Launch")),
        without_action("/S"),
        without_action("/URI"),
        with_action("/URI", TextStringObject("https://mims.moe.gov.sg.example")),
        with_action("/Next", DictionaryObject()),
    ],
)
def test_a_link_that_is_not_as_ours_are(found: Found, spoil: Spoil) -> None:
    assert found(spoil) == [ADDED]


def test_what_a_program_adds_to_a_link_passes(found: Found) -> None:
    def spoil(writer: PdfWriter) -> None:
        with_entry("/H", NameObject("/I"))(writer)
        with_entry("/P", writer.pages[0].indirect_reference)(writer)
        with_action("/Type", NameObject("/Action"))(writer)

    assert found(spoil) == []


@pytest.mark.parametrize(
    ("edges", "problems"),
    [
        ((0, 0, 595.276, 841.89), []),
        ((-5, -5, 600, 850), []),
        ((100, 0, 595.276, 841.89), [CUT_OFF]),
        ((0, 100, 595.276, 841.89), [CUT_OFF]),
        ((0, 0, 500, 841.89), [CUT_OFF]),
        ((0, 0, 595.276, 700), [CUT_OFF]),
    ],
)
def test_a_page_cut_off_at_any_side(found: Found, edges: tuple[float, ...], problems: list[str]) -> None:
    crop = {NameObject("/CropBox"): ArrayObject(map(FloatObject, edges))}
    assert found(lambda writer: writer.pages[0].update(crop)) == problems


@pytest.mark.parametrize(
    ("entries", "problems"),
    [
        ({"/Rotate": NumberObject(0)}, []),
        ({"/Rotate": NumberObject(90)}, [FOREIGN]),
        ({"/AA": DictionaryObject()}, [FOREIGN]),
        ({"/Group": DictionaryObject()}, [FOREIGN]),
        ({"/ArtBox": ArrayObject(map(FloatObject, (0, 0, 595.276, 841.89)))}, []),
    ],
)
def test_entries_of_a_page(found: Found, entries: dict[str, Any], problems: list[str]) -> None:
    named = {NameObject(key): value for key, value in entries.items()}
    assert found(lambda writer: writer.pages[0].update(named)) == problems


def test_resources_that_no_set_of_ours_has(found: Found) -> None:
    def spoil(writer: PdfWriter) -> None:
        resources = DictionaryObject(writer.pages[0]["/Resources"].items())
        resources[NameObject("/Pattern")] = DictionaryObject()
        writer.pages[0][NameObject("/Resources")] = resources

    assert found(spoil) == [FOREIGN]


@pytest.mark.parametrize(
    ("key", "value", "problems"),
    [
        ("/Names", DictionaryObject(), []),
        ("/AF", ArrayObject(), []),
        ("/PageLayout", NameObject("/SinglePage"), []),
        ("/NeedsRendering", BooleanObject(False), ["The file has an entry that no set of ours has."]),
        ("/AF", ArrayObject([NumberObject(1)]), ["The file has an attachment that no set of ours has."]),
    ],
)
def test_entries_of_the_file(found: Found, key: str, value: Any, problems: list[str]) -> None:
    assert found(lambda writer: writer.root_object.update({NameObject(key): value})) == problems
