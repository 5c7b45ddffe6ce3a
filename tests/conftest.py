"""What the tests share: a fictional school, its pictures, its children."""

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from handout.content import Content, load_content
from handout.students import Student

ROOT = Path(__file__).parent.parent
SCHOOL_PAGE = ROOT.parent / "shared" / "page"


def draw_slide(path: Path, number: int) -> None:
    """A guide slide of the usual size: flat blue ground, a panel, something like a screenshot."""
    image = Image.new("RGBA", (1180, 660), (160, 184, 246, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((90, 40, 1090, 170), fill=(254, 212, 166, 255))
    draw.text((120, 80), f"{number} What a guide says", fill=(0, 0, 0, 255), font_size=50)
    draw.rectangle((600, 230, 1080, 600), fill=(255, 255, 255, 255))
    draw.text((640, 300), "Save Answers", fill=(20, 90, 160, 255), font_size=40)
    image.save(path)


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the repository's content.yaml and eight drawn slides."""
    folder = tmp_path_factory.mktemp("school")
    shutil.copy(ROOT / "content.yaml", folder)
    (folder / "images").mkdir()
    for number in range(1, 9):
        draw_slide(folder / "images" / f"mims{number}.png", number)
    return folder


@pytest.fixture(scope="session")
def content(school: Path) -> Content:
    return load_content(school / "content.yaml")


@pytest.fixture(scope="session")
def real_content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The repository's words with the school's own eight slides dropped over the pictures."""
    if not SCHOOL_PAGE.exists():
        pytest.skip("the school's page is not beside this checkout")
    folder = tmp_path_factory.mktemp("real")
    shutil.copy(ROOT / "content.yaml", folder)
    shutil.copytree(SCHOOL_PAGE / "images", folder / "images")
    return load_content(folder / "content.yaml")


def child(name: str, class_name: str = "3A", number: str = "1", username: str | None = None) -> Student:
    """A student whose username was given; `username=""` leaves its line blank."""
    if username is None:
        username = "_".join(name.lower().split()) + "@students.edu.sg"
    origin = "given" if username else "blank"
    return Student(name=name, class_name=class_name, register_number=number, username=username, origin=origin)


@pytest.fixture
def three_a() -> list[Student]:
    """A small class with what a class has: short, long, without a username."""
    return [
        child("TAN MEI LING", number="1"),
        child("MUHAMMAD DANISH HAZIQ BIN ABDUL RAHMAN", number="2", username="danish_haziq@students.edu.sg"),
        child("Lim Jo", number="3", username=""),
    ]
