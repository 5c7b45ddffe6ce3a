"""A run of pictures becomes the guides of the handout."""

from pathlib import Path

import pytest
import yaml
from helpers.pdfs import page_count
from helpers.site import STEPS, guides, imported, laid_down, picture, remarks, text, tiptap, values

from handout import build_handout, import_page, load_content
from handout.content import ALT_TO_WRITE


def captions(body: str) -> list[str]:
    return [guide["caption"] for guide in guides(body)]


def test_a_run_of_pictures_becomes_the_guides_in_their_order() -> None:
    body = "<p>Words</p>" + "".join(picture(number, f"Alt {number}") for number in (2, 1, 3))
    assert guides(body) == [
        {"image": f"images/step{number}.png", "caption": f"Picture {place}", "alt": f"Alt {number}"}
        for place, number in enumerate((2, 1, 3), 1)
    ]


def test_the_first_and_the_last_picture_are_small_when_one_sign_is_taken_away() -> None:
    body = "<p>Words</p>" + "".join(picture(number, "Alt") for number in (1, 2, 3))
    result = imported(tiptap(body), STEPS)
    assert not any("small" in guide for guide in values(result)["guides"]["pictures"])
    taken = yaml.safe_load(result.content.replace("# small: yes", "small: yes"))
    assert [guide.get("small") for guide in taken["guides"]["pictures"]] == [True, None, True]


@pytest.mark.parametrize(("count", "said"), [(2, 0), (3, 1), (8, 1)])
def test_a_title_or_closing_slide_that_takes_the_room_of_a_step_is_reported(count: int, said: int) -> None:
    found = remarks(tiptap("<p>Words</p>" + picture(1, "Alt") * count), STEPS)
    message = (
        f"page.md: The first or last of the {count} pictures may be a title or closing slide."
        ' Each takes the room of a step. If so, delete the # before "small: yes" in content.yaml:'
        " they are printed small, and may save a page."
    )
    assert found == [message] * said


def test_the_advice_about_title_slides_saves_a_page(tmp_path: Path) -> None:
    result = imported(tiptap("<p>Words</p>" + picture(1) * 8), STEPS)
    content = laid_down(result, tmp_path)
    full = page_count(build_handout(content))
    (tmp_path / "content.yaml").write_text(result.content.replace("# small: yes", "small: yes"), "utf-8")
    assert page_count(build_handout(load_content(tmp_path / "content.yaml"))) == full - 1


def test_a_content_yaml_of_the_school_gets_no_further_comments(tmp_path: Path) -> None:
    page = {"page.md": tiptap("<p>Words</p>" + picture(1, "Alt")).encode(), **STEPS}
    own = tmp_path / "content.yaml"
    own.write_text(import_page("page.md", files=page).content, "utf-8")
    again = import_page("page.md", files=page, settings=own).content
    assert again.count("# small: yes") == 1


def test_an_alt_text_that_the_page_has_not_is_a_marked_place() -> None:
    assert [guide["alt"] for guide in guides("<p>x</p>" + picture(1))] == [ALT_TO_WRITE]


@pytest.mark.slow
def test_the_heading_or_the_sentence_above_is_the_caption() -> None:
    body = (
        f"<h4>Step 1</h4>{picture(1)}{picture(2)}<h4>Step 2</h4><p>Words first. Then click this:</p>{picture(3)}"
        f"<p>No sentence</p>{picture(4)}<p>{'A sentence that is far too long for a caption. ' * 1}{'x' * 99}.</p>{picture(5)}"
    )
    assert captions(body) == ["Step 1", "Picture 2", "Then click this", "Picture 4", "Picture 5"]
    assert {"heading": "Step 1"} not in text(tiptap(body), STEPS)
    assert {"heading": "Step 2"} in text(tiptap(body), STEPS)


@pytest.mark.slow
def test_a_picture_in_a_list_or_paragraph_is_taken_out_of_it() -> None:
    body = (
        f'<ol><li><p>Open the page</p>{picture(1)}</li><li>Log in. Done?<img src="/images/step2.png"></li></ol>'
        '<p>Before <img src="/images/step3.png"> after.</p>'
    )
    assert captions(body) == ["Open the page", "Done?", "Picture 3"]
    assert text(tiptap(body), STEPS) == [
        {"numbered": ["Open the page", "Log in. Done?"]},
        {"paragraph": "Before"},
        {"paragraph": "after."},
    ]


def test_a_figure_has_its_own_caption() -> None:
    body = '<figure><img src="/images/step1.png"><figcaption>The <em>log in</em> page.</figcaption></figure><p>x</p>'
    assert captions(body) == ["The log in page."]


def test_a_page_without_pictures_has_no_guides() -> None:
    result = values(imported(tiptap("<p>Words.</p>")))
    assert "guides" not in result
    assert result["panel"]


def test_a_title_is_an_alt_text_where_there_is_none() -> None:
    body = '<p>x</p><img src="/images/step1.png" title="A kite in  the sky"><img src="/images/step1.png" alt="Kite" title="Sky">'
    guides = values(imported(tiptap(body), STEPS))["guides"]["pictures"]
    assert [guide["alt"] for guide in guides] == ["A kite in the sky", "Kite"]
