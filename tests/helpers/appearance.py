"""A few pages as pictures, and the comparator; `python -m helpers.appearance, in tests/,` makes the references anew.

Look at the new ones before you commit them: they are what the pages should look like.
"""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from handout import build_handout, class_set, load_content
from handout.model.student import Student
from helpers.school import checklist

ROOT = Path(__file__).parent.parent.parent
REFERENCES = ROOT / "tests" / "pages" / "references"
DPI = 50
# Renderers differ in the grey of an edge: both pictures are softened, and a pixel counts as different
# only where it is plainly so.
SOFTEN = 1.2
PLAINLY = 40
MOST_DIFFERENT = 0.0004  # of the pixels: a few words would be ten times as many

ANN = Student("TAN MEI LING", "3A", "1", "tan_mei_ling@students.edu.sg", "given")
BEN = Student("MUHAMMAD FAIZ BIN OSMAN", "3A", "2", "", "blank", "", "BIN inside the name")
CLASS = (ANN, BEN)


def pages() -> dict[str, Callable[[], tuple[bytes, int]]]:
    """Each picture's PDF and page."""
    content = load_content(ROOT / "content.yaml")
    return {
        "handout-1": lambda: (build_handout(content), 0),
        "handout-3": lambda: (build_handout(content), 2),
        "sheet": lambda: (class_set(content, CLASS, layout="sheet"), 0),
        "slips": lambda: (class_set(content, CLASS, layout="slips"), 0),
        "checklist": lambda: (checklist(content, "3A", CLASS), 0),
    }


def drawn(pdf: bytes, page: int) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[page].render(scale=DPI / 72).to_pil().convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The part of the pixels that are plainly different; 1 where the sizes are."""
    if one.size != other.size:
        return 1
    soft = [image.filter(ImageFilter.GaussianBlur(SOFTEN)) for image in (one, other)]
    histogram = ImageChops.difference(*soft).histogram()
    return sum(histogram[PLAINLY:]) / sum(histogram)


if __name__ == "__main__":
    REFERENCES.mkdir(exist_ok=True)
    for name, make in pages().items():
        drawn(*make()).save(REFERENCES / f"{name}.png", optimize=True)
