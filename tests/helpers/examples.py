"""How many examples a property is tried with."""

from typing import Any

from hypothesis import settings

USUAL = 100  # what Hypothesis tries where nothing is said


def examples(count: int, **more: Any) -> settings:
    """So many, or as many fewer or more as the profile says: few in the quick tier."""
    return settings(max_examples=max(1, count * settings.default.max_examples // USUAL), **more)
