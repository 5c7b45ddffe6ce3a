"""Files that are the same for everybody: style, scripts, typefaces, the list to begin with."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from handout.typesetting import Face
from handout.web.site import FILES, Site, file_response
from handout.web.work import starter_list

MEDIA = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
FACES = {f"{face.name.lower()}.ttf": face for face in (Face.REGULAR, Face.BOLD, Face.TYPED)}


class StaticPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self.routes = [
            Route("/class-list.{ending}", self.starter),
            Route("/static/{file}", self.file),
            Route("/favicon.ico", self.icon),  # browsers ask for it where a page names none, as with a PDF
        ]

    async def starter(self, request: Request) -> Response:
        ending = f".{request.path_params['ending']}"
        if ending not in {".csv", ".xlsx"}:
            raise HTTPException(404, "A class list ends in .csv or .xlsx.")
        data = await self._site.ask(starter_list, ending)
        return file_response(f"class-list{ending}", data, "application/octet-stream")

    async def file(self, request: Request) -> Response:
        file = request.path_params["file"]
        if file in FACES:
            return Response(FACES[file].path.read_bytes(), media_type="font/ttf")
        known = {path.name: path for path in FILES.iterdir()}
        media = MEDIA.get(f".{file.rpartition('.')[2]}")
        if media is None or file not in known:
            raise HTTPException(404, "There is no such file.")
        return Response(known[file].read_bytes(), media_type=media)

    async def icon(self, _request: Request) -> Response:
        return Response((FILES / "icon.svg").read_bytes(), media_type=MEDIA[".svg"])
