"""What the page asks of a worker process, asked directly."""

from pathlib import Path

import pytest
from helpers.pdfs import page_count, page_text

from handout.errors import RosterError
from handout.web.work import Choices, ClassList, first_page, print_set, survey

LIST = ClassList(
    "list.csv",
    b"No,Name,Class,Email\n1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg\n2,LIM JO ANN LEE,3A,\n1,RAJ KUMAR,5B,\n",
)


@pytest.fixture
def file(school: Path) -> Path:
    return school / "content.yaml"


def test_a_survey_tells_what_would_be_printed(file: Path) -> None:
    found = survey(file, LIST, Choices(spares=1))
    assert found.pages == (("3A", 2, 12), ("5B", 1, 8))
    assert found.can_print
    assert survey(file, LIST, Choices(children=(2,), layout="sheet")).pages == (("5B", 1, 2),)
    assert survey(file, LIST, Choices(classes=("3A",), checklist=True)).pages == (("3A", 2, 8),)


def test_a_survey_of_nothing_tells_why(file: Path) -> None:
    assert survey(file, ClassList("list.csv", b"1,2\n"), Choices()).problems
    nobody = survey(file, ClassList("list.csv", b"Name\n"), Choices())
    assert (nobody.roster, nobody.pages, nobody.can_print) == (None, (), False)
    assert "no child" in nobody.problems[0]


@pytest.mark.parametrize("layout", ["pack", "sheet", "slips"])
def test_the_first_page_is_a_picture(file: Path, layout: str) -> None:
    first = first_page(file, LIST, Choices(layout=layout), longest=False)
    assert first.startswith(b"\x89PNG")
    assert (first == first_page(file, LIST, Choices(layout=layout), longest=True)) == (layout == "slips")
    assert first_page(file, None, Choices(), longest=False).startswith(b"\x89PNG")
    assert first_page(file, ClassList("list.csv", b""), Choices(), longest=False) == b""


def test_printing_tells_its_progress(file: Path) -> None:
    told: list[tuple[int, int]] = []
    files = print_set(file, LIST, Choices(checklist=True), lambda done, total: told.append((done, total)))
    assert list(files) == [
        "mims-account-3A.pdf",
        "mims-account-3A-checklist.pdf",
        "mims-account-5B.pdf",
        "mims-account-5B-checklist.pdf",
    ]
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert "RAJ KUMAR" in page_text(files["mims-account-5B.pdf"], 0)


def test_the_plain_handout(file: Path) -> None:
    (pdf,) = print_set(file, None, Choices(), lambda *_: None).values()
    assert page_count(pdf) == 4


def test_what_cannot_be_printed_is_told(file: Path) -> None:
    with pytest.raises(RosterError):
        print_set(file, ClassList("list.csv", b""), Choices(), lambda *_: None)
