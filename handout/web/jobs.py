"""Pages of print jobs: their progress, and the files to print or to keep."""

import io
import zipfile
from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from handout.web.site import ATTACHMENT, INLINE, Site, file_response
from handout.web.work import NOTHING, Printed
from handout.web.workshop import CheckJob, Job, PrintJob

ZIP = "mims-account.zip"


class JobPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self.routes = [
            Route("/jobs/{job}", self.job),
            Route("/jobs/{job}/state", self.state),
            Route("/jobs/{job}/cancel", self.cancel, methods=["POST"]),
            Route(f"/jobs/{{job}}/{ZIP}", self.zip),
            Route("/jobs/{job}/keep/{file}", self.keep),
            Route("/jobs/{job}/open/{file}", self.open),
        ]

    async def job(self, request: Request) -> Response:
        job = self._site.job_of(request)
        template = "check_job.html" if isinstance(job, CheckJob) else "job.html"
        prints = [file for file in _files(job).values() if not file.is_list]
        return self._site.show(
            template,
            tab=_tab(job),
            job=job,
            words=self._words(job),
            address=request.url.path,
            total=sum((file.count for file in prints), NOTHING),
        )

    async def state(self, request: Request) -> Response:
        job = self._site.job_of(request)
        return JSONResponse(
            {"state": job.state, "done": job.done, "total": job.total, "words": self._words(job)}
        )

    def _words(self, job: Job) -> str:
        """How far a job is."""
        if job.state != "waiting":
            return job.words
        before = self._site.workshop.before(job)
        return f"Waiting: {before} before yours" if before else "Waiting"

    async def cancel(self, request: Request) -> Response:
        self._site.job_of(request).cancel()
        return RedirectResponse(f"/jobs/{request.path_params['job']}", 303)

    async def zip(self, request: Request) -> Response:
        return file_response(ZIP, _zipped(_files(self._site.job_of(request))), "application/zip")

    async def keep(self, request: Request) -> Response:
        return self._pdf(request, ATTACHMENT)

    async def open(self, request: Request) -> Response:
        return self._pdf(request, INLINE)

    def _pdf(self, request: Request, disposition: str) -> Response:
        file = _files(self._site.job_of(request)).get(request.path_params["file"])
        if file is None:
            raise HTTPException(404, "There is no such file.")
        return file_response(file.name, file.data, "application/pdf", disposition)


def _tab(job: Job) -> str:
    """Where in the navigation it was started."""
    if isinstance(job, CheckJob):
        return "check"
    return "sets" if isinstance(job, PrintJob) and job.of_list else "handout"


def _files(job: Job) -> Mapping[str, Printed]:
    return job.files if isinstance(job, PrintJob) else {}


def _zipped(files: Mapping[str, Printed]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:  # PDFs are deflated inside already
        for file in files.values():
            archive.writestr(zipfile.ZipInfo(file.name), file.data)
    return out.getvalue()
