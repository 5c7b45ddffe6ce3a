"""What a website's scripts would fill in: pictures that are loaded late, mail addresses that are kept from robots."""

from contextlib import suppress

from lxml import etree

_HIDDEN_ADDRESS = "/cdn-cgi/l/email-protection"
WITHOUT_SCRIPTS = "data-noscript"  # where a picture is for a browser that runs no scripts


def fill_in(root: etree._Element) -> None:
    for node in list(root.iter("noscript")):
        _fill_picture(node)
    for node in list(root.xpath("//*[@data-cfemail]")):
        with suppress(ValueError):
            _fill_address(node, _uncovered(node.get("data-cfemail")))
    for link in root.iter("a"):
        _, is_hidden, code = link.get("href", "").partition(f"{_HIDDEN_ADDRESS}#")
        with suppress(ValueError):
            if is_hidden:
                link.set("href", f"mailto:{_uncovered(code)}")


def _fill_picture(noscript: etree._Element) -> None:
    """The picture beside it is the same one; where there is none, it is the picture."""
    inner = noscript.find(".//img")
    if inner is None:
        return
    for sibling in (noscript.getprevious(), noscript.getnext()):
        if sibling is not None and (beside := list(sibling.iter("img"))):
            beside[-1].set(WITHOUT_SCRIPTS, inner.get("src") or "")
            beside[-1].set("alt", beside[-1].get("alt") or inner.get("alt") or "")
            return
    noscript.tag = "span"


def _fill_address(node: etree._Element, address: str) -> None:
    node.text = address
    for kid in list(node):
        node.remove(kid)
    if node.tag == "a":
        node.set("href", f"mailto:{address}")


def _uncovered(code: str) -> str:
    """A mail address, each of its letters changed by the first one. Raises ValueError."""
    key, *letters = bytes.fromhex(code)
    return bytes(letter ^ key for letter in letters).decode()
