"""A text may say something else where page 1 is printed alone, without the guides."""

from pathlib import Path

import pytest
from helpers.pdfs import joined, page_text
from helpers.school import child

from handout import class_set, load_content
from handout.errors import ContentError
from handout.model.content import Content, Nested, Paragraph
from handout.model.text import plain
from handout.printing.press import Press

GUIDES_BELOW = "Refer to the guides below"


def with_text(school: Path, folder: Path, text: str) -> Path:
    """A copy of the school's content.yaml with this text alone."""
    source = (school / "content.yaml").read_text("utf-8")
    before, rest = source.split("\ntext:\n")
    after = rest[rest.index("\nguides:\n") :]
    (folder / "images").symlink_to(school / "images")
    path = folder / "content.yaml"
    path.write_text(f"{before}\ntext:\n{text}{after}", "utf-8")
    return path


@pytest.mark.slow
def test_a_page_alone_says_nothing_of_guides_below(content: Content) -> None:
    alone = joined(page_text(class_set(content, [child("TAN MEI LING")], layout="sheet"), 0))
    with_guides = joined(page_text(class_set(content, [child("TAN MEI LING")]), 0))
    assert GUIDES_BELOW not in alone
    assert GUIDES_BELOW in with_guides
    assert "Please help your child/ward to write down their MIMS password" in alone


@pytest.mark.slow
def test_a_page_alone_says_where_the_guides_are(content: Content) -> None:
    alone = joined(page_text(class_set(content, [child("TAN MEI LING")], layout="sheet"), 0))
    assert f"Refer to the guides ({content.settings.source}) on setting up" in alone


@pytest.mark.slow
def test_a_page_alone_whose_text_mentions_guides_below_is_noted(school: Path, tmp_path: Path) -> None:
    text = "  - paragraph: First.\n  - bullets:\n      - Once.\n      - See the guides below.\n"
    path = with_text(school, tmp_path, text)
    content, people = load_content(path), [child("TAN MEI LING")]
    line = path.read_text("utf-8").splitlines().index("      - See the guides below.") + 1
    (note,) = Press(content, people, layout="sheet").warnings
    assert str(note) == (
        f'content.yaml:{line}: "guides below": a page that is printed alone (a sheet) has no guides. '
        "In content.yaml write this text twice, below pack: as it is, and below sheet: for the page alone."
    )
    assert Press(content, people).warnings == []


def test_the_sample_s_sheet_needs_no_note(content: Content) -> None:
    assert Press(content, [child("TAN MEI LING")], layout="sheet").warnings == []


def test_texts_of_two_editions_are_taken_by_name(school: Path, tmp_path: Path) -> None:
    text = (
        "  - paragraph:\n      pack: With guides.\n      sheet: Alone.\n"
        "  - bullets:\n      - Always.\n"
        "      - text: {pack: Here, sheet: There}\n        bullets:\n          - {pack: Below, sheet: Online}\n"
    )
    content = load_content(with_text(school, tmp_path, text))

    def words(passages: tuple) -> list[str]:
        paragraph, bullets = passages
        assert isinstance(paragraph, Paragraph)
        always, nested = bullets.items
        assert isinstance(nested, Nested)
        return [plain(part) for part in (paragraph.text, always, nested.text, *nested.below.items)]

    assert words(content.text) == ["With guides.", "Always.", "Here", "Below"]
    assert words(content.sheet_text) == ["Alone.", "Always.", "There", "Online"]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("pack: Some words.", '"sheet" is missing here. Write sheet: and what belongs to it.'),
        ("pack: Some.\n      shet: Others.", '"shet" is not a known key here. Did you mean "sheet"?'),
        ("pack: Some.\n      sheet:", "This text is empty. Write what should be here."),
    ],
)
def test_an_incomplete_edition_is_reported_once(school: Path, tmp_path: Path, keys: str, told: str) -> None:
    path = with_text(school, tmp_path, f"  - paragraph:\n      {keys}\n")
    with pytest.raises(ContentError) as raised:
        load_content(path)
    (problem,) = raised.value.problems
    assert str(problem.flaw) == told


def test_what_is_said_of_both_editions_is_noted_once(school: Path, tmp_path: Path) -> None:
    path = with_text(school, tmp_path, "  - paragraph: Read <p>this</p>.\n")
    notes = load_content(path).notes
    assert len(notes) == len(set(notes)) > 0
