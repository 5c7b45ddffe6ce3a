"""Where a picture of the page is: among files in memory, or in the folders of a site. Nothing is fetched."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from handout.importing.pictures import Find, is_remote, path_of

SITE_CONFIG = "_config.yml"
MOST_BYTES = 50_000_000


def among(files: Mapping[str, bytes]) -> Find:
    """By the end of its path: of two files with one name, the one that shares more folders."""
    parts = {name: _parts(name) for name in files}

    def find(address: str) -> bytes | None:
        wanted = _parts(path_of(address))
        ranked = sorted(((_in_common(wanted, parts[name]), name) for name in files), reverse=True)
        if not wanted or not ranked or not ranked[0][0]:
            return None
        tied = len(ranked) > 1 and ranked[1][0] == ranked[0][0]
        return None if tied else files[ranked[0][1]]

    return find


def on_disk(page: Path, images: Path | None) -> Find:
    """In the folder named for the pictures, beside the page, or in the folder of its site; never outside."""
    roots = [*([images] if images else []), page.parent, *_site(page)]

    def find(address: str) -> bytes | None:
        parts = _parts(path_of(address))
        for root in roots[: 1 if images and is_remote(address) else None]:
            for start in range(len(parts)) if root == images else (0,):
                data = _read(root, parts[start:])
                if data is not None:
                    return data
        return None

    return find if images else _only_local(find)


def site_of(page: Path) -> bytes | None:
    """The settings of the site to which the page belongs."""
    return next((_read(folder, (SITE_CONFIG,)) for folder in _site(page)), None)


def _only_local(find: Find) -> Find:
    return lambda address: None if is_remote(address) else find(address)


def _site(page: Path) -> Iterable[Path]:
    """The folder with the site's settings, above the page."""
    folders = page.absolute().parents
    return [folder for folder in folders if (folder / SITE_CONFIG).is_file()][:1]


def _parts(path: str) -> tuple[str, ...]:
    """Its folders and its name, without "..": no picture is above its site."""
    return tuple(
        part for part in PurePosixPath(path.replace("\\", "/")).parts if part not in {"/", ".", ".."}
    )


def _in_common(wanted: tuple[str, ...], parts: tuple[str, ...]) -> int:
    """How many names at the end are the same, ignoring case."""
    count = 0
    for one, other in zip(reversed(wanted), reversed(parts), strict=False):
        if one.casefold() != other.casefold():
            break
        count += 1
    return count


def _read(root: Path, parts: tuple[str, ...]) -> bytes | None:
    try:
        path = root.joinpath(*parts).resolve()
        inside = path.is_relative_to(root.resolve())
        return (
            path.read_bytes()
            if parts and inside and path.is_file() and path.stat().st_size <= MOST_BYTES
            else None
        )
    except (OSError, ValueError, RuntimeError):  # a link to itself is a RuntimeError
        return None
