"""Tables of a worksheet beside the one that is read: their children would be lost."""

from handout.classlist.columns import beside_each_other
from handout.classlist.headings import Heading
from handout.classlist.rows import Source
from handout.errors import Flaw
from handout.spreadsheets import column_letters


def other_table(source: Source, domain: str) -> Flaw | None:
    """A table beside this one: its headings in the same row, or further below in columns without any."""
    if beside_each_other(source.table, domain):
        return Flaw(
            "Two tables are beside each other under this row.", "Put each table into a list of its own."
        )
    read = source.columns.read
    unheaded = [place for place in source.table.columns if not source.table.heading(place).text]
    for place, line in enumerate(source.table.rows if unheaded else ()):
        for column in unheaded:
            meaning = Heading(line.cell(column)).meaning if column not in read else None
            below = [later.cell(column) for later in source.table.rows[place + 1 :]] if meaning else []
            if meaning and meaning.part == "name" and any(below):
                what = f"Another table begins in column {column_letters(column)}, row {line.number}."
                return Flaw(what, "Put each table into a list of its own.")
    return None
