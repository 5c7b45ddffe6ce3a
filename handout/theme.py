"""Type, colour and geometry of the paper: every number of the page, named.

Lengths are millimetres, type sizes points. The limits are those of clear print (RNIB), of what office
printers leave white, and of handwriting.
"""

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4


def points(millimetres: float) -> float:
    return millimetres * POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Colour:
    """An sRGB colour, 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def luminance(self) -> float:
        """Relative luminance (WCAG 2.2)."""
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (self.red, self.green, self.blue)
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    @property
    def grey(self) -> "Colour":
        """The grey a mono copier makes of it (ITU-R BT.601)."""
        level = round(0.299 * self.red + 0.587 * self.green + 0.114 * self.blue, 3)
        return Colour(level, level, level)


INK = Colour(0, 0, 0)
ACCENT = Colour(0x0A / 255, 0x4F / 255, 0x7D / 255)  # deep blue: still dark on a mono copier
QUIET = Colour(0.33, 0.33, 0.33)  # footers, hairlines, hints


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a text is set, in points. `typed` is the size of what is typed letter by letter."""

    size: float
    leading: float
    typed: float
    bold: bool = False
    colour: Colour = INK


@dataclass(frozen=True, slots=True)
class Theme:
    """The type sizes of one handout. `side_heads`: headings stand in the margin column."""

    title: TypeStyle
    heading: TypeStyle
    body: TypeStyle
    caption: TypeStyle
    note: TypeStyle
    panel_heading: TypeStyle
    label: TypeStyle
    side_heads: bool


NORMAL = Theme(
    title=TypeStyle(27, 30, 27, bold=True, colour=ACCENT),
    heading=TypeStyle(12.5, 15.5, 14, bold=True, colour=ACCENT),
    body=TypeStyle(12, 15.8, 14),
    caption=TypeStyle(12, 15, 12),
    note=TypeStyle(12, 15, 14),
    panel_heading=TypeStyle(15, 18, 15, bold=True),
    label=TypeStyle(12, 14, 12, bold=True, colour=ACCENT),
    side_heads=True,
)
LARGE = Theme(
    title=TypeStyle(34, 38, 34, bold=True, colour=ACCENT),
    heading=TypeStyle(20, 25, 20, bold=True, colour=ACCENT),
    body=TypeStyle(17, 23, 17),
    caption=TypeStyle(17, 22, 17),
    note=TypeStyle(16, 20, 16),
    panel_heading=TypeStyle(20, 24, 20, bold=True),
    label=TypeStyle(16, 18, 16, bold=True, colour=ACCENT),
    side_heads=False,
)
FOOTER = TypeStyle(9, 11, 9, colour=QUIET)
LEAST_CONTRAST = 4.5  # of text and lines on white (WCAG 2.2, 1.4.3)

# The page: A4 with a gutter for the hole punch; a margin column beside the main column.
PAGE_WIDTH = 210
PAGE_HEIGHT = 297
GUTTER = 20  # left
MARGIN = 15  # right, top and bottom: no text beyond
MARGIN_COLUMN = 30
COLUMN_GAP = 3
MEASURE = PAGE_WIDTH - GUTTER - MARGIN  # 175, all columns
MAIN_COLUMN = MEASURE - MARGIN_COLUMN - COLUMN_GAP  # 142: text of about 65 letters, and the guides
FOOTER_BASELINE = 16
PAGE_NUMBER_COLUMN = 30
FOOTER_ROOM = 22  # from the foot of the page to the lowest text
FRAME_HEIGHT = PAGE_HEIGHT - MARGIN - FOOTER_ROOM

# White between things.
AFTER_TITLE = 5
BEFORE_HEADING = 5
BETWEEN_PARAGRAPHS = 2.2
BETWEEN_ITEMS = 1.4
BETWEEN_GUIDES = 5
AFTER_GUIDES_HEADING = 2.5
AFTER_CAPTION = 2
BEFORE_PORTAL = 8
NUMBER_SIZE = 22  # of a guide, in points
LEAST_PICTURE = 30  # high; on a lower one nobody can read what to click
NUMBER_COLUMN = 11
CAP_HEIGHT = 0.668  # of the text face, as a part of the size
LIST_INDENT = 7

# Letter-spacing keeps the underscores of `__` apart; in thousandths of the size.
TYPED_SPACING = 60
UNDERLINE_DROP = 0.14  # below the baseline, as a part of the size
UNDERLINE_WIDTH = 0.06

# A table of the text.
TABLE_COLUMN_GAP = 4
TABLE_CELL_PADDING = 1.4  # above and below the words of a cell
TABLE_HEAD_RULE = 0.35

# The personal panel.
PANEL_PADDING = 4
PANEL_BORDER = 0.3
PANEL_BAR = 1.6  # the thick edge on the left
PANEL_LABEL_COLUMN = 35  # 24 characters find room on the line beside it
PANEL_HEADING_GAP = 1
PANEL_NOTE_GAP = 2.6
NAME_ROW = 12
CLASS_ROW = 11.5
USERNAME_ROW = 14.5  # two lines of 14 pt type
WRITING_ROW = 12.5  # a password: a line 10 mm high (an adult's hand wants 8 to 10) and its rule
WRITING_HEIGHT = 10
WRITING_LINE = 0.25
PASSWORD_CHARACTERS = 24
CHARACTER_ROOM = 5.5  # of one handwritten character
BASELINE_LIFT = 1.9  # of a printed value and its label above the writing line
REGISTER_COLUMN = 30
REGISTER_LABEL = 40  # wide at most, before it takes a second line
REGISTER_ROOM = 19  # of the number: six figures
LABEL_GAP = 2
NAME_SIZES = (18, 16, 14)
SLIP_NAME_SIZES = (14, 13, 12, 11, 10)
NAME_WRAPPED_SIZES = (13, 12, 11, 10, 9)  # of two lines, none larger than the smallest of one
USERNAME_SIZES = (16, 15, 14)
USERNAME_LEAST = 14
VALUE_LEADING = 1.14  # of the size, where a name or username takes two lines

# Stick-in slips: six to an A4 page, each narrower than an A5 handbook page (148 mm).
SLIP_WIDTH = 136
SLIP_HEIGHT = 45
SLIP_PADDING = 4
SLIP_MARGIN = 13  # of the page above and below: the slips' own white keeps their text 15 mm off the edge
SLIP_LABEL_COLUMN = 29
SLIP_NAME_ROW = 10
SLIP_CLASS_ROW = 6.3
SLIP_USERNAME_ROW = 16.6  # three lines of 14 pt type for the longest
SLIP_WRITING_ROW = 9.8
SLIP_REGISTER_COLUMN = 26
SLIP_REGISTER_LABEL = 30
SLIP_REGISTER_ROOM = 14
SLIP_LABEL = TypeStyle(9.5, 11, 9.5, bold=True, colour=ACCENT)
CROP_MARK = 5  # long
CROP_MARK_GAP = 1.5
CROP_MARK_WIDTH = 0.15

# The teacher's hand-out list.
CHECKLIST_TITLE = TypeStyle(18, 22, 18, bold=True, colour=ACCENT)
CHECKLIST_NOTE = TypeStyle(12, 15, 12)
CHECKLIST_HEAD = TypeStyle(10, 12, 10, bold=True, colour=ACCENT)
CHECKLIST_CELL = TypeStyle(11, 13, 10)
CHECKLIST_REMARK = TypeStyle(9.5, 11.5, 9.5)
CHECKLIST_COLUMNS = (10, 56, 62, 21, 26)  # number, name, username, collected, signature
CHECKLIST_ROW = 9  # at least: a signature's height
CHECKLIST_CELL_PADDING = 1.4
BEFORE_TABLE = 3
TICK_BOX = 5
TICK_BOX_LINE = 0.3

# The QR code to the portal.
QR_SIZE = 25  # of the code itself; its quiet zone is the white around it
QR_QUIET_ZONE = 4  # modules
QR_TEXT_GAP = 6  # wider than the quiet zone

PICTURE_BORDER = 0.18
HAIRLINE = 0.18
