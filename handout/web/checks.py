"""The page that checks a printed set against the class list that it was made from."""

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from handout.errors import HandoutError
from handout.model import Derive, Roster
from handout.web.forms import MOST_BYTES_OF_SET, read_form
from handout.web.open_list import OpenList
from handout.web.site import Site
from handout.web.work import ClassList, check
from handout.web.workshop import CheckJob, PrintJob

NO_SET = "No printed set was chosen. Choose the PDF that was made here."
NO_LIST = "No class list was chosen. Choose the list that the set was made from."


class CheckPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self.routes = [
            Route("/check", self.form),
            Route("/check", self.check, methods=["POST"]),
            Route("/jobs/{job}/check/{file}", self.check_printed, methods=["POST"]),
        ]

    async def form(self, request: Request) -> Response:
        return self._show(request.query_params.get("list", ""))

    async def check(self, request: Request) -> Response:
        """Begin the check; a list that cannot be read, or leaves a question open, is said here at once."""
        form = await read_form(request, most_files=2, most_bytes=MOST_BYTES_OF_SET)
        pdf, name = form.get("set"), await self._list_in(form)
        opened = self._site.lists.get(name)
        if not isinstance(pdf, UploadFile) or not pdf.filename:
            return self._show(name, NO_SET)
        if opened is None:
            return self._show("", NO_LIST)
        try:
            roster = await self._site.reading(opened)
        except HandoutError as error:
            return self._show("", *map(str, error.problems))
        if roster.questions:
            return self._show(name, asks=True)
        return self._begin(name, opened, roster, Path(pdf.filename).name, await pdf.read())

    async def check_printed(self, request: Request) -> Response:
        """Check a set that was just made here against its list, which is open here."""
        job = self._site.job_of(request)
        file = job.files.get(request.path_params["file"]) if isinstance(job, PrintJob) else None
        if not isinstance(job, PrintJob) or file is None:
            raise HTTPException(404, "There is no such file.")
        opened = self._site.lists.get(job.of_list)
        if opened is None:
            raise HTTPException(
                410, "The list is no longer kept. Choose “Check a set”, and both files there."
            )
        return self._begin(job.of_list, opened, await self._site.reading(opened), file.name, file.data)

    def _begin(self, name: str, opened: OpenList, roster: Roster, pdf: str, data: bytes) -> Response:
        job = CheckJob(
            f"/check?list={name}",
            pdf=pdf,
            list_name=opened.source.name,
            list_address=f"/lists/{name}",
            unfixed=len(roster.problems),
            edited=len(opened.source.edits),
            corrected=self._corrected(opened),
        )
        work = check, self._site.school, opened.source, roster, pdf, data
        return RedirectResponse(f"/jobs/{self._site.workshop.start(job, *work)}", 303)

    def _corrected(self, opened: OpenList) -> str:
        """The list that is open here for the same file, with corrections that the chosen file lacks."""
        if opened.source.edits:
            return ""
        name = self._site.lists.find(
            lambda other: bool(other.source.edits) and other.source.data == opened.source.data
        )
        return f"/check?list={name}" if name else ""

    async def _list_in(self, form: FormData) -> str:
        """The name that the list of a form is kept under: one that is open here, or a file."""
        file, derive = form.get("list"), form.get("derive")
        if not isinstance(file, UploadFile) or not file.filename:
            return str(form.get("open", ""))
        source = ClassList(Path(file.filename).name, await file.read())
        if derive in get_args(Derive):
            chosen: Any = derive
            source = replace(source, derive=chosen)
        return self._site.lists.put(OpenList(source))

    def _show(self, name: str, *problems: str, asks: bool = False) -> Response:
        """The form; a list that is open here need not be chosen again."""
        return self._site.show(
            "check.html",
            422 if problems or asks else 200,
            tab="check",
            name=name,
            opened=self._site.lists.get(name),
            problems=problems,
            asks=asks,
        )
