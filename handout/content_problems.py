"""What pydantic found in content.yaml, in the reader's words and with its line."""

from collections.abc import Iterator

from pydantic_core import ErrorDetails, ValidationError

from handout.content_values import Flaw, FlawedError, did_you_mean, nearest
from handout.errors import Problem
from handout.yaml_nodes import Location, Tree

_WRONG_SHAPE = {
    "dict_type": Flaw(
        "Keys of their own should stand here.", "Write them below, each on a line, indented by two spaces."
    ),
    "tuple_type": Flaw("A list should stand here.", "Write each entry on a line of its own, after a dash."),
}


def explain(validation: ValidationError, tree: Tree, file: str) -> Iterator[Problem]:
    """One problem for each flaw; a misspelt key is not also called missing."""
    errors = validation.errors(include_url=False, include_input=False)
    missing = dict.fromkeys(error["loc"] for error in errors if error["type"] == "missing")
    for error in errors:
        for flaw in _flaws(error, missing):
            yield Problem(file, tree.line(error["loc"]), *flaw)
    for location in missing:
        what = f'"{location[-1]}" is missing here.'
        yield Problem(file, tree.line(location), what, f"Write {location[-1]}: and what belongs to it.")


def _flaws(error: ErrorDetails, missing: dict[Location, None]) -> tuple[Flaw, ...]:
    match error["type"]:
        case "missing":
            return ()
        case "extra_forbidden":
            return (_unknown(error["loc"], missing),)
        case "value_error":
            flawed: FlawedError = error["ctx"]["error"]
            return flawed.flaws
        case shape:
            return (_WRONG_SHAPE[shape],)


def _unknown(location: Location, missing: dict[Location, None]) -> Flaw:
    """Suggest one of the keys missing beside it; what was misspelt is then no longer missing."""
    *parent, key = location
    near = nearest(str(key), (str(other[-1]) for other in missing if other[:-1] == tuple(parent)))
    missing.pop((*parent, near), None)
    remedy = (
        did_you_mean(near) if near else "Take it out, or look whether it is indented too far or too little."
    )
    return Flaw(f'"{key}" is not a known key here.', remedy)
