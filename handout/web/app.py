"""The office's page: a class list in, PDFs out, on this computer alone. The commands' own API does the work."""

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from handout.classlist import roster_template
from handout.typesetting import Face
from handout.web.forms import read_choices, read_form
from handout.web.guard import Guard
from handout.web.jobs import PrintJob, Shelf, Workshop
from handout.web.work import ClassList, Survey, first_page, survey

FILES = Path(__file__).parent / "files"
QUICK_WORKERS = 2

Result = TypeVar("Result")


class Page:
    """The routes of one run."""

    def __init__(self, content_file: Path) -> None:
        self._content_file = content_file
        self._lists: Shelf[ClassList] = Shelf()
        self._templates = Environment(loader=FileSystemLoader(FILES), autoescape=True)
        self._pool = ProcessPoolExecutor(QUICK_WORKERS, mp_context=get_context("spawn"))
        self._workshop = Workshop(content_file)
        self.routes = [
            Route("/", self.start),
            Route("/lists", self.upload, methods=["POST"]),
            Route("/lists/{name}", self.list_found),
            Route("/lists/{name}/preview.png", self.preview),
            Route("/lists/{name}/jobs", self.print_list, methods=["POST"]),
            Route("/handout", self.plain_handout),
            Route("/handout/preview.png", self.preview),
            Route("/handout/jobs", self.print_list, methods=["POST"]),
            Route("/jobs/{job}", self.job),
            Route("/jobs/{job}/state", self.job_state),
            Route("/jobs/{job}/cancel", self.cancel, methods=["POST"]),
            Route("/jobs/{job}/files/{file}", self.download),
            Route("/class-list.{ending}", self.starter_list),
            Route("/static/{file}", self.static),
        ]

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        forgetting = asyncio.create_task(self._forget_every_minute())
        yield
        forgetting.cancel()
        self._workshop.stop()
        self._pool.shutdown(cancel_futures=True)

    async def _forget_every_minute(self) -> None:
        """Also when nobody asks for anything any more, nothing of a child stays in memory."""
        while True:
            await asyncio.sleep(60)
            self._lists.forget()
            self._workshop.jobs.forget()

    async def start(self, _request: Request) -> Response:
        return self._show("start.html", tab="sets")

    async def upload(self, request: Request) -> Response:
        form = await read_form(request)
        file = form.get("list")
        if not isinstance(file, UploadFile) or not file.filename:
            raise HTTPException(400, "No class list was chosen. Choose a .xlsx or .csv file.")
        name = self._lists.put(ClassList(Path(file.filename).name, await file.read()))
        return RedirectResponse(f"/lists/{name}", 303)

    async def list_found(self, request: Request) -> Response:
        source, choices = self._list(request), read_choices(request.query_params)
        found: Survey = await self._quick(survey, self._content_file, source, choices)
        return self._show(
            "list.html",
            tab="sets",
            found=found,
            source=source,
            choices=choices,
            address=request.url.path,
            query=request.url.query,
        )

    async def plain_handout(self, request: Request) -> Response:
        choices = read_choices(request.query_params)
        return self._show("handout.html", tab="handout", choices=choices, query=request.url.query)

    async def preview(self, request: Request) -> Response:
        source = self._list(request) if "name" in request.path_params else None
        choices, longest = read_choices(request.query_params), "longest" in request.query_params
        picture: bytes = await self._quick(first_page, self._content_file, source, choices, longest)
        if not picture:
            raise HTTPException(404, "There is no page to show.")
        return Response(picture, media_type="image/png")

    async def print_list(self, request: Request) -> Response:
        source = self._list(request) if "name" in request.path_params else None
        form = await read_form(request)
        return RedirectResponse(f"/jobs/{self._workshop.start(source, read_choices(form))}", 303)

    async def job(self, request: Request) -> Response:
        return self._show("job.html", tab="", job=self._job(request), address=request.url.path)

    async def job_state(self, request: Request) -> Response:
        job = self._job(request)
        return JSONResponse({"state": job.state, "done": job.done, "total": job.total})

    async def cancel(self, request: Request) -> Response:
        self._job(request).cancel()
        return RedirectResponse(f"/jobs/{request.path_params['job']}", 303)

    async def download(self, request: Request) -> Response:
        job, file = self._job(request), request.path_params["file"]
        if file == "all.zip" and job.files:
            return _attachment(
                "mims-account.zip", await asyncio.to_thread(_zipped, job.files), "application/zip"
            )
        if file not in job.files:
            raise HTTPException(404, "There is no such file.")
        return _attachment(file, job.files[file], "application/pdf")

    async def starter_list(self, request: Request) -> Response:
        ending = f".{request.path_params['ending']}"
        if ending not in {".csv", ".xlsx"}:
            raise HTTPException(404, "A class list ends in .csv or .xlsx.")
        data = await asyncio.to_thread(roster_template, ending)
        return _attachment(f"class-list{ending}", data, "application/octet-stream")

    async def static(self, request: Request) -> Response:
        file = request.path_params["file"]
        faces = {f"{face.name.lower()}.ttf": face for face in (Face.REGULAR, Face.BOLD, Face.TYPED)}
        if file in faces:
            return FileResponse(faces[file].path, media_type="font/ttf")
        if file in {"style.css", "page.js", "icon.svg"}:
            return FileResponse(FILES / file)
        raise HTTPException(404, "There is no such file.")

    async def refuse(self, _request: Request, error: Exception) -> Response:
        """What went wrong, in plain words; nothing of a list."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        words = (
            error.detail
            if isinstance(error, HTTPException)
            else "This is a fault in handout. Please try again."
        )
        return HTMLResponse(self._render("message.html", tab="", words=words), status)

    def _show(self, template: str, **values: Any) -> HTMLResponse:
        return HTMLResponse(self._render(template, **values))

    def _render(self, template: str, **values: Any) -> str:
        return self._templates.get_template(template).render(**values)

    def _list(self, request: Request) -> ClassList:
        found = self._lists.get(request.path_params["name"])
        if found is None:
            raise HTTPException(404, "This list is no longer kept. Please choose it again.")
        return found

    def _job(self, request: Request) -> PrintJob:
        found = self._workshop.jobs.get(request.path_params["job"])
        if found is None:
            raise HTTPException(404, "These files are no longer kept. Please make them again.")
        return found

    async def _quick(self, work: Callable[..., Result], *arguments: object) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work, *arguments)


def create_app(content_file: Path, hosts: tuple[str, ...], token: str, cookie: str = "handout") -> Starlette:
    """The application, for `hosts` (as in the Host header) and those who have the token."""
    page = Page(content_file)
    return Starlette(
        routes=page.routes,
        lifespan=page.lifespan,
        middleware=[Middleware(Guard, hosts=hosts, token=token, cookie=cookie)],
        exception_handlers={HTTPException: page.refuse, Exception: page.refuse},
    )


def _attachment(name: str, data: bytes, media_type: str) -> Response:
    plain = "".join(letter if letter.isascii() and letter not in '"\\' else "_" for letter in name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    return Response(data, media_type=media_type, headers={"Content-Disposition": disposition})


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:  # PDFs are deflated inside already
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()
