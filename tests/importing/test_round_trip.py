"""content.yaml → the page as the site has it → import: the same words, styles and order."""

import html
import itertools
import string
from pathlib import Path

import pytest
from helpers.examples import examples
from helpers.school import ROOT
from helpers.site import laid_down, tiptap
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from handout import import_page, load_content
from handout.importing.runs import cleaned
from handout.model import (
    Bullets,
    Content,
    Heading,
    Nested,
    Numbered,
    Paragraph,
    Passage,
    Run,
    Table,
    Text,
    on_one_line,
)

pytestmark = pytest.mark.slow

WRAPPERS = {"bold": "strong", "italic": "em", "underline": "u"}


def inside(text: Text) -> str:
    """Runs as the site's editor writes them; what is typed it underlines."""
    return "".join(map(_run, text))


def _run(run: Run) -> str:
    words = html.escape(run.text).replace("\n", "<br>")
    for style, tag in WRAPPERS.items():
        if getattr(run, style):
            words = f"<{tag}>{words}</{tag}>"
    if run.typed:
        words = f"<u>{words}</u>"
    return f'<a href="{html.escape(run.link)}" target="_blank">{words}</a>' if run.link else words


def block(passage: Passage) -> str:
    match passage:
        case Heading(text):
            return f"<h4><strong>{inside(text)}</strong></h4>\n"
        case Paragraph(text):
            return f"<p>{inside(text)}</p>\n<p></p>\n"
        case Numbered(items):  # the editor makes a list of each entry
            lists = (f'<ol start="{number}">\n{_entry(item)}</ol>\n' for number, item in enumerate(items, 1))
            return "".join(lists)
        case Bullets(items):
            return f'<ul data-tight="true" class="tight">\n{"".join(map(_entry, items))}</ul>\n'
        case Table(head, rows):
            lines = [_row(head, "th"), *(_row(row, "td") for row in rows)]
            return f"<table>\n<tbody>\n{''.join(lines)}</tbody>\n</table>\n"
    raise TypeError(passage)


def _entry(item: Text | Nested) -> str:
    if isinstance(item, Nested):
        tag = "ol" if isinstance(item.below, Numbered) else "ul"
        below = "".join(map(_entry, item.below.items))
        return f"<li>\n<p>{inside(item.text)}</p>\n<{tag}>\n{below}</{tag}>\n</li>\n"
    return f"<li>\n<p>{inside(item)}</p>\n</li>\n"


def _row(cells: tuple[Text, ...], tag: str) -> str:
    inner = "".join(f'<{tag} rowspan="1" colspan="1">\n<p>{inside(cell)}</p>\n</{tag}>\n' for cell in cells)
    return f"<tr>\n{inner}</tr>\n"


def page_of(content: Content) -> str:
    pictures = (
        f'<p>No sentence</p><div class="isomer-image-wrapper">\n<img alt="{html.escape(on_one_line(guide.alt))}" src="/images/{guide.image.name}">\n</div>\n'
        for guide in content.guides.pictures
    )
    return tiptap("".join(map(block, content.text)) + "".join(pictures))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("imported")


def again(page: str, folder: Path, files: dict[str, bytes] | None = None) -> Content:
    result = import_page("page.md", files={"page.md": page.encode(), **(files or {})})
    return laid_down(result, folder)


def test_the_repositorys_own_handout_comes_back(folder: Path) -> None:
    content = load_content(ROOT / "content.yaml")
    files = {f"images/{guide.image.name}": guide.image.read_bytes() for guide in content.guides.pictures}
    back = again(page_of(content), folder, files)
    assert back.text[: len(content.text)] == content.text
    assert (back.title, back.settings, back.panel) == (content.title, content.settings, content.panel)
    alts = [on_one_line(guide.alt).replace("\xa0", " ") for guide in content.guides.pictures]
    assert [guide.alt for guide in back.guides.pictures] == [(Run(alt),) for alt in alts]  # with clean spaces
    assert [guide.image.name for guide in back.guides.pictures] == [
        guide.image.name for guide in content.guides.pictures
    ]


LETTERS = string.ascii_letters + string.digits + " .,;:!?'’“”()/&<>*+`[]{}\\|#é–"
words = st.text(LETTERS, min_size=1, max_size=20)
texts = st.lists(
    st.builds(
        Run,
        words,
        bold=st.booleans(),
        italic=st.booleans(),
        underline=st.booleans(),
        typed=st.just(False),  # of addresses alone, which the import finds
        link=st.sampled_from(["", "", "", "https://x.example/a(b)?c=d&e=f", "mailto:a@b.example"]),
    ),
    min_size=1,
    max_size=4,
).map(cleaned)


def is_plain_enough(text: Text) -> bool:
    """Has words, and is no heading of the page: those are bold alone, or in their first line."""
    return any(letter.isalnum() for run in text for letter in run.text if not run.bold)


paragraphs = texts.filter(is_plain_enough)
headings = words.map(lambda text: cleaned([Run(text)])).filter(is_plain_enough)
entries = paragraphs | st.builds(
    Nested, paragraphs, st.builds(Bullets, st.lists(paragraphs, min_size=1, max_size=3).map(tuple))
)
lists = st.lists(entries, min_size=1, max_size=4).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(2, 6))
    row = st.tuples(paragraphs, *[paragraphs | st.just(()) for _ in range(columns - 1)])
    head = draw(st.tuples(*[headings] * columns))
    return Table(head, tuple(draw(st.lists(row, min_size=1, max_size=3))))


passages = st.lists(
    st.one_of(
        st.builds(Heading, headings),
        st.builds(Paragraph, paragraphs),
        st.builds(Numbered, lists),
        st.builds(Bullets, lists),
        tables(),
    ),
    min_size=1,
    max_size=5,
).filter(lambda blocks: all(a != b or not isinstance(a, Numbered) for a, b in itertools.pairwise(blocks)))


@examples(60, suppress_health_check=list(HealthCheck))
@given(passages)
def test_whatever_the_site_can_write_comes_back(folder: Path, blocks: list[Passage]) -> None:
    page = tiptap("".join(map(block, blocks)))
    assert again(page, folder).text == tuple(blocks)
