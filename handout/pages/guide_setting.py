"""Guides → pages: which share a page, how large their pictures are, where their words stand; in points."""

from bisect import bisect
from collections.abc import Sequence
from functools import cached_property

from handout.model import Content, plain
from handout.pages.footer import frame_height
from handout.pages.guide_block import GuideBlock
from handout.pages.guide_breaks import page_breaks
from handout.pages.guide_steps import steps
from handout.pages.guide_words import action_style, set_words, words_of
from handout.pdf import Element
from handout.pictures import Picture
from handout.theme import (
    AFTER_CAPTION,
    AFTER_GUIDES,
    AFTER_GUIDES_HEADING,
    AFTER_STEP,
    BETWEEN_GUIDES_ABOVE,
    BETWEEN_GUIDES_BESIDE,
    CAP_HEIGHT,
    CAPTION_GAP,
    FOOTER_WHITE,
    LEAST_PICTURE,
    MAIN_COLUMN,
    MEASURE,
    MOST_BETWEEN_GUIDES,
    NEARLY_AS_LARGE,
    NEARLY_AS_WIDE,
    POINTS_PER_MM,
    SMALL_PICTURE,
    STEP_GAP,
    Theme,
    points,
)
from handout.typesetting import Face, Line, set_text, single_line

BESIDE_FROM = 3  # guides to a page from which the words stand beside their picture, not above it


def guide_box(content: Content, theme: Theme, per_page: int) -> tuple[float, float]:
    """Width and height of the largest room for a picture, in mm."""
    width, height = GuideSetting(content, theme, per_page).box
    return width / POINTS_PER_MM, height / POINTS_PER_MM


class GuideSetting:
    """How the guides of an edition are set, at most so many of full size to a page."""

    def __init__(
        self, content: Content, theme: Theme, per_page: int, pictures: Sequence[Picture] = ()
    ) -> None:
        self.content = content
        self.theme = theme
        self.per_page = per_page
        self.pictures = pictures

    @property
    def beside(self) -> bool:
        return self.per_page >= BESIDE_FROM

    @property
    def between(self) -> float:
        """The least white between two guides."""
        return points(BETWEEN_GUIDES_BESIDE if self.beside else BETWEEN_GUIDES_ABOVE)

    @cached_property
    def box(self) -> tuple[float, float]:
        """Width and height of the largest room for a picture: of three on a page, or of two."""
        guides = min(self.per_page, BESIDE_FROM)
        slot = (self._room - (guides - 1) * self.between) / guides
        if self.beside:
            return points(MAIN_COLUMN), slot
        return points(MEASURE), slot - self.theme.caption.leading - points(AFTER_CAPTION)

    def pages(self) -> list[list[GuideBlock]]:
        """The guides of each page, their pictures all as high as every page has room for.

        Only where that would make those of a page much smaller than they could be, they have a height of their own.
        """
        guides = self.content.guides.pictures
        blocks = self._page(range(len(guides)), points(self.theme.readable_picture))
        readable = [block.height for block in blocks]
        pages = page_breaks(
            guides, self.per_page, lambda page: self._have_room(readable[page.start : page.stop])
        )
        tallest = [self._tallest(page) for page in pages]
        least = min(tallest)
        heights = [
            least if self._is_nearly(page, least, own) and self._fits(page, least) else own
            for page, own in zip(pages, tallest, strict=True)
        ]
        return [
            self._page(page, height, self._small(page, height))
            for page, height in zip(pages, heights, strict=True)
        ]

    def white(self, pages: Sequence[Sequence[GuideBlock]]) -> float:
        """The least white between the guides of these pages: more where even the fullest page has room for it."""
        room = [
            (self._room - sum(block.height for block in page)) / (len(page) - 1)
            for page in pages
            if len(page) > 1
        ]
        return max(self.between, min([points(MOST_BETWEEN_GUIDES), *room]))

    def _tallest(self, page: range) -> float:
        """The greatest height of its pictures that a page has room for, or the least that can be read.

        To set captions takes long, so the search begins where the pictures alone have room, and goes down from there
        in steps twice as long each time. Lower pictures may need more room: narrow words take more lines.
        """
        least = points(self.theme.readable_picture)
        if not self._fits(page, least):
            least = points(LEAST_PICTURE)
        heights = [least, *range(int(least) + 1, int(self.box[1]) + 1)]
        too_high = bisect(heights, False, key=lambda height: not self._pictures_fit(page, height))
        fitting, step = too_high - 1, 1
        while fitting > 0 and not self._fits(page, heights[fitting]):
            too_high, fitting, step = fitting, max(fitting - step, 0), 2 * step
        too_high = bisect(
            heights, False, fitting + 1, too_high, key=lambda height: not self._fits(page, height)
        )
        tallest: float = heights[max(too_high - 1, 0)]
        return tallest

    def _small(self, page: range, height: float) -> float:
        """The height of the small pictures of a page, the others so high: what it has room for."""
        least, most = self._small_heights
        if not any(self.content.guides.pictures[place].small for place in page):
            return least
        heights = [least, *range(int(least) + 1, int(most) + 1)]
        too_high = bisect(heights, False, 1, key=lambda small: not self._fits(page, height, small))
        small: float = heights[too_high - 1]
        return small

    def _is_nearly(self, page: range, height: float, own: float) -> bool:
        """Whether the pictures of a page are nearly as wide at this height as at their own."""
        widths, own_widths = self._widths(height), self._widths(own)
        return all(widths[place] >= NEARLY_AS_LARGE * own_widths[place] for place in page)

    def _fits(self, page: range, height: float, small: float | None = None) -> bool:
        return self._have_room([block.height for block in self._page(page, height, small)])

    def _have_room(self, heights: Sequence[float]) -> bool:
        """Whether guides of these heights have room on one page."""
        return sum(heights) + (len(heights) - 1) * self.between <= self._room

    def _pictures_fit(self, page: range, height: float) -> bool:
        """Whether the pictures of a page have room without their words."""
        widths = self._widths(height)
        return self._have_room([widths[place] * self._shapes[place] for place in page])

    @cached_property
    def _room(self) -> float:
        """The height that a page has below the heading of the guides."""
        style, frame = self.theme.guides_heading, frame_height(self.content, self.theme.footer)
        heading = len(set_text(self.content.guides.heading, style, points(MEASURE))) * style.leading
        return frame - heading - points(AFTER_GUIDES_HEADING + AFTER_GUIDES - FOOTER_WHITE)

    def _page(self, page: range, height: float, small: float | None = None) -> list[GuideBlock]:
        widths = self._widths(height, small)
        return [self._block(place, widths[place], max(widths)) for place in page]

    def _widths(self, height: float, small: float | None = None) -> list[float]:
        """Of all pictures, where none is higher; one width for all that are nearly as wide as the widest."""
        room = self.box[0]
        small = small or self._small_heights[0]
        pictures = list(zip(self.content.guides.pictures, self._shapes, strict=True))
        large = [min(room, height / shape) for guide, shape in pictures if not guide.small]
        alike = min((width for width in large if width >= NEARLY_AS_WIDE * max(large)), default=room)
        return [
            min(room, small / shape) if guide.small else min(alike, height / shape)
            for guide, shape in pictures
        ]

    @property
    def _small_heights(self) -> tuple[float, float]:
        """Of a small picture: the least, and the most where its page has room."""
        if self.beside:
            return points(SMALL_PICTURE), points(SMALL_PICTURE)
        return points(self.theme.small_picture), points(self.theme.roomy_small_picture)

    @cached_property
    def _shapes(self) -> list[float]:
        """Heights as parts of widths."""
        return [picture.height_mm / picture.width_mm for picture in self.pictures]

    def _block(self, place: int, width: float, column: float) -> GuideBlock:
        """A guide with a picture of this width, where the column of pictures is so wide."""
        guide, step, gap = self.content.guides.pictures[place], self._steps[place], points(CAPTION_GAP)
        is_above = not self.beside and not guide.small
        if self.beside:
            left, picture_left = 0.0, points(MEASURE) - column
            measure = picture_left - gap
        else:
            left, picture_left = (0.0 if is_above else width + gap), 0.0
            measure = points(MEASURE) - left
        step_width = self._step_columns[guide.part] + points(STEP_GAP) if step and is_above else 0
        measure -= step_width
        style = action_style(self.theme, measure)
        capitals = style.size * CAP_HEIGHT
        down = (capitals - style.leading) / 2  # so that its capitals are level with the edge of the block
        if step:
            step_capitals = step.spans[0].size * CAP_HEIGHT
            down += step_capitals + (-capitals if is_above else points(AFTER_STEP))
        shared = is_above and not self.theme.pictures_in_words
        caption = set_words(words_of(guide, self.theme), self.theme, measure, down, shared=shared)
        return GuideBlock(
            step=step,
            step_left=left,
            caption=caption,
            caption_left=left + step_width,
            picture=place,
            picture_left=picture_left,
            picture_down=caption[-1].foot + points(AFTER_CAPTION) if is_above else 0,
            width=width,
            shape=self._shapes[place],
            figure=Element("Figure"),
        )

    @cached_property
    def _step_columns(self) -> dict[str, float]:
        """The room of the steps of each part: the words beside them begin at one left edge."""
        columns: dict[str, float] = {}
        for guide, step in zip(self.content.guides.pictures, self._steps, strict=True):
            columns[guide.part] = max(columns.get(guide.part, 0), step.width if step else 0)
        return columns

    @cached_property
    def _steps(self) -> list[Line | None]:
        size, colour = self.theme.step.size, self.theme.step.colour
        guides = self.content.guides.pictures
        return [
            single_line(f"{step} ", Face.BOLD, size, colour) if step else None
            for step in steps(guides, [plain(words_of(guide, self.theme)) for guide in guides])
        ]
