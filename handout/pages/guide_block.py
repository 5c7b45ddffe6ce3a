"""A guide on its page: a picture with its step and its words; points throughout."""

from dataclasses import dataclass
from functools import cached_property

from handout.pages.blocks import Unbroken, draw_placed, placed_lines
from handout.pages.guide_words import Words
from handout.pdf import Element, Pen, box_attributes
from handout.theme import CAP_HEIGHT, PICTURE_BORDER, points
from handout.typesetting import Line


@dataclass(frozen=True, kw_only=True, eq=False)
class GuideBlock(Unbroken):
    """Where the parts of a guide are: `left` of its column's left edge, `down` from its top.

    `picture` is its number in the document, `shape` its height as a part of its width.
    """

    step: Line | None
    step_left: float
    caption: tuple[Words, ...]
    caption_left: float
    picture: int
    picture_left: float
    picture_down: float
    width: float
    shape: float
    figure: Element

    @cached_property
    def height(self) -> float:
        return max(self.picture_down + self.width * self.shape, self.caption_foot)

    @property
    def caption_foot(self) -> float:
        return self.caption[-1].foot

    def draw(self, pen: Pen, x: float, top: float) -> None:
        caption = self.figure.child("Caption")
        if self.step:
            with pen.tag(caption):
                pen.text(x + self.step_left, top - self.step.spans[0].size * CAP_HEIGHT, self.step)
        lines = [
            line
            for words in self.caption
            for line in placed_lines(words.lines, words.style, x + self.caption_left, top - words.down)
        ]
        draw_placed(pen, caption, lines)
        self._draw_picture(pen, x + self.picture_left, top - self.picture_down)

    def _draw_picture(self, pen: Pen, left: float, top: float) -> None:
        width, height = self.width, self.width * self.shape
        self.figure.attributes = box_attributes(left, top - height, left + width, top)
        with pen.tag(self.figure):
            pen.picture(self.picture, left, top - height, width, height)
        with pen.artifact():
            pen.frame(left, top - height, width, height, points(PICTURE_BORDER))
