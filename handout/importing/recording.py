"""The record of an import (`.imported.yaml`): at the next import it tells what changed, and on which side."""

import hashlib
from typing import Any

import yaml

from handout.content import edit_content, plain_values
from handout.errors import Problem
from handout.importing.document import Imported

# Keys of the record of an import: digests of its pictures, where the page has them, digests of its remarks, and
# what the page said about the school.
PICTURES, _PATHS = "imported_pictures", "imported_paths"
_REMARKS, _TOLD = "imported_remarks", "imported_settings"

Guides = dict[str, dict[str, str]]  # by image


def record(result: Imported) -> str:
    """The record of an import."""
    kept: dict[str, dict[str, str] | list[str]] = {
        _PATHS: list(result.paths),
        PICTURES: {name: digest(data) for name, data in result.images.items()},
        _REMARKS: sorted({_remark_digest(remark) for remark in result.remarks}),
        _TOLD: dict(result.told),
    }
    return edit_content(result.content, {(key,): value for key, value in kept.items() if value})


def is_record(text: str) -> bool:
    """Whether it is as `record` wrote it, undamaged."""
    try:
        values = plain_values(text)
    except (yaml.YAMLError, RecursionError):
        return False
    return isinstance(values, dict) and {"title", "settings"} <= values.keys()


def lost_pictures(earlier: str, result: Imported) -> list[str]:
    """Pictures that the page still has, but that could be read only at the import recorded in `earlier`."""
    return [path for path in plain_values(earlier).get(_PATHS, []) if path in result.missing]


def new_remarks(earlier: str, result: Imported) -> list[Problem]:
    """What the import recorded in `earlier` has not said yet, whatever its line."""
    said = plain_values(earlier).get(_REMARKS, [])
    return [remark for remark in result.remarks if _remark_digest(remark) not in said]


def told_before(was: Any, name: str) -> str:
    """What the page said at the last import; where that was not kept, the setting."""
    return str(was.get(_TOLD, was["settings"]).get(name, ""))


def pictures_of(values: Any) -> Guides:
    """The guides by their pictures; a picture that is shown again by its name and how often it was there."""
    guides: Guides = {}
    for guide in values.get("guides", {}).get("pictures", []):
        image = guide["image"]
        again = sum(other["image"] == image for other in guides.values())
        guides[f"{image} again {again}" if again else image] = guide
    return guides


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _remark_digest(remark: Problem) -> str:
    return digest(f"{remark.what} {remark.remedy}".encode(errors="replace"))[:16]
