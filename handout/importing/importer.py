"""The ways into the import: a page on disk, or a page and its pictures in memory."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from handout.errors import ContentError, Flaw, Place, Problem
from handout.importing.document import Imported, imported
from handout.importing.files import SITE_CONFIG, among, on_disk, site_of
from handout.importing.given import Given
from handout.importing.pictures import Unprintable
from handout.importing.reading import Reading
from handout.importing.source import read_source

_CHOOSE_IT = "Choose its file together with the page, and import again."
_PUT_IT_THERE = "Put it into the folder that you name with --images, and import again."


def import_page(
    page: str,
    files: Mapping[str, bytes],
    lacking: Callable[[str], str],
    unprintable: Unprintable,
    *,
    given: Given,
) -> Imported:
    """Import the page of that name from memory; the other files are its pictures, each by its name or path.

    `lacking` returns the letters of a text that no typeface has; `unprintable` says why a picture cannot be
    printed. Raises ContentError.
    """
    others = {name: data for name, data in files.items() if name != page}
    site = next((data for name, data in others.items() if PurePosixPath(name).name == SITE_CONFIG), None)
    source = read_source(PurePosixPath(page).name, files[page])
    return imported(
        source, site, given, among(others), unprintable, Reading(source.name, lacking, _CHOOSE_IT)
    )


def import_file(
    page: Path,
    images: Path | None,
    lacking: Callable[[str], str],
    unprintable: Unprintable,
    *,
    given: Given,
) -> Imported:
    """Import a page from its file, with pictures from `images`, from beside it, or from its site's folder.

    Raises ContentError.
    """
    try:
        data = page.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a name a file can have"
        flaw = Flaw(f"It could not be read: {reason}.", "Give the page's file, which ends in .md or .html.")
        raise ContentError(Problem(Place(str(page)), flaw)) from None
    source = read_source(page.name, data)
    reading = Reading(source.name, lacking, _PUT_IT_THERE)
    return imported(source, site_of(page), given, on_disk(page, images), unprintable, reading)
