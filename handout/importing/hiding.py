"""What a website does not show, marked before the page is read; what only folds away is shown.

An element that is not shown has the attribute `hidden` afterwards, and no other has.
"""

import re
from collections.abc import Iterator

from lxml import etree

_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:left|top)\s*:\s*-\d{4,})",
    re.IGNORECASE,
)
_CLASSES = {
    "d-none",
    "element-invisible",
    "hidden",
    "ms-hidden",
    "screen-reader-text",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
}
# Shown again on a wide screen: d-md-block, md:flex.
_SHOWN_AGAIN = re.compile(r"(?:d-\w+-|\w+:)(?:block|flex|inline|grid|table|not-sr-only)")
_DISPLAY = re.compile(r"(?:^|;)\s*display\s*:\s*(\w+)", re.IGNORECASE)
_ONE_NAME = re.compile(r"[.#][\w-]+")
_OPENED_BY = ("aria-controls", "data-target", "data-bs-target", "href")
_MENUS = {"menu", "menubar", "navigation"}


def mark_hidden(root: etree._Element) -> None:
    """Put `hidden` on each element that the website does not show, and take it off what a click opens."""
    names, opened = _hidden_by_rules(root), set(_opened(root))
    for element in root.iter(etree.Element):
        if _is_folded(element, opened):
            element.attrib.pop("hidden", None)
        elif _is_hidden(element, names):
            element.set("hidden", "")


def _is_hidden(element: etree._Element, names: set[str]) -> bool:
    classes = element.get("class", "").split()
    closed = element.tag == "dialog" and element.get("open") is None
    return (
        closed
        or element.get("popover") is not None
        or element.get("hidden") is not None
        or bool(_STYLE.search(element.get("style", "")))
        or not names.isdisjoint({f"#{element.get('id', '')}", *(f".{name}" for name in classes)})
        or (not _CLASSES.isdisjoint(classes) and not any(map(_SHOWN_AGAIN.match, classes)))
    )


def _is_folded(element: etree._Element, opened: set[str]) -> bool:
    """Whether it is a part of the page that a reader opens: of an accordion, or behind a tab."""
    if element.get("role") in _MENUS or element.tag in {"nav", "dialog"}:
        return False
    return element.get("role") == "tabpanel" or element.get("id") in opened


def _opened(root: etree._Element) -> Iterator[str]:
    """The names of the parts that buttons and tabs open."""
    for element in root.iter(etree.Element):
        is_switch = element.tag in {"button", "summary"} or element.get("role") in {"button", "tab"}
        is_switch = is_switch or element.get("data-toggle", element.get("data-bs-toggle")) in {
            "collapse",
            "tab",
        }
        if is_switch and element.get("aria-haspopup") is None:
            for name in _OPENED_BY:
                yield from (part.lstrip("#") for part in element.get(name, "").split() if part != "#")


def _hidden_by_rules(root: etree._Element) -> set[str]:
    """The classes and names that the page's own style sheets never show."""
    hidden: set[str] = set()
    shown: list[str] = []
    for sheet in root.iter("style"):
        for selectors, body in _rules("".join(sheet.itertext())):
            display = _DISPLAY.findall(body)
            for selector in map(str.strip, selectors.split(",")):
                if display and display[-1].lower() != "none":
                    shown += _ONE_NAME.findall(selector)
                elif display and _ONE_NAME.fullmatch(selector):
                    hidden.add(selector)
    return hidden - set(shown)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and what they set; a group such as @media is of some screens only, or of print."""
    first, *others = sheet.split("/*")
    plain = first + "".join(other.partition("*/")[2] for other in others)
    selectors, body, depth = "", "", 0
    for part in re.split(r"([{}])", plain):
        if part == "{":
            depth += 1
        elif part == "}":
            if depth == 1 and not selectors.startswith("@"):
                yield selectors, body
            depth = max(depth - 1, 0)
        elif depth == 0:
            selectors = part.rpartition(";")[2].strip()
        else:
            body = part
