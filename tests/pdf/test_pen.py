"""Operators on a page: where they stand, in what, and what of it is the child's own."""

from handout.pdf.fonts import FontSet
from handout.pdf.pen import Pen
from handout.pdf.tagging import Annotation, Element, Mark
from handout.theme import ACCENT
from handout.typesetting.faces import Face
from handout.typesetting.lines import Line, Span, single_line


def pen(**wishes: bool | int) -> Pen:
    return Pen(FontSet(), 0, **wishes)  # type: ignore[arg-type]


def test_what_is_drawn_in_a_tag_is_its_element_s() -> None:
    paper, element = Pen(FontSet(), 2), Element("P")
    for x in (10, 20):
        with paper.tag(element):
            paper.line(0, 0, x, 0, 1)
    lines = paper.content().split("\n")
    assert lines[:3] == ["/P <</MCID 0>> BDC", "0 G 1 w 0 0 m 10 0 l S", "EMC"]
    assert lines[3:] == ["/P <</MCID 1>> BDC", "0 G 1 w 0 0 m 20 0 l S", "EMC"]
    assert element.kids == [Mark(2, 0), Mark(2, 1)]


def test_the_personal_part_is_taken_out_of_the_page() -> None:
    paper = pen()
    paper.line(0, 0, 1, 0, 1)
    with paper.personal():
        paper.line(0, 0, 2, 0, 1)
        paper.hole()
    paper.line(0, 0, 3, 0, 1)
    page = paper.finish()
    assert page.before == b"0 G 1 w 0 0 m 1 0 l S"
    assert page.personal == "0 G 1 w 0 0 m 2 0 l S\n%s"
    assert page.after == b"0 G 1 w 0 0 m 3 0 l S"


def test_a_page_without_a_personal_part_is_all_before() -> None:
    paper = pen()
    paper.frame(1, 2, 3, 4, 0.5)
    page = paper.finish()
    assert (page.before, page.personal, page.after) == (b"0 G 0.5 w 1 2 3 4 re S", "", b"")


def test_grey_turns_every_colour_grey() -> None:
    for paper, operator in ((pen(), " rg "), (pen(grey=True), " g ")):
        paper.fill([(0, 0, 1, 1)], ACCENT)
        assert operator in paper.content()


def test_an_underline_runs_under_its_own_span_alone() -> None:
    plain, marked = Span("Mary ", Face.REGULAR, 12), Span("Tan", Face.REGULAR, 12, underline=True)
    paper = pen()
    paper.text(100, 50, Line((plain, marked)))
    _, rule = paper.content().split("\n")
    start, end = float(rule.split()[4]), float(rule.split()[7])
    assert abs(start - 100 - plain.width) < 0.01
    assert abs(end - start - marked.width) < 0.01


def test_links_are_numbered_through_the_copy() -> None:
    paper, element = pen(first_link=3), Element("Link")
    paper.link(element, (1, 2, 3, 4), "https://a.example", "a")
    assert element.kids == [Annotation(0, 3)]
    assert [link.address for link in paper.finish().links] == ["https://a.example"]


def test_a_hole_is_filled_with_what_another_pen_draws() -> None:
    fonts = FontSet()
    stencil, value = Pen(fonts, 0), Pen(fonts, 0)
    with stencil.tag(Element("Span")):
        stencil.hole()
    value.text(10, 20, single_line("100 %", Face.BOLD, 12))
    assert (stencil.content() % value.content()).split("\n") == [
        "/Span <</MCID 0>> BDC",
        value.content(),
        "EMC",
    ]
