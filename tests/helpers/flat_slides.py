"""Slides of flat colours, as Pillow draws them, and what is seen of one."""

from collections.abc import Callable

from PIL import Image, ImageDraw

SIZE = (1180, 660)
BLUE, GREEN, PALE, PEACH = (157, 186, 244), (26, 138, 92), (255, 237, 233), (254, 212, 166)
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def slide(draw: Callable[[ImageDraw.ImageDraw], object], ground: tuple[int, int, int] = BLUE) -> Image.Image:
    image = Image.new("RGB", SIZE, ground)
    draw(ImageDraw.Draw(image))
    return image


def darkest(image: Image.Image) -> int:
    return image.convert("L").getextrema()[0]


def grid(pen: ImageDraw.ImageDraw) -> None:
    for x in range(40, 1180, 60):
        pen.line((x, 0, x, 660), fill=(180, 205, 250))


OUTLINE = range(70, 90)  # levels


def across(image: Image.Image, y: int, left: int, right: int) -> list[int]:
    return list(image.convert("L").crop((left, y, right, y + 1)).tobytes())
