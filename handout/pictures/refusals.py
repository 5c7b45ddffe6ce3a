"""Why a picture cannot be printed, in the reader's words."""

from handout.errors import Flaw, FlawError

MOST_PIXELS = 40_000_000
LEAST_PIXELS = 8  # across and down: smaller ones hold a place on a website or count its readers

FOREIGN = {
    b"%PDF": "a PDF",
    b"%!PS": "a PostScript file",
    b"<svg": "an SVG drawing",
    b"ftyphe": "a HEIC photo",
    b"ftypmif1": "a HEIC photo",
}
_WEB_PAGE = (b"<!doctype html", b"<html")
HEAD = 4096  # bytes at the start that show what kind of file it is


def too_large(name: str) -> FlawError:
    return _flawed(
        f'"{name}" has more than {MOST_PIXELS // 1_000_000} million pixels.',
        "Make it smaller: 2,000 pixels across are plenty for print.",
    )


def too_small(name: str, width: int, height: int) -> FlawError:
    return _flawed(
        f'"{name}" is only {width} × {height} pixels, too few to show anything.',
        "Use the picture in its full size.",
    )


def damaged(name: str) -> FlawError:
    return _flawed(
        f'"{name}" is damaged or cut short.',
        "Copy it again from where it came from, or save it again as PNG.",
    )


def foreign(name: str, kind: str) -> FlawError:
    return _flawed(f'"{name}" is {kind}, which cannot be printed here.', "Save it as PNG.")


def not_a_picture(name: str, head: bytes) -> FlawError:
    if not head:
        return _flawed(f'"{name}" is empty.', "Copy it again from where it came from.")
    if any(mark in head.lower() for mark in _WEB_PAGE):
        return _flawed(
            f'"{name}" is a web page, not a picture.',
            "In the browser, open the picture itself and save it again.",
        )
    kind = next((kind for mark, kind in FOREIGN.items() if mark in head), None)
    if kind:
        return foreign(name, kind)
    return _flawed(
        f'"{name}" is not a picture that can be read here.',
        "Open it in a picture program and save it as PNG, or copy it again from where it came from.",
    )


def missing(name: str) -> FlawError:
    return _flawed(f'There is no picture "{name}".', "Check the name and the folder.")


def a_folder(name: str) -> FlawError:
    return _flawed(f'"{name}" is a folder.', "Name a picture in it.")


def not_allowed(name: str) -> FlawError:
    return _flawed(f'"{name}" may not be read.', "Give yourself permission to read the file.")


def _flawed(what: str, remedy: str) -> FlawError:
    return FlawError(Flaw(what, remedy))
