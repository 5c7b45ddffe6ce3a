"""A made-up school for the benchmarks: children of no real name, slides of the real size."""

import json
import random
import shutil
from pathlib import Path
from typing import NamedTuple

from handout.typesetting.faces import Face

ROOT = Path(__file__).parent.parent.parent
REAL_SLIDES = ROOT.parent / "shared" / "page" / "images"
SLIDES = range(1, 9)
FONTS = {"text": Face.REGULAR, "typed": Face.TYPED}
SYLLABLES = [
    "ba",
    "den",
    "fi",
    "go",
    "hul",
    "ka",
    "lor",
    "mi",
    "nes",
    "po",
    "ra",
    "sil",
    "ta",
    "vum",
    "we",
    "yan",
    "zo",
]


class Child(NamedTuple):
    """A row of the class list."""

    number: str
    name: str
    class_name: str
    username: str


def make_children(count: int) -> list[Child]:
    """The same children every time; 1,800 of them are in 48 classes, eight to a level."""
    dice = random.Random(20)
    children = []
    for place in range(count):
        words = [
            "".join(dice.sample(SYLLABLES, dice.choice((1, 2, 2)))) for _ in range(dice.choice((2, 3, 3)))
        ]
        level, letter = divmod(place * 48 // 1800, 8)
        class_name = f"{level + 1}{'ABCDEFGH'[letter]}"
        number = children[-1].number if children and children[-1].class_name == class_name else 0
        username = f"{'_'.join(words)}_{place}@students.edu.sg"
        children.append(Child(str(int(number) + 1), " ".join(words).upper(), class_name, username))
    return children


def write_school(folder: Path, count: int) -> list[Child]:
    """content.yaml, slides and list.csv in a folder; words.json and fonts/ for the other makers.

    So they pay neither for our reading of content.yaml nor for our way to the fonts.
    """
    shutil.copy(ROOT / "content.yaml", folder)
    (folder / "images").mkdir()
    (folder / "fonts").mkdir()
    for name, face in FONTS.items():
        shutil.copy(face.path, folder / "fonts" / f"{name}.ttf")
    for number in SLIDES:
        target = folder / "images" / f"mims{number}.png"
        if REAL_SLIDES.exists():
            shutil.copy(REAL_SLIDES / target.name, target)
        else:
            _draw_slide(target, number)
    (folder / "words.json").write_text(json.dumps(_paragraphs(folder / "content.yaml")), "utf-8")
    children = make_children(count)
    rows = "".join(f"{','.join(child)}\n" for child in children)
    (folder / "list.csv").write_text(f"Index,Name,Class,Username\n{rows}", "utf-8")
    return children


def _paragraphs(path: Path) -> list[str]:
    from handout import load_content
    from handout.model.content import Heading, Paragraph
    from handout.model.text import plain

    return [
        plain(text)
        for block in load_content(path).text
        for text in ([block.text] if isinstance(block, Heading | Paragraph) else block.items)
    ]


def _draw_slide(path: Path, number: int) -> None:
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (1180, 660), (160, 184, 246, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((90, 40, 1090, 170), fill=(254, 212, 166, 255))
    draw.rectangle((600, 230, 1080, 600), fill=(255, 255, 255, 255))
    for line in range(12):
        words = f"Guide {number}, line {line} of a screenshot"
        draw.text((640, 240 + line * 30), words, fill=(20, 90, 160), font_size=22)
    image.save(path)
