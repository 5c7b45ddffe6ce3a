"""The command that makes a handout from a school's web page."""

# ruff: noqa: PLC0415 - no other command should wait for what it imports

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handout.cli import report
from handout.cli.console import show_problems
from handout.errors import ContentError, Flaw, OutputError, Place, Problem
from handout.files import check_writable, write_atomically

if TYPE_CHECKING:
    from handout.importing import Conflict, Imported
    from handout.model import Content

RECORD = ".imported.yaml"  # what the page said at the last import
file_path = click.Path(path_type=Path)
folder_path = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command("import")
@click.argument("page", metavar="PAGE", type=file_path)
@click.option("--output", type=file_path, required=True, metavar="DIR", help="The folder of the handout.")
@click.option(
    "--images", type=folder_path, metavar="FOLDER", help="Where the page's pictures are, if not beside it."
)
@click.option(
    "--settings", type=file_path, metavar="FILE", help="Your own settings, or an earlier content.yaml."
)
@click.option(
    "--update", is_flag=True, help="Take the page's changes into a handout that was imported before."
)
def import_(page: Path, output: Path, images: Path | None, settings: Path | None, update: bool) -> None:
    """Make a handout from a page of your website.

    PAGE is the page's .md file of an Isomer site, or the page saved from the browser (.html). Nothing is
    fetched from the internet. What cannot be printed is listed.
    """
    from handout import import_page

    result = import_page(page, images=images, settings=settings)
    content_file, record_file = output / "content.yaml", output / RECORD
    if not content_file.exists():
        check_writable(output)
        _write(result, output, result.content, dict(result.images))
        click.echo(f"{content_file}: made from {page.name}; {report.counted(len(result.images), 'picture')}.")
    elif not record_file.exists():
        what = "This folder already has a content.yaml that was not imported, and nothing is overwritten."
        raise OutputError(Problem(Place(str(output)), Flaw(what, "Choose another folder.")))
    else:
        _import_again(result, output, update=update)
        return
    show_problems(result.remarks)


def _import_again(result: "Imported", output: Path, *, update: bool) -> None:
    """Show what changed on the page since the last import, and take it in where that is wanted."""
    from handout.importing import new_remarks, page_changes

    earlier = _read_record(result, output)
    changes, remarks = page_changes(earlier, result), new_remarks(earlier, result)
    if changes:
        click.echo("What changed on the page")
        for change in changes:
            click.echo(f"  {report.plain_line(change)}")
    else:
        click.echo("Nothing has changed on the page.")
    if update:
        _update(result, output, earlier)
        if changes:
            click.echo(f"{output / 'content.yaml'}: updated; what you had edited is as it was.")
    elif changes:
        what = "This folder already has a handout, and nothing was written."
        remedy = "Add --update to take these changes in; what you have edited stays."
        raise OutputError(Problem(Place(str(output)), Flaw(what, remedy)))
    show_problems(remarks)


def _read_record(result: "Imported", output: Path) -> str:
    """The record of the last import. Raises OutputError where it, or a picture that it has, cannot be read now."""
    from handout.importing import is_record, lost_pictures

    earlier = (output / RECORD).read_text("utf-8", errors="replace")
    if not is_record(earlier):
        what = "This file records what the page said at the last import. It cannot be read."
        raise OutputError(
            Problem(Place(str(output / RECORD)), Flaw(what, "Import the page into a new folder."))
        )
    if lost := lost_pictures(earlier, result):
        count = report.counted(len(lost), "picture")
        what = f'The page has {count} that could be read at the last import and cannot be now, such as "{lost[0]}".'
        remedy = f"Name their folder with --images; those of the last import are in {output / 'images'}."
        raise OutputError(Problem(Place(str(output)), Flaw(what, remedy)))
    return earlier


def require_alts(content: "Content", warnings: Sequence[Problem], *, draft: bool = False) -> None:
    """Say which pictures wait for their alt texts. Unless it is a draft, raises ContentError, with all warnings."""
    from handout.content import unwritten_alts

    if problems := unwritten_alts(content):
        if not draft:
            raise ContentError([*problems, *content.notes, *warnings])
        show_problems(problems)


def count_unwritten_alts(content: "Content") -> None:
    """Say how many pictures wait for their alt texts: the person who prints a class cannot write them."""
    from handout.content import unwritten_alts

    if count := len(unwritten_alts(content)):
        waiting = "picture has no alt text" if count == 1 else "pictures have no alt text"
        flaw = Flaw(f"{count} {waiting} yet.", 'The person who keeps it can list them with "handout check".')
        show_problems([Problem(Place(str(content.path)), flaw)])


def _update(result: "Imported", output: Path, earlier: str) -> None:
    from handout import load_content
    from handout.importing import pictures_to_write, updated

    content_file = output / "content.yaml"
    load_content(content_file)
    content = updated(earlier, content_file.read_text("utf-8-sig"), result, _ask)
    there = {
        name: (output / "images" / name).read_bytes()
        for name in result.images
        if (output / "images" / name).is_file()
    }
    _write(result, output, content, pictures_to_write(earlier, result, there))


def _write(result: "Imported", output: Path, content: str, images: dict[str, bytes]) -> None:
    """Pictures first: a content.yaml that names them is never without them."""
    from handout.content import write_schema
    from handout.importing import record

    for name, data in images.items():
        write_atomically(data, output / "images" / name)
    write_schema(output)
    write_atomically(content.encode(), output / "content.yaml")
    write_atomically(record(result).encode(), output / RECORD)


def _ask(conflict: "Conflict") -> bool:
    """Whether the page's version is to be used; without an answer, the school's is kept."""
    click.echo("\nBoth you and the page changed this:")
    for name, words in (("before", conflict.before), ("yours ", conflict.ours), ("page  ", conflict.page)):
        click.echo(f"  {name}  {report.plain_line(words) or '(nothing)'}")
    try:
        return click.prompt("Which one?", type=click.Choice(["yours", "page"]), default="yours") == "page"
    except click.Abort:
        click.echo("\nNo answer: yours is kept.")
        return False
