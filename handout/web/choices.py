"""What is ticked on the page: how to print, what, and for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args
from urllib.parse import urlencode

from starlette.datastructures import FormData, ImmutableMultiDict, QueryParams

from handout.model import PLAIN, Layout, Look
from handout.printing import PrintOrder

MOST_SPARES = 100
LAYOUTS = get_args(Layout)
GUIDES = ("2", "3", "4")
FIELDS = {
    *("chosen", "layout", "all", "class", "child", "spares", "checklist", "together", "rest", "show"),
    *("guides", "large", "saver", "grey"),
}
ALL = PrintOrder()
FIRST, LONGEST, LIST = "first", "longest", "list"  # what the preview can show besides a certain child

Child = tuple[int, int]  # its class and its number in the class, from 0


@dataclass(frozen=True, slots=True)
class Choices:
    """`classes` and `children` are given by their keys in a form, by their places in the list for those who print it."""

    look: Look = PLAIN
    order: PrintOrder = ALL
    everybody: bool = True
    classes: frozenset[int] = frozenset()
    children: frozenset[Child] = frozenset()
    print_rest: bool = False  # of a list with problems
    show: str = FIRST

    def order_for(self, classes: Sequence[str]) -> PrintOrder | None:
        """The print order in the words of the list; None where nobody is ticked."""
        if self.everybody:
            return self.order
        names = tuple(name for place, name in enumerate(classes) if place in self.classes)
        children = tuple((classes[first], place) for first, place in self.children if first < len(classes))
        return self.order._replace(classes=names, children=children) if names or children else None


def read_choices(values: QueryParams | ImmutableMultiDict[str, Any]) -> Choices:
    """The ticks and numbers of the form; on the first visit nothing is sent, and everything has its default."""
    if "chosen" not in values:
        return Choices(show=str(values.get("show", FIRST)))
    layout: Any = values.get("layout", "pack")
    spares, guides = str(values.get("spares", "0")), str(values.get("guides", "3"))
    return Choices(
        Look(
            guides_per_page=int(guides) if guides in GUIDES else 3,
            saver="saver" in values or None,
            grey="grey" in values,
            large="large" in values,
        ),
        PrintOrder(
            layout=layout if layout in LAYOUTS else "pack",
            spares=min(int(spares), MOST_SPARES) if spares.isdecimal() else 0,
            checklist="checklist" in values,
            together="together" in values,
        ),
        everybody="all" in values,
        classes=frozenset(int(place) for place in values.getlist("class") if _is_place(place)),
        children=frozenset(filter(None, map(read_child, values.getlist("child")))),
        print_rest="rest" in values,
        show=str(values.get("show", FIRST)),
    )


def read_child(text: Any) -> Child | None:
    first, dash, second = str(text).partition("-")
    return (int(first), int(second)) if dash and _is_place(first) and _is_place(second) else None


def query_of(form: FormData | ImmutableMultiDict[str, Any]) -> str:
    """The choices of a form as they are in an address."""
    return urlencode([(name, value) for name, value in form.multi_items() if name in FIELDS])


def _is_place(text: Any) -> bool:
    return str(text).isascii() and str(text).isdecimal() and len(str(text)) < 6
