"""Pictures inside a file: read back, they are the pictures, colour for colour."""

import io
from dataclasses import replace
from pathlib import Path
from random import Random

import pikepdf
import pytest
from PIL import Image

from handout import build_handout
from handout.model import Content, Look
from handout.pictures.grey import greyed

pytestmark = pytest.mark.slow

SIZE = 300, 168


def noise() -> Image.Image:
    """More colours than a palette holds."""
    return Image.frombytes("RGB", SIZE, Random(1).randbytes(SIZE[0] * SIZE[1] * 3))


def drawing() -> Image.Image:
    image = Image.new("RGB", SIZE, (20, 90, 160))
    image.paste((254, 212, 166), (30, 20, 120, 100))
    return image


@pytest.mark.parametrize(
    ("image", "look", "space", "wanted"),
    [
        (noise(), Look(), "/DeviceRGB", noise()),
        (noise(), Look(saver=False, grey=True), "/DeviceGray", greyed(noise())),
        (noise().convert("L"), Look(), "/DeviceGray", noise().convert("L")),
        (drawing(), Look(), "/Indexed", drawing()),
    ],
    ids=["RGB", "grey print", "grey file", "palette"],
)
def test_a_picture_is_in_the_file_as_it_was(
    tmp_path: Path, content: Content, image: Image.Image, look: Look, space: str, wanted: Image.Image
) -> None:
    image.save(tmp_path / "guide.png")
    guide = content.guides.pictures[0]._replace(image=tmp_path / "guide.png")
    alone = replace(content, guides=content.guides._replace(pictures=(guide,)))
    with pikepdf.open(io.BytesIO(build_handout(alone, look))) as pdf:
        (printed,) = (item for item in pdf.objects if _is_picture(item))
        assert (printed.ColorSpace if space != "/Indexed" else printed.ColorSpace[0]) == space
        shown = pikepdf.PdfImage(printed).as_pil_image()
        assert shown.size == SIZE
    assert shown.convert(wanted.mode).tobytes() == wanted.tobytes()


def _is_picture(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
