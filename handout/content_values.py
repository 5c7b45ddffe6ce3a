"""The single values of content.yaml: each read and checked, its flaws in the reader's words."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PureWindowsPath
from typing import Any, NamedTuple

from pydantic_core.core_schema import ValidationInfo

from handout.markup import MarkupError, Run, Text, escape, is_web_address, parse_markup, plain

_SETTING = re.compile(r"\\.|\{([A-Za-z_][A-Za-z0-9_]*)\}", re.DOTALL)
LONGEST_ADDRESS = 200  # of the portal; its code of 57 modules is 25 mm wide
_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+[a-z]{{2,63}}")
# Language, script, region and variants of BCP 47; private and grandfathered tags are left out.
_LANGUAGE = re.compile(
    r"[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|[0-9]{3}))?(-([a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*"
)


class Flaw(NamedTuple):
    """What is wrong with a value and how to mend it, each a sentence."""

    what: str
    remedy: str


class FlawedError(ValueError):
    """All that is wrong with one value."""

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__(*flaws)
        self.flaws = flaws


@dataclass(frozen=True, slots=True)
class Context:
    """What a value needs to know of its file: where it stands, and the settings by name."""

    path: Path
    settings: dict[str, str]


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or an empty string."""
    by_small_letters = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), by_small_letters, n=1)
    return by_small_letters[near[0]] if near else ""


def did_you_mean(near: str) -> str:
    return f'Did you mean "{near}"?'


def read_marked(value: Any, info: ValidationInfo[Context]) -> Text:
    """Fill in the {settings}, read the marks; every letter can be printed."""
    return _read(value, info, printed=True)


def read_label(value: Any, info: ValidationInfo[Context]) -> str:
    return _without_marks(_read(value, info, printed=True))


def read_alt(value: Any, info: ValidationInfo[Context]) -> str:
    """Read a text that is spoken, not printed: any script will do."""
    return _without_marks(_read(value, info, printed=False))


def _read(value: Any, info: ValidationInfo[Context], *, printed: bool) -> Text:
    source = _require_text(value)
    settings = info.context.settings
    flaws = []

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in settings:
            return escape(settings[name])
        if name:
            near = nearest(name, settings)
            remedy = did_you_mean(f"{{{near}}}") if near else f"The settings are {', '.join(settings)}."
            flaws.append(
                Flaw(f'"{{{name}}}" is not a setting.', f"{remedy} To print the bracket, write \\{{.")
            )
        return match[0]

    try:
        text = parse_markup(_SETTING.sub(fill, source))
    except MarkupError as error:
        flaws.append(Flaw(error.what, error.remedy))
    else:
        flaws += _unprintable(plain(text)) if printed else ()
    if flaws:
        raise FlawedError(*flaws)
    return text


def _unprintable(words: str) -> list[Flaw]:
    from handout.fonts import missing_characters  # noqa: PLC0415 - half of the start-up, and only a text needs it

    missing = missing_characters(words.replace("\n", ""))
    if not missing:
        return []
    named = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
    return [Flaw(f"The typeface cannot print {named}.", "Write it another way.")]


def _without_marks(text: Text) -> str:
    words = plain(text)
    if text != (Run(words),):
        raise FlawedError(
            Flaw("Marks such as ** or ` have no use here.", "Take them out, or put a backslash before each.")
        )
    return words.replace("\n", " ")


def read_setting(value: Any) -> str:
    words = _as_written(value)
    flaws = [
        Flaw(f"A setting cannot use another one: {match[0]}.", "Write the words themselves.")
        for match in _SETTING.finditer(words)
        if match[1]
    ]
    if flaws := flaws + _unprintable(words):
        raise FlawedError(*flaws)
    return words


def read_page_number(value: Any) -> int:
    words = _as_written(value)
    if not re.fullmatch("[1-9][0-9]{0,3}", words):
        raise FlawedError(
            Flaw(f'"{words}" is not a page number.', "Write a whole number from 1 to 9999, in figures: 136.")
        )
    return int(words)


def read_domain(value: Any) -> str:
    remedy = "Write what follows the @ of a username, in small letters: students.edu.sg."
    return _require(value, _DOMAIN.fullmatch, "is not the domain of an address.", remedy)


def read_language(value: Any) -> str:
    remedy = "Write the short code, with the country if you like: en-SG, ms, zh-Hans, ta."
    return _require(value, _LANGUAGE.fullmatch, "is not the code of a language.", remedy)


def read_portal(value: Any) -> str:
    def is_secure(address: str) -> bool:
        return address.startswith("https://") and is_web_address(address)

    def is_short(address: str) -> bool:
        return len(address) <= LONGEST_ADDRESS

    remedy = "Copy the whole address from the browser; it begins with https://."
    _require(value, is_secure, "is not a secure web address.", remedy)
    what = f"has more than {LONGEST_ADDRESS} letters, too many for a code that a phone can read."
    return _require(value, is_short, what, "Take the address of the portal's front page.")


class PictureFile(NamedTuple):
    """A picture's file, and the line on which it is named."""

    path: Path
    line: int


def read_image(value: Any, info: ValidationInfo[Context]) -> PictureFile:
    """Find the picture in the folder of content.yaml or below it."""
    name = _as_written(value)
    if "\\" in name:
        raise FlawedError(
            Flaw(f'"{name}" has a backslash.', "Write / between folder and file: images/mims1.png.")
        )
    if PureWindowsPath(name).anchor or ".." in PureWindowsPath(name).parts:
        remedy = "Put the picture into images/ and write images/ and its name."
        raise FlawedError(Flaw(f'"{name}" leads out of the folder of this file.', remedy))
    path = info.context.path.parent / name
    try:
        is_file, is_folder = path.is_file(), path.is_dir()
    except OSError:  # a name too long, a folder that may not be opened
        is_file = is_folder = False
    if is_folder:
        raise FlawedError(
            Flaw(f'"{name}" is a folder.', "Write the name of the picture in it: images/mims1.png.")
        )
    if not is_file:
        raise FlawedError(Flaw(f'There is no picture "{name}".', _near_picture(path, name)))
    return PictureFile(path, value.line)


def _near_picture(path: Path, name: str) -> str:
    try:
        near = nearest(path.name, [file.name for file in path.parent.iterdir()])
    except OSError:
        near = ""
    if near:
        return did_you_mean(name.removesuffix(path.name) + near)
    return "Put it there, or write the name of another."


def _require(value: Any, is_right: Callable[[str], object], what: str, remedy: str) -> str:
    words = _as_written(value)
    if not is_right(words):
        raise FlawedError(Flaw(f'"{words}" {what}', remedy))
    return words


def _as_written(value: Any) -> str:
    """Return the words of a value in which no mark has a meaning."""
    try:
        return plain(parse_markup(escape(_require_text(value)))).replace("\n", " ")
    except MarkupError as error:
        raise FlawedError(Flaw(error.what, error.remedy)) from None


def require_entries(value: Any) -> Any:
    if value == []:
        raise FlawedError(Flaw("This list is empty.", "Write at least one entry, after a dash."))
    return value


def require_one_kind(value: Any, kinds: Collection[str]) -> Any:
    keys = list(value) if isinstance(value, dict) else []
    if unknown := [key for key in keys if key not in kinds]:
        near = nearest(unknown[0], kinds)
        remedy = did_you_mean(near) if near else f"The kinds are {', '.join(kinds)}."
        raise FlawedError(Flaw(f'"{unknown[0]}" is not a kind of text here.', remedy))
    if not keys:
        raise FlawedError(
            Flaw("An entry of the text needs its kind.", "Write, for one, - paragraph: before the words.")
        )
    if len(keys) > 1:
        raise FlawedError(
            Flaw(f'"{keys[0]}" and "{keys[1]}" stand in one entry.', "Give each a dash of its own.")
        )
    return value


def _require_text(value: Any) -> str:
    if not isinstance(value, str):
        kind = "list" if isinstance(value, list) else "list of keys"
        remedy = "If it is a text with a colon, a dash or a bracket: write >-, and the text on the next line, indented."
        raise FlawedError(Flaw(f"A text should stand here, not a {kind}.", remedy))
    if not value.strip():
        raise FlawedError(Flaw("This text is empty.", "Write what should stand here."))
    return value
