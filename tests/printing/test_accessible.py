"""Whatever is printed is valid PDF/UA and PDF/A, and reads well aloud."""

import re
from dataclasses import replace

import pytest
from helpers.pdfs import (
    all_faults,
    joined,
    page_text,
    reader,
)
from helpers.school import checklist, child

from handout import build_handout, class_set
from handout.content.markup import parse_markup
from handout.model.content import Content, Paragraph
from handout.model.look import Look
from handout.printing.press import Press


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["pack", "sheet", "slips"])
@pytest.mark.parametrize(
    "look", [Look(), Look(saver=True, grey=True, guides_per_page=2)], ids=["plain", "grey"]
)
def test_every_layout_is_valid(content: Content, three_a: list, layout: str, look: Look) -> None:
    pdf = class_set(content, three_a, look, layout=layout, spares=1)
    assert not all_faults(pdf)


@pytest.mark.parametrize(
    "look",
    [
        Look(),
        *(pytest.param(look, marks=pytest.mark.slow) for look in (Look(saver=True), Look(grey=True))),
    ],
    ids=["plain", "saver", "grey"],
)
def test_handout_is_valid(content: Content, look: Look) -> None:
    assert not all_faults(build_handout(content, look))


@pytest.mark.slow
def test_the_file_of_a_single_child_is_valid(content: Content, three_a: list) -> None:
    pdf = Press(content, three_a).print(three_a[:1], "3A", part=True)
    assert not all_faults(pdf)
    assert reader(pdf).outline[0]["/Title"] == "Part of class 3A"


@pytest.mark.slow
def test_a_grey_hand_out_list_is_valid(content: Content, three_a: list) -> None:
    pdf = checklist(content, "3A", three_a, Look(grey=True))
    assert not all_faults(pdf)
    assert "3A" in page_text(pdf, 0)
    assert reader(pdf).metadata.title == "Hand-out list: class 3A"


@pytest.mark.slow
def test_panel_reads_as_labelled_lines(content: Content) -> None:
    pdf = class_set(content, [child("TAN MEI LING")], layout="sheet")
    assert _read_aloud(pdf)[:7] == [
        "MIMS Account",
        "For the parents",
        "Name: TAN MEI LING",
        "Class: 3A",
        "No. 1",
        "MIMS username: tan_mei_ling@students.edu.sg",
        "MIMS password: blank, write here",
    ]


@pytest.mark.slow
def test_links_on_several_pages_have_each_their_element(content: Content) -> None:
    link = Paragraph(parse_markup("See [the school](https://school.example) first."))
    linked = replace(content, text=(link, *content.text))
    pdf = class_set(linked, [child("TAN MEI LING"), child("LIM JO", number="2")])
    links = [len(page.get("/Annots", [])) for page in reader(pdf).pages]
    assert links == [2, 0, 0, 0] * 2
    assert not all_faults(pdf)


@pytest.mark.slow
def test_each_child_is_a_part(content: Content, three_a: list) -> None:
    root = reader(class_set(content, three_a)).root_object["/StructTreeRoot"]
    document = root["/K"][0]
    assert document["/S"] == "/Document"
    assert [part["/S"] for part in document["/K"]] == ["/Part"] * 3


def _read_aloud(pdf: bytes) -> list[str]:
    """Each line of text as a screen reader says it: the structure in order, actual text first."""
    document = reader(pdf)
    said: list[str] = []
    texts = [_texts_of_marks(page) for page in document.pages]
    pages = {page.indirect_reference.idnum: place for place, page in enumerate(document.pages)}

    def say(element) -> str:  # noqa: ANN001 - a pypdf dictionary
        if "/ActualText" in element:
            return element["/ActualText"]
        words = ""
        for kid in element["/K"]:
            if "/MCID" in kid:
                words += texts[pages[kid.raw_get("/Pg").idnum]][kid["/MCID"]]
            elif "/S" in kid:
                words += say(kid)
        return words

    def walk(element) -> None:  # noqa: ANN001 - a pypdf dictionary
        for kid in element["/K"]:
            if "/S" in kid:
                if kid["/S"] in {"/P", "/H1", "/H2"}:
                    said.append(joined(say(kid)))
                else:
                    walk(kid)

    walk(document.root_object["/StructTreeRoot"])
    return said


def _texts_of_marks(page) -> dict[int, str]:  # noqa: ANN001 - a pypdf page
    """Text of each marked content of a page, by the fonts' own maps back to text."""
    maps = {}
    for name, font in page["/Resources"]["/Font"].items():
        table = font["/ToUnicode"].get_data().decode()
        maps[name] = {code: chr(int(letter, 16)) for code, letter in re.findall(r"<(....)> <(....)>", table)}
    texts: dict[int, str] = {}
    mark, font = -1, ""
    for line in page.get_contents().get_data().decode("latin-1").split("\n"):
        if found := re.search(r"/MCID (\d+)", line):
            mark = int(found[1])
            texts[mark] = ""
        for name, shown in re.findall(r"(/\w+) [\d.]+ Tf|<([0-9A-F]+)>", line):
            font = name or font
            texts.setdefault(mark, "")
            texts[mark] += "".join(maps[font][shown[at : at + 4]] for at in range(0, len(shown), 4))
    return texts
