"""handout check looks at all and writes nothing."""

from pathlib import Path

import pytest
from helpers.commands import BAD_LIST, files_in, handout


@pytest.mark.slow
def test_check_says_what_it_looked_at_and_writes_nothing(place: Path) -> None:
    before = files_in(place)
    result = handout("check")
    assert result.exit_code == 0
    assert result.stdout == (
        "content.yaml: ready to print; 8 pictures; the handout has 3 pages, 2 double-sided sheets.\n"
    )
    assert files_in(place) == before


@pytest.mark.slow
def test_check_looks_at_the_panel_of_every_reader(place: Path) -> None:
    text = (place / "content.yaml").read_text(encoding="utf-8")
    start = "      Write down the password: capital and small letters matter."
    assert start in text
    long = start + " your words of advice." * 250
    (place / "content.yaml").write_text(text.replace(start, long), encoding="utf-8")
    result = handout("check")
    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    assert line.startswith("content.yaml: The panel for primary_1_to_3 does not fit on a page.")


@pytest.mark.slow
def test_check_of_a_list_does_all_but_write(place: Path) -> None:
    before = files_in(place)
    result = handout("check", "list.csv", "--layout", "sheet", "--checklist", "--spares", "1")
    assert result.exit_code == 0
    table = [line.split() for line in result.stdout.splitlines()]
    assert ["3A", "3", "4", "4", "mims-account-3A-sheet.pdf"] in table
    assert ["5B", "1", "2", "2", "mims-account-5B-sheet.pdf"] in table
    assert ["all", "4", "6", "6"] in table
    assert "Print on one side of the paper: the backs stay blank." in result.stdout
    assert "This was a check: nothing was written." in result.stdout
    assert files_in(place) == before


def test_check_finds_the_problems_of_a_list(place: Path) -> None:
    (place / "bad.csv").write_text(BAD_LIST, encoding="utf-8")
    result = handout("check", "bad.csv")
    assert result.exit_code == 4
    assert len(result.stderr.splitlines()) == 2
