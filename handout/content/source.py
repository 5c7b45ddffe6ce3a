"""The text of content.yaml from its file: anything else is named for what it is."""

import re
from pathlib import Path

import yaml

from handout.errors import ContentError, Flaw, Place, Problem

MOST_BYTES = 256 * 1024

# Beyond what YAML forbids: byte order marks, and line breaks that editors do not count.
_INVISIBLE = re.compile("[\x85\u2028\u2029\ufeff]")
_ODD_INDENT = re.compile("^[ \t]*[\u00a0\u2000-\u200a\u202f\u3000]", re.MULTILINE)
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FOREIGN = {
    b"{\\rtf": "an RTF file, as a word processor saves it",
    b"PK\3\4": "a Word document or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"%PDF": "a PDF",
}
_AS_TEXT = "Open it in a plain text editor such as Notepad, and save only the text, with the encoding UTF-8."
_UTF_8 = "Save the file again with the encoding UTF-8 (in Notepad: Save as, Encoding)."


def read_text(path: Path) -> str:
    """Raises ContentError with the line, where there is one."""
    if path.is_dir():
        raise _wrong(path, Flaw("This is a folder.", "Name the file: content.yaml in it, perhaps."))
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        remedy = "Name another with --content, or begin a new one with: handout new FOLDER"
        raise _wrong(path, Flaw("There is no such file.", remedy)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a name a file can have"
        remedy = "Fix that, or name another with --content."
        raise _wrong(path, Flaw(f"It cannot be read: {reason}.", remedy)) from None
    if len(data) > MOST_BYTES:
        what = f"It is larger than {MOST_BYTES // 1024} KB, too much for a text of four pages."
        raise _wrong(path, Flaw(what, "Is it the right file?"))
    _refuse_foreign(path, data)
    return _decode(path, data)


def _refuse_foreign(path: Path, data: bytes) -> None:
    kind = next((kind for mark, kind in _FOREIGN.items() if data.startswith(mark)), "")
    if _WEB_PAGE.match(data):
        kind = "a web page (HTML)"
    if kind:
        raise _wrong(path, Flaw(f"This is {kind}, not a text file.", _AS_TEXT))
    utf_16 = data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in data[:4]
    if utf_16:
        raise _wrong(path, Flaw("The file is UTF-16, not UTF-8.", _UTF_8))


def _decode(path: Path, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _wrong(path, Flaw("There is a letter here that is not UTF-8.", _UTF_8), line) from None
    if control := yaml.reader.Reader.NON_PRINTABLE.search(text) or _INVISIBLE.search(text):
        what = f"There is a control character here, U+{ord(control[0]):04X}."
        raise _wrong(path, Flaw(what, "Delete it."), _line(text, control.start()))
    if indent := _ODD_INDENT.search(text):
        what = (
            "A no-break space indents this line."
            if "\u00a0" in indent[0]
            else "An odd space indents this line."
        )
        remedy = "Delete the white space before the words and type plain spaces."
        raise _wrong(path, Flaw(what, remedy), _line(text, indent.start()))
    return text


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _wrong(path: Path, flaw: Flaw, line: int | None = None) -> ContentError:
    return ContentError(Problem(Place(str(path), line=line), flaw))
