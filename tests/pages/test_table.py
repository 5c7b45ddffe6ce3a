"""A table of the text: rows stay whole, the head is on every page, and a screen reader knows each cell's column."""

from dataclasses import replace

import pytest
from helpers.pdfs import all_faults, find_word, joined, page_count, page_text, reader
from pypdf.generic import DictionaryObject

from handout import build_handout
from handout.errors import ContentError
from handout.model import (
    Bullets,
    Content,
    Guides,
    Heading,
    Look,
    Nested,
    Numbered,
    Paragraph,
    Run,
    Table,
    Text,
)

pytestmark = pytest.mark.slow

LARGE_TYPE = Look(large=True)
LOOKS = pytest.mark.parametrize("look", [Look(), LARGE_TYPE], ids=["normal", "large"])


def words(text: str) -> Text:
    return (Run(text),)


def levels(rows: int) -> Table:
    cells = [
        (words(f"Level{n}"), words("Parents keep the account and the password. " * 2), words(f"x{n}"))
        for n in range(1, rows + 1)
    ]
    return Table((words("Level"), words("Who keeps it"), words("Code")), tuple(cells))


def only(content: Content, *passages: Heading | Paragraph | Numbered | Bullets | Table) -> Content:
    return replace(content, text=passages, sheet_text=passages, guides=Guides((), ()))


def elements(pdf: bytes, kind: str) -> list[DictionaryObject]:
    found = []
    waiting = [reader(pdf).root_object["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0)
        if element.get("/S") == kind:
            found.append(element)
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        waiting += [kid.get_object() for kid in kids if isinstance(kid.get_object(), DictionaryObject)]
    return found


@LOOKS
def test_rows_that_do_not_fit_continue_under_the_head_again(content: Content, look: Look) -> None:
    pdf = build_handout(only(content, Heading(words("Levels")), levels(40)), look)
    pages = [joined(page_text(pdf, number)) for number in range(page_count(pdf))]
    with_rows = [page for page in pages if "Level7 " in page or "Level40 " in page]
    assert len(with_rows) == 2
    assert all("Who keeps it" in page for page in pages if "Parents keep" in page)
    text = " ".join(pages)
    assert [text.count(f"Level{n} ") for n in range(1, 41)] == [1] * 40


@LOOKS
def test_every_row_is_whole_on_its_page(content: Content, look: Look) -> None:
    pdf = build_handout(only(content, levels(40)), look)
    for number in range(page_count(pdf)):
        text = joined(page_text(pdf, number))
        firsts = [n for n in range(1, 41) if f"Level{n} " in text]
        assert text.count("Parents keep the account") == 2 * len(firsts)
        assert all(f"x{n} " in f"{text} " for n in firsts)


@LOOKS
def test_a_screen_reader_knows_rows_cells_and_heads(content: Content, look: Look) -> None:
    pdf = build_handout(only(content, levels(30), Paragraph(words("After it."))), look)
    assert all_faults(pdf) == []
    heads = elements(pdf, "/TH")
    assert [head["/A"]["/Scope"] for head in heads] == ["/Column"] * 3
    assert (len(elements(pdf, "/TR")), len(elements(pdf, "/TD"))) == (31, 90)


def test_an_empty_cell_is_a_cell(content: Content) -> None:
    table = Table((words("A"), words("B")), (((), words("b")), (words("a"), ())))
    pdf = build_handout(only(content, table))
    assert (all_faults(pdf), len(elements(pdf, "/TD"))) == ([], 4)


def test_columns_begin_one_below_the_other_and_do_not_touch(content: Content) -> None:
    pdf = build_handout(only(content, levels(3)))
    lefts = [find_word(pdf, 0, word)[0].left for word in ("Code", "x1", "x2", "x3")]
    assert max(lefts) - min(lefts) < 1
    end = max(letter.right for letter in find_word(pdf, 0, "Whokeepsit"))
    assert find_word(pdf, 0, "Code")[0].left > end + 3


@LOOKS
def test_six_columns_of_long_words_stay_on_the_page(content: Content, look: Look) -> None:
    row = tuple(
        words(word) for word in ("Mathematics", "Mother", "Science", "Physical", "Assembly", "Recess")
    )
    pdf = build_handout(only(content, Table(row, (row, row))), look)
    assert max(letter.right for letter in find_word(pdf, 0, "Recess")) <= 195.5
    assert all_faults(pdf) == []


def test_a_row_taller_than_a_page_is_the_authors_to_shorten(content: Content) -> None:
    table = Table((words("A"),), ((words("Endless words " * 400),),))
    with pytest.raises(ContentError) as caught:
        build_handout(only(content, table))
    assert str(caught.value) == (
        'content.yaml: A row of the table that begins with "Endless words Endless words En" '
        "does not fit on a page. Shorten it."
    )


@LOOKS
def test_a_list_in_a_list_is_indented_and_tagged_inside_its_entry(content: Content, look: Look) -> None:
    inner = Numbered((words("innerone"), words("innertwo")))
    pdf = build_handout(only(content, Bullets((words("outer"), Nested(words("upperone"), inner)))), look)
    assert find_word(pdf, 0, "innerone")[0].left > find_word(pdf, 0, "upperone")[0].left + 5
    bodies = [kid.get_object()["/S"] for kid in elements(pdf, "/LBody")[1]["/K"]]
    assert bodies == ["/P", "/L"]
    assert all_faults(pdf) == []


@LOOKS
def test_a_handout_without_pictures_or_text_is_its_panel(content: Content, look: Look) -> None:
    pdf = build_handout(only(content), look)
    assert page_count(pdf) == 1
    assert all_faults(pdf) == []


def test_a_heading_without_words_keeps_no_guide_from_its_page(content: Content) -> None:
    pdf = build_handout(replace(content, text=(Paragraph(words("Some.")), Heading(words("Lonely")))))
    assert "Lonely" in page_text(pdf, 0)
    assert "Setting up" not in page_text(pdf, 0)
