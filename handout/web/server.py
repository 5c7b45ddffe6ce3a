"""The page served on this computer alone: socket, token, worker processes."""

import secrets
import socket
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress

import uvicorn
from platformdirs import user_state_path
from starlette.middleware import Middleware

from handout.web.app import create_app
from handout.web.guard import Guard
from handout.web.processes import Processes
from handout.web.school import School

LOOPBACK, LOOPBACK_6 = "127.0.0.1", "::1"
LAST_ANSWERS = 1  # seconds that answers under way have after Ctrl-C


def serve(school: School, host: str, port: int, tell: Callable[[str], None], *, browser: bool) -> None:
    """Serve the page until Ctrl-C; `tell` gets its address. Raises OSError where the port is taken."""
    token = secrets.token_urlsafe(24)
    with ExitStack() as stack:
        listeners = [stack.enter_context(listener) for listener in _listeners(host, port)]
        port = listeners[0].getsockname()[1]
        names = dict.fromkeys((_in_address(host), LOOPBACK, f"[{LOOPBACK_6}]", "localhost"))
        guard = Middleware(
            Guard, hosts=frozenset(f"{name}:{port}" for name in names), token=token, cookie=f"handout-{port}"
        )
        columns_file = user_state_path("handout", appauthor=False) / "columns.json"
        address = f"http://{_in_address(host)}:{port}/?token={token}"
        tell(address)
        if browser:
            webbrowser.open(address)
        # No log: its lines could contain the name of a child's file, its tracebacks cells of a list.
        config = uvicorn.Config(
            create_app(school, Processes(), guard, columns_file=columns_file),
            access_log=False,
            log_level="critical",
            server_header=False,
            timeout_graceful_shutdown=LAST_ANSWERS,
        )
        uvicorn.Server(config).run(sockets=listeners)


def _listeners(host: str, port: int) -> Iterator[socket.socket]:
    """For the host itself, and where that is this computer, for its other address too."""
    first = _listen(host, port)
    yield first
    if host == LOOPBACK:
        with suppress(OSError):  # a computer without IPv6, or another program has the port there
            yield _listen(LOOPBACK_6, first.getsockname()[1])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host.lower()
