"""handout build, as a person at a terminal meets it: words, files and exit codes."""

import re
import shutil
from pathlib import Path
from typing import NoReturn

import pytest
from helpers.commands import files_in, handout, page_count
from PIL import Image

from handout.content import ALT_TO_WRITE, edit_content
from handout.printing.press import Press


def raising(error: BaseException) -> object:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


def test_build_needs_no_argument_and_says_what_it_made(place: Path) -> None:
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
def test_build_warns_of_a_soft_picture_and_continues(place: Path) -> None:
    Image.new("RGB", (300, 168), "white").save(place / "images" / "mims3.png")
    result = handout("build")
    assert result.exit_code == 0
    assert (place / "output" / "mims-account.pdf").exists()
    assert "3 pages" in result.stdout
    assert re.search(r'content\.yaml:\d+: "mims3\.png" .*dots per inch', result.stderr)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["build", "check"])
def test_all_that_is_wrong_with_pictures_is_reported_at_once(place: Path, command: str) -> None:
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
