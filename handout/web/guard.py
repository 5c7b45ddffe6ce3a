"""Who may use the page: this computer alone, with this run's token, from pages of its own origin."""

import base64
import hashlib
import secrets
from collections.abc import Set as AbstractSet

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from handout.web.site import FILES

SAFE_METHODS = {"GET", "HEAD"}
POLICY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# The token leaves the address and the tab's history. After a redirect the browser would still keep what was typed.
_ON = """<!doctype html>
<html lang="en-SG"><head><title>MIMS account handouts</title><meta http-equiv="refresh" content="0;url=/"></head></html>
"""


class Guard:
    """Lets a request through only from the right host, with the token, and never from another site.

    `hosts` are in small letters, as in the Host header.
    """

    def __init__(self, app: ASGIApp, hosts: AbstractSet[str], token: str, cookie: str) -> None:
        self._app = app
        self._hosts = hosts
        self._token = token
        self._cookie = cookie
        self._doorstep = _doorstep()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in POLICY.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._answer(Request(scope))
        await (answer or self._app)(scope, receive, send_guarded)

    def _answer(self, request: Request) -> Response | None:
        """Why a request is not let through; None where it is."""
        if request.headers.get("host", "").lower() not in self._hosts:
            return PlainTextResponse("This page has another address.", 421)
        if not self._same_origin(request.method, request.headers):
            return PlainTextResponse("Another site asked for this. It was refused.", 403)
        if self._matches(request.query_params.get("token", "")):
            answer = HTMLResponse(_ON)
            answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
            return answer
        if not self._matches(request.cookies.get(self._cookie, "")):
            return self._doorstep
        return None

    def _same_origin(self, method: str, headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is None:
            return method in SAFE_METHODS
        return origin.lower() in {f"http://{host}" for host in self._hosts}

    def _matches(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token.encode())


def _doorstep() -> Response:
    """The page for those without the token: its style is inside it, because it may request nothing else."""
    page = (FILES / "doorstep.html").read_text("utf-8")
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'"
    return HTMLResponse(page, 403, headers={"Content-Security-Policy": policy})
