"""The schema that editors read says of the shape of content.yaml what the reader says."""

import copy
import json
import random
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from helpers.school import ROOT

from handout import load_content
from handout.content.schema import schema
from handout.content.starter import SCHEMA
from handout.errors import ContentError

SHIPPED = (ROOT / "content.yaml").read_text("utf-8")
VALIDATOR = jsonschema.Draft7Validator(json.loads(schema()))
WORDS_OF_THE_SHAPE = (
    "known key",
    "is missing here",
    "should be here, not",
    "Keys of their own",
    "A list should be",
    "list is empty",
    "not a kind",
    "needs its kind",
    "are in one entry",
    "neither yes nor no",
)


def test_the_file_is_what_the_reader_makes_of_it() -> None:
    assert (ROOT / SCHEMA).read_text("utf-8") == schema()


def test_the_first_line_names_it_for_editors() -> None:
    assert SHIPPED.startswith(f"# yaml-language-server: $schema={SCHEMA}\n")


def test_the_shipped_text_follows_it() -> None:
    VALIDATOR.validate(yaml.safe_load(SHIPPED))


def shape_faults(path: Path) -> list[str]:
    try:
        load_content(path)
    except ContentError as error:
        return [
            problem.what for problem in error.problems if any(w in problem.what for w in WORDS_OF_THE_SHAPE)
        ]
    return []


def inner_parts(value: Any) -> list[Any]:
    """All mappings and lists of a file."""
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [value, *(part for item in below for part in inner_parts(item))] if below else []


def changed(content: dict[str, Any], dice: random.Random) -> None:
    """One change of the shape, somewhere."""
    part = dice.choice(inner_parts(content))
    place = dice.choice(list(part)) if isinstance(part, dict) else dice.randrange(len(part))
    match dice.choice(("drop", "add", "list", "keys", "words")):
        case "drop":
            del part[place]
        case "add" if isinstance(part, dict):
            part["unheard"] = "of"
        case "list":
            part[place] = []
        case "keys":
            part[place] = {"unheard": "of"}
        case _:
            part[place] = "words"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_any_change_of_the_shape_is_a_fault_for_both_or_for_neither(
    tmp_path: Path, school: Path, seed: int
) -> None:
    content = copy.deepcopy(yaml.safe_load((school / "content.yaml").read_text("utf-8")))
    changed(content, random.Random(seed))
    (tmp_path / "images").symlink_to(school / "images")
    (tmp_path / "content.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    assert VALIDATOR.is_valid(content) == (shape_faults(tmp_path / "content.yaml") == []), seed
