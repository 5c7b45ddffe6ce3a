"""Type and geometry of the stick-in slips: eight to a landscape A4 page, each narrower than an A5 handbook page (148 mm).

Lengths are millimetres, type sizes points.
"""

from handout.theme import TypeStyle

COLUMNS = 2
ROWS = 4
WIDTH = 139.5
HEIGHT = 47.5  # ten to a page would leave a username of two lines no white
TOP = 11.5  # below the edge of the page: the words in the margin end above the first cut
PADDING = 4.5  # white inside the cuts; what is left takes 40 letters of a username
MEASURE = WIDTH - 2 * PADDING
LABEL = TypeStyle(10, 12, 10)  # black: small blue letters print dotted on a mono laser
NAME_SIZES: tuple[float, ...] = (12, 11.5, 11, 10.5, 10)  # on one line
NAME_WRAPPED_SIZES: tuple[float, ...] = (10, 9.5, 9, 8.5, 8, 7.5, 7)
NAME_LEAST = 9  # beside class and number; a longer name has its line for itself
VALUE_SIZES: tuple[float, ...] = (10, 9.5, 9)
LEADING = 1.05  # of the size, where a name or username takes two lines
COLUMN_GAP = 4
CLASS_ROOM = 43  # at most
NUMBER_ROOM = 14.7  # six figures
BLANK_ROOMS = {"class_name": 20, "register_number": NUMBER_ROOM}  # of a line to write them on
PASSWORD = (MEASURE - COLUMN_GAP) / 2  # of a line for it
LABEL_ROOMS = {
    "name": 15,
    "class_name": 15,
    "register_number": 28,
    "username": 45,
    "portal": 45,
    "password": PASSWORD,
    "new_password": PASSWORD,
    "worked_out": MEASURE,
}
# Baselines below the upper edge of the slip: where they are on most slips, so that those beside each other are level.
NAME_LINE = 9
BLANK_NAME_LINE = 12.7  # of a line to write it on
USERNAME_LABEL = 17.5
USERNAME_DROP = 5.5  # from its label to it
HINT_DROP = 4.9  # from its last line to what is said of it
USERNAME_HEIGHT = 10  # from its label to the line to write it on
PASSWORD_LABEL = 33.7
RULE = 43  # to write a password on
WRITING = 12  # above that line, with nothing in it but its label
RULE_DROP = 0.4  # of a writing line below the baseline of what is beside it
WHITE = 0.84  # between the ink of two texts, at least
WHITE_BELOW_NAME = 1.5  # where there is room: a name of two lines is nearer to its own label
WHITE_ABOVE_PASSWORDS = 1.65  # nobody may read what is above their labels as what is on their lines
INK_MARGIN = 0.1  # around ink that is measured
MARGIN = TypeStyle(9, 11, 9)  # the words on the paper that is cut off
MARGIN_LINE = 9.4  # the baseline of the words in the margin, below the edge of the page
CROP_MARK = 1.5  # below the last cut
CUT_LINE = 0.12  # wide
CUT_DASH = 1.5
