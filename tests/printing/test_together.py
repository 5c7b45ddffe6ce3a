"""Several classes in one file: each begins on a fresh sheet below a bookmark of its own."""

from dataclasses import replace

import pytest
from helpers.pdfs import all_faults, page_count, page_text, reader
from helpers.school import child

from handout.model.content import Content
from handout.model.look import Look
from handout.model.text import Run
from handout.printing.press import ClassSet, Press
from handout.printing.print_order import PrintOrder, by_file, people_of, plan, produce

A = [child(f"TAN MEI {letter}", "3A", str(number)) for number, letter in enumerate("ABC", 1)]
B = [child(f"LIM JO {letter}", "5B", str(number)) for number, letter in enumerate("AB", 1)]
SETS = [ClassSet("3A", A), ClassSet("5B", B, part=True)]


def titles_and_pages(pdf: bytes) -> list[tuple[str, int]]:
    """The bookmarks of the classes and the pages that they lead to."""
    document = reader(pdf)
    tops = [entry for entry in document.outline if not isinstance(entry, list)]
    return [(entry["/Title"], document.get_destination_page_number(entry)) for entry in tops]


@pytest.mark.parametrize(
    ("layout", "second"),
    [
        pytest.param("pack", 12, marks=pytest.mark.slow),
        pytest.param("sheet", 3, marks=pytest.mark.slow),
        ("slips", 1),
    ],
)
def test_classes_in_one_file(content: Content, layout: str, second: int) -> None:
    press = Press(content, [*A, *B], layout=layout)
    pdf = press.print_together(SETS)
    assert titles_and_pages(pdf) == [("Class 3A", 0), ("Part of class 5B", second)]
    assert page_count(pdf) == press.pages(A) + press.pages(B)
    assert "LIM JO A" in page_text(pdf, second)
    assert not any("LIM JO" in page_text(pdf, page) for page in range(second))
    assert reader(pdf).metadata.title == "MIMS Account – 2 classes"
    assert not all_faults(pdf)


@pytest.mark.slow
def test_hand_out_lists_in_one_file(content: Content) -> None:
    pdf = Press(content, [*A, *B], layout="sheet").checklists(SETS)
    assert reader(pdf).metadata.title == "Hand-out lists: 2 classes"
    assert reader(pdf).root_object["/Lang"] == "en-SG"
    assert titles_and_pages(pdf) == [("Hand-out list: class 3A", 0), ("Hand-out list: class 5B", 2)]
    assert page_count(pdf) == 3, "a blank back, then the second list on its own sheet"
    assert not all_faults(pdf)


@pytest.mark.slow
def test_the_files_of_a_print_order(content: Content) -> None:
    order = PrintOrder("slips", ("3A",), spares=1, checklist=True, together=True, children=(("5B", 0),))
    jobs = plan({"3A": A, "5B": B}, order)
    press = Press(content, people_of(jobs), layout="slips")
    slips, lists = (produce(parts, press) for parts in by_file(jobs).values())
    assert titles_and_pages(slips) == [("Class 3A", 0), ("Part of class 5B", 1)]
    assert [page_text(slips, 0).count(words) for words in ("TAN MEI", "Class 3A")] == [3, 4], "and a spare"
    assert [page_text(slips, 1).count(words) for words in ("LIM JO A", "LIM JO B")] == [1, 0]
    assert titles_and_pages(lists) == [("Hand-out list: class 3A", 0), ("Hand-out list: class 5B", 2)]
    assert [page_text(lists, 0).count(f"TAN MEI {letter}") for letter in "ABC"] == [1, 1, 1]
    assert [page_text(lists, 2).count(words) for words in ("LIM JO A", "LIM JO B")] == [1, 0]


@pytest.mark.slow
def test_the_file_of_one_class(content: Content) -> None:
    jobs = plan({"3A": A}, PrintOrder("slips", checklist=True))
    press = Press(content, people_of(jobs), layout="slips")
    assert [titles_and_pages(produce([job], press)) for job in jobs] == [
        [("Class 3A", 0)],
        [("Hand-out list: class 3A", 0)],
    ]


@pytest.mark.slow
def test_classes_whose_titles_clash_are_both_there(content: Content) -> None:
    sets = [ClassSet("", [child("ANN", "")]), ClassSet("set", [child("BEN", "set")])]
    pdf = Press(content, [], layout="slips").print_together(sets)
    assert [title for title, _ in titles_and_pages(pdf)] == ["Class set", "Class set"]
    assert "BEN" in page_text(pdf, 1)


@pytest.mark.parametrize(
    ("layout", "look", "one_sided"),
    [
        ("slips", Look(), True),
        pytest.param("sheet", Look(), True, marks=pytest.mark.slow),
        pytest.param("sheet", Look(large=True), False, marks=pytest.mark.slow),
        pytest.param("pack", Look(), False, marks=pytest.mark.slow),
        pytest.param("pack", Look(guides_per_page=2), False, marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_what_has_no_back_asks_for_one_side(
    content: Content, layout: str, look: Look, one_sided: bool
) -> None:
    press = Press(content, A, look, layout)
    pdf = press.print(A, "3A")
    assert press.one_sided == one_sided
    assert reader(pdf).root_object["/ViewerPreferences"]["/Duplex"] == (
        "/Simplex" if one_sided else "/DuplexFlipLongEdge"
    )
    if one_sided:
        assert all(page_text(pdf, number).strip() for number in range(page_count(pdf))), "no blank back"
    else:
        assert page_count(pdf) % 2 == 0


def test_one_child_s_second_page_keeps_the_whole_set_two_sided(content: Content) -> None:
    long = content.panel.primary_4_to_6._replace(note=(Run("Many words of advice. " * 60),))
    press = Press(
        replace(content, panel=content.panel._replace(primary_4_to_6=long)), [*A, *B], layout="sheet"
    )
    assert not press.one_sided
    assert page_count(press.print(A, "3A")) == 2 * len(A)
