"""The command line: it speaks to people and has no rule of its own."""

from handout.cli.commands import main

__all__ = [
    "main",
]
