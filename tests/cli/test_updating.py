"""handout import --update: what changed on the page, and what the school edited."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from helpers.school_site import again, edit
from helpers.site import png

from handout import load_content
from handout.model import plain


@pytest.mark.slow
def test_without_update_changes_are_shown_and_nothing_is_written(
    site: Path, run: Callable[..., Result]
) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    before = {path: path.read_bytes() for path in Path("ours").rglob("*") if path.is_file()}
    result = again(site, run, many_doors="every door", Keep_it_safe="Keep it safe. Tell nobody")
    assert result.exit_code == 5
    assert result.stdout == (
        "What changed on the page\n"
        '  changed: "It opens many doors." is now "It opens every door."\n'
        '  added: "Tell nobody."\n'
    )
    assert "Add --update to take these changes in" in result.stderr
    assert {path: path.read_bytes() for path in Path("ours").rglob("*") if path.is_file()} == before


@pytest.mark.slow
def test_a_picture_that_a_person_made_small_stays_small(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    content = Path("ours/content.yaml")
    assert not any(guide.small for guide in load_content(content).guides.pictures)
    edit(content, "guides", "pictures", 0, "small", value="yes")
    assert again(site, run, "--update", The_log_in_page="A new page to log in").exit_code == 0
    first, second = load_content(content).guides.pictures
    assert (first.small, plain(first.alt)) == (True, "A new page to log in")
    assert not second.small


def test_an_update_keeps_what_was_edited(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    content = Path("ours/content.yaml")
    edit(content, "guides", "pictures", 1, "alt", value="Our own alt text")
    edit(content, "guides", "pictures", 0, "caption", value="Our own caption")
    edit(content, "settings", "handbook_page", value="21")
    edit(content, "text", 0, "paragraph", value="Every child has its own account. It opens many doors.")
    content.write_text(content.read_text("utf-8").replace("title:", "# Our remark.\ntitle:"), "utf-8")
    result = again(site, run, "--update", many_doors="every door")
    assert result.exit_code == 0
    updated = content.read_text("utf-8")
    for kept in (
        "Our own alt text",
        "Our own caption",
        "handbook_page: 21",
        "its own account",
        "# Our remark.",
    ):
        assert kept in updated
    assert "opens every door" in " ".join(updated.split())
    unchanged = again(site, run, many_doors="every door")
    assert (unchanged.exit_code, unchanged.stdout, unchanged.stderr) == (
        0,
        "Nothing has changed on the page.\n",
        "",
    )


@pytest.mark.slow
def test_a_page_that_has_not_changed_is_a_single_line(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    before = {path: path.read_bytes() for path in Path("ours").rglob("*") if path.is_file()}
    for more in ([], ["--update"]):
        result = again(site, run, *more)
        assert (result.exit_code, result.output) == (0, "Nothing has changed on the page.\n")
    assert {path: path.read_bytes() for path in Path("ours").rglob("*") if path.is_file()} == before


@pytest.mark.slow
def test_only_what_is_new_is_said_at_the_next_import(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    more = {"<h4>": "<p>New.</p>\n<iframe src='https://maps.example/x'></iframe>\n<h4>"}
    result = again(site, run, "--update", **more)
    assert [line for line in result.stderr.splitlines() if "left out" in line] == [
        'mims.md, line 14: a frame was left out: "https://maps.example/x"'
    ]


def test_changes_that_are_no_sentences_are_listed_too(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    (site / "_config.yml").write_text("title: Angsana Primary School\n")
    (site / "images" / "step1.png").write_bytes(png("red"))
    result = again(site, run, step2="step3")
    assert result.stdout == (
        "What changed on the page\n"
        '  removed: "Picture 2"\n'
        '  changed: "school: Banyan Tree Primary School" is now "school: Angsana Primary School"\n'
        '  removed: "images/step2.png"\n'
        '  changed: "images/step1.png" is now "another picture"\n'
    )


@pytest.mark.slow
def test_a_paragraph_that_becomes_a_heading_is_a_change(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    result = again(site, run, **{"<p>Every": "<h4>Every", "doors.</p>": "doors.</h4>"})
    assert (result.exit_code, result.stdout) == (
        5,
        'What changed on the page\n  changed: "headings, lists, paragraphs or pictures" is now "arranged differently"\n',
    )


@pytest.mark.slow
def test_what_moved_is_said_to_have_moved_and_nothing_is_said_twice(
    site: Path, run: Callable[..., Result]
) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    moved = {
        "<p>Keep it safe.</p>": "<p>Tell nobody.</p>",
        "<p>Every": "<p>Keep it safe.</p>\n<p>Every",
        "The first": "The very first",
    }
    assert again(site, run, **moved).stdout.splitlines() == [
        "What changed on the page",
        '  moved: "Keep it safe."',
        '  changed: "The first step" is now "The very first step"',
        '  added: "Tell nobody."',
    ]


@pytest.mark.slow
def test_pictures_in_another_order_are_a_change(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    result = again(site, run, step1="stepX", step2="step1", stepX="step2")
    assert (result.exit_code, 'pictures" is now "arranged differently"' in result.stdout) == (5, True)


@pytest.mark.slow
def test_settings_given_at_the_first_import_stay(site: Path, run: Callable[..., Result]) -> None:
    Path("ours.yaml").write_text("school: Angsana Primary School\nhandbook_page: 21\n")
    run("import", "site/_parents/mims.md", "--output", "ours", "--settings", "ours.yaml")
    again(site, run, "--update", many_doors="every door")
    content = Path("ours/content.yaml").read_text("utf-8")
    assert "school: Angsana Primary School" in content
    assert "handbook_page: 21 " in content
    Path("ours.yaml").write_text("handbook_page: 22\n")
    again(site, run, "--update", "--settings", "ours.yaml")
    assert "handbook_page: 22 " in Path("ours/content.yaml").read_text("utf-8")


@pytest.mark.slow
def test_a_picture_that_is_shown_twice_stays_twice(site: Path, run: Callable[..., Result]) -> None:
    both = {"step2": "step1"}
    again(site, run, **both)
    again(site, run, "--update", **both, many_doors="every door", Keep_it_safe="Keep it")
    again(site, run, "--update", **both, The_first_step="The first of all")
    assert Path("ours/content.yaml").read_text("utf-8").count("image: images/step1.png") == 2
    assert "The first of all" in Path("ours/content.yaml").read_text("utf-8")


@pytest.mark.slow
def test_guides_stay_where_their_pictures_are_only_not_found(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    (site / "images").rename("elsewhere")
    before = Path("ours/content.yaml").read_bytes()
    for more in ([], ["--update"]):
        result = again(site, run, *more, many_doors="every door")
        assert (result.exit_code, result.stdout) == (5, "")
        assert 'such as "/images/step1.png". Name their folder with --images' in result.stderr
    assert Path("ours/content.yaml").read_bytes() == before
    assert again(site, run, "--update", "--images", "ours/images", many_doors="every door").exit_code == 0
    assert Path("ours/content.yaml").read_text("utf-8").count("image:") == 2


@pytest.mark.slow
def test_a_record_that_was_broken_is_named(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    for text in ("title: [", "- a", "\x00"):
        Path("ours/.imported.yaml").write_text(text)
        result = again(site, run, "--update")
        assert (result.exit_code, result.stdout) == (5, "")
        assert "what the page said at the last import. It cannot be read." in result.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "kept", "gone"),
    [
        ("page\n", "every door", "all gates"),
        ("yours\n", "all gates", "every door"),
        ("", "all gates", "every door"),
    ],
)
def test_what_both_changed_is_asked(
    site: Path, run: Callable[..., Result], typed: str, kept: str, gone: str
) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    edit(
        Path("ours/content.yaml"),
        "text",
        0,
        "paragraph",
        value="Every child has one account. It opens all gates.",
    )
    result = again(site, run, "--update", typed=typed, many_doors="every door")
    assert result.exit_code == 0
    assert "Both you and the page changed this:" in result.stdout
    assert "  yours   It opens all gates." in result.stdout
    content = Path("ours/content.yaml").read_text("utf-8")
    assert (kept in content, gone in content) == (True, False)


@pytest.mark.slow
def test_a_picture_that_the_school_replaced_stays(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    Path("ours/images/step1.png").write_bytes(b"our own")
    for number in (1, 2):
        (site / "images" / f"step{number}.png").write_bytes(png("red"))
    assert again(site, run, "--update").exit_code == 0
    assert Path("ours/images/step1.png").read_bytes() == b"our own"
    assert Path("ours/images/step2.png").read_bytes() == png("red")


def test_a_handout_that_was_broken_by_hand_is_not_updated(site: Path, run: Callable[..., Result]) -> None:
    run("import", "site/_parents/mims.md", "--output", "ours")
    Path("ours/content.yaml").write_text("text: [\n")
    result = again(site, run, "--update")
    assert result.exit_code == 3
    assert Path("ours/content.yaml").read_text() == "text: [\n"
