"""What pydantic found in content.yaml, in the reader's words and with its line."""

from collections.abc import Iterator

from pydantic import ValidationError

from handout.content_values import Flaw, did_you_mean, nearest
from handout.errors import Problem
from handout.yaml_nodes import Location, Tree

_WRONG_SHAPE = {
    "dataclass_type": Flaw(
        "Keys of their own should stand here.", "Write them below, each on a line, indented by two spaces."
    ),
    "tuple_type": Flaw("A list should stand here.", "Write each entry on a line of its own, after a dash."),
}


def explain(validation: ValidationError, tree: Tree, file: str) -> Iterator[Problem]:
    """One problem for each flaw; a misspelt key is not also called missing."""
    errors = validation.errors(include_url=False, include_input=False)
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    for error in errors:
        location = error["loc"]
        if error["type"] == "unexpected_keyword_argument":
            flaws = [_unknown(location, missing)]
        elif error["type"] == "value_error":
            flaws = error["ctx"]["error"].flaws
        elif error["type"] != "missing":
            flaws = [_WRONG_SHAPE[error["type"]]]
        else:
            continue
        for flaw in flaws:
            yield Problem(file, tree.line(location), *flaw)
    for location in missing:
        what = f'"{location[-1]}" is missing here.'
        yield Problem(file, tree.line(location), what, f"Write {location[-1]}: and what belongs to it.")


def _unknown(location: Location, missing: set[Location]) -> Flaw:
    """A key is most likely one of those that are missing beside it; that one is then taken out of `missing`."""
    *parent, key = location
    near = nearest(str(key), (str(other[-1]) for other in missing if other[:-1] == tuple(parent)))
    missing.discard((*parent, near))
    remedy = (
        did_you_mean(near) if near else "Take it out, or look whether it is indented too far or too little."
    )
    return Flaw(f'"{key}" is not a known key here.', remedy)
