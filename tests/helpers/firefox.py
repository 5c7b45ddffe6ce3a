"""Firefox without a window, driven by its own protocol (WebDriver BiDi): Playwright drives only a Firefox of its own."""

import json
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

WAIT = 240  # seconds for one answer, on a machine that does much else
DOWNLOADED = "browsingContext.downloadEnd"
READY = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
# Nothing is fetched for itself, and what is downloaded goes into our folder.
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.download.folderList": 2,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.server": "data:,",
}


class Tab:
    """A tab of a Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._last = 0
        self._downloaded: list[Path] = []
        self._ask("session.new", {"capabilities": {}})
        self._ask("session.subscribe", {"events": [DOWNLOADED]})
        self._context = self._ask("browsingContext.getTree", {})["contexts"][0]["context"]

    def open(self, path: Path) -> None:
        address = {"context": self._context, "url": path.as_uri(), "wait": "complete"}
        self._ask("browsingContext.navigate", address)

    @contextmanager
    def aside(self, path: Path) -> Iterator[None]:
        """Another tab for the block, with this file in it."""
        first = self._context
        self._context = self._ask("browsingContext.create", {"type": "tab"})["context"]
        self.open(path)
        yield
        self._ask("browsingContext.close", {"context": self._context})
        self._context = first

    def evaluate(self, expression: str) -> Any:
        """Its value; what it promises is waited for."""
        result = self._ask(
            "script.evaluate",
            {
                "expression": f"(async () => JSON.stringify(await ({expression}) ?? null))()",
                "target": {"context": self._context},
                "awaitPromise": True,
                "userActivation": True,
            },
        )
        assert result["type"] == "success", result["exceptionDetails"]["text"]
        return json.loads(result["result"]["value"])

    def wait_for(self, condition: str) -> Any:
        """What the expression gives, once it is something."""
        return self.evaluate(f"""new Promise((resolve) => {{
            const look = () => {{
                const found = {condition};
                if (found) resolve(found);
                else setTimeout(look, 100);
            }};
            look();
        }})""")

    def new_page(self, script: str, shows: str) -> None:
        """Run the script: it leads to another page, which shows this, and whose own script has begun."""
        self.wait_for("document.querySelector('#main[data-ready]')?.toggleAttribute('data-left', true)")
        self.evaluate(script)
        self.wait_for(
            f"document.querySelector(`#main[data-ready]:not([data-left]) :is({shows})`)?.isConnected"
        )

    def choose_file(self, selector: str, path: Path) -> None:
        found = self._ask(
            "browsingContext.locateNodes",
            {"context": self._context, "locator": {"type": "css", "value": selector}},
        )
        element = {"sharedId": found["nodes"][0]["sharedId"]}
        self._ask("input.setFiles", {"context": self._context, "element": element, "files": [str(path)]})

    def download(self, selector: str) -> Path:
        """What comes of a click."""
        self._downloaded.clear()
        self.evaluate(f"document.querySelector({json.dumps(selector)}).click()")
        while not self._downloaded:
            self._hear()
        return self._downloaded[0]

    def picture(self) -> str:
        """The tab as PNG, in base64."""
        data: str = self._ask("browsingContext.captureScreenshot", {"context": self._context})["data"]
        return data

    def _ask(self, method: str, parameters: dict[str, Any]) -> Any:
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": parameters}))
        while (answer := self._hear()).get("id") != self._last:
            pass
        assert answer["type"] == "success", answer
        return answer["result"]

    def _hear(self) -> Any:
        message = json.loads(self._socket.recv(WAIT))
        if message.get("method") == DOWNLOADED:
            assert message["params"]["status"] == "complete"
            self._downloaded.append(Path(message["params"]["filepath"]))
        return message


@contextmanager
def firefox(command: str, folder: Path) -> Iterator[Tab]:
    """A fresh profile and downloads in this folder; ended with the block."""
    profile, downloads = folder / "profile", folder / "downloads"
    profile.mkdir()
    downloads.mkdir()
    preferences = PREFERENCES | {"browser.download.dir": str(downloads)}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()]
    (profile / "user.js").write_text("".join(lines), "utf-8")
    process = subprocess.Popen(
        [command, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        address = next(found[1] for line in process.stderr if (found := READY.search(line)))
        threading.Thread(target=process.stderr.read, daemon=True).start()  # what it says from now on
        with connect(f"{address}/session", max_size=None) as socket:
            yield Tab(socket)
    finally:
        process.kill()
        process.communicate()
