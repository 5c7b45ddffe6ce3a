"""Where print-ready pictures come from: made from their files, or kept from an earlier run."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from handout.errors import FlawError
from handout.pictures.picture import Finish, Picture
from handout.pictures.prepared import PictureStore, key_of


class PictureSource(Protocol):
    """Gives pictures ready for print, in order; one that cannot be printed gives its error in its place."""

    def pictures(self, paths: Sequence[Path], finish: Finish) -> list[Picture | FlawError]: ...


class FromFiles:
    """Every picture made from its file."""

    def pictures(self, paths: Sequence[Path], finish: Finish) -> list[Picture | FlawError]:
        # The only import of Pillow: kept pictures do not need it.
        from handout.pictures.prepare import prepare_pictures  # noqa: PLC0415

        return prepare_pictures(paths, finish)


class Kept:
    """Pictures from a store of prepared ones; the others made by another source, and kept there."""

    def __init__(self, store: PictureStore, source: PictureSource) -> None:
        self._store = store
        self._source = source

    def pictures(self, paths: Sequence[Path], finish: Finish) -> list[Picture | FlawError]:
        keys = [_key(path, finish) for path in paths]
        found = [self._store.get(key) for key in keys]
        missing = [place for place, picture in enumerate(found) if picture is None]
        made = self._source.pictures([paths[place] for place in missing], finish) if missing else []
        for place, picture in zip(missing, made, strict=True):
            if isinstance(picture, Picture):
                self._store.put(keys[place], picture)
        fresh = iter(made)
        return [next(fresh) if picture is None else picture for picture in found]


def _key(path: Path, finish: Finish) -> str:
    try:
        data = path.read_bytes()
    except OSError:  # the source that makes it says what is wrong
        data = b""
    return key_of(data, finish)
