"""What a browser sends: fields, and files that never touch the disk."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from handout.spreadsheets import MOST_BYTES

PATIENCE = 60  # seconds that an upload may take
MOST_BYTES_OF_SET = 60_000_000  # of a printed set and its list
FORM_ROOM = 100_000  # bytes of a field, and of all fields beside a file
MOST_FIELDS = 10_000


class InMemoryParser(MultiPartParser):
    """A form whose files never touch the disk."""

    spool_max_size = MOST_BYTES_OF_SET + FORM_ROOM


async def read_form(request: Request, most_files: int = 1, most_bytes: int = MOST_BYTES) -> FormData:
    """The form of a request, all in memory. Raises HTTPException in plain words."""
    too_large = HTTPException(413, f"This file is larger than {most_bytes // 1_000_000} MB.")
    if int(request.headers.get("content-length") or 0) > most_bytes + FORM_ROOM:
        raise too_large

    async def limited() -> AsyncIterator[bytes]:
        received = 0
        async for part in request.stream():
            received += len(part)
            if received > most_bytes + FORM_ROOM:
                raise too_large
            yield part

    try:
        async with asyncio.timeout(PATIENCE):
            sizes: Any = {"max_fields": MOST_FIELDS, "max_part_size": FORM_ROOM}
            stream: Any = limited()
            if request.headers.get("content-type", "").startswith("multipart/form-data"):
                return await InMemoryParser(request.headers, stream, max_files=most_files, **sizes).parse()
            return await FormParser(request.headers, stream, **sizes).parse()
    except TimeoutError:
        raise HTTPException(408, "The file came too slowly. Please try again.") from None
    except MultiPartException as error:
        if "Too many files" in error.message:
            raise HTTPException(400, "Choose one class list at a time.") from None
        raise HTTPException(400, "The file did not arrive whole. Please try again.") from None
    except (ClientDisconnect, ValueError):
        raise HTTPException(400, "The file did not arrive whole. Please try again.") from None
