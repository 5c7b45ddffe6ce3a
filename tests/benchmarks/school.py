"""A made-up school for the benchmarks: children of no real name, slides of the real size."""

import random
import shutil
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).parent.parent.parent
REAL_SLIDES = ROOT.parent / "shared" / "page" / "images"
FAMILY = ["TAN", "LIM", "ONG", "WONG", "GOH", "CHUA", "KOH", "TEO", "RAMAN", "PILLAI", "OSMAN", "HASSAN"]
GIVEN = [
    "MEI",
    "LING",
    "HUI",
    "FEN",
    "WEI",
    "JIE",
    "KAI",
    "XUAN",
    "JUN",
    "ANNE",
    "PRIYA",
    "FAIZ",
    "NUR",
    "AMIR",
]
PER_CLASS = 38


def write_school(folder: Path, count: int) -> list[tuple[str, str, str, str]]:
    """content.yaml, slides and a list of `count` children in a folder; number, name, class, username of each."""
    shutil.copy(ROOT / "content.yaml", folder)
    (folder / "images").mkdir()
    for number in range(1, 9):
        target = folder / "images" / f"mims{number}.png"
        if REAL_SLIDES.exists():
            shutil.copy(REAL_SLIDES / target.name, target)
        else:
            _draw_slide(target, number)
    children = make_children(count)
    rows = "".join(f"{','.join(child)}\n" for child in children)
    (folder / "list.csv").write_text(f"Index,Name,Class,Username\n{rows}", "utf-8")
    return children


def make_children(count: int) -> list[tuple[str, str, str, str]]:
    dice = random.Random(20)
    children = []
    for place in range(count):
        words = [dice.choice(FAMILY), *dice.sample(GIVEN, dice.choice((2, 2, 3)))]
        school_class = place // PER_CLASS
        username = f"{'_'.join(words).lower()}_{place}@students.edu.sg"
        children.append(
            (
                str(place % PER_CLASS + 1),
                " ".join(words),
                f"{1 + school_class // 8}{'ABCDEFGH'[school_class % 8]}",
                username,
            )
        )
    return children


def _draw_slide(path: Path, number: int) -> None:
    image = Image.new("RGBA", (1180, 660), (160, 184, 246, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((90, 40, 1090, 170), fill=(254, 212, 166, 255))
    draw.rectangle((600, 230, 1080, 600), fill=(255, 255, 255, 255))
    for line in range(12):
        draw.text(
            (640, 240 + line * 30),
            f"Guide {number}, line {line} of a screenshot",
            fill=(20, 90, 160),
            font_size=22,
        )
    image.save(path)
