"""The office's page: it speaks to people and has no rule of its own."""

from collections.abc import Callable

from handout.web.app import create_app
from handout.web.runner import Fault, Slices
from handout.web.school import School

__all__ = ["Fault", "School", "Slices", "create_app", "serve"]


def serve(school: School, host: str, port: int, tell: Callable[[str], None], *, browser: bool) -> None:
    """Serve the page until Ctrl-C; `tell` gets its address. Raises OSError where the port is taken."""
    from handout.web.server import serve  # noqa: PLC0415 - inside a browser there is no server

    serve(school, host, port, tell, browser=browser)
