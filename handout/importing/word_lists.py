"""The lists of a page saved from Microsoft Word, which are paragraphs that begin with a bullet or a number.

A bullet is a letter of a symbol font there: without the font it would be printed as that letter.
"""

import re

from lxml import etree

_GAP = re.compile(
    r"font\s*:\s*7(?:\.0)?pt\s+[\"']?Times New Roman", re.IGNORECASE
)  # between a mark and its words
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]")
_LETTER = re.compile(r"\(?[a-zA-Z]{1,4}[.)]")
_INDENT = re.compile(r"margin-left\s*:\s*([\d.]+)")
LONGEST_MARK = 6
_MADE = "data-indent"  # of a list that was made here


def make_lists(root: etree._Element) -> None:
    for paragraph in list(root.iter("p")):
        gap = next((span for span in paragraph.iter("span") if _GAP.search(span.get("style", ""))), None)
        mark = _taken_mark(paragraph, gap) if gap is not None else ""
        if mark:
            _make_entry(paragraph, mark)


def _taken_mark(paragraph: etree._Element, gap: etree._Element) -> str:
    """What is before the gap, taken out of the paragraph; empty where the gap is among its words."""
    around = [gap, *gap.iterancestors()]
    around = around[: around.index(paragraph) + 1]
    is_first = all(node.getprevious() is None for node in around[:-1])
    mark = "".join((node.text or "").strip() for node in around[1:])
    if not is_first or not 0 < len(mark) <= LONGEST_MARK:
        return ""
    for node in around:
        node.text = ""
    return mark


def _make_entry(paragraph: etree._Element, mark: str) -> None:
    """The paragraph as an entry of the list right above it, or of a new one."""
    number = _NUMBER.fullmatch(mark)
    kind = "ol" if number or _LETTER.fullmatch(mark) else "ul"
    found = _INDENT.search(paragraph.get("style", ""))
    indent = float(found[1]) if found else 0.0
    above = paragraph.getprevious()
    if above is not None and above.get(_MADE) and indent > float(above.get(_MADE, "0")):
        entry = above[-1]
        goes_on = len(entry) > 0 and entry[-1].tag == kind
        made = entry[-1] if goes_on else etree.SubElement(entry, kind)
    elif above is not None and above.get(_MADE) and above.tag == kind and not (number and number[1] == "1"):
        made = above
    else:
        made = etree.Element(kind, {_MADE: str(indent)})
        paragraph.addprevious(made)
    made.sourceline = made.sourceline or paragraph.sourceline  # type: ignore[misc]  # it can be set
    if number and not len(made):
        made.set("start", number[1])
    elif kind == "ol" and not number:
        made.set("type", "a")
    paragraph.tag = "li"
    made.append(paragraph)
