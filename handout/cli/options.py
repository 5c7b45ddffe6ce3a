"""The options that several commands share, each declared once."""

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from handout.model import ColumnAnswer, Layout
    from handout.pictures import PictureSource

Command = Callable[..., None]

content_option = click.option(
    "--content",
    "content_file",
    type=click.Path(path_type=Path),
    default="content.yaml",
    show_default=True,
    help="What the handout says.",
)


def list_options(command: Command) -> Command:
    """How a class list is read, handed to the command as one `reading` for `read_students`."""

    @click.option(
        "--column",
        "columns",
        metavar="FIELD=HEADING",
        multiple=True,
        callback=_read_columns,
        help='Which column is the name, number, class or username: username="Student Email", or its letter '
        "username=C; name=B+C joins two; username=none. May be repeated.",
    )
    @click.option(
        "--worksheet",
        "worksheets",
        metavar="NAME",
        multiple=True,
        help="Read this worksheet; may be repeated.",
    )
    @click.option(
        "--derive",
        type=click.Choice(["always", "auto", "never"]),
        default="auto",
        show_default=True,
        help="Work out usernames from names; auto: only where the list gives none at all.",
    )
    @click.option("--add-domain", is_flag=True, help="Add the school's domain to usernames without an @.")
    @click.option("--skip-hidden", is_flag=True, help="Leave out the hidden rows of a workbook.")
    @wraps(command)
    def with_reading(
        columns: "tuple[ColumnAnswer, ...]",
        worksheets: tuple[str, ...],
        derive: str,
        add_domain: bool,
        skip_hidden: bool,
        **others: Any,
    ) -> None:
        from handout.model import Answers  # noqa: PLC0415 - not before it is needed: start-up counts

        answers = Answers(columns, worksheets, add_domain)
        command(reading={"answers": answers, "derive": derive, "skip_hidden": skip_hidden}, **others)

    return with_reading


def _read_columns(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> "tuple[ColumnAnswer, ...]":
    from handout.model import FIELDS, ColumnAnswer  # noqa: PLC0415 - as above

    answers = []
    for value in values:
        field, _, column = value.partition("=")
        known = next((known for known in FIELDS if known == field.strip().lower()), None)
        if known is None or not column.strip():
            raise click.BadParameter(f'Write {", ".join(FIELDS)} = a heading, such as name="Name of Pupil".')
        answers.append(ColumnAnswer(known, column.strip()))
    return tuple(answers)


def look_options(command: Command) -> Command:
    """How the pages are printed, handed to the command as one `look`, and the `source` of their pictures."""

    @content_option
    @click.option(
        "--toner",
        type=click.Choice(["full", "saver"]),
        help="saver: coloured areas of the pictures become white.  [default: full; with --grey saver]",
    )
    @click.option("--grey", is_flag=True, help="No colour at all: for a printer that has only black.")
    @click.option(
        "--guides-per-page",
        type=click.Choice([2, 3, 4]),
        default=3,
        show_default=True,
        help="How many pictures a page has at most, besides small ones; in large print 2.",
    )
    @click.option(
        "--large",
        is_flag=True,
        help="Text of 16 pt or more, footers of 12, on as many pages as it needs. "
        "A teacher's hand-out list keeps its size.",
    )
    @click.option(
        "--no-cache",
        "cache",
        flag_value=False,
        default=True,
        help="Prepare every picture again; keep none for the next run.",
    )
    @wraps(command)
    def with_look(
        toner: str | None, grey: bool, guides_per_page: int, large: bool, cache: bool, **others: Any
    ) -> None:
        from handout.model import Look  # noqa: PLC0415 - not before it is needed: start-up counts

        look = Look(guides_per_page, None if toner is None else toner == "saver", grey, large=large)
        command(look=look, source=picture_source(cache), **others)

    return with_look


def picture_source(cache: bool) -> "PictureSource":
    """Pictures made from their files, or those of an earlier run from the user's cache."""
    from handout.pictures import Folder, FromFiles, Kept  # noqa: PLC0415 - as above

    if not cache:
        return FromFiles()
    from platformdirs import user_cache_path  # noqa: PLC0415 - as above

    return Kept(Folder(user_cache_path("handout", appauthor=False) / "pictures"), FromFiles())


def order_options(command: Command) -> Command:
    """What of a class list is printed, handed to the command as one `order`."""

    @list_options
    @click.option(
        "--skip-bad", is_flag=True, help="Print the rest where some rows of the list have problems."
    )
    @click.option(
        "--layout",
        type=click.Choice(["pack", "sheet", "slips"]),
        default="pack",
        show_default=True,
        help="pack: all pages; sheet: page 1 alone; slips: to stick into the handbook.",
    )
    @click.option(
        "--class", "classes", metavar="NAME", multiple=True, help="This class only; may be repeated."
    )
    @click.option(
        "--only",
        "numbers",
        metavar="NUMBER,…",
        callback=_read_numbers,
        help="These register numbers only: 7,12 or 3-5.",
    )
    @click.option(
        "--spares",
        type=click.IntRange(0, 100),
        default=0,
        metavar="N",
        help="Pages without a name, for each class.",
    )
    @click.option("--split", is_flag=True, help="One file for each child, such as 3A-07.pdf.")
    @click.option(
        "--checklist", is_flag=True, help="A hand-out list to tick and sign as well, for each class."
    )
    @click.option(
        "--proof", is_flag=True, help="Only the first child, the longest name and a spare, to look at."
    )
    @wraps(command)
    def with_order(
        layout: "Layout",
        classes: tuple[str, ...],
        numbers: tuple[str, ...],
        spares: int,
        split: bool,
        checklist: bool,
        proof: bool,
        **others: Any,
    ) -> None:
        from handout.printing import PrintOrder  # noqa: PLC0415 - not before it is needed: start-up counts

        command(order=PrintOrder(layout, classes, numbers, spares, split, checklist, proof), **others)

    return with_order


def _read_numbers(_context: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(number for part in value.split(",") for number in _expand(part.strip()))


def _expand(part: str) -> list[str]:
    """7 is itself, 3-5 is 3, 4 and 5."""
    span = re.fullmatch(r"(\d{1,3})-(\d{1,3})", part)
    numbers = [str(number) for number in range(int(span[1]), int(span[2]) + 1)] if span else [part]
    if not all(numbers) or not numbers:
        raise click.BadParameter("Write register numbers with commas between them, such as 7,12 or 3-5.")
    return numbers
