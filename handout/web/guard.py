"""Who may speak to the page: this computer alone, this run's token, pages of its own origin."""

import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_METHODS = {"GET", "HEAD"}
POLICY: Mapping[str, str] = {
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


class Guard:
    """Lets a request through only from the right host, with the token, and never from another site."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...], token: str, cookie: str) -> None:
        self._app = app
        self._hosts = hosts
        self._token = token
        self._cookie = cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(POLICY)
            await send(message)

        answer = self._answer(Request(scope))
        await (answer or self._app)(scope, receive, send_guarded)

    def _answer(self, request: Request) -> Response | None:
        """Why a request is not let through; None where it is."""
        if request.headers.get("host") not in self._hosts:
            return PlainTextResponse("This page answers to its own address only.", 421)
        if not self._same_origin(request.method, request.headers):
            return PlainTextResponse("Another site asked for this; it is refused.", 403)
        if self._matches(request.query_params.get("token", "")):
            answer = RedirectResponse("/", 303)
            answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
            return answer
        if not self._matches(request.cookies.get(self._cookie, "")):
            return PlainTextResponse("Open the address that handout serve has printed, with its token.", 403)
        return None

    def _same_origin(self, method: str, headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is None:
            return method in SAFE_METHODS
        return origin in {f"http://{host}" for host in self._hosts}

    def _matches(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token.encode())
