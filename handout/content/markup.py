"""The few inline marks an author may write, turned into safe runs of text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from handout.errors import Flaw, FlawError
from handout.model import Run, Text

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARK = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    | `(?P<typed>(?:\\.|[^`\\])*)`
    | \[(?P<words>(?:\\.|[^\[\]\\])*)\]\((?P<address>(?:\\.|[^()\s\\])*)\)
    | (?P<stray>`|\]\()
    | (?P<style>\*\*|\*|\+\+)""",
    re.VERBOSE | re.DOTALL,
)
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
_WEB_ADDRESS = re.compile(
    rf"https?://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*)?"
)
_MAIL_ADDRESS = re.compile(rf"mailto:[A-Za-z0-9.!#$%&'*+/=?^_{{|}}~-]+@{_HOST}")


def parse_markup(source: str) -> Text:
    r"""Read **bold**, *italic*, ++underline++, `typed` and [words](address) into runs.

    Marks may be nested, but not inside `typed`. A backslash before punctuation prints that character:
    \*. White space is collapsed; a newline stays as a forced line break. Raises FlawError.
    """
    _refuse_invisible(source)
    lines = (re.sub(r"[ \t\r]+", " ", line).strip(" ") for line in source.split("\n"))
    return _join(_read_runs("\n".join(filter(None, lines)), Run("")))


def escape(words: str) -> str:
    """Put a backslash before every mark, so that parse_markup gives the words back."""
    return re.sub(r"([\\*+`\[\](){}])", r"\\\1", words)


def is_link_address(address: str) -> bool:
    """Whether a link may lead there: a web page, or a mail address after mailto:."""
    return bool(_WEB_ADDRESS.fullmatch(address) or _MAIL_ADDRESS.fullmatch(address))


def is_web_address(address: str) -> bool:
    return bool(_WEB_ADDRESS.fullmatch(address))


def _refuse_invisible(source: str) -> None:
    if source.isprintable():
        return
    for position, character in enumerate(source):
        category = unicodedata.category(character)
        if (category[0] == "C" or category in {"Zl", "Zp"}) and character not in "\t\r\n":
            name = unicodedata.name(character, "a control character")
            before = source[max(0, position - 20) : position]
            raise FlawError(
                Flaw(
                    f'There is an invisible character, U+{ord(character):04X} ({name}), after "{before}".',
                    "Delete it, or type the words around it again.",
                    near=character,
                )
            )


def _read_runs(source: str, style: Run) -> Iterator[Run]:
    opened: list[tuple[str, int]] = []
    position = 0
    while match := _MARK.search(source, position):
        marks = {mark for mark, _ in opened}
        current = style._replace(
            bold=style.bold or "**" in marks,
            italic=style.italic or "*" in marks,
            underline=style.underline or "++" in marks,
        )
        yield current._replace(text=source[position : match.start()])
        position = match.end()
        if match["style"]:
            position = _open_or_close(opened, source, match)
        elif match["stray"]:
            raise _unclosed(match["stray"], source, position)
        else:
            yield from _read_content(match, current)
    if opened:
        raise _unclosed(opened[-1][0], source, opened[-1][1])
    yield style._replace(text=source[position:])


def _open_or_close(opened: list[tuple[str, int]], source: str, match: re.Match[str]) -> int:
    """Open or close the style mark at `match`, and return the position after it."""
    mark, end = match["style"], match.end()
    innermost, inside = opened[-1] if opened else ("", 0)
    if mark == "**" and innermost == "*" and source.startswith("*", end):
        mark, end = "*", end - 1  # in "***", the mark opened last is closed first
    if mark == innermost:
        _require_words(source[inside : match.start()], mark)
        opened.pop()
    elif any(mark == earlier for earlier, _ in opened):
        raise FlawError(
            Flaw(
                f'"{innermost}"{_near(source, inside)} is still open where "{mark}" closes.',
                f'Close the mark opened last first: "{innermost}{mark}".',
                near=_around(source, match.start()),
            )
        )
    elif source[end : end + 1].isspace():
        raise FlawError(
            Flaw(
                f'"{mark}" is before a space and marks nothing.',
                f"Put it right before the first word it marks, or write {_printed(mark)} to print it.",
                near=_around(source, match.start()),
            )
        )
    else:
        opened.append((mark, end))
    return end


def _read_content(match: re.Match[str], style: Run) -> Iterator[Run]:
    if match["escaped"]:
        yield style._replace(text=match["escaped"])
    elif match["words"] is None:
        _require_words(match["typed"], "`")
        yield style._replace(text=_unescape(match["typed"]), typed=True)
    else:
        _require_words(match["words"], "[")
        yield from _read_runs(match["words"], style._replace(link=_read_address(match["address"])))


def _read_address(source: str) -> str:
    address = _unescape(source)
    if not is_link_address(address):
        raise FlawError(
            Flaw(
                f'"{address}" is not an address a link can have.',
                "Copy the whole address from the browser: https://school.example/page, or write mailto:name@school.example.",
                near=source or "](",
            )
        )
    return address


def _require_words(inside: str, mark: str) -> None:
    if not inside or inside != inside.strip():
        flaw = f'has a space at its edge: "{inside}"' if inside.strip() else "has no words"
        raise FlawError(
            Flaw(
                f'What "{mark}" marks {flaw}.',
                f"Put the marks right around the words, or write {_printed(mark)} to print the mark itself.",
                near=mark + (inside or mark.replace("[", "]")),
            )
        )


def _unclosed(mark: str, source: str, end: int) -> FlawError:
    if mark == "](":
        return FlawError(
            Flaw(
                f'The link at "]("{_near(source, end)} cannot be read.',
                "Write [words](https://school.example), with no space or bracket in the address and no link in the words.",
                near=_around(source, end - 2),
            )
        )
    return FlawError(
        Flaw(
            f'"{mark}"{_near(source, end)} is never closed.',
            f"Put {mark} after the last word it marks, or write {_printed(mark)} to print the mark itself.",
            near=_around(source, end - len(mark)),
        )
    )


def _near(source: str, position: int) -> str:
    words = source[position : position + 24].partition("\n")[0]
    return f' before "{words}"' if words else " at the end"


def _around(source: str, position: int) -> str:
    """The mark and the words after it, with the word before it, as its line has them."""
    before = source[:position].rpartition(" ")[2].rpartition("\n")[2]
    return before + source[position : position + 24]


def _printed(mark: str) -> str:
    return "".join(f"\\{character}" for character in mark)


def _unescape(source: str) -> str:
    return _ESCAPE.sub(r"\1", source)


def _join(runs: Iterable[Run]) -> Text:
    """Join neighbours of one style; composed letters (NFC), since fonts have few combining marks."""
    joined = []
    for style, group in groupby((run for run in runs if run.text), key=lambda run: run._replace(text="")):
        text = unicodedata.normalize("NFC", "".join(run.text for run in group))
        joined.append(style._replace(text=text))
    return tuple(joined)
