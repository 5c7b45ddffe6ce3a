"""`python -m handout.lite build`."""

# ruff: noqa: PLC0415 - the help must not wait for what builds

from pathlib import Path

import click

from handout.cli import Program


@click.group(cls=Program)
def main() -> None:
    """Build the office's page as one file, handout.html."""


@main.command()
@click.option(
    "--content",
    "content_file",
    type=click.Path(path_type=Path),
    default="content.yaml",
    show_default=True,
    help="What the handout says.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default="output/handout.html",
    show_default=True,
    help="The file to write.",
)
def build(content_file: Path, output: Path) -> None:
    """Build handout.html. It needs Node.js, and the network the first time."""
    from platformdirs import user_cache_path

    from handout.files import check_writable, write_atomically
    from handout.lite.build import build_file

    check_writable(output.parent)
    data = build_file(content_file, user_cache_path("handout", appauthor=False) / "lite")
    write_atomically(data, output)
    click.echo(f"{output}: {len(data) / 1_000_000:.1f} MB. Double-click it, or hand it to the office.")


if __name__ == "__main__":
    main(prog_name="python -m handout.lite")
