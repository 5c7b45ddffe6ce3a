"""Type and geometry of the stick-in slips: ten to a landscape A4 page, each narrower than an A5 handbook page (148 mm).

Lengths are millimetres, type sizes points.
"""

from handout.theme import TypeStyle

COLUMNS = 2
ROWS = 5
WIDTH = 139.5
HEIGHT = 38
TOP = 11.5  # below the edge of the page: the words in the margin end above the first cut
PADDING = 4.5  # white inside the cuts; what is left takes 40 letters of a username
MEASURE = WIDTH - 2 * PADDING
LABEL = TypeStyle(9, 11, 9)  # black: small blue letters print dotted on a mono laser
NAME_SIZES: tuple[float, ...] = (12, 11.5, 11, 10.5, 10, 9.5, 9)  # on one line
NAME_LEAST = 10  # beside class and number, where no signs are above its letters
NAME_SMALL_SIZES: tuple[float, ...] = (8.5, 8)  # rather on a line of its own than on two
NAME_WRAPPED_SIZES: tuple[float, ...] = (11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7)
NAME_WRAPPED_LEAST = 8  # where it has the width: the room to write is rather lower
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
NAME_LINE = 7.62
NAME_TOP = 4.15  # white above the signs of such a name
NAME_ASCENT = 3.37  # of its ink: type is smaller where signs are above the letters
NAME_DESCENT = 1.14  # and where they are below
USERNAME_LABEL = 11.87
USERNAME_LINE = 17.02
RULE = 33.5  # to write a password on
WRITING = 12  # above that line, with nothing in it but its label
LEAST_WRITING = 11.5  # where more is said of a username
UNDER_LABEL = 7.2  # from the ink of that label to the line
RULE_DROP = 0.4  # of a writing line below the baseline of what is beside it
USERNAME_HEIGHT = 8  # from its label to the line to write it on
USERNAME_LEAST_HEIGHT = 7.5
WHITE = 0.84  # between the ink of two texts, at least
BELOW_PORTAL = 1.65  # to the label of a password: nobody may read the address as what is on its line
INK_MARGIN = 0.1  # around ink that is measured
MARGIN_LINE = 9.4  # the baseline of the words in the margin, below the edge of the page
CROP_MARK = 1.5  # below the last cut
CUT_LINE = 0.12  # wide
CUT_DASH = 1.5
