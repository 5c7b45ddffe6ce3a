"""Pages as they were read, given by hand: which belong together, what size they are, whose words are on them."""

import io
from collections.abc import Iterable, Sequence

import pytest
from pypdf import PdfReader

from handout.checking.graphics import Box, Painted
from handout.checking.packs import pack_differences
from handout.checking.paper import paper_differences
from handout.checking.printed import Field, Panel, PrintedSet
from handout.checking.surfaces import Page, Surface, read_pages

NONE: frozenset[str] = frozenset()
A4 = Box(0, 0, 595.276, 841.89)
NOT_WHOLE = "the pack that begins here is not complete."
NOBODY_S = "this page belongs to no child."
ON_THE_BACK = "this page would be printed on the back of another child's."
NO_BACK = "the blank back of this sheet is missing."
UNLIKE = "this page differs from the same page of the other children."
FOREIGN_WORDS = "there are words here that content.yaml does not have."


def page(number: int, *outside: str, paper: Box = A4, texts: dict[int, str] | None = None) -> Page:
    painted = [Painted("text", Box(50, 50, 60, 60), None, 0, text) for text in outside]
    return Page(number, paper, Surface(painted, texts or {}, outside, frozenset()), {}, ())


def panel(number: int, class_name: str = "3A", username: str = "") -> Panel:
    fields = {"name": "TANMEI", "class_name": class_name, "register_number": "1", "username": username}
    return Panel(number, {name: Field(text) for name, text in fields.items()})


def printed(pages: Sequence[Page], panels: Iterable[Panel], *, one_sided: bool = False) -> PrintedSet:
    return PrintedSet(pages, list(panels), [], [], one_sided)


def packs(footers: Sequence[str], starts: Sequence[int], *, one_sided: bool = False) -> list[tuple[int, str]]:
    """Differences of pages with these footers, "" being a blank page; children begin at these numbers."""
    pages = [page(number, *filter(None, [text])) for number, text in enumerate(footers, 1)]
    found = pack_differences(printed(pages, map(panel, starts), one_sided=one_sided))
    return [(difference.page, difference.what) for difference in found if difference.what != UNLIKE]


TWO, THREE = ["Page1of2", "Page2of2"], ["Page1of3", "Page2of3", "Page3of3", ""]


@pytest.mark.parametrize(
    ("footers", "starts", "one_sided", "found"),
    [
        ([*TWO, *TWO], [1, 3], False, []),
        ([*THREE, *THREE], [1, 5], False, []),
        (["Page1of1", "", "Page1of1", ""], [1, 3], False, []),
        (["Page1of1", "Page1of1"], [1, 2], True, []),
        (["Page1of1", "", "Page1of1"], [1, 3], True, [(2, NOBODY_S)]),
        (["Page1of1", "Page1of1"], [1, 2], False, [(1, NO_BACK), (2, ON_THE_BACK), (2, NO_BACK)]),
        ([*THREE[:3], *THREE], [1, 4], False, [(3, NO_BACK), (4, ON_THE_BACK)]),
        ([*THREE, *THREE[:3]], [1, 5], False, [(7, NO_BACK)]),
        ([*TWO, ""], [1], False, [(3, NOBODY_S), (3, NO_BACK)]),
        ([*TWO, "", ""], [1], False, [(3, NOBODY_S), (4, NOBODY_S)]),
        ([*THREE, "", ""], [1], False, [(5, NOBODY_S), (6, NOBODY_S)]),
        ([*THREE[:3], "Apage"], [1], False, [(4, NOBODY_S)]),
        (["", *TWO], [2], False, [(1, NOBODY_S), (2, ON_THE_BACK)]),
        (["Page1of2", "Page1of2"], [1], False, [(1, NOT_WHOLE)]),
        (["Page2of2", "Page1of2"], [1], False, [(1, NOT_WHOLE)]),
        (["Page1of2", "", *TWO], [1, 3], False, [(1, NOT_WHOLE)]),
        (["Page1of2", *TWO], [1, 2], False, [(1, NOT_WHOLE), (2, ON_THE_BACK)]),
        (["Page1of3", "Page2of3"], [1], False, [(1, NOT_WHOLE)]),
        (["Page1of2", "Page2of3"], [1], False, [(1, NOT_WHOLE)]),
        (["", *TWO, ""], [1], False, [(1, NOT_WHOLE)]),
        (["Apage", "", *TWO], [1, 3], False, [(1, NOBODY_S), (2, NOBODY_S)]),
    ],
)
def test_which_pages_belong_together(
    footers: list[str], starts: list[int], found: list[tuple[int, str]], *, one_sided: bool
) -> None:
    assert packs(footers, starts, one_sided=one_sided) == found


def test_a_file_without_footers_is_one_of_slips() -> None:
    assert packs(["slips", "slips", "words"], [1, 2]) == [(3, "there is no slip on this page.")]
    assert packs(["words", "words"], []) == [], "there is nothing that could be a set"


def test_a_page_with_two_footers_does_not_say_which_it_is() -> None:
    twice = printed([page(1, "Page1of1", "Page1of1"), page(2), page(3, "Page1of1"), page(4)], [panel(1)])
    assert (1, NOT_WHOLE) in [(difference.page, difference.what) for difference in pack_differences(twice)]


def test_pages_are_compared_with_those_of_children_like_this_one() -> None:
    def pages(*words: str) -> list[Page]:
        return [
            page(number, "Page1of1" if number % 2 else "Page2of1", word)
            for number, word in enumerate(words, 1)
        ]

    def unlike(words: Sequence[str], panels: Iterable[Panel]) -> list[int]:
        found = pack_differences(printed(pages(*words), panels))
        return [difference.page for difference in found if difference.what == UNLIKE]

    assert unlike(["a", "b", "a", "b", "x", "b"], map(panel, (1, 3, 5))) == [5]
    assert unlike(["a", "b", "a", "x", "a", "b"], map(panel, (1, 3, 5))) == [4]
    assert unlike(["a", "b", "x", "b"], [panel(1), panel(3, "5B")]) == [], "another class"
    assert unlike(["a", "b", "x", "b"], [panel(1), panel(3, username="a@b")]) == [], "another line is filled"


def test_a_child_s_own_values_may_differ_on_its_first_page_alone() -> None:
    """Marks are numbered page by page: 3 is the name on the first page, and something else on the second."""

    def pages(first: int, name: str, below: str) -> list[Page]:
        return [
            Page(
                number,
                A4,
                Surface([*one.surface.painted, text], {3: words}, one.surface.outside, NONE),
                {},
                (),
            )
            for number, one, words in (
                (first, page(first, "Page1of2"), name),
                (first + 1, page(first + 1, "Page2of2"), below),
            )
            for text in [Painted("text", Box(70, 70, 80, 80), 3, 0, words)]
        ]

    def own(number: int, name: str) -> Panel:
        return Panel(number, {**panel(number).fields, "name": Field(name, frozenset({3}))})

    def unlike(words: Sequence[str]) -> list[int]:
        names = ("TANMEI", "LIMJO", "ONGKAI")
        read = [one for place, name in enumerate(names) for one in pages(2 * place + 1, name, words[place])]
        found = pack_differences(
            printed(read, [own(2 * place + 1, name) for place, name in enumerate(names)])
        )
        return [difference.page for difference in found]

    assert unlike(["a", "a", "a"]) == []
    assert unlike(["a", "a", "x"]) == [6]


@pytest.mark.parametrize(
    ("width", "height", "left", "is_a4"),
    [
        (595.276, 841.89, 0, True),
        (841.89, 595.276, 0, True),
        (595.9, 841.2, 0, True),
        (596.276, 840.89, 1, True),  # a point more or less is near enough
        (596.5, 841.89, 0, False),
        (595.276, 840.5, 0, False),
        (595.276, 841.89, 1.1, False),
        (595.276, 841.89, -1.1, False),
        (612, 792, 0, False),
        (595.276, 841.89, 20, False),
    ],
)
def test_a_page_is_a4_either_way_round(width: float, height: float, left: float, *, is_a4: bool) -> None:
    """Paper that begins elsewhere would move all that is on it."""
    paper = Box(left, 0, left + width, height)
    found = [difference.what for difference in paper_differences(printed([page(7, paper=paper)], []), "")]
    assert found == ([] if is_a4 else ["this page is not A4."])


@pytest.mark.parametrize(
    ("above", "own", "covered"),
    [("fill", None, True), ("picture", None, True), ("line", None, False), ("text", None, False), ("fill", 3, False)],
)  # fmt: skip
def test_nothing_is_painted_over_the_words_of_a_page(above: str, own: int | None, *, covered: bool) -> None:
    """What is over a child's own words is told as such."""
    words = Painted("text", Box(50, 50, 90, 56), own, 0, "Welcome")
    over = Painted(above, Box(80, 40, 200, 60), None, 0.9, "Welcome" * (above == "text"))  # type: ignore[arg-type]
    marks = frozenset() if own is None else frozenset({own})
    child = Panel(7, {**panel(7).fields, "name": Field("", marks)})

    def told(*painted: Painted) -> list[int]:
        one = Page(7, A4, Surface(painted, {}, (), NONE), {}, ())
        what = "something is printed over the words of this page."
        return [found.page for found in paper_differences(printed([one], [child]), "") if found.what == what]

    assert told(words, over) == ([7] if covered else [])
    assert told(over, words) == [], "a ground is below the words"


def test_a_page_s_own_pictures_are_not_those_that_other_pages_share() -> None:
    """The resources that pages share are object 2; those of the second page have no number of their own."""
    objects = [
        "1 0 obj <</Type /Catalog /Pages 3 0 R>> endobj",
        "2 0 obj <<>> endobj",
        "3 0 obj <</Type /Pages /Kids [4 0 R 5 0 R] /Count 2 /MediaBox [0 0 595 842]>> endobj",
        "4 0 obj <</Type /Page /Parent 3 0 R /Resources 2 0 R /Contents 6 0 R>> endobj",
        "5 0 obj <</Type /Page /Parent 3 0 R /Resources <</XObject <</P0 8 0 R>>>> /Contents 7 0 R>> endobj",
        "6 0 obj <</Length 12>> stream\n0 0 9 9 re f\nendstream endobj",
        "7 0 obj <</Length 6>> stream\n/P0 Do\nendstream endobj",
        "8 0 obj <</Subtype /Image /Length 0>> stream\n\nendstream endobj",
    ]
    pdf = "%PDF-1.7\n" + "\n".join(objects) + "\ntrailer <</Root 1 0 R /Size 9>>\nstartxref\n0\n%%EOF\n"
    pages = read_pages(PdfReader(io.BytesIO(pdf.encode())))
    assert [[thing.kind for thing in page.surface.painted] for page in pages] == [["fill"], ["picture"]]


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("RainTreePrimarySchool", True),
        ("RainTree", True),
        ("RainTreePrimarySchool·MIMSAccount", True),
        ("RainTreePrimarySchool·page1of4", True),
        ("RainTreePrimarySchool,page12of34", True),
        ("Page1of4", True),
        ("Printat100%.Cutalongthedashedlines.", True),
        ("Printat100%.Cutalongthedashedlines.Stickonpage136oftheStudentHandbook.", True),
        ("Stickonpage136oftheStudentHandbook.", False),
        ("1.", True),
        ("(12)", True),
        ("•", True),
        ("Guide1", True),
        ("Guide12", True),
        ("Guide123", False),
        ("Guides1", False),
        ("MIMS1", False),
        ("123", False),
        ("Page1of", False),
        ("MIMSaccount", False),
        ("RainTreePrimarySchool·Welcome-2026", False),
    ],
)
@pytest.mark.parametrize("marked", [True, False])
def test_words_of_content_yaml_and_no_others(text: str, *, is_ours: bool, marked: bool) -> None:
    said = "RainTreePrimarySchool\nGuide\nMIMSAccount"
    one = page(7, texts={3: text}) if marked else page(7, text)
    found = [(difference.page, difference.what) for difference in paper_differences(printed([one], []), said)]
    assert found == ([] if is_ours else [(7, FOREIGN_WORDS)])


def test_the_child_s_own_words_are_its_page_s_alone() -> None:
    name = Field("TANMEI", frozenset({3}))
    own = panel(1)
    own = Panel(1, {**own.fields, "name": name, "username": Field()})
    first = page(1, texts={3: "TANMEI"})
    found = paper_differences(printed([first, page(2, texts={3: "TANMEI"})], [own]), "")
    assert [difference.page for difference in found if difference.what == FOREIGN_WORDS] == [2]
