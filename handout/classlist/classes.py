"""The class of each row, where its column does not say it."""

from handout.classlist.holdings import class_key
from handout.classlist.rows import Row, Source
from handout.classlist.worksheets import class_of_worksheet


def with_classes(source: Source, rows: list[Row]) -> list[Row]:
    """The rows with the class of their column; else of the title above them; else of the worksheet."""
    if any(row.class_name for row in rows):
        return _filled_down(rows)
    titles = {line.number: line.class_title for line in source.table.rows}
    own = class_of_worksheet(source.grid.worksheet)
    return [row._replace(class_name=titles.get(row.number) or own) for row in rows]


def _filled_down(rows: list[Row]) -> list[Row]:
    """Where each class is written once, above its children, it holds for the rows below.

    Not where a class is written again, nor where a number comes twice: then a class is missing.
    """
    written = [class_key(row.class_name) for row in rows if row.class_name]
    blank = sum(not row.class_name for row in rows)
    if len(set(written)) < len(written) or not rows[0].class_name or blank < len(written):
        return rows
    filled: list[Row] = []
    for row in rows:
        filled.append(row if row.class_name else row._replace(class_name=filled[-1].class_name))
    numbers = [(row.class_name, row.register_number) for row in filled if row.register_number]
    return filled if len(set(numbers)) == len(numbers) else rows
