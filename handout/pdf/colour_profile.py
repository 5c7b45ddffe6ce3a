"""The sRGB profile that an archival file carries: ICC version 2, which every reader supports.

Written by the numbers of IEC 61966-2-1, seen under the profile connection space's light, D50 (ICC.1:2001-04).
"""

import struct
from functools import cache

_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    "rXYZ": (0.43607, 0.22249, 0.01392),
    "gXYZ": (0.38515, 0.71687, 0.09708),
    "bXYZ": (0.14307, 0.06061, 0.71410),
}
_CURVE_STEPS = 1024
_NAME = b"sRGB\0"
_HEADER_SIZE, _TAG_ENTRY_SIZE = 128, 12
_MADE = (2000, 1, 1, 0, 0, 0)  # the same on every day


@cache
def srgb_profile() -> bytes:
    curve = struct.pack(f">4sxxxxI{_CURVE_STEPS}H", b"curv", _CURVE_STEPS, *_curve())
    tags = {
        "desc": struct.pack(">4sxxxxI", b"desc", len(_NAME)) + _NAME + bytes(78),  # no other languages
        "cprt": b"text\0\0\0\0No copyright, use freely\0",
        "wtpt": _xyz(_WHITE),
        **{name: _xyz(values) for name, values in _PRIMARIES.items()},
        **dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve),
    }
    places: dict[bytes, int] = {}  # of each tag's data: the three curves are one
    start = _HEADER_SIZE + 4 + len(tags) * _TAG_ENTRY_SIZE
    table, data = struct.pack(">I", len(tags)), b""
    for name, body in tags.items():
        if body not in places:
            places[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table += struct.pack(">4sII", name.encode(), places[body], len(body))
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    version = 0x02100000
    kinds = b"mntrRGB XYZ "  # a display's colours, led to XYZ
    return (
        struct.pack(">I4xI12s6H4s", size, version, kinds, *_MADE, b"acsp")
        + bytes(28)
        + _fixed(_WHITE)
        + bytes(48)
    )


def _curve() -> list[int]:
    """From a stored value to light (IEC 61966-2-1)."""
    steps = (step / (_CURVE_STEPS - 1) for step in range(_CURVE_STEPS))
    light = (step / 12.92 if step <= 0.04045 else ((step + 0.055) / 1.055) ** 2.4 for step in steps)
    return [round(value * 0xFFFF) for value in light]


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _fixed(values: tuple[float, float, float]) -> bytes:
    """Numbers with 16 bits behind the point."""
    return struct.pack(">3i", *(round(value * 0x10000) for value in values))
