"""A picture as the PDF takes it, and what is asked of it."""

from typing import Literal, NamedTuple

LEAST_DPI = 120  # below it a printed picture looks soft


class Finish(NamedTuple):
    """How a picture is to be printed: the room it has, in mm, and whether toner and colour are spared."""

    width_mm: float
    height_mm: float
    saver: bool = False
    grey: bool = False


class Picture(NamedTuple):
    """A picture ready for print.

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

    def printed(self, width_mm: float) -> "Picture":
        """The picture printed so wide."""
        scale = width_mm / self.width_mm
        return self._replace(width_mm=width_mm, height_mm=self.height_mm * scale, dpi=self.dpi / scale)
