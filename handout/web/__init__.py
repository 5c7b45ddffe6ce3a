"""The office's page: it speaks to people and has no rule of its own."""

from collections.abc import Callable
from pathlib import Path

from handout.web.app import create_app
from handout.web.runner import Runner, Slices

__all__ = ["Runner", "Slices", "create_app", "serve"]


def serve(content_file: Path, host: str, port: int, tell: Callable[[str], None], *, browser: bool) -> None:
    """Serve the page until Ctrl-C; `tell` gets its address. Raises OSError where the port is taken."""
    from handout.web.server import serve  # noqa: PLC0415 - inside a browser there is no server

    serve(content_file, host, port, tell, browser=browser)
