"""What is in a file beside the content of its pages: links of ours and what programs add pass, all else is found."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from handout.checking.beside import file_differences
from handout.checking.graphics import Box
from handout.checking.surfaces import Page, Surface

PORTAL = "https://mims.moe.gov.sg/sspr"
ADDED = (1, "a note, a drawing or a foreign link was added to this page.")
FOREIGN = (1, "something foreign was added to this page.")
CUT_OFF = (1, "a part of this page is cut off.")

Spoil = Callable[[DictionaryObject], object]


def dictionary(**entries: Any) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def our_page() -> DictionaryObject:
    """The entries of a page with a link to the portal."""
    link = dictionary(
        Type=NameObject("/Annot"),
        Subtype=NameObject("/Link"),
        Rect=ArrayObject(map(FloatObject, (10, 10, 90, 20))),
        Border=ArrayObject(map(NumberObject, (0, 0, 0))),
        StructParent=NumberObject(3),
        Contents=TextStringObject("the portal"),
        A=dictionary(S=NameObject("/URI"), URI=TextStringObject(PORTAL)),
    )
    return dictionary(
        Type=NameObject("/Page"),
        MediaBox=ArrayObject(map(FloatObject, (0, 0, 595.276, 841.89))),
        Resources=dictionary(Font=DictionaryObject(), XObject=DictionaryObject()),
        Contents=ArrayObject(),
        Annots=ArrayObject([link]),
    )


def found(spoil: Spoil, root: Mapping[str, Any] | None = None) -> list[tuple[int, str]]:
    entries = our_page()
    spoil(entries)
    page = Page(1, Box(0, 0, 595.276, 841.89), Surface((), {}, (), frozenset()), entries, ())
    reader: Any = SimpleNamespace(root_object={"/Type": "/Catalog", "/Lang": "en"} | dict(root or {}))
    differences = file_differences(reader, [page], frozenset({PORTAL}))
    return [(difference.page, difference.what) for difference in differences]


def nothing(_: DictionaryObject) -> None:
    """The page as it is."""


def link(page: DictionaryObject) -> Any:
    return page["/Annots"][0]


def with_entry(key: str, value: Any) -> Spoil:
    return lambda page: link(page).update({NameObject(key): value})


def without_entry(key: str) -> Spoil:
    return lambda page: link(page).pop(NameObject(key))


def with_action(key: str, value: Any) -> Spoil:
    return lambda page: link(page)["/A"].update({NameObject(key): value})


def without_action(key: str) -> Spoil:
    return lambda page: link(page)["/A"].pop(NameObject(key))


def test_a_page_of_ours_with_and_without_what_it_may_have() -> None:
    assert found(nothing) == []
    for key in ("/Annots", "/Resources"):
        assert found(lambda page, key=key: page.pop(NameObject(key))) == []


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
def test_a_link_that_is_not_as_ours_are(spoil: Spoil) -> None:
    assert found(spoil) == [ADDED]


def test_what_a_program_adds_to_a_link_passes() -> None:
    def spoil(page: DictionaryObject) -> None:
        with_entry("/H", NameObject("/I"))(page)
        with_entry("/P", DictionaryObject())(page)
        with_action("/Type", NameObject("/Action"))(page)

    assert found(spoil) == []


def test_a_foreign_link_behind_one_of_ours() -> None:
    other = dictionary(Subtype=NameObject("/Ink"))
    assert found(lambda page: page["/Annots"].append(other)) == [ADDED]


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
def test_a_page_cut_off_at_any_side(edges: tuple[float, ...], problems: list[tuple[int, str]]) -> None:
    crop = {NameObject("/CropBox"): ArrayObject(map(FloatObject, edges))}
    assert found(lambda page: page.update(crop)) == problems


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
def test_entries_of_a_page(entries: dict[str, Any], problems: list[tuple[int, str]]) -> None:
    named = {NameObject(key): value for key, value in entries.items()}
    assert found(lambda page: page.update(named)) == problems


def test_resources_that_no_set_of_ours_has() -> None:
    pattern = {NameObject("/Pattern"): DictionaryObject()}
    assert found(lambda page: page["/Resources"].update(pattern)) == [FOREIGN]


@pytest.mark.parametrize(
    ("key", "value", "problems"),
    [
        ("/Names", DictionaryObject(), []),
        ("/AF", ArrayObject(), []),
        ("/PageLayout", NameObject("/SinglePage"), []),
        ("/NeedsRendering", BooleanObject(False), [(0, "the file has an entry that a class set never has.")]),
        (
            "/AF",
            ArrayObject([NumberObject(1)]),
            [(0, "the file has an attachment that a class set never has.")],
        ),
    ],
)
def test_entries_of_the_file(key: str, value: Any, problems: list[tuple[int, str]]) -> None:
    assert found(nothing, {key: value}) == problems
