"""The page of the school: texts, settings and guides changed, checked, saved, undone."""

import re
from pathlib import Path

import pytest
from helpers.school_page import picture
from starlette.testclient import TestClient

from handout import load_content
from handout.model import plain
from handout.web.app import create_app
from handout.web.runner import Slices
from handout.web.school import School

pytestmark = pytest.mark.slow


def test_every_text_and_the_eight_guides_are_there(school_client: TestClient) -> None:
    page = school_client.get("/school").text
    assert 'value="Rain Tree Primary School"' in page
    assert page.count('name="picture-') == 8
    assert page.count("What the picture shows") == 8
    assert "MOE Identity Management System" in page
    assert school_client.get("/school/picture/0").headers["content-type"] == "image/png"
    assert school_client.get("/school/preview.png?page=2").content.startswith(b"\x89PNG")


def test_a_setting_is_saved_and_nothing_else_changes(school_client: TestClient, folder: Path) -> None:
    before = (folder / "content.yaml").read_text("utf-8")
    page = school_client.post("/school", data={"at:settings/school": "Frangipani Primary School"}).text
    assert "Not saved yet." in page
    assert (folder / "content.yaml").read_text("utf-8") == before, "it is not saved yet"
    assert "Saved." in school_client.post("/school", data={"save": "1"}).text
    after = (folder / "content.yaml").read_text("utf-8")
    assert after == before.replace("Rain Tree Primary School", "Frangipani Primary School")
    assert (folder / "content.yaml.bak").read_text("utf-8") == before
    assert "The former texts are back." in school_client.post("/school/undo").text
    assert (folder / "content.yaml").read_text("utf-8") == before


def test_only_what_can_be_printed_is_saved(school_client: TestClient, folder: Path) -> None:
    before = (folder / "content.yaml").read_text("utf-8")
    page = school_client.post("/school", data={"at:settings/domain": "no domain", "save": "1"}).text
    assert "Not saved: fix the problems first." in page
    assert '<a href="#settings-domain">What follows the @ in every username: ' in page, (
        "no line of content.yaml"
    )
    assert 'id="settings-domain"' in page
    assert "handout-" not in page.partition("<main")[2], "no folder of ours is named"
    assert (folder / "content.yaml").read_text("utf-8") == before
    assert "All is saved." in school_client.post("/school", data={"discard": "1"}).text


def test_a_picture_on_its_place(school_client: TestClient, folder: Path) -> None:
    old = (folder / "images" / "mims3.png").read_bytes()
    files = {"picture-2": ("Our Slide (3).PNG", picture())}
    data = {"at:guides/pictures/2/caption": "Our own *slide*", "at:guides/pictures/2/alt": "A red slide."}
    assert "Not saved yet." in school_client.post("/school", data=data, files=files).text
    assert school_client.get("/school/picture/2").content == picture()
    assert "Saved." in school_client.post("/school", data={"save": "1"}).text
    guide = load_content(folder / "content.yaml").guides.pictures[2]
    assert guide.image.read_bytes() == picture()
    assert guide.image.name.startswith("our-slide-3-")
    assert plain(guide.alt) == "A red slide."
    assert (folder / "images" / "mims3.png").read_bytes() == old


def test_a_title_slide_is_ticked_to_be_printed_small(school_client: TestClient, folder: Path) -> None:
    before = (folder / "content.yaml").read_text("utf-8")
    page = school_client.get("/school").text
    ticked = re.findall(r'name="small-(\d)" value="yes" (checked)?>', page)
    assert ticked == [(str(place), "checked" if place in {0, 7} else "") for place in range(8)]
    assert page.count("Print this slide small (a title or closing slide)") == 8
    shown = {"guide": [str(place) for place in range(8)], "save": "1"}
    school_client.post("/school", data={**shown, "small-1": "yes", "small-7": "yes"})
    pictures = load_content(folder / "content.yaml").guides.pictures
    assert [place for place, guide in enumerate(pictures) if guide.small] == [1, 7]
    school_client.post("/school", data={**shown, "small-0": "yes", "small-7": "yes"})
    after = (folder / "content.yaml").read_text("utf-8")
    assert sorted(after.splitlines()) == sorted(before.splitlines())


def test_what_is_no_picture_is_reported(school_client: TestClient) -> None:
    page = school_client.post("/school", data={}, files={"picture-0": ("slide.png", b"no picture")}).text
    assert "There is a problem" in page
    assert "slide-" in page


def test_an_empty_picture_is_not_reported_as_missing(school_client: TestClient) -> None:
    page = school_client.post("/school", data={}, files={"picture-0": ("slide.png", b"")}).text
    assert "There is a problem" in page
    assert ".png&#34; is empty. Copy it again" in page
    assert "There is no picture" not in page


def test_a_new_picture_under_the_former_caption_is_pointed_out(school_client: TestClient) -> None:
    hint = "The caption and the description below are those of the former picture"
    assert hint not in school_client.get("/school").text
    part = school_client.post("/school", files={"picture-2": ("new.png", picture())}).text.partition(
        'id="former-2"'
    )[2]
    assert hint in part.partition("</div>")[0]
    told = school_client.post("/school", data={"save": "1"}).text
    assert "Guide 3 has another picture under the former caption and description: do they still fit?" in told
    assert hint not in told, "once it is saved, nothing is former"
    words = {"at:guides/pictures/4/caption": "Ours", "at:guides/pictures/4/alt": "A blue slide."}
    page = school_client.post("/school", data=words, files={"picture-4": ("blue.png", picture("blue"))}).text
    assert hint not in page


def page_shown(page: str) -> tuple[int, int]:
    """The page beside the form, and how many there are."""
    found = re.search(r"Page (\d+) of (\d+)</figcaption>", page)
    assert found
    return int(found[1]), int(found[2])


def test_the_preview_shows_the_page_that_was_changed(school_client: TestClient) -> None:
    first, pages = page_shown(school_client.get("/school").text)
    assert first == 1 < pages
    last = {"at:guides/pictures/7/caption": "Thanks"}
    assert page_shown(school_client.post("/school", data=last).text) == (pages, pages)
    assert page_shown(school_client.get("/school").text) == (pages, pages), "and stays there"
    assert page_shown(school_client.post("/school", data={"at:title": "MIMS"}).text) == (1, pages)
    asked = school_client.post("/school?page=2", data={"at:guides/pictures/7/caption": "Bye"}).text
    assert page_shown(asked) == (2, pages), "what is typed is kept when another page is asked for"
    assert 'value="Bye"' in asked


def test_each_field_has_words_of_its_own_that_a_clerk_knows(school_client: TestClient) -> None:
    page = school_client.get("/school").text
    labels = [
        " ".join(label.split())
        for label in re.findall(r"<label>([^<]+?)\s*<(?:input|textarea) name=\"at:", page)
    ]
    assert {"Before the register number", "Heading, for Primary 1 to 3", "List 1, point 1, in the pack"} <= {
        *labels
    }
    assert {"Caption, beside the picture (guide 4)", "Name of the steps that it belongs to (guide 4)"} <= {
        *labels
    }
    assert len(labels) == len(set(labels)) == page.count('name="at:')
    assert not [label for label in labels if re.search("_|^(Labels|Guides|Panel|Text|Settings) ", label)]


@pytest.mark.parametrize("name", ["../../evil.png", "C:\\x\\evil.png", "a/b.png", ".png", "\u202e.png"])
def test_a_picture_stays_in_its_folder(school_client: TestClient, folder: Path, name: str) -> None:
    school_client.post("/school", data={"save": "1"}, files={"picture-0": (name, picture())})
    found = load_content(folder / "content.yaml").guides.pictures[0].image
    assert found.parent == folder / "images"
    assert {path.name for path in folder.parent.iterdir()} == {"own"}


def test_texts_are_text_not_markup(school_client: TestClient) -> None:
    page = school_client.post("/school", data={"at:title": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page


def test_a_file_that_only_a_person_can_fix(folder: Path) -> None:
    (folder / "content.yaml").write_text("title: [\n")
    with TestClient(create_app(School(folder / "content.yaml"), Slices())) as client:
        page = client.get("/school").text
        assert "content.yaml:" in page
        assert client.post("/school", data={"at:title": "x"}).status_code in {200, 422}
