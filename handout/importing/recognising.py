"""Settings found on the page itself, and texts linked to the settings they repeat exactly."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from handout.content import is_web_address, write_markup
from handout.importing.reading import Piece, Reading
from handout.importing.runs import as_words, mapped
from handout.importing.source import Source
from handout.importing.tree import Tree
from handout.model import Bullets, Heading, Nested, Numbered, Paragraph, Run, Table, Text

_HANDBOOK = re.compile(
    r"(handbook,?\s*[(\[]?\s*(?:on\s+)?(?:pg|page|p)\.?\s*)([1-9]\d{0,3})(?!\d)", re.IGNORECASE
)
_PAGE_OF = re.compile(
    r"((?:pg|page|p)\.?\s*)([1-9]\d{0,3})(?=\s+(?:of|in)\s+(?:\w+\s+){1,3}handbook)", re.IGNORECASE
)
# A username as an example has it: mary_tan@, full_name@; an office's address is none.
_USERNAME = re.compile(r"\b(?=\w*(?:_|name))\w+@((?:[a-z0-9-]+\.)+[a-z]{2,})", re.IGNORECASE)
_PORTAL = re.compile(r"https://mims\.[^\s\"<>]*[\w/]", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
LONGEST_ADDRESS = 200
LONGEST_NAME = 80  # characters: the foot of a page has room for the school and the page of its website
_BRACES = re.compile(r"[{}]")  # a setting cannot name another one
_WORTH_A_LOOK = ("domain", "portal")  # every username and the QR code depend on them
_EXPECTED = {"school": "the school", "handbook_page": "the page of the Student Handbook"}
# Settings in texts are written with letters that no page has, until the marks of the texts are written.
_SLOTS = {"handbook_page": "\ue000", "domain": "\ue001", "portal": "\ue002", "school": "\ue003"}


@dataclass(frozen=True, slots=True)
class Binding:
    """The settings of the handout, as texts repeat them."""

    settings: Mapping[str, str]

    def markup(self, text: Text) -> str:
        """A text with its marks; words that repeat a setting exactly become its name."""
        source = write_markup(tuple(self._bound(run) for run in text))
        for name, slot in _SLOTS.items():
            source = source.replace(slot, f"{{{name}}}")
        return source

    def _bound(self, run: Run) -> Run:
        (bound,) = mapped((run,), self._bind)
        return Run(bound.text, run.bold, run.italic, run.underline, run.typed, self._bind_portal(run.link))

    def _bind(self, words: str) -> str:
        page = self.settings["handbook_page"]
        for pattern in (_HANDBOOK, _PAGE_OF):
            words = pattern.sub(
                lambda found: found[1] + (_SLOTS["handbook_page"] if found[2] == page else found[2]), words
            )
        domain, school = re.escape(self.settings["domain"]), re.escape(self.settings["school"])
        words = re.sub(rf"(?<=@){domain}(?![\w-]|\.\w)", _SLOTS["domain"], words)
        words = re.sub(rf"(?<!\w){school}(?!\w)", _SLOTS["school"], words)
        return self._bind_portal(words)

    def _bind_portal(self, words: str) -> str:
        return re.sub(rf"{re.escape(self.settings['portal'])}(?![\w/?#=&%~-]|\.\w)", _SLOTS["portal"], words)


def recognised(source: Source, tree: Tree, site: bytes | None, pieces: Sequence[Piece]) -> dict[str, str]:
    """The settings found on the page, none of them guessed."""
    texts = [text for piece in pieces for text in texts_of(piece)]
    words = [as_words(text) for text in texts]
    addresses = [run.link for text in texts for run in text] + words
    found = {
        "school": _school(source, tree, site),
        "handbook_page": next((match[2] for line in words for match in _pages(line)), ""),
        "domain": _domain(words),
        "portal": next(
            (match[0] for line in addresses for match in _PORTAL.finditer(line) if _is_portal(match[0])), ""
        ),
        "language": tree.head["language"] if _LANGUAGE.fullmatch(tree.head["language"]) else "",
    }
    return {name: value for name, value in found.items() if value}


def texts_of(piece: Piece) -> Iterator[Text]:
    match piece.what:
        case Heading(text) | Paragraph(text):
            yield text
        case Numbered(items) | Bullets(items):
            for item in items:
                if isinstance(item, Nested):
                    yield item.text
                    yield from (text for text in item.below.items if not isinstance(text, Nested))
                else:
                    yield item
        case Table(head, rows):
            yield from head
            yield from (cell for row in rows for cell in row)


def _pages(words: str) -> Iterator[re.Match[str]]:
    yield from _HANDBOOK.finditer(words)
    yield from _PAGE_OF.finditer(words)


def _domain(words: Sequence[str]) -> str:
    """What follows the @ of the usernames: one domain, in texts that speak of usernames and those right below."""
    found = {
        match[1].lower()
        for place, line in enumerate(words)
        if "username" in " ".join(words[max(0, place - 2) : place + 1]).lower()
        for match in _USERNAME.finditer(line)
    }
    return found.pop() if len(found) == 1 else ""


def _is_portal(address: str) -> bool:
    return is_web_address(address) and len(address) <= LONGEST_ADDRESS


def _school(source: Source, tree: Tree, site: bytes | None) -> str:
    """From the front matter, the site's settings, or the head of a saved page."""
    named = source.front_matter.get("school", "") or _site_title(site) or tree.head["site"]
    parts = re.split(r"\s+[|–—-]\s+", tree.head["title"])
    in_title = [part for part in parts[1:] if "school" in part.lower()]
    name = " ".join(_BRACES.sub("", named or (in_title[0] if in_title else "")).split())
    return name if len(name) <= LONGEST_NAME else ""


def source_of(title: str) -> str:
    """Where the text is from, as the foot of each page says it."""
    words = re.sub(r"\s+page$", "", _BRACES.sub("", title), flags=re.IGNORECASE)
    return f"School website, {words} page" if 0 < len(words) <= LONGEST_NAME else "School website"


def _site_title(site: bytes | None) -> str:
    try:
        values = yaml.load((site or b"").decode(), yaml.BaseLoader)  # noqa: S506 - makes texts, lists and mappings only
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return ""
    title = values.get("title", "") if isinstance(values, dict) else ""
    return title if isinstance(title, str) else ""


def remark_settings(
    reading: Reading, told: Mapping[str, str], given: Mapping[str, str], kept: Mapping[str, str]
) -> None:
    """Say what was taken from the page, and what is still an example."""
    for name, value in told.items():
        if given.get(name, value) != value:
            what = f'the page says {name}: "{value}", your settings say "{given[name]}", which is used.'
            reading.remark(None, what)
        elif name in _WORTH_A_LOOK and kept[name] != value and name not in given:
            reading.remark(None, f'{name}: "{value}" was found on the page.', "Check it in content.yaml.")
    for name, what in _EXPECTED.items():
        if name not in told and name not in given:
            reading.remark(
                None,
                f'the page does not name {what}: "{kept[name]}" is an example.',
                f"Write yours after {name}: in content.yaml.",
            )
