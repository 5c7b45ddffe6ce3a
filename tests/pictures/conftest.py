"""The script that draws our own guides, as a module."""

import importlib.util
from types import ModuleType

import pytest
from helpers.school import ROOT


@pytest.fixture(scope="session")
def draw_guides() -> ModuleType:
    spec = importlib.util.spec_from_file_location("draw_guides", ROOT / "images" / "draw_guides.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
