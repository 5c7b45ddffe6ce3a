"""The nouns: what the handout says, who the children are, how pages are printed. They read and draw nothing."""

from handout.model.content import (
    READERS,
    Bullets,
    Content,
    Guide,
    Guides,
    Heading,
    Labels,
    Numbered,
    Panel,
    Paragraph,
    Passage,
    Reader,
    Settings,
)
from handout.model.look import PLAIN, Layout, Look
from handout.model.student import NOBODY, Roster, Student, spare_sheets
from handout.model.text import Run, Text, plain
from handout.model.titles import bookmark_words, checklist_title, part_title, whole_title

__all__ = [
    "NOBODY",
    "PLAIN",
    "READERS",
    "Bullets",
    "Content",
    "Guide",
    "Guides",
    "Heading",
    "Labels",
    "Layout",
    "Look",
    "Numbered",
    "Panel",
    "Paragraph",
    "Passage",
    "Reader",
    "Roster",
    "Run",
    "Settings",
    "Student",
    "Text",
    "bookmark_words",
    "checklist_title",
    "part_title",
    "plain",
    "spare_sheets",
    "whole_title",
]
