"""The school's page: its settings, texts and guides, with the page as it will print beside the form."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import Any

import yaml
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from handout.content import Location, edit_content, read_texts
from handout.errors import HandoutError
from handout.web.forms import read_form
from handout.web.school import Draft, new_name, picture_of, save, saved_draft, undo
from handout.web.school_work import check_draft, draw_draft, import_draft
from handout.web.site import Site

MOST_PICTURES = 60  # of one form
PAGES = {".md", ".html", ".htm"}
MEDIA = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
SETTINGS = {
    "school": "School",
    "handbook_page": "Page of the Student Handbook for the password",
    "domain": "What follows the @ in every username",
    "portal": "Address of the MIMS Portal",
    "language": "Language, for screen readers",
    "source": "Source, in the footer",
}
SECTIONS = {"settings": "Settings", "panel": "The panel on page 1", "guides": "The guides"}
OTHER = "The texts"
BY_HAND = "content.yaml cannot be changed from here until it is fixed: open it in a text editor."


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of content.yaml as the form shows it. `picture` is the place of a guide's picture, else None."""

    key: str
    label: str
    value: str
    picture: int | None = None


class SchoolPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._draft: Draft | None = None
        self._told: tuple[str, ...] = ()  # of the last thing that was done
        self.routes = [
            Route("/school", self.school),
            Route("/school", self.change, methods=["POST"]),
            Route("/school/undo", self.undo, methods=["POST"]),
            Route("/school/import", self.take_page, methods=["POST"]),
            Route("/school/preview.png", self.preview),
            Route("/school/picture/{number:int}", self.picture),
        ]

    async def school(self, request: Request) -> Response:
        asked = request.query_params.get("page", "1")
        page = int(asked) if asked.isdecimal() and len(asked) < 4 else 1
        problems: list[str] = []
        notes: tuple[str, ...] = ()
        pages, draft = 0, Draft("")
        try:
            draft = self._current()
            notes = await self._site.ask(check_draft, self._site.school, draft)
        except HandoutError as error:
            problems = list(map(str, error.problems))
        except (OSError, ValueError):
            problems = ["content.yaml cannot be read as a text."]
        with suppress(HandoutError):  # what waits for an alt text can be looked at all the same
            pages = (await self._site.ask(draw_draft, self._site.school, draft, 1))[1]
        told, self._told = self._told, ()
        return self._site.show(
            "school.html",
            tab="school",
            sections=_sections(draft.source),
            problems=problems,
            notes=notes,
            told=told,
            pages=pages,
            page=min(page, pages or 1),
            changed=self._draft is not None,
            version=hashlib.sha256(repr(draft).encode()).hexdigest()[:12],
            can_import=find_spec("lxml") is not None,  # the one-file edition has no parser of web pages
            can_undo=self._site.school.backup.exists(),
            folder=self._site.school.content_file.parent.resolve(),
        )

    async def change(self, request: Request) -> Response:
        """Keep what was typed as a draft; save it where that was asked for and it can be printed."""
        form = await read_form(request, most_files=MOST_PICTURES)
        if "discard" in form:
            self._draft = None
            return RedirectResponse("/school", 303)
        try:
            draft = await _changed(self._current(), form)
        except (KeyError, IndexError, OSError, ValueError, yaml.YAMLError):
            raise HTTPException(422, BY_HAND) from None
        self._draft = draft if draft != saved_draft(self._site.school) else None
        if "save" in form:
            await self._save(draft)
        return RedirectResponse("/school", 303)

    async def _save(self, draft: Draft) -> None:
        try:
            await self._site.ask(check_draft, self._site.school, draft)
            save(self._site.school, draft)
        except HandoutError:
            self._told = ("Not saved: fix the problems first.",)
            return
        self._draft, self._told = None, ("Saved. The former content.yaml is kept as a backup.",)

    async def undo(self, _request: Request) -> Response:
        if self._site.school.backup.exists():
            undo(self._site.school)
            self._draft, self._told = None, ("The former content.yaml is back.",)
        return RedirectResponse("/school", 303)

    async def take_page(self, request: Request) -> Response:
        """The school's web page, with its pictures, as a draft."""
        form = await read_form(request, most_files=MOST_PICTURES)
        files: dict[str, bytes] = {}
        for file in form.getlist("page"):
            if isinstance(file, UploadFile) and file.filename:
                name, data = str(PurePosixPath(file.filename.replace("\\", "/"))), await file.read()
                if files.setdefault(name, data) != data:
                    raise HTTPException(400, f"Two different files are called {name}. Choose one of them.")
        page = next((name for name in files if PurePosixPath(name).suffix.lower() in PAGES), None)
        if page is None:
            raise HTTPException(400, "Choose the page’s file, which ends in .md or .html, and its pictures.")
        try:
            self._draft, remarks = await self._site.ask(import_draft, self._site.school, page, files)
            self._told = ("The page is a draft now. Look at it, then save it.", *remarks)
        except HandoutError as error:
            self._told = ("Not imported.", *map(str, error.problems))
        return RedirectResponse("/school", 303)

    async def preview(self, request: Request) -> Response:
        asked = request.query_params.get("page", "1")
        page = max(1, int(asked)) if asked.isdecimal() and len(asked) < 4 else 1
        picture, _ = await self._site.ask(draw_draft, self._site.school, self._current(), page)
        return Response(picture, media_type="image/png")

    async def picture(self, request: Request) -> Response:
        """A guide's picture as it is in its file."""
        draft, number = self._current(), request.path_params["number"]
        path = read_texts(draft.source).get(("guides", "pictures", number, "image"), "")
        media = MEDIA.get(PurePosixPath(path).suffix.lower())
        data = draft.pictures.get(path) or picture_of(self._site.school, path)
        if not media or not data:
            raise HTTPException(404, "There is no such picture.")
        return Response(data, media_type=media)

    def _current(self) -> Draft:
        return self._draft or saved_draft(self._site.school)


async def _changed(draft: Draft, form: FormData) -> Draft:
    """The draft with what was typed and the pictures that were dropped."""
    texts = read_texts(draft.source)
    changes: dict[Location, Any] = {}
    for location, text in texts.items():
        typed = form.get(f"at:{_key(location)}")
        if isinstance(typed, str) and _tidy(typed) != _tidy(text):
            changes[location] = typed.replace("\r\n", "\n").strip()
    pictures = dict(draft.pictures)
    for name, file in form.multi_items():
        number = name.removeprefix("picture-")
        if isinstance(file, UploadFile) and file.filename and number.isdecimal():
            data = await file.read()
            path = f"images/{new_name(file.filename, data)}"
            pictures[path] = data
            changes["guides", "pictures", int(number), "image"] = path
    return replace(draft, source=edit_content(draft.source, changes), pictures=pictures)


def _sections(source: str) -> Mapping[str, list[Entry]]:
    sections: dict[str, list[Entry]] = {}
    for entry, location in _entries(source):
        sections.setdefault(SECTIONS.get(str(location[0]), OTHER), []).append(entry)
    return sections


def _entries(source: str) -> Iterator[tuple[Entry, Location]]:
    for location, text in read_texts(source).items():
        if location[-1] == "image":
            if location[0] == "guides":
                number = int(location[2])
                yield Entry("", f"Guide {number + 1}", text, number), location
            continue
        yield Entry(_key(location), _label(location), text), location


def _label(location: Location) -> str:
    """What a text is, in words: its names, and its number in a list."""
    if location[0] == "settings":
        return SETTINGS.get(str(location[-1]), str(location[-1]))
    if location[0] == "guides" and len(location) == 4:
        return f"{'What the picture shows' if location[3] == 'alt' else 'Caption'} (guide {int(location[2]) + 1})"
    words = [str(step + 1) if isinstance(step, int) else step.replace("_", " ") for step in location]
    return " ".join(words[1:] or words).capitalize()


def _key(location: Location) -> str:
    return "/".join(map(str, location))


def _tidy(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
