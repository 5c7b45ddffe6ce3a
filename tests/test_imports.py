"""Data flows one way: a room imports only from the rooms before it."""

import ast
from pathlib import Path

import handout

ROOMS = [
    ["errors", "pdffile", "theme", "markup", "toner", "colour_profile"],
    ["fonts", "yaml_nodes", "pictures", "usernames", "output"],
]


def imports_of(source: str) -> set[str]:
    tree = ast.parse(source)
    names = {
        node.module.removeprefix("handout.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("handout.")
    }
    return names | {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "handout"
        for alias in node.names
    }
