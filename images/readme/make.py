"""Remake the pictures of the README: `python images/readme/make.py` (needs the extras `test` and `lite`, and Node.js)."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PIL import Image
from platformdirs import user_cache_path
from playwright.sync_api import Page, sync_playwright

from handout import load_content, read_students
from handout.lite.build import build_file
from handout.model.student import NOBODY
from handout.printing.press import Press

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
DPI = 80
GAP, GROUND = 14, "#d9dee3"
COLOURS = 128

CLASS_LIST = """Index,Name,Class,Username
1,LIM HUI FEN,3A,lim_hui_fen@students.edu.sg
2,MUHAMMAD FAIZ BIN OSMAN,3A,muhammad_faiz_osman@students.edu.sg
3,PRIYA D/O RAMAN,3A,
4,"D'CRUZ, ANNE",3A,
5,TAN WEI JIE,3A,tan_wei_jie_1@students.edu.sg
6,NUR SYAHIRAH BTE HASSAN,3A,
7,ONG KAI LIN,3A,ong_kai_lin@students.edu.sg
"""
LINES = CLASS_LIST.splitlines(keepends=True)


def pages(pdf: bytes) -> list[Image.Image]:
    return [page.render(scale=DPI / 72).to_pil() for page in pypdfium2.PdfDocument(pdf)]


def side_by_side(images: list[Image.Image], name: str) -> None:
    width = sum(image.width for image in images) + GAP * (len(images) + 1)
    height = max(image.height for image in images) + 2 * GAP
    sheet = Image.new("RGB", (width, height), GROUND)
    left = GAP
    for image in images:
        sheet.paste(image, (left, GAP))
        left += image.width + GAP
    save(sheet, name)


def save(image: Image.Image, name: str) -> None:
    image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / name, optimize=True)


@contextmanager
def browser_page(width: int, height: int) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": width, "height": height})
        browser.close()


def open_list(page: Page, path: Path, picture: str) -> None:
    """Choose a list, and wait for the preview whose address begins as `picture` does."""
    page.set_input_files("#list", path)
    page.locator(f"[data-preview][src^='{picture}']").evaluate("picture => picture.decode()")


def photograph_the_page(folder: Path) -> None:
    """The office's page with the class list in it."""
    server = subprocess.Popen(
        [sys.executable, "-m", "handout", "serve", "--no-browser"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        address = re.search(r"http\S+", server.stdout.readline())[0]
        with browser_page(1000, 2400) as page:
            page.goto(address)
            open_list(page, folder / "3A.csv", "/lists")
            foot = page.locator("footer").bounding_box()
            clip = {"x": 0, "y": 0, "width": 1000, "height": foot["y"] + foot["height"]}
            page.screenshot(path=folder / "page.png", clip=clip)
    finally:
        server.terminate()
    save(Image.open(folder / "page.png"), "office.png")


def photograph_the_file(folder: Path) -> None:
    """handout.html as it is double-clicked, with a list that needs nothing more on it."""
    file = folder / "handout.html"
    cache = user_cache_path("handout", appauthor=False) / "lite"
    file.write_bytes(build_file(ROOT / "content.yaml", cache))
    (folder / "3A.csv").write_text("".join(line for line in LINES if not line.endswith(",\n")), "utf-8")
    with browser_page(1280, 860) as page:
        page.goto(file.as_uri())
        page.wait_for_selector("#main[data-ready]", state="attached", timeout=120_000)
        open_list(page, folder / "3A.csv", "blob:")
        page.screenshot(path=folder / "file.png")
    save(Image.open(folder / "file.png"), "one-file.png")


def main() -> None:
    content = load_content(ROOT / "content.yaml")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "3A.csv").write_text(CLASS_LIST, "utf-8")
        students = read_students(folder / "3A.csv", domain=content.settings.domain).students
        side_by_side(pages(Press(content, [NOBODY]).handout())[:2], "handout.png")
        front = pages(Press(content, students).print(students[:1], "3A"))[0]
        slips = pages(Press(content, students, layout="slips").print(students, "3A"))[0]
        listed = pages(Press(content, students, layout="sheet").checklist(students, "3A"))[0]
        side_by_side([front, slips, listed], "class-set.png")
        photograph_the_page(folder)
        photograph_the_file(folder)


if __name__ == "__main__":
    main()
