"""What is kept in memory, and what is forgotten."""

import time
from dataclasses import dataclass

import pytest

from handout.web import shelf as shelves
from handout.web.shelf import KEPT_FOR, Shelf


@dataclass
class Thing:
    size: int = 1
    busy: bool = False


def test_what_nobody_asks_for_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    shelf: Shelf[Thing] = Shelf()
    left, used, busy = shelf.put(Thing()), shelf.put(Thing()), shelf.put(Thing(busy=True))
    monkeypatch.setattr(time, "monotonic", lambda: now + KEPT_FOR - 1)
    assert shelf.get(used)
    monkeypatch.setattr(time, "monotonic", lambda: now + KEPT_FOR + 1)
    assert shelf.get(left) is None
    assert shelf.get(used)
    assert shelf.get(busy)


def test_memory_is_bounded_and_what_is_being_made_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "MOST_KEPT", 10)
    shelf: Shelf[Thing] = Shelf()
    busy = shelf.put(Thing(5, busy=True))
    names = [shelf.put(Thing(4)) for _ in range(5)]
    assert shelf.get(busy)
    assert [bool(shelf.get(name)) for name in names].count(True) == 1
    assert shelf.get(names[-1])


def test_many_small_things_are_all_kept() -> None:
    shelf: Shelf[Thing] = Shelf()
    names = [shelf.put(Thing()) for _ in range(200)]
    assert all(shelf.get(name) for name in names)


def test_where_memory_is_short_only_the_last_few_are_kept() -> None:
    shelf: Shelf[Thing] = Shelf(most=3)
    busy = shelf.put(Thing(busy=True))
    names = [shelf.put(Thing()) for _ in range(4)]
    assert [shelf.get(name) is not None for name in names] == [False, True, True, True]
    assert shelf.get(busy), "one that is being made does not count"
