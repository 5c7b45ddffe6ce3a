"""What runs in the browser: the office's page, asked in process, and the school that the file holds."""

import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette

from handout import load_content
from handout.lite.canvas import Canvas, Decoding, NotYet
from handout.model import Content, Look
from handout.pictures import Kept, Memory, pack_all, unpack_all
from handout.printing import finish_of
from handout.web import School, create_app

SCHOOL = Path("/school")
CONTENT = SCHOOL / "content.yaml"
PREPARED = "pictures.prepared"  # beside content.yaml
SWITCH = (False, True)
EVERY_LOOK = tuple(Look(*choice) for choice in product((2, 3, 4), (None, True), SWITCH, SWITCH))

_app: Starlette
_shelf: Memory
_canvas: Canvas


async def open_school(archive: Any, browser: Any) -> None:
    """Put the school's files in their place, and open the page on them; `browser` decodes new pictures."""
    global _app, _shelf, _canvas  # noqa: PLW0603 - one page in one browser window
    from PIL import Image  # noqa: PLC0415 - ours, which only the file has

    with zipfile.ZipFile(io.BytesIO(bytes(archive))) as packed:
        packed.extractall(SCHOOL)
    _shelf = Memory(unpack_all((SCHOOL / PREPARED).read_bytes()))
    _canvas = Canvas(browser, Image.Image)
    _app = create_app(School(CONTENT, Kept(_shelf, _canvas)), Decoding(_canvas))
    await _app.router.lifespan_context(_app).__aenter__()  # until the window is closed


async def save_school() -> bytes:
    """The school's files as they are now. Nothing of a class list is among them."""
    (SCHOOL / PREPARED).write_bytes(await _prepared(load_content(CONTENT)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(SCHOOL.rglob("*")):  # noqa: ASYNC240 - a disk in memory
            if path.is_file():
                archive.writestr(zipfile.ZipInfo(path.relative_to(SCHOOL).as_posix()), path.read_bytes())
    return buffer.getvalue()


async def _prepared(content: Content) -> bytes:
    """The guides' pictures in every look that the page offers: not every browser can decode a new one."""
    paths = [guide.image for guide in content.guides.pictures]
    finishes = {finish_of(content, look) for look in EVERY_LOOK}
    source = Kept(_shelf, _canvas)
    for finish in finishes:
        with suppress(NotYet):
            source.pictures(paths, finish)
    await _canvas.make()
    needed = Memory({})
    for finish in finishes:
        Kept(needed, source).pictures(paths, finish)
    return pack_all(needed.pictures)


async def ask(method: str, address: str, headers: Any, body: Any) -> tuple[int, dict[str, str], bytes]:
    """One request to the page: status, headers, body."""
    scope = _scope(method, address, {"host": "inside", **headers.to_py()})
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


def _scope(method: str, address: str, headers: Mapping[str, str]) -> dict[str, Any]:
    """A request as ASGI has it."""
    path, _, query = address.partition("?")
    return {
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
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }
