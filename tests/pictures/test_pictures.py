"""Pictures of any origin, made ready for print."""

import importlib.util
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from helpers.pictures import BOX, corner, decoded, ink, near, prepare_picture, saved
from helpers.school import ROOT, SCHOOL_PAGE, draw_slide
from PIL import Image, ImageChops

from handout.errors import FlawError
from handout.pictures.picture import Finish, Picture
from handout.pictures.prepare import prepare_pictures
from handout.pictures.print_ready import PRINT_DPI
from handout.theme import SMALL_PICTURE

ORANGE = (230, 120, 20)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "name", "colour", "wanted"),
    [
        ("RGB", "a.png", ORANGE, ORANGE),
        ("RGB", "a.jpg", ORANGE, ORANGE),
        ("RGB", "a.webp", ORANGE, ORANGE),
        ("RGB", "a.bmp", ORANGE, ORANGE),
        ("RGB", "a.tif", ORANGE, ORANGE),
        ("P", "a.gif", 0, (0, 0, 0)),
        ("L", "a.png", 90, (90, 90, 90)),
        ("1", "a.png", 1, (255, 255, 255)),
        ("LA", "a.png", (0, 0), (255, 255, 255)),
        ("RGBA", "a.png", (*ORANGE, 255), ORANGE),
        ("RGBA", "a.png", (0, 0, 0, 0), (255, 255, 255)),
        ("RGBA", "a.png", (0, 0, 0, 128), (127, 127, 127)),
        ("CMYK", "a.jpg", (0, 0, 0, 0), (255, 255, 255)),
        ("CMYK", "a.tif", (0, 0, 0, 255), (0, 0, 0)),
        ("I;16", "a.png", 32768, (128, 128, 128)),
        ("I;16", "a.tif", 65535, (255, 255, 255)),
        ("I", "a.tif", 32768, (128, 128, 128)),
        ("F", "a.tif", 1.0, (255, 255, 255)),
    ],
)
def test_every_kind_keeps_its_colours(tmp_path: Path, mode: str, name: str, colour, wanted) -> None:  # noqa: ANN001
    path = saved(tmp_path, Image.new(mode, (300, 200), colour), name)
    assert near(corner(prepare_picture(path, *BOX)), wanted)


@pytest.mark.slow
@pytest.mark.parametrize("colours", [1, 2, 3, 15, 17, 200])
def test_few_colours_are_eight_bits_each_all_the_same(tmp_path: Path, colours: int) -> None:
    image = Image.new("P", (301, 40))
    image.putpalette([level for number in range(colours) for level in (number, 255 - number, 90)])
    for x in range(301):
        image.paste(x % colours, (x, 0, x + 1, 40))
    picture = prepare_picture(saved(tmp_path, image), *BOX)
    assert len(zlib.decompress(picture.samples)) == (301 + 1) * 40
    assert decoded(picture).tobytes() == image.convert("RGB").tobytes()


@pytest.mark.parametrize(
    "colours",
    [
        [(9, 8, 7)],
        [(0, 0, level) for level in range(256)],  # red and green alone tell nothing
        [((7 - blue) % 256, (9 - blue) % 256, blue) for blue in range(256)],  # nor with blue added once
        [tuple(random.Random(seed).randbytes(3)) for seed in range(256)],
    ],
    ids=["one", "blues", "one sum", "any"],
)
def test_a_picture_keeps_the_few_colours_it_has(tmp_path: Path, colours: list[tuple[int, int, int]]) -> None:
    image = Image.new("RGB", (300, 90))
    image.putdata([colours[(x + y) % len(colours)] for y in range(90) for x in range(300)])
    picture = prepare_picture(saved(tmp_path, image), *BOX)
    assert picture.colours == "P"
    assert decoded(picture).tobytes() == image.tobytes()


def test_a_palette_with_a_clear_colour_lies_on_white(tmp_path: Path) -> None:
    image = Image.new("P", (60, 40), 1)
    image.putpalette([200, 0, 0, 0, 0, 200])
    path = saved(tmp_path, image, transparency=1)
    assert near(corner(prepare_picture(path, *BOX)), (255, 255, 255))


def test_a_photo_taken_sideways_stands_upright(tmp_path: Path) -> None:
    image = Image.new("RGB", (200, 100), "white")
    image.paste("black", (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter to the right
    picture = prepare_picture(saved(tmp_path, image, "a.jpg", exif=exif), *BOX)
    assert (picture.width, picture.height) == (100, 200)
    assert near(decoded(picture).getpixel((50, 20)), (0, 0, 0), 20)


def test_the_printed_size_fits_the_box_and_keeps_the_shape(tmp_path: Path) -> None:
    for size in ((1180, 660), (400, 800), (100, 10)):
        picture = prepare_picture(saved(tmp_path, Image.new("RGB", size)), *BOX)
        assert picture.width_mm <= BOX[0] + 1e-9
        assert picture.height_mm <= BOX[1] + 1e-9
        assert picture.width_mm / picture.height_mm == pytest.approx(size[0] / size[1])


@pytest.mark.slow
def test_more_pixels_than_print_needs_are_reduced_and_fewer_are_left(tmp_path: Path) -> None:
    large = prepare_picture(saved(tmp_path, Image.new("RGB", (5000, 2800), ORANGE)), *BOX)
    assert large.width == pytest.approx(large.width_mm / 25.4 * PRINT_DPI, abs=1)
    small = prepare_picture(saved(tmp_path, Image.new("RGB", (500, 280))), *BOX)
    assert (small.width, small.height) == (500, 280)
    assert small.dpi == pytest.approx(500 / small.width_mm * 25.4)


def test_a_photograph_keeps_all_its_colours(tmp_path: Path) -> None:
    dice = random.Random(1)
    noise = Image.frombytes("RGB", (90, 60), dice.randbytes(90 * 60 * 3))
    picture = prepare_picture(saved(tmp_path, noise), *BOX)
    assert picture.colours == "RGB"
    assert decoded(picture).tobytes() == noise.tobytes()


def test_nothing_but_the_samples_goes_into_the_pdf(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    picture = prepare_picture(saved(tmp_path, Image.new("RGB", (40, 30)), "a.jpg", exif=exif), *BOX)
    assert b"taken at home" not in picture.samples + zlib.decompress(picture.samples)


def interlaced(image: Image.Image) -> bytes:
    """An Adam7 PNG of an RGB picture; Pillow itself writes none."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    passes = (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    )
    rows = b"".join(
        b"\0" + b"".join(bytes(image.getpixel((x, y))) for x in range(left, image.width, across))
        for left, top, across, down in passes
        for y in range(top, image.height, down)
    )
    header = struct.pack(">IIBBBBB", image.width, image.height, 8, 2, 0, 0, 1)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def test_an_interlaced_file_is_the_same_picture(tmp_path: Path) -> None:
    image = Image.radial_gradient("L").resize((40, 24)).convert("RGB")
    (tmp_path / "a.png").write_bytes(interlaced(image))
    assert decoded(prepare_picture(tmp_path / "a.png", *BOX)).tobytes() == image.tobytes()


def test_a_moving_gif_shows_its_first_picture(tmp_path: Path) -> None:
    later = Image.new("P", (60, 40), 0)
    later.putpalette([0, 0, 200])
    first = Image.new("P", (60, 40), 0)
    first.putpalette(ORANGE)
    path = saved(tmp_path, first, "a.gif", save_all=True, append_images=[later])
    assert corner(prepare_picture(path, *BOX)) == ORANGE


@pytest.mark.slow
def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.png" for number in range(6)]
    for number, path in enumerate(paths):
        draw_slide(path, number)
    assert prepare_pictures(paths, Finish(*BOX)) == [prepare_picture(path, *BOX) for path in paths]


@pytest.mark.slow
def test_a_small_mark_keeps_its_colour_among_many(tmp_path: Path) -> None:
    down = Image.linear_gradient("L").resize((80, 50))
    across = Image.linear_gradient("L").transpose(Image.Transpose.ROTATE_90).resize((80, 50))
    image = Image.new("RGB", (800, 500), "white")
    image.paste(Image.merge("RGB", [down, across, down]), (10, 10))
    image.paste((255, 0, 255), (400, 250, 403, 253))
    picture = prepare_picture(saved(tmp_path, image), *BOX)
    assert picture.colours == "P"
    assert near(decoded(picture).getpixel((401, 251)), (255, 0, 255), 64)


@pytest.mark.slow
def test_an_odd_file_says_nothing_of_its_own(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    image = Image.new("P", (60, 40), 1)
    image.putpalette([200, 0, 0, 0, 0, 200])
    path = saved(tmp_path, image, transparency=bytes([255, 0]))  # "should be converted to RGBA"
    prepare_picture(path, *BOX)
    large = saved(tmp_path, Image.new("1", (9500, 9500)), "large.png")  # "could be decompression bomb"
    with pytest.raises(FlawError, match="more than 40 million"):
        prepare_picture(large, *BOX)
    assert not recwarn.list


class TestRefused:
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "is empty"),
            (b"no picture at all", "is not a picture"),
            (b"%PDF-1.7", "is a PDF"),
            (b"<svg xmlns='x'/>", "is an SVG drawing"),
            (b"<?xml version='1.0'?><!DOCTYPE svg [" + b"<!ENTITY a 'b'>" * 150 + b"]><svg/>", "is an SVG"),
            (b"\0\0\0\x18ftypheic", "is a HEIC photo"),
            (b"%!PS-Adobe-3.0 EPSF-3.0", "is a PostScript file"),
            (b"\x89PNG\r\n\x1a\n", "is not a picture that can be read here"),
        ],
    )
    def test_what_is_no_picture(self, tmp_path: Path, data: bytes, words: str) -> None:
        (tmp_path / "a.png").write_bytes(data)
        with pytest.raises(FlawError, match=words) as error:
            prepare_picture(tmp_path / "a.png", *BOX)
        assert error.value.flaws[0].remedy

    def test_a_picture_cut_short(self, tmp_path: Path) -> None:
        draw_slide(tmp_path / "a.png", 1)
        (tmp_path / "a.png").write_bytes((tmp_path / "a.png").read_bytes()[:3000])
        with pytest.raises(FlawError, match="damaged or cut short"):
            prepare_picture(tmp_path / "a.png", *BOX)

    @pytest.mark.slow
    def test_too_many_pixels_are_refused_before_they_are_decoded(self, tmp_path: Path) -> None:
        path = saved(tmp_path, Image.new("1", (8000, 6000)))
        with pytest.raises(FlawError, match="more than 40 million pixels"):
            prepare_picture(path, *BOX)

    def test_a_bomb(self, tmp_path: Path) -> None:
        saved(tmp_path, Image.new("1", (8, 8)), "a.png")
        data = bytearray((tmp_path / "a.png").read_bytes())
        data[16:24] = struct.pack(">II", 60_000, 60_000)
        data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
        (tmp_path / "a.png").write_bytes(data)
        with pytest.raises(FlawError, match="more than 40 million pixels"):
            prepare_picture(tmp_path / "a.png", *BOX)

    def test_a_missing_file_and_a_folder(self, tmp_path: Path) -> None:
        for path, words in ((tmp_path / "none.png", "There is no picture"), (tmp_path, "is a folder")):
            with pytest.raises(FlawError, match=words):
                prepare_picture(path, *BOX)

    def test_a_file_closed_to_us(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def closed(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "open", closed)
        with pytest.raises(FlawError, match="may not be read"):
            prepare_picture(tmp_path / "a.png", *BOX)

    @pytest.mark.slow
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
    def test_a_file_damaged_anywhere_is_refused_or_printed(self, tmp_path: Path, kind: str) -> None:
        draw_slide(tmp_path / "whole.png", 1)
        small = Image.open(tmp_path / "whole.png").convert("RGB").resize((118, 66))
        whole = saved(tmp_path, small, "whole", format=kind).read_bytes()
        dice = random.Random(kind)
        for number in range(40):
            data = bytearray(whole)
            for _ in range(dice.choice((1, 4))):
                data[dice.randrange(min(len(data), dice.choice((64, len(data)))))] = dice.randrange(256)
            (tmp_path / f"{number}").write_bytes(data)
        found = prepare_pictures([tmp_path / f"{number}" for number in range(40)], Finish(*BOX))
        assert {type(item) for item in found} <= {Picture, FlawError}

    @pytest.mark.slow
    def test_one_bad_picture_does_not_hide_the_others(self, tmp_path: Path) -> None:
        draw_slide(tmp_path / "good.png", 1)
        (tmp_path / "bad.png").write_bytes(b"")
        found = prepare_pictures([tmp_path / "bad.png", tmp_path / "good.png"], Finish(*BOX))
        assert [type(item) for item in found] == [FlawError, Picture]


def mean_ink(paths: list[Path], *, saver: bool, grey: bool = False) -> float:
    pictures = prepare_pictures(paths, Finish(*BOX, saver, grey))
    return sum(ink(decoded(picture)) for picture in pictures) / len(paths)


@pytest.mark.slow
def test_the_saver_halves_the_ink_of_the_real_slides() -> None:
    if not SCHOOL_PAGE.exists():
        pytest.skip("the school's page is not beside this checkout")
    slides = sorted((SCHOOL_PAGE / "images").glob("*.png"))
    assert mean_ink(slides, saver=False) == pytest.approx(0.264, abs=0.005)
    assert mean_ink(slides, saver=True) <= 0.12
    assert mean_ink(slides, saver=True, grey=True) <= 0.125


@pytest.mark.slow
def test_the_saver_prints_our_own_guides_with_no_more_ink_and_white_paper() -> None:
    guides = sorted((ROOT / "images").glob("mims*.png"))
    assert mean_ink(guides, saver=True) <= mean_ink(guides, saver=False)


@pytest.mark.slow
def test_whitened_paper_is_white_and_prints_no_dot(tmp_path: Path) -> None:
    for number in range(1, 4):
        draw_slide(tmp_path / "a.png", number)
        shown = decoded(prepare_picture(tmp_path / "a.png", *BOX, saver=True))
        _, commonest = max(shown.getcolors(shown.width * shown.height))
        assert commonest == (255, 255, 255)


@pytest.mark.slow
def test_smaller_prints_of_our_own_guides_take_no_more_room() -> None:
    guides = sorted((ROOT / "images").glob("mims*.png"))
    three, four = (prepare_pictures(guides, Finish(142, height)) for height in (78, 58))
    assert sum(len(picture.samples) for picture in four) <= sum(len(picture.samples) for picture in three)


@pytest.mark.slow
def test_the_saver_halves_the_ink_of_a_slide_on_a_blue_ground(tmp_path: Path) -> None:
    draw_slide(tmp_path / "a.png", 1)
    assert mean_ink([tmp_path / "a.png"], saver=True) < 0.5 * mean_ink([tmp_path / "a.png"], saver=False)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 9))
def test_the_saver_keeps_every_black_letter_of_our_own_guides(number: int) -> None:
    """A title whose strokes are broad is no coloured area."""
    path = ROOT / "images" / f"mims{number}.png"
    plain, spared = (
        decoded(prepare_picture(path, *BOX, saver=saver)).convert("L").point(lambda value: 255 * (value < 40))
        for saver in (False, True)
    )
    lost = ImageChops.subtract(plain, spared).histogram()[255]
    assert lost <= 0.005 * plain.histogram()[255]


@pytest.mark.slow
@pytest.mark.parametrize("grey", [False, True])
@pytest.mark.parametrize("size", [33, 36, 48])
def test_the_saver_keeps_a_title_in_large_type_black(
    tmp_path: Path, draw_guides: ModuleType, size: float, grey: bool
) -> None:
    """Of a colour that covers as much as a panel."""
    guide = draw_guides.Guide()
    guide.text(8, 10, "Self-Service Password\nReset Service", size, bold=True, leading=1.15)
    path = saved(tmp_path, guide.image.reduce(draw_guides.FINER))
    plain, spared = (
        decoded(prepare_picture(path, *BOX, **finish)).convert("L").point(lambda value: 255 * (value < 40))
        for finish in ({}, {"saver": True, "grey": grey})
    )
    lost = ImageChops.subtract(plain, spared).histogram()[255]
    assert lost <= 0.005 * plain.histogram()[255]


@pytest.mark.slow
def test_grey_and_saver_go_together(tmp_path: Path) -> None:
    draw_slide(tmp_path / "a.png", 1)
    picture = prepare_picture(tmp_path / "a.png", *BOX, saver=True, grey=True)
    assert picture.colours == "L"
    assert corner(picture) == (255, 255, 255)


@pytest.mark.parametrize("saver", [False, True])
def test_a_picture_of_few_colours_can_be_spared_and_greyed(tmp_path: Path, saver: bool) -> None:
    image = Image.new("P", (300, 200), 0)
    image.putpalette([157, 186, 244])
    picture = prepare_picture(saved(tmp_path, image), *BOX, saver=saver, grey=True)
    assert picture.colours == "L"
    assert (corner(picture) == (255, 255, 255)) is saver


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 9))
def test_our_own_guides_are_drawn_for_paper(number: int) -> None:
    path = ROOT / "images" / f"mims{number}.png"
    picture = prepare_picture(path, *BOX)
    assert (picture.width, picture.height) == (1677, 938)
    assert picture.width / picture.height == pytest.approx(1180 / 660, abs=0.002)
    assert picture.dpi == pytest.approx(300, abs=4)
    assert ink(decoded(picture)) < 0.1
    assert decoded(picture).getpixel((3, 3)) == (255, 255, 255)
    assert path.stat().st_size < 100_000


@pytest.fixture(scope="session")
def draw_guides() -> ModuleType:
    spec = importlib.util.spec_from_file_location("draw_guides", ROOT / "images" / "draw_guides.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_the_guides_are_what_their_script_draws_in_no_text_under_11_pt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, draw_guides: ModuleType
) -> None:
    sizes = []
    font: Callable = draw_guides.Guide.font

    def noted(guide: object, size: float, **style: bool) -> object:
        sizes.append(size)
        return font(guide, size, **style)

    monkeypatch.setattr(draw_guides, "FOLDER", tmp_path)
    monkeypatch.setattr(draw_guides.Guide, "font", noted)
    draw_guides.main()
    assert min(sizes) >= 11
    for number in range(1, 9):
        ours, drawn = (
            Image.open(folder / f"mims{number}.png").convert("RGB").reduce(4)  # one letter still tells
            for folder in (ROOT / "images", tmp_path)
        )
        assert max(high for _, high in ImageChops.difference(ours, drawn).getextrema()) < 48


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cover", "thanks"])
def test_what_is_printed_small_has_type_of_7_pt_there(
    monkeypatch: pytest.MonkeyPatch, draw_guides: ModuleType, name: str
) -> None:
    sizes = []
    font: Callable = draw_guides.Guide.font

    def noted(guide: object, size: float, **style: bool) -> object:
        sizes.append(size)
        return font(guide, size, **style)

    monkeypatch.setattr(draw_guides.Guide, "font", noted)
    getattr(draw_guides, name)(draw_guides.Guide())
    assert min(sizes) * SMALL_PICTURE / draw_guides.HEIGHT >= 7


def test_a_picture_of_few_colours_keeps_every_one(tmp_path: Path) -> None:
    image = Image.new("RGB", (320, 180), (254, 251, 253))
    for number in range(200):
        image.putpixel((number, number % 180), (number, 255 - number, 90 + number % 3))
    picture = prepare_picture(saved(tmp_path, image), *BOX)
    assert picture.colours == "P"
    assert decoded(picture).tobytes() == image.tobytes()
