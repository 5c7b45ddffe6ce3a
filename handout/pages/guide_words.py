"""The words of a guide: what to do, then what there is to know of it in lines of their own; points throughout."""

from collections.abc import Sequence
from typing import NamedTuple

from handout.model import Guide, Run, Text, forced_lines, on_one_line
from handout.theme import AFTER_ACTION, BETWEEN_DETAILS, WIDE_COLUMN, Theme, TypeStyle, points
from handout.typesetting import Line, missing_characters, set_text, with_space


class Words(NamedTuple):
    """Lines of one style, and how far below the top of the guide they begin."""

    lines: tuple[Line, ...]
    style: TypeStyle
    down: float

    @property
    def foot(self) -> float:
        return self.down + len(self.lines) * self.style.leading


def says_picture_in_words(guide: Guide, theme: Theme) -> bool:
    """Whether the words of the picture are printed in place of its caption."""
    return theme.pictures_in_words and bool(guide.alt) and not missing_characters(on_one_line(guide.alt))


def words_of(guide: Guide, theme: Theme) -> Text:
    """What is printed beside a picture."""
    return guide.alt if says_picture_in_words(guide, theme) else guide.caption


def action_style(theme: Theme, measure: float) -> TypeStyle:
    """The type of what to do: larger where there is the width."""
    return theme.wide_caption if measure >= points(WIDE_COLUMN) else theme.caption


def set_words(text: Text, theme: Theme, measure: float, down: float, *, shared: bool) -> tuple[Words, ...]:
    """Set the first line of a text as what to do, and what is on its further lines below it.

    `shared`: these further sentences share lines, where height is dear.
    """
    action, *details = forced_lines(text)
    if shared and details:
        details = [_run_on(details)]
    found = [_set(action, action_style(theme, measure), measure, down)]
    for place, words in enumerate(details):
        gap = points(BETWEEN_DETAILS if place else AFTER_ACTION)
        found[-1] = _ending_with_space(found[-1])
        found.append(_set(words, theme.caption, measure, found[-1].foot + gap))
    return tuple(found)


def _run_on(lines: Sequence[Text]) -> Text:
    first, *further = lines
    return (*first, *(run for line in further for run in (Run(" "), *line)))


def _set(text: Text, style: TypeStyle, measure: float, down: float) -> Words:
    return Words(set_text(text, style, measure, balanced=True), style, down)


def _ending_with_space(words: Words) -> Words:
    """A space, so that no reader joins the last word to the first of the next line."""
    *others, last = words.lines
    return words._replace(lines=(*others, with_space(last)))
