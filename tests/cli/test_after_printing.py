"""handout preview and handout verify: a look at what was printed."""

from pathlib import Path

import pytest
from helpers.commands import LIST, files_in, handout
from PIL import Image


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
