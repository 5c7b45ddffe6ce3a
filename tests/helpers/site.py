"""Pages of an invented school's website, as the site's editor writes them, and what an import makes of them."""

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from handout import import_page, load_content
from handout.importing import Imported
from handout.model import Content


@cache
def png(colour: str = "white") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "PNG")
    return out.getvalue()


def imported(page: str, pictures: Mapping[str, bytes] | None = None, name: str = "page.md") -> Imported:
    """A page's import, its front matter written only where the page has one."""
    return import_page(name, files={name: page.encode(), **(pictures or {})})


def tiptap(body: str, title: str = "MIMS Account") -> str:
    return f'---\ntitle: {title}\npermalink: /mims/\nvariant: tiptap\ndescription: ""\n---\n{body}'


def values(result: Imported) -> Any:
    return yaml.load(result.content, getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def text(page: str, pictures: Mapping[str, bytes] | None = None) -> list[dict[str, Any]]:
    """The passages of a page's import."""
    return values(imported(page, pictures)).get("text", [])


def remarks(page: str, pictures: Mapping[str, bytes] | None = None) -> list[str]:
    """What is said of a page, but for what it does not tell of the school."""
    found = [str(problem) for problem in imported(page, pictures).remarks]
    return [line for line in found if "page does not name" not in line]


def laid_down(result: Imported, folder: Path) -> Content:
    """The import as files, read as any content.yaml is."""
    (folder / "images").mkdir(parents=True, exist_ok=True)
    for name, data in result.images.items():
        (folder / "images" / name).write_bytes(data)
    (folder / "content.yaml").write_text(result.content, "utf-8")
    return load_content(folder / "content.yaml")


def _cell(words: str, tag: str = "td") -> str:
    return f'<{tag} rowspan="1" colspan="1">\n<p>{words}</p>\n<p></p>\n</{tag}>\n'


def table(*rows: list[str], head: str = "th") -> str:
    """A table as the site's editor writes it, with an empty paragraph in every cell."""
    lines = [
        "".join(_cell(words, head if not place else "td") for words in row) for place, row in enumerate(rows)
    ]
    return (
        '<table style="minWidth: 50px">\n<tbody>\n'
        + "".join(f"<tr>\n{line}</tr>\n" for line in lines)
        + "</tbody></table>"
    )


def picture(number: int, alt: str = "") -> str:
    return (
        '<div class="isomer-image-wrapper">\n<img style="width: 100%" height="auto" width="100%" '
        f'alt="{alt}" src="/images/step{number}.png">\n</div>\n<p></p>\n'
    )


STEPS = {f"site/images/step{number}.png": png() for number in range(1, 6)}


def guides(body: str, files: dict[str, bytes] = STEPS) -> list[dict[str, Any]]:
    return values(imported(tiptap(body), files)).get("guides", {}).get("pictures", [])
