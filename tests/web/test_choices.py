"""What a form says → how to print, what, and for whom."""

from starlette.datastructures import QueryParams

from handout.model import Look
from handout.printing import PrintOrder
from handout.web.choices import Choices, query_of, read_choices

CLASSES = ["3A", "5B", "6C"]


def test_at_first_everybody_gets_a_pack() -> None:
    choices = read_choices(QueryParams(""))
    assert choices == Choices()
    assert choices.order_for(CLASSES) == PrintOrder()


def test_ticks_are_a_union() -> None:
    choices = read_choices(
        QueryParams("chosen=1&class=1&child=0-3&child=1-2&layout=sheet&spares=2&together=on")
    )
    order = choices.order_for(CLASSES)
    assert order is not None
    assert (order.layout, order.spares, order.together, order.classes) == ("sheet", 2, True, ("5B",))
    assert set(order.children) == {("3A", 3), ("5B", 2)}


def test_nobody() -> None:
    assert read_choices(QueryParams("chosen=1&class=9&child=9-0")).order_for(CLASSES) is None


def test_how_pages_look() -> None:
    assert read_choices(QueryParams("chosen=1&guides=2&saver=on&grey=on&large=on")).look == Look(
        2, saver=True, grey=True, large=True
    )


def test_only_choices_are_in_an_address() -> None:
    assert (
        query_of(QueryParams("chosen=1&class=0&class=2&name=TAN&layout=sheet"))
        == "chosen=1&class=0&class=2&layout=sheet"
    )
