"""Whether a file can be printed as a picture, before it is in any folder."""

# ruff: noqa: PLC0415 - Pillow is loaded only where a picture is looked at

from pathlib import Path, PurePosixPath

from handout.errors import Flaw, FlawError

SIZE = 100  # pixels: enough to see that the file can be read to its end


def unprintable(name: str, data: bytes) -> Flaw | None:
    """Why these bytes, under this name, cannot be printed; None where they can."""
    import warnings
    from tempfile import TemporaryDirectory

    from handout.pictures.decode import decode
    from handout.pictures.refusals import LEAST_PIXELS, too_small

    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a library's own line means nothing to the reader
        path = Path(folder) / (PurePosixPath(name).name or "picture")
        path.write_bytes(data)
        try:
            _, size = decode(path, SIZE, SIZE)
            if min(size) < LEAST_PIXELS:
                raise too_small(path.name, *size)
        except FlawError as error:
            return error.flaws[0]
    return None
