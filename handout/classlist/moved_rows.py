"""Signs that the cells of a row have moved: then anything may be in any column."""

from handout.classlist.cell_checks import MOVED, Wrong, wrong_number
from handout.classlist.holdings import class_key, is_class, is_of_domain, plain_cell
from handout.classlist.rows import Row, Source
from handout.classlist.usual import Usual
from handout.errors import Flaw


def moved(source: Source, row: Row, usual: Usual, domain: str) -> Wrong | None:
    if _has_username_elsewhere(row, usual, domain):
        return Flaw(f"An address that ends with @{domain} is outside the column of usernames.", MOVED), None
    if _is_retyped(source, row):
        return None
    if source.grid.is_text:
        return _moved_in_text(source, row, usual, domain)
    beyond = [cell for cell in row.cells[source.table.width :] if cell]
    if beyond and _is_next_to(source, row) and _reads_behind_unread(source):
        return Flaw(
            "This row has more cells than there are headings.", f"{MOVED} Or write a heading above them."
        ), None
    return None


def _is_retyped(source: Source, row: Row) -> bool:
    """Whether the office has typed all that the child's page has from this row."""
    places = (*source.columns.name, *source.columns.usernames)
    return all((row.number, place) in source.grid.typed for place in places)


def _has_username_elsewhere(row: Row, usual: Usual, domain: str) -> bool:
    """Whether an address of the school's is in another field, or in a column that has them in few rows."""
    if is_of_domain(f"{row.name} {row.class_name} {row.register_number}", domain):
        return True
    rare = usual.rows - (usual.rows == 1)
    return any(
        is_of_domain(row.cell(place), domain) and kinds["username"] * 2 <= rare
        for place, kinds in usual.kinds.items()
    )


def _moved_in_text(source: Source, row: Row, usual: Usual, domain: str) -> Wrong | None:
    """A comma too many or too few moves the cells of a text file; empty ones at the end too."""
    width, fields = source.table.width, len(row.cells)
    if fields == width:
        return None
    unheaded = [place for place in range(fields) if place >= width and place not in source.columns.read]
    more = any(plain_cell(row.cells[place]) for place in unheaded)
    if more or (fields > usual.fields and not _all_fit(row, usual, domain)):
        remedy = 'Put a name with a comma in it between two ".'
        return Flaw("This row has more fields than there are headings.", remedy), None
    unread = any(
        heading.text and place not in source.columns.read
        for place, heading in enumerate(source.table.headings)
    )
    if fields < width and unread:
        return Flaw("This row has fewer fields than there are headings.", MOVED), None
    return None


def _all_fit(row: Row, usual: Usual, domain: str) -> bool:
    """Whether cells prove that a row has not moved: its class is one of the others', or its username is one."""
    fits_class = usual.classes[class_key(row.class_name)] > 1 or is_class(row.class_name)
    fits_username = is_of_domain(row.username, domain)
    proven = (bool(row.class_name) and fits_class) or fits_username
    classes = not row.class_name or fits_class
    return proven and classes and (not row.username or fits_username) and wrong_number(row) is None


def _is_next_to(source: Source, row: Row) -> bool:
    """Whether the first cell without a heading is right beside the table, not parted from it as a remark."""
    width = source.table.width
    return bool(row.cells[width : width + 1] and row.cells[width])


def _reads_behind_unread(source: Source) -> bool:
    unread = [place for place, _ in enumerate(source.table.headings) if place not in source.columns.read]
    return bool(unread) and min(unread) < max(source.columns.read)
