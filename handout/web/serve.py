"""The page served on this computer alone."""

import secrets
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from handout.web.app import create_app

LOOPBACK = "127.0.0.1"


def serve(content_file: Path, host: str, port: int, tell: Callable[[str], None], *, browser: bool) -> None:
    """Serve the page until Ctrl-C; `tell` gets its address. Raises OSError where the port is taken."""
    token = secrets.token_urlsafe(24)
    with socket.create_server((host, port)) as listener:
        port = listener.getsockname()[1]
        hosts = tuple(f"{name}:{port}" for name in dict.fromkeys((host, LOOPBACK, "localhost")))
        app = create_app(content_file, hosts, token, f"handout-{port}")
        address = f"http://{host}:{port}/?token={token}"
        tell(address)
        if browser:
            webbrowser.open(address)
        # No log: its lines could tell the name of a child's file, its tracebacks what a list holds.
        config = uvicorn.Config(app, access_log=False, log_level="critical", server_header=False)
        uvicorn.Server(config).run(sockets=[listener])
