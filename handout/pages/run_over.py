"""A text that runs on to a further page by a few lines: worth a note, because every copy takes one more page."""

from collections.abc import Sequence
from math import ceil

from handout.errors import Flaw, Place, Problem
from handout.model import Content, Passage, placed_texts, plain
from handout.pages.pagination import Placed
from handout.theme import FEW_LINES, Theme

QUOTED_WORDS = 6  # of a text, by which its author finds it


def run_over(
    pages: Sequence[Sequence[Placed]], text: Sequence[Passage], content: Content, theme: Theme
) -> Problem | None:
    """How many lines are too many, and which text to shorten; None where the last page of the text is worth it."""
    last = pages[-1][-1]
    lines = ceil((last.down + last.block.height) / theme.body.leading)
    texts = [
        (("text", place, *inner), plain(words))
        for place, passage in enumerate(text)
        for inner, words in placed_texts(passage)
    ]
    longest = max(texts, key=lambda found: len(found[1]), default=None)
    if len(pages) == 1 or lines > FEW_LINES or longest is None:
        return None
    location, words = longest
    amount = "1 line" if lines == 1 else f"{lines} lines"
    begins = " ".join(words.split()[:QUOTED_WORDS])
    flaw = Flaw(
        f"The text is {amount} too long for page {len(pages) - 1}, and every copy takes a page more for them.",
        f'Shorten it by {amount}, for example what begins with "{begins}".',
    )
    return Problem(Place(content.path.name, line=content.line(*location)), flaw)
