"""The single values of content.yaml: each read and checked, its flaws in the reader's words."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PureWindowsPath
from typing import Any, NamedTuple

from handout.content.markup import escape, is_web_address, parse_markup
from handout.errors import Flaw, FlawError
from handout.model import Run, Text, on_one_line, plain

_SETTING = re.compile(r"\\.|\{([A-Za-z_][A-Za-z0-9_]*)\}", re.DOTALL)
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_HALF_SETTING = re.compile(r"\{[\s{]*([A-Za-z_]\w*)(?:\s*\}+)?")
TO_WRITE = "TO WRITE"  # begins the place of a text that nobody has written yet
ALT_TO_WRITE = f"{TO_WRITE}: what this picture shows, for somebody who cannot see it"
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
LONGEST_ADDRESS = 200  # of the portal; its code of 57 modules is 25 mm wide
_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+[a-z]{{2,63}}")
# Language, script, region and variants of BCP 47; private and grandfathered tags are left out.
_LANGUAGE = re.compile(
    r"[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|[0-9]{3}))?(-([a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*"
)


class Context(NamedTuple):
    """What a value needs to know of its file: its path, the settings by name, and which letters no face has."""

    path: Path
    settings: dict[str, str]
    lacking: Callable[[str], str]


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or an empty string."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where a word is misspelt

    by_small_letters = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), by_small_letters, n=1)
    return by_small_letters[near[0]] if near else ""


def did_you_mean(near: str) -> str:
    return f'Did you mean "{near}"?'


def read_marked(value: Any, context: Context) -> Text:
    """Fill in the {settings}, read the marks; every letter can be printed."""
    return _read(value, context, printed=True)


def read_label(value: Any, context: Context) -> str:
    return _without_marks(_read(value, context, printed=True))


def read_alt(value: Any, context: Context) -> Text:
    """Read a text that is spoken, and printed only where its letters can be. Empty where it is not written yet."""
    if isinstance(value, str) and (not value.strip() or value.strip().startswith(TO_WRITE)):
        return ()
    return _read(value, context, printed=False)


def _read(value: Any, context: Context, *, printed: bool) -> Text:
    source = _require_text(value)
    settings = context.settings
    flaws = []

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if settings.get(name):
            return escape(settings[name])
        if name in settings:
            remedy = f"Write {name}: and its value among the settings, or take these words out."
            flaws.append(Flaw(f'The setting "{{{name}}}" has no value.', remedy, near=match[0]))
            return match[0]
        if name:
            near = nearest(name, settings)
            remedy = did_you_mean(f"{{{near}}}") if near else f"The settings are {', '.join(settings)}."
            flaws.append(
                Flaw(
                    f'"{{{name}}}" is not a setting.',
                    f"{remedy} To print the bracket, write \\{{.",
                    near=match[0],
                )
            )
        return match[0]

    try:
        text = parse_markup(_SETTING.sub(fill, source))
    except FlawError as error:
        flaws += error.flaws
    else:
        flaws += _unprintable(plain(text), context) if printed else ()
    flaws += _half_settings(source, settings)
    if flaws:
        raise FlawError(*flaws)
    return text


def _half_settings(source: str, settings: Iterable[str]) -> Iterator[Flaw]:
    """The name of a setting with a bracket too few or too many, or with a space inside."""
    for found in _HALF_SETTING.finditer(_ESCAPED.sub("  ", source)):
        name = found[1].lower()
        if name in settings and found[0] != f"{{{found[1]}}}":
            yield Flaw(
                f'"{found[0]}" is not how a setting is written.',
                f"Write {{{name}}}. To print the bracket, write \\{{.",
                near=found[0],
            )


def _unprintable(words: str, context: Context) -> list[Flaw]:
    missing = context.lacking(words.replace("\n", ""))
    if not missing:
        return []
    named = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
    around = next((word for word in words.split() if missing[0] in word), missing[0])
    what = f'No typeface has {named}, in "{around}".' if around != missing[0] else f"No typeface has {named}."
    return [Flaw(what, "Write it another way.", near=missing[0])]


def _without_marks(text: Text) -> str:
    words = plain(text)
    if text != (Run(words),):
        raise FlawError(
            Flaw("Marks such as ** or ` have no use here.", "Take them out, or put a backslash before each.")
        )
    return on_one_line(text)


def read_setting(value: Any, context: Context) -> str:
    words = _as_written(value)
    flaws = [
        Flaw(f"A setting cannot use another one: {match[0]}.", "Write the words themselves.")
        for match in _SETTING.finditer(words)
        if match[1]
    ]
    if flaws := flaws + _unprintable(words, context):
        raise FlawError(*flaws)
    return words


def read_page_number(value: Any, _context: Context) -> int:
    words = _as_written(value)
    if not re.fullmatch("[1-9][0-9]{0,3}", words):
        raise FlawError(
            Flaw(f'"{words}" is not a page number.', "Write a whole number from 1 to 9999, in figures: 136.")
        )
    return int(words)


def read_domain(value: Any, _context: Context) -> str:
    remedy = "Write what follows the @ of a username, in small letters: students.edu.sg."
    return _require(value, _DOMAIN.fullmatch, "is not the domain of an address.", remedy)


def read_language(value: Any, _context: Context) -> str:
    remedy = "Write the short code, with the country if you like: en-SG, ms, zh-Hans, ta."
    return _require(value, _LANGUAGE.fullmatch, "is not the code of a language.", remedy)


def read_portal(value: Any, _context: Context) -> str:
    def is_secure(address: str) -> bool:
        return address.startswith("https://") and is_web_address(address)

    def is_short(address: str) -> bool:
        return len(address) <= LONGEST_ADDRESS

    remedy = "Copy the whole address from the browser; it begins with https://."
    _require(value, is_secure, "is not a secure web address.", remedy)
    what = f"has more than {LONGEST_ADDRESS} letters, too many for a code that a phone can read."
    return _require(value, is_short, what, "Take the address of the portal's front page.")


def read_yes(value: Any, _context: Context) -> bool:
    words = _as_written(value)
    if words.lower() not in _YES_OR_NO:
        raise FlawError(Flaw(f'"{words}" is neither yes nor no.', "Write yes, or take the line out."))
    return _YES_OR_NO[words.lower()]


class PictureFile(NamedTuple):
    """A picture's file, and the line on which it is named."""

    path: Path
    line: int


def read_image(value: Any, context: Context) -> PictureFile:
    """Find the picture in the folder of content.yaml or below it."""
    name = _as_written(value)
    if "\\" in name:
        raise FlawError(
            Flaw(f'"{name}" has a backslash.', "Write / between folder and file: images/mims1.png.")
        )
    if PureWindowsPath(name).anchor or ".." in PureWindowsPath(name).parts:
        remedy = "Put the picture into images/ and write images/ and its name."
        raise FlawError(Flaw(f'"{name}" leads out of the folder of this file.', remedy))
    path = context.path.parent / name
    try:
        is_file, is_folder = path.is_file(), path.is_dir()
    except OSError:  # a name too long, a folder that may not be opened
        is_file = is_folder = False
    if is_folder:
        raise FlawError(
            Flaw(f'"{name}" is a folder.', "Write the name of the picture in it: images/mims1.png.")
        )
    if not is_file:
        raise FlawError(Flaw(f'There is no picture "{name}".', _near_picture(path, name)))
    return PictureFile(path, value.line)


def _near_picture(path: Path, name: str) -> str:
    try:
        near = nearest(path.name, [file.name for file in path.parent.iterdir() if file != path])
    except OSError:
        near = ""
    if near:
        return did_you_mean(name.removesuffix(path.name) + near)
    return "Put it there, or write the name of another."


def _require(value: Any, is_right: Callable[[str], object], what: str, remedy: str) -> str:
    words = _as_written(value)
    if not is_right(words):
        raise FlawError(Flaw(f'"{words}" {what}', remedy))
    return words


def _as_written(value: Any) -> str:
    """Return the words of a value in which no mark has a meaning."""
    return on_one_line(parse_markup(escape(_require_text(value))))


def _require_text(value: Any) -> str:
    if not isinstance(value, str):
        kind = "list" if isinstance(value, list) else "list of keys"
        remedy = "If it is a text with a colon, a dash or a bracket: write >-, and the text on the next line, indented."
        raise FlawError(Flaw(f"A text should be here, not a {kind}.", remedy))
    if not value.strip():
        raise FlawError(Flaw("This text is empty.", "Write what should be here."))
    return value
