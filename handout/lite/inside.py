"""What runs in the browser: the office's page, asked in process, and the school that the file holds."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette

from handout.errors import Flaw, FlawError
from handout.pictures import Finish, Kept, Memory, Picture, unpack_all
from handout.web import School, Slices, create_app

SCHOOL = Path("/school")
PREPARED = "pictures.prepared"  # beside content.yaml: there is no Pillow here

_app: Starlette


class NoNewPictures:
    """Says of a picture that is not among the prepared ones that it cannot be made here."""

    def pictures(self, paths: Sequence[Path], finish: Finish) -> list[Picture | FlawError]:  # noqa: ARG002
        return [
            FlawError(
                Flaw(
                    f'"{path.name}" is new, and this file can print only the pictures that it was built with.',
                    "Discard it here, and ask your ICT teacher to build the file with it.",
                )
            )
            for path in paths
        ]


async def open_school(archive: Any) -> None:
    """Put the school's files in their place, and open the page on them."""
    global _app  # noqa: PLW0603 - one page in one browser window
    with zipfile.ZipFile(io.BytesIO(bytes(archive))) as packed:
        packed.extractall(SCHOOL)
    prepared = Memory(unpack_all((SCHOOL / PREPARED).read_bytes()))
    _app = create_app(School(SCHOOL / "content.yaml", Kept(prepared, NoNewPictures())), Slices())
    await _app.router.lifespan_context(_app).__aenter__()  # until the window is closed


def save_school() -> bytes:
    """The school's files as they are now. Nothing of a class list is among them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(SCHOOL.rglob("*")):
            if path.is_file():
                archive.writestr(zipfile.ZipInfo(path.relative_to(SCHOOL).as_posix()), path.read_bytes())
    return buffer.getvalue()


async def ask(method: str, address: str, headers: Any, body: Any) -> tuple[int, dict[str, str], bytes]:
    """One request to the page: status, headers, body."""
    path, _, query = address.partition("?")
    asked = {"host": "inside", **headers.to_py()}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "server": ("inside", 80),
        "client": ("inside", 1),
        "root_path": "",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.lower().encode(), value.encode()) for name, value in asked.items()],
    }
    whole, sent = bytes(body.to_py()), []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": whole, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    try:
        await _app(scope, receive, send)
    except Exception:  # Starlette has answered 500 and raises again; the answer is enough
        if not sent:
            raise
    kept = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], kept, b"".join(message.get("body", b"") for message in sent[1:])
