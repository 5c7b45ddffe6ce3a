"""What a school gives beside its page: settings of its own, or a whole content.yaml of an earlier handout."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from handout.content import plain_values, starter_content
from handout.errors import Flaw, Place, Problem, UsageError

SETTINGS = ("school", "handbook_page", "domain", "portal", "language", "source")


@dataclass(frozen=True, slots=True)
class Given:
    """`settings` win over those found on the page; `frame` is a whole content.yaml, used in place of the starter's."""

    settings: Mapping[str, str] = field(default_factory=dict)
    frame: str = ""

    def starter_settings(self) -> dict[str, str]:
        """What is used where neither the page nor the school has a setting."""
        return {name: str(value) for name, value in plain_values(starter_content())["settings"].items()}

    def guides_heading(self) -> str:
        """The heading of the guides where the frame has no guides yet; empty where it has them."""
        if self.frame and not isinstance(plain_values(self.frame).get("guides"), dict):
            return str(plain_values(starter_content())["guides"]["heading"])
        return ""


def given_by(content: str) -> Given:
    """A handout of the school as the frame, with those of its settings that are not the starter's examples.

    The new page says where a text is from. `content` has to be a file that load_content can read.
    """
    examples = plain_values(starter_content())["settings"]
    settings = plain_values(content)["settings"]
    own = {
        name: value for name, value in settings.items() if value != examples.get(name) and name != "source"
    }
    return Given(own, content)


def read_given(path: Path) -> Given:
    """A content.yaml, its settings alone, or lines such as "school: …". Raises UsageError."""
    try:
        text = path.read_text("utf-8-sig")
        values = plain_values(text)
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        values = None
    settings = values.get("settings", values) if isinstance(values, dict) else None
    if not isinstance(settings, dict) or not all(isinstance(value, str) for value in settings.values()):
        remedy = "Give a content.yaml, or a file with lines such as: school: Rain Tree Primary School"
        raise UsageError(Problem(Place(str(path)), Flaw("No settings could be read from it.", remedy)))
    unknown = [str(name) for name in settings if name not in SETTINGS]
    if unknown:
        remedy = f"The settings are {', '.join(SETTINGS)}."
        raise UsageError(Problem(Place(str(path)), Flaw(f'"{unknown[0]}" is not a setting.', remedy)))
    return Given(settings, text if values and "panel" in values else "")
