"""What kramdown, the Markdown of Isomer's websites, has beyond CommonMark, written as CommonMark; each line stays where it was."""

import re

_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")  # behind a link or a paragraph: {:target="_blank"}
_FOOTNOTE = re.compile(r"(?m)^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$")
_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_MEANING = re.compile(
    r" {0,3}:[ \t]+(\S.*)"
)  # below the word that it explains, or below another of its meanings
_BREAK = "  "  # behind a line: the next one begins on a line of its own


def without_kramdown(markdown: str) -> str:
    return _definition_lists(_footnotes(_ATTRIBUTES.sub("", markdown)))


def _footnotes(markdown: str) -> str:
    """A footnote is a paragraph that begins with its number, "[1]"; they are counted as they are first named."""
    notes = [found[1] for found in _FOOTNOTE.finditer(markdown)]
    if not notes:
        return markdown
    named = [name for name in _REFERENCE.findall(_FOOTNOTE.sub("", markdown)) if name in notes]
    numbers = {name: number for number, name in enumerate(dict.fromkeys([*named, *notes]), 1)}

    def numbered(found: re.Match[str]) -> str:
        return f"\\[{numbers[found[1]]}\\]" if found[1] in numbers else found[0]

    return _REFERENCE.sub(numbered, _FOOTNOTE.sub(rf"[^\1] \2{_BREAK}", markdown))


def _definition_lists(markdown: str) -> str:
    """A word and its meanings: the word is bold, each meaning on a line of its own below it."""
    lines = markdown.split("\n")
    is_meaning = False
    for place in range(1, len(lines)):
        found, above = _MEANING.fullmatch(lines[place]), lines[place - 1].strip()
        if found and above:
            lines[place - 1] = f"{above if is_meaning or '*' in above else f'**{above}**'}{_BREAK}"
            lines[place] = found[1]
        is_meaning = bool(found and above)
    return "\n".join(lines)
