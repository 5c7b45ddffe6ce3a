"""The work behind the school's page: check a version of the handout, draw a page of it, make one from the school's web page."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from zlib import crc32

from handout import load_content
from handout.content import edit_content, read_texts, unwritten_alts, with_unwritten_alts
from handout.errors import ContentError, HandoutError
from handout.model import NOBODY, PLAIN, spare_students
from handout.pictures import unprintable
from handout.printing import Press, picture_of_pdf
from handout.typesetting import missing_characters
from handout.web.school import School, Version, laid_out, new_name, saved_version
from handout.web.work import PREVIEW_DPI

if TYPE_CHECKING:
    from handout.importing import Given

LOOK_DPI = 40  # enough to see that a letter changed
EVERY_READER = (NOBODY, *spare_students("Primary 1", 1), *spare_students("Primary 6", 1))


def check_version(school: School, version: Version) -> Iterator[tuple[str, ...]]:
    """What is worth a look in a version that can be printed. Raises HandoutError where it cannot."""
    with laid_out(school, version) as laid:
        content = load_content(laid.content_file)
        with with_unwritten_alts(content):
            press = Press(content, EVERY_READER, PLAIN, source=school.pictures)
            press.handout()
        if unwritten := unwritten_alts(content):
            raise ContentError(unwritten)
        yield tuple(map(str, (*content.notes, *press.warnings)))


def draw_version(school: School, version: Version, page: int) -> Iterator[bytes]:
    """A page of a version as a PNG, counted from 1."""
    with laid_out(school, version) as laid:
        press = Press(load_content(laid.content_file), [NOBODY], PLAIN, source=school.pictures)
        yield picture_of_pdf(press.handout(), PREVIEW_DPI, min(page, press.handout_pages) - 1)


def looks_of_pages(school: School, version: Version) -> Iterator[tuple[int, ...]]:
    """A number for each page of a version: it changes when the page does."""
    with laid_out(school, version) as laid:
        press = Press(load_content(laid.content_file), [NOBODY], PLAIN, source=school.pictures)
        pdf = press.handout()
        yield tuple(crc32(picture_of_pdf(pdf, LOOK_DPI, page)) for page in range(press.handout_pages))


def import_page(
    school: School, page: str, files: Mapping[str, bytes]
) -> Iterator[tuple[Version, tuple[str, ...]]]:
    """A version made from the school's web page and its pictures, and what was left out."""
    from handout.importing import import_page  # noqa: PLC0415 - seldom asked for

    found = import_page(page, files, missing_characters, unprintable, given=_given(school))
    paths = {f"images/{name}": f"images/{new_name(name, data)}" for name, data in found.images.items()}
    renamed = {
        location: paths[text]
        for location, text in read_texts(found.content).items()
        if location[-1] == "image" and text in paths
    }
    pictures = {paths[f"images/{name}"]: data for name, data in found.images.items()}
    yield Version(edit_content(found.content, renamed), pictures), tuple(map(str, found.remarks))


def _given(school: School) -> "Given":
    """The school's handout, whose panel and settings stay; where it cannot be read, the starter's will do."""
    from handout.importing import Given, given_by  # noqa: PLC0415 - seldom asked for

    try:
        load_content(school.content_file)
        return given_by(saved_version(school).source)
    except (HandoutError, OSError, ValueError):
        return Given()
