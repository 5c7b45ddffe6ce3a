"""The commands as a person at a terminal meets them: words, files and exit codes."""

import os
import re
import runpy
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pypdf
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from handout.cli.commands import main
from handout.content import ALT_TO_WRITE, edit_content
from handout.printing.press import Press

LIST = """\
Index,Name,Class,Username
1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg
2,BENJAMIN ALEXANDER KOH,3A,benjamin_koh@students.edu.sg
7,LIM JO,3A,
1,NUR AISYAH,5B,nur_aisyah@students.edu.sg
"""
BAD_LIST = LIST + "8,,5B,secret words\n9,OOI KAI,5B,not a username\n"


@pytest.fixture
def place(school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the README's first command makes it, with a class list; the commands run in it."""
    folder = tmp_path / "school"
    shutil.copytree(school, folder)
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def handout(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="handout")


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def page_count(path: Path) -> int:
    return len(pypdf.PdfReader(path).pages)


def raising(error: BaseException) -> object:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


# build ------------------------------------------------------------------------------------------------


def test_build_needs_no_argument_and_tells_what_it_made(place: Path) -> None:
    result = handout("build")
    assert result.exit_code == 0
    pdf = place / "output" / "mims-account.pdf"
    assert page_count(pdf) == 3
    size = -(-pdf.stat().st_size // 1000)
    made = Path("output/mims-account.pdf")
    assert result.stdout == f"{made}: 3 pages, 2 double-sided sheets, {size} KB\n"
    assert result.stderr == ""


@pytest.mark.slow
def test_build_counts_the_pages_as_they_are(place: Path) -> None:
    options = [
        "--guides-per-page",
        "2",
        "--toner",
        "saver",
        "--grey",
        "--large",
        "--output",
        "other/name.pdf",
    ]
    result = handout("build", *options)
    assert result.exit_code == 0
    pages = page_count(place / "other" / "name.pdf")
    assert pages == 6
    assert f"{pages} pages, {-(-pages // 2)} double-sided sheets" in result.stdout


@pytest.mark.slow
def test_build_gives_the_same_bytes_for_the_same_input(place: Path) -> None:
    handout("build", "--output", "one.pdf")
    handout("build", "--output", "two.pdf")
    assert (place / "one.pdf").read_bytes() == (place / "two.pdf").read_bytes()


@pytest.mark.slow
def test_build_warns_of_a_soft_picture_and_goes_on(place: Path) -> None:
    Image.new("RGB", (300, 168), "white").save(place / "images" / "mims3.png")
    result = handout("build")
    assert result.exit_code == 0
    assert (place / "output" / "mims-account.pdf").exists()
    assert "3 pages" in result.stdout
    assert re.search(r'content\.yaml:\d+: "mims3\.png" .*dots per inch', result.stderr)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["build", "check"])
def test_all_that_is_wrong_with_pictures_is_told_at_once(place: Path, command: str) -> None:
    Image.new("RGB", (300, 168), "white").save(place / "images" / "mims3.png")
    Image.new("1", (8000, 6000)).save(place / "images" / "mims4.png")
    text = (place / "content.yaml").read_text(encoding="utf-8")
    text = edit_content(text, {("guides", "pictures", 0, "alt"): ALT_TO_WRITE})
    (place / "content.yaml").write_text(text, encoding="utf-8")
    result = handout(command)
    assert (result.exit_code, result.stdout) == (3, "")
    for words in (
        '"mims3.png" has only',
        '"mims4.png" has more than 40 million pixels',
        '"mims1.png" has no alt text yet',
    ):
        assert words in result.stderr


@pytest.mark.slow
def test_all_problems_of_the_content_at_once_and_the_previous_pdf_stays(place: Path) -> None:
    handout("build")
    before = (place / "output" / "mims-account.pdf").read_bytes()
    text = (place / "content.yaml").read_text(encoding="utf-8")
    text = text.replace("heading: What is MIMS?", "heding: What is MIMS?").replace("mims4.png", "gone.png")
    (place / "content.yaml").write_text(text, encoding="utf-8")
    result = handout("build")
    assert result.exit_code == 3
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert re.match(r'content\.yaml:\d+: .*"heding"', lines[0])
    assert re.match(r"content\.yaml:\d+: .*gone\.png", lines[1])
    assert (place / "output" / "mims-account.pdf").read_bytes() == before


@pytest.mark.slow
def test_a_picture_that_cannot_be_printed_is_a_problem_of_the_content(place: Path) -> None:
    (place / "images" / "mims2.png").write_bytes(b"not a picture")
    for command in ("build", "check"):
        result = handout(command)
        assert result.exit_code == 3
        assert re.match(r"content\.yaml:\d+: .*mims2\.png", result.stderr)
    assert files_in(place / "output") == []


@pytest.mark.usefixtures("place")
def test_a_missing_content_file() -> None:
    result = handout("build", "--content", "nowhere.yaml")
    assert result.exit_code == 3
    assert result.stderr.startswith("nowhere.yaml: ")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.slow
@pytest.mark.usefixtures("place")
def test_a_folder_cannot_be_the_handout() -> None:
    result = handout("build", "--output", "images")
    assert result.exit_code == 5
    assert result.stderr == "images: This is a folder. Give the name of a file.\n"


@pytest.mark.slow
@pytest.mark.usefixtures("place")
def test_a_folder_that_cannot_be_written_to_is_found_before_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Press, "__init__", raising(AssertionError("the work has begun")))
    for arguments in (
        ["build", "--output", "content.yaml/a.pdf"],
        ["class", "list.csv", "--output", "content.yaml"],
    ):
        result = handout(*arguments)
        assert result.exit_code == 5
        assert "A file is where a folder is needed" in result.stderr


@pytest.mark.slow
def test_grey_spares_toner_unless_all_of_it_is_asked_for(place: Path) -> None:
    def built(*options: str) -> bytes:
        assert handout("build", *options, "--output", "a.pdf").exit_code == 0
        return (place / "a.pdf").read_bytes()

    grey = built("--grey")
    assert grey == built("--grey", "--toner", "saver") != built("--grey", "--toner", "full")
    assert built() == built("--toner", "full")


# check ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_check_says_what_it_looked_at_and_writes_nothing(place: Path) -> None:
    before = files_in(place)
    result = handout("check")
    assert result.exit_code == 0
    assert result.stdout == (
        "content.yaml: all is well; 8 pictures; the handout has 3 pages, 2 double-sided sheets.\n"
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


# class ------------------------------------------------------------------------------------------------


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
def test_a_checklist_stands_beside_each_class(place: Path) -> None:
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


def test_problems_of_a_list_are_all_told_and_nothing_is_written(place: Path) -> None:
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


# Our faults, and stopping -----------------------------------------------------------------------------


@pytest.mark.slow
def test_a_fault_of_ours_is_a_short_report_without_a_child(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Press, "print_together", raising(KeyError("TAN MEI LING")))
    result = handout("class", "list.csv")
    assert result.exit_code == 1
    assert "Please send us this line:" in result.stderr
    assert "KeyError in test_cli.py, line " in result.stderr
    assert "TAN" not in result.output
    assert "Traceback" not in result.output
    assert len(result.stderr.splitlines()) == 2
    assert files_in(place / "output") == []


def test_ctrl_c_says_one_line(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Press, "print_together", raising(KeyboardInterrupt()))
    result = handout("class", "list.csv")
    assert result.exit_code == 130
    assert result.stderr.strip() == "Stopped. Every file is whole: either as it was or new."
    assert files_in(place / "output") == []


# preview ----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_preview_draws_each_page_and_none_of_an_earlier_run_stays(place: Path) -> None:
    handout("build")
    (place / "output" / "preview").mkdir()
    (place / "output" / "preview" / "page-9.png").touch()
    (place / "output" / "preview" / "mine.png").touch()
    result = handout("preview")
    assert result.exit_code == 0
    assert "3 pictures" in result.stdout
    assert files_in(place / "output" / "preview") == ["mine.png", *(f"page-{n}.png" for n in (1, 2, 3))]
    with Image.open(place / "output" / "preview" / "page-1.png") as picture:
        assert picture.height > picture.width > 800


@pytest.mark.slow
def test_preview_of_another_file(place: Path) -> None:
    handout("class", "list.csv", "--layout", "slips")
    result = handout("preview", str(Path("output/mims-account-3A-slips.pdf")))
    assert result.exit_code == 0
    assert files_in(place / "output" / "preview") == ["page-1.png"]


def test_preview_before_there_is_anything(place: Path) -> None:
    result = handout("preview")
    assert result.exit_code == 2
    assert "Make it first: handout build" in result.stderr
    assert files_in(place / "output") == []


# verify, roster-template, new -------------------------------------------------------------------------


@pytest.mark.slow
def test_verify_confirms_a_set_and_finds_a_wrong_one(place: Path) -> None:
    handout("class", "list.csv", "--class", "3A")
    pdf = str(Path("output/mims-account-3A.pdf"))
    right = handout("verify", pdf, "list.csv")
    assert right.exit_code == 0, right.output
    assert (
        "3 pages of children, each with the right name and username, or a line to write it on, and no other"
        in right.stdout
    )
    (place / "list.csv").write_text(LIST.replace("benjamin_koh", "benjamin_tan"), encoding="utf-8")
    wrong = handout("verify", pdf, "list.csv")
    assert wrong.exit_code == 4
    assert wrong.stderr
    assert wrong.stdout == ""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["list-to-fill.csv", "list-to-fill.xlsx", "LIST.XLSX"])
def test_a_template_is_a_list_that_can_be_read(place: Path, name: str) -> None:
    result = handout("roster-template", name)
    assert result.exit_code == 0
    assert f"handout class {name}" in result.stdout
    assert (place / name).stat().st_size > 0
    checked = handout("check", name)
    assert checked.exit_code == 0, checked.stderr


def test_a_template_never_overwrites_a_list(place: Path) -> None:
    result = handout("roster-template", "list.csv")
    assert result.exit_code == 5
    assert result.stderr == "list.csv: This file exists already. Choose another name.\n"
    assert (place / "list.csv").read_text(encoding="utf-8") == LIST


def test_a_template_of_an_unknown_kind(place: Path) -> None:
    result = handout("roster-template", "list.ods")
    assert result.exit_code == 2
    assert "ends in .csv or .xlsx" in result.stderr
    assert not (place / "list.ods").exists()


@pytest.mark.slow
def test_new_lays_down_a_handout_that_builds(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = handout("new", "ours")
    assert result.exit_code == 0, result.output
    assert str(Path("ours/content.yaml")) in result.stdout
    monkeypatch.chdir(place / "ours")
    assert handout("build").exit_code == 0
    again = CliRunner().invoke(main, ["new", "."])
    assert again.exit_code == 5
    assert "nothing is overwritten" in again.stderr


# The program ------------------------------------------------------------------------------------------


def test_help_lists_the_commands_in_the_order_of_use() -> None:
    listed = re.findall(r"^  ([a-z-]+) ", handout("--help").stdout.split("Commands:")[1], re.MULTILINE)
    assert listed[:4] == ["build", "check", "preview", "class"]
    assert set(listed) >= {"verify", "roster-template", "new"}


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_and_option_is_explained(command: str) -> None:
    result = handout(command, "--help")
    assert result.exit_code == 0
    for option in main.commands[command].params:
        if option.param_type_name == "option":
            assert getattr(option, "help", ""), option.name


def test_the_version_is_told() -> None:
    assert handout("--version").stdout.startswith("handout ")


def test_the_package_can_be_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["__main__.py", "--help"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("handout", run_name="__main__")
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("Usage: handout ")


def test_an_unknown_command_is_a_matter_of_usage() -> None:
    result = handout("biuld")
    assert result.exit_code == 2
    assert "No such command 'biuld'" in result.stderr


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "handout", *arguments],
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is found whatever folder a command runs in."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent.parent))


@pytest.mark.slow
@pytest.mark.usefixtures("importable")
def test_python_m_handout_is_the_same_program(place: Path) -> None:
    result = run("build")
    assert result.returncode == 0
    assert b"3 pages, 2 double-sided sheets" in result.stdout
    assert files_in(place / "output") == ["mims-account.pdf"]
    assert run("class", "nowhere.csv").returncode == 4
    assert b"Usage: handout " in run("--help").stdout


@pytest.mark.slow
@pytest.mark.usefixtures("importable")
@pytest.mark.parametrize("encoding", ["cp437", "cp1252"])
def test_a_console_that_lacks_a_letter_is_no_failure(place: Path, encoding: str) -> None:
    (place / "list.csv").write_text(
        "Index,Name,Class\n1,LIM KAI,3\u0141\n2,\u16a0,3\u0141\n", encoding="utf-8"
    )
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    table = run("check", "list.csv", **environment)
    assert b"No. 2 ?: The name line is blank, to be written by hand: ? cannot be printed." in table.stdout
    assert table.returncode == 0, table.stderr
    assert b"mims-account-3?.pdf" in table.stdout


@pytest.mark.slow
@pytest.mark.usefixtures("importable")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no broken pipes of this kind")
@pytest.mark.parametrize("arguments", [["--help"], ["roster-template", "new.csv"]])
def test_a_reader_that_goes_away_is_met_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "handout", *arguments]
    result = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert result.stderr == b""


@pytest.mark.slow
@pytest.mark.usefixtures("importable", "place")
def test_what_is_no_pdf_is_one_clear_line() -> None:
    result = run("verify", "list.csv", "list.csv")
    assert result.returncode == 4
    assert result.stderr.decode().splitlines() == [
        "list.csv: This is no class set of ours, or it is damaged. Choose the PDF as it was made here, or print the set again."
    ]


@pytest.mark.slow
@pytest.mark.usefixtures("importable")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete_the_commands(shell: str) -> None:
    assert b"_HANDOUT_COMPLETE" in run(_HANDOUT_COMPLETE=f"{shell}_source").stdout


@pytest.mark.slow
@pytest.mark.usefixtures("importable")
def test_help_loads_none_of_the_slow_libraries() -> None:
    script = """
import sys
from handout.cli import main
main(["--help"], standalone_mode=False)
slow = {"uharfbuzz", "pydantic_core", "PIL", "pypdf", "python_calamine", "xlsxwriter", "yaml", "pypdfium2", "qrcodegen"}
print("loaded:", sorted(slow & set(sys.modules)))
"""
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "loaded: []" in result.stdout


@pytest.mark.slow
def test_a_second_run_finds_its_pictures_prepared_and_prints_the_same(place: Path, cache: Path) -> None:
    kept = cache / "handout" / "pictures"
    shutil.rmtree(kept, ignore_errors=True)
    handout("build", "--no-cache")
    without = (place / "output" / "mims-account.pdf").read_bytes()
    assert not kept.exists()
    for _ in range(2):
        handout("build")
        assert (place / "output" / "mims-account.pdf").read_bytes() == without
        assert len(list(kept.iterdir())) == 8
