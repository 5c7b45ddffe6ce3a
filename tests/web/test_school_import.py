"""A web page of the school's, imported on the page of the school."""

from pathlib import Path

import pytest
from helpers.school_page import PAGE, picture
from starlette.testclient import TestClient

from handout import load_content
from handout.model import plain
from handout.web.app import create_app
from handout.web.runner import Slices
from handout.web.school import School

pytestmark = pytest.mark.slow


def test_the_schools_web_page_is_imported_but_not_saved(school_client: TestClient, folder: Path) -> None:
    before = (folder / "content.yaml").read_text("utf-8")
    page = school_client.post("/school/import", files=[("page", ("mims.md", PAGE))]).text
    assert "The page was imported." in page
    assert "One account." in page
    assert (folder / "content.yaml").read_text("utf-8") == before
    assert school_client.post("/school/import", files=[("page", ("mims.pdf", b"%PDF"))]).status_code == 400


def test_an_imported_page_keeps_the_schools_settings_and_overwrites_no_picture(
    school_client: TestClient, folder: Path
) -> None:
    school_client.post("/school", data={"at:settings/school": "Frangipani Primary School", "save": "1"})
    before = (folder / "images" / "mims1.png").read_bytes()
    page = (
        PAGE
        + "<p>Ask your teacher in Frangipani Primary School.</p><img src='a/mims1.png' alt='A'><img src='b/mims1.png' alt='B'>"
    )
    files = [
        ("page", ("mims.md", page.encode())),
        ("page", ("site/a/mims1.png", picture("red"))),
        ("page", ("site\\b\\mims1.png", picture("blue"))),
    ]
    school_client.post("/school/import", files=files)
    assert "Saved." in school_client.post("/school", data={"save": "1"}).text
    content = load_content(folder / "content.yaml")
    assert content.settings.school == "Frangipani Primary School"
    assert [guide.image.read_bytes() for guide in content.guides.pictures] == [
        picture("red"),
        picture("blue"),
    ]
    assert (folder / "images" / "mims1.png").read_bytes() == before


def test_two_files_of_one_name_are_never_mixed_up(school_client: TestClient) -> None:
    files = [("page", ("mims.md", PAGE.encode()))]
    files += [("page", ("a.png", picture(colour))) for colour in ("red", "blue")]
    answer = school_client.post("/school/import", files=files)
    assert answer.status_code == 400
    assert "Two different files are called a.png." in answer.text


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("mims.md", b"caf\xe9", "it is not UTF-8"),
        ("mims.html", b"<div>" * 5000, "nested too deeply"),
        ("mims.md", b"", "There is no text on this page."),
    ],
)
def test_a_page_that_cannot_be_imported_says_so_where_it_was_chosen(
    school_client: TestClient, name: str, data: bytes, told: str
) -> None:
    page = school_client.post("/school/import", files=[("page", (name, data))]).text
    assert "Not imported." in page
    assert told in page
    assert "MOE Identity Management System" in page, "what is saved is still there"


def test_a_page_whose_pictures_wait_for_words_can_be_looked_at(school_client: TestClient) -> None:
    files = [("page", ("mims.md", f"{PAGE}<img src=a.png>".encode())), ("page", ("a.png", picture()))]
    page = school_client.post("/school/import", files=files).text
    assert 'href="#guides-pictures-0-alt">Guide 1: Write what its picture shows' in page
    assert "/school/preview.png" in page
    assert "TO WRITE" not in page.partition("<main")[2], "the box is empty, to write into"
    empty = {"save": "1", "at:guides/pictures/0/alt": ""}
    page = school_client.post("/school", data=empty).text
    assert "Not saved: fix the problems first." in page
    assert "Guide 1: Write what its picture shows" in page
    written = {"at:guides/pictures/0/alt": "The first step."}
    assert "Guide 1: Write" not in school_client.post("/school", data=written).text


def test_a_picture_that_was_not_chosen_is_named(school_client: TestClient) -> None:
    page = school_client.post(
        "/school/import", files=[("page", ("mims.md", f"{PAGE}<img src=a.png>".encode()))]
    ).text
    assert "Choose its file together with the page, and import again." in page


def test_a_page_is_imported_where_the_content_is_broken(folder: Path) -> None:
    (folder / "content.yaml").write_text("title: [\n")
    with TestClient(create_app(School(folder / "content.yaml"), Slices())) as client:
        client.post("/school/import", files=[("page", ("mims.md", PAGE))])
        assert "Saved." in client.post("/school", data={"save": "1"}).text
    assert plain(load_content(folder / "content.yaml").title) == "MIMS Account"
