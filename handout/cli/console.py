"""How the program speaks: problems, notes, progress, and an exit code for whatever happens."""

import io
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TypeVar

import click

from handout.cli import report
from handout.errors import HandoutError, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from handout.model import Roster
    from handout.printing import Job, Press

Item = TypeVar("Item")

PATIENCE = 1.0  # seconds before a progress bar appears
STOPPED = 130  # the exit code of a program stopped with Ctrl-C


class Program(click.Group):
    """The commands in the order of use, and an exit code and plain words for whatever happens."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # a letter the console lacks becomes a question mark
                stream.reconfigure(errors="replace")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except HandoutError as error:
            show_problems(error.problems)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("\nStopped. No file is half-written.", err=True)
            ctx.exit(STOPPED)
        except Exception as error:  # noqa: BLE001 - no traceback reaches a user
            click.echo(report.fault(error), err=True)
            ctx.exit(HandoutError.exit_code)


def show_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(report.plain_line(problem), err=True)


def show_set(jobs: Sequence["Job"], press: "Press", folder: "Path") -> None:
    click.echo(report.set_table(jobs, press.pages, folder, one_sided=press.one_sided))
    if press.one_sided:
        click.echo("Print on one side of the paper: the backs stay blank.")


def show_skipped(roster: "Roster") -> None:
    """Each problem of a list whose rest is printed, and whether its row has a page."""
    printed = {(student.worksheet, student.row) for student in roster.students}
    for problem in roster.problems:
        has_page = (problem.place.worksheet, problem.place.row) in printed
        fate = "Its page has a blank username line." if has_page else "It has no page."
        click.echo(report.plain_line(f"{problem} {fate}"), err=True)


def show_notes(notes: Sequence[Problem]) -> None:
    if notes:
        click.echo("\nNotes")
    for note in notes:
        click.echo(report.plain_line(note))


def with_progress(items: Sequence[Item], label: str) -> Iterator[Item]:
    """The items, with a bar on a terminal once the work has taken longer than a second."""
    start = time.monotonic()
    bar = None
    with ExitStack() as stack:
        for done, item in enumerate(items):
            if bar is None and time.monotonic() - start > PATIENCE and sys.stderr.isatty():
                bar = stack.enter_context(click.progressbar(length=len(items), label=label, file=sys.stderr))
                bar.update(done)
            yield item
            if bar:
                bar.update(1)
