"""A page → content.yaml and its pictures: what the page says in the starter's frame."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handout.content import (
    ALT_TO_WRITE,
    MOST_BYTES,
    Location,
    edit_content,
    starter_content,
    with_comment,
    write_markup,
)
from handout.errors import ContentError, Flaw, Place, Problem
from handout.importing.given import Given
from handout.importing.lists import joined_lists
from handout.importing.passages import read_passages
from handout.importing.pictures import Find, Guide, Unprintable, find_pictures, with_captions
from handout.importing.reading import Picture, Piece, Reading
from handout.importing.recognising import Binding, recognised, remark_settings, source_of, texts_of
from handout.importing.runs import as_words, cleaned
from handout.importing.source import Source
from handout.importing.tree import Tree, read_tree
from handout.importing.words import quoted, texts
from handout.model import (
    Bullets,
    Heading,
    Nested,
    Numbered,
    Paragraph,
    Run,
    Table,
    Text,
    without_its_guides,
)

Changes = dict[Location, Any]

MAY_BE_SMALL = "small: yes  # for a title or closing slide: delete the first #"
FEWEST_SLIDES = 3  # of a slide show with a title


@dataclass(frozen=True, slots=True)
class Imported:
    """A content.yaml, its pictures by their names below images/, and what was left out or is worth a look.

    `told`: the settings found on the page itself; `given`: those of the school, which win. `paths`: where the
    page has its pictures; `missing`: where it has those that could not be read.
    """

    content: str
    images: Mapping[str, bytes]
    remarks: tuple[Problem, ...]
    told: Mapping[str, str]
    given: Mapping[str, str]
    paths: tuple[str, ...]
    missing: tuple[str, ...]


def imported(
    source: Source, site: bytes | None, given: Given, find: Find, unprintable: Unprintable, reading: Reading
) -> Imported:
    """Raises ContentError where the page has neither text nor pictures."""
    tree = read_tree(source)
    _read(source, tree, reading)
    title = _title(source, tree, reading)
    if not reading.pieces:
        flaw = Flaw(
            "There is no text on this page.", "Give the page's own file, not one that only leads to it."
        )
        raise ContentError([Problem(Place(source.name), flaw), *reading.remarks])
    pieces = with_captions(reading.pieces)
    pictures = find_pictures(reading, pieces, find, unprintable)
    if pictures.guides:
        _remark_guides_below(reading, pieces)
    told = recognised(source, tree, site, pieces)
    kept = given.starter_settings()
    remark_settings(reading, told, given.settings, kept)
    told["source"] = source_of(title)
    settings = {**kept, **told, **given.settings}
    content = _written(_changes(pieces, pictures.guides, settings, title), len(pictures.guides), given)
    if pictures.guides and not given.frame:
        _remark_title_slides(reading, len(pictures.guides))
    if len(content.encode()) > MOST_BYTES:
        flaw = Flaw("It has far more text than a handout.", "Is it the right page?")
        raise ContentError(Problem(Place(source.name), flaw))
    remarks = sorted(reading.remarks, key=lambda problem: problem.place.line or 0)
    return Imported(
        content, pictures.files, tuple(remarks), told, given.settings, pictures.paths, pictures.missing
    )


def _read(source: Source, tree: Tree, reading: Reading) -> None:
    """Add the pieces of the page to the reading, and say what is left out."""
    for line, what, words in source.left_out:
        reading.remark(line, f"{what} was left out: {quoted([words])}")
    read_passages(reading, tree.main)
    for node in tree.around:
        if texts(node):
            reading.leave_out(node, "a part of the website around the page")
    reading.pieces = joined_lists(reading)


def _title(source: Source, tree: Tree, reading: Reading) -> str:
    """From the front matter, else the first heading of the page, which is then no longer part of its text."""
    pieces = reading.pieces
    top = next((place for place, piece in enumerate(pieces) if piece.level == 1), None)
    heading = pieces[top].what if top is not None else None
    words = as_words(heading.text) if isinstance(heading, Heading) else ""
    above = [" ".join(texts(node)) for part in tree.around for node in part.find("h1")]
    in_head = tree.head["title"].partition(" | ")[0]
    title = as_words(reading.text([Run(source.front_matter.get("title", ""))], 1))
    title = title or words or next(iter(above), "") or in_head or source.name.rpartition(".")[0]
    if top is not None and words.casefold() == title.casefold():
        del pieces[top]
    return as_words(cleaned([Run(title)]))


def _remark_guides_below(reading: Reading, pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        for words in texts_of(piece):
            if flaw := without_its_guides(words):
                reading.remark(piece.line, flaw.what, flaw.remedy)


def _remark_title_slides(reading: Reading, count: int) -> None:
    if count >= FEWEST_SLIDES:
        what = f"The first or last of the {count} pictures may be a title or closing slide. Each takes the room of a step."
        remedy = 'If so, delete the # before "small: yes" in content.yaml: they are printed small, and may save a page.'
        reading.remark(None, what, remedy)


def _written(changes: Changes, guides: int, given: Given) -> str:
    """The content.yaml: the school's own or the starter's, with what the page says."""
    if guides and (heading := given.guides_heading()):
        changes["guides",] = {"heading": heading, "pictures": changes.pop(("guides", "pictures"))}
    content = edit_content(given.frame or starter_content(), changes)
    for place in {0, guides - 1} if guides and not given.frame else ():
        content = with_comment(content, ("guides", "pictures", place, "image"), MAY_BE_SMALL)
    return content


def _changes(
    pieces: Sequence[Piece], guides: Sequence[Guide], settings: Mapping[str, str], title: str
) -> Changes:
    binding = Binding(settings)
    text = [_passage(piece, binding) for piece in pieces if not isinstance(piece.what, Picture)]
    changes: Changes = {("settings", name): value for name, value in settings.items()}
    changes["title",] = write_markup((Run(title),))
    changes["text",] = text or None
    if guides:
        changes["guides", "pictures"] = [_guide(guide) for guide in guides]
    else:
        changes["guides",] = None
    return changes


def _guide(guide: Guide) -> dict[str, str]:
    alt = write_markup((Run(as_words(cleaned([Run(guide.alt)]))),))
    return {
        "image": guide.file,
        "caption": write_markup(cleaned([Run(guide.caption)])),
        "alt": alt or ALT_TO_WRITE,
    }


def _passage(piece: Piece, binding: Binding) -> dict[str, Any]:
    match piece.what:
        case Heading(text):
            return {"heading": binding.markup(text)}
        case Paragraph(text):
            return {"paragraph": binding.markup(text)}
        case Numbered(items):
            return {"numbered": [_entry(item, binding) for item in items]}
        case Bullets(items):
            return {"bullets": [_entry(item, binding) for item in items]}
        case Table(head, rows):
            return {"table": {"head": _row(head, binding), "rows": [_row(row, binding) for row in rows]}}
    raise TypeError(piece)


def _entry(item: Text | Nested, binding: Binding) -> Any:
    if not isinstance(item, Nested):
        return binding.markup(item)
    kind = "numbered" if isinstance(item.below, Numbered) else "bullets"
    return {"text": binding.markup(item.text), kind: [_entry(inner, binding) for inner in item.below.items]}


def _row(cells: Sequence[Text], binding: Binding) -> str:
    return " | ".join(binding.markup(cell).replace("|", "\\|") for cell in cells)
