"""Names of any script on paper: embedded faces, letters that can be read back, no fault of structure."""

import unicodedata

import pypdfium2
import pytest
from helpers.pdfs import all_faults, reader
from helpers.school import child

from handout import class_set
from handout.model import Content, Layout

pytestmark = pytest.mark.slow

NAMES = [
    "张伟",
    "欧阳 Kai Wen",
    "Nguyễn Thị Hoa",
    "கவிதா சுரேஷ்",
    "محمد أمير",
    "علاء الدين",
    "आरव शर्मा",
    "Ångström",
    "O’Neil",
]
LONG = "கவிதா சுரேஷ் ராமகிருஷ்ணன் மீனாட்சிசுந்தரம் வெங்கடேசப்பெருமாள்"


@pytest.fixture(scope="module", params=["sheet", "slips"])
def pdf(content: Content, request: pytest.FixtureRequest) -> bytes:
    layout: Layout = request.param
    children = [child(name, username="a@students.edu.sg") for name in [*NAMES, LONG]]
    made = class_set(content, children, layout=layout)
    assert class_set(content, children, layout=layout) == made
    return made


def test_nothing_speaks_against_the_file(pdf: bytes) -> None:
    assert all_faults(pdf) == []


@pytest.mark.parametrize("name", [*NAMES, *LONG.split()])
def test_the_letters_can_be_read_back(pdf: bytes, name: str) -> None:
    """PDFium reads a line of both directions from the left: on a slip, class and number follow the name."""
    pages = pypdfium2.PdfDocument(pdf)
    seen = unicodedata.normalize("NFKC", "".join(page.get_textpage().get_text_range() for page in pages))
    from_the_left = f"Name {' '.join(reversed(name.split()))} Class"
    assert name in seen or (unicodedata.bidirectional(name[0]) == "AL" and from_the_left in seen)


def test_every_face_is_in_the_file(pdf: bytes) -> None:
    fonts = reader(pdf).pages[0]["/Resources"]["/Font"]
    names = {name[1:] for name in fonts}
    assert {"BOLD", "NOTO_BOLD", "TAMIL_BOLD", "ARABIC_BOLD", "CHINESE_BOLD", "TYPED"} <= names
    for font in fonts.values():
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_a_long_name_is_cut_in_every_script(content: Content) -> None:
    """The cut line ends with a space, and nothing is drawn that the fonts were not told of."""
    names = ["张伟" * 30, "W" * 60, "Nguyễn" * 10, "கவிதா" * 12, "محمد" * 20]
    pdf = class_set(content, [child(name, username="a@students.edu.sg") for name in names], layout="sheet")
    assert all_faults(pdf) == []
