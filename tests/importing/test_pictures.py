"""Pictures of a page become the guides: found, never fetched, captioned by what is above them, or named."""

import io
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers.pdfs import page_count
from helpers.site import imported, laid_down, png, remarks, text, tiptap, values
from PIL import Image

from handout import build_handout, import_page, load_content
from handout.content import ALT_TO_WRITE


def picture(number: int, alt: str = "") -> str:
    return (
        '<div class="isomer-image-wrapper">\n<img style="width: 100%" height="auto" width="100%" '
        f'alt="{alt}" src="/images/step{number}.png">\n</div>\n<p></p>\n'
    )


STEPS = {f"site/images/step{number}.png": png() for number in range(1, 6)}


def guides(body: str, files: dict[str, bytes] = STEPS) -> list[dict[str, Any]]:
    return values(imported(tiptap(body), files)).get("guides", {}).get("pictures", [])


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
def test_a_title_or_closing_slide_that_takes_the_room_of_a_step_is_told(count: int, said: int) -> None:
    found = remarks(tiptap("<p>Words</p>" + picture(1, "Alt") * count), STEPS)
    message = (
        f"page.md: The first or last of the {count} pictures may be a title or closing slide."
        ' Each takes the room of a step. If so, delete the # before "small: yes" in content.yaml:'
        " they are printed small, and may save a page."
    )
    assert found == [message] * said


def test_what_was_told_of_title_slides_saves_a_page(tmp_path: Path) -> None:
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


def test_a_picture_that_is_shown_twice_is_one_file() -> None:
    result = imported(tiptap("<p>x</p>" + picture(1) + picture(1)), STEPS)
    assert list(result.images) == ["step1.png"]
    assert [guide["image"] for guide in values(result)["guides"]["pictures"]] == ["images/step1.png"] * 2


def test_names_that_no_system_minds() -> None:
    files = {"a/Ünï côde (1).PNG": png(), "b/ünï côde (1).png": png("red")}
    body = '<p>x</p><img src="/a/%C3%9Cn%C3%AF%20c%C3%B4de%20(1).PNG"><img src="b/ünï côde (1).png?raw=1">'
    result = imported(tiptap(body), files)
    assert list(result.images) == ["Ünï-côde-1.png", "ünï-côde-1-2.png"]
    assert list(result.images.values()) == [png(), png("red")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "remark"),
    [
        ("/images/gone.png", 'a picture that is not there was left out: "/images/gone.png".'),
        ("https://other.example/x.png", 'a picture of another website was left out: "https://other.example/x.png".'),
        ("//other.example/x.png", 'a picture of another website was left out: "//other.example/x.png".'),
        ("data:image/png;base64,AAAA", "a picture inside the page was left out: "),
        ("data:image/png;base64,A", "a picture without a file of its own was left out."),
        ("data:text/html,x", "a picture without a file of its own was left out."),
        ("file:///etc/passwd", 'a picture that is not there was left out: "file:///etc/passwd".'),
        ("", "a picture without a file of its own was left out."),
        ("http://[bad", "a picture without a file of its own was left out."),
        ("/images/words.png", 'the picture "/images/words.png" was left out: "words.png" is not a picture that can be read here.'),
        ("/images/drawing.svg", 'the picture "/images/drawing.svg" was left out: "drawing.svg" is an SVG drawing, which cannot be printed here.'),
    ],
)  # fmt: skip
def test_a_picture_that_cannot_come_along_is_named(source: str, remark: str) -> None:
    files = {"images/words.png": b"words", "images/drawing.svg": b"<svg xmlns='x'></svg>"}
    (found,) = remarks(tiptap(f"<p>x</p>\n<img alt='' src='{source}'>"), files)
    assert found.startswith(f"page.md, line 8: {remark}")


def test_a_title_is_an_alt_text_where_there_is_none() -> None:
    body = '<p>x</p><img src="/images/step1.png" title="A kite in  the sky"><img src="/images/step1.png" alt="Kite" title="Sky">'
    guides = values(imported(tiptap(body), STEPS))["guides"]["pictures"]
    assert [guide["alt"] for guide in guides] == ["A kite in the sky", "Kite"]


def test_a_missing_picture_is_named_with_its_caption_and_its_alt_text() -> None:
    page = tiptap(
        '<p>x</p>\n<figure><img src="/images/gone.png" alt="A red kite"><figcaption>Step 1</figcaption></figure>'
    )
    (found,) = remarks(page)
    assert found.startswith("page.md, line 8: a picture that is not there was left out (Step 1, A red kite):")


def test_a_picture_inside_the_page_comes_along() -> None:
    source = f"data:image/png;base64,{b64encode(png()).decode()}"
    result = imported(tiptap(f"<img src='{source}' alt='One'><img src='{source}' alt='Again'>"))
    (name,) = result.images
    assert result.images[name] == png()
    assert name.endswith(".png")
    assert [guide["image"] for guide in values(result)["guides"]["pictures"]] == [f"images/{name}"] * 2


@pytest.mark.parametrize(
    "attributes",
    [
        "src='/images/a.png?raw=true'",
        "src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='/images/a.png'",
        "srcset='/images/a.png 1x, /images/b.png 2x'",
        "src='/images/%61.png'",
    ],
)
def test_one_picture_is_one_file_however_it_is_addressed(attributes: str) -> None:
    result = imported(tiptap(f"<img src='/images/a.png'><img {attributes}>"), {"images/a.png": png()})
    assert [guide["image"] for guide in values(result)["guides"]["pictures"]] == ["images/a.png"] * 2
    assert set(result.images) == {"a.png"}


@pytest.mark.slow
@pytest.mark.parametrize("alt", ["a.png", "My Slide 1.JPG", ""])
def test_a_file_name_is_no_alt_text(alt: str) -> None:
    (guide,) = guides(f"<img src='/images/step1.png' alt='{alt}'>")
    assert guide["alt"].startswith("TO WRITE")


def test_a_hidden_picture_is_named_and_not_printed() -> None:
    page = tiptap("<p>x</p><img src='/images/a.png' style='display:none' height=1>")
    assert remarks(page, {"images/a.png": png()}) == [
        'page.md, line 7: a hidden picture was left out: "/images/a.png"'
    ]


def test_the_address_behind_a_picture_is_named() -> None:
    linked = "<a href='https://x.example/a'><img src='/images/a.png' alt='The form'></a>"
    for page in (tiptap(f"<p>{linked}</p>"), tiptap(f"<figure>{linked}</figure>")):
        assert remarks(page, {"images/a.png": png()}) == [
            'page.md, line 7: the address behind "The form" was left out: "https://x.example/a"'
        ]


def test_a_figure_loses_none_of_its_words() -> None:
    page = tiptap(
        "<figure><blockquote>Quoted.</blockquote><p><img src=/images/a.png></p><figcaption>Said by</figcaption></figure>"
    )
    assert text(page, {"images/a.png": png()}) == [{"paragraph": "Quoted."}, {"paragraph": "Said by"}]


@pytest.mark.slow
@pytest.mark.filterwarnings("error")
def test_no_library_speaks_of_a_picture() -> None:
    bomb = io.BytesIO()
    Image.new("1", (12_000, 9_000)).save(bomb, "PNG")
    (remark,) = remarks(tiptap("<p>x</p><img src=/a.png>"), {"a.png": bomb.getvalue()})
    assert "has more than 40 million pixels" in remark


# On disk -----------------------------------------------------------------------------------------------------


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
    ],
)
def test_nothing_outside_the_sites_folder_is_read(tmp_path: Path, source: str) -> None:
    secret = put(tmp_path / "secret.png")
    page = page_at(tmp_path / "site" / "page.md", source)
    (tmp_path / "site" / "link.png").symlink_to(secret)
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
