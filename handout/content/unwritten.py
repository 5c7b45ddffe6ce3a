"""What a content.yaml still waits for."""

from collections.abc import Iterator
from contextlib import contextmanager

from handout.errors import ContentError, Flaw, Place, Problem
from handout.model import Content


def unwritten_alts(content: Content) -> list[Problem]:
    """Every picture without an alt text, with its line."""
    return [
        Problem(
            Place(str(content.path), line=guide.line),
            Flaw(
                f'"{guide.image.name}" has no alt text yet: somebody who cannot see it learns nothing from it.',
                "Write after alt: what the picture shows.",
            ),
        )
        for guide in content.guides.pictures
        if not guide.alt
    ]


@contextmanager
def with_unwritten_alts(content: Content) -> Iterator[None]:
    """Raise what is wrong with the content together with the alt texts that are still missing."""
    try:
        yield
    except ContentError as error:
        raise ContentError([*error.problems, *unwritten_alts(content)]) from None
