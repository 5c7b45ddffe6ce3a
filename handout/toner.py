"""Sparing toner: flat backgrounds whitened, colours turned grey with their contrast kept."""

from typing import Any, cast

from PIL import Image, ImageChops, ImageFilter

Colour = tuple[int, int, int]  # red, green, blue, of 255

# The ground: the one flat colour a slide is painted with. Of 255, in the strongest channel, unless said.
FLAT = 4  # how far a flat ground strays (JPEG noise); a sky strays further and is left alone
LEAST_SHARE = 0.2  # of the picture; less is a panel, not the ground
SAMPLE_STEP = 4  # every 4th pixel tells the ground as well as all
LIGHTEST_GROUND = 242  # luminance; lighter costs next to nothing
DARKEST_GROUND = 160  # luminance; on a darker one white text can be read (2.6:1), and would be lost

# What is on the ground: black or grey ink and its soft edges. Panels and screenshots are not.
NEAR = 12  # like the ground
COLOURLESS = 26  # between the channels, once the ground is divided out: ink, not a coloured shape
CELL = 4  # pixels; a cell counts as ground when most of it is
REACH = 2  # cells; from the open ground into the letters on it
EDGE = 2  # pixels; from the ground across the soft edge of a letter or a panel

LUMINANCE = (0.2126, 0.7152, 0.0722, 0)  # of red, green, blue (Rec. 709)
MIDTONES = 1.08  # gamma: a little darker, so that white on orange keeps 4.5:1


def whitened(image: Image.Image) -> Image.Image:
    """Turn the flat ground of an RGB or L picture white; what stands on it keeps its contrast.

    Ink is divided by the ground's colour, as a filter of that colour would be lifted off the paper.
    """
    if image.mode == "L":
        return whitened(image.convert("RGB")).convert("L")
    ground = _ground(image)
    if ground is None:
        return image
    lifted = image.point(
        [min(255, round(value * 255 / max(1, tone))) for tone in ground for value in range(256)]
    )
    on_ground = ImageChops.multiply(_below(_spread(lifted), COLOURLESS), _around(image, ground))
    return Image.composite(lifted.convert("L").convert("RGB"), image, on_ground)


def greyed(image: Image.Image) -> Image.Image:
    """Turn a picture grey by luminance, with firm mid-tones; nothing is clipped, white and black stay."""
    grey = image if image.mode == "L" else image.convert("RGB").convert("L", LUMINANCE)
    return grey.point([round(255 * (value / 255) ** MIDTONES) for value in range(256)])


def _ground(image: Image.Image) -> Colour | None:
    """Return the colour most of the picture is painted with, if whitening it is worth while and safe."""
    small = image.resize(
        (max(1, image.width // SAMPLE_STEP), max(1, image.height // SAMPLE_STEP)), Image.Resampling.NEAREST
    )
    pixels = small.width * small.height
    counts: dict[Colour, int] = {colour: count for count, colour in cast("Any", small.getcolors(pixels))}
    ground = max(counts, key=lambda colour: (counts[colour], colour))
    alike = sum(count for colour, count in counts.items() if _difference(colour, ground) <= FLAT)
    luminance = sum(share * tone for share, tone in zip(LUMINANCE, ground, strict=False))
    fit = alike >= LEAST_SHARE * pixels and DARKEST_GROUND <= luminance <= LIGHTEST_GROUND
    return ground if fit else None


def _difference(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _around(image: Image.Image, ground: Colour) -> Image.Image:
    """Return the mask of the ground and of the soft edges on it; specks in a screenshot do not count."""
    near = _below(_strongest(ImageChops.difference(image, Image.new("RGB", image.size, ground))), NEAR)
    cells = near.reduce(CELL).point(lambda share: 255 if share > 127 else 0)
    open_ground = cells.filter(ImageFilter.MaxFilter(2 * REACH + 1)).resize(
        image.size, Image.Resampling.NEAREST
    )
    edges = near.filter(ImageFilter.BoxBlur(EDGE)).point(lambda share: 255 if share else 0)
    return ImageChops.multiply(edges, open_ground)


def _spread(image: Image.Image) -> Image.Image:
    red, green, blue = image.split()
    weakest = ImageChops.darker(ImageChops.darker(red, green), blue)
    return ImageChops.subtract(_strongest(image), weakest)


def _strongest(image: Image.Image) -> Image.Image:
    red, green, blue = image.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _below(image: Image.Image, limit: int) -> Image.Image:
    return image.point([255 if value < limit else 0 for value in range(256)])
