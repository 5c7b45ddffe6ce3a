"""Content × look → the pages of one edition, laid out and drawn, ready for any child's name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from handout.errors import ContentError, Flaw, Place, Problem
from handout.model import NOBODY, READERS, Content, Look, Passage, Reader, Student
from handout.pages.blocks import Block
from handout.pages.draft import draft_notice, with_words_to_come
from handout.pages.fields import PERSONAL_FIELDS
from handout.pages.footer import frame_height, source_words
from handout.pages.guide_block import GuideBlock
from handout.pages.guide_words import says_picture_in_words
from handout.pages.guides import guide_blocks
from handout.pages.pagination import LEFT, TOP, Placed, TooTallError, draw_pages, paginate
from handout.pages.panel import PanelBlock
from handout.pages.run_over import run_over
from handout.pages.story import front_blocks
from handout.pages.table import TableBlock
from handout.pdf import Element, FontSet, LaidOut, Pen
from handout.pictures import Picture
from handout.theme import NEW_PASSWORDS, Theme

KEPT_VALUES = 256  # drawn: the children of a class have its name in common, those of many their numbers


@dataclass(frozen=True, eq=False)
class Edition:
    """The pages for one kind of reader, with the panel whose values are drawn for each child. `note`: worth knowing."""

    laid_out: LaidOut
    panel: PanelBlock
    panel_top: float
    fonts: FontSet
    grey: bool
    note: Problem | None

    def personal_content(self, student: Student) -> bytes:
        values = tuple([self._value(name, getattr(student, name)) for name in PERSONAL_FIELDS])
        return (self.laid_out.pages[0].personal % values).encode("ascii")

    @cached_property
    def _value(self) -> Callable[[str, str], str]:
        return lru_cache(KEPT_VALUES)(self._draw_value)

    def _draw_value(self, name: str, text: str) -> str:
        pen = Pen(self.fonts, 0, grey=self.grey)
        self.panel.draw_value(pen, name, text, LEFT, self.panel_top)
        return pen.content()


def lay_out(
    content: Content,
    reader: Reader,
    student: Student,
    pictures: Sequence[Picture],
    fonts: FontSet,
    look: Look,
) -> Edition:
    """Lay out and draw the pages of one copy; without pictures, its first page alone. Raises ContentError."""
    theme = look.theme
    notice = draft_notice(content) if pictures and student == NOBODY else ""
    if notice:
        content = with_words_to_come(content, theme)
    text = content.text if pictures else content.sheet_text
    frame = frame_height(content, theme.footer)

    try:
        front = _front(content, text, reader, student, theme, frame)
        guides = guide_blocks(content, pictures, theme, look.per_page, front.root) if pictures else []
        pages = [*front.pages, *(paginate(guides, frame) if guides else [])]
        note = run_over(paginate(front.blocks, frame), text, content, theme)
    except TooTallError as error:
        raise ContentError(_too_tall(error.block, content, theme)) from None
    panel, top = next(
        (placed.block, TOP - placed.down) for placed in pages[0] if isinstance(placed.block, PanelBlock)
    )
    laid_out = draw_pages(
        pages,
        front.root,
        fonts,
        grey=look.grey,
        source=source_words(content),
        footer=theme.footer,
        notice=notice,
    )
    return Edition(laid_out, panel, top, fonts, look.grey, note)


class _Front(NamedTuple):
    """Title, panel and text on their pages."""

    root: Element
    blocks: list[Block]
    pages: list[list[Placed]]


def _front(
    content: Content, text: Sequence[Passage], reader: Reader, student: Student, theme: Theme, frame: float
) -> _Front:
    """The fewest pages; of these the most lines for passwords, then whole texts, then page 1 as full as can be.

    Raises TooTallError where not even the lowest panel fits on a page.
    """
    found = []
    for new_passwords in NEW_PASSWORDS:
        for row in (theme.row, *theme.roomy_rows):
            root = Element("Part")
            roomy = theme._replace(row=row, portal_row=theme.portal_row + (row - theme.row) / 2)
            blocks = front_blocks(content, text, reader, student, roomy, new_passwords, root)
            try:
                ways = [(whole, paginate(blocks, frame, whole=whole)) for whole in (True, False)]
            except TooTallError:
                if (new_passwords, row) == (NEW_PASSWORDS[-1], theme.row):
                    raise
                continue
            for whole, pages in ways:
                cost = (len(pages), -new_passwords, not whole, -len(pages[0]), -row)
                found.append((cost, _Front(root, blocks, pages)))
    return min(found, key=lambda way: way[0])[1]


def _too_tall(block: Block, content: Content, theme: Theme) -> Problem:
    match block:
        case PanelBlock(reader=reader):
            key = next(key for key in READERS if getattr(content.panel, key) is reader)
            what, remedy = f"The panel for {key}", "Shorten its heading, its note or the labels."
        case GuideBlock(picture=number):
            guide = content.guides.pictures[number]
            words = "alt text" if says_picture_in_words(guide, theme) else "caption"
            what = f"The {words} of picture {number + 1} leaves its picture no room."
            return Problem(Place(content.path.name, line=guide.line), Flaw(what, "Shorten it."))
        case TableBlock(first_words=words):
            what, remedy = f'A row of the table that begins with "{words[:30]}"', "Shorten it."
        case _:
            what, remedy = f'The text that begins with "{block.heading[:30]}"', "Shorten it."
    return Problem(Place(content.path.name), Flaw(f"{what} does not fit on a page.", remedy))
