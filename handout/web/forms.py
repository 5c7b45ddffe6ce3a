"""What a browser sends: ticks and numbers, and a file that never touches the disk."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, get_args

from starlette.datastructures import ImmutableMultiDict, QueryParams
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from handout.classlist import MOST_BYTES
from handout.model import Layout
from handout.web.work import Choices

PATIENCE = 60  # seconds that an upload may take
FORM_ROOM = 100_000  # bytes of a form beside its file
MOST_SPARES = 100
LAYOUTS = get_args(Layout)


class InMemoryParser(MultiPartParser):
    """A form whose file never touches the disk."""

    spool_max_size = MOST_BYTES + FORM_ROOM


def read_choices(values: QueryParams | ImmutableMultiDict[str, Any]) -> Choices:
    """The ticks and numbers of the form; on the first visit nothing is sent and all is as it usually is."""
    if "chosen" not in values:
        return Choices()
    layout: Any = values.get("layout", "pack")
    spares = str(values.get("spares", "0"))
    guides = str(values.get("guides", "3"))
    return Choices(
        layout=layout if layout in LAYOUTS else "pack",
        classes=tuple(map(str, values.getlist("class"))),
        children=tuple(int(place) for place in values.getlist("child") if str(place).isdecimal()),
        spares=min(int(spares), MOST_SPARES) if spares.isdecimal() else 0,
        checklist="checklist" in values,
        saver="saver" in values,
        grey="grey" in values,
        derive="derive" in values,
        skip_bad="skip_bad" in values,
        guides_per_page=int(guides) if guides in {"1", "2", "3", "4"} else 3,
        large="large" in values,
    )


async def read_form(request: Request) -> ImmutableMultiDict[str, Any]:
    """The form of a request, all in memory. Raises HTTPException in plain words."""
    too_large = HTTPException(413, f"This file is larger than {MOST_BYTES // 1_000_000} MB.")
    if int(request.headers.get("content-length") or 0) > MOST_BYTES + FORM_ROOM:
        raise too_large

    async def limited() -> AsyncIterator[bytes]:
        received = 0
        async for part in request.stream():
            received += len(part)
            if received > MOST_BYTES + FORM_ROOM:
                raise too_large
            yield part

    try:
        async with asyncio.timeout(PATIENCE):
            if request.headers.get("content-type", "").startswith("multipart/form-data"):
                stream: Any = limited()
                return await InMemoryParser(
                    request.headers, stream, max_files=1, max_part_size=FORM_ROOM
                ).parse()
            return await request.form()
    except TimeoutError:
        raise HTTPException(408, "The file came too slowly. Please try again.") from None
    except (MultiPartException, ClientDisconnect, ValueError):
        raise HTTPException(400, "The file did not arrive whole. Please try again.") from None
