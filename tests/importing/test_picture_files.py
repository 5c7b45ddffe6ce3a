"""Where the pictures of a page are looked for."""

from pathlib import Path

import pytest
from helpers.site import png, remarks, tiptap

from handout import import_page


def page_at(path: Path, source: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(tiptap(f"<p>Words.</p><img src='{source}' alt='x'>"), "utf-8")
    return path


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(png())
    return path


@pytest.mark.parametrize(
    ("page", "source", "at"),
    [
        ("page.md", "/images/a.png", "images/a.png"),
        ("page.md", "a.png", "a.png"),
        ("page.md", "./Page_files/a%20b.png", "Page_files/a b.png"),
        ("_parents/sub/page.md", "/images/x/a.png", "images/x/a.png"),
        ("_parents/sub/page.md", "../../images/a.png", "images/a.png"),
    ],
)
def test_pictures_are_beside_the_page_or_in_the_folder_of_its_site(
    tmp_path: Path, page: str, source: str, at: str
) -> None:
    (tmp_path / "_config.yml").write_text("title: Banyan Tree Primary School")
    put(tmp_path / at)
    result = import_page(page_at(tmp_path / page, source))
    assert list(result.images.values()) == [png()]


@pytest.mark.slow
def test_pictures_may_be_in_a_folder_that_is_named(tmp_path: Path) -> None:
    put(tmp_path / "slides" / "a.png")
    for source in ("/images/deep/a.png", "https://site.example/images/a.png"):
        result = import_page(page_at(tmp_path / "page.md", source), images=tmp_path / "slides")
        assert list(result.images) == ["a.png"]


@pytest.mark.parametrize(
    "source",
    [
        "../secret.png",
        "/../secret.png",
        "..%2Fsecret.png",
        "..\\secret.png",
        "link.png",
        "file:///secret.png",
        "loop.png",
    ],
)
def test_nothing_outside_the_sites_folder_is_read(tmp_path: Path, source: str) -> None:
    secret = put(tmp_path / "secret.png")
    page = page_at(tmp_path / "site" / "page.md", source)
    (tmp_path / "site" / "link.png").symlink_to(secret)
    (tmp_path / "site" / "loop.png").symlink_to(tmp_path / "site" / "loop.png")
    assert import_page(page).images == {}


ALONE = (
    "a page that is printed alone (a sheet) has no guides. "
    "In content.yaml write this text twice, below pack: as it is, and below sheet: for the page alone."
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("<p>Refer to the guides below on setting up.</p>", "guides below"),
        ("<ul><li>Parents<ul><li>See the slides below.</li></ul></li></ul>", "slides below"),
        ("<ol><li>One</li><li>Use the <b>slides</b> shown below.</li></ol>", "slides shown below"),
        ("<p>Please follow the following pictures.</p>", "following pictures"),
    ],
)
def test_a_text_that_speaks_of_guides_below_is_named_for_the_page_alone(words: str, named: str) -> None:
    page = tiptap(f"<p>First.</p>\n{words}\n<img src='/images/a.png' alt='A'>")
    assert remarks(page, {"images/a.png": png()}) == [f'page.md, line 8: "{named}": {ALONE}']
    assert remarks(tiptap(words)) == [], "without pictures it says what it said on the page"


@pytest.mark.slow
@pytest.mark.parametrize("words", ["See the table below.", "Below is our address.", "Our guide for parents."])
def test_other_words_are_no_guides(words: str) -> None:
    page = tiptap(f"<p>{words}</p><img src='/images/a.png' alt='A'>")
    assert remarks(page, {"images/a.png": png()}) == []
