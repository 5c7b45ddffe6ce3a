"""The guides' pictures, ready for print at the size the pages have room for."""

from collections.abc import Sequence

from handout.errors import ContentError, Flaw, FlawError, Place, Problem
from handout.model import Content, Look, placed_texts, without_its_guides
from handout.pages import BESIDE_FROM, guide_box, guide_widths, most_on_a_page
from handout.pictures import LEAST_DPI, Finish, Picture, PictureSource


def finish_of(content: Content, look: Look) -> Finish:
    """How the guides' pictures are to be printed."""
    width, height = guide_box(content, look.theme, look.per_page)
    return Finish(width, height, look.spares_toner, look.grey)


def load_pictures(content: Content, look: Look, source: PictureSource) -> list[Picture]:
    """The guides' pictures, ready for print, as large as they are printed. Raises ContentError where one cannot be, with all that is wrong with any."""
    guides = content.guides
    if not guides.pictures:
        return []
    found = source.pictures([guide.image for guide in guides.pictures], finish_of(content, look))
    if any(isinstance(picture, FlawError) for picture in found):
        raise ContentError(_problems(content, found))
    pictures = [picture for picture in found if isinstance(picture, Picture)]
    widths = guide_widths(content, pictures, look.theme, look.per_page)
    return [picture.printed(width) for picture, width in zip(pictures, widths, strict=True)]


def soft_pictures(content: Content, pictures: Sequence[Picture]) -> list[Problem]:
    """Those with too few dots at their printed size."""
    return _problems(content, pictures)


def unused_choice(content: Content, pictures: Sequence[Picture], look: Look) -> list[Problem]:
    """A note where more pictures to a page change nothing: the option would seem to have failed."""
    if not pictures or look.per_page <= BESIDE_FROM:
        return []
    if most_on_a_page(content, pictures, look.theme, look.per_page) > BESIDE_FROM:
        return []
    what = f"{look.per_page} pictures to a page would save no page, so they are set as with {BESIDE_FROM}."
    return [Problem(Place(content.path.name), Flaw(what))]


def missed_guides(content: Content) -> list[Problem]:
    """A note for each text of a page alone that points to the guides."""
    found = (
        (("text", place, *inner), without_its_guides(words))
        for place, passage in enumerate(content.sheet_text)
        for inner, words in placed_texts(passage)
    )
    return [
        Problem(Place(content.path.name, line=content.line(*location)), flaw)
        for location, flaw in found
        if flaw
    ]


def _problems(content: Content, pictures: Sequence[Picture | FlawError]) -> list[Problem]:
    return [
        Problem(Place(content.path.name, line=guide.line), flaw)
        for guide, picture in zip(content.guides.pictures, pictures, strict=bool(pictures))
        for flaw in (
            picture.flaws if isinstance(picture, FlawError) else _softness(guide.image.name, picture)
        )
    ]


def _softness(name: str, picture: Picture) -> list[Flaw]:
    if picture.dpi >= LEAST_DPI:
        return []
    what = f'"{name}" has only {picture.dpi:.0f} dots per inch at its printed size and will look soft.'
    return [Flaw(what, f"Use a larger picture: at least {LEAST_DPI} dots per inch.")]
