"""The commands: each a recipe that reads straight down."""

# ruff: noqa: PLC0415 - each command imports only what it needs: start-up counts

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handout.cli import report
from handout.cli.console import Program, show_notes, show_problems, show_set, show_skipped, with_progress
from handout.cli.importing import count_unwritten_alts, import_, require_alts
from handout.cli.options import content_option, list_options, look_options, order_options
from handout.cli.serve import serve
from handout.errors import Flaw, Place, Problem, RosterError, UsageError
from handout.files import check_writable, remove_files, write_atomically, write_new

if TYPE_CHECKING:
    from handout.model import Content, Look, Roster
    from handout.pictures import PictureSource
    from handout.printing import PrintOrder

HANDOUT = Path("output/mims-account.pdf")
PREVIEW = Path("output/preview")

file_path = click.Path(path_type=Path)


def _show_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from handout import __version__

        click.echo(f"handout {__version__}")
        context.exit()


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version.",
)
def main() -> None:
    """Print MIMS account handouts: one for every family, a page for every child."""


@main.command()
@look_options
@click.option("--output", type=file_path, default=HANDOUT, show_default=True, help="The PDF to write.")
@click.option("--draft", is_flag=True, help="Build it even where pictures still wait for their alt texts.")
def build(content_file: Path, look: "Look", source: "PictureSource", output: Path, draft: bool) -> None:
    """Make the handout for everybody."""
    from handout import load_content
    from handout.content import with_unwritten_alts
    from handout.model import NOBODY
    from handout.printing import Press

    content = load_content(content_file)
    check_writable(output.parent)
    with with_unwritten_alts(content):
        press = Press(content, [NOBODY], look, source=source)
        pdf = press.handout()
    require_alts(content, press.warnings, draft=draft)
    write_atomically(pdf, output)
    click.echo(f"{output}: {report.pages_and_sheets(press.handout_pages)}, {report.size(len(pdf))}")
    show_problems([*content.notes, *press.warnings])


@main.command()
@click.argument("roster_file", metavar="[ROSTER]", type=file_path, required=False)
@look_options
@order_options
def check(
    roster_file: Path | None,
    content_file: Path,
    look: "Look",
    source: "PictureSource",
    order: "PrintOrder",
    reading: dict[str, Any],
    skip_bad: bool,
) -> None:
    """Check everything, write nothing.

    Checks content.yaml and its pictures; with a ROSTER, also everything that "class" would print.
    """
    from handout import load_content
    from handout.content import with_unwritten_alts
    from handout.model import NOBODY, spare_students
    from handout.printing import Press, by_file, people_of, plan, produce

    content = load_content(content_file)
    every_reader = [NOBODY, *spare_students("Primary 1", 1), *spare_students("Primary 6", 1)]
    with with_unwritten_alts(content):
        press = Press(content, every_reader, look, source=source)
        press.handout()
    require_alts(content, press.warnings)
    pictures = report.counted(len(content.guides.pictures), "picture")
    pages = report.pages_and_sheets(press.handout_pages)
    click.echo(f"{content_file}: ready to print; {pictures}; the handout has {pages}.")
    show_problems([*content.notes, *press.warnings])
    if roster_file is None:
        return
    roster = read_list(roster_file, content, reading, skip_bad)
    jobs = plan(roster.classes, order)
    press = Press(content, people_of(jobs), look, order.layout, source)
    for parts in with_progress(list(by_file(jobs).values()), "Checking"):
        produce(parts, press)
    show_set(jobs, press, Path())
    click.echo("This was a check: nothing was written.")
    show_notes(roster.notes)


@main.command()
@click.argument("file", type=file_path, default=HANDOUT)
def preview(file: Path) -> None:
    """Draw the pages as pictures.

    They go into output/preview/, in place of those of an earlier preview.
    """
    from handout.printing import PICTURES, open_pdf, picture_name, picture_of

    with open_pdf(file) as document:
        pages = len(document)
        check_writable(PREVIEW)
        remove_files(PREVIEW.glob(PICTURES))
        for page in with_progress(range(pages), "Drawing"):
            write_atomically(picture_of(document, page), PREVIEW / picture_name(page, pages), private=True)
    click.echo(f"{PREVIEW}: {report.counted(pages, 'picture')}, one for each page of {file}")


@main.command("class")
@click.argument("roster_file", metavar="ROSTER", type=file_path)
@look_options
@order_options
@click.option(
    "--output",
    type=file_path,
    default="output",
    show_default=True,
    metavar="DIR",
    help="The folder to write to.",
)
def class_(
    roster_file: Path,
    content_file: Path,
    look: "Look",
    source: "PictureSource",
    order: "PrintOrder",
    reading: dict[str, Any],
    skip_bad: bool,
    output: Path,
) -> None:
    """Make a set for each class of a list.

    Each child's username is filled in, the password line is blank.
    """
    from handout import load_content
    from handout.printing import Press, by_file, people_of, plan, produce

    content = load_content(content_file)
    roster = read_list(roster_file, content, reading, skip_bad)
    jobs = plan(roster.classes, order)
    check_writable(output)
    press = Press(content, people_of(jobs), look, order.layout, source)
    for file, parts in with_progress(list(by_file(jobs).items()), "Printing"):
        write_atomically(produce(parts, press), output / file, private=True)
    show_set(jobs, press, output)
    if order.layout == "pack":  # the others have no pictures
        count_unwritten_alts(content)
    show_problems(press.warnings)
    show_notes(roster.notes)


@main.command()
@click.argument("pdf", metavar="FILE.pdf", type=file_path)
@click.argument("roster_file", metavar="ROSTER", type=file_path)
@content_option
@list_options
def verify(pdf: Path, roster_file: Path, content_file: Path, reading: dict[str, Any]) -> None:
    """Check a printed set against its class list.

    Each child's page must carry the right name and username, and no other.
    """
    from handout import load_content, read_students, verify_set

    content = load_content(content_file)
    roster = read_students(roster_file, domain=content.settings.domain, **reading)
    if roster.questions:
        raise RosterError(roster.problems)
    children, problems = verify_set(pdf, roster, content)
    if problems:
        raise RosterError(problems)
    click.echo(
        f"{pdf}: {report.counted(children, 'page')} of children, each with the right name and username, or a line to write it on, and no other."
    )


@main.command("roster-template")
@click.argument("file", type=file_path)
def roster_template(file: Path) -> None:
    """Write a class list to fill in.

    FILE ends in .csv or .xlsx.
    """
    from handout.classlist import roster_template

    ending = file.suffix.lower()
    if ending not in {".csv", ".xlsx"}:
        raise UsageError(
            Problem(Place(str(file)), Flaw("A class list ends in .csv or .xlsx.", "Choose one."))
        )
    write_new(roster_template(ending), file)
    click.echo(f"{file}: fill in a row for each child, then: handout class {file}")


@main.command()
@click.argument("folder", metavar="DIR", type=file_path)
def new(folder: Path) -> None:
    """Start a handout of your own.

    Writes a content.yaml and its pictures, ready to change.
    """
    from handout.content import write_starter

    files = write_starter(folder)
    click.echo(
        f"{folder}: {report.counted(len(files), 'file')}. Change {folder / 'content.yaml'}, then build there."
    )


def read_list(file: Path, content: "Content", reading: dict[str, Any], skip_bad: bool) -> "Roster":
    """Read a class list; stop with all its problems, unless they may be skipped and some children are left."""
    from handout import read_students

    roster = read_students(file, domain=content.settings.domain, **reading)
    if roster.problems and not (skip_bad and roster.students):
        raise RosterError(roster.problems)
    show_skipped(roster)
    return roster


main.add_command(import_)
main.add_command(serve)
