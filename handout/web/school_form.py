"""The texts of content.yaml as the school's form shows them, each with a label that an office clerk understands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handout.content import ALT_TO_WRITE, Location, read_texts, text_at
from handout.errors import Problem

SECTIONS = {"settings": "Settings", "panel": "The panel on page 1", "guides": "The guides"}
OTHER = "The texts"
LABELS = {
    "settings/school": "School",
    "settings/handbook_page": "Page of the Student Handbook for the password",
    "settings/domain": "What follows the @ in every username",
    "settings/portal": "Address of the MIMS Portal",
    "settings/language": "Language, for screen readers",
    "settings/source": "Source, in the footer",
    "title": "Title of the page",
    "panel/labels/name": "Before the child’s name",
    "panel/labels/class": "Before the class",
    "panel/labels/register_number": "Before the register number",
    "panel/labels/username": "Before the username",
    "panel/labels/password": "Before the line for the password",
    "panel/labels/new_password": "Before the line for a new password",
    "panel/labels/blank": "What a screen reader says of a line to write on",
    "panel/labels/worked_out": "Below a username that was worked out from the name",
    "panel/labels/portal": "Before the address of the portal, and below its QR code",
    "panel/labels/portal_code": "What a screen reader says of the QR code",
    "guides/heading": "Heading above the guides",
}
READERS = {
    "everyone": "on the handout for everybody",
    "primary_1_to_3": "for Primary 1 to 3",
    "primary_4_to_6": "for Primary 4 to 6",
}
OF_A_GUIDE = {
    "caption": "Caption, beside the picture",
    "alt": "What the picture shows, for those who cannot see it",
    "part": "Name of the steps that it belongs to",
    "small": "Printed small, as a title or closing slide: yes or no",
}
LISTS = ("bullets", "numbered")
PRINTED_AS = {"pack": "in the pack", "sheet": "on the page printed alone"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of content.yaml. `picture` is the place of a guide's picture, else None; `small`: it is printed small."""

    key: str
    label: str
    value: str
    picture: int | None = None
    small: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps the draft from being saved; `key` is the text that it is about, where there is one."""

    words: str
    key: str = ""


def faults_of(source: str, problems: Sequence[Problem]) -> Sequence[Fault]:
    """The problems under the words of the form: who fills it in has never seen content.yaml."""
    labels = {entry.key: entry.label for entry, _ in _entries(source)}
    return [_fault(source, problem, labels) for problem in problems]


def _fault(source: str, problem: Problem, labels: Mapping[str, str]) -> Fault:
    location = text_at(source, problem.place.line) if problem.place.line else None
    if location is None:
        return Fault(str(problem))
    if location[0] == "guides" and location[-1] == "image":
        alt = key_of((*location[:-1], "alt"))
        words = f"Guide {int(location[2]) + 1}: "
        if "alt text" in problem.what:
            return Fault(f"{words}Write what its picture shows, for those who cannot see it.", alt)
        return Fault(f"{words}{problem.flaw}", alt)
    key = key_of(location)
    return Fault(f"{labels[key]}: {problem.flaw}" if key in labels else str(problem), key)


def sections_of(source: str) -> Mapping[str, Sequence[Entry]]:
    sections: dict[str, list[Entry]] = {}
    for entry, location in _entries(source):
        sections.setdefault(SECTIONS.get(str(location[0]), OTHER), []).append(entry)
    return sections


def key_of(location: Location) -> str:
    return "/".join(map(str, location))


def small_pictures(source: str) -> set[int]:
    """The places of the pictures that are printed small."""
    return {
        int(place[2])
        for place, text in read_texts(source).items()
        if place[0] == "guides" and place[-1] == "small" and text.lower() in {"yes", "true"}
    }


def guides_with_former_words(saved: str, changed: str) -> list[int]:
    """The places of the guides that have another picture than before, under the same caption or description."""
    before, now = read_texts(saved), read_texts(changed)
    pictures = [place for place in now if place[-1] == "image" and place[0] == "guides"]
    return [
        int(place[2])
        for place in pictures
        if before.get(place, now[place]) != now[place]
        and any(before.get((*place[:-1], of)) == now.get((*place[:-1], of)) for of in ("caption", "alt"))
    ]


def _entries(source: str) -> Iterator[tuple[Entry, Location]]:
    blocks: dict[str, dict[Location, int]] = defaultdict(dict)  # of each kind, numbered from 1
    small = small_pictures(source)
    for location, text in read_texts(source).items():
        if location[-1] == "image":
            if location[0] == "guides":
                number = int(location[2])
                yield Entry("", f"Guide {number + 1}", text, number, number in small), location
            continue
        if location[0] == "guides" and location[-1] == "small":
            continue
        written = "" if text == ALT_TO_WRITE else text
        yield Entry(key_of(location), _label(location, blocks), written), location


def _label(location: Location, blocks: dict[str, dict[Location, int]]) -> str:
    """What a text is, in words."""
    if known := LABELS.get(key_of(location)):
        return known
    if location[0] == "panel" and location[1] in READERS:
        return f"{str(location[2]).capitalize()}, {READERS[location[1]]}"
    if location[0] == "guides" and location[-1] in OF_A_GUIDE:
        return f"{OF_A_GUIDE[str(location[-1])]} (guide {int(location[2]) + 1})"
    if location[0] == "text" and len(location) > 2:
        return _of_the_page(location, blocks)
    return " ".join(
        str(step + 1) if isinstance(step, int) else step.replace("_", " ") for step in location
    ).capitalize()


def _of_the_page(location: Location, blocks: dict[str, dict[Location, int]]) -> str:
    """Heading 2; List 1, point 2, in the pack; Table 1, row 3."""
    kind = "list" if location[2] in LISTS else str(location[2])
    numbers = blocks[kind]
    words = [f"{kind.capitalize()} {numbers.setdefault(location[:2], len(numbers) + 1)}"]
    of = "row" if kind == "table" else "point"
    for step in location[3:]:
        if isinstance(step, int):
            words.append(f"{of} {step + 1}")
        elif step == "head":
            words.append("the row of headings")
        elif step in LISTS:
            of = "point below it"
        elif step in PRINTED_AS:
            words.append(PRINTED_AS[step])
    return ", ".join(words)
