"""The page of the plain handout, which needs no class list."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from handout.web.choices import query_of, read_choices
from handout.web.forms import read_form
from handout.web.site import Site
from handout.web.work import preview, print_handout
from handout.web.workshop import PrintJob


class HandoutPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self.routes = [
            Route("/handout", self.handout),
            Route("/handout/summary", self.summary),
            Route("/handout/preview.png", self.picture),
            Route("/handout/jobs", self.print, methods=["POST"]),
        ]

    async def handout(self, request: Request) -> Response:
        choices = read_choices(request.query_params)
        return self._site.show("handout.html", tab="handout", choices=choices, query=request.url.query)

    async def summary(self, request: Request) -> Response:
        """The part of the page that follows the ticks."""
        return self._site.show("_handout_figure.html", query=request.url.query)

    async def picture(self, request: Request) -> Response:
        choices = read_choices(request.query_params)
        picture = await self._site.ask(preview, self._site.school, None, choices)
        return Response(picture, media_type="image/png")

    async def print(self, request: Request) -> Response:
        form = await read_form(request)
        look = read_choices(form).look
        back = f"/handout?{query_of(form)}"
        job = self._site.workshop.start(PrintJob(back), print_handout, self._site.school, look)
        return RedirectResponse(f"/jobs/{job}", 303)
