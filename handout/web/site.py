"""What all pages share: the templates, the runner, what is kept, and the page that says what went wrong."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from importlib.resources import files
from typing import Any, TypeVar
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from handout.errors import ContentError, HandoutError
from handout.model import NO_ANSWERS, Field, Roster
from handout.web.open_list import OpenList
from handout.web.remembered import Remembered
from handout.web.runner import Interrupted, Runner, answer
from handout.web.school import School
from handout.web.shelf import Shelf
from handout.web.work import read_list
from handout.web.workshop import Job, PrintJob, Workshop

FILES = files("handout.web") / "files"
INLINE, ATTACHMENT = "inline", "attachment"
# The browser's own viewer shows it; the page's policy would leave the viewer without its styles.
PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"

Step = TypeVar("Step")


class Site:
    """One run of the pages. `runner` does their work, `school` is what they print."""

    def __init__(self, school: School, runner: Runner, headings: Remembered) -> None:
        self.school = school
        self.runner = runner
        self.lists: Shelf[OpenList] = Shelf()
        self.headings = headings
        self.workshop = Workshop(runner)
        loader = FunctionLoader(lambda name: (FILES / name).read_text("utf-8"))
        self._templates = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        forgetting = asyncio.create_task(self._forget_every_minute())
        yield
        forgetting.cancel()
        self.workshop.stop()
        self.runner.stop()

    async def _forget_every_minute(self) -> None:
        """Nothing about a child stays in memory when requests stop coming."""
        while True:
            await asyncio.sleep(60)
            self.lists.forget()
            self.workshop.jobs.forget()

    async def ask(self, work: Callable[..., Iterator[Step]], *arguments: object) -> Step:
        """The only step of short work."""
        return await answer(self.runner, work, *arguments)

    def reading(self, opened: OpenList) -> "asyncio.Task[Roster]":
        return opened.reading(self._read)

    async def _read(self, opened: OpenList) -> Roster:
        """Read a list; one with headings that were seen before is read as the office chose then."""
        roster = await self.ask(read_list, self.school, opened.source)
        known = self.headings.recall(roster.surveys)
        if opened.source.answers != NO_ANSWERS or known == NO_ANSWERS:
            return roster
        opened.source = replace(opened.source, answers=known)
        recalled = await self.ask(read_list, self.school, opened.source)
        opened.recalled = bool(roster.questions) or fields_of(recalled) != fields_of(roster)
        return recalled

    def show(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        return HTMLResponse(self._templates.get_template(template).render(**values), status)

    def list_of(self, request: Request) -> OpenList:
        found = self.lists.get(request.path_params["name"])
        if found is None:
            raise HTTPException(410, "This list is no longer kept. Choose it again.")
        return found

    def job_of(self, request: Request) -> Job:
        found = self.workshop.jobs.get(request.path_params["job"])
        if found is None:
            raise HTTPException(410, "What was made here is no longer kept. Make it again.")
        if isinstance(found, PrintJob):
            self.lists.get(found.of_list)  # who prints it is at work on its list
        return found

    async def refuse(self, _request: Request, error: Exception) -> Response:
        """What went wrong, in plain words; nothing of a list."""
        status, problems = 500, ["This is a fault in handout. Please try again."]
        if isinstance(error, HTTPException):
            status, problems = error.status_code, [error.detail]
        elif isinstance(error, HandoutError):
            status, problems = 422, list(map(str, error.problems))
        elif isinstance(error, Interrupted):
            status, problems = 503, ["The work was interrupted twice. Please try again."]
        elif isinstance(error, TimeoutError):
            status, problems = 504, ["This took too long. Please try again, with a shorter list."]
        of_content = isinstance(error, ContentError)
        return self.show("message.html", status, tab="", problems=problems, of_content=of_content)


def fields_of(roster: Roster) -> list[list[Field | None]]:
    """What the columns of each worksheet are read as."""
    return [[column.field for column in survey.columns] for survey in roster.surveys]


def file_response(name: str, data: bytes, media_type: str, disposition: str = ATTACHMENT) -> Response:
    """A file under its own name, to keep or to look at."""
    plain = "".join(letter if letter.isascii() and letter not in '"\\' else "_" for letter in name)
    headers = {"Content-Disposition": f"{disposition}; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"}
    if disposition == INLINE:
        headers["Content-Security-Policy"] = PDF_POLICY
    return Response(data, media_type=media_type, headers=headers)
