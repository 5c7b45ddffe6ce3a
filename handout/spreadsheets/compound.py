"""The compound file (OLE) that holds an .xls workbook → its one stream that holds cells, and back.

Calamine is given a compound file with this stream alone, written here: in some damaged ones it never ends.
"""

import struct
from collections.abc import Iterator

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FREE, _END_OF_CHAIN, _FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_HEADER, _ENTRY, _MINI_SECTOR, _LEAST = 512, 128, 64, 4096  # bytes; smaller streams are in mini sectors
_IN_HEADER = 109  # FAT sectors that the header names
_SECTOR = 4096  # bytes, of the files written here
_STREAM, _ROOT = 2, 5


class CompoundFile:
    """A compound file's streams by name. Raises ValueError, IndexError or struct.error where it is damaged."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, directory, mini_fat, more = struct.unpack_from("<30xH16xI8xI4xI", data)
        if shift not in {9, 12}:
            raise ValueError("sectors of an unknown size")
        self._size = 1 << shift
        self._fat = [
            number for sector in self._fat_sectors(more) for number in self._numbers(self._sector(sector))
        ]
        self._mini_fat = self._numbers(b"".join(map(self._sector, self._chain(self._fat, mini_fat))))
        self._entries = dict(self._directory(directory))
        root = next((start, size) for kind, start, size in self._entries.values() if kind == _ROOT)
        self._mini_stream = self._read(*root)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def stream(self, name: str) -> bytes:
        _, start, size = self._entries[name]
        if size >= _LEAST:
            return self._read(start, size)
        sectors = (
            self._mini_stream[place : place + _MINI_SECTOR]
            for place in (number * _MINI_SECTOR for number in self._chain(self._mini_fat, start))
        )
        return b"".join(sectors)[:size]

    def _directory(self, start: int) -> Iterator[tuple[str, tuple[int, int, int]]]:
        entries = b"".join(map(self._sector, self._chain(self._fat, start)))
        for place in range(0, len(entries), _ENTRY):
            name, length, kind, first, size = struct.unpack_from("<64sHB49xII", entries, place)
            if kind:
                yield name[: max(length - 2, 0)].decode("utf-16-le", "replace"), (kind, first, size)

    def _fat_sectors(self, more: int) -> list[int]:
        """The sectors of the FAT: the first are named in the header, the others in a chain of their own."""
        named = self._numbers(self._data[76:_HEADER])
        seen: set[int] = set()
        while more < _FAT_SECTOR and more not in seen:
            seen.add(more)
            *numbers, more = self._numbers(self._sector(more))
            named += numbers
        return [number for number in named if number < _FAT_SECTOR]

    def _read(self, start: int, size: int) -> bytes:
        return b"".join(map(self._sector, self._chain(self._fat, start)))[:size]

    def _chain(self, fat: list[int], start: int) -> Iterator[int]:
        for _ in range(len(fat) + 1):
            if start >= _FAT_SECTOR:
                return
            yield start
            start = fat[start]
        raise ValueError("a chain of sectors that never ends")

    def _sector(self, number: int) -> bytes:
        place = (number + 1) * self._size
        return self._data[place : place + self._size]

    @staticmethod
    def _numbers(content: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))


def compound_file(name: str, stream: bytes) -> bytes:
    """A compound file with one stream."""
    stream = stream.ljust(_LEAST, b"\0")
    sectors = -(-len(stream) // _SECTOR)
    fat_sectors = -(-(sectors + 1) // (_SECTOR // 4 - 1))
    if fat_sectors > _IN_HEADER:
        raise ValueError("too large")
    chain = [*range(1, sectors), _END_OF_CHAIN]  # the stream, then the directory, then the FAT itself
    fat = [*chain, _END_OF_CHAIN, *[_FAT_SECTOR] * fat_sectors]
    places = [sectors + 1 + index for index in range(fat_sectors)]
    header = struct.pack(
        "<8s16x5H6x9I", _MAGIC, 62, 4, 0xFFFE, 12, 6, 1, fat_sectors, sectors, 0, _LEAST, _END_OF_CHAIN, 0,
        _END_OF_CHAIN, 0,
    ) + struct.pack(f"<{_IN_HEADER}I", *places, *[_FREE] * (_IN_HEADER - fat_sectors))  # fmt: skip
    directory = _entry("Root Entry", _ROOT, 1, 0, 0) + _entry(name, _STREAM, _FREE, 0, len(stream))
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(fat_sectors * _SECTOR, b"\xff")
    return b"".join(
        (
            header.ljust(_SECTOR, b"\0"),
            stream.ljust(sectors * _SECTOR, b"\0"),
            directory.ljust(_SECTOR, b"\0"),
            table,
        )
    )


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", text, len(text) + 2, kind, 1, _FREE, _FREE, child, start, size)
