"""Rows that a column of roles, an address or a title says are an adult's, as in a list of the members of a team."""

from handout.classlist.cell_checks import Wrong
from handout.classlist.headings import words_of
from handout.classlist.rows import Row, Source
from handout.classlist.vocabulary import word_set
from handout.errors import Flaw
from handout.spreadsheets import column_letters

_ROLES = word_set("role roles designation position appointment type usertype jobtitle title")
_STAFF = word_set(
    "teacher teachers staff owner owners admin administrator educator hod principal instructor counsellor facilitator "
    "faculty coach parent guardian"
)
_BESIDE = word_set(
    "form co class subject homeroom vice allied senior lead relief trainee school user member ict"
)
_DOMAINS = ("@moe.gov.sg", "@moe.edu.sg", "@schools.gov.sg")  # of the ministry's and the schools' staff


def role_columns(source: Source) -> list[int]:
    """The unread columns that say what somebody is."""
    return [
        place
        for place in source.table.columns
        if place not in source.columns.read and _ROLES & set(words_of(source.table.heading(place).text))
    ]


def grown_up(row: Row, columns: list[int]) -> Wrong | None:
    if row.username.casefold().endswith(_DOMAINS):
        remedy = "Empty the row, or correct the username where it is a child's."
        return Flaw("The username is the address of a member of staff.", remedy), "username"
    for place in columns:
        words = set(words_of(row.cell(place)))
        if words & _STAFF and not words - _STAFF - _BESIDE:
            what = f"Column {column_letters(place)} says that this is an adult."
            return Flaw(what, "Empty the row, or empty that cell where it is a child's."), None
    return None
