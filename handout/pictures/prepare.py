"""Image files → print-ready pictures, many at once."""

import threading
import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

from PIL import Image

from handout.errors import FlawError
from handout.pictures.decode import decode
from handout.pictures.picture import Finish, Picture
from handout.pictures.print_ready import print_ready, room

LARGE = 4_000_000  # pixels; larger ones are read one at a time, for memory

_one_at_a_time = threading.Lock()


def prepare_pictures(paths: Sequence[Path], finish: Finish) -> list[Picture | FlawError]:
    """Prepare many at once, in order; one that cannot be printed gives its error in its place."""

    def prepare(path: Path) -> Picture | FlawError:
        try:
            with _one_at_a_time if _is_large(path) else nullcontext():
                return print_ready(*decode(path, *room(finish)), finish)
        except FlawError as error:
            return error

    with warnings.catch_warnings(), ThreadPoolExecutor(2) as pool:
        warnings.simplefilter("ignore")
        return list(pool.map(prepare, paths))


def _is_large(path: Path) -> bool:
    try:
        with path.open("rb") as file, Image.open(file) as image:
            return image.width * image.height > LARGE
    except Exception:  # noqa: BLE001 - what is wrong with it is found and told when it is decoded
        return False
