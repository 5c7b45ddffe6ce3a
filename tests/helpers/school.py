"""The fictional school of the tests: its folder, its slides, its children."""

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from handout.model import PLAIN, Content, Look, Student
from handout.printing import Press

ROOT = Path(__file__).parent.parent.parent
SCHOOL_PAGE = ROOT.parent / "shared" / "page"


def draw_slide(path: Path, number: int) -> None:
    """A guide slide of the usual size, as a file."""
    path.write_bytes(_slide(number))


@cache
def _slide(number: int) -> bytes:
    """Flat blue ground, a panel, something like a screenshot."""
    image = Image.new("RGBA", (1180, 660), (160, 184, 246, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((90, 40, 1090, 170), fill=(254, 212, 166, 255))
    draw.text((120, 80), f"{number} What a guide says", fill=(0, 0, 0, 255), font_size=50)
    draw.rectangle((600, 230, 1080, 600), fill=(255, 255, 255, 255))
    draw.text((640, 300), "Save Answers", fill=(20, 90, 160, 255), font_size=40)
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def child(name: str, class_name: str = "3A", number: str = "1", username: str | None = None) -> Student:
    """A student whose username was given; `username=""` leaves its line blank."""
    if username is None:
        username = "_".join(name.lower().split()) + "@students.edu.sg"
    origin = "given" if username else "blank"
    return Student(name=name, class_name=class_name, register_number=number, username=username, origin=origin)


def checklist(content: Content, class_name: str, students: list[Student], look: Look = PLAIN) -> bytes:
    """The hand-out list of a class as a PDF."""
    return Press(content, students, look, "sheet").checklist(students, class_name)
