"""The office's page: a class list in, PDFs out. The application alone: no socket, no process, no token."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from handout.errors import HandoutError
from handout.web.checks import CheckPages
from handout.web.corrections import CorrectionPages
from handout.web.handout import HandoutPages
from handout.web.jobs import JobPages
from handout.web.lists import ListPages
from handout.web.remembered import Remembered
from handout.web.runner import Interrupted, Runner
from handout.web.school import School
from handout.web.school_pages import SchoolPages
from handout.web.site import Site
from handout.web.static import StaticPages

REFUSED = (HTTPException, HandoutError, Interrupted, TimeoutError, Exception)


def create_app(
    school: School, runner: Runner, *middleware: Middleware, columns_file: Path | None = None
) -> Starlette:
    """The pages; `runner` does their work. Whoever serves them adds `middleware` that guards them.

    `columns_file` keeps which columns were chosen; without one they are forgotten.
    """
    site = Site(school, runner, Remembered(columns_file))
    pages = (
        ListPages(site),
        CorrectionPages(site),
        CheckPages(site),
        HandoutPages(site),
        JobPages(site),
        SchoolPages(site),
        StaticPages(site),
    )
    return Starlette(
        routes=[route for page in pages for route in page.routes],
        lifespan=site.lifespan,
        middleware=middleware,
        exception_handlers=dict.fromkeys(REFUSED, site.refuse),
    )
