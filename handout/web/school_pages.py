"""The school's page: its settings, texts and guides, with the page as it will print beside the form."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import Any

import yaml
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from handout.content import ALT_TO_WRITE, Location, edit_content, read_texts
from handout.errors import HandoutError
from handout.web.forms import read_form
from handout.web.school import Version, new_name, picture_of, save, saved_version, undo
from handout.web.school_form import (
    Fault,
    faults_of,
    guides_with_former_words,
    key_of,
    sections_of,
    small_pictures,
)
from handout.web.school_work import check_version, draw_version, import_page, looks_of_pages
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
SAVED = "Saved. “Undo the last save” brings the former texts back."
FORMER_WORDS = "Guide {} has another picture under the former caption and description: do they still fit?"
BY_HAND = "content.yaml cannot be changed from here until it is fixed: open it in a text editor."


class SchoolPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._unsaved: Version | None = None
        self._told: tuple[str, ...] = ()  # about the last action
        self._page = 1  # that is shown beside the form
        self._looks: tuple[int, ...] = ()  # of the pages when they were shown last
        self.routes = [
            Route("/school", self.school),
            Route("/school", self.change, methods=["POST"]),
            Route("/school/undo", self.undo, methods=["POST"]),
            Route("/school/import", self.take_page, methods=["POST"]),
            Route("/school/preview.png", self.preview),
            Route("/school/picture/{number:int}", self.picture),
        ]

    async def school(self, request: Request) -> Response:
        faults: Sequence[Fault] = ()
        notes: tuple[str, ...] = ()
        looks: tuple[int, ...] = ()
        version = Version("")
        try:
            version = self._current()
            notes = await self._site.ask(check_version, self._site.school, version)
        except HandoutError as error:
            faults = faults_of(version.source, error.problems)
        except (OSError, ValueError):
            faults = [Fault("content.yaml cannot be read as a text.")]
        with suppress(HandoutError):  # a page whose alt texts are missing can be looked at
            looks = await self._site.ask(looks_of_pages, self._site.school, version)
            self._page = _page_shown(request.query_params.get("page", ""), self._page, self._looks, looks)
            self._looks = looks
        told, self._told = self._told, ()
        return self._site.show(
            "school.html",
            tab="school",
            sections=sections_of(version.source),
            faults=faults,
            notes=notes,
            told=told,
            pages=len(looks),
            page=self._page,
            former=self._former_words(version),
            changed=self._unsaved is not None,
            digest=hashlib.sha256(repr(version).encode()).hexdigest()[:12],
            can_import=find_spec("lxml") is not None,  # the one-file edition has no parser of web pages
            can_undo=self._site.school.backup.exists(),
            folder=self._site.school.content_file.parent.resolve(),
        )

    async def change(self, request: Request) -> Response:
        """Keep what was typed; save it too where that was asked for and it can be printed."""
        form = await read_form(request, most_files=MOST_PICTURES)
        if "discard" in form:
            self._unsaved = None
            return RedirectResponse("/school", 303)
        try:
            version = await _changed(self._current(), form)
        except (KeyError, IndexError, OSError, ValueError, yaml.YAMLError):
            raise HTTPException(422, BY_HAND) from None
        self._unsaved = version if version != saved_version(self._site.school) else None
        if "save" in form:
            await self._save(version)
        page = request.url.query
        return RedirectResponse(f"/school{'?' if page else ''}{page}", 303)

    async def _save(self, version: Version) -> None:
        try:
            await self._site.ask(check_version, self._site.school, version)
            former = self._former_words(version)
            save(self._site.school, version)
        except HandoutError:
            self._told = ("Not saved: fix the problems first.",)
            return
        self._unsaved, self._told = None, (SAVED, *(FORMER_WORDS.format(number + 1) for number in former))

    async def undo(self, _request: Request) -> Response:
        if self._site.school.backup.exists():
            undo(self._site.school)
            self._unsaved, self._told = None, ("The former texts are back.",)
        return RedirectResponse("/school", 303)

    async def take_page(self, request: Request) -> Response:
        """The school's web page, with its pictures, as a version that is not saved yet."""
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
            self._unsaved, remarks = await self._site.ask(import_page, self._site.school, page, files)
            self._told = ("The page was imported. Look at it, then save it.", *remarks)
        except HandoutError as error:
            self._told = ("Not imported.", *map(str, error.problems))
        return RedirectResponse("/school", 303)

    async def preview(self, request: Request) -> Response:
        asked = request.query_params.get("page", "1")
        page = max(1, int(asked)) if asked.isdecimal() and len(asked) < 4 else 1
        picture = await self._site.ask(draw_version, self._site.school, self._current(), page)
        return Response(picture, media_type="image/png")

    async def picture(self, request: Request) -> Response:
        """A guide's picture as it is in its file."""
        path, data = self._picture_at(self._current(), request.path_params["number"])
        media = MEDIA.get(PurePosixPath(path).suffix.lower())
        if not media or not data:
            raise HTTPException(404, "There is no such picture.")
        return Response(data, media_type=media)

    def _picture_at(self, version: Version, number: int) -> tuple[str, bytes]:
        """The path of a guide's picture and its bytes; nothing where there is none."""
        path = read_texts(version.source).get(("guides", "pictures", number, "image"), "")
        return path, picture_of(self._site.school, version, path) or b""

    def _former_words(self, version: Version) -> list[int]:
        """The places of the guides that have another picture than what is saved, under former words."""
        with suppress(OSError, ValueError, yaml.YAMLError):
            saved = saved_version(self._site.school)
            return [
                number
                for number in guides_with_former_words(saved.source, version.source)
                if self._picture_at(saved, number)[1] != self._picture_at(version, number)[1]
            ]
        return []

    def _current(self) -> Version:
        return self._unsaved or saved_version(self._site.school)


async def _changed(version: Version, form: FormData) -> Version:
    """The version with what was typed and the pictures that were dropped."""
    texts = read_texts(version.source)
    changes: dict[Location, Any] = {}
    for location, text in texts.items():
        typed = form.get(f"at:{key_of(location)}")
        if isinstance(typed, str) and _tidy(typed) not in {_tidy(text), "" if text == ALT_TO_WRITE else None}:
            changes[location] = typed.replace("\r\n", "\n").strip()
    small = small_pictures(version.source)
    for place in map(int, map(str, form.getlist("guide"))):
        ticked = f"small-{place}" in form
        if ticked != (place in small):
            changes["guides", "pictures", place, "small"] = "yes" if ticked else None
    pictures = dict(version.pictures)
    for name, file in form.multi_items():
        number = name.removeprefix("picture-")
        if isinstance(file, UploadFile) and file.filename and number.isdecimal():
            data = await file.read()
            path = f"images/{new_name(file.filename, data)}"
            pictures[path] = data
            changes["guides", "pictures", int(number), "image"] = path
    return replace(version, source=edit_content(version.source, changes), pictures=pictures)


def _page_shown(asked: str, shown: int, before: Sequence[int], looks: Sequence[int]) -> int:
    """The page that was asked for, else the first that changed, else the one that was shown, from 1."""
    changed = [page for page, (old, new) in enumerate(zip(before, looks, strict=False), 1) if old != new]
    page = int(asked) if asked.isdecimal() and len(asked) < 4 else (changed or [shown])[0]
    return max(1, min(page, len(looks)))


def _tidy(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
