"""Who listens to a browser that should have nothing to say."""

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

# What a browser sends of its own accord, whatever page is open.
BESIDES_ITSELF = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-domain-reliability",
    "--disable-features=MediaRouter,OptimizationHints",
]
# And still: to its maker, about itself.
CHATTER = r"(^|[/.])(google|googleapis|gvt1|gstatic)\.com(:443)?($|/)"


# Every way out that a page has; `to` is the address.
TRIES = {
    "fetch": "fetch(to).catch(() => {})",
    "beacon": "navigator.sendBeacon(to, 'TAN MEI LING')",
    "image": "new Image().src = to",
    "frame": "document.body.append(Object.assign(document.createElement('iframe'), { src: to }))",
    "form": "{ const form = Object.assign(document.createElement('form'), { action: to, method: 'post' }); document.body.append(form); form.submit(); }",
    "worker": "try { new Worker(to) } catch {}",
    "imported script": "new Worker(URL.createObjectURL(new Blob([`try { importScripts('${to}') } catch {}; fetch('${to}').catch(() => {})`])))",
    "prefetch": "document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: to }))",
    "style": "document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: to }))",
    "script": "document.head.append(Object.assign(document.createElement('script'), { src: to }))",
    "WebSocket": "try { new WebSocket(to.replace('http', 'ws')) } catch {}",
    "event source": "try { new EventSource(to) } catch {}",
}


class Listener:
    """A server that writes down each request it hears: as itself, and as the browser's proxy to everywhere."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        heard = self.heard

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if not re.search(CHATTER, self.path):
                    heard.append(f"{self.command} {self.path}")
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_POST = do_CONNECT = do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - the library's names

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
