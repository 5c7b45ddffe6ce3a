"""handout class: a file for each class, or words that say why not."""

import os
import re
import stat
from pathlib import Path

import pypdf
import pytest
from helpers.commands import BAD_LIST, files_in, handout, page_count


def test_class_makes_a_file_for_each_class_and_a_table(place: Path) -> None:
    result = handout("class", "list.csv")
    assert result.exit_code == 0
    assert files_in(place / "output") == ["mims-account-3A.pdf", "mims-account-5B.pdf"]
    pages = {name: page_count(place / "output" / name) for name in files_in(place / "output")}
    table = [line.split() for line in result.stdout.splitlines()]
    assert table[0] == ["class", "students", "pages", "double-sided", "sheets", "file"]
    for row, name, students in ((1, "3A", 3), (2, "5B", 1)):
        count = pages[f"mims-account-{name}.pdf"]
        assert count == 4 * students
        file = str(Path(f"output/mims-account-{name}.pdf"))
        assert table[row] == [name, str(students), str(count), str(count // 2), file]
    assert table[3] == ["all", "4", "16", "8"]
    notes = result.stdout.split("\nNotes\n")[1]
    assert "No. 7 LIM JO: The username line is blank, as the list gives none. Perhaps lim_jo@" in notes
    assert result.stderr == ""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_files_of_a_class_are_for_their_owner_only(place: Path) -> None:
    handout("class", "list.csv", "--layout", "sheet", "--checklist")
    for path in (place / "output").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "files"),
    [
        (["--class", "5B"], {"mims-account-5B-sheet.pdf": 1}),
        (["--only", "7,2"], {"mims-account-3A-sheet-part.pdf": 2}),
        (["--only", "2-7"], None),
        (["--class", "3A", "--only", "1-2", "--spares", "2"], {"mims-account-3A-sheet-part.pdf": 4}),
        (["--class", "3A", "--split"], {"3A-01-sheet.pdf": 1, "3A-02-sheet.pdf": 1, "3A-07-sheet.pdf": 1}),
        (["--proof"], {"mims-account-3A-sheet-proof.pdf": 3, "mims-account-5B-sheet-proof.pdf": 2}),
    ],
)
def test_what_of_a_list_is_printed(place: Path, options: list[str], files: dict[str, int] | None) -> None:
    result = handout("class", "list.csv", "--layout", "sheet", *options)
    if files is None:
        assert result.exit_code == 2
        assert "There is no register number 3, 4, 5, 6 in class 3A, 5B." in result.stderr
        return
    assert result.exit_code == 0, result.output
    made = {name: page_count(place / "output" / name) for name in files_in(place / "output")}
    assert made == files


@pytest.mark.slow
def test_each_class_has_a_hand_out_list(place: Path) -> None:
    result = handout("class", "list.csv", "--layout", "slips", "--checklist")
    assert result.exit_code == 0
    assert files_in(place / "output") == [
        "mims-account-3A-hand-out-list.pdf",
        "mims-account-3A-slips.pdf",
        "mims-account-5B-hand-out-list.pdf",
        "mims-account-5B-slips.pdf",
    ]
    assert "double-sided" not in result.stdout
    text = pypdf.PdfReader(place / "output" / "mims-account-3A-hand-out-list.pdf").pages[0].extract_text()
    assert "TAN MEI LING" in text


@pytest.mark.slow
def test_without_deriving_the_line_stays_blank(place: Path) -> None:
    handout("class", "list.csv", "--layout", "slips", "--class", "3A", "--derive", "never")
    text = pypdf.PdfReader(place / "output" / "mims-account-3A-slips.pdf").pages[0].extract_text()
    assert "tan_mei_ling@" in text
    assert "lim_jo@" not in text


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--class", "9Z"], "There is no class 9Z. The list has 3A, 5B."),
        (["--only", "99"], "There is no register number 99 in class 3A, 5B."),
        (["--only", ""], "such as 7,12 or 3-5"),
        (["--only", "7,"], "such as 7,12 or 3-5"),
        (["--only", "5-3"], "such as 7,12 or 3-5"),
        (["--spares", "-1"], "--spares"),
        (["--layout", "cards"], "'pack', 'sheet', 'slips'"),
        (["--guides-per-page", "5"], "--guides-per-page"),
        (
            ["--layout", "slips", "--large"],
            "Slips have one size of type. Leave out large print, or print sheets.",
        ),
    ],
)
def test_a_wish_that_cannot_be_met_is_a_matter_of_usage(place: Path, options: list[str], words: str) -> None:
    result = handout("class", "list.csv", *options)
    assert result.exit_code == 2
    assert words in result.stderr
    assert files_in(place / "output") == []


def test_all_problems_of_a_list_are_reported_and_nothing_is_written(place: Path) -> None:
    (place / "bad.csv").write_text(BAD_LIST, encoding="utf-8")
    result = handout("class", "bad.csv")
    assert result.exit_code == 4
    lines = result.stderr.splitlines()
    assert [line.partition(":")[0] + ":" for line in lines] == ["bad.csv, row 6:", "bad.csv, row 7:"]
    assert "secret" not in result.output
    assert "not a username" not in result.output
    assert files_in(place / "output") == []


@pytest.mark.slow
def test_the_rest_is_printed_where_bad_rows_may_be_skipped(place: Path) -> None:
    (place / "bad.csv").write_text(BAD_LIST, encoding="utf-8")
    result = handout("class", "bad.csv", "--layout", "sheet", "--skip-bad")
    assert result.exit_code == 0
    assert [re.sub(r": .*\. (?=It)", ": ", line) for line in result.stderr.splitlines()] == [
        "bad.csv, row 6: It has no page.",
        "bad.csv, row 7: Its page has a blank username line.",
    ]
    assert (
        page_count(place / "output" / "mims-account-5B-sheet.pdf") == 2
    )  # the second line stays blank for OOI KAI


@pytest.mark.parametrize("roster", ["nowhere.csv", "images", "empty.csv"])
def test_a_list_that_cannot_be_read(place: Path, roster: str) -> None:
    (place / "empty.csv").touch()
    result = handout("class", roster)
    assert result.exit_code == 4
    assert result.stderr.startswith(f"{roster}: ")
    assert len(result.stderr.splitlines()) == 1


def test_nobody_left_to_print_is_one_clear_line(place: Path) -> None:
    (place / "bad.csv").write_text("Index,Name,Class\n1,=A1,3A\n", encoding="utf-8")
    result = handout("class", "bad.csv", "--skip-bad")
    assert result.exit_code == 4
    assert result.stderr.splitlines() == [
        "bad.csv, row 2: The name looks like a formula. Take the = at its beginning out."
    ]
    assert files_in(place / "output") == []


@pytest.mark.slow
def test_a_failure_on_the_way_leaves_every_file_whole(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handout("class", "list.csv", "--layout", "sheet")
    before = (place / "output" / "mims-account-5B-sheet.pdf").read_bytes()
    real = Path.replace

    def fail_on_the_second(path: Path, to: Path) -> Path:
        if to.name == "mims-account-5B-sheet.pdf":
            raise PermissionError(13, "held open")
        return real(path, to)

    monkeypatch.setattr(Path, "replace", fail_on_the_second)
    result = handout("class", "list.csv", "--layout", "sheet", "--grey")
    assert result.exit_code == 5
    held = Path("output/mims-account-5B-sheet.pdf")
    assert result.stderr.startswith(f"{held}: ")
    assert "Close the file in the PDF viewer and try again." in result.stderr
    assert (place / "output" / "mims-account-5B-sheet.pdf").read_bytes() == before
    assert files_in(place / "output") == ["mims-account-3A-sheet.pdf", "mims-account-5B-sheet.pdf"]
