"""Whether the file holds anything besides its pages that a set does not need."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pypdf import PdfReader

from handout.checking.difference import Difference
from handout.checking.graphics import Box
from handout.checking.surfaces import Page

# Entries of the catalog and of a page that a set has, and those that programs add when they save it again.
_CATALOG = {
    "/Type", "/Pages", "/Lang", "/StructTreeRoot", "/MarkInfo", "/Metadata", "/Outlines", "/PageMode",
    "/ViewerPreferences", "/OutputIntents", "/Version", "/Extensions", "/PageLayout",
}  # fmt: skip
_PAGE = {
    "/Type", "/Parent", "/Resources", "/Contents", "/StructParents", "/Tabs", "/Annots", "/MediaBox",
    "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate",
}  # fmt: skip
_RESOURCES = {"/Font", "/XObject", "/ProcSet"}
_LINK = {
    "/Type", "/Subtype", "/Rect", "/Border", "/F", "/StructParent", "/Contents", "/A", "/P", "/H",
}  # fmt: skip
# Settings for viewers and printers: none for copies, page ranges or scaling.
_PREFERENCES = {
    "/DisplayDocTitle": {"True"},
    "/PrintScaling": {"/None"},
    "/Duplex": {"/Simplex", "/DuplexFlipLongEdge"},
}
_INVISIBLE = [0, 0, 0]  # a link's border
_FOREIGN = {
    "/AcroForm": "a form", "/AA": "an action", "/OpenAction": "an action", "/OCProperties": "layers",
    "/AF": "an attachment", "/Names": "an attachment or a script", "/Collection": "attachments",
    "/Perms": "a signature",
}  # fmt: skip


def file_differences(reader: PdfReader, pages: Sequence[Page], links: frozenset[str]) -> Iterator[Difference]:
    """`links` are the addresses that content.yaml has."""
    for key in sorted(reader.root_object.keys() - _CATALOG):
        if not _is_empty(reader.root_object[key]):
            yield Difference(f"the file has {_FOREIGN.get(key, 'an entry')} that a class set never has.")
    told: Any = reader.root_object.get("/ViewerPreferences", {})
    if any(str(value) not in _PREFERENCES.get(key, set()) for key, value in told.items()):
        yield Difference("the file has settings for the printer that a class set never has.")
    for page in pages:
        yield from _page_differences(page, links)


def _is_empty(value: Any) -> bool:
    return isinstance(value, (dict, list)) and not value


def _page_differences(page: Page, links: frozenset[str]) -> Iterator[Difference]:
    entries = page.entries
    resources: Any = entries.get("/Resources", {})
    if entries.keys() - _PAGE or resources.keys() - _RESOURCES or entries.get("/Rotate", 0) != 0:
        yield Difference("something foreign was added to this page.", page.number)
    if "/CropBox" in entries and not page.paper.is_in(_box(entries["/CropBox"])):
        yield Difference("a part of this page is cut off.", page.number)
    annotations: Any = entries.get("/Annots", [])
    if not all(_is_our_link(annotation.get_object(), links) for annotation in annotations):
        yield Difference("a note, a drawing or a foreign link was added to this page.", page.number)


def _is_our_link(annotation: Mapping[str, Any], links: frozenset[str]) -> bool:
    """An invisible area that leads to an address of content.yaml."""
    action = annotation.get("/A", {})
    return (
        annotation["/Subtype"] == "/Link"
        and not annotation.keys() - _LINK
        and list(annotation.get("/Border", [])) == _INVISIBLE
        and action.keys() <= {"/S", "/URI", "/Type"}
        and action.get("/S") == "/URI"
        and str(action.get("/URI")) in links
    )


def _box(edges: Any) -> Box:
    left, bottom, right, top = map(float, edges)
    return Box(left, bottom, right, top)
