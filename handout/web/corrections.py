"""What the office says of a list: which column is which, what a cell should say, which line stays blank."""

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from handout.model import NO_ANSWERS, Derive
from handout.web.answers import NEW_HEADING, lasting, read_answers, read_edits, read_settled
from handout.web.forms import read_form
from handout.web.site import Site, file_response
from handout.web.work import corrected_list

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class CorrectionPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self.routes = [
            Route("/lists/{name}/columns", self.columns, methods=["POST"]),
            Route("/lists/{name}/cells", self.cells, methods=["POST"]),
            Route("/lists/{name}/undo", self.undo, methods=["POST"]),
            Route("/lists/{name}/corrected.xlsx", self.corrected),
        ]

    async def columns(self, request: Request) -> Response:
        opened = self._site.list_of(request)
        form = await read_form(request)
        roster = await self._site.reading(opened)
        if "afresh" in form:
            self._site.headings.forget(roster.surveys)
            opened.recalled = False
            opened.change(replace(opened.source, answers=NO_ANSWERS))
            return RedirectResponse(f"/lists/{request.path_params['name']}", 303)
        before = opened.source.answers
        answers = read_answers(form, roster, before)
        if not answers.worksheets and any(question.kind == "worksheets" for question in roster.questions):
            return RedirectResponse(f"/lists/{request.path_params['name']}?unanswered=1", 303)
        derive: Any = form.get("derive")
        derive = derive if derive in get_args(Derive) else opened.source.derive
        opened.recalled = False
        opened.change(replace(opened.source, answers=answers, derive=derive))
        self._site.headings.remember(roster.surveys, lasting(answers, before, roster))
        return RedirectResponse(f"/lists/{request.path_params['name']}", 303)

    async def cells(self, request: Request) -> Response:
        opened = self._site.list_of(request)
        form = await read_form(request)
        roster = await self._site.reading(opened)
        edits = read_edits(form, roster, opened)
        # A list that gets its first username here still has the others worked out from the names.
        derive = "always" if NEW_HEADING in edits.values() else opened.source.derive
        source = replace(
            opened.source,
            edits={**opened.source.edits, **edits},
            derive=derive,
            skip_hidden=opened.source.skip_hidden or "skip_hidden" in form,
        )
        opened.correct(source, opened.settled | read_settled(form, roster))
        return _back(request, form)

    async def undo(self, request: Request) -> Response:
        self._site.list_of(request).undo()
        return _back(request, await read_form(request))

    async def corrected(self, request: Request) -> Response:
        opened = self._site.list_of(request)
        data = await self._site.ask(corrected_list, opened.source)
        return file_response(f"{Path(opened.source.name).stem}-corrected.xlsx", data, EXCEL)


def _back(request: Request, form: FormData) -> Response:
    """To the list, with the choice that was made before."""
    back = str(form.get("back", ""))
    return RedirectResponse(f"/lists/{request.path_params['name']}{'?' if back else ''}{back}", 303)
