"""The pages of a file in its order, each with what is painted on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

from handout.checking.graphics import Box, Painted, Painting, State
from handout.checking.painter import paint
from handout.checking.typefaces import Typeface, read_typeface
from handout.checking.words import as_read, squeezed


@dataclass(frozen=True, slots=True)
class Surface:
    """What is on a page. Texts are without white space: those of each mark, and of each line outside them."""

    painted: Sequence[Painted]
    texts: Mapping[int, str]
    outside: Sequence[str]
    faults: frozenset[str]

    @property
    def lines(self) -> list[str]:
        return [*self.texts.values(), *self.outside]

    @property
    def whole(self) -> str:
        return "\n".join(self.lines)

    @property
    def is_blank(self) -> bool:
        return not self.painted and not self.texts


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its place in the file, counted from 1. `streams` are those of its content that paint."""

    number: int
    paper: Box
    surface: Surface
    entries: Mapping[str, Any]
    streams: Sequence[int]


def read_pages(reader: PdfReader) -> Iterator[Page]:
    """Every page; what many pages share is read once."""
    resources: dict[int, _Resources] = {}
    streams: dict[tuple[int, int, str], tuple[Painting, State]] = {}
    surfaces: dict[tuple[int, ...], Surface] = {}
    for number, page in enumerate(reader.pages, 1):
        shared = page.raw_get("/Resources") if "/Resources" in page else None
        key = getattr(shared, "idnum", -number)  # resources without a number are this page's own
        if key not in resources:
            resources[key] = _resources(page.get("/Resources", {}))
        fonts, pictures = resources[key]
        paintings, state = [], State()
        own = _streams(page)
        for stream in own:
            known = (stream.idnum, key, repr(state))
            if known not in streams:
                operations = ContentStream(stream.get_object(), reader).operations
                streams[known] = paint(operations, fonts, pictures, state)
            painting, state = streams[known]
            paintings.append(painting)
        drawn = tuple(map(id, paintings))
        if drawn not in surfaces:
            surfaces[drawn] = _surface(paintings, state, fonts.values())
        left, bottom, right, top = map(float, page.mediabox)
        yield Page(number, Box(left, bottom, right, top), surfaces[drawn], page, _known(own, paintings))


def _known(streams: Sequence[Any], paintings: Sequence[Painting]) -> list[int]:
    """The numbers of the streams that paint, and with operators of ours alone."""
    both = zip(streams, paintings, strict=True)
    return [stream.idnum for stream, painting in both if painting.painted and not painting.foreign]


_Resources = tuple[dict[str, Typeface], dict[str, Any]]


def _resources(entries: Any) -> _Resources:
    pictures = entries.get("/XObject", {})
    fonts = {name: read_typeface(font) for name, font in entries.get("/Font", {}).items()}
    return fonts, {name: pictures.raw_get(name) for name in pictures}


def _streams(page: Any) -> list[Any]:
    if "/Contents" not in page:
        return []
    contents = page.raw_get("/Contents")
    several = contents.get_object()
    return list(list.__iter__(several)) if isinstance(several, list) else [contents]


def _surface(paintings: Sequence[Painting], state: State, fonts: Any) -> Surface:
    """A page of its streams. One mark in two of them is one mark."""
    painted = [thing for painting in paintings for thing in painting.painted]
    texts = {mark: "" for painting in paintings for mark in sorted(painting.marks)}
    lines: dict[tuple[int | None, int, int], str] = {}
    for place, painting in enumerate(paintings):
        for thing in painting.painted:
            if thing.kind == "text":
                line = (thing.mark, place, thing.line)
                lines[line] = lines.get(line, "") + squeezed(thing.what)
    outside = []
    for (mark, *_), text in lines.items():
        if mark is None:
            outside.append(as_read(text))
        else:
            texts[mark] += as_read(text)
    faults = {fault for painting in paintings for fault in painting.foreign}
    faults |= {font.fault for font in fonts if font.fault}
    if state.saved or state.marks:
        faults.add("an open end")
    return Surface(painted, texts, outside, frozenset(faults))
