"""The school's own page, where it is beside this checkout: its import is the handout that is printed today."""

import re
from pathlib import Path

import pytest
import yaml
from helpers.pdfs import joined, page_count, page_text
from helpers.school import ROOT, SCHOOL_PAGE
from helpers.site import laid_down, values

from handout import build_handout, import_page, load_content
from handout.importing import Imported
from handout.model import Content, Heading

PAGE = SCHOOL_PAGE / "mims-account.html"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PAGE.exists(), reason="the school's page is not beside this checkout"),
]


def without_front_matter(page: str) -> str:
    return page.partition("---\n")[2].partition("---\n")[2]


def saved_by_a_browser(page: str) -> str:
    """With the website around the page, and its pictures in a folder of their own."""
    body = without_front_matter(page).replace("/images/", "./MIMS%20Account_files/")
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>MIMS Account</title>'
        '<style>p { color: red }</style><script src="x.js"></script></head>\n<body><header><a href="/">Home</a></header>\n'
        f'<main>{body}</main>\n<footer>© 2026 <a href="/contact/">Contact us</a></footer><script>track()</script></body></html>'
    )


SHAPES = {
    "as it is": lambda page: ("mims-account.html", page, "images/"),
    "without front matter": lambda page: ("mims-account.html", without_front_matter(page), "images/"),
    "as the site's own file": lambda page: ("mims-account.md", page, "images/"),
    "as Markdown": lambda page: ("mims-account.md", page.replace("variant: tiptap\n", ""), "images/"),
    "saved by a browser": lambda page: (
        "MIMS Account.html",
        saved_by_a_browser(page),
        "MIMS Account_files/",
    ),
}


@pytest.fixture(params=SHAPES.values(), ids=SHAPES.keys())
def result(request: pytest.FixtureRequest) -> Imported:
    name, page, folder = request.param(PAGE.read_text("utf-8"))
    pictures = {f"{folder}{path.name}": path.read_bytes() for path in (SCHOOL_PAGE / "images").iterdir()}
    return import_page(name, files={name: page.encode(), **pictures})


@pytest.fixture
def ours() -> Content:
    """The repository's own words."""
    return load_content(ROOT / "content.yaml")


def test_its_text_is_ours_with_its_emphasis(result: Imported, ours: Content, tmp_path: Path) -> None:
    added = next(
        block for block in ours.text if isinstance(block, Heading) and "username" in block.text[0].text
    )
    expected = tuple(block for block in ours.text if block is not added)  # a heading that the page has not
    content = laid_down(result, tmp_path)
    assert content.text == expected
    assert content.title == ours.title


def test_nothing_of_the_panel_or_the_settings_is_lost(
    result: Imported, ours: Content, tmp_path: Path
) -> None:
    content = laid_down(result, tmp_path)
    assert (content.settings.school, content.settings.domain, content.settings.portal) == (
        ours.settings.school,
        ours.settings.domain,
        ours.settings.portal,
    )
    assert content.settings.handbook_page == 136
    assert (content.panel, content.portal_note) == (ours.panel, ours.portal_note)
    frame = values(result)
    original = yaml.safe_load((ROOT / "content.yaml").read_text("utf-8"))
    assert frame.keys() == original.keys()


def test_texts_use_the_settings_as_ours_do(result: Imported) -> None:
    assert "Student Handbook (pg {handbook_page}) so" in " ".join(result.content.split())
    assert "`full_name@{domain}`" in result.content
    assert "*Username =* `mary_tan@{domain}`" in result.content


def test_its_eight_pictures_are_the_guides_in_their_order(result: Imported, tmp_path: Path) -> None:
    content = laid_down(result, tmp_path)
    assert [guide.image.name for guide in content.guides.pictures] == [f"mims{n}.png" for n in range(1, 9)]
    assert all(
        result.images[f"mims{n}.png"] == (SCHOOL_PAGE / "images" / f"mims{n}.png").read_bytes()
        for n in range(1, 9)
    )


@pytest.mark.slow
def test_it_prints_every_sentence_that_is_printed_today(
    result: Imported, real_content: Content, tmp_path: Path
) -> None:
    def sentences(content: Content) -> list[str]:
        pdf = build_handout(content)
        text = joined(" ".join(page_text(pdf, number) for number in range(page_count(pdf))))
        text = text.partition(" Page 1 of ")[0].replace("MIMS username Do note", "Do note")
        return re.split(r"(?<=[.!?]) ", text)

    assert sentences(laid_down(result, tmp_path)) == sentences(real_content)
