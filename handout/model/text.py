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


def on_one_line(text: Text) -> str:
    """The words alone, with a space for each forced line break."""
    return plain(text).replace("\n", " ")


def forced_lines(text: Text) -> list[Text]:
    """The parts between forced line breaks."""
    lines: list[list[Run]] = [[]]
    for run in text:
        first, *further = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        lines += [[run._replace(text=words)] for words in further]
    found = (tuple(run for run in line if run.text) for line in lines)
    return [line for line in found if line]
