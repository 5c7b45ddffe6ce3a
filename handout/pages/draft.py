"""What a draft says on the paper itself: that pictures still wait for their words, and which."""

from dataclasses import replace

from handout.model import Content, Guide, Run
from handout.theme import Theme

WORDS_TO_COME = "The words for this picture are still to be written."


def draft_notice(content: Content) -> str:
    """The notice at the foot of each page of a draft; empty where every picture has its words."""
    count = sum(not guide.alt for guide in content.guides.pictures)
    waiting = "1 picture still waits" if count == 1 else f"{count} pictures still wait"
    return f"Draft, not to be handed out: {waiting} for words" if count else ""


def with_words_to_come(content: Content, theme: Theme) -> Content:
    """The content where pictures that wait for their words say so beneath their caption, if such words are printed."""
    if not theme.pictures_in_words:
        return content
    pictures = tuple(guide if guide.alt else _waiting(guide) for guide in content.guides.pictures)
    return replace(content, guides=content.guides._replace(pictures=pictures))


def _waiting(guide: Guide) -> Guide:
    return guide._replace(caption=(*guide.caption, Run("\n"), Run(WORDS_TO_COME, italic=True)))
