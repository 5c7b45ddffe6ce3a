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
from handout.web.choices import LIST, Choices, query_of, read_choices
from handout.web.fixes import LABELS, Fixes, fixes_of
from handout.web.forms import read_form
from handout.web.open_list import OpenList
from handout.web.site import Site
from handout.web.work import NOTHING, ClassList, Count, child_shown, measure, preview, print_set
from handout.web.workshop import PrintJob

AT_ONCE = 1.0  # seconds that a page waits for a list before it shows that it is being read
MOST_OPENED = 5  # lists that the first page leads back to
FEW_CLASSES = 12  # more are folded by level


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class of the list, and what of it would be printed."""

    place: int
    name: str
    students: Sequence[Student]
    count: Count


class ListPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self.routes = [
            Route("/", self.start),
            Route("/lists", self.upload, methods=["POST"]),
            Route("/lists/{name}", self.list),
            Route("/lists/{name}/summary", self.summary),
            Route("/lists/{name}/preview.png", self.picture),
            Route("/lists/{name}/jobs", self.print, methods=["POST"]),
        ]

    async def start(self, _request: Request) -> Response:
        return self._site.show("start.html", tab="sets", opened=self._site.lists.newest()[:MOST_OPENED])

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

    async def picture(self, request: Request) -> Response:
        opened, choices = self._site.list_of(request), read_choices(request.query_params)
        roster = await self._site.reading(opened)
        if not roster.students:
            raise HTTPException(404, "There is no page to show.")
        picture = await self._site.ask(preview, self._site.school, roster, choices)
        return Response(picture, media_type="image/png")

    async def print(self, request: Request) -> Response:
        opened = self._site.list_of(request)
        form = await read_form(request)
        back = f"/lists/{request.path_params['name']}?{query_of(form)}"
        roster, choices = await self._site.reading(opened), read_choices(form)
        if roster.problems and not choices.print_rest:
            return RedirectResponse(f"{back}#problems", 303)
        order = back, id(roster)  # the list as it is read now, which the job holds
        job = self._site.workshop.under_way(order) or self._site.workshop.start(
            PrintJob(back, order=order, of_list=request.path_params["name"], unfixed=len(roster.problems)),
            print_set,
            self._site.school,
            roster,
            choices,
        )
        return RedirectResponse(f"/jobs/{job}", 303)

    async def _view(self, request: Request, opened: OpenList) -> dict[str, Any]:
        """All that the page of a list shows."""
        choices = read_choices(request.query_params)
        values = _unread(request, opened, choices)
        try:
            roster = await self._site.reading(opened)
            values |= {"roster": roster, "fixes": fixes_of(roster, opened.settled)}
            counts = {}
            if roster.students:
                values["shown"] = _shown(roster, choices)
                values["levels"] = _levels(_rows(roster, {}))
                counts = await self._site.ask(measure, self._site.school, roster, choices)
        except HandoutError as error:
            of_content = isinstance(error, ContentError)
            return values | {"faults": tuple(map(str, error.problems)), "of_content": of_content}
        total = sum(counts.values(), NOTHING)
        can_print = bool(total.pages) and (choices.print_rest or not roster.problems)
        return values | {
            "levels": _levels(_rows(roster, counts)),
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
        "query": request.url.query,
        "roster": None,
        "faults": (),
        "of_content": False,
        "levels": {},
        "total": NOTHING,
        "shown": None,
        "fixes": Fixes((), {}, 0, ()),
        "can_print": False,
    }


def _rows(roster: Roster, counts: Mapping[str, Count]) -> list[ClassRow]:
    return [
        ClassRow(place, name, students, counts.get(name, NOTHING))
        for place, (name, students) in enumerate(roster.classes.items())
    ]


def _levels(rows: Sequence[ClassRow]) -> dict[str, list[ClassRow]]:
    """The classes of a school by level; of a few classes all under one heading that is not shown."""
    if len(rows) <= FEW_CLASSES:
        return {"": list(rows)}
    levels: dict[str, list[ClassRow]] = {}
    for row in rows:
        level = row.students[0].level
        levels.setdefault(f"Primary {level}" if level else "Other classes", []).append(row)
    return levels


@dataclass(frozen=True, slots=True)
class Shown:
    """Whom the preview shows, and the `show` of those before and after."""

    student: Student
    is_list: bool
    before: str
    after: str


def _shown(roster: Roster, choices: Choices) -> Shown | None:
    """None where nobody is ticked and nobody was asked for."""
    places = [
        (f"{first}-{place}", student)
        for first, students in enumerate(roster.classes.values())
        for place, student in enumerate(students)
    ]
    try:
        student = child_shown(roster, choices)
    except HandoutError:
        return None
    at = next(number for number, (_, other) in enumerate(places) if other is student)
    before = places[at - 1][0] if at else ""
    after = places[at + 1][0] if at + 1 < len(places) else ""
    return Shown(student, choices.show == LIST, before, after)
