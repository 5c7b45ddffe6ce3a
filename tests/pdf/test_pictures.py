"""Pictures inside a file: read back, they are the pictures, colour for colour."""

import io
from dataclasses import replace
from pathlib import Path
from random import Random

import pikepdf
import pytest
from PIL import Image, ImageChops

from handout import build_handout
from handout.model import Content, Look

SIZE = 300, 168


def noise() -> Image.Image:
    """More colours than a palette holds."""
    return Image.frombytes("RGB", SIZE, Random(1).randbytes(SIZE[0] * SIZE[1] * 3))


def drawing() -> Image.Image:
    image = Image.new("RGB", SIZE, (20, 90, 160))
    image.paste((254, 212, 166), (30, 20, 120, 100))
    return image


@pytest.mark.parametrize(
    ("image", "look", "space", "most"),
    [
        (noise(), Look(), "/DeviceRGB", 0),
        (noise().convert("L").convert("RGB"), Look(grey=True), "/DeviceGray", 8),  # firmer mid-tones
        (noise().convert("L"), Look(), "/DeviceGray", 0),
        (drawing(), Look(), "/Indexed", 0),
    ],
    ids=["RGB", "grey print", "grey file", "palette"],
)
def test_a_picture_is_in_the_file_as_it_was(
    tmp_path: Path, content: Content, image: Image.Image, look: Look, space: str, most: int
) -> None:
    image.save(tmp_path / "guide.png")
    guide = content.guides.pictures[0]._replace(image=tmp_path / "guide.png")
    alone = replace(content, guides=content.guides._replace(pictures=(guide,)))
    with pikepdf.open(io.BytesIO(build_handout(alone, look))) as pdf:
        (printed,) = (item for item in pdf.objects if _is_picture(item))
        assert (printed.ColorSpace if space != "/Indexed" else printed.ColorSpace[0]) == space
        shown = pikepdf.PdfImage(printed).as_pil_image()
        assert shown.size == SIZE
        wanted = image.convert("L") if space == "/DeviceGray" else image
        worst = ImageChops.difference(shown.convert(wanted.mode), wanted).getextrema()
    assert max(high for _, high in (worst if isinstance(worst[0], tuple) else [worst])) <= most


def _is_picture(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
