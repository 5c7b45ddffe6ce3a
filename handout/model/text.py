"""Text as runs of one style each."""

from typing import NamedTuple, TypeAlias


class Run(NamedTuple):
    """Words in one style. A newline in `text` is a forced line break; `link` is an address or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    typed: bool = False
    link: str = ""


Text: TypeAlias = tuple[Run, ...]


def plain(text: Text) -> str:
    return "".join(run.text for run in text)
