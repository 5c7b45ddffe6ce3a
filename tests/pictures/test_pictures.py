"""Pictures of any origin, made ready for print."""

import random
import struct
import zlib
from pathlib import Path

import pytest
from helpers.pictures import BOX, corner, decoded, near, prepare_picture, saved
from helpers.school import draw_slide
from PIL import Image

from handout.errors import FlawError
from handout.pictures.picture import Finish
from handout.pictures.prepare import prepare_pictures
from handout.pictures.print_ready import PRINT_DPI

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


def test_a_photo_taken_sideways_is_upright(tmp_path: Path) -> None:
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


def test_a_picture_of_few_colours_keeps_every_one(tmp_path: Path) -> None:
    image = Image.new("RGB", (320, 180), (254, 251, 253))
    for number in range(200):
        image.putpixel((number, number % 180), (number, 255 - number, 90 + number % 3))
    picture = prepare_picture(saved(tmp_path, image), *BOX)
    assert picture.colours == "P"
    assert decoded(picture).tobytes() == image.tobytes()
