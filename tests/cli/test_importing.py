"""handout import: a page of the website becomes a handout."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from helpers.school_site import edit


@pytest.mark.slow
def test_a_page_becomes_a_folder_that_builds(run: Callable[..., Result]) -> None:
    result = run("import", "site/_parents/mims.md", "--output", "ours")
    assert (result.exit_code, result.stdout) == (
        0,
        f"{Path('ours/content.yaml')}: made from mims.md; 2 pictures.\n",
    )
    assert 'mims.md, line 20: a video was left out: "https://www.youtube.com/embed/x"' in result.stderr
    content = Path("ours/content.yaml").read_text("utf-8")
    assert "school: Banyan Tree Primary School" in content
    assert "caption: The first step\n      alt: The log in page" in content
    assert sorted(path.name for path in Path("ours").iterdir()) == [
        ".content.schema.json",
        ".imported.yaml",
        "content.yaml",
        "images",
    ]
    assert sorted(path.name for path in Path("ours/images").iterdir()) == ["step1.png", "step2.png"]


@pytest.mark.slow
def test_a_picture_without_an_alt_text_is_named_until_it_has_one(run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    content = Path("ours/content.yaml")
    message = '"step2.png" has no alt text yet: somebody who cannot see it learns nothing from it.'
    check = run("check", "--content", str(content))
    assert (check.exit_code, check.stdout) == (3, "")
    assert message in check.stderr
    build = run("build", "--content", str(content))
    assert build.exit_code == 3
    assert message in build.stderr
    assert not Path("output/mims-account.pdf").exists()
    draft = run("build", "--content", str(content), "--draft")
    assert draft.exit_code == 0
    assert message in draft.stderr
    assert Path("output/mims-account.pdf").exists()
    Path("3A.csv").write_text("Index,Name,Class,Username\n1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg\n")
    printed = run("class", "3A.csv", "--content", str(content))
    assert printed.exit_code == 0
    assert printed.stderr.count("alt text") == 1
    assert "content.yaml: 1 picture has no alt text yet." in printed.stderr
    edit(content, "guides", "pictures", 1, "alt", value="The page where answers are set")
    assert run("check", "--content", str(content)).exit_code == 0
    assert run("build", "--content", str(content)).exit_code == 0


@pytest.mark.slow
def test_a_folder_with_another_handout_is_left_alone(run: Callable[..., Result]) -> None:
    run("new", "ours")
    before = Path("ours/content.yaml").read_bytes()
    for more in ([], ["--update"]):
        result = run("import", "site/_parents/mims.md", "--output", "ours", *more)
        assert result.exit_code == 5
        assert "that was not imported, and nothing is overwritten" in result.stderr
    assert Path("ours/content.yaml").read_bytes() == before


def test_the_schools_own_settings_win(run: Callable[..., Result]) -> None:
    Path("ours.yaml").write_text("school: Angsana Primary School\nhandbook_page: 21\n")
    run("import", "site/_parents/mims.md", "--output", "ours", "--settings", "ours.yaml")
    content = Path("ours/content.yaml").read_text("utf-8")
    assert "school: Angsana Primary School" in content
    assert "handbook_page: 21 " in content


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("schol: x\n", '"schol" is not a setting.'),
        ("- a\n", "No settings could be read from it."),
        ("a: [\n", "No settings could be read from it."),
        ("\0", "No settings could be read from it."),
    ],
)
def test_settings_that_cannot_be_read_are_named(
    run: Callable[..., Result], settings: str, message: str
) -> None:
    Path("ours.yaml").write_text(settings)
    result = run("import", "site/_parents/mims.md", "--output", "ours", "--settings", "ours.yaml")
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.slow
def test_pictures_may_be_in_a_folder_of_their_own(site: Path, run: Callable[..., Result]) -> None:
    (site / "images").rename("slides")
    (site / "_parents" / "mims.md").rename("mims.md")
    result = run("import", "mims.md", "--output", "ours")
    what = "a picture that is not there was left out (The first step, The log in page)"
    assert f'mims.md, line 15: {what}: "/images/step1.png".' in result.stderr
    again_ = run("import", "mims.md", "--output", "with", "--images", "slides")
    assert again_.stdout == f"{Path('with/content.yaml')}: made from mims.md; 2 pictures.\n"


@pytest.mark.parametrize("page", ["gone.md", "site", "site/images/step1.png"])
def test_what_is_no_page_is_refused_in_words(run: Callable[..., Result], page: str) -> None:
    result = run("import", page, "--output", "ours")
    assert result.exit_code == 3
    assert "Give the page's file" in result.stderr
    assert not Path("ours").exists()
