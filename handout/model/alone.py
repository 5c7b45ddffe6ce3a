"""Texts that point to the guides, on a page that is printed without them."""

import re

from handout.errors import Flaw
from handout.model.text import Text, plain

_GUIDES = r"(?:guides?|slides?|pictures?|images?|screenshots?)\b"
_TO_GUIDES = re.compile(
    rf"\b{_GUIDES}(?:\s+\w+){{0,2}}?\s+below\b|\b(?:following|below)\s+(?:\w+\s+)?{_GUIDES}", re.IGNORECASE
)


def without_its_guides(text: Text) -> Flaw | None:
    """Why a text is wrong on a page alone; None where it says nothing of guides below."""
    found = _TO_GUIDES.search(plain(text))
    if not found:
        return None
    what = f'"{" ".join(found[0].split())}": a page that is printed alone (a sheet) has no guides.'
    remedy = (
        "In content.yaml write this text twice, below pack: as it is, and below sheet: for the page alone."
    )
    return Flaw(what, remedy, near=found[0])
