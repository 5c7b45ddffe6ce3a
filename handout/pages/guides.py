"""The guides: a picture each, with its step and its caption, so many to a page; points unless said otherwise."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from handout.model import Content, Guides, plain
from handout.pages.blocks import Block, TextBlock, Unbroken, draw_lines
from handout.pages.footer import frame_height
from handout.pdf import Element, Pen, box_attributes
from handout.pictures import Picture
from handout.theme import (
    AFTER_CAPTION,
    AFTER_GUIDES_HEADING,
    AFTER_STEP,
    BETWEEN_GUIDES,
    CAP_HEIGHT,
    COLUMN_GAP,
    LEAST_PICTURE,
    MAIN_COLUMN,
    MEASURE,
    NEARLY_AS_WIDE,
    PICTURE_BORDER,
    POINTS_PER_MM,
    QUIET,
    STEP_GAP,
    WIDE_COLUMN_GAP,
    Theme,
    TypeStyle,
    points,
)
from handout.typesetting import Face, Line, set_text, single_line

BESIDE_FROM = 3  # guides to a page from which the caption stands beside its picture


def guide_box(content: Content, theme: Theme, per_page: int) -> tuple[float, float]:
    """Width and height of the most room that a picture may have, in mm."""
    slot = _slot(content, theme, per_page)
    if per_page >= BESIDE_FROM:
        return MAIN_COLUMN, slot / POINTS_PER_MM
    return MEASURE, (slot - theme.caption.leading) / POINTS_PER_MM - AFTER_CAPTION


def guide_blocks(
    content: Content, pictures: Sequence[Picture], theme: Theme, per_page: int, root: Element
) -> list[Block]:
    """The guides in their order, so many to a page, under a heading that runs on from page to page."""
    guides, slot = content.guides, _slot(content, theme, per_page)
    beside = per_page >= BESIDE_FROM
    style = _caption_style(theme, per_page)
    steps = [
        single_line(f"{step} ", Face.BOLD, theme.step.size, theme.step.colour) if step else None
        for step in _steps(guides)
    ]
    captions = [
        set_text(guide.caption, style, _caption_room(step, picture, per_page), balanced=True)
        for guide, step, picture in zip(guides.pictures, steps, pictures, strict=True)
    ]
    rooms = [slot if beside else slot - _caption_height(caption, style) for caption in captions]
    widths = _alike([_fitting_width(picture, room) for picture, room in zip(pictures, rooms, strict=True)])
    blocks: list[Block] = []
    for place, guide in enumerate(guides.pictures):
        first = place % per_page == 0
        if first:
            blocks.append(_heading(guides, theme, root, first=place == 0))
        blocks.append(
            GuideBlock(
                step=steps[place],
                caption=captions[place],
                style=style,
                picture=place,
                width=widths[place],
                shape=pictures[place].height_mm / pictures[place].width_mm,
                beside=beside,
                figure=root.child("Figure", alt=guide.alt),
                space_before=points(AFTER_GUIDES_HEADING if first else BETWEEN_GUIDES[per_page]),
            )
        )
    return blocks


@dataclass(frozen=True, kw_only=True)
class GuideBlock(Unbroken):
    """A picture with its step and caption: beside it where there is a column to spare, else above.

    `picture` is its number in the document, `shape` its height as a part of its width.
    """

    step: Line | None
    caption: tuple[Line, ...]
    style: TypeStyle
    picture: int
    width: float
    shape: float
    beside: bool
    figure: Element

    @cached_property
    def height(self) -> float:
        picture_height = self.width * self.shape
        if self.beside:
            return max(picture_height, self._caption_down + len(self.caption) * self.style.leading)
        return picture_height + self._above

    @property
    def _above(self) -> float:
        return len(self.caption) * self.style.leading + points(AFTER_CAPTION)

    @property
    def _white(self) -> float:
        """Above the capitals of a line of the caption."""
        return (self.style.leading - self.style.size * CAP_HEIGHT) / 2

    @property
    def _caption_down(self) -> float:
        """Of a caption beside its picture: its capitals, or those of the step above it, are level with the edge."""
        step = self.step.spans[0].size * CAP_HEIGHT + points(AFTER_STEP) if self.step else 0
        return step - self._white

    def draw(self, pen: Pen, x: float, top: float) -> None:
        caption = self.figure.child("Caption")
        if self.step:
            size = self.step.spans[0].size
            baseline = top - (
                size * CAP_HEIGHT if self.beside else self._white + self.style.size * CAP_HEIGHT
            )
            with pen.tag(caption):
                pen.text(x, baseline, self.step)
        if self.beside:
            caption_left, caption_top = x, top - self._caption_down
            left, picture_top = x + points(MEASURE) - self.width, top
        else:
            caption_left, caption_top = x + _step_room(self.step), top
            left, picture_top = x, top - self._above
        draw_lines(pen, caption, self.caption, self.style, caption_left, caption_top)
        self._draw_picture(pen, left, picture_top)

    def _draw_picture(self, pen: Pen, left: float, top: float) -> None:
        width, height = self.width, self.width * self.shape
        self.figure.attributes = box_attributes(left, top - height, left + width, top)
        with pen.tag(self.figure):
            pen.picture(self.picture, left, top - height, width, height)
        with pen.artifact():
            pen.frame(left, top - height, width, height, points(PICTURE_BORDER), QUIET)


def _steps(guides: Guides) -> list[str]:
    """The step of each guide, counted within its part: "Set up 2". A guide of no part is no step.

    Where no guide has a part, all are counted, but for those whose caption does: "Guide 3".
    """
    if not any(guide.part for guide in guides.pictures):
        numbered = enumerate(guides.pictures, 1)
        return [
            "" if plain(guide.caption).endswith(f" {number}") else str(number) for number, guide in numbered
        ]
    counts = Counter[str]()
    steps = []
    for guide in guides.pictures:
        counts[guide.part] += 1
        steps.append(f"{guide.part} {counts[guide.part]}" if guide.part else "")
    return steps


def _heading(guides: Guides, theme: Theme, root: Element, *, first: bool) -> Block:
    """The heading of the guides, which runs on lighter from page to page."""
    style = theme.guides_heading if first else theme.running_head
    return TextBlock(
        lines=set_text(guides.heading, style, points(MEASURE)),
        style=style,
        indent=0,
        element=root.child("H2") if first else None,
        starts_page=True,
        keep_with_next=True,
        heading=plain(guides.heading) if first else "",
    )


def _slot(content: Content, theme: Theme, per_page: int) -> float:
    """The height that each of the guides of a page has."""
    heading = len(set_text(content.guides.heading, theme.guides_heading, points(MEASURE)))
    taken = heading * theme.guides_heading.leading + points(AFTER_GUIDES_HEADING)
    between = points((per_page - 1) * BETWEEN_GUIDES[per_page])
    return (frame_height(content, theme.footer) - taken - between) / per_page


def _step_room(step: Line | None) -> float:
    """From the left edge to a caption on the line of its step."""
    return step.width + points(STEP_GAP) if step else 0


def _caption_room(step: Line | None, picture: Picture, per_page: int) -> float:
    if per_page < BESIDE_FROM:
        return points(MEASURE) - _step_room(step)
    gap = COLUMN_GAP if per_page == BESIDE_FROM else WIDE_COLUMN_GAP
    return points(MEASURE - picture.width_mm - gap)


def _caption_height(caption: tuple[Line, ...], style: TypeStyle) -> float:
    return len(caption) * style.leading + points(AFTER_CAPTION)


def _caption_style(theme: Theme, per_page: int) -> TypeStyle:
    """Four to a page the pictures are narrow, and the column beside them is wide."""
    return theme.wide_caption if per_page > BESIDE_FROM else theme.caption


def _fitting_width(picture: Picture, room: float) -> float:
    """The width of a picture that is no higher than the room, but never too low to be read."""
    height = min(points(picture.height_mm), max(room, points(LEAST_PICTURE)))
    return height * picture.width_mm / picture.height_mm


def _alike(widths: Sequence[float]) -> list[float]:
    """One width for all that are nearly as wide as the widest; a picture of another shape keeps its own."""
    alike = [width for width in widths if width >= NEARLY_AS_WIDE * max(widths)]
    return [min(alike) if width in alike else width for width in widths]
