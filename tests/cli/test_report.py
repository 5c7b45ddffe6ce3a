"""What the command line says, as text."""

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from helpers.school import child

import handout
from handout.cli import report
from handout.model.student import Student
from handout.printing.print_order import PrintOrder, plan

CLASSES = {"3A": [child("ANN"), child("BEN", number="2")], "": [child("CAI", "")]}


def four_each(people: Sequence[Student]) -> int:
    return 4 * len(people)


def test_a_table_of_what_was_made() -> None:
    jobs = plan(CLASSES, PrintOrder(checklist=True, spares=1))
    assert report.set_table(jobs, four_each, Path("out"), one_sided=False).splitlines() == [
        "class  students  pages  double-sided sheets  file",
        f"3A            2     12                    6  {Path('out/mims-account-3A.pdf')}",
        f"                                             {Path('out/mims-account-3A-hand-out-list.pdf')}",
        f"-             1      8                    4  {Path('out/mims-account-class.pdf')}",
        f"                                             {Path('out/mims-account-class-hand-out-list.pdf')}",
        "all           3     20                   10",
    ]


def test_a_table_of_one_class_needs_no_sum() -> None:
    jobs = plan({"3A": CLASSES["3A"]}, PrintOrder())
    assert report.set_table(jobs, four_each, Path(), one_sided=False).splitlines() == [
        "class  students  pages  double-sided sheets  file",
        "3A            2      8                    4  mims-account-3A.pdf",
    ]


def test_every_file_of_a_split_class_begins_on_a_sheet_of_its_own() -> None:
    jobs = plan({"3A": CLASSES["3A"]}, PrintOrder(split=True))
    table = report.set_table(jobs, len, Path(), one_sided=False)
    assert table.splitlines()[1].split(maxsplit=4) == ["3A", "2", "2", "2", "3A-01.pdf and 1 more"]


def test_slips_are_printed_on_one_side() -> None:
    jobs = plan({"3A": CLASSES["3A"]}, PrintOrder(layout="slips"))
    table = report.set_table(jobs, lambda _: 3, Path(), one_sided=True).splitlines()
    assert table[0].split() == ["class", "students", "pages", "sheets", "file"]
    assert table[1].split()[:4] == ["3A", "2", "3", "3"]


def test_a_class_name_cannot_control_the_terminal() -> None:
    jobs = plan({"3A\x1b[2J\u202e": [child("ANN")]}, PrintOrder())
    table = report.set_table(jobs, four_each, Path(), one_sided=False)
    assert "3A?[2J?" in table


@pytest.mark.parametrize(
    ("octets", "words"),
    [(0, "0 KB"), (1, "1 KB"), (281_400, "282 KB"), (999_999, "1000 KB"), (1_250_000, "1.2 MB")],
)
def test_sizes(octets: int, words: str) -> None:
    assert report.size(octets) == words


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        (1, "1 page, 1 double-sided sheet"),
        (3, "3 pages, 2 double-sided sheets"),
        (7200, "7,200 pages, 3,600"),
    ],
)
def test_pages_and_sheets(pages: int, words: str) -> None:
    assert report.pages_and_sheets(pages).startswith(words)


def test_a_fault_shows_its_kind_and_place_and_nothing_of_a_child() -> None:
    with pytest.raises(KeyError) as caught:
        {}["TAN MEI LING"]
    words = report.fault(caught.value)
    assert "KeyError in test_report.py, line " in words
    assert "Python 3." in words
    assert "TAN" not in words
    assert "Traceback" not in words


def test_the_version_is_shown_even_where_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata  # noqa: PLC0415 - what is looked at here

    def missing(name: str) -> NoReturn:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", lambda _name: "1.2.3")
    assert handout.__version__ == "1.2.3"
    monkeypatch.setattr(metadata, "version", missing)
    assert handout.__version__ == "not installed"
