"""What a person does on the office's page: drop a list, wait, print, read what was printed."""

import base64
import re
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from helpers.pdfs import page_count, page_text, squeezed
from helpers.waiting import wait_for

PATIENCE = 300_000  # milliseconds, on a machine that does much else: only what never comes takes so long
expect.set_options(timeout=PATIENCE)

READY = "#main[data-ready]"  # the page's script has begun
WRONG = "No,Name,Class,Email\n1,TAN MEI LING,3A,tan mei@students.edu.sg\n2,LIM JO ANN,3A,\n3,RAJ KUMAR,3A,raj_kumar@students.edu.sg\n4,ONG KAI LI,3A,\n"
RIGHT = WRONG.replace("tan mei@", "tan_mei_1@")


def patient(browser: Any, **options: Any) -> Any:
    """A context of the browser that waits as long as this machine may need."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context


def enter(page: Any, address: str) -> None:
    """Open the address that the server shows; from there the browser goes on to the first page."""
    page.goto(address)
    page.wait_for_url(re.compile(r"^http://[^/]+/$"))


def opened(context: Any, path: Path) -> Any:
    """A page of handout.html, once it has started."""
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector(READY, state="attached")
    return page


@contextmanager
def new_page(page: Any, shows: str = "h1") -> Iterator[None]:
    """What is done in the block leads to another page: it is there at the end, and its script has begun.

    A click waits for the preview: while it comes, what is below it moves, and a pointer may miss its button.
    """
    expect(page.locator("[data-preview][aria-busy=true]")).to_have_count(0)
    page.locator(READY).evaluate("main => main.setAttribute('data-left', '')")
    yield
    page.wait_for_selector(f"{READY}:not([data-left]):has({shows})", state="attached")


def reads(page: Any) -> AbstractContextManager[None]:
    """What is done in the block leads to the page of a list, once it is read."""
    return new_page(page, "#table, .problems, .recognised")


def drop(page: Any, *texts: str, on: str = "[data-drop]") -> None:
    """Drop lists from the desktop onto the page."""
    drop_files(page, {f"3A{number or ''}.csv": text.encode() for number, text in enumerate(texts)}, on=on)


def drop_files(page: Any, files: Mapping[str, bytes], on: str = "[data-drop]") -> None:
    """Drop files of these names from the desktop onto the first place like this."""
    page.locator(on).first.evaluate(
        """(target, contents) => {
            const files = new DataTransfer();
            contents.forEach(([name, content]) => files.items.add(
                new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name)));
            target.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
        }""",
        [(name, base64.b64encode(data).decode()) for name, data in files.items()],
    )


def open_list(page: Any, text: str | bytes, name: str = "3A.csv") -> None:
    """Choose a list and wait until it is read."""
    data = text if isinstance(text, bytes) else text.encode()
    with reads(page):
        page.set_input_files("#list", {"name": name, "mimeType": "text/csv", "buffer": data})


def print_all(page: Any) -> dict[str, bytes]:
    """Press the button; the files by name."""
    with new_page(page, ".files"):
        page.click("[data-print]")
    files = {}
    for link in page.query_selector_all(".files a[download]"):
        with page.expect_download() as download:
            link.click()
        files[download.value.suggested_filename] = Path(download.value.path()).read_bytes()
    return files


def usernames_in(pdf: bytes, wanted: str = r"[a-z_0-9]+") -> list[str]:
    """The usernames on the panels of a set, in their order."""
    text = squeezed("".join(page_text(pdf, number) for number in range(page_count(pdf))))
    return re.findall(rf"username({wanted})@students\.edu\.sg", text)


class Office:
    """A browser without a window, for many lists at once."""

    def __init__(self, address: str) -> None:
        self.origin = re.match(r"http://[^/]+", address)[0]  # type: ignore[index]
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        self._opener.addheaders = [("Origin", self.origin)]
        self._opener.open(address).read()

    def get(self, path: str) -> bytes:
        return self._opener.open(self.origin + path).read()

    def read(self, path: str) -> bytes:
        """The page of a list, once it is read."""
        return wait_for(lambda: b"Reading your list" not in (page := self.get(path)) and page)

    def upload(self, rows: Sequence[str]) -> str:
        """A list of these rows below its headings; its path."""
        text = "\n".join(["No,Name,Class,Email", *rows])
        head = '--b\r\nContent-Disposition: form-data; name="list"; filename="l.csv"\r\n\r\n'
        headers = {"Content-Type": "multipart/form-data; boundary=b", "Origin": self.origin}
        return self._post("/lists", f"{head}{text}\r\n--b--\r\n".encode(), headers)

    def post(self, path: str, body: str) -> str:
        """Send a form; the path that it leads to."""
        return self._post(path, body.encode(), {"Origin": self.origin})

    def _post(self, path: str, body: bytes, headers: dict[str, str]) -> str:
        answer = self._opener.open(urllib.request.Request(self.origin + path, body, headers))
        return answer.url.removeprefix(self.origin)
