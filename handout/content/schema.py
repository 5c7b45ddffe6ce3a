"""The JSON schema of content.yaml, with which editors complete its keys; written by `python -m handout.content.schema`."""

import json
from pathlib import Path

from handout.content.reader import CONTENT
from handout.content.starter import SCHEMA


def schema() -> str:
    """The schema as the text of its file."""
    whole = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "What the handout says",
        **CONTENT.schema,
    }
    return json.dumps(whole, indent=1) + "\n"


if __name__ == "__main__":
    Path(SCHEMA).write_text(schema(), "utf-8")
