"""A picture as the PDF takes it."""

from dataclasses import dataclass
from typing import Literal

LEAST_DPI = 120  # below it a printed picture looks soft


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the PDF takes it.

    `width` and `height` in pixels. `samples` are 8-bit rows with PNG filters, deflated: /FlateDecode with
    /Predictor 15. `palette` holds RGB triples. `dpi` is the file's own resolution at the printed size.
    """

    width: int
    height: int
    width_mm: float
    height_mm: float
    colours: Literal["RGB", "L", "P"]  # DeviceRGB, DeviceGray, Indexed
    samples: bytes
    palette: bytes
    dpi: float
