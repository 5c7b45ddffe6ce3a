"""What a draft says on the paper itself: that pictures still wait for their words, and which."""

from dataclasses import replace

from handout.model import Content, Guide, Run
from handout.theme import Theme

WORDS_TO_COME = "The words for this picture are still to be written."


def as_draft(content: Content, theme: Theme) -> Content:
    """The content with a foot that says how many pictures wait, in place of its source; as it is where none does.

    Where the words of the pictures are printed, those that are waiting say so beneath their caption.
    """
    guides = content.guides.pictures
    count = sum(not guide.alt for guide in guides)
    if not count:
        return content
    waiting = "1 picture still waits" if count == 1 else f"{count} pictures still wait"
    settings = content.settings._replace(source=f"Draft: {waiting} for words")
    if theme.pictures_in_words:
        guides = tuple(guide if guide.alt else _waiting(guide) for guide in guides)
    return replace(content, settings=settings, guides=content.guides._replace(pictures=guides))


def _waiting(guide: Guide) -> Guide:
    return guide._replace(caption=(*guide.caption, Run("\n"), Run(WORDS_TO_COME, italic=True)))
