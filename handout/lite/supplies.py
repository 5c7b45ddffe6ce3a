"""What the file is made of: Pyodide from npm and wheels from PyPI, each of one version and one hash."""

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from handout.errors import Flaw, OutputError, Place, Problem

PYODIDE = "314.0.7"
PYODIDE_DIGEST = (
    "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
)
PINS = Path(__file__).parent / "files" / "wheels.txt"
# Of the two packages without a wheel for the browser the Python half is used: their native half is optional.
PLATFORMS = ("pyemscripten_2026_0_wasm32", "manylinux_2_28_x86_64", "manylinux2014_x86_64", "any")
PYTHON = "3.14"
NODE = 20  # the oldest that Pyodide starts in


def check_node() -> None:
    """Raises OutputError where Node.js is not there, or older than Pyodide wants it."""
    remedy = f"Install Node.js {NODE} or newer, which brings npm, and try again."
    if not shutil.which("npm") or not shutil.which("node"):
        raise _missing("Node.js is not installed.", remedy)
    asked = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)  # noqa: S607
    found = re.match(r"v(\d+)", asked.stdout)
    if found is None or int(found[1]) < NODE:
        raise _missing(f"Node.js is too old here: {asked.stdout.strip() or 'unknown'}.", remedy)


def fetch_pyodide(cache: Path) -> Path:
    """The unpacked npm package `pyodide`. Raises OutputError."""
    folder = cache / f"pyodide-{PYODIDE}"
    if folder.is_dir():
        return folder
    with TemporaryDirectory() as scratch:
        _run(["npm", "pack", "--silent", f"pyodide@{PYODIDE}"], Path(scratch), f"Pyodide {PYODIDE} (npm)")
        (archive,) = Path(scratch).glob("*.tgz")
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if f"sha512-{digest}" != PYODIDE_DIGEST:
            raise _missing(
                f"What npm gave as Pyodide {PYODIDE} is another file.",
                "Ask the person who maintains this project.",
            )
        with tarfile.open(archive) as packed:
            packed.extractall(scratch, filter="data")
        cache.mkdir(parents=True, exist_ok=True)
        shutil.move(Path(scratch) / "package", folder)
    return folder


def fetch_wheels(cache: Path) -> list[Path]:
    """The wheels, in the order of their names. Raises OutputError."""
    pins = PINS.read_bytes()
    folder = cache / f"wheels-{hashlib.sha256(pins).hexdigest()[:16]}"
    if not folder.is_dir():
        with TemporaryDirectory() as scratch:
            platforms = [word for platform in PLATFORMS for word in ("--platform", platform)]
            command = [
                *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"),
                *("--disable-pip-version-check", "--only-binary=:all:", "--require-hashes"),
                *("--python-version", PYTHON, "--implementation", "cp", "--abi", "cp314", "--abi", "abi3"),
                *("--abi", "none", *platforms, "--requirement", str(PINS), "--dest", "wheels"),
            ]
            _run(command, Path(scratch), "a Python package (PyPI)")
            cache.mkdir(parents=True, exist_ok=True)
            shutil.move(Path(scratch) / "wheels", folder)
    return sorted(folder.glob("*.whl"))


def _run(command: list[str], folder: Path, wanted: str) -> None:
    # Constraints without hashes would make pip refuse those that have them.
    environment = {name: value for name, value in os.environ.items() if name != "PIP_CONSTRAINT"}
    done = subprocess.run(  # noqa: S603 - every word is ours
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["nothing"])[-1]
        raise _missing(f"{wanted} could not be fetched.", f"Check the network connection. It said: {said}")


def _missing(what: str, remedy: str) -> OutputError:
    return OutputError(Problem(Place("handout.html"), Flaw(what, remedy)))
