"""Files that other programs print right, and so do we: profiles, deep greys, odd GIFs, broken texts."""

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from helpers.pictures import BOX, corner, decoded, near, prepare_picture, saved
from helpers.school import ROOT
from PIL import Image, ImageCms

CASES = ROOT.parent / "shared" / "cases" / "files"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(bits: int, kind: int, rows: bytes, size: tuple[int, int], *more: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", *size, bits, kind, 0, 0, 0)
    parts = [chunk(b"IHDR", header), *more, chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def swapped_profile() -> bytes:
    """A profile whose red is sRGB's blue: the colour columns of sRGB in another order."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[:] = profile.replace(b"rXYZ", b"tXYZ").replace(b"bXYZ", b"rXYZ").replace(b"tXYZ", b"bXYZ")
    return bytes(profile.replace("sRGB".encode("utf-16-be"), "Test".encode("utf-16-be")))


@pytest.mark.slow
@pytest.mark.parametrize(("mode", "colour"), [("RGB", (250, 10, 10)), ("RGBA", (250, 10, 10, 255))])
def test_colours_are_those_of_the_profile(tmp_path: Path, mode: str, colour: tuple[int, ...]) -> None:
    path = saved(tmp_path, Image.new(mode, (60, 40), colour), icc_profile=swapped_profile())
    red, _, blue = corner(prepare_picture(path, *BOX))
    assert blue > 200 > red


def test_a_broken_profile_is_passed_over(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("RGB", (60, 40), (230, 120, 20)), icc_profile=b"no profile at all")
    assert near(corner(prepare_picture(path, *BOX)), (230, 120, 20))


def test_a_deep_grey_with_a_clear_level_is_a_ramp_on_paper(tmp_path: Path) -> None:
    levels = [0, 16384, 32768, 49152]
    rows = b"\0" + b"".join(struct.pack(">H", level) for level in levels)
    (tmp_path / "a.png").write_bytes(png(16, 0, rows, (4, 1), chunk(b"tRNS", struct.pack(">H", 0))))
    shown = decoded(prepare_picture(tmp_path / "a.png", *BOX))
    assert [shown.getpixel((x, 0))[0] for x in range(4)] == pytest.approx([255, 64, 128, 191], abs=2)


@pytest.mark.parametrize(("gamma", "wanted"), [(45455, 128), (100000, 186)])
def test_the_gamma_of_a_png_counts(tmp_path: Path, gamma: int, wanted: int) -> None:
    """Half of full light is level 186 on a screen of gamma 2.2."""
    more = chunk(b"gAMA", struct.pack(">I", gamma))
    (tmp_path / "a.png").write_bytes(png(8, 0, b"\0\x80\x80\x80\x80\x80", (5, 1), more))
    assert decoded(prepare_picture(tmp_path / "a.png", *BOX)).getpixel((2, 0))[0] == pytest.approx(
        wanted, abs=2
    )


def test_a_gif_that_is_smaller_than_its_canvas_lies_on_white(tmp_path: Path) -> None:
    frame = Image.new("P", (20, 10), 0)
    frame.putpalette([200, 0, 0, 0, 0, 0])
    buffer = io.BytesIO()
    frame.save(buffer, "GIF")
    data = bytearray(buffer.getvalue())
    data[6:10] = struct.pack("<HH", 60, 40)  # the canvas
    at = data.index(b"\x2c", 13 + 6)  # the frame
    data[at + 1 : at + 5] = struct.pack("<HH", 30, 20)
    (tmp_path / "a.gif").write_bytes(data)
    shown = decoded(prepare_picture(tmp_path / "a.gif", *BOX))
    assert shown.size == (60, 40)
    assert near(shown.getpixel((3, 3)), (255, 255, 255))
    assert near(shown.getpixel((35, 25)), (200, 0, 0), 8)


def test_a_text_that_is_broken_is_no_broken_picture(tmp_path: Path) -> None:
    good = png(8, 0, b"\0\x40\x40\x40", (3, 1))
    text = bytearray(chunk(b"eXIf", b"Exif nonsense"))
    text[-1] ^= 255  # its check sum
    (tmp_path / "a.png").write_bytes(good[:33] + bytes(text) + good[33:])
    assert decoded(prepare_picture(tmp_path / "a.png", *BOX)).getpixel((1, 0)) == (64, 64, 64)


def test_a_photo_with_a_nonsense_exif_is_printed(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("RGB", (60, 40), "white"), "a.jpg", exif=b"Exif\0\0nonsense")
    assert near(corner(prepare_picture(path, *BOX)), (255, 255, 255))


@pytest.mark.slow
def test_no_library_speaks_on_the_screen(tmp_path: Path) -> None:
    """A TIFF that its library complains of, past Python's own standard error."""
    data = bytearray(
        saved(tmp_path, Image.new("L", (64, 64), 90), "a.tif", compression="tiff_lzw").read_bytes()
    )
    data[8:40] = bytes(32)  # the packed pixels
    (tmp_path / "a.tif").write_bytes(data)
    script = (
        "import sys; from pathlib import Path; from handout.pictures import Finish, FromFiles;"
        "found = FromFiles().pictures([Path(sys.argv[1])], Finish(142, 80)); print(found[0])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "a.tif")], capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    assert run.stdout


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "CMYK"])
def test_a_huge_picture_is_the_same_reduced(tmp_path: Path, mode: str) -> None:
    small = Image.linear_gradient("L").resize((200, 120)).convert("RGB")
    huge = small.resize((6000, 3600), Image.Resampling.NEAREST).convert(mode)
    ending = "tif" if mode == "CMYK" else "png"
    shown = decoded(prepare_picture(saved(tmp_path, huge, f"a.{ending}"), *BOX)).resize((200, 120))
    for place in ((5, 5), (100, 60), (190, 110)):
        assert near(shown.getpixel(place), small.getpixel(place), 6)


@pytest.mark.slow
def test_clear_pixels_of_a_huge_picture_lend_no_colour(tmp_path: Path) -> None:
    huge = Image.new("RGBA", (6000, 3400), (255, 0, 0, 0))
    huge.paste((0, 0, 0, 255), (0, 0, 3000, 3400))
    shown = decoded(prepare_picture(saved(tmp_path, huge), *BOX))
    assert shown.getpixel((shown.width - 5, 5)) == (255, 255, 255)
    assert all(red == green == blue for _, (red, green, blue) in shown.getcolors(shown.width * shown.height))


# VmHWM is this process's own; getrusage would count what the tests' process had when it started this one.
MEMORY = """
import sys
from pathlib import Path
from handout.pictures import Finish, FromFiles
found = FromFiles().pictures([Path(sys.argv[1])] * 8, Finish(142, 80))
assert all(type(picture).__name__ == "Picture" for picture in found), found
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is read from Linux's /proc")
def test_eight_of_the_largest_pictures_fit_into_an_old_computer(tmp_path: Path) -> None:
    image = Image.new("RGBA", (7300, 5470), (10, 120, 200, 90))
    path = saved(tmp_path, image, compress_level=1)
    del image
    run = subprocess.run(
        [sys.executable, "-c", MEMORY, str(path)], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) < 500  # MB


@pytest.mark.skipif(not CASES.exists(), reason="the field's cases are not beside this checkout")
class TestCasesOfTheField:
    @pytest.mark.slow
    @pytest.mark.parametrize("name", ["g16trns.png", "tbwn0g16.png"])
    def test_deep_greys(self, name: str) -> None:
        greys = decoded(prepare_picture(CASES / name, *BOX)).convert("L")
        assert len(greys.getcolors()) > 20

    @pytest.mark.slow
    def test_a_profile_that_turns_the_colours(self) -> None:
        shown = decoded(prepare_picture(CASES / "sample-xyb.jpg", *BOX))
        raw = Image.open(CASES / "sample-xyb.jpg").convert("RGB").resize(shown.size)
        assert not near(shown.resize((1, 1)).getpixel((0, 0)), raw.resize((1, 1)).getpixel((0, 0)), 10)

    def test_a_gif_on_a_larger_canvas(self) -> None:
        assert corner(prepare_picture(CASES / "congrats.gif", *BOX)) == (255, 255, 255)
