"""The file itself: the program and a school, packed into one page."""

import base64
import gzip
import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from handout import __version__, load_content
from handout.lite.archive import FILES, in_a_row, program_parts
from handout.lite.inside import EVERY_LOOK, PREPARED
from handout.lite.supplies import PYODIDE, check_node, fetch_pyodide, fetch_wheels
from handout.model import NOBODY, Content
from handout.pictures import FromFiles, Kept, Memory, pack_all
from handout.printing import Press

SHELL = ("program.js", "shell.js")
PIECE = 1 << 18  # letters of base64 in one element of the page, a multiple of four


def build_file(content_file: Path, cache: Path) -> bytes:
    """handout.html with the words and pictures of this content.yaml. Raises HandoutError."""
    check_node()
    content = load_content(content_file)
    school = _school(content)
    shell = _shell()
    program_of_all = program_parts(fetch_pyodide(cache), fetch_wheels(cache), cache)
    parts = {**program_of_all, "shell.html": shell.encode()}
    program = "\n".join(_elements(in_a_row(parts), "program"))
    return (
        shell.replace("{{program}}", program)
        .replace("{{school}}", "".join(_elements(school, "school")))
        .replace("{{date}}", _date(content))
        .encode()
    )


def _school(content: Content) -> bytes:
    """content.yaml, its pictures, and these made ready for print in every look that the page offers."""
    store = Memory({})
    for look in EVERY_LOOK:
        Press(content, [NOBODY], look, source=Kept(store, FromFiles()))
    folder = content.path.parent
    names = {"content.yaml": content.path.read_bytes(), PREPARED: pack_all(store.pictures)}
    for guide in content.guides.pictures:
        names[guide.image.relative_to(folder).as_posix()] = guide.image.read_bytes()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(names):
            archive.writestr(zipfile.ZipInfo(name), names[name])
    return buffer.getvalue()


def _shell() -> str:
    """The page around the program; its policy lets this one script run."""
    script = "\n".join((FILES / name).read_text("utf-8") for name in SHELL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = (FILES / "shell.html").read_text("utf-8")
    words = {
        "digest": digest,
        "script": script,
        "version": __version__,
        "pyodide": PYODIDE,
    }
    for name, word in words.items():
        page = page.replace(f"{{{{{name}}}}}", word)
    return page


def _date(content: Content) -> str:
    """The day when the school's words or pictures were changed last: the date of the build would make a different file every day."""
    files = [content.path, *(guide.image for guide in content.guides.pictures)]
    changed = max(file.stat().st_mtime for file in files)
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", changed))
    return f"{datetime.fromtimestamp(seconds, UTC):%-d %B %Y}"


def _elements(data: bytes, kind: str) -> Iterator[str]:
    text = base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()
    for at in range(0, len(text), PIECE):
        yield f'<script type="text/plain" data-{kind}>{text[at : at + PIECE]}</script>'
