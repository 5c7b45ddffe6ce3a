"""Type, colour and geometry of the paper: every number of the page, named.

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
    roomy_rows: tuple[float, ...]  # where page 1 has room left
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
    guides_heading=TypeStyle(16, 20, 16, bold=True, colour=ACCENT),
    step=TypeStyle(14, 17, 14, bold=True, colour=ACCENT),
    wide_caption=TypeStyle(14, 18.5, 14),
    running_head=TypeStyle(12, 20, 12),
    footer=TypeStyle(9, 11, 9),
    side_heads=True,
    pictures_in_words=False,
    readable_picture=55,
    small_picture=16,
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
    guides_heading=TypeStyle(22, 27, 22, bold=True, colour=ACCENT),
    step=TypeStyle(20, 24, 20, bold=True, colour=ACCENT),
    wide_caption=TypeStyle(17, 22, 17),
    running_head=TypeStyle(16, 27, 16),
    footer=TypeStyle(12, 14.5, 12),
    side_heads=False,
    pictures_in_words=True,
    readable_picture=65,
    small_picture=24,
    roomy_small_picture=42,
    label_column=0,
    row=21,
    roomy_rows=(30, 28, 26.5, 25, 23),
    value_rise=6.6,
    label_rise=7.6,
    code=32,  # nearly as wide as its name below it
    portal_row=18.5,
    note_gap=2.2,
    name_sizes=(20, 18, 16),
    name_wrapped_sizes=(16,),
    most_name_lines=3,
    name_leading=1.36,
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
BETWEEN_GUIDES_ABOVE = 6
MOST_BETWEEN_GUIDES = 14  # of a part, on a page that would end above the others
MOST_BETWEEN_PARTS = 24
AFTER_GUIDES_HEADING = 6
AFTER_GUIDES = 8.2  # to the capitals of the footer, whose other letters are higher
AFTER_STEP = 3.2
CAPTION_GAP = 5  # between a caption and the picture beside it
AFTER_CAPTION = 2
AFTER_ACTION = 1.6  # from what a guide says to do to what there is to know of it
BETWEEN_DETAILS = 0.8  # where each has a line of its own
STEP_GAP = 3  # to a caption on the same line
NEARLY_AS_WIDE = 0.9  # of the widest picture: then all are made equally wide
NEARLY_AS_LARGE = 0.85  # of the pictures that a page has room for: then it has those of the other pages
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

# Stick-in slips: ten to a landscape A4 page, each narrower than an A5 handbook page (148 mm).
PRINTABLE_EDGE = 7  # of the paper: no ink beyond
SLIP_COLUMNS = 2
SLIP_ROWS = 5
SLIP_WIDTH = 139.5
SLIP_HEIGHT = 38
SLIP_TOP = 11.5  # below the edge of the page: the words in the margin end above the first cut
SLIP_PADDING = 4.5  # white inside the cuts; what is left takes 40 letters of a username
SLIP_MEASURE = SLIP_WIDTH - 2 * SLIP_PADDING
SLIP_LABEL = TypeStyle(9, 11, 9)  # black: small blue letters print dotted on a mono laser
SLIP_NAME_SIZES: tuple[float, ...] = (12, 11.5, 11, 10.5, 10, 9.5, 9)  # on one line
SLIP_NAME_LEAST = 10  # beside class and number, where no signs are above its letters
SLIP_NAME_SMALL_SIZES: tuple[float, ...] = (8.5, 8)  # rather on a line of its own than on two
SLIP_NAME_WRAPPED_SIZES: tuple[float, ...] = (11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7)
SLIP_NAME_WRAPPED_LEAST = 8  # where it has the width: the room to write is rather lower
SLIP_VALUE_SIZES: tuple[float, ...] = (10, 9.5, 9)
SLIP_LEADING = 1.05  # of the size, where a name or username takes two lines
SLIP_COLUMN_GAP = 4
SLIP_CLASS_ROOM = 43  # at most
SLIP_NUMBER_ROOM = 14.7  # six figures
SLIP_BLANK_ROOMS = {"class_name": 20, "register_number": SLIP_NUMBER_ROOM}  # of a line to write them on
SLIP_PASSWORD = (SLIP_MEASURE - SLIP_COLUMN_GAP) / 2  # of a line for it
SLIP_LABEL_ROOMS = {
    "name": 15,
    "class_name": 15,
    "register_number": 28,
    "username": 45,
    "portal": 45,
    "password": SLIP_PASSWORD,
    "new_password": SLIP_PASSWORD,
    "worked_out": SLIP_MEASURE,
}
# Baselines below the upper edge of the slip: where they are on most slips, so that those beside each other are level.
SLIP_NAME_LINE = 7.62
SLIP_NAME_TOP = 4.15  # white above the signs of such a name
SLIP_NAME_ASCENT = 3.37  # of its ink: type is smaller where signs are above the letters
SLIP_NAME_DESCENT = 1.14  # and where they are below
SLIP_USERNAME_LABEL = 11.87
SLIP_USERNAME_LINE = 17.02
SLIP_RULE = 33.5  # to write a password on
SLIP_WRITING = 12  # above that line, with nothing in it but its label
SLIP_LEAST_WRITING = 11.5  # where more is said of a username
SLIP_UNDER_LABEL = 7.2  # from the ink of that label to the line
SLIP_RULE_DROP = 0.4  # of a writing line below the baseline of what is beside it
SLIP_USERNAME_HEIGHT = 8  # from its label to the line to write it on
SLIP_USERNAME_LEAST_HEIGHT = 7.5
SLIP_WHITE = 0.84  # between the ink of two texts, at least
SLIP_BELOW_PORTAL = 1.65  # to the label of a password: nobody may read the address as what is on its line
SLIP_INK_MARGIN = 0.1  # around ink that is measured
SLIP_MARGIN_LINE = 9.4  # the baseline of the words in the margin, below the edge of the page
SLIP_CROP_MARK = 1.5  # below the last cut
CUT_LINE = 0.12  # wide
CUT_DASH = 1.5

# The teacher's hand-out list: all black, for it is often printed on a mono laser.
CHECKLIST_TITLE = TypeStyle(18, 22, 18, bold=True)
CHECKLIST_NOTE = TypeStyle(11, 14, 10.5)
CHECKLIST_HEAD = TypeStyle(10, 12, 10, bold=True)
CHECKLIST_RUNNING_HEAD = TypeStyle(11, 16, 11, bold=True)
CHECKLIST_CELL = TypeStyle(10, 12, 10)
CHECKLIST_SMALL = TypeStyle(9, 10.5, 9)  # a name of fewer lines so; what is said of a username
# The texts of the columns. A username: 21 letters, what it might be 24; the last: a signature.
CHECKLIST_COLUMNS = (9.5, 5.4, 48.4, 50.5, 50)
CHECKLIST_GAPS = (2.4, 2.4, 4, 2.4)  # the white between them
CHECKLIST_NUMBER_ROOM = 10.6  # a long register number reaches to the box
CHECKLIST_ROW = 10  # at least: a signature 9 mm high and its line
CHECKLIST_ROOMY_ROWS = (12, 11.5, 11, 10.5)  # where the pages have room
CHECKLIST_ROW_PADDING = 1.2  # above and below the words of a row
CHECKLIST_WRITING = 10  # above a line to write a name or username on
CHECKLIST_LIFT = 2  # of the words beside such a line
CHECKLIST_BELOW_LINE = 0.6  # from the line to the words below it
CHECKLIST_BELOW_WORDS = 0.8  # more white below these than below the words of other rows
CHECKLIST_RULE = 0.18  # below a row, the line for the signature too
CHECKLIST_SIGN_OFF = 10
CHECKLIST_BEFORE_TABLE = 4
BEFORE_TABLE = 3
TICK_BOX = 5
TICK_BOX_LINE = 0.3

# The QR code to the portal.
QR_QUIET_ZONE = 4  # modules
QR_NAME_GAP = 0.5  # from that white to the capitals below it
QR_INSET = 5  # from the edges of the panel, wider than the quiet zone

PICTURE_BORDER = 0.18
HAIRLINE = 0.18
