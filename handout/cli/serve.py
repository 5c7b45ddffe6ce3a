"""The command that opens the office's page."""

# ruff: noqa: PLC0415 - no other command should wait for a web server

from contextlib import suppress
from pathlib import Path

import click

from handout.cli.options import content_option, picture_source
from handout.errors import Flaw, Place, Problem, UsageError

NEW_FOLDER = Path("mims-handout")


@click.command()
@content_option
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; any free one by default.")
@click.option("--no-browser", "browser", flag_value=False, default=True, help="Only print the address.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--allow-network", is_flag=True, help="Allow a --host that other computers can reach.")
def serve(content_file: Path, port: int, browser: bool, host: str, allow_network: bool) -> None:
    """Open the office's page in the browser.

    Needs more packages; in this project's folder: python -m pip install ".[web,preview]"
    """
    if not allow_network:
        _require_own_computer(host)
    content_file = _with_starter(content_file)
    try:
        from handout import web
    except ImportError:
        remedy = 'In the folder of this project: python -m pip install ".[web,preview]"'
        raise UsageError(Problem(Place("serve"), Flaw("This needs more packages.", remedy))) from None
    try:
        web.serve(
            web.School(content_file, picture_source(cache=True)), host, port, _tell_address, browser=browser
        )
    except KeyboardInterrupt:
        click.echo("\nStopped.")
    except OSError as error:
        remedy = "Choose another --port, or leave it out."
        raise UsageError(
            Problem(Place("serve"), Flaw(f"Cannot listen there: {error.strerror}.", remedy))
        ) from None


def _require_own_computer(host: str) -> None:
    """Raises UsageError where others could open the page."""
    from ipaddress import ip_address

    with suppress(ValueError):
        if ip_address(host).is_loopback:
            return
    what = "Other computers could read children's names there."
    remedy = "Leave it out, or add --allow-network if that is meant."
    raise UsageError(Problem(Place("--host"), Flaw(what, remedy)))


def _with_starter(content_file: Path) -> Path:
    """Without a content.yaml the page begins with a new one, in a folder of its own."""
    from handout.content import write_starter

    if content_file.exists() or content_file != Path("content.yaml"):
        return content_file
    begun = NEW_FOLDER / "content.yaml"
    if not begun.exists():
        write_starter(NEW_FOLDER)
        click.echo(f"There is no content.yaml here. A new one begins in {NEW_FOLDER.resolve()}")
    return begun


def _tell_address(address: str) -> None:
    click.echo(f"The page is at {address}\nKeep this window open; Ctrl-C stops it.")
