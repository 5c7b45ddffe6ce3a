"""What a person does on the office's page: drop a list, wait, print, read what was printed."""

import base64
import re
import time
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from helpers.pdfs import page_count, page_text, squeezed

WRONG = "No,Name,Class,Email\n1,TAN MEI LING,3A,tan mei@students.edu.sg\n2,LIM JO ANN,3A,\n3,RAJ KUMAR,3A,raj_kumar@students.edu.sg\n4,ONG KAI LI,3A,\n"
RIGHT = WRONG.replace("tan mei@", "tan_mei_1@")


def drop(page: Any, *texts: str, on: str = "[data-drop]") -> None:
    """Drop lists from the desktop onto the page."""
    drop_files(page, {f"3A{number or ''}.csv": text.encode() for number, text in enumerate(texts)}, on=on)


def drop_files(page: Any, files: Mapping[str, bytes], on: str = "[data-drop]") -> None:
    """Drop files of these names from the desktop onto the page, once its script has begun."""
    page.wait_for_load_state()
    page.evaluate(
        """([contents, on]) => {
            const files = new DataTransfer();
            contents.forEach(([name, content]) => files.items.add(
                new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name)));
            const target = document.querySelector(on);
            target.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
        }""",
        [[(name, base64.b64encode(data).decode()) for name, data in files.items()], on],
    )


def open_list(page: Any, text: str | bytes, name: str = "3A.csv") -> None:
    """Choose a list and wait until it is read."""
    data = text if isinstance(text, bytes) else text.encode()
    page.set_input_files("#list", {"name": name, "mimeType": "text/csv", "buffer": data})
    until_read(page)


def until_read(page: Any) -> None:
    page.wait_for_url("**/lists/*")
    page.wait_for_selector("#table, .problems, .recognised", state="attached")


def print_all(page: Any) -> dict[str, bytes]:
    """Press the button; the files by name."""
    page.click("[data-print]")
    page.wait_for_selector(".files", timeout=60_000)
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
        while b"Reading your list" in (page := self.get(path)):
            time.sleep(0.5)
        return page

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
