"""Type and geometry of the teacher's hand-out list: all black, for it is often printed on a mono laser.

Lengths are millimetres, type sizes points.
"""

from handout.theme import TypeStyle

TITLE = TypeStyle(18, 22, 18, bold=True)
NOTE = TypeStyle(11, 14, 10.5)
HEAD = TypeStyle(10, 12, 10, bold=True)
RUNNING_HEAD = TypeStyle(11, 16, 11, bold=True)
CELL = TypeStyle(10, 12, 10)
SMALL = TypeStyle(9, 10.5, 9)  # a name of fewer lines so, a username of one; what is said of a username
# The texts of the columns. A username: 21 letters, what it might be 24; the last: a signature.
COLUMNS = (9.5, 5.4, 48.4, 50.5, 50)
GAPS = (2.4, 2.4, 4, 2.4)  # the white between them
NUMBER_ROOM = 10.6  # a long register number reaches to the box
ROW = 10  # at least: a signature 9 mm high and its line
ROOMY_ROWS = (14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5)  # where the pages have room
ROW_PADDING = 1.2  # above and below the words of a row
WRITING = 10  # above a line to write a name or username on
LIFT = 2  # of the words beside such a line
BELOW_LINE = 0.6  # from the line to the words below it
BELOW_WORDS = 0.8  # more white below these than below the words of other rows
RULE = 0.18  # below a row, the line for the signature too
SIGN_OFF = 10
BEFORE_TABLE = 4
TICK_BOX = 5
TICK_BOX_LINE = 0.3
