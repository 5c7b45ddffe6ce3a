"""Names that go on in the next row, as in a table copied from Word or a PDF: no child of their own."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from handout.classlist.cell_checks import Wrong
from handout.classlist.holdings import plain_cell
from handout.classlist.resemblance import fits_name, has_latin
from handout.classlist.rows import Row, Source
from handout.classlist.usernames import RELATIONS
from handout.classlist.usual import Usual
from handout.errors import Flaw

_REMEDY = "If so, write the whole name in one cell and empty the other row. If not, write the register number or username."
_ENDS_NO_NAME = RELATIONS - {"bin"}  # TAN WEI BIN is a whole name


def parted_names(source: Source, rows: Sequence[Row], usual: Usual) -> dict[int, Wrong]:
    """By its number, each row that has only a part of a name, and the row with the other part."""
    alone = [row for row in rows if _is_alone(source, row)]
    if not alone:
        return {}
    others = {row.number: row for row in rows if row.name} | dict.fromkeys(
        (row.number for row in alone), None
    )
    gives = usual.numbers or sum(bool(row.username) for row in rows) * 2 > len(rows)
    found: dict[int, Wrong] = {}
    for _, run in groupby(enumerate(alone), lambda item: item[1].number - item[0]):
        names = [row for _, row in run]
        above, below = others.get(names[0].number - 1), others.get(names[-1].number + 1)
        for row, what in _parted(above, names, below, is_word_odd=gives and usual.several_words):
            found[row.number] = Flaw(what, _REMEDY), "name"
    return found


def _is_alone(source: Source, row: Row) -> bool:
    """Whether a row has nothing but a name, leaving aside what is merged into it."""
    if row.register_number or row.username or not row.name or "name" in row.typed or row.fault:
        return False
    return all(
        place in source.columns.name or not plain_cell(cell) or (row.number, place) in source.grid.repeated
        for place, cell in enumerate(row.cells)
    )


def _parted(
    above: Row | None, run: Sequence[Row], below: Row | None, *, is_word_odd: bool
) -> Iterator[tuple[Row, str]]:
    """Rows that have names alone, and those above and below them, as far as one name may be in several of them."""
    rest = " ".join(row.name for row in run)
    goes_on = above is not None and _is_one_name(above, above.name, rest)
    begins = below is not None and _is_one_name(below, rest, below.name)
    if not (goes_on or begins):
        either = _follows(above, below) or (is_word_odd and " " not in rest)
        goes_on = either or (is_word_odd and above is not None and " " not in above.name)
        begins = either or (is_word_odd and below is not None and " " not in below.name)
    if goes_on or begins:
        for row in run:
            yield row, "This row has nothing but a name. Does it belong to the name above or below?"
    if goes_on and above and "name" not in above.typed:
        yield above, "The name may go on in the row below, which has nothing but a name."
    if begins and below and "name" not in below.typed:
        yield below, "The name may begin in the row above, which has nothing but a name."


def _follows(above: Row | None, below: Row | None) -> bool:
    """Whether no register number is missing between two rows."""
    numbers = [row.register_number for row in (above, below) if row and row.register_number.isdecimal()]
    return len(numbers) > 1 and int(numbers[0]) + 1 == int(numbers[1])


def _is_one_name(child: Row, first: str, rest: str) -> bool:
    """Whether two texts are plainly one name: its words or the username of `child` say so."""
    if has_latin(first) and not has_latin(rest):  # written again, in Chinese
        return True
    if first.casefold().split()[-1] in _ENDS_NO_NAME or rest.casefold().split()[0] in RELATIONS:
        return True
    return fits_name(child.username, f"{first} {rest}") and not fits_name(child.username, child.name)
