"""Type, colour and geometry of the paper: every number of the page, named. Slips and hand-out list have their own.

Lengths are millimetres, type sizes points. The limits are those of clear print (RNIB), of what office
printers leave white, and of handwriting.
"""

from typing import NamedTuple

POINTS_PER_MM = 72 / 25.4


def points(millimetres: float) -> float:
    return millimetres * POINTS_PER_MM


class Colour(NamedTuple):
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


INK = Colour(0, 0, 0)
ACCENT = Colour(0x0A / 255, 0x4F / 255, 0x7D / 255)  # deep blue: still dark on a mono copier


class TypeStyle(NamedTuple):
    """How a text is set, in points. `typed` is the size of what is typed letter by letter."""

    size: float
    leading: float
    typed: float
    bold: bool = False
    colour: Colour = INK


class Theme(NamedTuple):
    """The type of one handout, and the rows of its panel.

    `side_heads`: headings stand in the margin column. `label_column` is in millimetres; 0: the labels stand
    above their lines. Of `name_sizes` and `username_sizes` the first that fits is taken.
    """

    title: TypeStyle
    heading: TypeStyle
    body: TypeStyle
    caption: TypeStyle
    note: TypeStyle
    panel_heading: TypeStyle
    label: TypeStyle
    guides_heading: TypeStyle
    step: TypeStyle
    wide_caption: TypeStyle  # where the column beside the picture is wide
    running_head: TypeStyle
    footer: TypeStyle
    side_heads: bool
    pictures_in_words: bool  # what a picture says is printed too
    readable_picture: float  # mm high: rather a page more than lower ones
    small_picture: float  # mm high at least: a title or closing slide, where words stand above their pictures
    roomy_small_picture: float  # mm high at most, where the page of such a slide has room
    label_column: float
    row: float
    roomy_rows: tuple[float, ...]  # where page 1 has room left; half as much for the portal
    value_rise: float  # of the first line of a printed value above the foot of its row
    label_rise: (
        float  # of a label above that line, where it does not stand beside it: it is nearer to its own line
    )
    code: float  # the side of the QR code, in mm; its quiet zone is the white around it
    portal_row: float
    note_gap: float  # above the notes of the panel
    name_sizes: tuple[float, ...]
    name_wrapped_sizes: tuple[float, ...]
    most_name_lines: int
    name_leading: float  # that a name of several lines has room for, as a part of the size
    class_sizes: tuple[float, ...]  # of class and number: a name stands out of them
    username_sizes: tuple[float, ...]
    username_wrapped_sizes: tuple[float, ...]


NORMAL = Theme(
    title=TypeStyle(27, 28.5, 27, bold=True, colour=ACCENT),
    heading=TypeStyle(13.5, 15, 14, bold=True, colour=ACCENT),
    body=TypeStyle(12, 15, 14),
    caption=TypeStyle(12, 15, 12),
    note=TypeStyle(12, 15, 14),
    panel_heading=TypeStyle(15, 18, 15, bold=True),
    label=TypeStyle(12, 14, 12, bold=True, colour=ACCENT),
    guides_heading=TypeStyle(16, 17.2, 16, bold=True, colour=ACCENT),
    step=TypeStyle(14, 17, 14, bold=True, colour=ACCENT),
    wide_caption=TypeStyle(14, 18.5, 14),
    running_head=TypeStyle(12, 17.2, 12),
    footer=TypeStyle(9, 11, 9),
    side_heads=True,
    pictures_in_words=False,
    readable_picture=55,
    small_picture=13.7,
    roomy_small_picture=24,
    label_column=35,
    row=12.5,
    roomy_rows=(),
    value_rise=1.9,
    label_rise=0,
    code=25,
    portal_row=10.1,
    note_gap=1.2,
    name_sizes=(18, 16, 14),
    name_wrapped_sizes=(13, 12, 11, 10, 9),
    most_name_lines=2,
    name_leading=1.14,
    class_sizes=(14,),
    username_sizes=(16, 15, 14),
    username_wrapped_sizes=(14, 13.5, 13),
)
LARGE = Theme(
    title=TypeStyle(34, 38, 34, bold=True, colour=ACCENT),
    heading=TypeStyle(20, 25, 20, bold=True, colour=ACCENT),
    body=TypeStyle(17, 23, 18),
    caption=TypeStyle(17, 22, 17),
    note=TypeStyle(16, 20, 16),
    panel_heading=TypeStyle(20, 24, 20, bold=True),
    label=TypeStyle(16, 18, 16, bold=True, colour=ACCENT),
    guides_heading=TypeStyle(22, 25, 22, bold=True, colour=ACCENT),
    step=TypeStyle(20, 24, 20, bold=True, colour=ACCENT),
    wide_caption=TypeStyle(17, 22, 17),
    running_head=TypeStyle(16, 25, 16),
    footer=TypeStyle(12, 14.5, 12),
    side_heads=False,
    pictures_in_words=True,
    readable_picture=65,
    small_picture=24,
    roomy_small_picture=42,
    label_column=0,
    row=21,
    roomy_rows=(29, 28, 26.5, 25, 23),
    value_rise=6.6,
    label_rise=7.6,
    code=32,  # nearly as wide as its name below it
    portal_row=18.5,
    note_gap=2.2,
    name_sizes=(20, 18, 16),
    name_wrapped_sizes=(16,),
    most_name_lines=3,
    name_leading=1.36,
    class_sizes=(16,),
    username_sizes=(20, 19, 18),
    username_wrapped_sizes=(18,),
)
FOOTER = NORMAL.footer
LEAST_CONTRAST = 4.5  # of text and lines on white (WCAG 2.2, 1.4.3)

# The page: A4 with a gutter for the hole punch; a margin column beside the main column.
PAGE_WIDTH = 210
PAGE_HEIGHT = 297
GUTTER = 20  # left
MARGIN = 15  # right, top and bottom: no text beyond
PRINTABLE_EDGE = 7  # of the paper: no ink beyond
MARGIN_COLUMN = 30
COLUMN_GAP = 3
MEASURE = PAGE_WIDTH - GUTTER - MARGIN  # 175, all columns
MAIN_COLUMN = MEASURE - MARGIN_COLUMN - COLUMN_GAP  # 142: text of about 65 letters, and the guides
FOOTER_BASELINE = 16
PAGE_NUMBER_COLUMN = 30
FOOTER_WHITE = 3.9  # between the footer and the lowest text
MOST_FOOTER_LINES = 3
FOOTER_ROOM = 22  # from the foot of the page to the lowest text, where the footer has one line
FRAME_HEIGHT = PAGE_HEIGHT - MARGIN - FOOTER_ROOM

# White between things.
AFTER_TITLE = 4
BEFORE_HEADING = 4.5
BETWEEN_PARAGRAPHS = 2.2
BETWEEN_ITEMS = 1.4
BETWEEN_GUIDES_BESIDE = 5  # whose words stand beside their pictures
BETWEEN_GUIDES_ABOVE = 5
MOST_BETWEEN_GUIDES = 14  # of a part, on a page that would end above the others, or where all pages have room
MOST_BETWEEN_PARTS = 24
AFTER_GUIDES_HEADING = 6
AFTER_GUIDES = 8.2  # to the capitals of the footer, whose other letters are higher
AFTER_STEP = 3.2
CAPTION_GAP = 5  # between a caption and the picture beside it
AFTER_CAPTION = 1
AFTER_ACTION = 1.6  # from what a guide says to do to what there is to know of it
BETWEEN_DETAILS = 1.1  # where each has a line of its own
STEP_GAP = 3  # to a caption on the same line
NEARLY_AS_WIDE = 0.9  # of the widest picture: then all are made equally wide
NEARLY_AS_LARGE = 0.9  # of the pictures that a page has room for: then it has those of the other pages
WIDE_COLUMN = 45  # of captions: from here they are set larger
FEW_LINES = 6  # on a page of their own: better shortened
MOST_LEAD_IN_LINES = 3  # of a paragraph that stays with the list below it
SMALL_PICTURE = 24  # high: a title or closing slide, where words stand beside their pictures
LEAST_PICTURE = 30  # high; on a lower one nobody can read what to click
CAP_HEIGHT = 0.668  # of the text face, as a part of the size
DESCENT = 0.25  # of the letters below their line, as a part of the size
LIST_INDENT = 7

# Letter-spacing keeps the underscores of `__` apart; in thousandths of the size.
TYPED_SPACING = 60
UNDERLINE_DROP = 0.14  # below the baseline, as a part of the size
UNDERLINE_WIDTH = 0.06

# A table of the text.
BEFORE_TABLE = 3
TABLE_COLUMN_GAP = 4
TABLE_CELL_PADDING = 1.4  # above and below the words of a cell
TABLE_HEAD_RULE = 0.35

# The personal panel.
PANEL_PADDING = 4
PANEL_GAP = 5  # between what is side by side in it
PANEL_BORDER = 0.3
PANEL_BAR = 1.6  # the thick edge on the left
NEW_PASSWORDS = (2, 1)  # lines for them: two where the page has room
WRITING_HEIGHT = 10  # an adult's hand wants 8 to 10
WRITING_LINE = 0.25
PASSWORD_CHARACTERS = 24
CHARACTER_ROOM = 5.5  # of one handwritten character
BASELINE_LIFT = NORMAL.value_rise  # of a label above the writing line beside it
REGISTER_COLUMN = 30
REGISTER_LABEL = 40  # wide at most, before it takes a second line
REGISTER_ROOM = 19  # of the number: six figures
LABEL_GAP = 2
LABEL_ABOVE_GAP = 3  # of a label that stands above its line, to the row above
LABEL_BELOW_LINES_GAP = 4  # of such a label to a value of two lines above it
NAME_SIZES = NORMAL.name_sizes
NAME_WRAPPED_SIZES = NORMAL.name_wrapped_sizes  # of two lines, none larger than the smallest of one
USERNAME_SIZES = NORMAL.username_sizes
USERNAME_LEAST = USERNAME_SIZES[-1]
USERNAME_WRAPPED_SIZES = NORMAL.username_wrapped_sizes  # smaller only where a line then ends at the @
VALUE_LEADING = 1.14  # of the size, where a name or username takes two lines
TALL_LEADING = 1.36  # in scripts with signs above and below their letters

# The QR code to the portal.
QR_QUIET_ZONE = 4  # modules
QR_NAME_GAP = 0.5  # from that white to the capitals below it
QR_INSET = 5  # from the edges of the panel, wider than the quiet zone

PICTURE_BORDER = 0.18
HAIRLINE = 0.18
