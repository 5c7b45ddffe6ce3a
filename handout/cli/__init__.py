"""The command line: it speaks to people and has no rule of its own."""

from handout.cli.commands import main
from handout.cli.console import Program

__all__ = [
    "Program",
    "main",
]
