"""The archive in the file: Pyodide, its standard library, the packages, and this program, compiled once."""

import io
import json
import lzma
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import handout
from handout.errors import Flaw, OutputError, Place, Problem
from handout.files import write_atomically
from handout.lite.supplies import PYODIDE
from handout.lite.typefaces import is_of_many_widths, without_widths

FILES = Path(__file__).parent / "files"
WORKER = ("pixels.js", "filters.js", "resample.js", "palette.js", "canvas.js", "worker.js")
PROGRAM = Path(handout.__file__).parent

# What no page of ours loads: what `sys.modules` never held after a walk through all of them.
LEFT_OUT = (
    # packages
    "anyio/_backends/_trio", "anyio/pytest_plugin", "fontpkg_ibm_plex_mono/files/", "fontpkg_ibm_plex_sans_arabic/files/", "jinja2/ext", "jinja2/sandbox",
    "pypdf/annotations/", "pypdfium2_cli/", "starlette/middleware/wsgi", "starlette/testclient", "uharfbuzz/_harfbuzz_test",
    # the program
    "handout/cli/", "handout/importing/", "handout/lite/__main__", "handout/lite/archive",
    "handout/lite/build", "handout/lite/files/", "handout/lite/supplies", "handout/lite/typefaces", "handout/pictures/colour", "handout/pictures/decode",
    "handout/pictures/prepare.py", "handout/starter_files/", "handout/web/processes",
    "handout/web/server", "handout/ARCHITECTURE.md", "handout/CHANGES.md",
    # the standard library
    "_pydatetime", "_pydecimal", "_pyio", "_pyrepl/", "asyncio/proactor_events", "asyncio/windows_", "bdb", "cmd.py",
    "compileall", "concurrent/interpreters/", "configparser", "curses/", "dbm/", "doctest", "email/_header_value_parser",
    "email/contentmanager", "email/generator", "email/headerregistry", "ensurepip/", "fileinput", "ftplib", "http/cookiejar",
    "http/server", "idlelib/", "imaplib", "lib2to3/", "logging/config", "logging/handlers", "mailbox", "modulefinder",
    "multiprocessing/", "optparse", "pdb", "pickletools", "plistlib", "poplib", "profile", "pstats", "pyclbr", "pydoc",
    "pyodide/console", "smtplib", "socketserver", "sqlite3/", "statistics", "symtable", "tabnanny", "test/", "tkinter/",
    "tomllib/", "trace.py", "tracemalloc", "turtle", "unittest/", "urllib/robotparser", "venv/", "wave", "wsgiref/",
    "xml/dom/pulldom", "xml/sax/", "xmlrpc/", "zipapp",
)  # fmt: skip
# What the first page does not need: it is unpacked when that page is shown.
LATER = (
    "fontpkg_ibm_plex_sans_arabic/",
    "fontpkg_noto_sans",
    "pypdf/",
    "pypdfium2",
    "python_calamine/",
    "xlsxwriter/",
)
# Of the encodings: what class lists are written in.
ENCODINGS = {
    *(
        "__init__",
        "aliases",
        "ascii",
        "charmap",
        "cp1252",
        "cp437",
        "cp850",
        "latin_1",
        "mac_roman",
        "raw_unicode_escape",
    ),
    *(
        "unicode_escape",
        "utf_16",
        "utf_16_be",
        "utf_16_le",
        "utf_32",
        "utf_32_be",
        "utf_32_le",
        "utf_8",
        "utf_8_sig",
    ),
}
KEPT = ("IBMPlexMono-Medium.ttf", "IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-Bold.ttf")
MOST_COMPILED = 12  # archives in the cache; each program has three
SMALLEST_DICTIONARY = 4096  # of LZMA, in bytes
NEVER = (".pyi", ".c", ".h", ".pyd", "/", "RECORD")


def program_parts(pyodide: Path, wheels: Iterable[Path], cache: Path) -> dict[str, bytes]:
    """The parts of the file that are the same for every school, by their names. Raises OutputError.

    What is compiled is kept in `cache` for the next build.
    """
    packages = [
        (name, without_widths(data, cache) if is_of_many_widths(name) else data)
        for wheel in wheels
        for name, data in _of_archive(wheel)
    ]
    library = _compiled(pyodide, _of_archive(pyodide / "python_stdlib.zip"), cache)
    first = _compiled(
        pyodide, [*(entry for entry in packages if not _is_later(entry)), *_of_program()], cache
    )
    rest = _compiled(pyodide, filter(_is_later, packages), cache)
    _forget_older(cache)
    return {
        "worker.js": _worker(pyodide),
        "pyodide.asm.wasm": (pyodide / "pyodide.asm.wasm").read_bytes(),
        "python_stdlib.zip": library.read_bytes(),
        "first.xz": _packed(first),
        "rest.xz": _packed(rest),
    }


def in_a_row(parts: Mapping[str, bytes]) -> bytes:
    """Parts in one row of bytes, behind their names and lengths: quick to take apart in any language."""
    head = json.dumps({name: len(data) for name, data in parts.items()}).encode()
    return len(head).to_bytes(4) + head + b"".join(parts.values())


def _is_later(entry: tuple[str, bytes]) -> bool:
    return entry[0].startswith(LATER)


def _of_archive(path: Path) -> Iterator[tuple[str, bytes]]:
    foreign = path.suffix == ".whl" and "wasm32" not in path.name
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if _is_needed(name) and not (foreign and name.endswith(".so")):
                yield name, archive.read(name)


def _of_program() -> Iterator[tuple[str, bytes]]:
    for path in sorted(PROGRAM.rglob("*")):
        name = f"handout/{path.relative_to(PROGRAM).as_posix()}"
        if path.is_file() and "__pycache__" not in path.parts and _is_needed(name):
            yield ("PIL.py" if path == FILES.parent / "pillow.py" else name), path.read_bytes()


def _is_needed(name: str) -> bool:
    folder, _, file = name.partition("/")
    dropped = name.startswith(LEFT_OUT) and not name.endswith(KEPT)
    dropped |= folder == "encodings" and file.partition(".")[0] not in ENCODINGS
    return not (dropped or name.endswith(NEVER) or ".dist-info/" in name)


def _stored(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive without compression: all is compressed once, in the end."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def _packed(archive: Path) -> bytes:
    """Much smaller than by gzip, which is all that a browser unpacks by itself."""
    packed = archive.with_suffix(".xz")
    if not packed.exists():
        with zipfile.ZipFile(archive) as entries:
            row = in_a_row({name: entries.read(name) for name in entries.namelist()})
        # Whoever unpacks it sets aside as much memory as the dictionary has.
        fitting = {"id": lzma.FILTER_LZMA2, "preset": 9, "dict_size": max(len(row), SMALLEST_DICTIONARY)}
        write_atomically(lzma.compress(row, check=lzma.CHECK_CRC32, filters=[fitting]), packed)
    return packed.read_bytes()


def _compiled(pyodide: Path, entries: Iterable[tuple[str, bytes]], cache: Path) -> Path:
    archive = _stored(entries)
    made_of = pyodide.name.encode() + (FILES / "compile.mjs").read_bytes() + archive
    compiled = cache / f"compiled-{sha256(made_of).hexdigest()[:16]}.zip"
    if not compiled.exists():
        with TemporaryDirectory() as folder:
            old, new = Path(folder, "old.zip"), Path(folder, "new.zip")
            old.write_bytes(archive)
            command = ["node", str(FILES / "compile.mjs"), str(pyodide), str(old), str(new)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
            if done.returncode:
                said = (done.stderr.strip().splitlines() or ["nothing"])[-1]
                flaw = Flaw(
                    "Node.js could not compile the program.",
                    f"Ask the person who maintains this project. It said: {said}",
                )
                raise OutputError(Problem(Place("handout.html"), flaw))
            write_atomically(new.read_bytes(), compiled)
    else:
        compiled.touch()
    return compiled


def _forget_older(cache: Path) -> None:
    """Keep what the last few builds compiled: each is about 30 MB, and older ones are not needed again."""
    compiled = sorted(cache.glob("compiled-*.zip"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in compiled[MOST_COMPILED:]:
        path.unlink(missing_ok=True)
        path.with_suffix(".xz").unlink(missing_ok=True)


def _worker(pyodide: Path) -> bytes:
    """Pyodide's two modules and ours as one classic script: from a file Chromium starts no module worker."""
    machine = (pyodide / "pyodide.asm.mjs").read_text("utf-8")
    machine = machine.replace("export default _createPyodideModule", "").replace(
        "import.meta.url", "self.location.href"
    )
    loader = (pyodide / "pyodide.mjs").read_text("utf-8").replace("//# sourceMappingURL=pyodide.mjs.map", "")
    head, exports = loader.rsplit("export{", 1)
    name = exports.split(" as loadPyodide")[0]
    # Pyodide refuses a classic worker, which it knows by importScripts; of a module it needs only the address.
    refused = 'self.importScripts=()=>{throw new Error("not here")};'
    loader = f"const loadPyodide=(()=>{{{head};return {name}}})();"
    ours = "\n".join((FILES / name).read_text("utf-8") for name in WORKER).replace("{{version}}", PYODIDE)
    return f"{refused}\n{machine}\n{loader}\n{ours}".encode()
