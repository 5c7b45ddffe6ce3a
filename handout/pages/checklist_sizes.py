"""Type and geometry of the teacher's hand-out list: all black, for it is often printed on a mono laser.

Lengths are millimetres, type sizes points.
"""

from handout.theme import TypeStyle

TITLE = TypeStyle(18, 24, 18, bold=True)
WORDS = TypeStyle(10.5, 13.5, 10)  # what the list holds, and what to do with it
HEAD = TypeStyle(10, 11.5, 9)
RUNNING_HEAD = TypeStyle(11, 16, 11, bold=True)
NAME = TypeStyle(10.5, 12, 10.5)
NAME_SIZES: tuple[float, ...] = (NAME.size, 10, 9.5, 9)  # the largest of those in which it takes fewest lines
CELL = TypeStyle(10, 12, 10)
SMALL = TypeStyle(9, 10.5, 9)  # a username of one line so; what is said of one
# The texts of the columns: box, number, name above username (34 letters, 43 without a note), note, signature.
COLUMNS = (9.5, 5.4, 80.3, 17, 50)
GAPS = (2.6, 3.2, 4, 3)  # the white between them
NUMBER_ROOM = 10.7  # a long register number reaches to the box
ROW_PADDING = 1  # above and below the words of a row: it is 10.5 mm high at least, a signature 9
ROOMY_PADDINGS = (2.8, 2.6, 2.4, 2.2, 2, 1.8, 1.6, 1.4, 1.2)  # where the pages have room
STEP = 10  # by which a page is tried shorter, that none is much fuller than the others
WRITING = 9  # above a line to write a name or username on
LIFT = 2  # of the words beside such a line
BELOW_LINE = 0.6  # from the line to the words below it
BELOW_WORDS = 0.8  # more white below these than below the words of other rows
RULE = 0.18  # below a row, the line for the signature too
SIGN_OFF = 10
BEFORE_TABLE = 3
AFTER_TABLE = 4  # so that its last rule is clear of the footer
TICK_BOX = 5
BOX_DROP = 2.1  # of its middle below that of the capitals of the name: it is beside name and username
TICK_BOX_LINE = 0.3
