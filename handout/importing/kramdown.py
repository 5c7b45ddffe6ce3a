"""What kramdown, the Markdown of Isomer's websites, has beyond CommonMark, written as CommonMark; each line stays where it was."""

import re

_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")  # behind a link or a paragraph: {:target="_blank"}
# Where the website has a table of contents.
_CONTENTS = re.compile(r"(?m)^ {0,3}(?:[*+-]|1\.) .*(?=\n\{:toc)")
_NAME = re.compile(r"(?m)(?<=\S)[ \t]+\{#[\w-]+\}[ \t]*$")  # of a heading
_ABBREVIATION = re.compile(r"(?m)^ {0,3}\*\[[^\]\n]+\]:.*$")  # what a word means, under the mouse
_WORD = r"(?:[^()<>\s\"']|\([^()\n]*\))+"
_SPACED_ADDRESS = re.compile(rf"(?<=\]\()({_WORD}(?: +{_WORD})+)(?= *\)| +[\"'])")
# An element in which Markdown is read, as it is between elements.
_WITH_MARKDOWN = re.compile(r"(?m)^ {0,3}<\w+\b[^<>\n]*\bmarkdown=[\"']?(?:1|block|span)\b[^<>\n]*>")
_FOOTNOTE = re.compile(r"(?m)^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$")
_FURTHER = re.compile(r"(?m)^ {0,3}\[\^[^\]\s]+\]:.*(?:\n(?:[ \t]*$|(?: {4}|\t).*))*")  # lines of a footnote
_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_MEANING = re.compile(
    r" {0,3}:[ \t]+(\S.*)"
)  # below the word that it explains, or below another of its meanings
FARTHEST = 3  # lines from a word to its meaning: one may be blank
_BREAK = "  "  # behind a line: the next one begins on a line of its own


def without_kramdown(markdown: str) -> str:
    for pattern in (_CONTENTS, _ATTRIBUTES, _NAME, _ABBREVIATION, _WITH_MARKDOWN):
        markdown = pattern.sub("", markdown)
    return _definition_lists(_footnotes(_SPACED_ADDRESS.sub(r"<\1>", markdown)))


def _footnotes(markdown: str) -> str:
    """A footnote is a paragraph that begins with its number, "[1]"; they are counted as they are first named."""
    notes = [found[1] for found in _FOOTNOTE.finditer(markdown)]
    if not notes:
        return markdown
    markdown = _FURTHER.sub(lambda found: re.sub(r"(?m)^(?: {4}|\t)", "", found[0]), markdown)
    named = [name for name in _REFERENCE.findall(_FOOTNOTE.sub("", markdown)) if name in notes]
    numbers = {name: number for number, name in enumerate(dict.fromkeys([*named, *notes]), 1)}

    def numbered(found: re.Match[str]) -> str:
        return f"\\[{numbers[found[1]]}\\]" if found[1] in numbers else found[0]

    return _REFERENCE.sub(numbered, _FOOTNOTE.sub(rf"[^\1] \2{_BREAK}", markdown))


def _definition_lists(markdown: str) -> str:
    """A word and its meanings: the word is bold, each meaning below it on a line or in a paragraph of its own."""
    lines = markdown.split("\n")
    above = -FARTHEST  # where the last line with words is
    is_meaning = False
    for place, line in enumerate(lines):
        found = _MEANING.fullmatch(line)
        is_one = found is not None and 0 < place - above < FARTHEST
        if found and is_one:
            word = lines[above].strip()
            is_bold = is_meaning or "*" in word
            lines[above] = (word if is_bold else f"**{word}**") + _BREAK * (place - above == 1)
            lines[place] = found[1]
        if line.strip():
            above, is_meaning = place, is_one
    return "\n".join(lines)
