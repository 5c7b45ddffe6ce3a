"""The pictures of a page: which come along, and what is said of the others."""

import io
from base64 import b64encode

import pytest
from helpers.site import STEPS, guides, imported, picture, png, remarks, text, tiptap, values
from PIL import Image


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
        ("data:image/svg+xml;base64,PHN2Zy8+", 'a picture inside the page was left out: "inside-b601c0e0.svg+xml" is an SVG drawing, which cannot be printed here.'),
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
