"""Pages of a class list: choose it, see what is in it and what will be printed, print it."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from handout.errors import ContentError, HandoutError
from handout.model import Roster, Student
from handout.web.choices import LIST, Child, Choices, query_of, read_choices
from handout.web.fixes import NO_FIXES, fixes_of
from handout.web.forms import read_form
from handout.web.keys import Keys, shown_as
from handout.web.open_list import OpenList
from handout.web.site import Site
from handout.web.told import LABELS
from handout.web.work import NOTHING, ClassList, Count, child_shown, measure, preview, print_set
from handout.web.workshop import PrintJob

AT_ONCE = 1.0  # seconds that a page waits for a list before it shows that it is being read
MOST_OPENED = 5  # lists that the first page leads back to
FEW_CLASSES = 12  # more are folded by level


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class of the list, its children by their keys, and what of it would be printed."""

    key: int
    name: str
    children: Sequence[tuple[Child, Student]]
    count: Count


class ListPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self.routes = [
            Route("/", self.start),
            Route("/lists", self.upload, methods=["POST"]),
            Route("/lists/{name}", self.list),
            Route("/lists/{name}/summary", self.summary),
            Route("/lists/{name}/kept", self.kept),
            Route("/lists/{name}/preview.png", self.picture),
            Route("/lists/{name}/jobs", self.print, methods=["POST"]),
        ]

    async def start(self, _request: Request) -> Response:
        opened = [(name, opened) for name, opened in self._site.lists.newest() if not opened.is_unreadable]
        return self._site.show("start.html", tab="sets", opened=opened[:MOST_OPENED])

    async def upload(self, request: Request) -> Response:
        form = await read_form(request)
        file = form.get("list")
        if not isinstance(file, UploadFile) or not file.filename:
            raise HTTPException(400, "No class list was chosen. Choose an Excel or CSV file.")
        source = ClassList(Path(file.filename).name, await file.read())
        name = self._site.lists.put(OpenList(source))
        return RedirectResponse(f"/lists/{name}", 303)

    async def list(self, request: Request) -> Response:
        opened = self._site.list_of(request)
        reading = self._site.reading(opened)
        await asyncio.wait({reading}, timeout=AT_ONCE)
        if not reading.done():
            return self._site.show("reading.html", tab="sets", source=opened.source)
        return self._site.show("list.html", **await self._view(request, opened))

    async def summary(self, request: Request) -> Response:
        """The part of the page that follows the ticks."""
        opened = self._site.list_of(request)
        return self._site.show("_summary.html", **await self._view(request, opened))

    async def kept(self, request: Request) -> Response:
        """Somebody is at work on the page of a list: what is typed there is not sent yet."""
        self._site.list_of(request)
        return Response(status_code=204)

    async def picture(self, request: Request) -> Response:
        opened, choices = self._site.list_of(request), read_choices(request.query_params)
        roster = await self._site.reading(opened)
        if not roster.students:
            raise HTTPException(404, "There is no page to show.")
        opened.keys.learn(roster)
        choices = opened.keys.placed(choices, roster)
        picture = await self._site.ask(preview, self._site.school, roster, choices)
        return Response(picture, media_type="image/png")

    async def print(self, request: Request) -> Response:
        opened = self._site.list_of(request)
        form = await read_form(request)
        back = f"/lists/{request.path_params['name']}?{query_of(form)}"
        roster, choices = await self._site.reading(opened), read_choices(form)
        if roster.problems and not choices.print_rest:
            return RedirectResponse(f"{back}#problems", 303)
        if str(form.get("version", opened.version)) != str(opened.version):
            return RedirectResponse(f"{back}&changed=1", 303)
        opened.keys.learn(roster)
        order = back, id(roster)  # the list as it is read now, which the job holds
        job = self._site.workshop.under_way(order) or self._site.workshop.start(
            PrintJob(back, order=order, of_list=request.path_params["name"], unfixed=len(roster.problems)),
            print_set,
            self._site.school,
            roster,
            opened.keys.placed(choices, roster),
        )
        return RedirectResponse(f"/jobs/{job}", 303)

    async def _view(self, request: Request, opened: OpenList) -> dict[str, Any]:
        """All that the page of a list shows."""
        choices = read_choices(request.query_params)
        values = _unread(request, opened, choices)
        try:
            roster = await self._site.reading(opened)
            values |= {"roster": roster, "fixes": fixes_of(roster, opened.settled, opened.source.edits)}
            counts = {}
            opened.keys.learn(roster)
            if roster.students:
                placed = opened.keys.placed(choices, roster)
                values["shown"] = _shown(roster, placed, opened.keys)
                values["levels"] = _levels(_rows(roster, opened.keys, {}))
                counts = await self._site.ask(measure, self._site.school, roster, placed)
        except HandoutError as error:
            of_content = isinstance(error, ContentError)
            return values | {"faults": tuple(map(str, error.problems)), "of_content": of_content}
        total = sum(counts.values(), NOTHING)
        can_print = bool(total.pages) and (choices.print_rest or not roster.problems)
        return values | {
            "levels": _levels(_rows(roster, opened.keys, counts)),
            "total": total,
            "can_print": can_print,
        }


def _unread(request: Request, opened: OpenList, choices: Choices) -> dict[str, Any]:
    """What the page of a list shows where it cannot be read."""
    return {
        "tab": "sets",
        "source": opened.source,
        "recalled": opened.recalled,
        "labels": LABELS,
        "choices": choices,
        "name": request.path_params["name"],
        "address": f"/lists/{request.path_params['name']}",
        "query": query_of(request.query_params),
        "version": opened.version,
        "changed": "changed" in request.query_params,
        "unanswered": "unanswered" in request.query_params,
        "roster": None,
        "faults": (),
        "of_content": False,
        "levels": {},
        "total": NOTHING,
        "shown": None,
        "fixes": NO_FIXES,
        "can_undo": opened.can_undo,
        "can_print": False,
    }


def _rows(roster: Roster, keys: Keys, counts: Mapping[str, Count]) -> list[ClassRow]:
    return [
        ClassRow(
            keys.of_class(name),
            name,
            [(keys.of_child(student), student) for student in students],
            counts.get(name, NOTHING),
        )
        for name, students in roster.classes.items()
    ]


def _levels(rows: Sequence[ClassRow]) -> dict[str, list[ClassRow]]:
    """The classes of a school by level; of a few classes all under one heading that is not shown."""
    if len(rows) <= FEW_CLASSES:
        return {"": list(rows)}
    levels: dict[str, list[ClassRow]] = {}
    for row in rows:
        level = row.children[0][1].level
        levels.setdefault(f"Primary {level}" if level else "Other classes", []).append(row)
    return levels


@dataclass(frozen=True, slots=True)
class Shown:
    """Whom the preview shows, and the `show` of those before and after."""

    student: Student
    is_list: bool
    before: str
    after: str


def _shown(roster: Roster, choices: Choices, keys: Keys) -> Shown | None:
    """None where nobody is ticked and nobody was asked for."""
    everybody = [student for students in roster.classes.values() for student in students]
    try:
        student = child_shown(roster, choices)
    except HandoutError:
        return None
    at = next(number for number, other in enumerate(everybody) if other is student)
    before = shown_as(keys.of_child(everybody[at - 1])) if at else ""
    after = shown_as(keys.of_child(everybody[at + 1])) if at + 1 < len(everybody) else ""
    return Shown(student, choices.show == LIST, before, after)
