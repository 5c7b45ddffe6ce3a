"""The guides' pictures, ready for print at the size the pages have room for."""

from handout.errors import ContentError, FlawError, Place, Problem
from handout.model import Content, Look
from handout.pages import guide_box
from handout.pictures import Finish, Picture, PictureSource


def load_pictures(content: Content, look: Look, source: PictureSource) -> list[Picture]:
    """The guides' pictures, ready for print; raises ContentError with every one that cannot be printed."""
    guides = content.guides
    if not guides.pictures:
        return []
    width, height = guide_box(content, look.theme, look.per_page)
    finish = Finish(width, height, look.saver, look.grey)
    found = source.pictures([guide.image for guide in guides.pictures], finish)
    problems = [
        Problem(Place(content.path.name, line=guide.line), flaw)
        for guide, picture in zip(guides.pictures, found, strict=True)
        if isinstance(picture, FlawError)
        for flaw in picture.flaws
    ]
    if problems:
        raise ContentError(problems)
    return [picture for picture in found if isinstance(picture, Picture)]
