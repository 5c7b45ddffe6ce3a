"""What a class list leaves open, and what the office answers: questions, answers, edits, surveys."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from handout.errors import Flaw, Place, Problem

Field = Literal["name", "number", "class", "username"]
FIELDS: tuple[Field, ...] = ("name", "number", "class", "username")

Derive = Literal["always", "auto", "never"]  # when a username is worked out from the name

NO_COLUMN = "none"  # the answer that no column of the list is that field
JOINED = "+"  # between columns that together make one field: "B+C"


class Choice(NamedTuple):
    """One answer: `value` is what is sent back, `label` how it is shown.

    The value is the letter of a column ("C"), columns joined in their order ("B+C"), `NO_COLUMN`, the name of
    a worksheet, or "yes".
    """

    value: str
    label: str


class Question(NamedTuple):
    """What only the office knows. The flaw says it in words, and its remedy how to answer on the command line.

    Of "worksheets" any number may be chosen, else one. A list with an open question has no students.
    """

    kind: Literal["name", "number", "class", "username", "worksheets", "domain"]
    place: Place
    flaw: Flaw
    choices: tuple[Choice, ...]

    @property
    def problem(self) -> Problem:
        return Problem(self.place, self.flaw)


class ColumnAnswer(NamedTuple):
    """Which column is a field: by heading or letter, several joined with "+", or `NO_COLUMN`.

    It is for every worksheet where `worksheet` is None.
    """

    field: Field
    column: str
    worksheet: str | None = None


class Answers(NamedTuple):
    """What the office says of a list.

    `worksheets` are those to read; all where there are none. With `add_domain`, usernames without an @ get the
    school's domain.
    """

    columns: tuple[ColumnAnswer, ...] = ()
    worksheets: tuple[str, ...] = ()
    add_domain: bool = False

    def column(self, field: Field, worksheet: str) -> str | None:
        """The column of a field, where it is answered; an answer for the worksheet itself comes first."""
        for wanted in (worksheet, None):
            for answer in self.columns:
                if answer.field == field and answer.worksheet == wanted:
                    return answer.column
        return None


NO_ANSWERS = Answers()

CellAt = tuple[str, int, str]  # worksheet, row, letter of the column
WHOLE_ROW = ""  # in place of the letter: the row is read as if it were empty
Edits = Mapping[CellAt, str]
NO_EDITS: Edits = MappingProxyType({})

MASK = "•••"  # in place of a value of a column that is not read


class SurveyedColumn(NamedTuple):
    """A column as a pick-list shows it. `field` is None where it is not read; `sure` where nothing need be asked."""

    letter: str
    heading: str
    field: Field | None
    sure: bool


class Survey(NamedTuple):
    """A worksheet before it is read: `is_read`, its columns, and its first rows.

    Values of columns that are not read are `MASK`; `header_row` is 0 where no headings were found. `free` is the
    letter of the first column to the right of all cells.
    """

    worksheet: str
    is_read: bool
    header_row: int
    columns: tuple[SurveyedColumn, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    free: str = ""
